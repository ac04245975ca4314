"""Reads plans as calendars (icalendar, vobject), as SVG (an XML parser) and as JSON, and compares them.

compare.py FOLDER PROGSEARCH ROOT
"""
import datetime
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import icalendar
import vobject

folder, program, root = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
(folder / "programs.jsonl").write_bytes((root / "Index/programs.jsonl").read_bytes())
TODAY = "2026-11-21"
PROFILES = {
    "nothing": "{}",
    "neither": "{recognition: neither}",
    "direct": "{recognition: national-examination, goal: specialist}",
    "passed": "{recognition: preliminary-examination, preliminaryExamination: {passed: practical}}",
    "expected": "{recognition: preliminary-examination, preliminaryExamination: {passed: part-1, expected: 2027}}",
    "specialist": "{nationalExaminationPassed: 2012-03, clinicalTrainingEnds: 2014-03-31, certifications: [{name: certified-internist, year: 2016}], selfTrainingPasses: [2022, 2023], weeklyHours: 40, goal: specialist}",
    "training": "{preliminaryExamination: {passed: practical}, practicalTraining: {starts: 2027-01-04, ends: 2027-12-28}}",
}


def plan(profile, form, language):
    run = subprocess.run(
        [program, "plan", "--profile", profile, "--index", folder, "--today", TODAY, "--format", form,
         "--lang", language],
        capture_output=True, check=True)
    return run.stdout


def status(step):
    """Missed is cancelled; only what is stated, and by whoever decides or the person, is confirmed."""
    if step["state"] == "missed":
        return "CANCELLED"
    is_sure = step["time"]["certainty"] == "stated" and step.get("basis", "official") == "official"
    return "CONFIRMED" if is_sure else "TENTATIVE"


def wanted(steps):
    """The days of every step that is dated at both ends and not done."""
    return sorted(
        (step["time"]["first"], step["time"]["last"], status(step))
        for step in steps
        if "first" in step["time"] and "last" in step["time"] and step["state"] != "done")


def day(value, earlier=0):
    return (value - datetime.timedelta(days=earlier)).isoformat()


differences = 0
for name, yaml in PROFILES.items():
    profile = folder / f"{name}.yaml"
    profile.write_text(yaml + "\n")
    for language in ("ja", "en"):
        answer = json.loads(plan(profile, "json", language))
        placed = set()
        for step in answer["steps"]:
            assert set(step["needs"]) <= placed, step["id"]
            placed.add(step["id"])
        ical = plan(profile, "ical", language)
        one = sorted(
            (day(event["DTSTART"].dt), day(event["DTEND"].dt, 1), str(event["STATUS"]))
            for event in icalendar.Calendar.from_ical(ical).walk("VEVENT"))
        other = sorted(
            (day(event.dtstart.value), day(event.dtend.value, 1), event.status.value)
            for event in getattr(vobject.readOne(ical.decode()), "vevent_list", []))
        bars = ElementTree.fromstring(plan(profile, "svg", language)).findall(
            ".//{http://www.w3.org/2000/svg}rect/{http://www.w3.org/2000/svg}title")
        dated = [step for step in answer["steps"] if "first" in step["time"]]
        for kind, found, expected in (
                ("icalendar", one, wanted(answer["steps"])),
                ("vobject", other, wanted(answer["steps"])), ("svg", len(bars), len(dated))):
            if found != expected:
                differences += 1
                print(f"{name} {language} {kind}: {found} instead of {expected}")
print(f"{len(PROFILES) * 2} plans, {differences} differences")
sys.exit(differences > 0)
