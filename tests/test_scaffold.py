"""`grader course new`, on a copy of the miniature course."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.authoring import linting, survey
from grader.authoring.scaffold import Refused, lay_out
from grader.cli import app
from grader.course import stubs
from grader.course.loading import load
from grader.grading import Grader
from grader.worker.pool import Pool
from tests.conftest import MINIATURE

ROOT = Path(__file__).parents[1]
FILES = ["reference.py", "checks.py", "mistakes.py", "oracle.py"]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The miniature course's folder, to be changed."""
    folder = tmp_path / "solutions"
    shutil.copytree(MINIATURE, folder, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return folder


def findings(course: Path, name: str, pool: Pool) -> list[str]:
    narrowed = load(course).only([name])
    found = linting.lint(narrowed, pool, seeds=range(20), partial=True)
    return [f"{finding.path.name}: {finding.message}" for finding in found]


def walk_through() -> dict[str, str]:
    """The files that docs/AUTHORING.md writes, by name."""
    text = (ROOT / "docs" / "AUTHORING.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^```\w+\n# solutions/relu/([\w.]+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL
    )
    return dict(blocks)


def test_template_works_and_lint_says_what_is_missing(course: Path, pool: Pool) -> None:
    """A new exercise's stub scores nothing, its reference everything, and the rest is to do."""
    lay_out(course, "row_norms")
    entry = load(course).entry("row_norms")
    grader = Grader(load(course), pool)
    assert survey.stub(grader, entry).status == "not_started"
    assert survey.reference(grader, entry).status == "done"
    assert findings(course, "row_norms", pool) == [
        "course.toml: row_norms: name the notes' section",
        "reference.py: line 3 is still the example's: replace it",
        "reference.py: line 12 is still the example's: replace it",
        "checks.py: line 5 is still the example's: replace it",
        "mistakes.py: line 7 is still the example's: replace it",
        "checks.py: equals_reference has no hint: give hint=...",
        "checks.py: has_the_right_gradient has no hint: give hint=...",
        "checks.py: keeps_float64 has no hint: give hint=...",
        "checks.py: stays_on_its_context has no hint: give hint=...",
        (
            'formulas.toml: this formula has no LaTeX: write "row_norms(X)[i, j] = '
            "X[i, j] * X[i, j]\" = '...'; where no block is a formula, leave the file empty"
        ),
        "mistakes.py: 1 mistake; write at least 6",
    ]


def test_walk_through_of_the_manual_passes_the_lint(course: Path, pool: Pool) -> None:
    """What docs/AUTHORING.md writes, letter by letter, leaves nothing to mend."""
    lay_out(course, "relu", section="6.3", title="ReLU")
    texts = walk_through()
    assert sorted(texts) == sorted([*FILES, "formulas.toml"])
    for name, text in texts.items():
        (course / "relu" / name).write_text(text, encoding="utf-8")
    assert findings(course, "relu", pool) == []
    assert "raise NotImplementedError" in stubs.stub(load(course).entry("relu"))


def test_answers_of_an_empty_body_earn_nothing(course: Path, pool: Pool) -> None:
    """The manual's exercise holds to the manual's own rule: `pass` gets 0 on every check."""
    lay_out(course, "relu", section="6.3")
    for name, text in walk_through().items():
        (course / "relu" / name).write_text(text, encoding="utf-8")
    grader = Grader(load(course), pool)
    result = survey.grade_text(grader, load(course).entry("relu"), "def relu(X):\n    pass\n")
    assert [check.name for check in result.checks if check.points] == []


def test_course_toml_keeps_what_stood_there(course: Path) -> None:
    """The new unit comes last; comments, order and spacing stay."""
    path = course / "course.toml"
    before = "# of our own\n" + path.read_text() + "# the end, without a line feed"
    path.write_text(before)
    files = lay_out(course, "row_norms", section="6.3", title="Norms, row by row")
    assert files == [*(course / "row_norms" / name for name in FILES), path]
    assert path.read_text() == (
        f"{before}\n\n[[units]]\n"
        'name = "Norms, row by row"\n'
        'exercises = [{ id = "row_norms", section = "6.3" }]\n'
    )
    entry = load(course).entry("row_norms")
    assert (entry.exercise.title, entry.section) == ("Norms, row by row", "6.3")


def test_line_ends_stay_as_they_are(course: Path) -> None:
    path = course / "course.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    lay_out(course, "row_norms")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert load(course).entry("row_norms")


def test_title_in_another_script(course: Path) -> None:
    lay_out(course, "row_norms", title="行范数")
    assert load(course).entry("row_norms").exercise.title == "行范数"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("square", "lists square already"),
        ("left_over", "is there already"),
        ("Row-norms", "cannot name an exercise"),
        ("RowNorms", "cannot name an exercise"),
        ("2d", "cannot name an exercise"),
        ("", "cannot name an exercise"),
        ("../up", "cannot name an exercise"),
        ("lambda", "cannot name an exercise"),
        ("random", "a module of Python's standard library"),
        ("numpy", "an installed package"),
        ("grader", "an installed package"),
        ("gluon", "one of MXNet's modules"),
        ("optimizer", "one of MXNet's modules"),
        ("nd", "one of MXNet's modules"),
    ],
)
def test_refused_names_change_nothing(course: Path, name: str, reason: str) -> None:
    (course / "left_over").mkdir()
    before = {path: path.is_file() and path.read_bytes() for path in course.rglob("*")}
    with pytest.raises(Refused, match=reason):
        lay_out(course, name)
    assert {path: path.is_file() and path.read_bytes() for path in course.rglob("*")} == before


def test_the_grader_itself_is_on_no_path(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where `grader` was called by its name, and is installed to be edited."""
    monkeypatch.setattr("sys.path", [place for place in sys.path if place not in ("", str(ROOT))])
    with pytest.raises(Refused, match="an installed package"):
        lay_out(course, "grader")


@pytest.mark.parametrize("text", ['say "no"', "back\\slash", "two\nlines"])
def test_refused_titles_and_sections(course: Path, text: str) -> None:
    for option in ("title", "section"):
        with pytest.raises(Refused, match=f"the {option} must be one line"):
            lay_out(course, "row_norms", **{option: text})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title = ", "mend it first"),
        ('title = "A"', "mend it first"),
        ('title = "A"\nunits = [{ name = "a", exercises = [] }]\n', r"\[\[units\]\] tables"),
    ],
)
def test_course_toml_that_cannot_be_added_to(course: Path, text: str, reason: str) -> None:
    """It is left alone, and no folder is left behind."""
    path = course / "course.toml"
    path.write_text(text)
    with pytest.raises(Refused, match=reason):
        lay_out(course, "row_norms")
    assert (path.read_text(), (course / "row_norms").exists()) == (text, False)


def test_command_names_the_files_and_the_next_command(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a shell finds it, where `grader` is on no path."""
    program = course.parent / "bin" / "grader"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr("sys.argv", [str(program)])
    done = CliRunner().invoke(app, ["course", "new", "row_norms", "--course", str(course)])
    made = [f"{course / 'row_norms' / name}: created" for name in FILES]
    lint = f"{program} course lint --exercise row_norms --course {course}"
    assert (done.exit_code, done.stdout.splitlines()) == (
        0,
        [
            *made,
            f"{course / 'course.toml'}: updated",
            f"Next: fill them in; {lint} says what is missing",
        ],
    )


def test_command_refuses_with_a_sentence(course: Path) -> None:
    done = CliRunner().invoke(app, ["course", "new", "numpy", "--course", str(course)])
    assert (done.exit_code, done.output) == (
        2,
        (
            "grader: numpy is the name of an installed package, which numpy.py would hide: "
            "choose another\n"
        ),
    )
