"""tools/bootstrap.sh, with Pythons and package installers that are scripts: no network, no wait."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INPUTS = [
    "requirements.lock",
    "pyproject.toml",
    "tools/gluon_grader_mxnet.pth",
    "grader/worker/mxnet_import.py",
]
COREUTILS = ["cat", "cp", "date", "dirname", "head", "mkdir", "rm", "sha256sum", "tail", "uname"]

FAKE_PYTHON = """\
#!/bin/sh
# Answers like Python {version} as far as bootstrap.sh asks, and writes down what it was told to do.
here=$(dirname "$0")
case "$*" in
*ensurepip*) echo '{answer}' ;;
*version_info*) echo {version} ;;
*'-m venv '*)
    for venv; do :; done
    mkdir -p "$venv/bin" "$venv/site"
    cp "$0" "$venv/bin/python"
    echo "#!$venv/bin/python" >"$venv/bin/pip"
    echo "made with {version}" >>"$JOURNAL" ;;
*'pip --version') echo "pip 25 from ${{here%/bin}}/site/pip" ;;
*--require-hashes*)
    echo packages >>"$JOURNAL"
    if [ -n "${{BREAK:-}}" ]; then echo "$BREAK"; exit 1; fi ;;
*' -e .') echo itself >>"$JOURNAL" ;;
*libcuda*) [ -z "${{NO_DRIVER:-}}" ] ;;
*purelib*) echo "${{here%/bin}}/site" ;;
*mxnet_import*) echo mxnet >>"$JOURNAL" ;;
*) exit 64 ;;
esac
"""
MADE = ["packages", "itself", "mxnet"]


GPU_LOCK = "requirements-gpu.lock"


class Clone:
    """A copy of the files that bootstrap.sh reads, with folders to put on its PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "a clone"
        self.bin = folder / "bin"
        self.journal = folder / "journal"
        self.environment: dict[str, str] = {}
        for name in [*INPUTS, GPU_LOCK, "tools/bootstrap.sh"]:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, self.root / name)
        core = folder / "core"
        core.mkdir()
        self.bin.mkdir()
        for name in [*COREUTILS, "sh", "flock"]:
            if found := shutil.which(name):
                (core / name).symlink_to(found)
        self.path = [self.bin, core]

    def python(self, name: str, version: str, answer: str = "") -> Path:
        """Puts a Python called `name` on the PATH; or elsewhere, if `name` is a longer path."""
        file = self.bin / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FAKE_PYTHON.format(version=version, answer=answer or f"usable {version}"))
        file.chmod(0o755)
        return file

    def script(self, name: str, text: str) -> Path:
        file = self.bin / name
        file.write_text(f"#!/bin/sh\n{text}\n")
        file.chmod(0o755)
        return file

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sh", self.root / "tools/bootstrap.sh", *arguments],
            env={
                "PATH": os.pathsep.join(map(str, self.path)),
                "HOME": str(self.folder),
                "JOURNAL": str(self.journal),
                **environment,
            },
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def found(self, **environment: str) -> str:
        done = self.run("--find", **environment)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.strip()

    def done(self) -> list[str]:
        """What the last runs installed; asking clears it."""
        lines = self.journal.read_text().splitlines() if self.journal.exists() else []
        self.journal.unlink(missing_ok=True)
        return lines


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


class TestFindingAPython:
    def test_prefers_3_11_then_3_10_then_3_12(self, clone: Clone) -> None:
        """Whatever the order on the PATH and whatever the names."""
        newest = clone.python("python3", "3.12")
        assert clone.found() == str(newest)
        oldest = clone.python("python3.10", "3.10")
        assert clone.found() == str(oldest)
        preferred = clone.python("python", "3.11")
        assert clone.found() == str(preferred)

    def test_takes_no_other_version(self, clone: Clone) -> None:
        clone.python("python3", "3.13", answer="other 3.13")
        clone.python("python", "2.7", answer="other 2.7")
        assert clone.run("--find").returncode == 2

    def test_passes_over_a_pyenv_shim_that_leads_nowhere(self, clone: Clone) -> None:
        """The shim is there and can be run, but says `command not found`."""
        clone.script("python3.11", "echo 'pyenv: python3.11: command not found' >&2; exit 127")
        real = clone.python("python3.10", "3.10")
        assert clone.found() == str(real)

    def test_looks_among_pyenvs_versions(self, clone: Clone) -> None:
        """In $(pyenv root), and in ~/.pyenv where no pyenv is on the PATH."""
        home = clone.python("../.pyenv/versions/3.10.13/bin/python3", "3.10")
        assert Path(clone.found()).resolve() == home.resolve()
        rooted = clone.python("../elsewhere/versions/3.11.7/bin/python3", "3.11")
        clone.script("pyenv", f"echo '{clone.folder}/elsewhere'")
        assert Path(clone.found()).resolve() == rooted.resolve()

    def test_folders_on_the_path_may_have_spaces_or_be_missing(self, clone: Clone) -> None:
        spaced = clone.python("../my tools/python3", "3.11")
        clone.path = [clone.folder / "missing", clone.folder / "my tools", *clone.path]
        assert Path(clone.found()).resolve() == spaced.resolve()

    def test_python_names_it(self, clone: Clone) -> None:
        """PYTHON comes before everything that could be found."""
        clone.python("python3.11", "3.11")
        named = clone.python("../named", "3.12")
        assert clone.found(PYTHON=str(named)) == str(named)

    def test_python_must_fit(self, clone: Clone) -> None:
        named = clone.python("mine", "3.13", answer="other 3.13")
        done = clone.run(PYTHON="mine")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "PYTHON=mine cannot be used: Python 3.10, 3.11 or 3.12 is needed.\n"
        assert named.exists()

    def test_a_real_python_is_asked_the_real_question(self, clone: Clone) -> None:
        """The Python that runs this test is usable, unless it cannot make environments."""
        real = f"{sys.base_prefix}/bin/python{sys.version_info[0]}.{sys.version_info[1]}"
        done = clone.run("--find", PYTHON=real)
        if importlib.util.find_spec("ensurepip"):
            assert done.stdout.strip() == real
        else:
            assert "has no venv module" in done.stderr

    def test_nothing_found_is_one_sentence(self, clone: Clone) -> None:
        """It says what was looked for and what to install; no .venv is begun."""
        done = clone.run()
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "No Python to set up with: looked for a working python3.10, python3.11, python3.12,"
            " python3 or python on the PATH and among pyenv's versions, and for uv to provide one;"
            " install Python 3.10, 3.11 or 3.12, or name one: make PYTHON=/path/to/python.\n"
        )
        assert not (clone.root / ".venv").exists()

    def test_a_python_without_venv_is_named(self, clone: Clone) -> None:
        """Debian's python3 without python3-venv: the sentence says which package is missing."""
        clone.python("python3", "3.11", answer="lacks the-venv-module 3.11")
        assert clone.run().stderr.endswith(
            f" {clone.bin}/python3 is there but has no venv module"
            " (Debian: apt-get install python3.11-venv).\n"
        )

    def test_uv_provides_one_where_there_is_none(self, clone: Clone) -> None:
        fake = clone.python("../fake", "3.11")
        clone.script("uv", f'for last; do :; done; exec "{fake}" -m venv "$last"')
        assert clone.run().returncode == 0
        assert clone.done() == ["made with 3.11", *MADE]


class TestMakingTheEnvironment:
    def test_the_first_run_makes_it_and_the_second_does_nothing(self, clone: Clone) -> None:
        """One line per phase on stderr; then silence."""
        clone.python("python3.11", "3.11")
        first = clone.run()
        assert (first.returncode, first.stdout) == (0, "")
        assert first.stderr.splitlines()[:-1] == [
            "Setting up .venv with Python 3.11 (once, about a minute)",
            "  installing the packages of requirements.lock",
            "  installing gluon-grader itself",
            "  trying import mxnet",
        ]
        assert clone.done() == ["made with 3.11", *MADE]
        assert (clone.root / ".venv/site/gluon_grader_mxnet.pth").exists()
        second = clone.run()
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        assert clone.done() == []

    def test_contents_count_and_times_do_not(self, clone: Clone) -> None:
        """A checkout that only touches files installs nothing; another lock is installed."""
        clone.python("python3.11", "3.11")
        clone.run()
        clone.done()
        for name in INPUTS:
            os.utime(clone.root / name)
        clone.run()
        assert clone.done() == []
        with (clone.root / "requirements.lock").open("a") as lock:
            lock.write("# changed\n")
        assert clone.run().stderr.startswith("Bringing .venv up to date\n")
        assert clone.done() == MADE

    def test_an_interrupted_run_is_repaired(self, clone: Clone) -> None:
        """The next run starts from nothing: half of a package may be there."""
        clone.python("python3.11", "3.11")
        assert clone.run(BREAK="killed").returncode == 3
        assert (clone.root / ".venv/.unfinished").exists()
        clone.done()
        assert clone.run().returncode == 0
        assert clone.done() == ["made with 3.11", *MADE]
        assert not (clone.root / ".venv/.unfinished").exists()

    def test_a_python_that_vanished_is_replaced(self, clone: Clone) -> None:
        clone.python("python3.10", "3.10")
        clone.run()
        clone.done()
        python = clone.root / ".venv/bin/python"
        python.unlink()
        python.symlink_to("/nowhere/python3.10")
        clone.run()
        assert clone.done() == ["made with 3.10", *MADE]

    def test_a_version_that_cannot_be_used_is_replaced(self, clone: Clone) -> None:
        """An environment that somebody made by hand with another Python."""
        old = clone.python("python3", "3.13", answer="other 3.13")
        (clone.root / ".venv/bin").mkdir(parents=True)
        shutil.copy(old, clone.root / ".venv/bin/python")
        clone.python("python3.12", "3.12")
        clone.run()
        assert clone.done() == ["made with 3.12", *MADE]

    def test_a_moved_clone_is_set_up_anew(self, clone: Clone) -> None:
        """Scripts in .venv name the folder in which it was made."""
        clone.python("python3.11", "3.11")
        clone.run()
        clone.done()
        clone.root = clone.root.rename(clone.folder / "moved")
        clone.run()
        assert clone.done() == ["made with 3.11", *MADE]

    def test_naming_another_python_replaces_it(self, clone: Clone) -> None:
        clone.python("python3.11", "3.11")
        other = clone.python("python3.12", "3.12")
        clone.run()
        clone.done()
        clone.run(PYTHON=str(other))
        assert clone.done() == ["made with 3.12", *MADE]
        clone.run(PYTHON=str(other))
        clone.run()
        assert clone.done() == []

    @pytest.mark.parametrize(
        ("said", "sentence"),
        [
            ("[Errno -3] Temporary failure in name resolution", "the package index does not"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "a package differs from the one"),
            ("OSError: [Errno 28] No space left on device", "there is no space left"),
        ],
    )
    def test_a_failure_begins_with_its_cause(self, clone: Clone, said: str, sentence: str) -> None:
        clone.python("python3.11", "3.11")
        done = clone.run(BREAK=said)
        assert done.returncode == 3
        assert f"Could not install the packages: {sentence}" in done.stderr
        assert done.stderr.endswith(f"{said}\n")

    def test_other_machines_are_refused(self, clone: Clone) -> None:
        clone.python("python3.11", "3.11")
        clone.script("uname", 'case "$1" in -s) echo Darwin ;; *) echo arm64 ;; esac')
        done = clone.run()
        assert (done.returncode, clone.done()) == (2, [])
        assert done.stderr == (
            "MXNet 1.9.1 runs on Linux on x86-64 or aarch64 only; this is Darwin/arm64.\n"
        )

    def test_a_gpu_has_an_environment_of_its_own(self, clone: Clone) -> None:
        """From its own lock; the other one stays, and to go back there is nothing to do."""
        clone.python("python3.11", "3.11")
        clone.run()
        first = clone.run(DEVICE="gpu")
        assert (first.returncode, first.stderr.splitlines()[:2]) == (
            0,
            [
                "Setting up .venv-gpu with Python 3.11 (once, some minutes, 5 GiB)",
                "  installing the packages of requirements-gpu.lock",
            ],
        )
        assert clone.done() == [*["made with 3.11", *MADE] * 2]
        for device in ("gpu", "cpu", ""):
            again = clone.run(DEVICE=device)
            assert (again.returncode, again.stderr) == (0, "")
        assert clone.done() == []

    def test_each_lock_counts_for_its_own_environment(self, clone: Clone) -> None:
        clone.python("python3.11", "3.11")
        clone.run()
        clone.run(DEVICE="gpu")
        clone.done()
        with (clone.root / GPU_LOCK).open("a") as lock:
            lock.write("# changed\n")
        assert clone.run().stderr == ""
        assert clone.run(DEVICE="gpu").stderr.startswith("Bringing .venv-gpu up to date\n")

    def test_a_gpu_needs_a_driver(self, clone: Clone) -> None:
        """One sentence before anything is downloaded; the CPU can be set up all the same."""
        clone.python("python3.11", "3.11")
        done = clone.run(DEVICE="gpu", NO_DRIVER="1")
        assert done.returncode == 2
        assert done.stderr.splitlines()[1:] == [
            (
                "DEVICE=gpu needs NVIDIA's driver, and its libcuda.so.1 is not on this machine."
                " Install the driver; without DEVICE=gpu, make sets up for the CPU."
            )
        ]
        assert clone.done() == ["made with 3.11"]
        assert clone.run(NO_DRIVER="1").returncode == 0
        assert clone.run(DEVICE="gpu").returncode == 0

    def test_a_gpu_is_for_x86_64(self, clone: Clone) -> None:
        clone.python("python3.11", "3.11")
        clone.script("uname", 'case "$1" in -s) echo Linux ;; *) echo aarch64 ;; esac')
        done = clone.run(DEVICE="gpu")
        assert (done.returncode, clone.done()) == (2, [])
        assert done.stderr.startswith("MXNet 1.9.1 uses GPUs on x86-64 only")
        assert clone.run().returncode == 0

    @pytest.mark.parametrize("name", INPUTS)
    def test_a_clone_that_is_not_whole_is_refused(self, clone: Clone, name: str) -> None:
        """The file that is missing is named, and nothing is installed."""
        clone.python("python3.11", "3.11")
        (clone.root / name).unlink()
        done = clone.run()
        assert (done.returncode, clone.done(), name in done.stderr) == (3, [], True)
        assert "Files of the project are missing: is this a complete clone?" in done.stderr

    def test_other_devices_are_refused(self, clone: Clone) -> None:
        """Also where an environment is ready."""
        clone.python("python3.11", "3.11")
        clone.run()
        done = clone.run(DEVICE="cuda")
        assert (done.returncode, done.stderr) == (2, "DEVICE=cuda is not known: cpu or gpu.\n")

    @pytest.mark.skipif(not shutil.which("flock"), reason="no flock here: two runs may collide")
    def test_two_at_once_make_it_once(self, clone: Clone) -> None:
        """The second waits for the first and finds everything done."""
        clone.python("python3.11", "3.11")
        clone.script("date", "sleep 0.5; echo 0")  # holds the first run inside its lock
        command = ["sh", clone.root / "tools/bootstrap.sh"]
        environment = {
            "PATH": os.pathsep.join(map(str, clone.path)) + ":/usr/bin:/bin",
            "HOME": str(clone.folder),
            "JOURNAL": str(clone.journal),
            "PYTHON": str(clone.bin / "python3.11"),
        }
        runs = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in "ab"]
        assert [run.wait(timeout=60) for run in runs] == [0, 0]
        assert clone.done() == ["made with 3.11", *MADE]
