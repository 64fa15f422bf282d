"""What the fork server gives up before it loads anything: capabilities, and an open memory."""

from __future__ import annotations

import ctypes
import os
import struct

from grader.sandbox import kernel
from grader.sandbox.syscalls import ARCHITECTURES

CAPABILITIES = 64
"""More than there are (41 in Linux 6): the kernel says where they end."""
VERSION_3 = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3, linux/capability.h."""


def hide_memory() -> None:
    """Close this process's memory, environment and descriptors to others of the same user.

    Through /proc/PID/mem a child could otherwise write into the fork server, and so into every
    later submission; without bubblewrap it could read the judge.  Call it in both at the start;
    forked children inherit it.  It holds against root too, once `drop_capabilities` was called
    in the process that must not look.
    """
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def drop_capabilities() -> None:
    """Give up every capability for good; a root user is then one in name only.

    Only the calling thread does: call it in the fork server before MXNet starts others.
    Without capabilities to begin with, this changes nothing.
    """
    for capability in range(CAPABILITIES):
        try:
            kernel.prctl(kernel.PR_CAPBSET_DROP, capability)
        except OSError:  # EINVAL past the last one, EPERM for a user who has none
            break
    kernel.prctl(kernel.PR_CAP_AMBIENT, kernel.PR_CAP_AMBIENT_CLEAR_ALL)
    # No exec ever gets them back either: a set-user-id program is run without its owner's rights.
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    architecture = ARCHITECTURES.get(os.uname().machine)
    if architecture is not None:
        header = ctypes.create_string_buffer(struct.pack("Ii", VERSION_3, 0))
        nothing = ctypes.create_string_buffer(struct.pack("6I", 0, 0, 0, 0, 0, 0))
        kernel.syscall(architecture.capset, ctypes.addressof(header), ctypes.addressof(nothing))
