"""`pytest exercises/`: the plugin in runs of its own, found by its entry point alone."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from grader.course import notebooks, stubs
from grader.course.loading import Course
from tests.conftest import MINIATURE, RIGHT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[1]
NODES = [
    "exercises/square.py::equals_reference",
    "exercises/square.py::has_the_right_gradient",
    "exercises/square.py::keeps_float64",
    "exercises/square.py::stays_on_its_context",
    "exercises/two.py::shifts",
    "exercises/two.py::draws_evenly",
]
TWICE = "def square(X):\n    return X + X\n"


@pytest.fixture
def at(
    pytester: pytest.Pytester, course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder with the miniature course and its exercises, in which pytest has no configuration.

    The entry point is installed anew from pyproject.toml, as the one in .venv may be older.
    """
    shutil.copytree(MINIATURE, pytester.path / "solutions")
    stubs.write(course, pytester.path / "exercises")
    notebooks.write(course, pytester.path / "exercises")
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]
    found = tmp_path / "installed" / "graders_own-0.dist-info"
    found.mkdir(parents=True)
    (found / "METADATA").write_text("Metadata-Version: 2.1\nName: graders-own\nVersion: 0\n")
    lines = [f"{name} = {value}\n" for name, value in declared["pytest11"].items()]
    (found / "entry_points.txt").write_text("".join(["[pytest11]\n", *lines]))
    monkeypatch.setenv("PYTHONPATH", str(found.parent))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    return pytester.path / "exercises"


def test_checks_are_collected_by_name(pytester: pytest.Pytester, at: Path):
    """Nothing is run for it, and nothing imported: the file may hang."""
    (at / "square.py").write_text("while True: pass\n")
    arguments = ["exercises", "--collect-only", "-q", "--doctest-modules"]
    found = pytester.runpytest_subprocess(*arguments, timeout=60)
    assert [line for line in found.outlines if "::" in line] == NODES
    assert found.ret == 0


def test_right_work_passes_and_wrong_work_is_told_in_the_reports_words(
    pytester: pytest.Pytester, at: Path
):
    """No line of the grader's own code; what was not begun fails, too, in one sentence."""
    (at / "square.py").write_text(TWICE)
    done = pytester.runpytest_subprocess("exercises")
    done.assert_outcomes(failed=6)
    said = done.stdout.str()
    for part in (
        "_ square.py::equals_reference _",
        "square: Equals the reference on random numbers\n  failed: equals_reference on cpu",
        "Likely cause   X + X is twice X: multiply instead.",
        "Hint           Multiply X by itself.",
        "debug square:equals_reference\n",
        "_ two.py::shifts _",
        "__\nNot started: the stub still raises NotImplementedError.\n",
    ):
        assert part in said, part
    assert "Traceback" not in said
    assert "pytest_plugin.py" not in said
    (at / "square.py").write_text(RIGHT["square"])
    (at / "two.py").write_text(RIGHT["two"])
    assert pytester.runpytest_subprocess("exercises", "-x").ret == 0


def test_an_exercise_is_graded_once_for_all_of_its_checks(pytester: pytest.Pytester, at: Path):
    """The first check waits for the worker and the file; the others look up what it found."""
    (at / "square.py").write_text("import time\ntime.sleep(0.5)\n" + RIGHT["square"])
    done = pytester.runpytest_subprocess("exercises/square.py", "--junit-xml=times.xml")
    done.assert_outcomes(passed=4)
    times = re.findall(r'<testcase [^>]*time="([\d.]+)"', (pytester.path / "times.xml").read_text())
    first, *others = map(float, times)
    assert len(others) == 3
    assert max(others) < 0.4 < first


@pytest.mark.parametrize(
    ("arguments", "outcomes"),
    [
        (["exercises/square.py::keeps_float64"], {"passed": 1}),
        (["exercises", "-k", "keeps or draws", "-x"], {"passed": 1, "failed": 1, "deselected": 4}),
    ],
    ids=["by its id", "-k -x"],
)
def test_what_pytest_can_do_it_does(
    pytester: pytest.Pytester, at: Path, arguments: list[str], outcomes: dict[str, int]
):
    """From an editor's panel one check is run by its id."""
    (at / "square.py").write_text(RIGHT["square"])
    pytester.runpytest_subprocess(*arguments).assert_outcomes(**outcomes)


def test_several_processes_share_the_work(pytester: pytest.Pytester, at: Path):
    """pytest-xdist: each process has a worker of its own."""
    (at / "square.py").write_text(RIGHT["square"])
    pytester.runpytest_subprocess("exercises", "-n", "2").assert_outcomes(passed=4, failed=2)


def test_a_notebook_counts_under_the_name_of_its_file(pytester: pytest.Pytester, at: Path):
    """As in `make grade`; alone, or named, it is collected itself."""
    notebook = at / "square.ipynb"
    notebook.write_text(notebook.read_text().replace("raise NotImplementedError", "return X * X"))
    pytester.runpytest_subprocess("exercises/square.py").assert_outcomes(passed=4)
    pytester.runpytest_subprocess("exercises/square.ipynb").assert_outcomes(passed=4)
    (at / "square.py").unlink()
    found = pytester.runpytest_subprocess("exercises", "--collect-only", "-q")
    named = [line.replace("square.ipynb", "square.py") for line in found.outlines if "::" in line]
    assert named == NODES


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import os\nos._exit(0)\n", "square.py could not be loaded"),
        ("", "square.py is empty"),
    ],
)
def test_a_file_that_cannot_be_run_fails_each_check(
    pytester: pytest.Pytester, at: Path, text: str, says: str
):
    """And ends nothing else."""
    (at / "square.py").write_text(text)
    (at / "two.py").write_text(RIGHT["two"])
    done = pytester.runpytest_subprocess("exercises")
    done.assert_outcomes(failed=4, passed=2)
    assert done.stdout.str().count(says) >= 4


def test_a_broken_course_is_not_the_works_fault(pytester: pytest.Pytester, at: Path):
    """A reference that fails its own checks."""
    reference = pytester.path / "solutions" / "square" / "reference.py"
    reference.write_text(reference.read_text().replace("return X * X", "return nd.no_such(X)"))
    (at / "square.py").write_text(RIGHT["square"])
    done = pytester.runpytest_subprocess("exercises/square.py", "-x")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["square/reference.py fails*", "This is not the submission's fault."])


@pytest.mark.usefixtures("at")
@pytest.mark.parametrize("ledger", [None, "{", "[]", '{"other": "1"}'])
def test_no_other_folder_is_touched(pytester: pytest.Pytester, ledger: str | None):
    """Files of the same names elsewhere are what they were, and nothing of ours is imported."""
    elsewhere = pytester.path / "elsewhere"
    elsewhere.mkdir()
    if ledger is not None:
        (elsewhere / ".stubs.json").write_text(ledger)
    (elsewhere / "square.py").write_text("raise SystemExit\n")
    (elsewhere / "test_own.py").write_text(
        "import sys\n\ndef test_own():\n"
        "    ours = {name for name in sys.modules if name.startswith('grader.')}\n"
        "    assert ours <= {'grader.mxnet_compat', 'grader.pytest_plugin', 'grader.ledger'}\n"
        "    assert 'msgspec' not in sys.modules\n"
    )
    done = pytester.runpytest_subprocess("elsewhere")
    done.assert_outcomes(passed=1)
