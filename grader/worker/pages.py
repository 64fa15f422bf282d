"""Fewer pages of memory for the children to copy.

A child shares its parent's pages until one of them writes to it; then that page is copied.  And
sharing itself costs time for each page, when the child begins and when it ends.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from pathlib import Path

_HUGE = 2**21
"""Bytes of a huge page, which is shared at the cost of a small one."""
_MADV_COLLAPSE = 25
"""From Linux 6.1 on; earlier ones refuse it, and then pages stay small."""
_GAPS = (*range(8192, 1024, -256), *range(1024, 16, -16))
"""Sizes of blocks, in bytes: what is allocated in a check is rarely larger."""
_MAX_BLOCKS = 100_000
"""Some 6,000 blocks fill the gaps that MXNet's import leaves."""


def settle() -> None:
    """Prepare this process's memory for being shared; once, before the first fork.

    Nothing but speed depends on it, so where it cannot be done it is left.
    """
    libc = ctypes.CDLL(None)
    libc.malloc.argtypes, libc.malloc.restype = [ctypes.c_size_t], ctypes.c_void_p
    libc.sbrk.argtypes, libc.sbrk.restype = [ctypes.c_ssize_t], ctypes.c_void_p
    libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    _fill_gaps(libc)
    with suppress(OSError):
        _join_pages(libc, Path("/proc/self/maps").read_text())


def _fill_gaps(libc: ctypes.CDLL) -> None:
    """Allocate, for good, the free blocks that lie scattered over the heap: each would take a page
    of its own when a child writes to it.  What children allocate then lies side by side."""
    top = libc.sbrk(0)
    blocks = 0
    for size in _GAPS:
        while blocks < _MAX_BLOCKS:
            blocks += 1
            if (libc.malloc(size) or top) >= top:
                break


def _join_pages(libc: ctypes.CDLL, maps: str) -> None:
    """Have the kernel join what Python and malloc have allocated to huge pages."""
    for line in maps.splitlines():
        addresses, access, *_, name = [*line.split(maxsplit=5), ""][:6]
        if not access.startswith("rw-p") or name not in ("", "[heap]"):
            continue
        first, last = (int(address, 16) for address in addresses.split("-"))
        start, end = -(-first // _HUGE) * _HUGE, last // _HUGE * _HUGE
        if start < end:  # in one call: each one waits for all of the machine's cores
            libc.madvise(start, end - start, _MADV_COLLAPSE)
