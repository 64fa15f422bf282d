"""One student, for the instructor."""

from __future__ import annotations

import difflib

from rich.console import Console

from grader.classroom.gradebook import Gradebook, Graded
from grader.language import _
from grader.report import terminal
from grader.report.layout import Page
from grader.report.safe import clean_line
from grader.submission import SubmissionError


def find(gradebook: Gradebook, student: str) -> Graded:
    """Return what `student` has. Raises SubmissionError where nobody is called so."""
    names = []
    for graded in gradebook:
        if graded.student == student:
            return graded
        names.append(graded.student)
    close = [name for name in names if student.casefold() in name.casefold()]
    close = close or difflib.get_close_matches(student, names)
    said = _("nobody in this class is called {name}")
    if close:
        said = _("nobody in this class is called {name}; did you mean {close}?")
    listed = _(" or ").join(map(clean_line, close[:3]))
    raise SubmissionError(said.format(name=clean_line(student), close=listed))


def render(graded: Graded, console: Console, *, program: str = "grader") -> None:
    """Print all of a student's report on `console`: every lost check, hidden ones too."""
    page = Page.of(console)
    received = f"{graded.received:%Y-%m-%d %H:%M %Z}".strip()
    said = _("{student}: {attempt}, received {time}")
    head = page.line(
        said.format(student=graded.student, attempt=graded.attempt, time=received), "bold"
    )
    page.show(page.wrap(head, page.measure))
    terminal.render(graded.report, console, detail="all", program=program)
