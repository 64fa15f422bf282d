"""What the filter denies, as data: one rule for each system call in `syscalls.NUMBERS`.

Everything else is allowed: what MXNet, NumPy and OpenMP call differs from version to version,
and a list of allowed calls would fail a student for an upgrade.  Denied is what reaches another
process, makes one, leaves the machine, escapes a limit, or talks to parts of the kernel that no
exercise needs and that have a history of holes.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping

from msgspec import Struct

from grader.sandbox.syscalls import NUMBERS

CLONE_THREAD = 0x00010000
CLONE_NEW = 0x7E020000
"""CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET."""
F_SETOWN, F_SETSIG, F_SETOWN_EX = 8, 10, 15
F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ = 1024, 1026, 1031
F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT = 1035, 1036, 1037, 1038
F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW = 6, 7, 37, 38
FIOSETOWN, SIOCSPGRP = 0x8901, 0x8902
FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS, FS_IOC_FSSETXATTR = 0x40086602, 0x40046602, 0x401C5820
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SCHED_CORE = 1, 4, 62
TIOCSTI, TIOCLINUX = 0x5412, 0x541C
"""Typing on the terminal from which the grader was started."""
MADV_PAGEOUT = 21
RWF_NOWAIT = 8
SO_SNDBUF, SO_RCVBUF, SO_SNDBUFFORCE, SO_RCVBUFFORCE = 7, 8, 32, 33
_FCNTLS = (
    *(F_SETOWN, F_SETSIG, F_SETOWN_EX, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ),
    *(F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT),
)
_BUFFERS = (SO_SNDBUF, SO_RCVBUF, SO_SNDBUFFORCE, SO_RCVBUFFORCE)
_LOCKS = (F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW)
_IOCTLS = (
    *(FIOSETOWN, SIOCSPGRP, TIOCSTI, TIOCLINUX),
    *(FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS, FS_IOC_FSSETXATTR),
)
AF_UNIX, SOCK_STREAM, SOCK_SEQPACKET, SOCK_TYPE = 1, 1, 5, 0xF
PRIO_PROCESS, IOPRIO_WHO_PROCESS = 0, 1
PERSONALITY_QUERY = 0xFFFFFFFF

NULL = (0,)

EVERY_BIT = 0xFFFFFFFF

NOTHING = 0
"""As an error: the call does nothing and says that it succeeded."""
PRETENDED = (
    *("chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat"),
    *("utime", "utimes", "futimesat", "utimensat", "flock", "fadvise64", "sync", "syncfs"),
)
ATTRIBUTES = ("setxattr", "lsetxattr", "fsetxattr", "setxattrat")


class Test(Struct, frozen=True):
    """A call passes when `argument & mask` is among `values` (or is not, if `inside` is false).

    Only the low 32 bits are looked at: the kernel reads an int, too, from each argument that
    is tested here, so that nothing can hide in the upper half.
    """

    __test__ = False  # not a test class, whatever pytest makes of its name

    argument: int
    values: tuple[int, ...]
    mask: int = EVERY_BIT
    inside: bool = True
    error: int | None = None
    """What a call that does not pass answers, if not what its rule says."""


class Rule(Struct, frozen=True):
    """The call is allowed when all tests pass; without tests it never is."""

    tests: tuple[Test, ...] = ()
    error: int = errno.EPERM
    """What a denied call answers."""


def rules(pid: int, *, on_gpu: bool = False) -> Mapping[str, Rule]:
    """The rules for the process `pid`, by the name of the system call.

    Some need a word:

    - clone may make threads, nothing else.  clone3 takes its flags from memory, where no filter
      can look: ENOSYS makes glibc fall back to clone.
    - kill and tgkill reach the process itself, so abort() and raise() work.  Not 0 and not
      negative numbers: the fork server is in the same process group.
    - fcntl and ioctl may not choose who gets SIGIO: that is kill by another name.  Nor may they
      hold up whoever opens a file (leases), enlarge pipes, or set a file's flags; nor leave a
      hint of how a file will be written, which is kept with it on a read-only mount, too.
    - Modes, owners, time stamps and attributes of /tmp itself would reach the next submission;
      those of /dev/null are the machine's, and the real root may change them.  copy2 and tarfile
      must go on, so that these calls succeed without doing anything; attributes are answered as
      by a file system that has none.  Only "now" as a time stamp is denied: Path.touch makes the
      file where that fails.
    - A file that two sandboxes see can be locked and watched from both: flock and fcntl's locks
      do nothing, as a submission has nobody to lock out, and inotify is denied.  Its instances
      are counted for the user, moreover, whose editor would run out of them.
    - What of a file is in memory is the machine's to choose, and another one's doing: advice to
      drop it does nothing, nor does sync, which all who write to disks would wait for.  To ask
      for it is denied; preadv2 is answered as by a file system that cannot tell.
    - prctl may not let the child outlive the fork server, nor have its memory dumped (a pipe in
      core_pattern takes no notice of RLIMIT_CORE), nor keep others off its core.
    - a pair of connected stream sockets is harmless (asyncio needs one); a datagram socket of a
      pair could still be pointed at any path, so those are denied with socket() itself.
    - memfd_create, SysV shared memory and message queues hold memory that RLIMIT_AS does not
      count: 256 open files of 64 MiB each would be 16 GiB.  So do large buffers of sockets: to
      set their size does nothing.  Asynchronous I/O has a number of places for the whole machine,
      which one process could take.
    - `on_gpu`: CUDA does not begin without a socket of its own, at which other processes could ask
      for memory that it shares.  Nobody can, for connecting stays denied; it is answered as where
      no daemon of CUDA's listens, the one answer with which CUDA was seen to go on.
    """
    self_or_zero = (0, pid)
    conditional = {
        "clone": Rule((Test(0, (CLONE_THREAD,), CLONE_THREAD), Test(0, (0,), CLONE_NEW))),
        "clone3": Rule(error=errno.ENOSYS),
        "kill": Rule((Test(0, (pid,)),)),
        "tgkill": Rule((Test(0, (pid,)),)),
        "prlimit64": Rule((Test(0, self_or_zero),)),
        "setpriority": Rule((Test(0, (PRIO_PROCESS,)), Test(1, self_or_zero))),
        "ioprio_set": Rule((Test(0, (IOPRIO_WHO_PROCESS,)), Test(1, self_or_zero))),
        "sched_setscheduler": Rule((Test(0, self_or_zero),)),
        "sched_setparam": Rule((Test(0, self_or_zero),)),
        "sched_setattr": Rule((Test(0, self_or_zero),)),
        "sched_setaffinity": Rule((Test(0, self_or_zero),)),
        "move_pages": Rule((Test(0, self_or_zero),)),
        "prctl": Rule((Test(0, (PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SCHED_CORE), inside=False),)),
        "fcntl": Rule(
            (Test(1, _FCNTLS, inside=False), Test(1, _LOCKS, inside=False, error=NOTHING))
        ),
        "ioctl": Rule((Test(1, _IOCTLS, inside=False),)),
        "socketpair": Rule(
            (Test(0, (AF_UNIX,)), Test(1, (SOCK_STREAM, SOCK_SEQPACKET), SOCK_TYPE))
        ),
        "setsockopt": Rule((Test(2, _BUFFERS, inside=False),), NOTHING),
        "madvise": Rule((Test(2, (MADV_PAGEOUT,), inside=False),), NOTHING),
        "preadv2": Rule((Test(5, (0,), RWF_NOWAIT),), errno.EOPNOTSUPP),
        "personality": Rule((Test(0, (PERSONALITY_QUERY,)),)),
        **dict.fromkeys(PRETENDED, Rule(error=NOTHING)),
        "utimensat": Rule((Test(2, NULL, inside=False), Test(2, NULL, error=NOTHING))),
        **dict.fromkeys(ATTRIBUTES, Rule(error=errno.ENOTSUP)),
    }
    allowed: tuple[str, ...] = ()
    if on_gpu:
        conditional["socket"] = Rule((Test(0, (AF_UNIX,)), Test(1, (SOCK_SEQPACKET,), SOCK_TYPE)))
        conditional["connect"] = Rule(error=errno.ENOENT)
        allowed = ("bind", "listen")
    return {name: conditional.get(name, Rule()) for name in NUMBERS if name not in allowed}
