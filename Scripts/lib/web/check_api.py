"""Asks the API with everything that its description allows and much that it does not, by schemathesis.

    check_api.py FOLDER ROOT
"""

import os
import subprocess
import sys

from server import Server

folder, root = sys.argv[1:3]
samples = os.path.join(root, "Tests/SearchSuite/programs.jsonl")
with Server(samples, os.path.join(folder, "api"), "--today", "2026-11-21") as server:
    tool = os.path.join(os.path.dirname(sys.executable), "schemathesis")
    status = subprocess.run(
        [tool, "run", server.address + "/api/openapi.json", "--max-examples", "60", "--seed", "20261121",
         "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
         "--generation-database", "none", "--no-color"],
        cwd=folder).returncode
if status:
    raise SystemExit("the API does not do as its description says")
