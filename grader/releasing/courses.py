"""A course without what solves it: stubs for references, and no hidden check.

Its texts stay in English, with their translations beside them: each student chooses the language.
"""

from __future__ import annotations

import ast
import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from grader.course import cataloguing, toml
from grader.course.exercise import Exercise
from grader.course.files import CATALOG, PACKED_CATALOG, NotInCourse, packed
from grader.course.loading import CHECKS, STUB, Course, CourseError, Entry
from grader.course.stubs import stub
from grader.grading.jobs import without
from grader.language import LANGUAGES, catalogs


def visible(course: Course) -> Course:
    """The same course without its hidden checks.  It must have been read in English.

    Raises CourseError for a course that was handed out itself, and for an exercise of which
    nothing would be left.
    """
    return dataclasses.replace(course, entries=tuple(map(_visible, course.entries)))


def write(course: Course, folder: Path) -> None:
    """Write a visible course into `folder`, all but its answer keys.  Raises CourseError."""
    folder.mkdir(parents=True)
    _write(folder / "course.toml", _table(course))
    _write_catalogs(course.folder, folder, cataloguing.of_course(course))
    for entry in course.entries:
        place = folder / entry.id
        place.mkdir()
        _write(place / STUB, stub(entry))
        (place / CHECKS).write_bytes(packed(entry.checks.encode()))
        _write_catalogs(entry.folder, place, cataloguing.of_exercise(entry, mistakes=False))
        formulas = entry.folder / "formulas.toml"
        if formulas.exists():
            _write(place / formulas.name, formulas.read_text(encoding="utf-8"))


def _write_catalogs(source: Path, target: Path, kept: Catalog) -> None:
    """Pack what the catalogs in `source` say of the messages in `kept`."""
    for language in LANGUAGES:
        catalog = source / CATALOG.format(language)
        if catalog.exists():
            text = catalogs.updated(kept, catalog.read_bytes(), language)
            (target / PACKED_CATALOG.format(language)).write_bytes(packed(text))


def _visible(entry: Entry) -> Entry:
    if entry.released:
        raise NotInCourse(f"{entry.folder}: this is a student's copy; release the course itself")
    kept = [check for check in entry.exercise.checks if not check.hidden]
    hidden = {check.name for check in entry.exercise.checks if check.hidden}
    if not kept:
        raise CourseError(f"{entry.id}: every check is hidden; students need one that they can see")
    if not hidden:
        return entry
    was = entry.exercise
    exercise = Exercise(was.title, was.stubs, was.own_work, kept)
    checks = _without_unused(without(entry.checks, hidden), entry.checks)
    return dataclasses.replace(entry, exercise=exercise, checks=checks)


def _without_unused(text: str, before: str) -> str:
    """The text without the functions that only hidden checks had a use for."""
    while unused := {name for name in _helpers(text) if _uses(text, name) < _uses(before, name)}:
        alone = {name for name in unused if _uses(text, name) == 1}
        if not alone:
            break
        text = without(text, alone)
    return text


def _helpers(text: str) -> list[str]:
    """Functions that are no checks."""
    return [
        node.name
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
        and not any("exercise.check" in ast.unparse(part) for part in node.decorator_list)
    ]


def _uses(text: str, name: str) -> int:
    return len(re.findall(rf"\b{name}\b", text))


def _table(course: Course) -> str:
    """`course.toml` for these exercises; what an author noted in it stays behind."""
    table = toml.loads((course.folder / "course.toml").read_text(encoding="utf-8"))
    return "\n".join(_lines(course, table["units"])) + "\n"


def _lines(course: Course, units: list[dict[str, object]]) -> Iterator[str]:
    yield f"title = {_quoted(course.title)}"
    entries = {entry.id: entry for entry in course.entries}
    for unit in units:
        listed = unit["exercises"]
        assert isinstance(listed, list)  # as it was loaded
        ids = [item["id"] for item in listed if item["id"] in entries]
        if not ids:
            continue
        yield from ("", "[[units]]")
        if "name" in unit:
            yield f"name = {_quoted(str(unit['name']))}"
        yield "exercises = ["
        for name in ids:
            section = _quoted(entries[name].section)
            yield f"    {{ id = {_quoted(name)}, section = {section} }},"
        yield "]"


def _quoted(text: str) -> str:
    """A string of TOML: one of JSON's, where no letter is split into two surrogates."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", r"\u007f")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
