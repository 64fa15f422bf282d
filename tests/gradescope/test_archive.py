"""The archive, built, unpacked and run as Gradescope does it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.cli import app
from grader.course.loading import load
from grader.gradescope import archive
from tests.conftest import MINIATURE, RIGHT
from tests.gradescope.conforming import charged_to_nobody, graded

PROJECT = Path(archive.__file__).resolve().parents[2]


def _bubblewrap_works() -> bool:
    tried = ["bwrap", "--dev-bind", "/", "/", "true"]
    return bool(shutil.which("bwrap")) and not subprocess.run(tried, check=False).returncode


needs_bubblewrap = pytest.mark.skipif(
    not _bubblewrap_works(), reason="bubblewrap lays the archive's own grader over this one"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("zip") / "autograder.zip"
    archive.build(load(MINIATURE), out, seed=7)
    return out


@pytest.fixture
def container(built: Path, tmp_path: Path) -> Path:
    """/autograder as Gradescope lays it out, with this environment in the place of its own."""
    root = tmp_path / "autograder"
    with zipfile.ZipFile(built) as opened:
        for info in opened.infolist():
            path = Path(opened.extract(info, root / "source"))
            path.chmod(info.external_attr >> 16)  # as unzip does
    (root / "source/.venv").symlink_to(Path(sys.prefix))
    shutil.copy(root / "source/run_autograder", root)
    (root / "submission").mkdir()
    (root / "results").mkdir()
    return root


def command(root: Path) -> list[str]:
    """run_autograder, with the archive's grader where this environment's is."""
    inner = ["--bind", str(root / "source/grader"), str(PROJECT / "grader")]
    return ["bwrap", "--dev-bind", "/", "/", *inner, "--", str(root / "run_autograder")]


def run(root: Path) -> tuple[subprocess.CompletedProcess[str], bytes]:
    done = subprocess.run(command(root), capture_output=True, text=True, timeout=120, check=False)
    return done, (root / "results/results.json").read_bytes()


def hand_in(root: Path, **sources: str) -> None:
    for name, text in sources.items():
        (root / "submission" / f"{name}.py").write_text(text)


@contextmanager
def running(root: Path) -> Iterator[subprocess.Popen[str]]:
    """run_autograder, which is at least as far as having written its first results.json."""
    with subprocess.Popen(
        [str(root / "run_autograder")], stdout=subprocess.PIPE, text=True
    ) as process:
        while not (root / "results/results.json").exists():
            time.sleep(0.01)
        yield process


class TestArchive:
    def test_it_holds_what_gradescope_asks_for(self, built: Path) -> None:
        with zipfile.ZipFile(built) as opened:
            modes = {info.filename: info.external_attr >> 16 & 0o777 for info in opened.infolist()}
        assert {"setup.sh", "run_autograder"} <= {n for n, mode in modes.items() if mode == 0o755}
        assert {"requirements.lock", "course/course.toml", "grader/cli.py"} <= modes.keys()
        assert not [name for name in modes if "__pycache__" in name]

    def test_equal_seeds_make_equal_archives(self, built: Path, tmp_path: Path) -> None:
        """And each archive has a seed of its own unless told otherwise."""
        points = archive.build(load(MINIATURE), tmp_path / "same.zip", seed=7)
        archive.build(load(MINIATURE), tmp_path / "other.zip")
        assert points == 11
        assert (tmp_path / "same.zip").read_bytes() == built.read_bytes()
        with zipfile.ZipFile(tmp_path / "other.zip") as opened:
            assert opened.read("seed") != b"7\n"

    def test_the_seed_of_an_archive_that_is_replaced_is_told(
        self, built: Path, tmp_path: Path
    ) -> None:
        """So that what it has graded can be graded again; other files have none."""
        out = tmp_path / "out.zip"
        shutil.copy(built, out)
        arguments = ["gradescope-zip", str(out), "--course", str(MINIATURE)]
        done = CliRunner().invoke(app, arguments)
        assert done.stdout.splitlines()[1:] == [
            (
                "It replaces an archive with the seed 7: --seed 7 makes one again that grades as "
                "that did."
            )
        ]
        out.write_text("no archive")
        assert len(CliRunner().invoke(app, arguments).stdout.splitlines()) == 1

    def test_its_folder_is_not_made(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError, match=r"the folder .*/nope is not there"):
            archive.build(load(MINIATURE), tmp_path / "nope" / "out.zip")
        assert not list(tmp_path.iterdir())

    def test_the_scripts_are_sound(self, container: Path) -> None:
        for name in ("setup.sh", "run_autograder"):
            subprocess.run(["bash", "-n", container / "source" / name], check=True)
            if shutil.which("shellcheck"):
                subprocess.run(["shellcheck", container / "source" / name], check=True)

    def test_setup_asks_for_packages_and_goes_on_without(
        self, container: Path, tmp_path: Path
    ) -> None:
        """What apt-get cannot give is said; making the environment decides."""
        programs = tmp_path / "bin"
        programs.mkdir()
        (programs / "apt-get").write_text('#!/bin/sh\necho "apt-get $*"\nexit 100\n')
        (programs / "apt-get").chmod(0o755)
        (container / "source/tools/bootstrap.sh").write_text("#!/bin/sh\nexit 3\n")
        done = subprocess.run(
            [container / "source/setup.sh"],
            env={"PATH": f"{programs}:{os.environ['PATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 3
        assert "apt-get install -y --no-install-recommends bubblewrap" in done.stdout
        assert "held by rlimits and seccomp only" in done.stdout


@needs_bubblewrap
class TestRun:
    def test_right_work(self, container: Path) -> None:
        hand_in(container, **RIGHT)
        done, data = run(container)
        made = graded(data)
        assert (done.returncode, made["score"]) == (0, 11)
        assert {test["status"] for test in made["tests"]} == {"passed"}
        assert "isolation" in made["output"]
        assert [path.name for path in (container / "results").iterdir()] == ["results.json"]

    def test_an_empty_upload(self, container: Path) -> None:
        done, data = run(container)
        assert (done.returncode, graded(data)["score"]) == (0, 0)
        assert "The upload is empty" in graded(data)["output"]

    def test_a_hostile_one(self, container: Path) -> None:
        """It writes results of its own, kills what it can, and gets nothing for it."""
        forged = container / "results/results.json"
        hand_in(
            container,
            square=(
                "import os, signal\n"
                f"try:\n    open({str(forged)!r}, 'w').write('{{\"score\": 99}}')\n"
                "except OSError:\n    pass\n"
                "def square(X):\n"
                "    os.kill(os.getppid(), signal.SIGKILL)\n"
                "    os._exit(0)\n"
            ),
            two=RIGHT["two"],
        )
        done, data = run(container)
        made = graded(data)
        lost = [test for test in made["tests"] if test["name"].startswith("square")]
        assert done.returncode == 0
        assert {test["score"] for test in lost} == {0}
        assert made["score"] == sum(t["score"] for t in made["tests"] if t not in lost) > 0

    def test_a_broken_grader(self, container: Path) -> None:
        """A module is missing: no score, and the reason for the instructor alone."""
        (container / "source/grader/grading/verdicts.py").unlink()
        hand_in(container, **RIGHT)
        done, data = run(container)
        assert done.returncode == 1
        assert charged_to_nobody(data).startswith("The grader itself failed")
        assert "verdicts" in done.stdout + done.stderr
        assert b"verdicts" not in data

    def test_a_course_that_cannot_be_read(self, container: Path) -> None:
        (container / "source/course/course.toml").write_text("no course")
        hand_in(container, **RIGHT)
        done, data = run(container)
        assert done.returncode == 1
        charged_to_nobody(data)
        assert "course.toml" in done.stdout + done.stderr

    def test_too_long(self, container: Path) -> None:
        """The archive's own limit ends it, and results are there before Gradescope's."""
        (container / "source/seconds").write_text("1\n")
        hand_in(container, square="while True:\n    pass\n", two=RIGHT["two"])
        done, data = run(container)
        assert done.returncode == 1
        assert charged_to_nobody(data).startswith("Grading was stopped")
        assert "longer than 1 seconds" in done.stdout

    def test_a_full_disk(self, container: Path) -> None:
        """Where nothing can be written there are no results, or results without a score."""
        hand_in(container, square="def square(X):\n    print('x' * 9000)\n    return X * X\n")
        results = container / "results"
        bwrap, *rest = command(container)
        script = f"{rest[-1]}; echo; cat {results}/results.json"
        full = ["--size", "8192", "--tmpfs", str(results)]
        done = subprocess.run(
            [bwrap, *rest[:3], *full, *rest[3:-1], "sh", "-c", script],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "No space left" in done.stdout + done.stderr
        charged_to_nobody(done.stdout[done.stdout.rindex("\n{") :].encode())

    def test_without_bubblewrap(self, container: Path) -> None:
        """The results say so; what a submission wrote over them is replaced."""
        forged = container / "results/results.json"
        forging = f"open({str(forged)!r}, 'w').write('{{\"score\": 99}}')\n"
        hand_in(container, square=forging + RIGHT["square"], two=RIGHT["two"])
        bwrap, *rest = command(container)
        without = ["--ro-bind", "/dev/null", shutil.which("bwrap")]
        subprocess.run([bwrap, *rest[:3], *without, *rest[3:]], timeout=120, check=True)
        made = graded(forged.read_bytes())
        assert made["score"] == 11
        assert "bubblewrap is not installed" in made["output"]


class TestEndings:
    def test_no_environment(self, container: Path) -> None:
        (container / "source/.venv").unlink()
        done = subprocess.run(
            [container / "run_autograder"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        data = (container / "results/results.json").read_bytes()
        assert charged_to_nobody(data).startswith("The grader was not set up")
        assert "setup.sh has failed" in done.stdout

    def test_an_archive_without_its_seed(self, container: Path) -> None:
        (container / "source/seed").unlink()
        done = subprocess.run([container / "run_autograder"], capture_output=True, check=False)
        assert done.returncode == 1
        charged_to_nobody((container / "results/results.json").read_bytes())

    @pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
    def test_killed(self, container: Path, how: signal.Signals) -> None:
        """At any moment what lies there is whole and charges nobody."""
        hand_in(container, square="while True:\n    pass\n")
        with running(container) as process:
            time.sleep(0.3)
            process.send_signal(how)
            process.wait(30)
        data = (container / "results/results.json").read_bytes()
        _end(container)
        assert charged_to_nobody(data).startswith("Grading was stopped")


def _end(root: Path) -> None:
    """End what a killed run_autograder left behind: nobody is there to do it."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if os.fsencode(root) in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)
