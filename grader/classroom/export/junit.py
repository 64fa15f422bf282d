"""A class as a JUnit report, for what shows test results: a suite per student, a case per check.

Form: JUnit.xsd of https://github.com/windyroad/JUnit-Schema, which describes what Ant's JUnit task
writes and is what most readers accept. It wants each attribute below, the properties, and both
outputs, empty or not. For instructors: hidden checks show all, and the seed is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timezone
from xml.etree import ElementTree as ET

from grader.classroom.export.text import plain
from grader.classroom.gradebook import Gradebook, Graded
from grader.language import _
from grader.report import words
from grader.report.record import CheckResult, ExerciseResult, Report

_LOST = {"failed": "failure", "error": "error", "timeout": "error"}


def document(gradebook: Gradebook) -> Iterator[bytes]:
    """Yield the document suite by suite; no more than one student's is held at a time."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for place, graded in enumerate(gradebook):
        suite = _suite(graded, place)
        ET.indent(suite)
        yield ET.tostring(suite, encoding="unicode").encode() + b"\n"
    yield b"</testsuites>\n"


def _suite(graded: Graded, place: int) -> ET.Element:
    report = graded.report
    cases = [
        case for exercise in report.exercises for case in _cases(exercise)
    ]  # an exercise without checks is a case of its own
    suite = ET.Element(
        "testsuite",
        {
            "name": plain(graded.student).strip() or "-",
            "package": "gluon-grader",
            "id": str(place),
            "timestamp": f"{graded.received.astimezone(timezone.utc):%Y-%m-%dT%H:%M:%S}",
            "hostname": "localhost",
            "tests": str(len(cases)),
            "failures": str(_count(cases, "failure")),
            "errors": str(_count(cases, "error")),
            "skipped": str(_count(cases, "skipped")),
            "time": _seconds(report.seconds),
        },
    )
    properties = ET.SubElement(suite, "properties")
    for name, value in _facts(graded, report):
        ET.SubElement(properties, "property", {"name": name, "value": plain(value)})
    suite.extend(cases)
    ET.SubElement(suite, "system-out").text = plain("\n".join(_printed(report)))
    ET.SubElement(suite, "system-err")
    return suite


def _facts(graded: Graded, report: Report) -> Iterator[tuple[str, str]]:
    yield "attempt", graded.attempt
    yield "points", words.number(report.points, 6)
    yield "max_points", words.number(report.max_points, 6)
    yield "seed", "withheld" if report.seed is None else str(report.seed)
    yield "isolation", report.isolation
    for exercise in report.exercises:
        yield f"points of {exercise.id}", words.number(exercise.points, 6)
        yield f"max_points of {exercise.id}", words.number(exercise.max_points, 6)
        yield f"status of {exercise.id}", exercise.status


def _cases(exercise: ExerciseResult) -> Iterator[ET.Element]:
    for check in exercise.checks:
        where = f"{check.device}, {check.dtype}"
        case = _case(exercise, f"{check.name} ({where})", check.seconds)
        if check.status in _LOST:
            what = {"type": check.status, "message": _said(exercise, check)}
            ET.SubElement(case, _LOST[check.status], what).text = plain(_more(exercise, check))
        elif check.status != "passed":
            ET.SubElement(case, "skipped")
        yield case
    if not exercise.checks:
        case = _case(exercise, exercise.id, 0.0)
        if exercise.status != "done":
            what = {"type": exercise.status, "message": plain(exercise.message)}
            ET.SubElement(case, "error", what)
        yield case


def _case(exercise: ExerciseResult, name: str, seconds: float) -> ET.Element:
    about = {"classname": plain(exercise.id), "name": plain(name), "time": _seconds(seconds)}
    return ET.Element("testcase", about)


def _said(exercise: ExerciseResult, check: CheckResult) -> str:
    said = check.message or exercise.message or words.of_check(check.status)
    made = _("{title}: {message}").format(title=words.without_stop(check.title), message=said)
    return plain(made)


def _more(exercise: ExerciseResult, check: CheckResult) -> str:
    """What stands below the message: the cause, the hint, the student's lines."""
    lines = [_("{points} points lost").format(points=words.number(check.max_points))]
    if exercise.likely_cause:
        lines.append(_("Likely cause: {cause}").format(cause=exercise.likely_cause))
    if check.hint:
        lines.append(_("Hint: {hint}").format(hint=check.hint))
    place = _("{file}, line {line}: {source}")
    lines += [
        place.format(file=line.file, line=line.line, source=line.source.strip())
        for line in check.traceback
    ]
    return "\n".join(lines)


def _printed(report: Report) -> Iterator[str]:
    for exercise in report.exercises:
        for check in exercise.checks:
            if check.output.strip():
                yield f"{exercise.id}:{check.name} on {check.device} printed:\n{check.output}"


def _count(cases: list[ET.Element], tag: str) -> int:
    return sum(case.find(tag) is not None for case in cases)


def _seconds(seconds: float) -> str:
    return f"{max(seconds, 0.0):.3f}"
