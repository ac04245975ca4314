"""2,000 nasty names in tables: every cell must begin where wcwidth says that its column begins.

The names are made with a seed from pieces that terminals and tables stumble over. Each table is looked at
with ambiguous characters one column wide and two.
"""

import json
import os
import random
import re
import subprocess
import sys
import unicodedata

import wcwidth

FOLDER, PROGRAM = sys.argv[1:3]
COUNT = 2000
PIECES = [
    "病院", "大学", "国際医療福祉大学", "ﾋﾞｮｳｲﾝ", "ﾊﾟｯ", "が", "か\u3099", "は\u309a", "①②⑳", "※", "●", "…", "—", "〜", "～", "ー", "−", "–", "“引用”", "‘x’",
    "㈱", "㎡", "℡", "㍻", "Ⅲ", "ⅸ", "、。", "「」", "（）", "()", "･", "・", "🏥", "👩‍⚕️", "👍🏽", "☀️", "☀", "❤️", "⚕️", "🇯🇵", "🇯", "1️⃣", "#️⃣", "©️", "™", "⌚", "⌛️", "🀄", "🃏",
    "é", "e\u0301", "a\u0308\u0323", "ñ", "Ł", "ß", "한국", "각", "각", "中文醫院", "简体", "ก็", "กำ", "ที่", "ไทย", "हिन्दी", "क्षि", "தமிழ்", "العربية", "עברית",
    "Ελλάδα", "Москва", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\t", "\n", "\r\n", "\u2028", "\u001b[31m", "\u0007", "\u009b1m", "\u0000" "x", " ", "  ", "\u3000", "\u00a0",
    "\ue000", "\U000f0000", "\U0001f9d1\U0001f3ff", "\U00020b9f", "𠮷", "葛\U000e0100", "辻\ufe00", "\u115f", "ᄀ", "㉿", "ᆨ", "𝐀", "𝟘", "½", "№", "→", "⇒", "■", "★", "☆", "♪", "♨️", "〒", "〶", "ゟ", "ヿ",
    "a" * 30, "病" * 25, "x y z ", "https://mihon.example/", "<b>", "=1+1", "\\", "|", "--------", "?", "？", "~", "*",
]

# Below a row stands prose, two columns in; a row's own further lines begin at its edge or below a whole cell.
PROSE = re.compile(r" {2,4}\S")


def names():
    chance = random.Random(20261121)
    made = []
    while len(made) < COUNT:
        made.append("".join(chance.choice(PIECES) for _ in range(chance.randint(1, 9))))
    return made


def record(number, name):
    evidence = [{"page": 0, "quote": name[:200] or "x"}]
    def fact(value):
        return {"value": value, "basis": "official", "asOf": "2026-11-20", "evidence": evidence}
    key = f"mihon{number:04}"
    return {
        "schema": 1, "id": f"{key}/practical-training", "kind": "practical-training", "title": name,
        "institution": {"id": key, "name": name, "nameEn": name, "prefecture": "宮城県", "city": "見本市"},
        "pages": [{"url": f"https://{key}.example/", "fetchedAt": "2026-11-20T00:00:00Z"}],
        "facts": {"application": fact({"windows": [{"closes": "2026-12-04"}], "note": name}), "departments": fact([name])},
    }


def shown(text):
    result = ""
    for character in text:
        if character in "\n\t\r\u2028\u2029":
            result += "" if result.endswith(" ") else " "
        elif unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            result += character
    return result


def columns(rule):
    """The first and the last column of each cell, from the line of dashes below the heads."""
    found, place = [], 0
    for part in rule.split("  "):
        found.append((place, place + len(part)))
        place += len(part) + 2
    return found


def offsets(line, ambiguous):
    """The width of every beginning of a line, by wcwidth's own cutting into characters."""
    place, result = 0, {0: 0}
    text = ""
    for cluster in wcwidth.iter_graphemes(line):
        text += cluster
        place += wcwidth.wcswidth(cluster, ambiguous_width=ambiguous)
        result[place] = len(text)
    return result, place


def misaligned(line, cells, ambiguous):
    found, total = offsets(line, ambiguous)
    for (_, end), (start, _) in zip(cells, cells[1:]):
        if total <= end:
            break
        gap = line[found[end]:found[start]] if end in found and start in found else "x"
        if any(character != " " and wcwidth.wcwidth(character) != 0 for character in gap):
            return True
    return total > cells[-1][1]


def table(width, language, ambiguous):
    environment = {**os.environ, "COLUMNS": str(width), "PROGSEARCH_INDEX": FOLDER}
    return subprocess.run(
        [PROGRAM, "query", "--limit", str(COUNT), "--lang", language, "--today", "2026-11-21",
         "--ambiguous-width", str(ambiguous), "見本市"], capture_output=True, check=True,
        env=environment).stdout.decode("utf-8").split("\n")


def main():
    with open(f"{FOLDER}/programs.jsonl", "w", encoding="utf-8") as records:
        for number, name in enumerate(names()):
            records.write(json.dumps(record(number, name), ensure_ascii=False, sort_keys=True) + "\n")
    checked, wrong = 0, []
    for width in (80, 120, 200):
        for language, ambiguous in (("ja", 1), ("en", 1), ("ja", 2)):
            lines = table(width, language, ambiguous)
            rule = next(place for place, line in enumerate(lines) if line.startswith("-----"))
            cells = columns(lines[rule])
            for line in lines[rule + 1:]:
                if not line:
                    break
                if line.startswith("  ") and (width < 110 or PROSE.match(line)):
                    # What stands below a row is prose, of which only the width counts.
                    too_wide = offsets(line, ambiguous)[1] > width
                    wrong += [(width, language, line)] if too_wide else []
                    continue
                checked += 1
                if misaligned(line, cells, ambiguous):
                    wrong.append((width, language, line))
    for width, language, line in wrong[:20]:
        print(f"{width} {language}: {line!r}", file=sys.stderr)
    print(f"{COUNT} names, {checked} lines of tables, {len(wrong)} misaligned (wcwidth {wcwidth.__version__})")
    return 1 if wrong else 0


sys.exit(main())
