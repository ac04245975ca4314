"""The server as a process: what it says when it cannot start, and an index that is replaced while it is asked.

    check_server.py FOLDER ROOT
"""

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request

from server import Server

folder, root = sys.argv[1:3]
program = os.environ["PROGSEARCH"]
samples = os.path.join(root, "Tests/SearchSuite/programs.jsonl")
faults = []


def expect_end(arguments, status, words):
    run = subprocess.run([program, "serve", *arguments], stderr=subprocess.PIPE, text=True, timeout=60)
    if run.returncode != status or words not in run.stderr:
        faults.append(f"serve {arguments}: {run.returncode}, {run.stderr.strip()}")


def check_refusals(index):
    expect_end(["--index", os.path.join(folder, "nothing")], 66, "there is no index in")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        expect_end(["--index", index, "--port", str(taken.getsockname()[1])], 69, "is taken by another program")
    expect_end(["--index", index, "--host", "203.0.113.7", "--port", "0"], 69, "is no address of this machine")
    expect_end(["--index", index, "--port", "70000"], 64, "--port takes a number")
    expect_end(["--index", index, "--framed-by", "https://a.example/x y"], 64, "--framed-by takes")


def check_replacement(server):
    """Four askers and ten replacements: nobody gets an error, and at the end the new records are there."""
    records = [json.loads(line) for line in open(samples, encoding="utf-8")]
    stop = threading.Event()
    counts = [0, 0]

    def ask(number):
        place = 0
        while not stop.is_set():
            place += 1
            try:
                answer = urllib.request.urlopen(f"{server.address}/?lang=en&q=free&page={place % 3}&start={number}{place}", timeout=20)
                body = answer.read()
                counts[0 if answer.status == 200 and b"</html>" in body else 1] += 1
            except OSError as error:
                counts[1] += 1
                faults.append(f"a request failed while the index was replaced: {error}")

    askers = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for asker in askers:
        asker.start()
    for number in range(10):
        for record in records:
            record["title"] = f"見本 {number}"
        source = os.path.join(folder, "next.jsonl")
        with open(source, "w", encoding="utf-8") as file:
            file.write("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records))
        subprocess.run([program, "index", "--from", source, "--index", server.index], check=True, stderr=subprocess.DEVNULL)
        time.sleep(1)
    deadline = time.monotonic() + 30
    address = f"{server.address}/api/programs/{records[0]['id']}"
    while json.load(urllib.request.urlopen(address))["title"] != "見本 9":
        if time.monotonic() > deadline:
            faults.append("the new index was not taken over")
            break
        time.sleep(0.5)
    stop.set()
    for asker in askers:
        asker.join()
    print(f"index replaced 10 times: {counts[0]} requests answered, {counts[1]} failed", file=sys.stderr)
    if counts[1]:
        faults.append(f"{counts[1]} requests failed")


with Server(samples, os.path.join(folder, "server"), "--today", "2026-11-21") as server:
    check_refusals(server.index)
    check_replacement(server)
if faults:
    raise SystemExit("\n".join(faults[:20]))
