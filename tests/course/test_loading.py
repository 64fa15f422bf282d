"""A course is read, or the error names the file and the remedy."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from grader.course.loading import Course, CourseError, KnownMistake, load
from tests.conftest import MINIATURE

DECORATOR = 3 if sys.version_info >= (3, 11) else 4
"""Where Python says that a decorator in line 3 raised."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the miniature course that a test may break."""
    return Path(shutil.copytree(MINIATURE, tmp_path / "solutions"))


def test_the_miniature_course(course: Course):
    """Exercises come in the order of course.toml, with their sections and sources."""
    listed = [(e.id, e.section, e.filename, e.exercise.title) for e in course.entries]
    assert listed == [
        ("square", "1", "square.py", "Square"),
        ("two", "2, 3", "two.py", "Two stubs"),
    ]


def test_mistakes_keep_their_imports_and_lose_the_graders(course: Course):
    """A mistake is its sentence on one line, and statements that need nothing of the grader."""
    patch = "from mxnet import nd\n\ndef square(X):\n    return X + X"
    sentence = "X + X is twice X: multiply instead."
    assert course.entry("square").mistakes[0] == KnownMistake("doubles", sentence, patch)


def test_only_keeps_the_courses_order(course: Course):
    """However the exercises are asked for; it keeps all where none is."""
    assert [entry.id for entry in course.only(["two", "square"]).entries] == ["square", "two"]
    assert course.only([]) == course


def test_an_exercise_may_be_named_by_its_file(course: Course):
    """Whatever the file's kind, wherever it lies."""
    narrowed = course.only(["work/two.py", "Square.ipynb"])
    assert [entry.id for entry in narrowed.entries] == ["square", "two"]


def test_an_unknown_exercise_is_told_with_those_there_are(course: Course):
    """So that nobody has to look for the list."""
    with pytest.raises(CourseError, match="no exercise 'cube'; there are: square, two"):
        course.only(["square", "cube"])


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("course.toml", None, "course.toml: No such file or directory; the course needs this"),
        ("course.toml", b"title = ", r"course.toml: Invalid value.*; see docs/AUTHORING.md"),
        ("course.toml", b"", "course.toml: .*required field `title`; see docs/AUTHORING.md"),
        ("course.toml", b"title = 'x'\nunits = 3", r"Expected `array`, got `int` - at `\$.units`"),
        (
            "course.toml",
            b"title = 'x'\n[[units]]\nexercises = [1]",
            r"course.toml: Expected `object`, got `int` - at `\$.units\[0\].exercises\[0\]`",
        ),
        (
            "course.toml",
            b"title = 'x'\n[[units]]\nexercises = [{section = '1'}]",
            r"required field `id` - at `\$.units\[0\].exercises\[0\]`; see docs/AUTHORING.md",
        ),
        (
            "course.toml",
            b"title = ''\nunits = [{exercises = [{id='a', section=1}, {id='a', section=2}]}]",
            "course.toml: a is listed 2 times; keep one of them",
        ),
        ("course.toml", b"title = '\xff'", "course.toml: 'utf-8' codec.*; save the file as UTF-8"),
        (
            "course.toml",
            b"title = 'x'\n[[units]]\nexercises = [{id = '3', section = 4}]",
            "3/checks.py: No such file",
        ),
        ("square/reference.py", None, "square/reference.py: No such file or directory"),
        ("square/reference.py", b"\ndef f(:\n", "square/reference.py, line 2: "),
        ("square/reference.py", b"\nreturn 1\n", "line 2: 'return' outside function"),
        ("square/mistakes.py", None, "square/mistakes.py: No such file or directory"),
        ("square/mistakes.py", b"\n\nclass x(:\n", "square/mistakes.py, line 3: "),
        ("square/mistakes.py", b"\nclass x: pass", "mistakes.py, line 2: x needs a docstring"),
        (
            "square/mistakes.py",
            b"class x:\n 'A.'",
            r"mistakes.py, line 1: .*write class x\(Mistake\)",
        ),
        ("square/checks.py", b"x = 1", "square/checks.py: define `exercise = Exercise"),
        ("square/checks.py", b"exercise = 1", "square/checks.py: define `exercise = Exercise"),
        ("square/checks.py", b"1/0", "checks.py: ZeroDivisionError: division by zero .line 1"),
        (
            "square/checks.py",
            b"from grader.course import Exercise\n\n@Exercise('x', ['f']).check\ndef f(): pass",
            rf"square/checks.py: TypeError: .* \(line {DECORATOR}\); see docs/AUTHORING.md",
        ),
        ("square/checks.py", b"def", "square/checks.py: SyntaxError: .*line 1"),
        ("square/checks.py", b"# \xe9", "square/checks.py: .*save the file as UTF-8"),
        (
            "square/checks.py",
            b"from grader.course import Exercise\nexercise = Exercise('x', ['f'])",
            "checks.py: define .* and at least one check",
        ),
    ],
)
def test_a_broken_file_is_named(folder: Path, file: str, content: bytes | None, says: str):
    """Every error is one sentence with the file's path in it."""
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_bytes(content)
    with pytest.raises(CourseError, match=f"{folder}/.*{says}" if "/" in says else says) as caught:
        [entry.mistakes for entry in load(folder).entries]
    assert str(folder) in str(caught.value)
