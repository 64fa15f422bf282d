"""The system call filter: what a submission may not ask of the kernel.

The filter is assembled here, a few hundred instructions of classic BPF, because no maintained
wheel of libseccomp's Python binding exists and the grader must install with pip alone.  What it
denies stands in `rules`.

It is installed in each forked child rather than once in the fork server (or by bubblewrap's
`--seccomp`): the fork server must go on forking, and only the child knows its own pid.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from grader.sandbox import kernel
from grader.sandbox.rules import EVERY_BIT, Rule, Test, rules
from grader.sandbox.syscalls import ARCHITECTURES, NEWEST, NUMBERS, Architecture
from grader.sandbox.unavailable import Unavailable

# Classic BPF: (code, jump if true, jump if false, constant), linux/bpf_common.h.
Instruction = tuple[int, int, int, int]
INSTRUCTION = 8
"""Bytes of one, encoded."""
LOAD, EQUAL, GREATER, AND, RETURN = 0x20, 0x15, 0x25, 0x54, 0x06

# linux/seccomp.h
SET_MODE_FILTER = 1
FLAG_TSYNC = 1
KILL_PROCESS, ERRNO, ALLOW = 0x80000000, 0x00050000, 0x7FFF0000

NUMBER_AT, ARCHITECTURE_AT, ARGUMENTS_AT = 0, 4, 16
"""Offsets in struct seccomp_data; each argument takes 8 bytes, the low half first."""
X32_BIT = 0x40000000

ANY_PID = 0x5AFE71D0
"""Stands for the child's pid until there is a child: no pid is above 2^22, and no other constant
of the filter looks like it."""


class Seccomp(Struct, frozen=True):
    """The filter can be installed on this machine."""

    architecture: Architecture
    program: bytes
    """The filter for the process `ANY_PID`; assembling it anew takes a child a millisecond."""

    def install(self) -> None:
        """Confine the current process, all of its threads, for good.

        Costs about half a millisecond.  Call it in the child after everything that it forbids
        and before the first line of the submission.

        Raises:
            OSError: the kernel refused; the child must not go on.
        """
        program = self.program_for(os.getpid())
        text = ctypes.create_string_buffer(program)
        header = struct.pack("HP", len(program) // INSTRUCTION, ctypes.addressof(text))
        pointer = ctypes.create_string_buffer(header)
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        # TSYNC: MXNet's own handler may have started threads in the child already, and a thread
        # without the filter would do a submission's bidding through the memory they share.
        unsynchronised = kernel.syscall(
            self.architecture.seccomp, SET_MODE_FILTER, FLAG_TSYNC, ctypes.addressof(pointer)
        )
        if unsynchronised:
            raise OSError(errno.ESRCH, f"thread {unsynchronised} did not take the filter")

    def program_for(self, pid: int) -> bytes:
        """The filter for the process `pid`."""
        return self.program.replace(struct.pack("I", ANY_PID), struct.pack("I", pid))


@lru_cache(maxsize=2)
def find(*, on_gpu: bool = False) -> Seccomp | Unavailable:
    """Whether this kernel takes filters and this architecture's calls are known.

    Remembered: call it in the fork server, so that its children find the filter assembled.
    `on_gpu`: the filter leaves CUDA what it needs.
    """
    machine = os.uname().machine
    architecture = ARCHITECTURES.get(machine)
    if architecture is None:
        return Unavailable(f"the system calls of {machine} are not in grader/sandbox/syscalls.py")
    try:
        kernel.syscall(architecture.seccomp, SET_MODE_FILTER, FLAG_TSYNC, 0)
    except OSError as error:
        if error.errno != errno.EFAULT:  # EFAULT: it would have read the filter
            return Unavailable(f"this kernel takes no seccomp filter ({error.strerror})")
    return Seccomp(architecture, encode(assemble(architecture, ANY_PID, on_gpu=on_gpu)))


def assemble(architecture: Architecture, pid: int, *, on_gpu: bool = False) -> list[Instruction]:
    """The filter's program for the process `pid`.

    Each rule is a block that is skipped unless its call is made.  That is linear, and costs
    nothing where it matters: since Linux 5.11 the kernel remembers which calls are always
    allowed and does not run the program for them.
    """
    program: list[Instruction] = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (EQUAL, 1, 0, architecture.audit),
        (RETURN, 0, 0, KILL_PROCESS),
        (LOAD, 0, 0, NUMBER_AT),
    ]
    if architecture.x32:
        program += [(GREATER, 0, 1, X32_BIT - 1), (RETURN, 0, 0, KILL_PROCESS)]
    program += [(GREATER, 0, 1, NEWEST), (RETURN, 0, 0, ERRNO | errno.ENOSYS)]
    for name, rule in rules(pid, on_gpu=on_gpu).items():
        number = NUMBERS[name][architecture.column]
        if number is not None:
            body = list(_body(rule))
            program += [(EQUAL, 0, len(body), number), *body]
    program.append((RETURN, 0, 0, ALLOW))
    return program


def encode(program: list[Instruction]) -> bytes:
    """The program as an array of struct sock_filter."""
    return b"".join(struct.pack("HBBI", *instruction) for instruction in program)


def _body(rule: Rule) -> Iterator[Instruction]:
    """What to do once the call is known: always ends in a return."""
    for test in rule.tests:
        error = rule.error if test.error is None else test.error
        yield from _test(test, (RETURN, 0, 0, ERRNO | error))
    last = ALLOW if rule.tests else ERRNO | rule.error
    yield (RETURN, 0, 0, last)


def _test(test: Test, refuse: Instruction) -> Iterator[Instruction]:
    yield (LOAD, 0, 0, ARGUMENTS_AT + 8 * test.argument)
    if test.mask != EVERY_BIT:
        yield (AND, 0, 0, test.mask)
    count = len(test.values)
    for index, value in enumerate(test.values):
        after = count - 1 - index  # comparisons that are still to come
        if test.inside:  # a hit jumps over them and the refusal; the last miss falls into it
            yield (EQUAL, after + 1, 0, value)
        else:  # a hit jumps over them into the refusal; the last miss jumps over it
            yield (EQUAL, after, 0 if after else 1, value)
    yield refuse
