"""Compares the search of the static site, which runs in the browser, with the server's: programs, order, unknowns,
counts.

    check_site.py FOLDER ROOT [PICTURES]
"""

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request

from browser import Browser
from server import Server

folder, root = sys.argv[1:3]
pictures = sys.argv[3] if len(sys.argv) > 3 else None
samples = os.path.join(root, "Tests/SearchSuite/programs.jsonl")
faults = []

# Equal in every way: conditions, filters, orders.
EQUAL = [
    "", "q=無料", "q=無料 東北", "q=free Tohoku", "q=免费 东北", "q=muryo tohoku", "q=むりょう とうほく", "q=推薦不要", "q=no recommendation",
    "q=募集中", "q=open now", "q=open now -東京", "q=関東", "q=-東京", "q=東京", "q=東京 大阪", "q=近畿 無料", "q=50万円以下", "q=関東 50万円以下",
    "q=fee<=300000", "q=30万円以上", "q=12ヶ月", "q=1月開始", "q=4月開始 無料", "q=12月締切", "q=随時", "q=受け入れなし", "q=要問い合わせ",
    "q=若干名", "q=義務なし", "q=県内研修義務なし", "q=無料東北", "q=九州 募集中", "q=北海道", "q=Hokkaido", "q=status:upcoming",
    "q=recommendation:letter", "q=obligation:none", "q=start:XXXX-04", "q=closes:XXXX-12", "q=zzqqxx", "q=無料 zzqqxx",
    "fee=free", "fee=unknown", "fee=free&fee=unknown", "status=open", "status=unknown&fee=unknown", "region=tohoku", "region=kanto&fee=free",
    "place=東京都", "deadline=month", "deadline=unsure&deadline=unknown", "recommendation=unknown", "obligation=expected",
    "obligation=either", "start=4", "start=unknown", "sort=fee", "sort=deadline", "sort=start", "q=無料&sort=deadline", "q=関東&sort=fee&fee=unknown",
    "q=推薦不要&status=open&sort=start", "kind=other", "kind=examination", "kind=other&q=無料", "q=東北&deadline=month&recommendation=not-required",
]
# Each of these conditions with each of these filters and orders.
CONDITIONS = ["", "無料", "50万円以下", "推薦不要", "募集中", "関東", "-東京", "12ヶ月", "4月開始", "義務なし", "免费 东北", "no recommendation"]
FILTERS = [
    "fee=unknown&sort=deadline", "fee=up-to-300000&fee=up-to-600000", "status=open&status=upcoming&sort=fee", "status=unknown&sort=start",
    "region=kinki&region=tohoku", "place=unknown&place=東京都", "deadline=month&deadline=quarter", "deadline=past&recommendation=letter",
    "recommendation=internal&recommendation=unknown", "obligation=none&obligation=unknown", "start=4&start=10&sort=deadline",
    "fee=free&status=open&deadline=month&recommendation=not-required",
]
EQUAL += [f"q={condition}&{filters}" if condition else filters for condition in CONDITIONS for filters in FILTERS]
# Words of the text: the same programs; the order may differ, since it rests on how rare a word is.
SAME_SET = ["q=公衆衛生", "q=訪問診療", "q=\"公衆衛生\"", "q=救急 無料"]


# What the query language promises first: the small search understands each of these.
PROMISED = [
    "無料 東北", "むりょう とうほく", "muryo tohoku", "free Tohoku", "免费 东北", "50万円以下", "年額30万〜60万円", "fee<=500000", "推薦不要",
    "学内推薦あり", "no recommendation", "12ヶ月", "1月開始", "12月締切", "募集中", "open now", "関東以外", "-東京", "県内研修義務なし", "\"公衆衛生\"",
    "department:小児科", "東北", "東北大学", "三重", "新潟", "東海", "北陸", "not free", "fee:0", "0円", "無料以外", "not Tokyo", "region:関東",
    "prefecture:東京都", "fee>=300000", "fee>300000", "50万円未満", "under 500000 yen", "50万円以下 推薦不要", "東京の無料", "無料で推薦不要", "費用不明",
    "start:2027-04", "months:12", "capacity>=2", "kind:other", "研究生", "-無料", "-関東 無料", "30〜60万円", "100万円以下", "４月開始",
]
# One in so many queries of the suite is asked.
STEP = 2
# So many of these at least are understood; the others are refused, each with the words that are not understood.
LEAST_UNDERSTOOD = 190


def suite():
    """Queries of the search suite: what is typed for conditions, words and sentences, not for an attack."""
    path = os.path.join(root, "Tests/SearchSuite/cases.tsv")
    queries = []
    for line in open(path, encoding="utf-8").read().split("\n")[1:]:
        cells = line.split("\t")
        if len(cells) < 3 or line.startswith("#") or cells[0] == "hostile" or "\\" in cells[1]:
            continue
        if cells[2] == "2026-11-21" and cells[1].strip():
            queries.append(cells[1])
    return list(dict.fromkeys(queries))[::STEP]


def encoded(query):
    pairs = [tuple(pair.split("=", 1)) for pair in query.split("&") if pair]
    return urllib.parse.urlencode(pairs)


def main():
    site = os.path.join(folder, "static")
    with Server(samples, os.path.join(folder, "dynamic"), "--today", "2026-11-21") as server:
        subprocess.run([os.environ["PROGSEARCH"], "export", "--format", "site", "--index", server.index,
                        "--today", "2026-11-21", site], check=True)
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=site)
        handler.log_message = lambda *_: None
        http.server.SimpleHTTPRequestHandler.log_message = lambda *_: None
        files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=files.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{files.server_address[1]}"
        browser = Browser()
        try:
            for query in EQUAL + SAME_SET:
                judge(browser, address, server.address, query)
            understood = 0
            asked = suite()
            for query in asked + PROMISED:
                if compared(browser, address, server.address, query):
                    understood += query in asked
                elif query in PROMISED:
                    faults.append(f"{query}: is not understood")
            print(f"static site: {understood} of {len(asked)} queries of the suite understood, the others refused", file=sys.stderr)
            if understood < LEAST_UNDERSTOOD:
                faults.append(f"only {understood} of {len(asked)} queries are understood")
            look(browser, address)
            strip(browser, address)
            problems = [problem for problem in browser.problems() if "404" not in problem]
            if problems:
                faults.append(f"the browser complained: {problems[:3]}")
        finally:
            browser.close()
    print(f"static site: {len(EQUAL)} searches equal in order, {len(SAME_SET)} in programs", file=sys.stderr)
    if faults:
        print("\n".join(faults), file=sys.stderr)
        raise SystemExit(f"{len(faults)} faults of the static site")


def judge(browser, address, server, query):
    answer = json.load(urllib.request.urlopen(f"{server}/api/search?limit=100&{encoded(query)}"))
    expected = [(result["id"], sum(check["verdict"] == "unknown" for check in result["checks"]) > 0)
                for result in answer["answer"]["results"]]
    browser.open(f"{address}/index.html?{encoded(query)}")
    found = browser.run("""return [...document.querySelectorAll('.programs tbody tr')].filter(row => !row.hidden)
      .map(row => [row.id, row.querySelector('.leftopen') !== null])""")
    found = [tuple(each) for each in found]
    if query in SAME_SET:
        expected, found = sorted(expected), sorted(found)
    if found != expected:
        faults.append(f"{query}: the server has {expected[:4]} … ({len(expected)}), the site {found[:4]} … ({len(found)})")
    counts = browser.run("""const counts = {};
      for (const box of document.querySelectorAll('.choice input[type=checkbox][form=search]')) {
        const count = Number(box.closest('.choice').querySelector('.count').textContent);
        if (count) (counts[box.name] ??= {})[box.value] = count;
      } return counts;""")
    wanted = {facet: each for facet, each in answer["facets"].items() if each}
    if counts != wanted:
        faults.append(f"{query}: counts differ: {wanted} and {counts}")


def compared(browser, address, server, query):
    """Whether the site understands a query; then it must answer as the server does, else name what it does not understand."""
    browser.open(f"{address}/index.html?{urllib.parse.urlencode({'q': query})}")
    status, found = browser.run("""return [document.querySelector('.found').textContent,
      [...document.querySelectorAll('.programs tbody tr')].filter(row => !row.hidden)
        .map(row => [row.id, row.querySelector('.leftopen') !== null])]""")
    if status.startswith("この簡易検索には"):
        if found or "には「」が" in status or not browser.all(".chip.ignored .remove"):
            faults.append(f"{query}: refused without a word, or with programs: {status}")
        return False
    try:
        answer = json.load(urllib.request.urlopen(f"{server}/api/search?{urllib.parse.urlencode({'q': query, 'limit': 100})}"))["answer"]
    except urllib.error.HTTPError:
        faults.append(f"{query}: the server calls it wrong, the site answers")
        return True
    found = [tuple(each) for each in found]
    expected = [(result["id"], any(check["verdict"] == "unknown" for check in result["checks"])) for result in answer["results"]]
    # How rare a word is orders those that have it; the rest is equal.
    if answer["query"]["terms"] or answer["query"]["phrases"]:
        expected, found = sorted(expected), sorted(found)
    if found != expected:
        faults.append(f"{query}: the server has {expected[:3]} … ({len(expected)}), the site {found[:3]} … ({len(found)}); "
                      f"read as {[c['id'] + '<' + c['source'] for c in answer['query']['constraints']]} {answer['query']['terms']}")
    return True


def strip(browser, address):
    """What a page of files says of itself: chips, languages, forms, comparisons of nothing, wrong addresses."""
    def expect(holds, what):
        if not holds:
            faults.append(what)

    def text(selector):
        return browser.text(selector)

    def query(text):
        return urllib.parse.urlencode({"q": text})

    browser.open(f"{address}/en/index.html?{query('muryo')}&fee=free&place={urllib.parse.quote('宮城県')}&kind=other")
    chips = [chip.text for chip in browser.all(".chip")]
    expect(any("muryo → free of charge" in chip for chip in chips), f"a chip says what words were taken for: {chips}")
    expect(any("Fee a year: free" in chip for chip in chips), f"a filter has its chip: {chips}")
    expect(any("Kind: other" in chip for chip in chips), f"a kind has its chip: {chips}")
    browser.press(".languages a[lang=ja]")
    expect(browser.leads_to("/index.html?q=muryo") and "fee=free" in browser.driver.current_url, "another language keeps the search")
    browser.press(".understood > p a")
    browser.wait(lambda: not browser.all(".chip"))
    expect("?" not in browser.driver.current_url and not browser.all(".chip"), "everything can be cleared")
    browser.open(f"{address}/index.html?{query('無料じゃない')}")
    expect("この簡易検索には" in text(".found") and "じゃない" in text(".chips"), f"what is not understood is named: {text('.found')}")
    if pictures:
        browser.picture(os.path.join(pictures, "static-refused.png"))
    browser.open(f"{address}/index.html?{query('zzqqxx$&')}")
    expect("{0}" not in text("main"), "no template is left")
    browser.open(f"{address}/index.html?region=__proto__")
    expect(any(row.is_displayed() for row in browser.all(".programs tbody tr")), "a wrong region does no harm")
    for page in ["map", "timeline"]:
        browser.open(f"{address}/{page}.html")
        expect(not browser.one(".scriptless").is_displayed(), "with JavaScript nothing asks for it")
        browser.one("#q").send_keys("無料", "\ue007")
        expect(browser.leads_to("index.html?q="), f"the form of {page} leads to the search")
    browser.open(f"{address}/en/compare.html")
    expect("Pick programs" in text("main") and not browser.one(".comparison").is_displayed(), "a comparison of nothing says so")
    browser.open(f"{address}/en/compare.html?id=nobody")
    expect("No program has the id: nobody" in text("main"), "an id without a program is named")


def look(browser, address):
    """The other files: languages, map, comparison, programs, all reached by links."""
    browser.open(address + "/index.html")
    if pictures:
        browser.picture(os.path.join(pictures, "static.png"))
    browser.press(".languages a[lang=en]")
    browser.leads_to("/en/index.html")
    boxes = [box for box in browser.all("#pick input[name=id]") if box.is_displayed()]
    for box in boxes[:2]:
        browser.press(box)
    browser.press(".comparing button")
    browser.leads_to("compare.html?")
    heads = browser.run("return [...document.querySelectorAll('.comparison thead th')].filter(th => !th.hidden).length")
    if heads != 3:
        faults.append(f"two picked programs make {heads - 1} columns")
    if pictures:
        browser.picture(os.path.join(pictures, "static-compare.png"))
    browser.open(address + "/map.html")
    browser.press(next(tile for tile in browser.all(".tile.open")))
    if not browser.leads_to("place="):
        faults.append("a tile leads nowhere")
    browser.open(address + "/zh/index.html")
    browser.press(".programs tbody tr:not([hidden]) .hospital a")
    if not browser.leads_to("/zh/programs/") or not browser.all(".facts"):
        faults.append("a program has no page")
    seen = set()
    for page in ["/index.html", "/en/map.html", "/zh/timeline.html", "/changes.html"]:
        browser.open(address + page)
        seen.update(link.split("?")[0].split("#")[0] for link in browser.run(
            "return [...document.querySelectorAll('a, link')].map(a => a.href.baseVal === undefined ? a.href : new URL(a.href.baseVal, location).href)") if link.startswith(address))
    for link in sorted(seen):
        try:
            urllib.request.urlopen(link)
        except OSError as error:
            faults.append(f"a broken link: {link} ({error})")


main()
