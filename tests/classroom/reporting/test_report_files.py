"""Each student's own report."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import pytest
from msgspec.structs import replace

from grader.classroom.foldernames import folder_name
from grader.classroom.gradebook import Gradebook
from grader.classroom.report import files
from grader.report import jsonfile, words
from grader.report.record import Report
from grader.report.safe import clean_line
from tests.classroom.reporting.classes import NAMES, gradebook


@pytest.mark.parametrize("published", [False, True])
def test_what_a_student_gets(reports: list[Report], tmp_path: Path, *, published: bool) -> None:
    """Their own points; no hidden input; the seed once the run is published."""
    made = gradebook(reports, len(NAMES), published=published, hide="survives_large_logits")
    written = dict(files.write(made, tmp_path, []))
    assert list(written) == NAMES
    assert len(set(written.values())) == len(NAMES)
    for graded in made:
        folder = written[graded.student]
        assert folder == tmp_path / folder_name(graded.student)
        report = jsonfile.read(folder / "report.json")
        text = (folder / "report.txt").read_text("utf-8")
        assert report.points == graded.report.points
        assert report.seed == (987654321 if published else None)
        assert ("987654321" in text) is published
        assert ("seed withheld" in text) is not published
        html = (folder / "report.html").read_text("utf-8")
        assert ("987654321" in html) is published
        assert "somewhere/class" not in text + html + str(report)
        for exercise in report.exercises:
            for check in exercise.checks:
                if check.message == exercise.message != "":
                    continue  # what concerns the whole file is no secret
                if check.hidden and check.status in words.FAILING:
                    assert (check.message, check.hint) == (words.WITHHELD, "")
                    assert check.comparison is check.example is None
                    assert words.WITHHELD in " ".join(text.split())


def test_a_page_is_headed_by_its_student(reports: list[Report], tmp_path: Path) -> None:
    """In the browser's tab, too: whoever opens several tells them apart."""
    made = gradebook(reports, 3)
    ada, _, script = [path / "report.html" for _, path in files.write(made, tmp_path, [])]
    points = words.score(next(iter(made)).report.points, next(iter(made)).report.max_points)
    assert f"<title>ada: {points}</title>" in ada.read_text("utf-8")
    assert "<h1><bdi>ada</bdi></h1>" in ada.read_text("utf-8")
    assert "<h1><bdi>&lt;script&gt;" in script.read_text("utf-8")


def test_a_command_finds_the_students_own_folder(reports: list[Report], tmp_path: Path) -> None:
    """Nobody has a folder that is called as the entry is, which is named all the same."""
    made = gradebook(reports, 12, published=True)
    for student, folder in files.write(made, tmp_path, []):
        for name in ("report.txt", "report.html"):
            text = (folder / name).read_text("utf-8")
            assert "--submission" not in text
            assert student != "ada" or "submission ada.zip" in text
    assert "grader debug " in text


def test_nothing_else_is_written(reports: list[Report], tmp_path: Path) -> None:
    """A folder per student with three files; writing again replaces them."""
    made = gradebook(reports, 3)
    for _ in range(2):
        for _ in files.write(made, tmp_path / "out", []):
            pass
    found = [path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.*")]
    assert {path.name for path in found} == {"report.json", "report.txt", "report.html"}
    assert len(found) == 9


def test_a_folder_that_cannot_be_made_is_named(reports: list[Report], tmp_path: Path) -> None:
    """The sentence names the path."""
    (tmp_path / "ada").write_text("in the way")
    with pytest.raises(OSError, match=r"ada/report\.json could not be written: "):
        list(files.write(gradebook(reports, 1), tmp_path, []))


def test_one_that_cannot_be_drawn_keeps_nobody_from_theirs(
    reports: list[Report], tmp_path: Path
) -> None:
    """Its student gets no file, and whoever asked hears of it."""
    made = gradebook(reports, 3)
    second = list(made)[1]
    seconds = [replace(c, seconds=math.inf) for c in second.report.exercises[0].checks]
    broken = replace(second.report, exercises=[replace(second.report.exercises[0], checks=seconds)])
    book = Gradebook(
        made.title,
        made.seed,
        made.published,
        lambda: iter(dataclasses.replace(g, report=broken) if g == second else g for g in made),
    )
    failures: list[str] = []
    written = dict(files.write(book, tmp_path, failures))
    assert list(written) == [NAMES[0], NAMES[2]]
    (failure,) = failures
    assert failure.startswith(f"{clean_line(NAMES[1])}: ValueError: ")
    assert len(list(tmp_path.iterdir())) == 2
