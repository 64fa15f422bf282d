"""The walls: what the fork server and its children can see and reach at all.

bubblewrap gives them a file system made of a few read-only folders and a small private /tmp,
no network, no other processes, no capabilities.  It needs neither root nor a daemon, and costs
some 10 ms once per fork server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from grader.sandbox import interpreter
from grader.sandbox.unavailable import Unavailable

SHARED_BYTES = 1 << 20
"""Size of /dev/shm: a few semaphores (32 bytes each) of multiprocessing and OpenMP, no data."""

NOBODY = "65534"
"""The user and group inside, so that a submission sees the same on every machine."""

SYSTEM = ("/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin")
"""Links into /usr on a merged system, folders on others."""

CONFIGURATION = ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives")
"""How the dynamic linker finds libraries; libblas and liblapack are alternatives on Debian."""

SETTINGS = ("/proc/sys", "/proc/pressure", "/proc/sysrq-trigger", "/proc/mtrr")
"""Of the whole machine, and writable without any capability where the grader is run by the real
root: core_pattern alone would be the way out.  Empty inside; no library was seen to miss them."""

MACHINE = (
    *("kcore", "kmsg", "kallsyms", "kpagecount", "kpageflags", "kpagecgroup", "keys", "key-users"),
    *("slabinfo", "vmallocinfo", "timer_list", "sched_debug", "latency_stats", "iomem", "ioports"),
)
"""In /proc: the kernel's memory, its log and the user's keys.  The real root may read some of
them without any capability; the tools that look there are no student's.  Empty inside."""

ENVIRONMENT = {
    "PATH": "/usr/bin",
    "HOME": "/tmp",
    "TMPDIR": "/tmp",
    "LANG": "C.UTF-8",
    # There is no /etc/passwd: getpass.getuser() reads these first.
    "USER": "student",
    "LOGNAME": "student",
    "PYTHONDONTWRITEBYTECODE": "1",
}

_FORBIDDEN = (
    "inside a container, start it with `--security-opt seccomp=unconfined`; elsewhere, "
    "set kernel.unprivileged_userns_clone=1 by sysctl"
)
REMEDIES = {
    "Unknown option": "version 0.7 or newer is needed",
    "No permissions to creat": _FORBIDDEN,
    "Operation not permitted": _FORBIDDEN,
    "Permission denied": "on Ubuntu 24.04 and later, allow it by an AppArmor profile or "
    "kernel.apparmor_restrict_unprivileged_userns=0 by sysctl",
}
"""What to do, by a part of bubblewrap's own message; the first that fits."""


class Bubblewrap(Struct, frozen=True):
    """bubblewrap is installed and works here."""

    program: str
    proc: bool = True
    """Whether there is a /proc inside, of its own processes.  A container whose own /proc has
    covered parts (Docker's and podman's has) may not mount another; then there is none, which
    MXNet, NumPy and OpenMP were seen to bear."""

    def command(
        self,
        argv: Sequence[str],
        *,
        readable: Sequence[Path],
        writable_bytes: int,
        environment: Mapping[str, str] | None = None,
        nodes: Sequence[str] = (),
    ) -> list[str]:
        """`argv` inside the sandbox, for `subprocess.Popen(..., pass_fds=...)`.

        File descriptors that the caller passes stay open inside.  Kill the process that Popen
        started and everything inside dies with it; so it does when the caller dies.  To the
        kernel the caller is the *thread* that called Popen: it must live as long as the sandbox.

        Args:
            argv: the program, which becomes process 1 inside, and its arguments.
            readable: existing files and folders that appear under their own names.
            writable_bytes: size of /tmp, the only place that can be written.  It is memory.
            environment: variables beside `ENVIRONMENT`; nothing else is inherited.
            nodes: device files that appear inside, beside the few that every program needs; with
                any, a process may write to its own files in /proc, which CUDA does.
        """
        variables = {**ENVIRONMENT, **(environment or {})}
        return [
            self.program,
            *_isolation(),
            *(part for pair in variables.items() for part in ("--setenv", *pair)),
            *(_proc(whole=not nodes) if self.proc else ()),
            *_mounts(readable, writable_bytes, nodes),
            "--",
            *argv,
        ]


def find() -> Bubblewrap | Unavailable:
    """Tries the real thing, with `true` inside; some 10 ms."""
    program = shutil.which("bwrap")
    if program is None:
        return Unavailable("bubblewrap is not installed", "apt-get install bubblewrap")
    complaint = ""
    for candidate in (Bubblewrap(program), Bubblewrap(program, proc=False)):
        complaint = _complaint(candidate)
        if not complaint:
            return candidate
        if "mount proc" not in complaint:
            break
    remedy = next((text for part, text in REMEDIES.items() if part in complaint), "")
    return Unavailable(f"bubblewrap cannot create a namespace here ({complaint})", remedy)


def _complaint(candidate: Bubblewrap) -> str:
    """Why this sandbox cannot be made, in bubblewrap's own words; empty if it can."""
    attempt = candidate.command(["true"], readable=[], writable_bytes=1 << 20)
    try:
        done = subprocess.run(attempt, capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
    message, _, _ = lines[0].removeprefix("bwrap: ").partition(". See <")  # where to read more
    return message if done.returncode else ""


def _isolation() -> Iterator[str]:
    yield from ("--unshare-all", "--unshare-user", "--uid", NOBODY, "--gid", NOBODY)
    yield from ("--hostname", "sandbox", "--cap-drop", "ALL", "--clearenv")
    yield from ("--die-with-parent", "--new-session")
    # Otherwise bubblewrap itself stays as process 1, and its /proc/1/environ holds the caller's
    # environment, secrets and all, as /proc/1/fd holds its terminal.  As process 1, moreover,
    # the fork server gets its orphans and cannot be killed from within.
    yield "--as-pid-1"


def _proc(*, whole: bool) -> Iterator[str]:
    """`whole`: /proc is read-only as a whole, and not only what in it is the machine's."""
    yield from ("--proc", "/proc")
    for name in filter(os.path.isdir, SETTINGS):
        yield from ("--tmpfs", name, "--remount-ro", name)
    hidden = (*SETTINGS, *(f"/proc/{name}" for name in MACHINE))
    for name in filter(os.path.isfile, hidden):
        yield from ("--ro-bind", "/dev/null", name)
    if whole:
        # Where the grader is run by the real root, a child could else put the fork server at the
        # head of the out-of-memory killer's list, and take /proc/meminfo's permissions from the
        # machine.
        yield from ("--remount-ro", "/proc")
        return
    # CUDA names its threads by writing to /proc/self/task/*/comm, and does not begin where it
    # cannot.  So here processes stay writable to their user.
    with os.scandir("/proc") as entries:
        for entry in entries:
            if not (entry.name.isdigit() or entry.is_symlink() or entry.path in hidden):
                yield from ("--ro-bind", entry.path, entry.path)


def _mounts(readable: Sequence[Path], writable_bytes: int, nodes: Sequence[str]) -> Iterator[str]:
    yield from ("--dev", "/dev")
    for node in nodes:
        yield from ("--dev-bind", node, node)
    yield from ("--size", str(SHARED_BYTES), "--tmpfs", "/dev/shm")
    # Before what is readable: that may lie in /tmp itself.
    yield from ("--size", str(writable_bytes), "--tmpfs", "/tmp", "--chdir", "/tmp")
    yield from ("--ro-bind", "/usr", "/usr")
    for name in SYSTEM:
        if os.path.islink(name):
            yield from ("--symlink", os.readlink(name), name)
        elif os.path.isdir(name):
            yield from ("--ro-bind", name, name)
    for name in CONFIGURATION:
        yield from ("--ro-bind-try", name, name)
    named = [*interpreter.folders(), *((path, path.absolute()) for path in readable)]
    ways = sorted({way for _, shown in named for way in _ways_through_tmp(shown)})
    for way in ways:
        yield from ("--tmpfs", way)
    for source, shown in named:
        yield from ("--ro-bind", str(source), str(shown))
    for way in ways:
        yield from ("--remount-ro", way)
    # Of terminals nobody needs any, and who lists them would leave the time of it there.
    yield from ("--remount-ro", "/dev/pts")
    # The roots on which all that was mounted; the mounts themselves stay as they are.
    yield from ("--remount-ro", "/dev", "--remount-ro", "/")


def _ways_through_tmp(name: Path) -> list[str]:
    """The folder in /tmp through which the way to `name` leads, if it does.

    A plain folder there could be renamed by one submission and replaced by another with modules
    of its own for the next submission to import; one on which something is mounted cannot.
    """
    parts = name.parts
    return [str(Path(*parts[:3]))] if parts[:2] == ("/", "tmp") and len(parts) > 3 else []
