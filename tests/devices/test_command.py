"""`grader grade --device`, from the command line to the record."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from grader.cli import app
from grader.devices import gpus
from grader.report import jsonfile
from grader.report.record import Report
from tests.conftest import MINIATURE, RIGHT


def grade(folder: Path, *devices: str) -> Result:
    """Grades a right `square.py` in `folder`; the record is written beside it."""
    (folder / "square.py").write_text(RIGHT["square"])
    asked = [word for name in devices for word in ("--device", name)]
    written = ["--json", str(folder / "report.json"), "--course", str(MINIATURE), "--seed", "1"]
    arguments = ["grade", str(folder / "square.py"), *asked, *written, "--workers", "1"]
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def record(folder: Path) -> Report:
    return jsonfile.read(folder / "report.json")


def test_each_device_has_its_points(tmp_path: Path) -> None:
    """A check with a context of its own runs once, and the others once on each."""
    assert grade(tmp_path, "cpu", "cpu:1").exit_code == 0
    report = record(tmp_path)
    assert report.devices == ["cpu", "cpu:1"]
    assert (report.points, report.max_points) == (13, 13)
    assert [c.device for c in report.exercises[0].checks] == [*["cpu", "cpu:1"] * 3, "cpu:1"]


@pytest.mark.skipif(gpus.installed(), reason="this environment is for a GPU")
def test_a_gpu_in_an_environment_for_the_cpu(tmp_path: Path) -> None:
    """Asked for by name it is shown as skipped, with what to do; else it is not spoken of."""
    done = grade(tmp_path, "gpu")
    assert done.exit_code == 0
    assert "make grade DEVICE=gpu" in " ".join(done.stdout.split())
    report = record(tmp_path)
    assert (report.devices, report.points, report.max_points) == (["cpu"], 7, 7)
    assert [c.status for c in report.exercises[0].checks].count("skipped") == 3
    grade(tmp_path)
    assert (record(tmp_path).devices, record(tmp_path).points) == (["cpu"], 7)
    assert all(c.status == "passed" for c in record(tmp_path).exercises[0].checks)


COMMANDS = [["debug", "square:equals_reference"], ["course", "selfcheck"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("device", "says"),
    [
        ("tpu", "'tpu' is no device: give cpu, cpu:1 or gpu"),
        ("auto", "'auto' is no device: give cpu, cpu:1 or gpu"),
        pytest.param(
            "gpu",
            "gpu cannot be used: CuPy is not installed",
            marks=pytest.mark.skipif(gpus.installed(), reason="this environment is for a GPU"),
        ),
    ],
)
def test_what_can_leave_out_no_device(command: list[str], device: str, says: str) -> None:
    """Status 2, and why."""
    asked = [*command, "--device", device, "--course", str(MINIATURE)]
    done = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert (done.exit_code, done.output[: len(says) + 8]) == (2, f"grader: {says}")


def test_no_such_device(tmp_path: Path) -> None:
    """Status 2, and which there are."""
    done = grade(tmp_path, "tpu")
    assert done.exit_code == 2
    assert "'tpu' is no device: give cpu, cpu:1, gpu or auto" in " ".join(done.output.split())
    assert not (tmp_path / "report.json").exists()
