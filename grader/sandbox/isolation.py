"""What stands between a submission and this machine: found once, used for every worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from grader.failure import ToldError
from grader.sandbox.accelerator import NO_ACCELERATOR, Accelerator
from grader.sandbox.bubblewrap import ENVIRONMENT, Bubblewrap
from grader.sandbox.bubblewrap import find as find_bubblewrap
from grader.sandbox.seccomp import Seccomp
from grader.sandbox.seccomp import find as find_seccomp
from grader.sandbox.unavailable import Unavailable


class Isolation(Struct, frozen=True):
    """The parts of the sandbox that this machine offers; rlimits it always does."""

    bubblewrap: Bubblewrap | Unavailable
    seccomp: Seccomp | Unavailable
    accelerator: Accelerator | None = None
    """A GPU that workers may use."""

    @property
    def contained(self) -> bool:
        """Whether workers have a file system and processes of their own."""
        return isinstance(self.bubblewrap, Bubblewrap)

    def command(
        self,
        argv: Sequence[str],
        *,
        readable: Sequence[Path],
        writable_bytes: int,
        environment: Mapping[str, str],
    ) -> tuple[list[str], dict[str, str]]:
        """How to start `argv` within these walls: its command line and its environment.

        Without bubblewrap the command runs as it is, in an environment of its own all the same.
        """
        accelerator = self.accelerator or NO_ACCELERATOR
        environment = {**environment, **accelerator.environment}
        if isinstance(self.bubblewrap, Unavailable):
            return list(argv), {**ENVIRONMENT, **environment}
        command = self.bubblewrap.command(
            argv,
            readable=readable,
            writable_bytes=writable_bytes,
            environment=environment,
            nodes=accelerator.nodes,
        )
        return command, {}

    def describe(self) -> str:
        """`bubblewrap, seccomp, rlimits`, or less and why."""
        return describe(self.bubblewrap, self.seccomp)


class IsolationError(ToldError):
    """A part of the sandbox that was asked for is not there; the message says what to install."""


def find() -> Isolation:
    """Try what there is, once; some 10 ms."""
    return Isolation(find_bubblewrap(), find_seccomp())


def choose(wanted: str) -> Isolation:
    """`auto` takes what there is, `bubblewrap` all or nothing, `limits` does without bubblewrap.

    Raises IsolationError where `bubblewrap` is wanted and a part is not there.
    """
    found = find()
    if wanted == "limits":
        return Isolation(Unavailable("bubblewrap was not asked for"), found.seccomp)
    parts = (found.bubblewrap, found.seccomp)
    lacking = [part.told for part in parts if isinstance(part, Unavailable)]
    if wanted == "bubblewrap" and lacking:
        raise IsolationError(
            f"the sandbox is not whole: {'; '.join(lacking)}. --isolation=limits does without it"
        )
    return found


def describe(bubblewrap: Bubblewrap | Unavailable, seccomp: Seccomp | Unavailable) -> str:
    """`bubblewrap, seccomp, rlimits`, or less and why.

    >>> describe(Unavailable("bubblewrap is not installed", "apt-get install bubblewrap"), seccomp)
    'seccomp, rlimits (bubblewrap is not installed: apt-get install bubblewrap)'
    """
    parts = [("bubblewrap", bubblewrap), ("seccomp", seccomp)]
    in_force = [name for name, part in parts if not isinstance(part, Unavailable)]
    reasons = [part.told for _, part in parts if isinstance(part, Unavailable)]
    why = f" ({'; '.join(reasons)})" if reasons else ""
    return ", ".join([*in_force, "rlimits"]) + why
