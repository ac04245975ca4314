"""Exports read back by independent readers and compared with the records: any difference ends with status 1."""

import csv
import html
import io
import json
import re
import subprocess
import sys
import unicodedata

import feedparser
import html5lib
import icalendar
import jsonschema
import vobject

FOLDER, PROGRAM, ROOT = sys.argv[1:4]
RECORDS = {}
differences = []
compared = {}


def check(format_name, place, found, expected):
    compared[format_name] = compared.get(format_name, 0) + 1
    if found != expected:
        differences.append(f"{format_name}: {place}: {found!r} is not {expected!r}")


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=True).stdout


def export(name, *more):
    return run("export", "--format", name, "--index", FOLDER, "--today", "2026-11-21", "--lang", "en", *more)


def shown(text):
    """Text as it may be shown: line ends become one blank, controls and format characters go."""
    result = ""
    for character in text:
        if character in "\n\t\r\u2028\u2029":
            result += "" if result.endswith(" ") else " "
        elif unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            result += character
    return result


def folded(text):
    return " ".join(shown(text).split())


def usual():
    """The records that documents for people have where nothing is asked for."""
    return [record for record in RECORDS.values() if record["kind"] in ("practical-training", "examination")]


def called(record):
    """What a record is called where several stand together."""
    return record["title"] if record["kind"] == "examination" else record["institution"]["nameEn"]


def evidence_words(fact):
    return [item.get("quote", item.get("note")) for item in fact["evidence"]]


# CSV, by Python's csv.
FORMULA = tuple("=+-@＝＋－＠﹦﹢﹣﹫−")


def cell(text):
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return text.removeprefix("'")


def bounds(value, end):
    return str(value[end]) if value and end in value else ""


def each(windows, key):
    values = [window.get(key, "") for window in windows]
    return "; ".join(values) if any(values) else ""


def expected_cells(record):
    facts = record["facts"]
    def value(name):
        return facts.get(name, {}).get("value")
    def get(name, key):
        return (value(name) or {}).get(key)
    windows = get("application", "windows") or []
    fee = value("fee")
    cells = {
        "id": record["id"], "kind": record["kind"], "title": record["title"], "hospital": record["institution"]["name"],
        "hospital_en": record["institution"]["nameEn"], "prefecture": record["institution"]["prefecture"], "city": record["institution"]["city"],
        "fee_free": "" if fee is None else "yes" if fee["free"] else "no",
        "fee_yearly_min": bounds(get("fee", "yearly"), "min"), "fee_yearly_max": bounds(get("fee", "yearly"), "max"),
        "application_opens": each(windows, "opens"), "application_closes": each(windows, "closes"),
        "application_closes_part": each(windows, "part"), "application_time": each(windows, "time"), "application_rule": each(windows, "rule"),
        "application_rolling": "yes" if get("application", "rolling") else "",
        "training_months_min": bounds(get("training", "months"), "min"), "training_months_max": bounds(get("training", "months"), "max"),
        "training_starts": get("training", "starts") or "", "training_ends": get("training", "ends") or "",
        "selection_days": each(get("selection", "steps") or [], "date"), "selection_result": get("selection", "result") or "",
        "capacity_min": bounds(value("capacity"), "min"), "capacity_max": bounds(value("capacity"), "max"),
    }
    for name in ALL_FACTS:
        fact = facts.get(name)
        cells[f"{name}_basis"] = fact["basis"] if fact else ""
        cells[f"{name}_as_of"] = fact.get("asOf", "") if fact else ""
        cells[f"{name}_evidence"] = " / ".join(shown(words) for words in evidence_words(fact)) if fact else ""
    return cells


def compare_csv(text):
    text.encode("utf-8")
    if not text.endswith("\r\n") or re.search(r'(?<!\r)\n', text):
        differences.append("csv: a line does not end with CRLF")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    head = rows[0]
    check("csv", "rows", len(rows) - 1, len(RECORDS))
    for row in rows[1:]:
        check("csv", "cells", len(row), len(head))
        for text in row:
            if text.lstrip().startswith(FORMULA) or text[:1] in "\t\r":
                if text:
                    differences.append(f"csv: a spreadsheet runs {text!r}")
        values = dict(zip(head, row))
        record = RECORDS[values["id"]]
        for name, expected in expected_cells(record).items():
            check("csv", f"{record['id']} {name}", cell(values[name]).strip(), shown(expected).strip())
        for name in ALL_FACTS:
            known = name in record["facts"]
            check("csv", f"{record['id']} {name} is known", values[name] != "", known)
            if not known and name in COMMON_FACTS and record["kind"] == "practical-training":
                check("csv", f"{record['id']} {name} is named as unknown", name in values["unknown"].split(), True)


# JSON lines, by json and jsonschema.
def compare_jsonl(data, schema):
    validator = jsonschema.Draft202012Validator(schema)
    lines = data.decode("utf-8").splitlines()
    lines = [line for line in data.decode("utf-8").split("\n") if line]
    check("jsonl", "lines", len(lines), len(RECORDS))
    for line in lines:
        record = json.loads(line)
        check("jsonl", record["id"], record, RECORDS[record["id"]])
        for error in validator.iter_errors(record):
            differences.append(f"jsonl: {record['id']}: {error.json_path}: {error.message}")
    for broken in [{}, {**RECORDS[next(iter(RECORDS))], "more": 1}, {**RECORDS[next(iter(RECORDS))], "facts": {"accepting": {"value": "yes", "basis": "official", "evidence": []}}}]:
        check("jsonl", "what is no record is refused by the schema", validator.is_valid(broken), False)


# iCalendar, by icalendar and by vobject.
def expected_events():
    """(id, matter, number) to the first and last day, and the hour."""
    events = {}
    for record in usual():
        facts = record["facts"]
        def value(name):
            return facts.get(name, {}).get("value") or {}
        dates = []
        for number, window in enumerate(value("application").get("windows", [])):
            dates.append(("opens", number, window.get("opens"), None, None, None))
            dates.append(("closes", number, window.get("closes"), None, window.get("part"), window.get("time")))
        for number, step in enumerate(value("selection").get("steps", [])):
            dates.append(("selection", number, step.get("date"), None, None, None))
        dates.append(("result", 0, value("selection").get("result"), None, None, None))
        dates.append(("starts", 0, value("training").get("starts"), None, None, None))
        dates.append(("ends", 0, value("training").get("ends"), None, None, None))
        for number, day in enumerate(facts.get("examDate", {}).get("value", [])):
            dates.append(("examination", number, day["starts"], day.get("ends"), None, None))
        for matter, number, first, last, part, time in dates:
            if first is None or not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", first):
                continue
            begin, end = span(first, part)
            if last:
                end = span(last, None)[1]
            hour = time if time and len(first) == 10 and time != "24:00" else None
            events[(record["id"], matter, number)] = (begin, end, hour, len(first) == 10)
    return events


def span(date, part):
    if len(date) == 10:
        return date, date
    import calendar
    year, month = int(date[:4]), int(date[5:7])
    length = calendar.monthrange(year, month)[1]
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, length), None: (1, length)}[part]
    return f"{date}-{first:02}", f"{date}-{last:02}"


def key_of(uid):
    program, _, matter, number = uid.removesuffix("@progsearch").rsplit("/", 3)
    return program, matter, int(number)


def check_event(reader, key, event, begin, end, hour, sure):
    import datetime
    start, stop, summary, description, url, status = event
    if hour:
        check(reader, f"{key} start", start.strftime("%Y-%m-%d %H:%M %z"), f"{begin} {hour} +0900")
    else:
        check(reader, f"{key} start", start.isoformat(), begin)
        check(reader, f"{key} end", (stop - datetime.timedelta(days=1)).isoformat(), end)
    record = RECORDS[key[0]]
    fact = record["facts"][{"opens": "application", "closes": "application", "result": "selection", "starts": "training", "ends": "training", "examination": "examDate"}.get(key[1], key[1])]
    check(reader, f"{key} says whose it is", shown(called(record)).strip() in summary, True)
    for words in evidence_words(fact):
        check(reader, f"{key} has the words", folded(words) in folded(description), True)
    check(reader, f"{key} has the link", url.startswith("https://"), True)
    check(reader, f"{key} is sure", status == "CONFIRMED", sure and fact["basis"] == "official")


def compare_ical(data):
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            differences.append(f"ical: a line of {len(line)} octets")
        line.decode("utf-8")
    if re.search(rb"(?<!\r)\n", data):
        differences.append("ical: a line does not end with CRLF")
    expected = expected_events()
    text = data.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(text)
    found = {}
    for event in calendar.walk("VEVENT"):
        check("icalendar", "errors", list(event.errors), [])
        found[key_of(str(event["UID"]))] = (
            event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None, str(event["SUMMARY"]), str(event["DESCRIPTION"]),
            str(event["URL"]), str(event["STATUS"]))
    check("icalendar", "events", sorted(found), sorted(expected))
    for key, event in found.items():
        if key in expected:
            check_event("icalendar", key, event, *expected[key])
    found = {}
    for event in vobject.readOne(text).vevent_list:
        found[key_of(event.uid.value)] = (
            event.dtstart.value, event.dtend.value if hasattr(event, "dtend") else None, event.summary.value, event.description.value,
            event.url.value, event.status.value)
    check("vobject", "events", sorted(found), sorted(expected))
    for key, event in found.items():
        if key in expected:
            check_event("vobject", key, event, *expected[key])


# HTML, by html5lib.
def compare_html(data):
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = parser.parse(data.decode("utf-8"))
    allowed = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "br", "div", "table", "thead", "tbody", "tr", "th", "td",
               "section", "dl", "dt", "dd", "span", "small", "q", "a", "code"}
    for element in document.iter():
        check("html", f"element {element.tag}", element.tag in allowed, True)
        for name, value in element.attrib.items():
            check("html", f"attribute {name}", name in {"lang", "charset", "http-equiv", "content", "name", "scope", "class", "href", "rel", "id"}, True)
            if name == "href":
                check("html", f"link {value}", value.startswith(("https://", "#p-")), True)
    rows = document.findall(".//tbody/tr")
    check("html", "rows", len(rows), len(usual()))
    sections = document.findall(".//section")
    check("html", "sections", len(sections), len(usual()))
    for section in sections:
        record = RECORDS["".join(section.find(".//code").itertext())]
        text = folded("".join(section.itertext()))
        check("html", record["id"] + " heading", folded("".join(section.find("h2").itertext())), folded(called(record)))
        for name, fact in record["facts"].items():
            for words in evidence_words(fact):
                check("html", f"{record['id']} {name}", folded(words) in text, True)


# Markdown, by its own escapes: what is taken out of it is the text again.
def compare_markdown(text):
    sections = text.split("\n## ")[1:]
    check("markdown", "sections", len(sections), len(usual()))
    rows = [line for line in text.split("\n## ")[0].splitlines() if line.startswith("| ")]
    check("markdown", "rows", len(rows) - 1, len(usual()))
    for row in rows:
        check("markdown", "cells", len(re.findall(r"(?<!\\)\|", row)), 11)
    by_id = {record["id"]: record for record in RECORDS.values()}
    for section in sections:
        plain = folded(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", section))
        identifier = re.search(r"· (mihon-\d+/[a-z-]+) ·", plain).group(1)
        record = by_id[identifier]
        check("markdown", identifier + " heading", plain.startswith(folded(called(record))), True)
        for name, fact in record["facts"].items():
            for words in evidence_words(fact):
                check("markdown", f"{identifier} {name}", folded(words) in plain, True)
        if re.search(r"(?<!\\)<(?!https://[^ ]*>)", section):
            differences.append(f"markdown: {identifier}: a bare <")


# JSON-LD, by json.
def compare_jsonld(data):
    document = json.loads(data)
    check("jsonld", "context", document["@context"], "https://schema.org")
    expected = set(RECORDS)
    types = {"examination": "EducationEvent", "pathway": "HowTo"}
    nodes = {node["identifier"]: node for node in document["@graph"]}
    check("jsonld", "programs", set(nodes), expected)
    for key, node in nodes.items():
        record = RECORDS[key]
        check("jsonld", f"{key} type", node["@type"], types.get(record["kind"], "EducationalOccupationalProgram"))
        check("jsonld", f"{key} name", node["name"], shown(record["title"]))
        if record["kind"] in types:
            continue
        def stated(name):
            fact = record["facts"].get(name)
            return fact["value"] if fact and fact["basis"] != "reported" else {}
        windows = stated("application").get("windows", [])
        for name, term in (("closes", "applicationDeadline"), ("opens", "applicationStartDate")):
            date = windows[0].get(name, "") if len(windows) == 1 else ""
            check("jsonld", f"{key} {term}", node.get(term), date if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else None)
        starts = stated("training").get("starts", "X")
        check("jsonld", f"{key} startDate", node.get("startDate"), None if starts.startswith("X") else starts)
        fee = stated("fee")
        yearly = {"min": 0, "max": 0} if fee.get("free") else fee.get("yearly")
        offer = node.get("offers", {}).get("priceSpecification")
        if yearly is None:
            check("jsonld", f"{key} offers", offer, None)
        elif yearly.get("min") == yearly.get("max"):
            check("jsonld", f"{key} price", (offer["price"], offer["priceCurrency"]), (yearly["min"], "JPY"))
        else:
            check("jsonld", f"{key} price", (offer.get("minPrice"), offer.get("maxPrice")), (yearly.get("min"), yearly.get("max")))


# Atom, by feedparser.
def compare_atom(data, changes):
    import datetime
    feed = feedparser.parse(data)
    check("atom", "well formed", (bool(feed.bozo), feed.version), (False, "atom10"))
    check("atom", "entries", len(feed.entries), len(changes))
    check("atom", "ids are unique", len({entry.id for entry in feed.entries}), len(changes))
    for entry, change in zip(feed.entries, reversed(changes)):
        # feedparser reads markup in titles of type text; that none came as markup is told by the bytes.
        when = datetime.datetime(*entry.updated_parsed[:6]).strftime("%Y-%m-%dT%H:%M:%SZ")
        check("atom", f"{change['id']} time", when, change["noticed"])
        name = folded(change["institution"].get("nameEn", change["institution"]["name"]))
        check("atom", f"{change['id']} title", folded(html.unescape(entry.title)).startswith(html.unescape(name)) or "<" in name, True)
        if "page" in change:
            check("atom", f"{change['id']} link", entry.link.startswith("https://mihon-"), True)
    check("atom", "no markup of others", b"<script" in data or b"<img" in data, False)


# Answers, by json and jsonschema: every sort of question, one by one and from a file.
QUESTIONS = [
    "見本", "無料 東北", "fee<=500000 宮城", "年額30万〜60万円", "月3万円以下", "推薦不要 -東京", "県内研修義務なし", "12ヶ月 4月開始", "12月締切",
    "closes<=2026-12-31", "募集中", "受け入れなし", "若干名", "capacity>=2", "小児科", "研究生", "\"見本の文言\"", "東京 無料 100万円以上 6ヶ月",
    "xqzzv", "institution:mihon-003", "kind:examination 試験", "免费 东北", "muryo tohoku", "\u001b[2J 見本",
]
REFUSED = ["fee<=abc", "nofield:1", "\"見本"]


def compare_answers(schema, records_schema):
    from referencing import Registry, Resource
    registry = Registry().with_resources([(records_schema["$id"], Resource.from_contents(records_schema))])
    validator = jsonschema.Draft202012Validator(schema, registry=registry)
    with open(f"{FOLDER}/unreachable.tsv", "w", encoding="utf-8") as file:
        file.write("mihon-001\t2026-11-18\nmihon-002\t2026-11-19\n")
    lines = []
    for options in ([], ["--all", "--explain"], ["--limit", "1"]):
        for question in QUESTIONS:
            asked = [PROGRAM, "query", "--format", "json", "--index", FOLDER, "--today", "2026-11-21", *options, "--", question]
            lines.append(subprocess.run(asked, capture_output=True, check=False).stdout)
    with open(f"{FOLDER}/questions", "w", encoding="utf-8") as file:
        file.write("\n".join(QUESTIONS + REFUSED) + "\n")
    batch = run("query", "--batch", f"{FOLDER}/questions", "--index", FOLDER).splitlines()
    check("answers", "a line a question", len(batch), len(QUESTIONS) + len(REFUSED))
    for line in lines + batch:
        answer = json.loads(line)
        for error in validator.iter_errors(answer):
            differences.append(f"answers: {answer['query']['text']}: {error.json_path}: {error.message[:200]}")
        refused = answer["query"]["text"] in REFUSED
        check("answers", f"{answer['query']['text']} is refused", "error" in answer["query"], refused)
        if refused:
            continue
        check("answers", "unreachable", [item["id"] for item in answer["coverage"]["unreachable"]], ["mihon-001", "mihon-002"])
        check("answers", "asOf", "asOf" in answer, True)
        check("answers", "truncated", answer["truncated"], answer["total"] > len(answer["results"]))
        check("answers", "ranks", [result["rank"] for result in answer["results"]], list(range(1, len(answer["results"]) + 1)))
        for result in answer["results"]:
            check("answers", result["id"], result["program"], RECORDS[result["id"]])
    for broken in ("coverage", "today", "truncated"):
        answer = json.loads(lines[0])
        del answer[broken]
        check("answers", f"the schema notices that {broken} is missing", validator.is_valid(answer), False)


COMMON_FACTS = ["intake", "accepting", "fee", "application", "training", "selection", "recommendation", "obligation", "capacity", "eligibility",
                "departments", "documents", "contact"]
ALL_FACTS = COMMON_FACTS + ["examDate", "venues", "rules", "steps"]

with open(f"{FOLDER}/records.jsonl", encoding="utf-8") as lines:
    for line in lines.read().split("\n"):
        if line:
            RECORDS[json.loads(line)["id"]] = json.loads(line)
run("index", "--from", f"{FOLDER}/records.jsonl", "--index", FOLDER)
schema = json.loads(run("export", "--schema"))
with open(f"{ROOT}/Documentation/program.schema.json", encoding="utf-8") as published:
    check("schema", "the program prints the published one", schema, json.load(published))
jsonschema.Draft202012Validator.check_schema(schema)
compare_csv(export("csv").decode("utf-8"))
check("csv", "the byte order mark", export("csv", "--bom")[:3], b"\xef\xbb\xbf")
compare_jsonl(export("jsonl"), schema)
with open(f"{ROOT}/Index/programs.jsonl", encoding="utf-8") as shipped:
    for line in shipped:
        for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(line)):
            differences.append(f"shipped records: {error.json_path}: {error.message}")
compare_ical(export("ical"))
compare_html(export("html"))
compare_markdown(export("markdown").decode("utf-8"))
compare_jsonld(export("jsonld"))
changes = []
for record in RECORDS.values():
    fact = record["facts"].get("application")
    if fact and record["pages"]:
        statement = {"value": fact["value"], "basis": "official", "evidence": [{"url": record["pages"][0]["url"], "quote": evidence_words(fact)[0]}]}
        changes.append({"schema": 1, "noticed": f"2026-11-20T18:00:{len(changes):02}Z", "id": record["id"], "kind": record["kind"], "title": record["title"],
                        "institution": {"id": record["institution"]["id"], "name": record["institution"]["name"], "nameEn": record["institution"]["nameEn"]},
                        "page": record["pages"][0]["url"], "change": "stated", "fact": "application", "after": statement})
with open(f"{FOLDER}/changes.jsonl", "w", encoding="utf-8") as log:
    for change in changes:
        log.write(json.dumps(change, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n")
compare_atom(export("atom"), changes)
with open(f"{ROOT}/Documentation/answer.schema.json", encoding="utf-8") as published:
    answer_schema = json.load(published)
jsonschema.Draft202012Validator.check_schema(answer_schema)
compare_answers(answer_schema, schema)

for difference in differences[:40]:
    print(difference, file=sys.stderr)
print(", ".join(f"{name} {number}" for name, number in compared.items()) + f": {sum(compared.values())} comparisons, {len(differences)} differences")
sys.exit(1 if differences else 0)
