"""What an instructor reads in a terminal."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from grader.classroom.analysis import analyse
from grader.classroom.gradebook import Gradebook, Graded
from grader.classroom.report import phrases, show, terminal
from grader.report.record import Report
from grader.submission import SubmissionError
from tests.classroom.reporting.classes import NAMES, gradebook
from tests.classroom.reporting.test_analysis import NOW, book, lone
from tests.report import samples


def drawn(render: Callable[[Console], None], width: int, encoding: str = "utf-8") -> str:
    """What is written to a pipe."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    render(Console(file=file, width=width, force_terminal=False, _environ={}))
    file.flush()
    return raw.getvalue().decode(encoding)


def overview(made: Gradebook, width: int, encoding: str = "utf-8") -> str:
    analysis = analyse(made)
    return drawn(lambda console: terminal.render(analysis, console), width, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "gbk"])
@pytest.mark.parametrize("width", [20, 80, 140])
def test_any_name_fits(reports: list[Report], width: int, encoding: str) -> None:
    """No name leaves its line or the page, and none moves the cursor."""
    text = overview(gradebook(reports, len(NAMES)), width, encoding)
    assert max(map(cell_len, text.splitlines())) <= width
    assert set(text) - {"\n"} == {c for c in text if c.isprintable()}


def test_students_are_sorted(reports: list[Report]) -> None:
    """One line each, in the order of the names, with the points that they have."""
    made = gradebook(reports, 40)
    table = overview(made, 80).split("-- students ")[1].splitlines()[2:]
    assert len(table) == 40
    names = [line[2:].split("  ")[0] for line in table]
    places = [names.index(name) for name in ("Ada", "ada", "grace hopper", "Zo\u00eb")]
    assert places == sorted(places)
    points = {graded.student: graded.report.points for graded in made}
    for line in table:
        name, got, *_ = re.split(r"\s{2,}", line.strip())
        if name in points:
            assert float(got) == pytest.approx(points[name], abs=0.01)


def test_rows_line_up(reports: list[Report]) -> None:
    """Wide and combining characters do not push the numbers aside."""
    table = overview(gradebook(reports, len(NAMES)), 80).split("-- students ")[1].splitlines()[1:]
    assert len({cell_len(line) for line in table}) == 1


def test_counts_add_up(reports: list[Report]) -> None:
    """Every student stands in one tenth; a cause is counted once for each who has it."""
    text = overview(gradebook(reports, 40), 140)
    rows = re.findall(r"^ +\d+ to \d+ % +(\d+)", text, re.MULTILINE)
    assert (len(rows), sum(map(int, rows))) == (10, 40)
    assert re.search(r"Likely cause +\d+ times: exp overflows", text)
    assert "Stays finite for logits near 1000" in text


def test_the_walls_are_named(reports: list[Report]) -> None:
    """All of them, once: who graded without bubblewrap is told so with the class's points, too."""
    weak = [replace(report, isolation="rlimits") for report in reports]
    both = [*gradebook(reports, 5), *gradebook(weak, 5)]
    text = overview(Gradebook("Course", 1, published=False, read=lambda: iter(both)), 140)
    assert f"isolation {reports[0].isolation} / rlimits\n" in text


def test_an_empty_class() -> None:
    """It is said, in a line."""
    assert overview(book(), 80) == (
        "Course: 0 students, 0 exercises, 0 points.\nNobody has been graded yet.\n"
    )


def test_what_nobody_handed_in_is_one_line() -> None:
    """No heading and no table: neither of what is missing nor of what could not be run."""
    checks = [samples.check("a", "A.", "not_run")]
    text = overview(
        book(
            [
                samples.exercise("softmax", "done"),
                samples.exercise("sgd", "missing", checks),
                samples.exercise("dropout", "error", checks),
            ]
        ),
        80,
    )
    assert "-- softmax: " in text
    assert "Nobody handed in anything that could be run for: sgd, dropout." in text
    assert (text.count("sgd"), text.count("dropout")) == (1, 1)


def test_what_nobody_passes_is_worth_a_look() -> None:
    """From ten students on; before, it may be chance."""
    lost = lone(samples.check("a", "A."), samples.check("b", "B.", "failed"))
    assert "b. Nobody passed." in overview(book(*[lost] * 10), 80)
    assert "worth a look" not in overview(book(*[lost] * 9), 80)


def test_what_the_weak_pass_is_worth_a_look() -> None:
    """A check that is lost by those who have everything else may be wrong: a line for all such
    checks of an exercise, unless it may be chance."""
    passed = [samples.check(name, name) for name in "abcde"]
    lost = [samples.check(name, name, "failed") for name in "abcde"]
    strong, weak = lone(*passed[:3], *lost[3:]), lone(*lost[:3], *passed[3:])
    text = overview(book(*[strong] * 8, *[weak] * 4), 80)
    assert "  sgd: d, e. Who passed has less elsewhere, by more than chance.\n" in text
    text = overview(book(*[strong] * 4, *[weak] * 5, *[lone(*passed)] * 4), 80)
    assert "-0.24" in text
    assert "worth a look" not in text


def test_not_started_is_no_verdict() -> None:
    """A check that nobody came to is not called odd."""
    idle = lone(samples.check("a", "A.", "not_run"))
    assert "worth a look" not in overview(book(*[idle] * 20), 80)


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %"), (None, "-")],
)
def test_per_cents(share: float | None, text: str) -> None:
    """All and nothing are said only of all and nothing."""
    assert phrases.percent(share) == text


def test_show_one_student(reports: list[Report]) -> None:
    """The instructor sees hidden checks in full, and how to run them again."""
    made = gradebook(reports, 40, hide="survives_large_logits")
    lost = next(
        graded
        for graded in made
        if any(c.hidden and c.comparison for e in graded.report.exercises for c in e.checks)
    )
    found = show.find(made, lost.student)
    assert found.report.points == lost.report.points
    text = drawn(lambda console: show.render(found, console), 100)
    assert "a hidden check" in text
    command = "grader debug softmax:survives_large_logits --seed 987654321"
    assert command in text.replace(" \\\n     ", "")
    assert "actual" in text


def test_nobody_is_called_so(reports: list[Report]) -> None:
    """Similar names are offered, escaped."""
    made = gradebook(reports, 40)
    with pytest.raises(SubmissionError) as caught:
        show.find(made, "grace hoper")
    assert caught.value.args == (
        "nobody in this class is called grace hoper; did you mean grace hopper?",
    )
    with pytest.raises(SubmissionError, match=r"did you mean grace hopper\?$"):
        show.find(made, "Grace")
    with pytest.raises(SubmissionError, match=r"called \\x1b$"):
        show.find(Gradebook("C", 1, published=False, read=lambda: iter([])), "\x1b")


def test_show_says_which_attempt() -> None:
    """The name of the entry and when it came stand above the report."""
    graded = Graded("ada", "ada@2.zip", NOW, samples.complete())
    text = drawn(lambda console: show.render(graded, console), 80)
    assert text.startswith("ada: ada@2.zip, received 2026-11-24 00:00 UTC\n18 of 18 points.")
