"""Kills a crawl at random instants, and looks after each kill whether anything was lost.

kills.py PROGSEARCH FOLDER [--kills N] [--seed S] [--hosts N] [--pages N]

A crawl is begun from nothing, killed, gone on with, killed again, until it comes to its end; then the next one is
begun, until there were so many kills. After each kill the archive is read by warcio, the catalogue by
SQLite, records and changes line by line, the index by `check` and a query; what was in the catalogue
is still there; and what was sent and is not there is one page a host at most, which was under way.
Only such pages may be sent again. Each crawl must end with what one gives that nobody killed, and at
times, and at each end, every fact is read again from the archive by `verify`.
"""

import argparse
import asyncio
import collections
import contextlib
import json
import random
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from server import Site, message, validated

LONGEST = 120  # seconds that a command may take here; a crawl takes one or two


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
    # Every other host gives nothing to ask "has it changed?" with.
    fields = [{"ETag": f'"{host}-{n}"'} if host % 2 else {} for n in range(pages)]
    routes = {path(n): validated(page(host, n, pages - 1), **fields[n]) for n in range(pages)}
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
        self.messages = folder / "messages"
        self.torn = 0
        self.anew("whole")

    def anew(self, name):
        """Begins from nothing, in a folder of its own."""
        self.archive, self.index = self.folder / name / "archive", self.folder / name / "index"
        # The files that were read, in the state in which they were, and how much of each the catalogue names.
        self.checked, self.ends = {}, {}
        for site in self.sites:
            site.log.clear()

    async def begin(self, *arguments):
        return await asyncio.create_subprocess_exec(
            self.program, *map(str, arguments), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)

    async def crawl(self, *more):
        arguments = ("crawl", "--sources", self.folder / "Crawl/sources.yaml", "--archive", self.archive,
                     "--index", self.index, "--allow-private-network", "--gap", "0", *more)
        # A file, since nobody empties a pipe while the crawl goes on.
        with self.messages.open("wb") as messages:
            return await asyncio.create_subprocess_exec(
                self.program, *map(str, arguments), stdout=messages, stderr=messages)

    async def finish(self, process):
        try:
            await asyncio.wait_for(process.wait(), LONGEST)
        except TimeoutError:
            process.kill()
            raise SystemExit(f"a crawl did not end within {LONGEST} s: {self.messages.read_text()[-2000:]}") from None
        if process.returncode != 0:
            raise SystemExit(f"a crawl ended with {process.returncode}: {self.messages.read_text()[-600:]}")

    async def ends_well(self, *arguments):
        process = await self.begin(*arguments)
        try:
            output, messages = await asyncio.wait_for(process.communicate(), LONGEST)
        except TimeoutError:
            process.kill()
            raise SystemExit(f"{' '.join(map(str, arguments))} did not end within {LONGEST} s") from None
        if process.returncode not in (0, 1):
            yield f"{arguments[0]} ended with {process.returncode}: {(output + messages).decode()[-300:]}"

    def has_ended(self):
        """Whether the kill came behind the end of the crawl: the catalogue names none under way, and records are there."""
        if not (self.index / "programs.jsonl").exists():
            return False
        with self.catalogue() as database:
            return database.execute("SELECT count(*) FROM crawl").fetchone()[0] == 0

    @contextlib.contextmanager
    def catalogue(self):
        """A copy of the catalogue: to open a journal that a kill left is to write, which is left to the next crawl."""
        with tempfile.TemporaryDirectory() as copies:
            for file in self.archive.glob("catalogue.sqlite*"):
                if not file.name.endswith("-shm"):
                    shutil.copy(file, copies)
            with contextlib.closing(sqlite3.connect(f"{copies}/catalogue.sqlite")) as database:
                yield database

    def kept(self):
        """The pages that the catalogue has, and what is wrong with it."""
        pages, faults = set(), []
        if not (self.archive / "catalogue.sqlite").exists():
            return pages, faults
        with self.catalogue() as database:
            answer = database.execute("PRAGMA integrity_check").fetchone()[0]
            if answer != "ok":
                faults.append(f"catalogue: {answer}")
            tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
            rows = database.execute("SELECT url, file, offset, length FROM capture") if "capture" in tables else []
            for url, file, offset, length in rows:
                pages.add(url)
                self.ends[file] = max(self.ends.get(file, 0), offset + length)
                if (self.archive / file).stat().st_size < offset + length:
                    faults.append(f"{file} is shorter than the catalogue says")
        return pages, faults

    async def faults(self, verifies=False):
        """What is wrong with what lies on the disk."""
        warcs = sorted(self.archive.glob("*.warc"))
        for warc in warcs:
            state = (warc.stat().st_size, warc.stat().st_mtime_ns, warc == warcs[-1])
            if self.checked.get(warc) == state:
                continue
            try:
                known = self.ends.get(warc.name, 0) if warc == warcs[-1] else None
                self.torn += await asyncio.to_thread(check_warc, warc, known)
                self.checked[warc] = state
            except Exception as error:  # whatever a reader of others does not like is a fault
                yield f"{warc.name}: {error}"
        for name in ("programs.jsonl", "changes.jsonl"):
            file = self.index / name
            if file.exists():
                for number, line in enumerate(file.read_text().splitlines(), 1):
                    try:
                        json.loads(line)
                    except ValueError as error:
                        yield f"{name}, line {number}: {error}"
        if (self.index / "programs.jsonl").exists():
            commands = [("query", "--index", self.index, "--today", "2026-11-21", "東北"),
                        ("check", "--index", self.index)]
            if verifies:
                commands.append(("verify", "--index", self.index, "--archive", self.archive))
            for command in commands:
                async for fault in self.ends_well(*command):
                    yield fault

    def under_way(self, before):
        """What was sent and is not kept, page by page, and what is wrong with that."""
        kept, faults = self.kept()
        faults += [f"lost: {url}" for url in before - kept]
        again = []
        for site in self.sites:
            missing = [path for path in set(sent(site)) if site.url(path) not in kept]
            again += [site.url(path) for path in missing]
            if len(missing) > 1:
                faults.append(f"{site.name}: sent and not kept: {' '.join(sorted(missing))}")
        return kept, again, faults


def check_warc(file, known):
    """Reads every record, of which all up to `known` must be whole; None where all must be.

    A kill in the middle of a write leaves half a record at the end of the last file. The catalogue does not
    name it, and the next crawl cuts it off.
    """
    from warcio.archiveiterator import ArchiveIterator

    end = 0
    with file.open("rb") as stream:
        iterator = ArchiveIterator(stream, check_digests=True)
        try:
            for record in iterator:
                record.raw_stream.read()
                if record.digest_checker.passed is False:
                    raise ValueError(f"digest: {record.digest_checker.problems}")
                end = iterator.get_record_offset() + iterator.get_record_length()
        except Exception:  # warcio has many for a head that is cut off
            if known is None or end < known:
                raise
            return True
    return False


def sent(site):
    """The pages that a site has sent, as often as it did."""
    return [r.path for r in site.log if r.status == 200 and r.path != "/robots.txt"]


async def main(options):
    sites = [await start(host, options.pages) for host in range(options.hosts)]
    (options.folder / "Crawl").mkdir(parents=True)
    (options.folder / "Crawl/sources.yaml").write_text(
        "sources:\n" + "".join(source(n, site) for n, site in enumerate(sites)))
    world = World(options.program, options.folder, sites)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await world.finish(await world.crawl())
    length = loop.time() - begun
    whole = strip(world.index)
    chance = random.Random(options.seed)
    faults, kills, crawls, again = [], 0, 0, 0
    while kills < options.kills:
        crawls += 1
        world.anew(f"crawl-{crawls}")
        allowed, kept = collections.Counter(), set()
        while True:
            process = await world.crawl()
            if kills < options.kills:
                try:
                    await asyncio.wait_for(process.wait(), chance.uniform(0, min(length, options.longest)))
                except TimeoutError:
                    pass
            if process.returncode is not None or kills >= options.kills:
                await world.finish(process)
                break
            process.kill()
            await process.wait()
            kills += 1
            if world.has_ended():
                break
            kept, more, lost = world.under_way(kept)
            found = [fault async for fault in world.faults(verifies=kills % 10 == 0)]
            allowed.update(more)
            faults += [f"kill {kills}: {fault}" for fault in found + lost]
        counts = collections.Counter(site.url(path) for site in sites for path in sent(site))
        faults += [f"crawl {crawls}: {url} was sent {count} times" for url, count in counts.items()
                   if count > 1 + allowed[url]]
        again += sum(counts.values()) - len(counts)
        missing = options.hosts * min(options.pages, 60) - len(counts)
        if missing > 0:
            faults.append(f"crawl {crawls}: {missing} pages were never sent")
        faults += [f"crawl {crawls}: {fault}" async for fault in world.faults(verifies=True)]
        if strip(world.index) != whole:
            faults.append(f"crawl {crawls}: the records are not those of a crawl that nobody killed")
        if kills >= options.kills:
            await world.finish(await world.crawl("--offline"))
            if strip(world.index) != whole:
                faults.append("the records made again from the archive are others")
        shutil.rmtree(world.archive.parent)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{kills} kills in {crawls} crawls of {options.hosts} hosts with {options.pages} pages, each of which takes "
          f"{length:.1f} s: {again} pages sent again, all of them under way when a kill came; "
          f"{world.torn} times half a record, of no page that is kept, at the end of the files; {len(faults)} faults")
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
parser.add_argument("--pages", type=int, default=6)
parser.add_argument("--longest", type=float, default=5.0, help="the longest time before a kill, in seconds")
sys.exit(asyncio.run(main(parser.parse_args())))
