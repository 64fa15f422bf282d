"""One student, for the instructor."""

from __future__ import annotations

from rich.console import Console

from grader.classroom.gradebook import Gradebook, Graded
from grader.language import _
from grader.report import terminal
from grader.report.layout import Page
from grader.report.safe import clean_line
from grader.spelling import near
from grader.submission import SubmissionError


def find(gradebook: Gradebook, student: str) -> Graded:
    """Return what `student` has. Raises SubmissionError where nobody is called so."""
    names = []
    for graded in gradebook:
        if graded.student == student:
            return graded
        names.append(graded.student)
    close = near(student, names)
    said = _("nobody in this class is called {name}")
    if close:
        said = _("nobody in this class is called {name}; did you mean {close}?")
    listed = _(" or ").join(map(clean_line, close))
    raise SubmissionError(said.format(name=clean_line(student), close=listed))


def render(graded: Graded, console: Console, *, program: str = "grader", course: str = "") -> None:
    """Print all of a student's report on `console`: every lost check, hidden ones too.

    Where the class's folder is, a store does not know: in a command it is `FOLDER`.
    """
    page = Page.of(console)
    received = f"{graded.received:%Y-%m-%d %H:%M %Z}".strip()
    said = _("{student}: {attempt}, received {time}")
    head = page.line(
        said.format(student=graded.student, attempt=graded.attempt, time=received), "bold"
    )
    page.show(page.wrap(head, page.measure))
    terminal.render(
        graded.report,
        console,
        detail="all",
        program=program,
        course=course,
        submission=f"FOLDER/{graded.attempt}",
    )
