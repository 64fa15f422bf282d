"""What can be seen, reached and written inside of bubblewrap."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.sandbox import Bubblewrap, Seccomp, Unavailable, describe, find_bubblewrap
from grader.sandbox.bubblewrap import REMEDIES
from grader.sandbox.interpreter import folders
from grader.sandbox.syscalls import ARCHITECTURES

if TYPE_CHECKING:
    from tests.sandbox.conftest import Inside


@pytest.fixture(scope="module")
def facts(run_inside: Inside) -> dict[str, Any]:
    return run_inside("inside.py")


@pytest.fixture(scope="module")
def facts_with_a_device(run_inside: Inside) -> dict[str, Any]:
    """What is found where the sandbox has a way to a GPU; another device file stands for it."""
    return run_inside("inside.py", nodes=("/dev/full",))


EXPECTED = {
    "pid": 1,
    "uid": 65534,
    "user": "student",
    "host": "sandbox",
    "cwd": "/tmp",
    "secret": None,
    "environ": False,
    "processes": [1],
    "passwd": False,
    "sys": False,
    "homes": [],
    "internet": "ENETUNREACH",
    "localhost": "ECONNREFUSED",
    "interfaces": ["lo"],
    "too much": "ENOSPC",
    "too much shared": "ENOSPC",
    "wiped": [True, True, False],
    "writable": ["/dev/shm", "/tmp"],
    "settings": [],
    "changeable": [],
    "child": {"mem": "EACCES", "environ": "EACCES"},
    "names a thread": False,
    "leftovers": True,
    "ended": True,
    "processes afterwards": [1],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_inside(name: str, facts: dict[str, Any]) -> None:
    """Each fact that a process in the sandbox finds about its surroundings is the intended one."""
    assert _in_order(facts[name]) == _in_order(EXPECTED[name])


@pytest.mark.parametrize("name", EXPECTED)
def test_inside_with_a_device(name: str, facts_with_a_device: dict[str, Any]) -> None:
    """The same, but that a process may name its threads, which CUDA insists on."""
    expected = {**EXPECTED, "names a thread": True}
    if os.geteuid() == 0:
        expected["changeable"] = ["/proc"]  # by the real root; the filter does not let it be tried
    assert _in_order(facts_with_a_device[name]) == _in_order(expected[name])


def _in_order(fact: Any) -> Any:
    return sorted(fact) if isinstance(fact, list) else fact


def test_solutions_are_not_there(facts: dict[str, Any]) -> None:
    """Of the repository, only what was named and the environment appear; no solutions."""
    assert set(facts["repository"]) <= {"grader", "tests", Path(sys.prefix).name}


def test_dies_with_its_starter(bubblewrap: Bubblewrap) -> None:
    """Killing what Popen started ends everything inside."""
    script = "import os, time; os.fork(); print('up', flush=True); time.sleep(600)"
    command = bubblewrap.command([sys.executable, "-c", script], readable=[], writable_bytes=4096)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.read(3)
        process.kill()
        assert process.stdout.read() in (b"", b"up\n")  # ends only when the last writer has


def test_descriptors_are_handed_over(bubblewrap: Bubblewrap) -> None:
    """A descriptor in pass_fds arrives under its own number."""
    reading, writing = os.pipe()
    script = f"import os; os.write({writing}, b'through')"
    command = bubblewrap.command([sys.executable, "-c", script], readable=[], writable_bytes=4096)
    subprocess.run(command, pass_fds=[writing], check=True)
    assert os.read(reading, 10) == b"through"


def test_without_proc(run_inside: Inside, bubblewrap: Bubblewrap) -> None:
    """In a container that allows no /proc of one's own, the rest still holds."""
    assert run_inside("inside_without_proc.py", Bubblewrap(bubblewrap.program, proc=False)) == {
        "proc": False,
        "memory": "MemoryError",
        "fork": "PermissionError",
        "ended": 1,
    }


def fake(folder: Path, complaint: str) -> None:
    program = folder / "bwrap"
    program.write_text(f"#!/bin/sh\necho 'bwrap: {complaint}' >&2\nexit 1\n")
    program.chmod(0o755)


def test_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its absence comes with the remedy."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_bubblewrap() == Unavailable(
        "bubblewrap is not installed", "apt-get install bubblewrap"
    )


@pytest.mark.parametrize(
    ("complaint", "reason", "remedy"),
    [
        (
            "setting up uid map: Permission denied",
            "setting up uid map: Permission denied",
            REMEDIES["Permission denied"],
        ),
        (
            "Unknown option --size",
            "Unknown option --size",
            "version 0.7 or newer is needed",
        ),
        (
            "No permissions to create new namespace, likely because of the kernel. See <a page>.",
            "No permissions to create new namespace, likely because of the kernel",
            REMEDIES["Operation not permitted"],
        ),
        ("Something else", "Something else", ""),
    ],
)
def test_not_allowed(
    complaint: str, reason: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the kernel or the distribution forbids it, its own words stand beside the remedy."""
    fake(tmp_path, complaint)
    monkeypatch.setenv("PATH", str(tmp_path))
    said = f"bubblewrap cannot create a namespace here ({reason})"
    assert find_bubblewrap() == Unavailable(said, remedy)


def test_what_is_readable_in_tmp_cannot_be_replaced(bubblewrap: Bubblewrap) -> None:
    """Where the grader lies in /tmp, the way to it is read-only and cannot be renamed."""
    command = bubblewrap.command(["true"], readable=[Path("/tmp/a/b/grader")], writable_bytes=1)
    text = " ".join(command)
    assert "--tmpfs /tmp/a --" in text
    assert "--ro-bind /tmp/a/b/grader /tmp/a/b/grader" in text
    assert "--remount-ro /tmp/a" in text


def test_a_home_with_a_python_in_it_is_not_shown(tmp_path: Path) -> None:
    """A link ~/bin/python to an interpreter elsewhere shows the link, not the home around it."""
    home = tmp_path / "home"
    (home / "bin").mkdir(parents=True)
    (home / "bin" / "python").symlink_to(sys.executable)
    shown = [name for _, name in folders(str(home / "bin" / "python"))]
    assert home / "bin" / "python" in shown
    assert not [name for name in shown if home.is_relative_to(name)]


SECCOMP = Seccomp(ARCHITECTURES["x86_64"], b"")
ABSENT = Unavailable("bubblewrap is not installed", "apt-get install bubblewrap")


def test_described() -> None:
    """The report's line names what was in force, and why the rest was not."""
    assert [
        describe(Bubblewrap("bwrap"), SECCOMP),
        describe(ABSENT, SECCOMP),
        describe(ABSENT, Unavailable("no filter")),
    ] == [
        "bubblewrap, seccomp, rlimits",
        "seccomp, rlimits (bubblewrap is not installed: apt-get install bubblewrap)",
        "rlimits (bubblewrap is not installed: apt-get install bubblewrap; no filter)",
    ]
