"""Lets every write of the index fail, one after another, and looks after each what is there.

full_disk.py PROGSEARCH FOLDER [STEP]. A disk that is full after so many bytes is a limit on the size of files,
which the system refuses to exceed (EFBIG). The records must be the old ones or the new ones, whole, and
queries must be answered, every time; without the limit the next run must give the new ones.

The limits lie on both sides of every file's last byte, and between them at growing distances; with STEP
also at every so many bytes (1024 takes minutes).
"""

import json
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path


def limits(folder, step):
    """Sizes in bytes at which the disk is full, rising; the last one lets every file through."""
    sizes = sorted({file.stat().st_size for file in folder.iterdir()})
    found = {0, *(size + near for size in sizes for near in (-1, 0, 1))}
    limit = 256
    while limit < sizes[-1]:
        found.add(limit)
        limit += limit // 8
    if step:
        found.update(range(0, sizes[-1], step))
    return sorted(limit for limit in found if limit >= 0)


def run(program, *arguments, limit=None):
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True,
                          preexec_fn=prepare if limit is not None else None)


def main(program, folder, step=0):
    demo = run(program, "demo", "--keep", folder)
    if demo.returncode != 0:
        sys.exit(f"demo ended with {demo.returncode}: {demo.stderr}")
    sources = folder / "Crawl/sources.yaml"
    before = folder / "before"
    shutil.copytree(folder / "Index", before)
    sources.write_text(sources.read_text().replace("prefecture: 宮城県", "prefecture: 山形県"))
    crawl = ["crawl", "--offline", "--sources", sources, "--archive", folder / "Crawl/archive", "--index"]
    shutil.copytree(before, folder / "after")
    whole = run(program, *crawl, folder / "after")
    if whole.returncode != 0:
        sys.exit(f"crawl --offline ended with {whole.returncode}: {whole.stderr}")
    old, new = ((folder / name / "programs.jsonl").read_bytes() for name in ("before", "after"))
    faults, failed, runs = [], 0, 0
    for limit in limits(folder / "after", step):
        index = folder / "index"
        shutil.rmtree(index, ignore_errors=True)
        shutil.copytree(before, index)
        ended = run(program, *crawl, index, limit=limit)
        runs += 1
        failed += ended.returncode != 0
        faults += [f"{limit} bytes: {fault}" for fault in judge(program, index, ended, old, new)]
        again = run(program, *crawl, index)
        if again.returncode != 0 or (index / "programs.jsonl").read_bytes() != new:
            faults.append(f"{limit} bytes: the next run ended with {again.returncode}: {again.stderr[-200:]}")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{runs} runs on a disk that is full, {failed} of them failed, {len(faults)} faults")
    return 1 if faults else 0


def judge(program, index, ended, old, new):
    records = (index / "programs.jsonl").read_bytes()
    if records not in (old, new):
        yield "the records are neither the old nor the new ones"
    if ended.returncode == 0 and records != new:
        yield "the run says that it succeeded, and has not"
    if ended.returncode not in (0, 74):
        yield f"ended with {ended.returncode}: {ended.stderr[-200:]}"
    for line in (index / "changes.jsonl").read_text().splitlines():
        json.loads(line)
    query = run(program, "query", "--index", index, "--today", "2026-11-21", "--", "無料")
    if query.returncode != 0:
        yield f"a query ended with {query.returncode}: {query.stderr[-200:]}"


sys.exit(main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:])))
