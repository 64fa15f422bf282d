"""References agree with their oracles, and a slip in either is found."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from grader.authoring import texts
from grader.authoring.selfcheck import Row, selfcheck
from grader.cli import app
from grader.course.loading import Course, CourseError, Entry, load
from grader.judge.agreement import agreement
from grader.judge.compare import Expected
from grader.judge.value import Array, Items, Nothing, Number, Table, Text
from grader.worker.pool import Pool
from tests.namespaces import BOTH, namespace

COURSE = load(Path(__file__).parents[1] / "solutions")
COMPARED = [e for e in COURSE.entries if any(not check.judge for check in e.exercise.checks)]

SOFTMAX = "return X_exp / nd.sum(X_exp, axis=1, keepdims=True)"


def rows(course: Course, pool: Pool, library: str = "numpy", seeds: int = 3) -> list[Row]:
    xp = namespace(library)
    return list(selfcheck(course, pool, seeds=range(seeds), namespace=lambda _: xp))


def softmax(**changes: str) -> Course:
    """The course with nothing but softmax, some of its texts changed."""
    return dataclasses.replace(
        COURSE, entries=(dataclasses.replace(COURSE.entry("softmax"), **changes),)
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of solutions/, to be changed."""
    folder = tmp_path / "solutions"
    shutil.copytree(COURSE.folder, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@BOTH
@pytest.mark.parametrize("entry", COMPARED, ids=lambda entry: str(entry.id))
def test_reference_agrees_with_its_oracle(pool: Pool, entry: Entry, library: str):
    """On a few seeds, in float32 and in float64, for each check that compares numbers."""
    found = rows(COURSE.only([entry.id]), pool, library)
    assert [row.message for row in found if row.message] == []
    assert {row.check for row in found} == set(entry.oracle.answers)


@pytest.mark.parametrize("entry", COURSE.entries, ids=lambda entry: str(entry.id))
def test_every_check_has_an_oracle_or_a_reason(entry: Entry):
    """Law or oracle or reason, and no two of them."""
    assert list(texts.oracles(entry)) == []


def test_most_checks_that_compare_have_an_oracle():
    """The reasons are few."""
    compared = sum(not check.judge for e in COURSE.entries for check in e.exercise.checks)
    computed = sum(len(entry.oracle.answers) for entry in COURSE.entries)
    assert compared - computed == sum(len(entry.oracle.without) for entry in COURSE.entries)
    assert computed > 0.85 * compared


@pytest.mark.parametrize(
    ("slip", "visible"),
    [("* 1.001", True), ("* (1 + 1e-11)", False), ("+ 1e-12", False)],
)
def test_a_slip_in_a_reference_is_found(pool: Pool, slip: str, visible: bool):
    """A small one in the run in float64 alone: float32 rounds more than that."""
    wrong = softmax(reference=COURSE.entry("softmax").reference.replace(SOFTMAX, SOFTMAX + slip))
    first, *_ = rows(wrong, pool)
    assert first.check == "equals_reference"
    assert "reference.py and oracle.py disagree in equals_reference on cpu" in first.message
    assert (first.agreement.answer > 1, first.agreement.exact > 1) == (visible, True)


def test_a_slip_in_an_oracle_is_found(copy: Path, pool: Pool):
    path = copy / "conv2d" / "oracle.py"
    path.write_text(path.read_text().replace("* K).sum()", "* K[::-1]).sum()"))
    wrong = {row.check for row in rows(load(copy).only(["conv2d"]), pool) if row.message}
    assert {"equals_reference", "works_for_any_size", "layer_equals_reference"} <= wrong
    assert "leaves_its_inputs_unchanged" not in wrong


def test_a_shape_that_differs_is_told(copy: Path, pool: Pool):
    path = copy / "softmax" / "oracle.py"
    path.write_text(path.read_text().replace("return softmax(xp, X)", "return softmax(xp, X)[0]"))
    first, *_ = rows(load(copy).only(["softmax"]), pool, seeds=1)
    assert first.message.endswith(
        "the reference answers an NDArray of shape (4, 10), the oracle an array of shape (10,)"
    )


def test_an_oracle_that_raises_is_the_courses_fault(copy: Path, pool: Pool):
    path = copy / "softmax" / "oracle.py"
    path.write_text(path.read_text().replace("[X] = inputs", "[X, Y] = inputs"))
    says = r"oracle\.py: equals_reference: ValueError.*; the shapes of its inputs: \[\(4, 10\)\]$"
    with pytest.raises(CourseError, match=says):
        rows(load(copy).only(["softmax"]), pool, seeds=1)


def test_reasons_name_checks(copy: Path):
    path = copy / "softmax" / "oracle.py"
    path.write_text('WITHOUT = {"equals": "a slip of the pen"}')
    with pytest.raises(CourseError, match="there is no check equals"):
        _ = load(copy).entry("softmax").oracle


def test_lint_wants_an_oracle_or_a_reason(copy: Path):
    path = copy / "softmax" / "oracle.py"
    text = path.read_text().replace("def works_for_any_shape", "def works_for_shapes")
    path.write_text(text + '\n\nWITHOUT = {"keeps_float64": " "}\n')
    assert [finding.message for finding in texts.oracles(load(copy).entry("softmax"))] == [
        (
            "works_for_any_shape has no oracle: define works_for_any_shape(xp, inputs), or say in "
            "WITHOUT why there is nothing to compute"
        ),
        "keeps_float64 has an oracle and stands in WITHOUT: keep one of them",
        "WITHOUT gives no reason for keeps_float64",
    ]
    path = copy / "xavier" / "oracle.py"
    path.write_text("def draws_anew(xp, inputs):\n    return []\n")
    assert [finding.message for finding in texts.oracles(load(copy).entry("xavier"))] == [
        "draws_anew is judged by a law: an oracle has no say, remove it"
    ]


def test_command_prints_errors_and_names_the_files(copy: Path):
    """Status 1 where anything is above 1, and 0 where nothing is."""
    path = copy / "sgd" / "oracle.py"
    path.write_text(path.read_text().replace("0.75, 5)", "0.75, 6)"))
    command = ["course", "selfcheck", "--course", str(copy), "--seeds", "1", "--exercise"]
    wrong = CliRunner().invoke(app, [*command, "sgd"])
    assert wrong.exit_code == 1
    assert (
        f"{copy / 'sgd' / 'reference.py'} and oracle.py disagree in stays_on_its_context on cpu:1"
        in wrong.stdout
    )
    right = CliRunner().invoke(app, [*command, "devices"])
    assert right.exit_code == 0
    assert right.stdout.splitlines()[-1] == "3 checks agree with their oracles, on 1 seed each"


def test_command_names_what_has_no_oracle(copy: Path):
    """Where one is missing, or all are."""
    path = copy / "devices" / "oracle.py"
    command = ["course", "selfcheck", "--course", str(copy), "--seeds", "1", "--exercise"]
    names = [check.name for check in COURSE.entry("devices").exercise.checks]
    path.unlink()
    done = CliRunner().invoke(app, [*command, "devices"])
    missing = [line for line in done.stdout.splitlines() if "has no oracle: define" in line]
    assert (done.exit_code, len(missing)) == (1, len(names))
    assert missing[0].startswith(f"{path}: {names[0]} has no oracle")


def test_an_oracle_does_without_mxnet(copy: Path):
    """At the top of its file, and in a function."""
    path = copy / "softmax" / "oracle.py"
    path.write_text(f"import mxnet as mx\n{path.read_text()}\ndef f():\n    from mxnet import nd\n")
    last = len(path.read_text().splitlines())
    assert [finding.message for finding in texts.oracles(load(copy).entry("softmax"))] == [
        f"line {line} imports MXNet: an oracle does without, use xp" for line in (1, last)
    ]


def array(values: object, dtype: str) -> Array:
    numbers = np.asarray(values, dtype)
    return Array(dtype, numbers.shape, "cpu(0)", numbers.tobytes())


def test_errors_are_in_units_of_the_allowance():
    """float32's is 64 roundings of the size 2, and float64's as many of its own."""
    eps = 2.0**-23
    expected = Expected(array([1, 2], "float32"), array([1, 2], "float64"), (), eps)
    found = agreement(expected, np.asarray([1.0, 2.0 + 2.0**-40]))
    assert (found.answer, found.exact) == (2.0**-40 / (128 * eps), 2.0**-40 / (128 * 2.0**-52))
    assert (found.answer <= 1, found.exact <= 1, found.found) == (True, False, False)
    assert agreement(expected, np.asarray([1.0, 2.0 + 2.0**-40]), sharp=False).found


@pytest.mark.parametrize(
    ("answer", "truth"),
    [
        (array([1, np.nan], "float64"), np.asarray([1, 2.0])),
        (array([1, 2], "float64"), np.asarray([1, np.nan])),
        (array([1, 2], "int32"), np.asarray([1, 3])),
        (array([1, 2], "float64"), [1, 2]),
        (Items([Number("int", 1)]), [1, 2]),
        (Table({"a": Number("int", 1)}), {"b": 1}),
        (Number("bool", True), 1),
        (Number("int", 2), 3),
        (Number("float", 2.0), 2.1),
        (Text("a"), "b"),
        (Text("a"), None),
        (Nothing(), 0),
    ],
)
def test_what_differs_never_agrees(answer: object, truth: object):
    """Nor does a nan, on either side."""
    assert not agreement(Expected(answer, answer, (), 2.0**-23), truth).found
