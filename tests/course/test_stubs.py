"""References become stubs, and nobody's work is overwritten."""

from __future__ import annotations

import ast
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.cli import app
from grader.course import stubs
from grader.course.loading import Course, CourseError, Entry, load
from grader.course.stubs import Written
from grader.language import LANGUAGES

ROOT = Path(__file__).parents[2]

TWO = '''"""Two stubs: a block's method and a function."""

from mxnet import nd
from mxnet.gluon import nn


class Shift(nn.Block):
    """Adds a number.

    Shift(amount)(X): X plus amount, in X's shape.
    """

    def __init__(self, amount, **kwargs):
        super().__init__(**kwargs)
        raise NotImplementedError

    def forward(self, X):
        """X: NDArray of any shape."""
        raise NotImplementedError


def draws(n):
    """n draws, evenly from 0 to 1."""
    raise NotImplementedError
'''


def test_each_marked_part_becomes_one_line(course: Course):
    """Imports, docstrings and what is given stay; several parts of a class are stubs each."""
    assert stubs.stub(course.entry("two")) == TWO


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("x = 1\n", "square/reference.py: mark the solution with '# solution: begin'"),
        ("# solution: begin\nx = 1\n", "square/reference.py: mark the solution"),
        ("x = 1\n# solution: end\n", "line 2: unpaired '# solution: end'"),
        ("# solution: begin\n# solution: begin\n", "line 2: unpaired '# solution: begin'"),
        (
            "# solution: begin\n# solution: end\n# solution: end\n",
            "line 3: unpaired '# solution: end'",
        ),
    ],
)
def test_marks_must_pair(square: Entry, reference: str, says: str):
    """Or else a solution would be handed out."""
    with pytest.raises(CourseError, match=says):
        stubs.stub(replace(square, reference=reference))


def changed(course: Course) -> Course:
    """The course after its author has added a line to the first reference."""
    first, *others = course.entries
    edited = replace(first, reference=first.reference + "\nX = 1\n")
    return replace(course, entries=(edited, *others))


def test_stubs_are_created_then_unchanged_then_updated(course: Course, tmp_path: Path):
    """A second run writes nothing; a changed reference rewrites its own stub only."""
    folder = tmp_path / "new" / "exercises"
    done = [stubs.write(c, folder) for c in (course, course, changed(course))]
    new, same, updated = Written.CREATED, Written.UNCHANGED, Written.UPDATED
    assert done == [
        {"square": new, "two": new},
        {"square": same, "two": same},
        {"square": updated, "two": same},
    ]
    assert (folder / "square.py").read_text() == stubs.stub(changed(course).entries[0])
    assert sorted(path.name for path in folder.iterdir()) == [".stubs.json", "square.py", "two.py"]


SPOILT = ["as it was", "missing", "", "[]", "3", '{"square": 1}', "{", "[" * 99999]


@pytest.mark.parametrize("ledger", SPOILT)
def test_edited_work_is_kept(course: Course, tmp_path: Path, ledger: str):
    """Whatever became of the ledger, and also when the reference changes."""
    stubs.write(course, tmp_path)
    (tmp_path / "square.py").write_text("mine = 1\n")
    if ledger == "missing":
        (tmp_path / ".stubs.json").unlink()
    elif ledger != "as it was":
        (tmp_path / ".stubs.json").write_text(ledger)
    for now in (course, changed(course)):
        assert stubs.write(now, tmp_path)["square"] is Written.KEPT
    assert (tmp_path / "square.py").read_text() == "mine = 1\n"


@pytest.mark.parametrize("edit", [b"\n", b" ", b"\r\n", b"# my idea\n"])
def test_the_smallest_edit_is_an_edit(course: Course, tmp_path: Path, edit: bytes):
    """One byte is somebody's work."""
    stubs.write(course, tmp_path)
    with (tmp_path / "two.py").open("ab") as file:
        file.write(edit)
    assert stubs.write(course, tmp_path)["two"] is Written.KEPT


def test_force_overwrites_edited_work(course: Course, tmp_path: Path):
    """And the stub is one that may be updated from then on."""
    stubs.write(course, tmp_path)
    (tmp_path / "square.py").write_text("mine = 1\n")
    assert stubs.write(course, tmp_path, force=True)["square"] is Written.UPDATED
    assert stubs.write(changed(course), tmp_path)["square"] is Written.UPDATED


def test_work_that_was_there_before_the_first_run_is_kept(course: Course, tmp_path: Path):
    """A folder without a ledger holds somebody's work."""
    (tmp_path / "square.py").write_text("mine = 1\n")
    assert stubs.write(course, tmp_path) == {"square": Written.KEPT, "two": Written.CREATED}
    assert list(json.loads((tmp_path / ".stubs.json").read_text())) == ["two"]


def test_files_of_an_exercise_that_is_gone_are_named(course: Course, tmp_path: Path):
    """Stub and notebook, edited or not, as long as they are there."""
    folder = tmp_path / "exercises"
    commands = ["course", "stubs", str(folder), "--course"]
    assert CliRunner().invoke(app, [*commands, str(course.folder)]).exit_code == 0
    shorter = shutil.copytree(course.folder, tmp_path / "solutions")
    listing = (shorter / "course.toml").read_text()
    (shorter / "course.toml").write_text(listing.replace('{ id = "square", section = "1" }, ', ""))
    gone = "the course has no such exercise any more; remove it"
    for names in (["square.ipynb", "square.py"], ["square.py"], []):
        done = CliRunner().invoke(app, [*commands, str(shorter)])
        assert done.output == "".join(f"{folder / name}: {gone}\n" for name in names)
        for name in names[:1]:
            (folder / name).unlink()


def test_an_untouched_stub_of_a_lost_ledger_is_taken_into_it_again(course: Course, tmp_path: Path):
    """What equals the stub cannot be work."""
    stubs.write(course, tmp_path)
    (tmp_path / ".stubs.json").unlink()
    assert stubs.write(course, tmp_path) == dict.fromkeys(["square", "two"], Written.UNCHANGED)
    assert stubs.write(changed(course), tmp_path)["square"] is Written.UPDATED


REAL = load(ROOT / "solutions").entries


@pytest.mark.parametrize("entry", REAL, ids=[entry.id for entry in REAL])
def test_the_committed_exercises_are_in_step(entry: Entry):
    """`make course` would write what is committed.

    A copy in which somebody works passes too, in whichever language: its ledger tells the stub as
    it was written.
    """
    texts = [stubs.stub(entry, language) for language in LANGUAGES]
    ast.parse(texts[0])
    ledger = json.loads((ROOT / "exercises" / ".stubs.json").read_text())
    assert ledger.get(entry.id) in map(stubs._hash, map(str.encode, texts)), "run `make course`"
    assert (ROOT / "exercises" / entry.filename).exists(), "run `make course`"


def test_no_stub_of_the_course_holds_its_solution():
    """No line of a marked part is left in the stub."""
    for entry in REAL:
        inside, marked = False, []
        for line in map(str.strip, entry.reference.splitlines()):
            if line in ("# solution: begin", "# solution: end"):
                inside = line.endswith("begin")
            elif inside and line:
                marked.append(line)
        stub = {line.strip() for line in stubs.stub(entry).splitlines()}
        given = {"else:", "return self", *ast.unparse(ast.parse(stubs.stub(entry))).split("\n")}
        assert {line for line in marked if line in stub and line not in given} == set(), entry.id
