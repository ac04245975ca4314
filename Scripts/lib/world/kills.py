"""Kills a crawl at random instants, and looks after each kill whether anything was lost.

kills.py PROGSEARCH FOLDER [--kills N] [--seed S] [--hosts N] [--pages N]

After each kill the archive is read by warcio and by our own `verify`, the catalogue by SQLite, the
records and changes line by line. At the end a whole crawl must give what a crawl gives that nobody
killed, and no page may have been sent twice but those that were under way when a kill came.
"""

import argparse
import asyncio
import collections
import json
import random
import sqlite3
import sys
from pathlib import Path

from server import Site, message, validated


def page(host, number, pages):
    links = "".join(f'<a href="/shuren{"abcdefghij"[n % 10] * (n // 10 + 1)}">研修 {n}</a>' for n in range(pages))
    fee = 1000 * (host + 1) + number
    return f"""<!doctype html><html lang="ja"><head><title>見本{host}大学病院 実地修練</title></head><body>
<h1>医師国家試験予備試験合格者の実地修練生募集要項（令和9年度）</h1>{links if number == 0 else ""}
<table><tr><th>修練料</th><td>月額{fee:,}円</td></tr><tr><th>定員</th><td>{host % 5 + 1}名</td></tr>
<tr><th>出願期間</th><td>2026年11月9日から2026年12月{host % 20 + 5}日まで（必着）</td></tr></table></body></html>"""


def path(number):
    return "/" if number == 0 else f'/shuren{"abcdefghij"[(number - 1) % 10] * ((number - 1) // 10 + 1)}'


async def start(host, pages):
    routes = {path(n): validated(page(host, n, pages - 1), ETag=f'"{host}-{n}"') for n in range(pages)}
    routes["/robots.txt"] = message("User-agent: *\nDisallow: /never\n")
    site = Site(f"h{host}", routes)
    await site.start()
    return site


def source(host, site):
    return f"""
  - id: h{host}
    name: 見本{host}大学病院
    kana: みほん
    english: Sample {host}
    school: 見本{host}大学
    aliases: []
    prefecture: 宮城県
    city: 仙台市
    founder: national
    site: {site.url()}
    hosts: ["127.0.0.1:{site.port}"]
    startPages: ["{site.url()}"]
"""


class World:
    def __init__(self, program, folder, sites):
        self.program, self.folder, self.sites = program, folder, sites
        self.archive, self.index = folder / "archive", folder / "index"

    async def begin(self, *arguments):
        return await asyncio.create_subprocess_exec(
            self.program, *map(str, arguments), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)

    async def crawl(self, archive=None, index=None, *more):
        return await self.begin(
            "crawl", "--sources", self.folder / "Crawl/sources.yaml", "--archive", archive or self.archive,
            "--index", index or self.index, "--allow-private-network", "--gap", "0", *more)

    async def faults(self):
        """What is wrong with what lies on the disk."""
        warcs = sorted(self.archive.glob("*.warc"))
        for warc in warcs:
            try:
                await asyncio.to_thread(check_warc, warc, warc == warcs[-1])
            except Exception as error:  # whatever a reader of others does not like is a fault
                yield f"{warc.name}: {error}"
        catalogue = self.archive / "catalogue.sqlite"
        if catalogue.exists():
            with sqlite3.connect(f"file:{catalogue}?mode=ro", uri=True) as database:
                answer = database.execute("PRAGMA integrity_check").fetchone()[0]
                if answer != "ok":
                    yield f"catalogue: {answer}"
                tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
                rows = database.execute("SELECT file, offset, length FROM capture") if "capture" in tables else []
                for file, offset, length in rows:
                    if (self.archive / file).stat().st_size < offset + length:
                        yield f"{file} is shorter than the catalogue says"
        for name in ("programs.jsonl", "changes.jsonl"):
            file = self.index / name
            if file.exists():
                for number, line in enumerate(file.read_text().splitlines(), 1):
                    try:
                        json.loads(line)
                    except ValueError as error:
                        yield f"{name}, line {number}: {error}"
        if (self.index / "programs.jsonl").exists():
            process = await self.begin("query", "--index", self.index, "--today", "2026-11-21", "東北")
            await process.communicate()
            if process.returncode not in (0, 1):
                yield f"query ended with {process.returncode}"


def check_warc(file, may_be_torn):
    """Reads every record; only the last file may end in half a record, which the next crawl cuts off."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    size = file.stat().st_size
    with file.open("rb") as stream:
        iterator = ArchiveIterator(stream, check_digests=True)
        try:
            for record in iterator:
                record.raw_stream.read()
                end = iterator.get_record_offset() + iterator.get_record_length()
                if record.digest_checker.passed is False and not (may_be_torn and end >= size):
                    raise ValueError(f"digest: {record.digest_checker.problems}")
        except ArchiveLoadFailed:
            if not may_be_torn:
                raise


def sent(sites):
    counts = collections.Counter()
    for site in sites:
        for request in site.log:
            if request.status == 200 and request.path != "/robots.txt":
                counts[site.name + request.path] += 1
    return counts


async def finish(process):
    _, messages = await process.communicate()
    if process.returncode != 0:
        raise SystemExit(f"a crawl ended with {process.returncode}: {messages.decode()[-600:]}")


async def main(options):
    sites = [await start(host, options.pages) for host in range(options.hosts)]
    (options.folder / "Crawl").mkdir(parents=True)
    (options.folder / "Crawl/sources.yaml").write_text(
        "sources:\n" + "".join(source(n, site) for n, site in enumerate(sites)))
    world = World(options.program, options.folder, sites)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await finish(await world.crawl(options.folder / "whole", options.folder / "whole-index"))
    length = loop.time() - begun
    for site in sites:
        site.log.clear()
    chance = random.Random(options.seed)
    faults, under_way, kills = [], 0, 0
    while kills < options.kills:
        # A crawl that is done has nothing left to lose: begin anew, from nothing.
        for fresh in range(10_000):
            process = await world.crawl()
            await asyncio.sleep(chance.uniform(0, min(length, options.longest)))
            if process.returncode is not None:
                await finish(process)
                break
            process.kill()
            await process.communicate()
            kills += 1
            under_way += 1
            found = [fault async for fault in world.faults()]
            faults += [f"kill {kills}: {fault}" for fault in found]
            if kills >= options.kills:
                break
    for kind in ("crawl", "offline"):
        await finish(await (world.crawl() if kind == "crawl" else world.crawl(None, None, "--offline")))
        faults += [f"after the last {kind}: {fault}" async for fault in world.faults()]
        if strip(world.index) != strip(options.folder / "whole-index"):
            faults.append(f"after the last {kind} the records are not those of a crawl that nobody killed")
    counts = sent(sites)
    twice = sum(count - 1 for count in counts.values())
    # Each host may have had one request under way at each kill.
    if twice > under_way * min(options.hosts, 24):
        faults.append(f"{twice} pages were sent twice, in {under_way} kills")
    missing = options.hosts * min(options.pages, 60) - len(counts)
    if missing > 0:
        faults.append(f"{missing} pages were never sent")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{kills} kills of a crawl of {options.hosts} hosts and {len(counts)} pages that takes {length:.1f} s: "
          f"{twice} pages sent twice, {len(faults)} faults")
    return 1 if faults else 0


def strip(index):
    """The records without the times of fetching."""
    records = [json.loads(line) for line in (index / "programs.jsonl").read_text().splitlines()]
    for record in records:
        for source_page in record["pages"]:
            source_page.pop("fetchedAt", None)
    return records


parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
parser.add_argument("program")
parser.add_argument("folder", type=Path)
parser.add_argument("--kills", type=int, default=10)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--hosts", type=int, default=50)
parser.add_argument("--pages", type=int, default=8)
parser.add_argument("--longest", type=float, default=5.0, help="the longest time before a kill, in seconds")
sys.exit(asyncio.run(main(parser.parse_args())))
