"""The filter: what is denied, what goes on working, and on which machine."""

from __future__ import annotations

import ctypes
import errno
import faulthandler
import fcntl
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from grader.sandbox import Seccomp, find_seccomp, kernel
from grader.sandbox.rules import CLONE_NEW, CLONE_THREAD, TIOCSTI, rules
from grader.sandbox.seccomp import (
    ALLOW,
    AND,
    EQUAL,
    ERRNO,
    GREATER,
    KILL_PROCESS,
    LOAD,
    RETURN,
    X32_BIT,
    assemble,
    encode,
)
from grader.sandbox.syscalls import ARCHITECTURES, NEWEST, NUMBERS, Architecture

if TYPE_CHECKING:
    from tests.sandbox.conftest import InChild

THIS = ARCHITECTURES.get(os.uname().machine, ARCHITECTURES["x86_64"])
PARENT = os.getpid()
"""In a child of the tests: somebody else's pid."""


def raw(name: str, *arguments: int) -> Callable[[], Any]:
    return lambda: kernel.syscall(NUMBERS[name][THIS.column] or -1, *arguments)


DENIED: dict[str, Callable[[], Any]] = {
    "fork": os.fork,
    "vfork, by subprocess": lambda: subprocess.run(["true"], check=False),
    "vfork, by posix_spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "system": lambda: os.system("true") == 0 or raise_eperm(),
    "clone without CLONE_THREAD": raw("clone", signal.SIGCHLD, 0, 0, 0, 0),
    "clone of namespaces": raw("clone", CLONE_THREAD | 0x10000000, 0, 0, 0, 0),
    "execve": lambda: os.execv("/bin/true", ["true"]),
    "execve of a descriptor": lambda: os.execve(os.open("/bin/true", os.O_RDONLY), ["true"], {}),
    "kill of the parent": lambda: os.kill(PARENT, 0),
    "kill of its group": lambda: os.kill(0, 0),
    "kill of everybody": lambda: os.kill(-1, 0),
    "killpg": lambda: os.killpg(os.getpgid(0), 0),
    "tgkill of the parent": raw("tgkill", PARENT, PARENT, 0),
    "tkill of the parent": raw("tkill", PARENT, 0),
    "ptrace of the parent": raw("ptrace", 16, PARENT, 0, 0),
    "process_vm_readv": raw("process_vm_readv", PARENT, 0, 0, 0, 0, 0),
    "pidfd_open": lambda: os.pidfd_open(PARENT),
    "prlimit of the parent": raw("prlimit64", PARENT, 0, 0, 0),
    "setpriority of the parent": lambda: os.setpriority(os.PRIO_PROCESS, PARENT, 1),
    "setpriority of the group": lambda: os.setpriority(os.PRIO_PGRP, 0, 1),
    "affinity of the parent": lambda: os.sched_setaffinity(PARENT, [0]),
    "SIGIO to the parent": raw("fcntl", 0, 8, PARENT),
    "typing on the terminal": raw("ioctl", 0, TIOCSTI, 0),
    "internet socket": lambda: socket.socket(socket.AF_INET),
    "unix socket": lambda: socket.socket(socket.AF_UNIX),
    "netlink socket": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "datagram pair": lambda: socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM),
    "memfd": lambda: os.memfd_create("x"),
    "shmget": raw("shmget", 0, 4096, 0o1600),
    "unshare": raw("unshare", 0x10000000),
    "chroot": lambda: os.chroot("/"),
    "io_uring": raw("io_uring_setup", 1, 0),
    "hostname": lambda: socket.sethostname("x"),
    "personality": raw("personality", 0x0040000),
    "a memory dump": raw("prctl", 4, 1, 0, 0, 0),
    "outliving the parent": raw("prctl", 1, 0, 0, 0, 0),
    "watching a folder": raw("inotify_init1", 0),
    "a lease": lambda: fcntl.fcntl(os.open("/bin/true", os.O_RDONLY), fcntl.F_SETLEASE, 0),
    "a large pipe": lambda: fcntl.fcntl(os.pipe()[0], 1031, 1 << 20),
    "flags of a file": raw("ioctl", 0, 0x40086602, 0),
    "a hint for writing": lambda: fcntl.fcntl(os.open("/bin/true", os.O_RDONLY), 1036, bytes(8)),
    "asynchronous I/O": raw("io_setup", 1, 0),
    "what is in memory": raw("mincore", 0, 0, 0),
}


def raise_eperm() -> None:
    raise PermissionError(errno.EPERM, "the shell was not started")


@pytest.mark.parametrize("name", DENIED)
def test_denied(name: str, in_child: InChild, seccomp: Seccomp) -> None:
    """Each thing that a submission must not do answers EPERM, and it lives to see it."""

    def attempt() -> Any:
        seccomp.install()
        try:
            return repr(DENIED[name]())
        except OSError as error:
            return error.errno

    assert in_child(attempt).value == errno.EPERM


def test_every_unconditional_rule(in_child: InChild, seccomp: Seccomp) -> None:
    """Each call that is never allowed answers the error of its rule."""
    here = {name for name in NUMBERS if NUMBERS[name][THIS.column] is not None}
    never = {name: rule.error for name, rule in rules(1).items() if not rule.tests and name in here}

    def attempt() -> dict[str, int]:
        seccomp.install()
        found = {}
        for name in never:
            try:
                found[name] = raw(name, -1, -1, -1, -1, -1, -1)()  # 0 where it is pretended
            except OSError as error:
                found[name] = error.errno
        return found

    assert in_child(attempt).value == never


def test_ordinary_work_goes_on(in_child: InChild, seccomp: Seccomp) -> None:
    """Threads, files, pipes, stream pairs, signals to oneself and one's own limits work."""

    def attempt() -> list[Any]:
        seccomp.install()
        seen: list[Any] = []
        threads = [threading.Thread(target=seen.append, args=(k,)) for k in range(3)]
        for thread in threads:
            thread.start()
            thread.join()
        with tempfile.TemporaryFile() as file:
            seen.append(file.write(b"text"))
        left, right = socket.socketpair()
        left.send(b"pair")
        seen.append(right.recv(10).decode())
        signal.signal(signal.SIGUSR1, lambda *_: seen.append("signal"))
        os.kill(os.getpid(), signal.SIGUSR1)
        signal.raise_signal(signal.SIGUSR1)
        os.nice(1)
        os.sched_setaffinity(0, os.sched_getaffinity(0))
        return seen

    assert in_child(attempt).value == [0, 1, 2, 4, "pair", "signal", "signal"]


def test_a_file_can_be_touched(in_child: InChild, seccomp: Seccomp, tmp_path: Path) -> None:
    """Path.touch asks for a new time stamp first, and makes the file only where that fails."""

    def attempt() -> list[Any]:
        seccomp.install()
        (tmp_path / "new").touch()
        (tmp_path / "new").touch()
        return [(tmp_path / "new").read_text()]

    assert in_child(attempt).value == [""]


def test_what_is_pretended_changes_nothing(
    in_child: InChild, seccomp: Seccomp, tmp_path: Path
) -> None:
    """Modes, time stamps and attributes stay, a lock is nobody's, and shutil.copy2 goes on all the
    same."""
    file, copy = tmp_path / "file", tmp_path / "copy"
    file.write_text("text")
    os.utime(file, (1, 1))
    before = file.stat()

    def attempt() -> list[Any]:
        seccomp.install()
        file.chmod(0o777)
        os.utime(file, (9, 9))
        os.chown(file, 5, 5)
        shutil.copy2(file, copy)
        with file.open("r+") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        try:
            os.setxattr(file, "user.note", b"text")
        except OSError as error:
            return [copy.read_text(), error.errno]
        return []

    with file.open("r+") as stream:
        for lock in (fcntl.flock, fcntl.lockf):  # which the child could otherwise not take
            lock(stream, fcntl.LOCK_EX)
        assert in_child(attempt).value == ["text", errno.ENOTSUP]
    after = file.stat()
    assert (after.st_mode, after.st_mtime, after.st_uid) == (before.st_mode, 1, before.st_uid)


def test_abort_works(in_child: InChild, seccomp: Seccomp) -> None:
    """A failed assertion in C ends the child by SIGABRT, as it would anywhere."""

    def attempt() -> None:
        faulthandler.disable()  # pytest's would print all of its own stack
        seccomp.install()
        os.abort()

    assert in_child(attempt).signal == signal.SIGABRT


def test_threads_started_before_are_confined(in_child: InChild, seccomp: Seccomp) -> None:
    """A thread that MXNet started earlier is no way around the filter."""

    def attempt() -> list[str]:
        seen: list[str] = []
        go = threading.Event()

        def work() -> None:
            go.wait()
            try:
                os.memfd_create("x")
            except OSError as error:
                seen.append(type(error).__name__)

        thread = threading.Thread(target=work)
        thread.start()
        seccomp.install()
        go.set()
        thread.join()
        return seen

    assert in_child(attempt).value == ["PermissionError"]


NVIDIA = [
    *(
        (3 << 30) | (size << 16) | (ord("F") << 8) | nr
        for nr in range(256)
        for size in (1, 32, 256)
    ),
    *range(1, 128),
    0x30000001,
    0x30000002,
]
"""The driver's requests as its open kernel modules define them: magic `F` with any size, and those
of nvidia-uvm, which are plain numbers and two for its beginning and end."""


def test_requests_to_a_gpu_pass(in_child: InChild, seccomp: Seccomp) -> None:
    """The filter answers none of them: what answers is the file, here one that knows no request."""

    def attempt() -> list[int]:
        nothing = os.open(os.devnull, os.O_RDONLY)
        seccomp.install()
        answers = set()
        for request in NVIDIA:
            try:
                fcntl.ioctl(nothing, request, 0)
            except OSError as error:
                answers.add(error.errno or 0)
        return sorted(answers)

    answers = in_child(attempt).value
    assert errno.ENOTTY in answers
    assert errno.EPERM not in answers


def test_on_a_gpu_there_is_one_kind_of_socket(in_child: InChild) -> None:
    """What CUDA was seen to do, call by call, and nothing that reaches anybody."""

    def attempt() -> list[str]:
        filter_ = find_seccomp(on_gpu=True)
        assert isinstance(filter_, Seccomp)
        filter_.install()
        own = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        own.bind(f"\0a name of {os.getpid()}")
        own.listen()
        said = []
        for call in (
            lambda: own.connect("/tmp/nvidia-mps/control"),
            own.accept,
            lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
            lambda: socket.socket(socket.AF_INET),
        ):
            try:
                call()
                said.append("done")
            except OSError as error:
                said.append(errno.errorcode[error.errno or 0])
        return said

    assert in_child(attempt).value == ["ENOENT", "EPERM", "EPERM", "EPERM"]


def test_thirty_two_bit_calls_kill(in_child: InChild, seccomp: Seccomp) -> None:
    """The other call tables of x86-64, under which all numbers differ, end the process."""
    if not THIS.x32:
        pytest.skip("this architecture has one table only")

    def attempt() -> int:
        seccomp.install()
        return int(ctypes.CDLL(None).syscall(ctypes.c_long(X32_BIT | 39)))

    assert in_child(attempt).signal == signal.SIGSYS


def test_prepared_filter_is_the_assembled_one(seccomp: Seccomp) -> None:
    """The filter that is kept for any pid becomes that of one pid, and nothing else changes."""
    assert seccomp.program_for(4_194_303) == encode(assemble(THIS, 4_194_303))


def judge(architecture: Architecture, number: int, *arguments: int, audit: int = 0) -> int:
    """What the filter of process 77 answers: a kernel's BPF machine in a few lines."""
    padded = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    data = struct.pack("IIQ6Q", number, audit or architecture.audit, 0, *padded)
    accumulator, at, program = 0, 0, assemble(architecture, 77)
    while True:
        code, if_true, if_false, constant = program[at]
        at += 1
        if code == LOAD:
            accumulator = struct.unpack_from("I", data, constant)[0]
        elif code == AND:
            accumulator &= constant
        elif code == RETURN:
            return constant
        else:
            assert code in (EQUAL, GREATER)
            hit = accumulator == constant if code == EQUAL else accumulator > constant
            at += if_true if hit else if_false


DENY = ERRNO | errno.EPERM
PRETEND = ERRNO | 0
ELSEWHERE = [
    ("clone", (CLONE_THREAD | 0xF00,), ALLOW),
    ("clone", (CLONE_THREAD | CLONE_NEW,), DENY),
    ("clone", (17,), DENY),
    ("clone3", (0,), ERRNO | errno.ENOSYS),
    ("execve", (0,), DENY),
    ("kill", (77, 9), ALLOW),
    ("kill", (0xFFFFFFFF_0000004D, 9), ALLOW),
    ("kill", (78, 9), DENY),
    ("kill", (0xFFFFFFFF, 9), DENY),
    ("tgkill", (77, 80, 6), ALLOW),
    ("prlimit64", (0,), ALLOW),
    ("prlimit64", (1,), DENY),
    ("fcntl", (1, 1), ALLOW),
    ("fcntl", (1, 8), DENY),
    ("fcntl", (1, 15), DENY),
    ("fcntl", (1, 1038), DENY),
    *(("fcntl", (1, lock), PRETEND) for lock in (6, 7, 37, 38)),
    ("fcntl", (1, 5), ALLOW),
    ("setsockopt", (3, 1, 7), PRETEND),
    ("setsockopt", (3, 1, 2), ALLOW),
    ("madvise", (0, 0, 4), ALLOW),
    ("madvise", (0, 0, 21), PRETEND),
    ("preadv2", (3, 0, 1, 0, 0, 0), ALLOW),
    ("preadv2", (3, 0, 1, 0, 0, 8), ERRNO | errno.EOPNOTSUPP),
    ("socketpair", (1, 0o2000001), ALLOW),
    ("socketpair", (1, 2), DENY),
    ("socketpair", (2, 1), DENY),
    ("setpriority", (0, 77), ALLOW),
    ("setpriority", (0, 1), DENY),
]


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize(("name", "arguments", "answer"), ELSEWHERE)
def test_filter_of_each_architecture(
    machine: str, name: str, arguments: tuple[int, ...], answer: int
) -> None:
    """The filter decides alike on x86-64 and aarch64, whichever this is."""
    architecture = ARCHITECTURES[machine]
    number = NUMBERS[name][architecture.column]
    assert number is not None
    assert judge(architecture, number, *arguments) == answer


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_unknown_tables_and_calls(machine: str) -> None:
    """A foreign architecture kills, a call newer than the table does not exist, read() passes."""
    architecture = ARCHITECTURES[machine]
    read = (0, 63)[architecture.column]
    assert [
        judge(architecture, read),
        judge(architecture, read, audit=0x40000003),
        judge(architecture, NEWEST + 1),
        judge(architecture, X32_BIT | 39),
    ] == [
        ALLOW,
        KILL_PROCESS,
        ERRNO | errno.ENOSYS,
        KILL_PROCESS if architecture.x32 else ERRNO | errno.ENOSYS,
    ]


HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_numbers_are_linux_own(machine: str) -> None:
    """Each number is the one in the kernel's headers, as far as these know the call."""
    header = Path(HEADERS[machine])
    if not header.exists():
        pytest.skip(f"{header} is not installed: apt-get install linux-libc-dev")
    pairs = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text())
    official = {name: int(number) for name, number in reversed(pairs)}
    column = ARCHITECTURES[machine].column
    ours = {name: numbers[column] for name, numbers in NUMBERS.items() if name in official}
    assert ours == {name: official[name] for name in ours}
    assert len(ours) > 90
