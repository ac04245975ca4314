"""Made-up records for the comparison of exports: every fact, every way of being half known, hostile text."""

import json

HOSTILE = [
    "=HYPERLINK(\"https://evil.example\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝１＋１", "＋８１",
    "　=1", " \t=1", "\r=1", "'=1", "a;b", "a,b", "say \"yes\"", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "&lt;b&gt; & \"q\" 'a'", "]]> --> <!--", "[x](javascript:alert(1)) **b** `c` | d", "![i](http://evil.example/i.png)",
    "www.evil.example https://evil.example a@evil.example", "line one\nline two\r\nthree\u2028four", "\\n \\, \\; backslash\\",
    "\u001b[31mred\u001b[0m \u009b31m \u0007bell", "\u202eright to left\u202c \u2066iso\u2069", "zero\u200bwidth \ufeffmark \u00adsoft",
    "BEGIN:VEVENT\r\nSUMMARY:no", "が\u3099ﾊﾟ①●※ 👩‍⚕️🏥 é e\u0301", "長い" * 90, "$x^2$ #tag ~~s~~ {{m}} {% y %}",
]


def page(quote, section=None):
    evidence = {"page": 0, "quote": quote}
    if section:
        evidence["section"] = section
    return evidence


def fact(value, quote="見本の文言", basis="official", **more):
    if basis == "reported":
        evidence = [{"url": "https://blog.example/post?a=1&b=2", "note": quote, "seen": "2026-11-21"}]
        return {"value": value, "basis": basis, "evidence": evidence, **more}
    return {"value": value, "basis": basis, "asOf": "2026-11-20", "confidence": 0.9, "evidence": [page(quote, "見本")], **more}


def record(number, facts, name=None, **more):
    key = f"mihon-{number:03}"
    return {
        "schema": 1, "id": f"{key}/practical-training", "kind": "practical-training", "title": f"{name or '見本大学病院'} 実地修練生募集",
        "institution": {"id": key, "name": name or f"見本{number}大学病院", "nameEn": f"Sample {number} University Hospital",
                        "prefecture": ["宮城県", "東京都", "京都府"][number % 3], "city": "見本市", "url": f"https://{key}.example/"},
        "pages": [{"url": f"https://{key}.example/shuren?x=1&y=「2」", "mediaType": "text/html", "fetchedAt": "2026-11-20T18:00:00Z"}],
        "facts": facts, **more,
    }


def applications():
    def windows(*items):
        return {"windows": list(items)}
    return [
        windows({"opens": "2026-11-04", "closes": "2026-12-04", "time": "17:00", "rule": "arrive"}),
        windows({"closes": "2026-12", "part": "early"}), windows({"closes": "2026-12"}), windows({"closes": "XXXX-12", "part": "late"}),
        windows({"closes": "2027"}), windows({"closes": "XXXX-12-05"}), windows({"opens": "2026-12-01"}),
        windows({"closes": "2026-12-31", "time": "24:00", "rule": "postmark"}), {"rolling": True},
        windows({"opens": "2026-06-01", "closes": "2026-06-30"}, {"opens": "2026-12-01", "closes": "2027-01-15", "rule": "online"}),
        {"note": "開始の2か月前まで"}, windows({"closes": "2026-02", "part": "late"}),
    ]


FEES = [
    {"free": True}, {"free": False}, {"free": False, "yearly": {"min": 372000, "max": 372000}, "items": [
        {"name": "登録料", "amount": {"min": 12000, "max": 12000}, "per": "once", "tax": "included"},
        {"name": "修練料", "amount": {"min": 30000, "max": 30000}, "per": "month"}]},
    {"free": False, "yearly": {"min": 300000}}, {"free": False, "yearly": {"max": 600000}}, {"free": False, "yearly": {"min": 1, "max": 2}},
]
TRAININGS = [
    {"months": {"min": 12, "max": 12}, "starts": "2027-04-01", "ends": "2028-03-31"}, {"months": {"max": 24}}, {"starts": "XXXX-04"},
    {"starts": "2027-04"}, {"months": {"min": 12}},
]
SELECTIONS = [
    {"steps": [{"method": "documents"}, {"method": "interview", "date": "2026-12-18"}], "result": "2026-12-25"},
    {"steps": [{"method": "written", "date": "2027-01"}]}, {"steps": [], "result": "XXXX-03"},
]
OTHERS = {
    "accepting": ["yes", "no", "by-enquiry"], "recommendation": ["not-required", "letter", "internal"],
    "obligation": [{"scope": []}, {"scope": ["hospital", "prefecture"], "strength": "required"}, {"scope": ["prefecture"], "strength": "expected"}],
    "capacity": [{"min": 1, "max": 4}, {"few": True}, {"max": 2}], "intake": [{"year": 2027}],
    "departments": [["内科", "小児科"]], "documents": [["履歴書", "健康診断書"]], "eligibility": [["医師国家試験予備試験に合格した者"]],
    "contact": [{"office": "総務課", "email": "a@mihon.example", "phone": "+81-3-0000-0000"}],
}


def main():
    records = []
    for number, application in enumerate(applications()):
        facts = {"application": fact(application, "募集期間の文言"), "fee": fact(FEES[number % len(FEES)], "月額 30,000円(税込)"),
                 "training": fact(TRAININGS[number % len(TRAININGS)]), "selection": fact(SELECTIONS[number % len(SELECTIONS)])}
        for name, values in OTHERS.items():
            facts[name] = fact(values[number % len(values)])
        if number % 3 == 0:
            facts["application"]["conflicts"] = [fact({"windows": [{"closes": "XXXX-12"}]}, "Somebody says December.", "reported")]
        records.append(record(number, facts))
    for number, text in enumerate(HOSTILE, start=100):
        facts = {"application": fact({"windows": [{"closes": "2026-12-04"}], "note": text}, text[:200]), "departments": fact([text, "内科"]),
                 "contact": fact({"office": text}), "eligibility": fact([text]), "fee": fact(
                     {"free": False, "items": [{"name": text, "amount": {"min": 1, "max": 1}, "per": "once"}]}, text[:200], "reported")}
        one = record(number, facts, name=text)
        one["institution"]["nameEn"] = text
        one["listed"] = [{"url": "https://guide.example/", "note": text, "seen": "2026-11-21"}]
        records.append(one)
    records.append({**record(300, {}), "pages": []})
    records.append({**record(301, {"accepting": fact("no", "It stopped.", "reported")}), "pages": []})
    exam = record(302, {"examDate": fact([{"part": "筆記", "starts": "2027-02-06", "ends": "2027-02-07"}, {"starts": "XXXX-08"}]), "venues": fact(["横浜", "大阪"])})
    records.append({**exam, "kind": "examination", "id": "mihon-302/examination"})
    for one in records:
        print(json.dumps(one, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


main()
