"""Real processes under real limits: nothing here is simulated but other machines' kernels."""

# Descriptors, not paths; and whatever a child raises is the test's to show.
# ruff: noqa: BLE001, PTH101, PTH106, PTH110, PTH123

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import grader
from grader.sandbox import Bubblewrap, Seccomp, Unavailable, find_bubblewrap, find_seccomp, wipe
from grader.worker.client import ENVIRONMENT

HERE = Path(__file__).parent
PACKAGE = Path(grader.__file__).parent
NOBODY = 65534


class Ended(NamedTuple):
    """How a forked child ended: what it returned, or what killed it."""

    value: Any
    signal: int = 0


InChild = Callable[[Callable[[], Any]], Ended]


@pytest.fixture
def in_child() -> InChild:
    """Runs a function in a forked child, which returns JSON data."""

    def run(function: Callable[[], Any]) -> Ended:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            try:
                text = json.dumps(function())
            except BaseException:
                text = json.dumps(traceback.format_exc())
            with open(writing, "w") as stream:
                stream.write(text)
            os._exit(0)
        os.close(writing)
        with open(reading) as stream:
            text = stream.read()
        _, status = os.waitpid(pid, 0)
        return Ended(json.loads(text) if text else None, os.WTERMSIG(status))

    return run


@pytest.fixture
def seccomp() -> Seccomp:
    found = find_seccomp()
    return _required(found)


@pytest.fixture(scope="session")
def bubblewrap() -> Bubblewrap:
    return _required(find_bubblewrap())


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder in memory, as the sandbox's /tmp is, that another user can reach, too."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    name = tempfile.mkdtemp(dir=memory)
    os.chmod(name, 0o755)
    yield Path(name)
    if os.path.exists(name):
        wipe(Path(name))
        os.rmdir(name)


Inside = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def run_inside(bubblewrap: Bubblewrap) -> Inside:
    """Runs one of this folder's scripts in bubblewrap; the JSON object that it prints last."""

    def run(
        script: str, sandbox: Bubblewrap = bubblewrap, nodes: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        path = HERE / script
        environment = {**ENVIRONMENT, "PYTHONPATH": str(PACKAGE.parent)}
        command = sandbox.command(
            [sys.executable, str(path)],
            readable=[PACKAGE, path],
            writable_bytes=2 << 20,
            environment=environment,
            nodes=nodes,
        )
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            env={**os.environ, "GRADER_SECRET": "of the judge"},
        )
        assert done.returncode == 0, done.stderr
        facts = json.loads(done.stdout.splitlines()[-1])
        assert isinstance(facts, dict)
        return facts

    return run


def _required(found: Any) -> Any:
    """A missing part skips the test on somebody's machine and fails it where CI is set."""
    if isinstance(found, Unavailable):
        if os.environ.get("CI"):
            pytest.fail(f"CI must test the sandbox, but {found.reason}")
        pytest.skip(found.reason)
    return found
