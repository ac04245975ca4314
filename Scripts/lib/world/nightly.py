"""Proves what installs the nightly crawl, without installing anything.

nightly.py CHECKOUT FOLDER. systemd-analyze reads the units where it is there; the line of cron is read field by
field, installed twice by a crontab of our own, and removed; of the workflow the steps that commit are run in a
scratch clone. A line a fault; the status is 1 where there is one.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

CRONTAB = """#!/bin/sh
case $1 in
  -l) [ -e "$CRON_TABLE" ] && cat "$CRON_TABLE" ;;
  -) cat >"$CRON_TABLE.new" && mv "$CRON_TABLE.new" "$CRON_TABLE" ;;
esac
"""
RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))


def run(*command, env=None, cwd=None):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, env=env, cwd=cwd)


def units(root, folder):
    """What is wrong with the units of systemd."""
    shown = run(root / "Scripts/install-nightly", "--contact", "you@example.org", "--systemd", "--print",
                env=os.environ | {"XDG_CONFIG_HOME": str(folder)})
    parts = re.split(r"^# (\S+/progsearch\.(?:service|timer))$", shown.stdout, flags=re.M)[1:]
    written = []
    for name, text in zip(parts[::2], parts[1::2]):
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.strip() + "\n")
        written.append(file)
    if len(written) != 2:
        yield f"{len(written)} units are shown, not 2: {shown.stderr}"
    if shutil.which("systemd-analyze"):
        checked = run("systemd-analyze", "--user", "verify", *written,
                      env=os.environ | {"XDG_RUNTIME_DIR": str(folder)})
        if checked.returncode != 0 or "progsearch." in checked.stderr:
            yield f"systemd-analyze verify: {checked.stderr.strip()}"
        for line in re.findall(r"^OnCalendar=(.*)$", "".join(file.read_text() for file in written), re.M):
            if run("systemd-analyze", "calendar", line).returncode != 0:
                yield f"no calendar expression: {line}"
    else:
        print("systemd-analyze is not here; the units were not read by it")


def line_faults(line):
    fields = line.split(maxsplit=5)
    if len(fields) != 6:
        return [f"{len(fields)} fields: {line}"]
    faults = [f"the field {field} is no number between {low} and {high}" for field, (low, high) in zip(fields, RANGES)
              if field != "*" and not (field.isdigit() and low <= int(field) <= high)]
    if "%" in fields[5]:
        faults.append("cron takes % for the end of a line")
    program = Path(fields[5].split()[0])
    if not os.access(program, os.X_OK):
        faults.append(f"{program} cannot be run")
    return faults + ([] if run("sh", "-n", "-c", fields[5]).returncode == 0 else ["the shell does not read the command"])


def cron(root, folder):
    """What is wrong with the line of cron, and with how it comes and goes."""
    bin_folder, table = folder / "bin", folder / "table"
    bin_folder.mkdir()
    (bin_folder / "crontab").write_text(CRONTAB)
    (bin_folder / "crontab").chmod(0o755)
    table.write_text("5 4 * * * /bin/true\n")
    env = os.environ | {"PATH": f"{bin_folder}:{os.environ['PATH']}", "CRON_TABLE": str(table)}
    install = [root / "Scripts/install-nightly", "--contact", "you@example.org", "--cron"]
    for time in ("02:30", "23:09"):
        done = run(*install, "--time", time, env=env)
        if done.returncode != 0:
            yield f"install-nightly --cron ended with {done.returncode}: {done.stderr}"
        ours = [line for line in table.read_text().splitlines() if "progsearch" in line]
        if len(ours) != 1 or not ours[0].startswith(f"{time[3:]} {time[:2]} "):
            yield f"after {time} the table has {ours}"
        for line in ours:
            yield from line_faults(line)
    for wrong in (["--time", "24:00"], ["--time", "2"], ["--contact", "a b"], ["--contact", ""]):
        if run(*install, *wrong, env=env).returncode != 64:
            yield f"{wrong} is taken"
    run(*install, "--remove", env=env)
    if table.read_text() != "5 4 * * * /bin/true\n":
        yield f"after --remove the table has {table.read_text()}"


def workflow(root, folder):
    """What is wrong with the workflow: its form, and its last step in a scratch clone."""
    text = yaml.safe_load((root / ".github/workflows/nightly.yml").read_text())
    triggers = text.get("on", text.get(True))
    for entry in triggers["schedule"]:
        yield from line_faults(entry["cron"] + " /bin/true")
    steps = text["jobs"]["crawl"]["steps"]
    for step in steps:
        if ("run" in step) == ("uses" in step):
            yield f"a step has to run or to use something: {step}"
        if "run" in step and run("bash", "-n", "-c", step["run"]).returncode != 0:
            yield f"bash does not read: {step['run']}"
    for name in re.findall(r"^\s*(Scripts/\S+)", "\n".join(step.get("run", "") for step in steps), re.M):
        if not os.access(root / name, os.X_OK):
            yield f"{name} cannot be run"
    remote, clone = folder / "remote", folder / "clone"
    env = os.environ | {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.example",
                        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.example"}
    run("git", "init", "-q", "--bare", "-b", "main", remote, env=env)
    run("git", "clone", "-q", remote, clone, env=env)
    run("git", "checkout", "-q", "-b", "main", cwd=clone, env=env)
    (clone / "Index").mkdir()
    (clone / "Index/programs.jsonl").write_text("{}\n")
    run("git", "add", "-A", cwd=clone, env=env)
    run("git", "commit", "-qm", "begin", cwd=clone, env=env)
    run("git", "push", "-qu", "origin", "main", cwd=clone, env=env)
    commit = next(step["run"] for step in steps if "git commit" in step.get("run", ""))
    for change, commits in ((None, 1), ("programs", 2), (None, 2), ("changes", 3)):
        if change:
            (clone / f"Index/{change}.jsonl").write_text(f'{{"n":{commits}}}\n')
        done = run("bash", "-e", "-c", commit, cwd=clone, env=env)
        count = run("git", "rev-list", "--count", "main", cwd=remote, env=env).stdout.strip()
        if done.returncode != 0 or count != str(commits):
            yield f"after a change of {change} the remote has {count} commits, not {commits}: {done.stderr}"


def main(root, folder):
    faults = []
    for name, check in (("systemd", units), ("cron", cron), ("workflow", workflow)):
        place = folder / name
        place.mkdir()
        faults += [f"{name}: {fault}" for fault in check(root, place)]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"the units, the line of cron and the workflow were read and tried: {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
