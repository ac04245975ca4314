"""Records whose every text tries to run a script, and queries that do."""

import copy
import json

MARK = "window.broken=1"
TEXTS = [
    f"<script>{MARK}</script>", f"\"><script>{MARK}</script>", f"'><img src=x onerror={MARK}>",
    f"</title><script>{MARK}</script>", f"<svg onload={MARK}>", f"<img src=x onerror={MARK}//",
    f"javascript:{MARK}", f"JaVaScRiPt:{MARK}", f"java\tscript:{MARK}", f"data:text/html,<script>{MARK}</script>",
    f"\" autofocus onfocus={MARK} x=\"", f"' onmouseover='{MARK}", f"</script><script>{MARK}</script>",
    f"<iframe srcdoc='<script>parent.{MARK}</script>'>", f"<details open ontoggle={MARK}>",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={MARK}>",
    f"<!--><script>{MARK}</script>", f"<a href=javascript:{MARK}>x</a>", f"&lt;script&gt;{MARK}&lt;/script&gt;",
    f"</style><script>{MARK}</script>", f"<base href=//evil.example/>", f"<meta http-equiv=refresh content=0;url=//evil.example/>",
    f"{{{{constructor.constructor('{MARK}')()}}}}", f"${{{MARK}}}", f"\u202e<script>{MARK}</script>",
    f"＜script＞{MARK}＜/script＞",
]


def records(samples):
    """One record a text: the title, names, addresses, quotations, notes and lists carry it."""
    lines = []
    for number, text in enumerate(TEXTS):
        record = copy.deepcopy(samples[number % len(samples)])
        record["id"] = f"evil{number}/practical-training"
        record["kind"] = "practical-training"
        record["title"] = text
        record["text"] = text
        record["institution"] = {"id": f"evil{number}", "name": text, "nameEn": text, "prefecture": text, "city": text, "url": text}
        record["pages"] = [{"url": text, "title": text}]
        for fact in record["facts"].values():
            for evidence in fact["evidence"]:
                if "quote" in evidence:
                    evidence.update(quote=text[:200], section=text, page=0)
                    evidence.pop("start", None), evidence.pop("end", None)
                else:
                    evidence.update(note=text, url=text)
        proof = {"basis": "official", "evidence": [{"page": 0, "quote": text, "section": text}]}
        record["facts"]["departments"] = {"value": [text], **proof, "conflicts": [{"value": [text, "x"], **proof}]}
        record["facts"]["contact"] = {"value": {"office": text, "email": text, "phone": text}, **proof}
        record["facts"]["eligibility"] = {"value": [text], **proof}
        record["listed"] = [{"url": text, "note": text, "seen": "2026-11-21"}]
        lines.append(json.dumps(record, ensure_ascii=False, sort_keys=True))
    return "\n".join(lines) + "\n"
