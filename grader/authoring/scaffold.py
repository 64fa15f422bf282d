"""`grader course new`: the four files of a new exercise, and its place in course.toml.

What it lays out is a small exercise that works, to be replaced line by line.  It is unfinished on
purpose: `grader course lint` names what is still to be written.
"""

from __future__ import annotations

import importlib.util
import json
import keyword
import re
import shutil
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from string import Template

from grader.course import listing, toml
from grader.course.files import CourseError
from grader.saving import replace

_ALIASES = frozenset(["gluon", "init", "kv", "mx", "nd", "nn", "np", "npx", "opt", "sym"])
"""Names under which solutions import MXNet's parts, beside those of its modules."""


class Refused(CourseError):
    """The new exercise cannot be laid out as it was asked for; the message says why."""

    status = 2


PLACEHOLDER = "Replace this:"
"""How the texts begin that are the example's own; the linter looks for it."""

REFERENCE = Template('''\
"""$heading

Replace this: say in a few sentences what this exercise is about, and give the formula:

    $name(X)[i, j] = X[i, j] * X[i, j]
"""

from mxnet import nd


def $name(X):
    """Replace this: the square of each element.

    X: NDArray of shape (n, d), n examples and d features.
    Returns an NDArray of X's shape, of X's dtype and on X's context.

    Example: $name([[1, 2, -3]]) is [[1, 4, 9]].
    """
    # solution: begin
    return nd.square(X)
    # solution: end
''')

CHECKS = Template('''\
"""How `$name` is checked."""

from grader.course import Exercise

# Replace this: own_work=[...] lists the operators that would do a student's work for them.
exercise = Exercise($title, stubs=["$name"])


@exercise.check(points=4)
def equals_reference(solution, case):
    """Equals the reference on random numbers."""
    return solution.$name(case.normal(*case.sizes(4, 6)))


@exercise.check(points=2)
def has_the_right_gradient(solution, case):
    """Passes the right gradient back to X."""
    return case.gradient(solution.$name, case.normal(*case.sizes(3, 5)))


@exercise.check(points=1, dtype="float64")
def keeps_float64(solution, case):
    """Answers in float64 for float64 numbers."""
    return solution.$name(case.normal(*case.sizes(2, 5)))


@exercise.check(points=1, device="cpu:1")
def stays_on_its_context(solution, case):
    """Computes where X is."""
    return solution.$name(case.normal(*case.sizes(5, 3)))
''')

MISTAKES = Template('''\
"""Wrong versions of `$name` that learners write, each with the sentence that would help."""

from grader.course import Mistake


class doubles(Mistake):
    """Replace this: X + X is twice X, not its square."""

    def $name(X):
        return X + X
''')

ORACLE = Template('''\
"""What `$name` should answer, from its formula, in float64."""


def equals_reference(xp, inputs):
    [X] = inputs
    return X * X


keeps_float64 = stays_on_its_context = equals_reference


def has_the_right_gradient(xp, inputs):
    X, head = inputs
    return [2 * X * head]
''')

UNIT = Template("""
[[units]]
name = $title
exercises = [{ id = $id, section = $section }]
""")


def lay_out(course: Path, name: str, *, section: str = "", title: str = "") -> list[Path]:
    """Write `name`'s four files into the folder `course` and list it, in a unit of its own at
    the end of course.toml.  Returns the files written; raises Refused and changes nothing where
    that cannot be done."""
    title = title or name.replace("_", " ").capitalize()
    _require_name(name)
    _require_line("title", title)
    _require_line("section", section)
    table = course / "course.toml"
    text = _listed(table, name, section, title)
    folder = course / name
    try:
        folder.mkdir()
    except FileExistsError:
        raise Refused(f"{folder} is there already: choose another name") from None
    heading = f"{title} (section {section} of the notes)" if section else title
    names = {"name": name, "title": json.dumps(title, ensure_ascii=False), "heading": heading}
    files = {
        "reference.py": REFERENCE,
        "checks.py": CHECKS,
        "mistakes.py": MISTAKES,
        "oracle.py": ORACLE,
    }
    try:
        for filename, template in files.items():
            (folder / filename).write_text(template.substitute(names), encoding="utf-8")
        replace(table, text)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return [*(folder / filename for filename in files), table]


def _require_name(name: str) -> None:
    """An exercise's file is imported under its name, and shadows what has the same."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise Refused(
            f"{name!r} cannot name an exercise: take a Python identifier of lower-case letters, "
            "digits and underscores, such as row_norms"
        )
    found = importlib.util.find_spec("mxnet")
    parts = [Path(place) for place in (found and found.submodule_search_locations) or ()]
    if name in sys.stdlib_module_names:
        owner = "a module of Python's standard library"
    elif name == "grader" or PathFinder.find_spec(name):  # installed to be edited, it is on no path
        owner = "an installed package"
    elif name in _ALIASES or any(
        (p / name).is_dir() or (p / f"{name}.py").is_file() for p in parts
    ):
        owner = "one of MXNet's modules"
    else:
        return
    raise Refused(f"{name} is the name of {owner}, which {name}.py would hide: choose another")


def _require_line(what: str, text: str) -> None:
    if not text.isprintable() or set(text) & set('"\\'):
        raise Refused(f"the {what} must be one line without double quotes and backslashes")


def _listed(path: Path, name: str, section: str, title: str) -> bytes:
    """The text of course.toml with the new exercise; all that stands there stays as it is."""
    try:
        data = path.read_bytes()
        known = [one.id for one in listing.read(path).exercises]
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}; name the course's folder by --course") from None
    except CourseError as error:
        raise Refused(f"{error}; mend it first") from None
    if name in known:
        raise Refused(f"{path} lists {name} already: choose another name")
    table = toml.loads(data.decode())
    parts = {"title": title, "id": name, "section": section}
    unit = UNIT.substitute({k: json.dumps(v, ensure_ascii=False) for k, v in parts.items()})
    if b"\r\n" in data:
        unit = unit.replace("\n", "\r\n")
    text = data + (b"" if data.endswith(b"\n") else b"\n") + unit.encode()
    added = {"name": title, "exercises": [{"id": name, "section": section}]}
    try:
        written = toml.loads(text.decode())
    except toml.TOMLDecodeError:
        written = {}
    if written != {**table, "units": [*table["units"], added]}:
        raise Refused(f"{path}: no unit could be added at its end; write units as [[units]] tables")
    return text
