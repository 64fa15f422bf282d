"""What other programs are given, read back as they would read it."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime, timezone
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.classroom.export import FORMATS, export, sheet
from grader.classroom.export.text import harmless, plain
from grader.classroom.foldernames import folder_name
from grader.classroom.gradebook import Gradebook, Graded
from grader.report import words
from grader.report.record import Report
from tests.classroom.reporting.classes import NAMES, gradebook
from tests.report import samples

SIZE = len(NAMES) + 10


@pytest.fixture(scope="module")
def book(reports: list[Report]) -> Gradebook:
    """A small class with every awkward name, and a hidden check."""
    return gradebook(reports, SIZE, hide="survives_large_logits")


def content(book: Gradebook, form: str) -> bytes:
    """The one file of a format."""
    (file,) = FORMATS[form](book)
    return b"".join(file.chunks)


def table(book: Gradebook, form: str) -> list[list[str]]:
    """The rows as Python's reader has them, after what RFC 4180 asks of their bytes."""
    data = content(book, form)
    assert data.endswith(b"\r\n")
    text = data.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    return rows


@pytest.mark.parametrize("form", ["csv", "canvas", "moodle"])
def test_no_cell_is_a_formula(book: Gradebook, form: str) -> None:
    """A spreadsheet that opens the file runs nothing."""
    for row in table(book, form):
        for cell in row:
            assert not re.match("[=+@\t\r\n-].", cell, re.DOTALL) or re.fullmatch(r"-\d+", cell)
            assert re.fullmatch("[^\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]*", cell)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_no_part_of_a_cell_is_a_formula(delimiter: str) -> None:
    """Where a spreadsheet takes semicolons for what separates cells, or tabs."""
    names = ["a;=1+1", "b\t+1+1", 'c";=2', "d\n=3", "\t=4", "=5;-6", "a - b; c = d"]
    (line,) = sheet.encoded([[*names, -7.0]])
    rows = list(csv.reader(io.StringIO(line.decode(), newline=""), delimiter=delimiter))
    cells = [cell for row in rows for cell in row]
    assert len(cells) > 1
    assert not [cell for cell in cells if re.match("[=+@-]", cell)]
    assert harmless(names[-1]) == names[-1]


def test_csv(book: Gradebook) -> None:
    """One row per student with the points of each exercise; their sum is the total."""
    head, *rows = table(book, "csv")
    assert head == ["student", "attempt", "received", "points", "max_points"] + [
        exercise.id for exercise in next(iter(book)).report.exercises
    ]
    students = {graded.student: graded for graded in book}
    assert len(rows) == SIZE
    names = [row[0] for row in rows]
    assert len(set(names)) == SIZE
    assert {"ada", "Ada", "two\nlines", "lone \\ud800 surrogate", "'=HYPERLINK(1)"} <= set(names)
    for row in rows:
        assert sum(map(float, row[5:])) == pytest.approx(float(row[3]))
        assert datetime.fromisoformat(row[2]).tzinfo is not None
        if row[0] in students:
            assert float(row[3]) == pytest.approx(students[row[0]].report.points)


def test_csv_leaves_a_cell_empty_where_nothing_was_graded(reports: list[Report]) -> None:
    """No report, no points: that is not the same as none."""
    whole, part = gradebook(reports, 2), gradebook(reports, 1)

    def read():
        first, second = whole
        (short,) = part
        del short.report.exercises[1:]
        yield from (first, type(first)("zoe", "zoe.py", second.received, short.report))

    _, *rows = table(Gradebook("C", 1, published=False, read=read), "csv")
    assert [cell == "" for cell in rows[1][5:]] == [False, True, True]


def test_canvas(book: Gradebook) -> None:
    """What Canvas' importer looks for is where it looks for it."""
    head, maxima, *rows = table(book, "canvas")
    assert head[:5] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    assert "Points Possible" in maxima[0]
    assert not any(re.search(r"\(\d+\)$", title) for title in head)
    assert len(rows) == SIZE
    assert len(set(head)) == len(head) == 8
    for row in rows:
        assert row[0] == row[3]
        points = zip(map(float, row[5:]), map(float, maxima[5:]), strict=True)
        assert all(0 <= got <= full for got, full in points)


def test_moodle(book: Gradebook) -> None:
    """Every number is a percentage: one above 100 would cancel the import."""
    head, *rows = table(book, "moodle")
    assert head[0] == "username"
    assert all("Percentage" in title for title in head[1:])
    assert len(rows) == SIZE
    full = sum(exercise.max_points for exercise in next(iter(book)).report.exercises)
    points = sorted(graded.report.points for graded in book)
    totals = sorted(float(row[1]) for row in rows)
    assert totals == pytest.approx([100 * value / full for value in points], abs=1e-5)
    assert all(0 <= float(cell) <= 100 for row in rows for cell in row[1:])


def test_gradescope(book: Gradebook, tmp_path: Path) -> None:
    """One results.json per student, which adds up, and in which no hidden input is."""
    written = export(book, "gradescope", tmp_path)
    assert len(written) == len(set(written)) == SIZE
    for graded in book:
        text = (tmp_path / folder_name(graded.student) / "results.json").read_text("utf-8")
        made = json.loads(text)
        assert made["score"] == pytest.approx(graded.report.points)
        scores = sum(test.get("score", 0) for test in made["tests"])
        assert scores == pytest.approx(graded.report.points)
        assert "987654321" not in text
        lost = [test for test in made["tests"] if "1000" in test["name"] and not test["score"]]
        boxes = {test.get("output", "") for test in lost if test.get("status") == "failed"}
        told = {words.WITHHELD, *(exercise.message for exercise in graded.report.exercises)}
        assert boxes <= {
            f"{state}.\n\n{text}" for state in ("Failed", "Error") for text in told
        } | {text for text in boxes if text.startswith("Not run.")}


NEEDED = ["name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "time"]


def test_junit(book: Gradebook) -> None:
    """The document is what JUnit.xsd describes: names, order, counts, and types."""
    root = ET.fromstring(content(book, "junit"))
    assert (root.tag, root.attrib, {suite.tag for suite in root}) == (
        "testsuites",
        {},
        {"testsuite"},
    )
    assert len(root) == SIZE
    for place, (suite, graded) in enumerate(zip(root, book, strict=True)):
        assert set(suite.attrib) == {*NEEDED, "skipped"}
        assert suite.get("id") == str(place)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp", ""))
        assert re.fullmatch(r"\d+\.\d+", suite.get("time", ""))
        tags = [child.tag for child in suite]
        cases = suite.findall("testcase")
        middle = ["testcase"] * len(cases)
        assert tags == ["properties", *middle, "system-out", "system-err"]
        checks = [check for exercise in graded.report.exercises for check in exercise.checks]
        assert suite.get("tests") == str(len(cases)) == str(len(checks))
        states = [check.status for check in checks]
        assert suite.get("failures") == str(states.count("failed"))
        assert suite.get("errors") == str(states.count("error") + states.count("timeout"))
        assert suite.get("skipped") == str(states.count("not_run") + states.count("skipped"))
        assert len(suite.findall(".//failure")) == states.count("failed")
        for case in cases:
            assert set(case.attrib) == {"name", "classname", "time"}
            assert len(case) <= 1
            for lost in (*case.iter("failure"), *case.iter("error")):
                assert set(lost.attrib) == {"type", "message"}
        facts = {p.get("name"): p.get("value") for p in suite.iter("property")}
        assert float(facts["points"] or "") == pytest.approx(graded.report.points)
        assert facts["seed"] == "987654321"


def test_junit_of_every_state() -> None:
    """A time-out is an error; what cannot be loaded at all is one, too, and has a case."""
    report = samples.half_finished()
    graded = Graded("ada", "ada.zip", datetime(2026, 11, 24, tzinfo=timezone.utc), report)
    made = Gradebook("C", 1, published=False, read=lambda: iter([graded]))
    (suite,) = ET.fromstring(content(made, "junit"))
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")}
    states = [check.status for exercise in report.exercises for check in exercise.checks]
    assert {"timeout", "error", "failed", "not_run", "skipped", "passed"} == set(states)
    alone = [exercise for exercise in report.exercises if not exercise.checks]
    errors = states.count("error") + states.count("timeout") + len(alone)
    assert counts == {
        "tests": str(len(states) + len(alone)),
        "failures": str(states.count("failed")),
        "errors": str(errors),
        "skipped": str(states.count("not_run") + states.count("skipped")),
    }
    types = {error.get("type") for error in suite.iter("error")}
    assert types == {"error", "timeout", "missing"}
    assert len(alone) == 2


def test_empty_class() -> None:
    """Each format has a file for it that can be read."""
    made = Gradebook("C", 1, published=False, read=lambda: iter([]))
    assert len(ET.fromstring(content(made, "junit"))) == 0
    assert [len(table(made, form)) for form in ("csv", "canvas", "moodle")] == [1, 2, 1]
    assert list(FORMATS["gradescope"](made)) == []


def test_junit_names_survive(book: Gradebook) -> None:
    """Names are the students', line ends among them; only what XML cannot hold is escaped."""
    root = ET.fromstring(content(book, "junit"))
    names = [suite.get("name") for suite in root][: len(NAMES)]
    assert names == [plain(name).strip() for name in NAMES]
    assert "two\nlines" in names
    assert "\\x1b[31mred\\x1b[0m" in names


@pytest.mark.parametrize("form", FORMATS)
def test_written_as_a_whole(book: Gradebook, form: str, tmp_path: Path) -> None:
    """Each format's files are where `export` says, and nothing else is."""
    written = export(book, form, tmp_path / "new")
    found = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    assert sorted(found) == sorted(written)


def test_unwritable_folder_is_named(book: Gradebook, tmp_path: Path) -> None:
    """A file in the folder's place is a sentence, and nothing is left behind."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"grades\.csv could not be written: File exists"):
        export(book, "csv", tmp_path / "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_can_be_written(text: str) -> None:
    """Whatever a name holds, it is UTF-8, it is XML, and it is no formula."""
    made = harmless(text)
    made.encode("utf-8")
    assert not re.match("[=+@\t\r\n-].", made, re.DOTALL)
    element = ET.Element("a", {"b": plain(text)})
    assert ET.fromstring(ET.tostring(element)).get("b") == plain(text)
