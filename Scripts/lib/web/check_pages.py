"""Uses the pages as people do, in a real browser, and lists what is wrong.

    check_pages.py FOLDER ROOT [PICTURES]
"""

import importlib.resources
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

from selenium.webdriver.common.keys import Keys

import hostile
from browser import Browser
from server import Server

faults = []
folder, root = sys.argv[1:3]
pictures = sys.argv[3] if len(sys.argv) > 3 else None
samples = os.path.join(root, "Tests/SearchSuite/programs.jsonl")
records = [json.loads(line) for line in open(samples, encoding="utf-8")]
trainings = [record["id"] for record in records if record["kind"] == "practical-training"]


def expect(holds, what):
    if not holds:
        faults.append(what)
        print("wrong:", what, file=sys.stderr)


def picture(browser, name):
    if pictures:
        browser.picture(os.path.join(pictures, name + ".png"))


def quoted(text):
    return urllib.parse.quote(text)


def check_search(browser, site):
    browser.open(site + "/?lang=ja")
    picture(browser, "search")
    expect(f"{len(trainings)}件" in browser.text(".found"), "the first view lists every program")
    field = browser.one("#q")
    field.send_keys("無料 東北", Keys.ENTER)
    browser.leads_to("q=")
    expect("無料" in urllib.parse.unquote(browser.driver.current_url), "the address holds the query")
    chips = [chip.text for chip in browser.all(".chip")]
    expect(len(chips) == 2 and "無料" in chips[0] and "東北" in chips[1], f"two chips, not {chips}")
    rows = len(browser.all(".programs tbody tr"))
    expect(0 < rows < 20, "the query narrows the list")
    browser.press(".chip .remove")
    browser.wait(lambda: len(browser.all(".chip")) == 1)
    expect(len(browser.all(".chip")) == 1, "a chip can be taken out")
    expect(len(browser.all(".programs tbody tr")) >= rows, "without a chip there are more")
    browser.open(f"{site}/?lang=ja&q={quoted('zzqqxx 無料')}")
    expect("わからなかった語：zzqqxx" in browser.text(".chips"), "a word that was not understood is named")
    picture(browser, "chips")
    browser.open(f"{site}/?lang=en&q={quoted('foo:bar')}")
    expect("there is no field" in browser.text(), "a wrong field is explained")
    picture(browser, "wrong-query")
    browser.open(site + "/?lang=en&view=cards&sort=fee")
    expect(len(browser.all(".card")) == 20, "cards")
    picture(browser, "cards")


def check_filters(browser, site):
    browser.open(site + "/?lang=en")
    for facet in browser.all("details.facet"):
        browser.run("arguments[0].open = true", facet)
    for value in ["free", "unknown"]:
        browser.open(site + "/?lang=en")
        box = browser.one(f"input[name=fee][value={value}]")
        count = int(box.find_element("xpath", "..").find_element("css selector", ".count").text)
        browser.press(box)
        expect(browser.leads_to(f"fee={value}"), f"the filter {value} stands in the address")
        found = browser.text(".found")
        expect(f"{count} program" in found, f"fee {value}: {count} were promised, {found}")
        for cell in browser.all(".programs tbody tr td:nth-of-type(3) .value"):
            expect((value == "free") == cell.text.startswith("free"), f"fee {value} shows {cell.text}")
    picture(browser, "filter-unknown")
    browser.open(site + "/?lang=en&place=%E5%BE%B3%E5%B3%B6%E7%9C%8C&place=unknown&status=open")
    expect(browser.one("input[name=status][value=open]").is_selected(), "filters show what the address says")


def check_compare(browser, site):
    browser.open(site + "/?lang=en")
    boxes = browser.all("#pick input[name=id]")
    for box in boxes[:3]:
        browser.press(box)
    browser.press(".comparing button")
    expect(browser.leads_to("compare"), "picks lead to the comparison")
    expect(len(browser.all(".comparison thead th")) == 4, "three programs side by side")
    expect(browser.all(".comparison .differs"), "differences are marked")
    browser.press(".comparison td details summary")
    expect(browser.all(".comparison .evidence .quote"), "evidence on demand")
    picture(browser, "compare")
    browser.open(site + "/?lang=en")
    boxes = browser.all("#pick input[name=id]")
    for box in boxes[:6]:
        browser.press(box)
    expect(not boxes[6].is_enabled(), "a seventh cannot be picked")
    browser.press(".comparing button")
    browser.leads_to("compare")
    wide = browser.run("const frame = document.querySelector('.scroll.beside'); return frame.scrollWidth - frame.clientWidth")
    expect(wide <= 0, f"six stand beside each other on a screen of 1280, not {wide} more")
    check_picks(browser, site)


def check_picks(browser, site):
    """What was picked is kept on the next page, under another filter, and from one program to the next."""
    browser.open(site + "/?lang=en")
    for box in browser.all("#pick input[type=checkbox]")[:2]:
        browser.press(box)
    browser.press(".pages a[rel=next]")
    browser.leads_to("page=2")
    browser.press(browser.all("#pick input[type=checkbox]")[0])
    browser.one("#q").send_keys("a", Keys.BACKSPACE, Keys.ENTER)
    browser.wait(lambda: "page=" not in browser.driver.current_url)
    expect(browser.driver.current_url.count("id=") == 3, "a search keeps what was picked")
    browser.press(".programs tbody tr:last-child th a")
    browser.leads_to("programs/")
    browser.press(".actions a[href*=compare]")
    browser.leads_to("compare")
    expect(len(browser.all(".comparison thead th")) == 5, "three that were picked, and the one that was added")


def check_back(browser, site):
    """Whoever goes back finds what was picked since."""
    browser.open(site + "/?lang=en")
    browser.press(browser.all("#pick input[type=checkbox]")[0])
    browser.press(".pages a[rel=next]")
    browser.leads_to("page=2")
    browser.press(browser.all("#pick input[type=checkbox]")[0])
    browser.driver.back()
    browser.wait(lambda: "page=2" not in browser.driver.current_url)
    expect(browser.wait(lambda: browser.driver.current_url.count("id=") == 2), "going back keeps what was picked since")
    browser.press(".comparing button")
    browser.leads_to("compare")
    expect(len(browser.all(".comparison thead th")) == 3, "what was picked on both pages is compared")


def check_kinds(browser, site):
    """A query that names a kind: the filter leaves it to the query, and practical training can be chosen beside it."""
    browser.open(f"{site}/?lang=en&q={quoted('研究生')}")
    chosen = "return document.getElementById('kind').selectedOptions[0].textContent"
    expect(browser.run(chosen) == "as the query says", "the filter of kinds says what narrows")
    browser.open(f"{site}/?lang=en&q={quoted('研究生')}&kind=practical-training")
    chips = [chip.text for chip in browser.all(".chip")]
    expect(any("Kind: practical training" in chip for chip in chips), f"a kind that narrows has its chip: {chips}")
    browser.press(".chip.filter .remove")
    browser.wait(lambda: not browser.all(".chip.filter"))
    expect(not browser.all(".chip.filter") and browser.all(".programs tbody tr"), "the kind can be taken out")


def check_map(browser, site):
    browser.open(site + "/map?lang=en")
    tiles = browser.all(".tile")
    expect(len(tiles) == 47, "47 tiles")
    expect(all(":" in (tile.get_attribute("aria-label") or "") for tile in tiles), "tiles say their figures")
    figures = {text.text for text in browser.all(".tile .figures")}
    expect(any("●" in text for text in figures) and any("?" in text for text in figures),
           "tiles are told without colour")
    picture(browser, "map")
    overlong = browser.run("""return [...document.querySelectorAll('.tile text')].filter(text =>
      text.getBBox().width > text.closest('a').querySelector('rect').getBBox().width).map(t => t.textContent)""")
    expect(not overlong, f"names fit into tiles: {overlong}")
    browser.press(next(tile for tile in tiles if "Tokyo" in tile.get_attribute("aria-label")))
    browser.leads_to("place=")
    expect("Tokyo" in browser.text(".chips"), "a tile leads to its programs")


def check_time_line(browser, site):
    browser.open(site + "/timeline?lang=en")
    picture(browser, "timeline")
    expect(browser.all(".timeline .today line"), "today is marked")
    expect(len(browser.all(".timeline .row")) > 30, "a row a program")
    expect("year unknown" in browser.text(), "what has no sure day is listed")


def check_languages(browser, site):
    for language, word, tag in [("en", "Filters", "en"), ("zh", "筛选", "zh-Hans"), ("ja", "絞り込み", "ja")]:
        browser.open(f"{site}/?q={quoted('無料')}&lang=ja")
        browser.press(f".languages a[lang={tag}]")
        browser.leads_to("lang=" + language)
        expect(word in browser.text(".filters"), f"labels in {language}")
        expect(browser.one("html").get_attribute("lang") == tag, f"the page says that it is in {language}")
        expect(browser.one("#q").get_attribute("value") == "無料", "another language keeps the query")
        picture(browser, "language-" + language)
    browser.open(site + "/?lang=ja&ruby=1")
    expect(len(browser.all("ruby rt")) > 20, "readings on request")
    picture(browser, "readings")


def check_program(browser, site):
    browser.open(f"{site}/programs/{trainings[0]}?lang=ja")
    expect(browser.all(".notknown li"), "what is not known is listed")
    for summary in browser.all(".facts summary"):
        browser.press(summary)
    picture(browser, "program")
    links = [a.get_attribute("href") for a in browser.all(".evidence a")]
    expect(any("#:~:text=" in link for link in links), "links lead to the sentence")
    data = json.loads(browser.run("return document.querySelector('script[type=\"application/ld+json\"]').textContent"))
    expect(data["@graph"][0]["@type"] == "EducationalOccupationalProgram", "linked data")


def check_without_scripts(site):
    browser = Browser(scripts=False)
    try:
        browser.open(site + "/?lang=en")
        browser.press("input[name=fee][value=free]")
        browser.press(".filters button")
        expect(browser.leads_to("fee=free"), "filters are forms")
        browser.press("#pick input[name=id]")
        browser.press(".comparing button")
        expect(browser.leads_to("/compare?"), "comparing is a form")
        picture(browser, "no-scripts")
    finally:
        browser.close()


PAGES = ["/?lang=ja", "/?lang=en&q=free+Tohoku", "/?lang=zh&view=cards&ruby=1", "/map?lang=en", "/timeline?lang=ja",
         "/compare?lang=en&id={0}&id={1}&id={2}", "/programs/{0}?lang=ja", "/changes?lang=en", "/nothing?lang=en",
         "/?q=foo:bar&lang=en"]


def pages(site):
    return [site + page.format(*trainings) for page in PAGES]


def check_narrow(browser, site):
    for width in [390, 320]:
        browser.view(width, 844)
        for address in pages(site):
            browser.open(address)
            wide = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            expect(wide <= 0, f"{address} is {wide} too wide at {width}")
            picture(browser, f"narrow-{width}-" + str(pages(site).index(address)))
    browser.view(1280)


# What WCAG 2.2 asks at the levels A and AA, as far as axe can tell.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def check_accessibility(browser, site):
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    # Rules for what is new in 2.2 rest until they are asked for.
    options = {"resultTypes": ["violations"], "runOnly": LEVELS, "rules": {"target-size": {"enabled": True}}}
    for width, dark, addresses in [(1280, False, pages(site)), (1280, True, pages(site)), (360, False, pages(site))]:
        browser.view(width, 900, dark)
        for address in addresses:
            browser.open(address)
            browser.run("document.querySelectorAll('details').forEach(details => { details.open = true; })")
            browser.run(axe)
            found = browser.driver.execute_async_script("axe.run(document, arguments[0]).then(arguments[1])", options)
            for violation in found["violations"]:
                where = violation["nodes"][0]["html"][:160]
                if violation["impact"] in ("serious", "critical"):
                    expect(False, f"axe ({width}{', dark' if dark else ''}) {address}: {violation['id']}: {where}")
                else:
                    print("axe, minor:", address, violation["id"], where, file=sys.stderr)
    browser.view(1280)


def check_language_of_parts(browser, site):
    """Japanese on pages in another language says that it is Japanese; in Chinese only kana tell it apart."""
    for language, letters in [("en", "\\u3040-\\u30ff\\u4e00-\\u9fff"), ("zh", "\\u3041-\\u30fa")]:
        for page in ["/?", "/?kind=other&", "/?kind=examination&view=cards&", "/compare?id={0}&id={1}&id={2}&", "/programs/{0}?", "/programs/{3}?",
                     "/timeline?"]:
            browser.open(site + page.format(*trainings) + "lang=" + language)
            browser.run("document.querySelectorAll('details').forEach(details => { details.open = true; })")
            found = browser.run(f"""const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
              while (walker.nextNode()) {{
                const text = walker.currentNode, parent = text.parentElement;
                if (/[{letters}]/.test(text.data) && parent.closest('[lang]').lang !== 'ja' && !parent.closest('.hint, svg, .history'))
                  found.push(parent.outerHTML.slice(0, 120));
              }} return found;""")
            expect(not found, f"{page} in {language}: {len(found)} passages do not say that they are Japanese: {found[:2]}")


def check_phone(browser, site):
    """At the width of a phone: several filters are chosen in peace, a comparison keeps its labels in sight."""
    browser.view(360, 780)
    browser.open(site + "/?lang=en")
    expect(browser.run("return document.querySelector('.filterbox').open") is False, "filters begin folded up")
    browser.press(".filterbox > summary")
    for box in ["input[name=fee][value=unknown]", "input[name=status][value=open]"]:
        browser.press(box)
    expect("fee" not in browser.driver.current_url, "a choice does not load the page anew")
    browser.press(".filterbox > button")
    expect(browser.leads_to("fee=unknown") and "status=open" in browser.driver.current_url, "both choices are applied")
    top = browser.run("return document.querySelector('#results').getBoundingClientRect().top")
    expect(top < 780, f"the results stand on the first screen, not {top} below")
    browser.open(site + "/compare?lang=en&" + "&".join("id=" + quoted(id) for id in trainings[:6]))
    browser.run("const frame = document.querySelector('.scroll.beside'); frame.scrollIntoView(); frame.scrollTo(500, 300)")
    seen = browser.run("""const frame = document.querySelector('.scroll.beside').getBoundingClientRect();
      const head = document.querySelectorAll('.comparison thead th')[3].getBoundingClientRect();
      return [...document.querySelectorAll('.comparison th[scope=row]')].every(th => Math.abs(th.getBoundingClientRect().left - frame.left) < 3)
        && Math.abs(head.top - frame.top) < 3;""")
    expect(seen, "names of facts and hospitals stay in sight")
    picture(browser, "phone-compare-moved")
    browser.open(site + "/timeline?lang=en")
    today = browser.run("return document.querySelector('.timeline .today line').getBoundingClientRect().left")
    expect(0 < today < 345, f"a time line begins about today, which stands at {today}")
    browser.run("document.querySelector('.timeline').parentElement.scrollTo(300, 0)")
    expect(browser.wait(lambda: browser.run("""const frame = document.querySelector('.timeline').parentElement.getBoundingClientRect();
      return document.querySelector('.timeline .name').getBoundingClientRect().left >= frame.left - 2""")), "names stay beside a time line that is moved")
    picture(browser, "phone-timeline-moved")
    browser.view(1280)


def check_print(browser, site):
    """Six programs fit across a printed page."""
    browser.view(718, 1000)
    browser.open(site + "/compare?lang=en&" + "&".join("id=" + quoted(id) for id in trainings[:6]))
    browser.command("Emulation.setEmulatedMedia", media="print")
    right = browser.run("return Math.max(...[...document.querySelectorAll('.comparison tr > *')].map(cell => cell.getBoundingClientRect().right))")
    expect(right <= 718, f"the printed comparison ends at {right} of 718")
    picture(browser, "print-compare")
    browser.command("Emulation.setEmulatedMedia", media="")
    browser.view(1280)


def check_tab_order(browser, site):
    browser.open(site + "/?lang=en&q=free")
    order = []
    for _ in range(60):
        browser.command("Input.dispatchKeyEvent", type="rawKeyDown", key="Tab", code="Tab", windowsVirtualKeyCode=9)
        order.append(browser.run("""
          const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
          return {text: (e.getAttribute('aria-label') || e.textContent || e.name || '').trim().slice(0, 30),
                  isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
                  outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
                  place: [...document.querySelectorAll('*')].indexOf(e)};"""))
    expect(order[0]["text"] == "Skip to content", f"the first stop skips to the content, not {order[0]}")
    places = [stop["place"] for stop in order]
    expect(places == sorted(places), "the stops follow the page")
    expect(len(set(places)) == len(places), "no stop is a trap")
    for stop in order:
        expect(stop["isSeen"] and stop["outline"], f"a stop is not seen: {stop}")


def check_hostile():
    place = os.path.join(folder, "hostile.jsonl")
    with open(place, "w", encoding="utf-8") as file:
        file.write(hostile.records(records))
    browser = Browser()
    with Server(place, os.path.join(folder, "hostile"), "--today", "2026-11-21") as server:
        try:
            attempts = 0
            addresses = [server.address + page for page in
                         ["/", "/?page=2", "/?view=cards", "/?view=cards&page=2", "/map", "/timeline", "/changes"]]
            for number, text in enumerate(hostile.TEXTS):
                id = quoted(f"evil{number}/practical-training")
                addresses += [f"{server.address}/programs/evil{number}/practical-training",
                              f"{server.address}/compare?id={id}"]
                for parameter in ["q", "place", "id", "lang", "sort"]:
                    addresses.append(f"{server.address}/?{parameter}={quoted(text)}")
                addresses.append(f"{server.address}/compare?id={quoted(text)}")
                addresses.append(f"{server.address}/{quoted(text, )}")
                addresses.append(f"{server.address}/#{quoted(text)}")
            for address in addresses:
                attempts += 1
                browser.open(address)
                broken = browser.run("document.querySelectorAll('details').forEach(d => d.open = true); return window.broken")
                expect(broken is None, f"a script ran at {address}")
                expect(browser.driver.current_url.startswith(server.address), f"{address} led elsewhere")
                bad = browser.run("""return [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a =>
                  /^on/i.test(a.name) || a.name === 'style' ||
                  (/^(href|src|action)$/i.test(a.name) && !/^(https?:|mailto:|\\.|#)/i.test(a.value)))).map(e => e.outerHTML)""")
                expect(not bad, f"{address}: {bad[:1]}")
            refused = [problem for problem in browser.problems() if "Content Security Policy" in problem]
            expect(not refused, f"the policy had to refuse something: {refused[:2]}")
            outside = [url for url in browser.requests() if url.startswith("http") and not url.startswith(server.address)]
            expect(not outside, f"something was fetched from elsewhere: {outside[:3]}")
            expect(attempts >= 200, "at least 200 attempts")
            print(f"hostile text: {attempts} pages", file=sys.stderr)
        finally:
            browser.close()


def check_weight(site):
    browser = Browser(390, 844)
    try:
        # A slow phone: the profile of Chromium's tools that Lighthouse uses, and a processor four times slower.
        browser.command("Network.enable")
        browser.command("Network.emulateNetworkConditions", offline=False, latency=150,
                        downloadThroughput=1_600_000 / 8, uploadThroughput=750_000 / 8)
        browser.command("Emulation.setCPUThrottlingRate", rate=4)
        browser.requests()
        browser.open(site + "/?lang=ja")
        entries = browser.run("""return [...performance.getEntriesByType('navigation'),
          ...performance.getEntriesByType('resource')].map(e => [e.name, e.transferSize || e.encodedBodySize])""")
        weight = sum(size for _, size in entries)
        usable = browser.run("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        print(f"first view: {weight} bytes in {len(entries)} files, usable after {usable:.0f} ms on a slow phone",
              file=sys.stderr)
        expect(weight < 100_000, f"the first view weighs {weight} bytes")
        expect(usable < 1000, f"usable after {usable} ms")
        expect(all(url.startswith(site) for url in browser.requests() if url.startswith("http")), "nothing from outside")
    finally:
        browser.close()


def check_headers(site):
    for path in ["/", "/map", "/nothing", "/api/coverage", "/assets/progsearch.css", "/calendar.ics"]:
        try:
            answer = urllib.request.urlopen(site + path)
        except urllib.error.HTTPError as error:
            answer = error
        headers = answer.headers
        policy = headers["content-security-policy"] or ""
        expect("default-src 'none'" in policy and "unsafe" not in policy, f"{path}: the policy is {policy}")
        for name, value in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")]:
            expect(headers[name] == value, f"{path}: {name}")
        expect(headers["set-cookie"] is None, f"{path} sets a cookie")
        if answer.status == 200:
            again = urllib.request.Request(site + path, headers={"If-None-Match": headers["etag"]})
            try:
                status = urllib.request.urlopen(again).status
            except urllib.error.HTTPError as error:
                status = error.code
            expect(status == 304, f"{path} is sent again: {status}")


def main():
    check_hostile()
    with Server(samples, os.path.join(folder, "site"), "--today", "2026-11-21") as server:
        check_headers(server.address)
        check_weight(server.address)
        check_without_scripts(server.address)
        browser = Browser()
        try:
            for check in [check_search, check_filters, check_compare, check_back, check_kinds, check_map, check_time_line, check_languages,
                          check_program, check_narrow, check_phone, check_print, check_language_of_parts,
                          check_tab_order, check_accessibility]:
                begun = time.monotonic()
                check(browser, server.address)
                print(f"{check.__name__}: {time.monotonic() - begun:.1f} s", file=sys.stderr)
            problems = [p for p in browser.problems() if "404" not in p and "400" not in p]
            expect(not problems, f"the browser complained: {problems[:3]}")
        finally:
            browser.close()
    if faults:
        raise SystemExit(f"{len(faults)} faults of the pages")


main()
