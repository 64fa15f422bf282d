"""A folder for each student with their own report: for a program, as text, and as a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from rich.console import Console

from grader.classroom.failure import told
from grader.classroom.foldernames import folder_name
from grader.classroom.gradebook import Gradebook, Graded
from grader.report import jsonfile, terminal
from grader.report.again import DEFAULT_SUBMISSION
from grader.report.html import page
from grader.report.record import Report
from grader.report.saving import save
from grader.report.student import for_student

_WIDTH = 80


def write(gradebook: Gradebook, folder: Path, failures: list[str]) -> Iterator[tuple[str, Path]]:
    """Write `report.json`, `report.txt` and `report.html` for each student, and yield the student
    and the folder.

    They hold what the student may see, and the seed once the run is published. Each file is
    written as a whole or not at all. A student whose report cannot be drawn gets none and is told
    among the `failures`; the others get theirs. Raises OSError with one sentence where a file
    cannot be written.
    """
    for graded in gradebook:
        own = folder / folder_name(graded.student)
        report = own_report(graded, published=gradebook.published)
        try:
            drawn = {
                "report.json": jsonfile.encode(report),
                "report.txt": _text(report),
                "report.html": _page(report, graded.student),
            }
        except Exception as error:  # noqa: BLE001  (whatever it is, the others go on)
            failures.append(told(graded.student, error))
            continue
        for name, data in drawn.items():
            save(data, own / name)
        yield graded.student, own


def own_report(graded: Graded, *, published: bool) -> Report:
    """Return what a student may see; the submission has the name under which it was handed in."""
    named = replace(graded.report, submission=graded.attempt)
    return for_student(named, seed_known=published)


def _text(report: Report) -> bytes:
    text = io.StringIO()
    console = Console(file=text, width=_WIDTH, force_terminal=False, color_system=None)
    terminal.render(report, console, detail="all", submission=DEFAULT_SUBMISSION)
    return text.getvalue().encode("utf-8")


def _page(report: Report, student: str) -> bytes:
    made = page.render(report, submission=DEFAULT_SUBMISSION, student=student)
    return made.encode("utf-8")
