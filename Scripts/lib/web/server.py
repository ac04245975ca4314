"""The program serving a folder of records on a free port of loopback."""

import os
import re
import shutil
import subprocess


class Server:
    """Starts `progsearch serve`, and ends it at the end of a with block."""

    def __init__(self, records, folder, *options):
        index = os.path.join(folder, "Index")
        os.makedirs(index, exist_ok=True)
        target = os.path.join(index, "programs.jsonl")
        if os.path.abspath(records) != target:
            shutil.copyfile(records, target)
        self.index = index
        self.command = [os.environ["PROGSEARCH"], "serve", "--port", "0", "--index", index, *options]

    def __enter__(self):
        environment = dict(os.environ, LOG_LEVEL="error")
        self.process = subprocess.Popen(self.command, stderr=subprocess.PIPE, text=True, env=environment)
        for line in self.process.stderr:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            if found:
                self.address = f"http://127.0.0.1:{found[1]}"
                return self
        raise SystemExit("the server did not start")

    def __exit__(self, *_):
        self.process.terminate()
        status = self.process.wait(timeout=20)
        assert status == 0, f"the server ended with {status}"
