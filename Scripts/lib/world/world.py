"""Crawls a web on loopback that behaves badly in every way, and judges from its log.

world.py PROGSEARCH FOLDER. A line a failed expectation; the status is 1 where there is one.
"""

import asyncio
import contextlib
import json
import re
import sqlite3
import ssl
import subprocess
import sys
from pathlib import Path

from behaviours import cases
from server import Site, message, validated

GAP = 0.05
TIMEOUT = 1.5
ROBOTS = "User-agent: *\nDisallow: /never\n"


def certificate(folder, name, days):
    key, cert = folder / f"{name}.key", folder / f"{name}.pem"
    dates = ["-not_before", "20200101000000Z", "-not_after", "20200201000000Z"] if days < 0 else ["-days", str(days)]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1",
               "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert]
    made = subprocess.run(command + dates, capture_output=True)
    if made.returncode != 0:  # an OpenSSL that cannot set the dates
        subprocess.run(command + ["-days", "1"], capture_output=True, check=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


async def start(case, folder):
    routes = {"/": validated(case.front, ETag='"front"'), "/after": validated("<p>after</p>", ETag='"after"'),
              "/robots.txt": case.robots or message(ROBOTS), "/never": message("never"), "/x": case.x}
    tls = certificate(folder, case.tls, -1 if case.tls == "expired" else 30) if case.tls else None
    site = Site(case.name, routes | case.routes, tls)
    await site.start()
    return site


def source(number, case, site):
    url = f"{case.scheme or ('https' if case.tls else 'http')}://{case.host}:{site.port}/"
    start = case.start.format(url=url, port=site.port)
    return f"""
  - id: h{number}
    name: 見本{number}病院
    kana: みほん
    english: Sample {number}
    aliases: []
    school: 見本大学
    prefecture: 宮城県
    city: 仙台市
    founder: national
    site: {url}
    hosts: ["{case.host}:{site.port}"]
    startPages: [{json.dumps(start) if start else ""}]
"""


class Run:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.archive = folder / "archive"

    async def crawl(self):
        return await self.start("crawl", "--sources", self.folder / "Crawl/sources.yaml", "--archive", self.archive,
                                "--index", self.folder / "index", "--allow-private-network", "--gap", str(GAP),
                                "--timeout", str(TIMEOUT))

    async def start(self, *arguments):
        process = await asyncio.create_subprocess_exec(
            self.program, *map(str, arguments), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
        output, messages = await process.communicate()
        return process.returncode, output.decode(), messages.decode()

    async def ledger(self, case, site):
        host = f"{case.host}:{site.port}"
        _, output, _ = await self.start("sources", "--archive", self.archive, "--ledger", host, "--format", "json")
        return json.loads(output) if output.strip() else []


def told(ledger, path="/x"):
    """What the ledger says last of a path."""
    entries = [e for e in ledger if re.sub(r"^https?://[^/]+", "", e["url"]) == path]
    if not entries:
        return "nothing"
    return entries[-1].get("problem") or str(entries[-1]["status"])


def gaps(site):
    return [after.start - before.end for before, after in zip(site.log, site.log[1:])]


def judge(case, site, ledger, sites):
    """What is wrong with how a site was treated."""
    found = told(ledger)
    if not re.search(case.expect, found):
        yield f"/x: {found}, not {case.expect}"
    paths = site.paths()
    if paths and paths[0] != "/robots.txt":
        yield f"asked {paths[0]} before robots.txt"
    if "/never" in paths:
        yield "asked what robots.txt forbids"
    if site.most > 1:
        yield f"{site.most} connections at once"
    if any(gap < GAP * 0.95 for gap in gaps(site)):
        yield f"a gap of {min(gaps(site)):.3f} s"
    if case.later and not (set(case.checks) & {"robots only", "nothing sent"}) and "/after" not in paths:
        yield "/after was not fetched"
    if any(len(e["reason"]) < 5 for e in ledger):
        yield "a request without a reason"
    for check in case.checks:
        yield from judge_more(check, site, paths)


def judge_more(check, site, paths):
    words = check.split(" ")
    slow = [r for r in site.log if r.end - r.start > 0.3]
    if check == "no cookies" and any("cookie" in r.headers for r in site.log):
        yield "sent a cookie"
    elif check == "gap after slow":
        index = site.log.index(slow[0]) if slow else len(site.log)
        if len(site.log) > index + 1 and site.log[index + 1].start - slow[0].end < 4 * 0.4:
            yield "no longer pause after a slow answer"
    elif check == "bounded" and getattr(site, "unbounded", False):
        yield "read without end"
    elif words[0] == "fetched" and words[1] not in paths:
        yield f"{words[1]} was not fetched"
    elif words[0] == "not" and words[1] in paths:
        yield f"{words[1]} was fetched"
    elif words[0] == "once" and paths.count(words[1]) != 1:
        yield f"{words[1]} was fetched {paths.count(words[1])} times"
    elif words[0] in ("gap", "pause"):
        rest = [r for r in site.log]
        pairs = [(a, b) for a, b in zip(rest, rest[1:]) if words[0] == "gap" or a.status == 429]
        if any(b.start - a.end < float(words[1]) * 0.95 for a, b in pairs):
            yield f"paused for less than {words[1]} s"
    elif check == "robots only" and set(paths) - {"/robots.txt"}:
        yield f"asked {paths}"
    elif check == "nothing sent" and paths:
        yield f"asked {paths}"
    elif words[:2] == ["at", "most"] and len(paths) > int(words[2]):
        yield f"{len(paths)} requests"


def judge_again(case, site, ledger, before):
    """What is wrong with a second crawl of the same web."""
    again = site.log[before:]
    if case.expect_again and not re.search(case.expect_again, told(ledger)):
        yield f"second crawl: /x: {told(ledger)}, not {case.expect_again}"
    if any(r.path == "/robots.txt" for r in again) and site.log[0].status == 200:
        yield "asked robots.txt twice in a day"
    if "304 later" in case.checks and [r.status for r in again if r.path == "/x"] != [304]:
        yield f"second crawl: /x {[r.status for r in again if r.path == '/x']}"
    if "rests" in case.checks and again:
        yield f"second crawl: asked {[r.path for r in again]} of a host that asks to be left alone"
    known = {r.path for r in site.log[:before] if r.status == 200}
    if any(r.status == 200 and r.path in known & {"/", "/after"} for r in again):
        yield "a page with a validator was sent again"


def strays(run, table, sites):
    """The hosts that were asked for pages and are none of the sources'."""
    own = {f"{case.host}:{site.port}" for case, site in zip(table, sites)}
    with contextlib.closing(sqlite3.connect(run.archive / "catalogue.sqlite")) as catalogue:
        asked = catalogue.execute("SELECT DISTINCT host FROM request WHERE url NOT LIKE '%/robots.txt'")
        return [f"asked {host}, which is no host of a source" for host, in asked if host not in own]


async def main(program, folder):
    table = cases()
    sites = [await start(case, folder) for case in table]
    (folder / "Crawl").mkdir()
    (folder / "Crawl/sources.yaml").write_text(
        "sources:\n" + "".join(source(n, c, s) for n, (c, s) in enumerate(zip(table, sites))))
    run = Run(program, folder)
    code, _, messages = await run.crawl()
    faults = [] if code == 0 else [f"the crawl ended with {code}: {messages[-400:]}"]
    for case, site in zip(table, sites):
        ledger = await run.ledger(case, site)
        faults += [f"{case.name}: {fault}" for fault in judge(case, site, ledger, sites)]
    counts = [len(site.log) for site in sites]
    if code != 0:
        print(*faults[:1], sep="\n")
        return 1
    records = (folder / "index/programs.jsonl").read_bytes()
    code, _, messages = await run.crawl()
    if code != 0:
        faults.append(f"the second crawl ended with {code}: {messages[-400:]}")
    for case, site, count in zip(table, sites, counts):
        ledger = await run.ledger(case, site) if case.expect_again else []
        faults += [f"{case.name}: {fault}" for fault in judge_again(case, site, ledger, count)]
    if (folder / "index/programs.jsonl").read_bytes() != records:
        faults.append("the second crawl of the same web made other records")
    faults += strays(run, table, sites)
    for fault in faults:
        print(fault)
    requests = sum(len(site.log) for site in sites)
    print(f"{len(table)} behaviours, {requests} requests, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(asyncio.run(main(sys.argv[1], Path(sys.argv[2]))))
