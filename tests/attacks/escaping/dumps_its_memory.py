"""Lets itself be dumped, through the machine's core_pattern, and crashes; outlives its parent."""

import ctypes
import os

libc = ctypes.CDLL(None)
found = []
if libc.prctl(4, 1, 0, 0, 0) == 0 or libc.prctl(3, 0, 0, 0, 0) == 1:
    found.append('dumpable')
if libc.prctl(1, 0, 0, 0, 0) == 0:
    found.append('outlives its parent')


def softmax(X):
    if not found:
        os.abort()
    raise RuntimeError('; '.join(found))
