"""What `make` hands on to the grader, with a grader that prints its arguments."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ECHO = """#!/bin/sh
printf '[%s]' "$@"
echo
exit "${STATUS:-0}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The Makefile beside an environment that is ready."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name, text in [("tools/bootstrap.sh", "#!/bin/sh\n"), (".venv/bin/grader", ECHO)]:
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text(text)
        file.chmod(0o755)
    return tmp_path


def make(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    # A make that runs these tests would pass its own variables on.
    inherited = {"PATH": os.environ["PATH"]}
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_grade_takes_exercises_by_default(folder: Path) -> None:
    """And prints nothing but what the grader prints."""
    done = make(folder, "grade")
    assert (done.stdout, done.stderr) == ("[grade][--][exercises]\n", "")


def test_grade_hands_on_its_variables(folder: Path) -> None:
    done = make(folder, "grade", "EX=softmax", "SEED=7", "ARGS=--json 'a b.json'")
    assert done.stdout == (
        "[grade][--exercise][softmax][--seed][7][--json][a b.json][--][exercises]\n"
    )


def test_hint_and_reset_take_one_exercise(folder: Path) -> None:
    """And say how to name one."""
    said = [make(folder, target, "EX=softmax").stdout for target in ("hint", "reset")]
    assert said == [
        "[hint][--submission][exercises][--][softmax]\n",
        "[reset][--][softmax][exercises]\n",
    ]
    for target in ("hint", "reset"):
        done = make(folder, target)
        assert (done.returncode, f"as in make {target} EX=softmax" in done.stderr) == (2, True)


def test_several_exercises_are_taken_one_after_the_other(folder: Path) -> None:
    """Up to the first of which the grader says that something is wrong; a comma is a blank."""
    for names in ("softmax sgd", "softmax,sgd", "softmax, sgd"):
        done = make(folder, "reset", f"EX={names}")
        assert done.stdout == "[reset][--][softmax][exercises]\n[reset][--][sgd][exercises]\n"
        assert make(folder, "hint", f"EX={names}").stdout.count("[hint]") == 2
        done = make(folder, "grade", f"EX={names}")
        assert done.stdout == "[grade][--exercise][softmax][--exercise][sgd][--][exercises]\n"
    done = make(folder, "hint", "EX=softmax sgd", STATUS="2")
    assert (done.stdout.count("[hint]"), "Error 2" in done.stderr) == (1, True)


@pytest.mark.parametrize(
    "path", ["my work", 'it\'s "hers"', "$HOME $(shell id) `id`", "a;b#c\\d", "-x", "深度学习"]
)
def test_any_path_arrives_as_it_is(folder: Path, path: str) -> None:
    """Through make and through the shell, from the command line and from the environment."""
    expected = f"[grade][--][{path}]\n"
    assert make(folder, "grade", f"SUBMISSION={path}").stdout == expected
    assert make(folder, "grade", SUBMISSION=path).stdout == expected


def test_a_seed_a_name_and_exercises_are_typed(folder: Path) -> None:
    """In the environment they are somebody else's: WSL has a NAME there, the computer's."""
    theirs = {"NAME": "DESKTOP-7QX", "SEED": "42", "EX": "vi"}
    assert make(folder, "submit", **theirs).stdout == "[submit][--][exercises]\n"
    assert make(folder, "grade", **theirs).stdout == "[grade][--][exercises]\n"
    done = make(folder, "submit", "NAME=$HOME", **theirs)
    assert done.stdout == "[submit][--name][$HOME][--][exercises]\n"


def test_device_chooses_the_environment(folder: Path) -> None:
    """And is handed on to the script that makes it."""
    shutil.copytree(folder / ".venv", folder / ".venv-gpu")
    (folder / ".venv-gpu/bin/grader").write_text('#!/bin/sh\necho "gpu $DEVICE"\n')
    assert make(folder, "doctor", "DEVICE=gpu").stdout == "gpu gpu\n"
    assert make(folder, "doctor", DEVICE="gpu").stdout == "gpu gpu\n"
    for device in ("", "cpu", "cuda"):
        assert make(folder, "doctor", f"DEVICE={device}").stdout == "[doctor]\n"


def test_a_failing_grader_fails_make(folder: Path) -> None:
    """With its own status in make's message."""
    done = make(folder, "grade", STATUS="3")
    assert done.returncode != 0
    assert "Error 3" in done.stderr


@pytest.mark.parametrize("failing", ["ruff", "mypy", "shellcheck", "grader", ""])
def test_lint_comes_to_the_course_whatever_it_finds_before(folder: Path, failing: str) -> None:
    """And fails all the same."""
    for name in ("ruff", "mypy", "shellcheck", "grader"):
        tool = folder / ".venv/bin" / name
        tool.write_text(f"#!/bin/sh\necho {name} $*\nexit {int(name == failing)}\n")
        tool.chmod(0o755)
    done = make(folder, "lint", PATH=f"{folder / '.venv/bin'}:{os.environ['PATH']}")
    called = [line.split()[0] for line in done.stdout.splitlines()]
    assert called == ["ruff", "ruff", "mypy", "shellcheck", "grader"]
    assert (done.returncode != 0) is bool(failing)


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("hint", "name an exercise, as in make hint EX=softmax\n"),
        ("reset", "name an exercise, as in make reset EX=softmax\n"),
        ("class", "name the folder of a class, as in make class SUBMISSIONS=folder\n"),
    ],
)
def test_what_a_command_cannot_do_without(folder: Path, command: str, says: str) -> None:
    """One sentence says it, and the grader is not called."""
    done = make(folder, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(says)


def test_make_alone_prints_the_targets(folder: Path) -> None:
    """Every target that has a description, and no recipe is run."""
    done = make(folder)
    targets = [line.split()[1] for line in done.stdout.splitlines()]
    assert targets == [
        *(
            "help",
            "grade",
            "watch",
            "hint",
            "reset",
            "submit",
            "class",
            "doctor",
            "test",
            "lint",
            "course",
            "catalogs",
            "bench",
            "lock",
            "clean",
        )
    ]
