"""`grader course lint` finds an author's slips, on a copy of the miniature course."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.authoring import linting, texts
from grader.cli import app
from grader.course.loading import Course, CourseError, Entry, load
from grader.grading import references
from grader.sandbox import Limits
from grader.worker.pool import Pool
from tests.conftest import MINIATURE

PROBE = "return solution.square(case.normal(2, 3))"
"""That of `keeps_float64`."""
SLIPS = '''
class misspells(Mistake):
    """The magnitude is no square."""

    def square(X):
        return nd.abss(X)


class borrows(Mistake):
    """nd has no twice."""

    def square(X):
        return nd.twice(X)


class renames(Mistake):
    """X + 1 is no square."""

    def squares(X):
        return X + 1


class is_right(Mistake):
    """It is the square."""

    def square(X):
        return X * X


class imports(Mistake):
    """X - 1 is no square."""

    import nope

    def square(X):
        return X - 1
'''
DOUBLES = "def square(X):\n        return X + X"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an exercise, to be changed."""
    course = tmp_path / "solutions"
    shutil.copytree(MINIATURE, course, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return course / "square"


def linted(folder: Path, pool: Pool) -> list[str]:
    narrowed = load(folder.parent).only([folder.name])
    found = linting.lint(narrowed, pool, seeds=range(1), partial=True)
    return [f"{finding.path.name}: {finding.message}" for finding in found]


@pytest.fixture(scope="module")
def before(pool: Pool) -> list[str]:
    """What is found in the exercise as it is: it is no complete one."""
    return linted(MINIATURE / "square", pool)


@pytest.fixture
def found(folder: Path, pool: Pool, before: list[str]) -> Callable[..., list[str]]:
    """What is found besides where a text of a file is replaced by another."""

    def look(file: str, old: str, new: str) -> list[str]:
        text = (folder / file).read_text()
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new))
        return [message for message in linted(folder, pool) if message not in before]

    return look


def test_a_fault_of_a_probe_is_told_with_its_line(found: Callable[..., list[str]]):
    """And is not charged to the reference."""
    line = 1 + (MINIATURE / "square" / "checks.py").read_text().splitlines().index(f"    {PROBE}")
    assert found("checks.py", PROBE, PROBE.replace("normal", "norml")) == [
        (
            f"checks.py: line {line}: keeps_float64: "
            "AttributeError: 'Case' object has no attribute 'norml' (is `normal` meant?)"
        )
    ]


def test_a_fault_of_the_reference_is_told_with_its_line(found: Callable[..., list[str]]):
    """For each check that it loses; nothing else is run."""
    line = 1 + (MINIATURE / "square" / "reference.py").read_text().splitlines().index(
        "    return X * X"
    )
    messages = found("reference.py", "return X * X", "return X * Y")
    checks = [check.name for check in load(MINIATURE).entry("square").exercise.checks]
    assert messages == [
        f"reference.py: line {line}: {name}: NameError: name 'Y' is not defined" for name in checks
    ]


def test_a_probe_without_return_is_told(found: Callable[..., list[str]]):
    assert found("checks.py", PROBE, PROBE.removeprefix("return ")) == [
        "checks.py: keeps_float64 returns None: return something of the result"
    ]


@pytest.mark.parametrize(
    ("layers", "twins"),
    [
        ("dense(3), dense(3)", "bias (3,) and weight (3, 3)"),
        ("dense(4), dense(3)", ""),
        ("rnn.RNN(3)", ""),  # has two of a kind, in MXNet's own order
    ],
)
def test_parameters_that_only_their_order_tells_apart_are_told(
    found: Callable[..., list[str]], layers: str, twins: str
):
    """Right work may have another order; what is filled in another net is no matter."""
    probe = f"""from mxnet.gluon import nn, rnn
    dense = lambda units: nn.Dense(units, flatten=False)
    for net in (nn.Sequential(), nn.Sequential()):
        net.add({layers})
        X = case.normal(2, 5, 3)
        X = case.fill(net, X)(X)
    return solution.square(X)"""
    assert found("checks.py", PROBE, probe) == [
        f"checks.py: keeps_float64: case.fill tells parameters of one kind and shape ({twins}) "
        "apart by their order, which may be another in right work: let their shapes differ, or "
        "fill the layers one by one"
        for _ in filter(None, [twins])
    ]


def test_names_that_mxnet_has_not_are_no_own_work(found: Callable[..., list[str]]):
    """Nor would they ever be found in what ran."""
    listed = '"mxnet.image.imresiz", "rellu", "relu"'
    assert found("checks.py", '"mxnet.image.imresize"', listed) == [
        f"checks.py: own_work lists {name!r}, and MXNet has no such {kind}: mend the name"
        for name, kind in (("mxnet.image.imresiz", "function"), ("rellu", "operator"))
    ]


def test_checks_import_mxnet_in_probes_only(course: Course, square: Entry):
    """In a function, or a class's, it is not imported before that is called."""
    inside = "\n\nclass Net:\n    def forward(self):\n        from mxnet import nd\n"
    head = "from grader.course import Exercise"
    changed = square.checks.replace(head, f"from mxnet import nd\n{head}{inside}")
    messages = [
        finding.message for finding in texts.review(course, replace(square, checks=changed))
    ]
    assert [message for message in messages if "MXNet" in message] == [
        (
            "line 3 imports MXNet, and so would the judge, which reads this file, too: "
            "import it inside the probe"
        )
    ]


def test_mistakes_of_their_author_are_told(found: Callable[..., list[str]]):
    """Each once; a name of which the sentence speaks is a learner's."""
    head = "from grader.course import Mistake"
    assert found("mistakes.py", head, f"{head}\n{SLIPS}") == [
        f"mistakes.py: {message}"
        for message in (
            (
                "misspells: AttributeError: module 'mxnet.ndarray' has no attribute 'abss' "
                "(is `abs` meant?): mend it, or speak of abss in its sentence"
            ),
            "renames: redefines nothing of the reference: it defines squares",
            "is_right: loses no points: add a check that sees it",
            "imports: cannot be loaded: ModuleNotFoundError: No module named 'nope'",
        )
    ]


def test_a_mistake_that_is_taken_for_another_is_told(found: Callable[..., list[str]]):
    """Whoever makes it would read the other's sentence."""
    twice = (
        "\n\nclass adds(Mistake):\n"
        '    """A sum is no square."""\n\n    def square(X):\n        return X + X\n'
    )
    head = "from grader.course import Mistake"
    told = found("mistakes.py", head, f"{head}\n{twice}")
    assert any("is told another sentence than its own" in message for message in told), told


def test_an_import_that_fails_is_told_once(found: Callable[..., list[str]]):
    """It stands at the top of the file, and no mistake can be loaded."""
    assert found("mistakes.py", "from mxnet import nd", "from mxnet import nd\nimport nope") == [
        (
            "mistakes.py: doubles, multiplies_matrices, forgets_to_return: cannot be loaded: "
            "ModuleNotFoundError: No module named 'nope'"
        )
    ]


def test_a_mistake_that_never_ends_is_told(
    found: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(references, "PATIENT", Limits(seconds=0.5))
    new = "def square(X):\n        while True:\n            pass"
    assert found("mistakes.py", DOUBLES, new) == [
        "mistakes.py: doubles: ends no check, each was stopped: let it end"
    ]


@pytest.mark.parametrize(
    ("formulas", "told"),
    [(None, ["a = b", "c = d"]), ('"a = b" = "a=b"', ["c = d"]), ("# They are code.", [])],
)
def test_a_formula_without_latex_is_told(
    folder: Path, found: Callable[..., list[str]], formulas: str | None, told: list[str]
):
    """Unless an empty formulas.toml says that there is no formula."""
    if formulas is not None:
        (folder / "formulas.toml").write_text(formulas)
    said = "element.\n\n        a  = b\n\n    And\n\n        c = d"
    assert found("reference.py", "element.\n", f"{said}\n") == [
        f"formulas.toml: this formula has no LaTeX: write \"{words}\" = '...'; where no block "
        "is a formula, leave the file empty"
        for words in told
    ]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "square/formulas.toml",
            '"what nobody says" = "x"',
            "no docstring says 'what nobody says'",
        ),
        ("square/formulas.toml", '"what', "formulas.toml: Unterminated string"),
        ("square/zh_CN.po", 'msgid "a"\n', "square/zh_CN.po: .* line 1: missing msgstr"),
        ("zh_CN.po", 'msgid "a"\n', "solutions/zh_CN.po: .* line 1: missing msgstr"),
    ],
)
def test_what_cannot_be_read_is_refused(folder: Path, pool: Pool, file: str, text: str, says: str):
    """Here, and not when a stub, a notebook or a report in Chinese is made."""
    (folder.parent / file).write_text(text)
    with pytest.raises(CourseError, match=says):
        linted(folder, pool)


def test_what_is_looked_at_is_told(pool: Pool):
    """So that a terminal is not silent for minutes."""
    told: list[str] = []
    narrowed = load(MINIATURE).only(["two"])
    list(linting.lint(narrowed, pool, seeds=range(2), partial=True, tell=told.append))
    assert told == [
        "two: its checks",
        "two: its stub and its mistakes",
        "the references: 1 of 2 seeds",
        "the references: 2 of 2 seeds",
    ]


def test_one_is_no_plural(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(linting, "lint", lambda *_, **__: [])
    command = ["course", "lint", "--course", str(folder.parent), "--seeds", "1", "--exercise"]
    done = CliRunner().invoke(app, [*command, "square"])
    assert done.output == "1 exercise, 1 seed: nothing to mend\n"


def test_a_stub_that_the_reference_lacks_is_told_with_both_remedies(
    found: Callable[..., list[str]],
):
    """Whichever of the two files has the slip."""
    says = "reference.py: define the stub sqaure, or mend its name in checks.py"
    assert says in found("checks.py", 'stubs=["square"]', 'stubs=["sqaure"]')
