"""Leaves SysV and POSIX shared memory, semaphores and message queues behind."""

import ctypes
import multiprocessing
from multiprocessing import shared_memory

from mxnet import nd

libc = ctypes.CDLL(None)
found = []
if libc.shmget(0x5eed, 4096, 0o1666) >= 0:
    found.append('shmget')
if libc.semget(0x5eed, 1, 0o1666) >= 0:
    found.append('semget')
if libc.msgget(0x5eed, 0o1666) >= 0:
    found.append('msgget')
block = shared_memory.SharedMemory('left', create=True, size=4096)
block.buf[:4] = b'left'
kept = multiprocessing.Semaphore(3)
for name in ('/dev/shm/sem.left', '/dev/shm/.left', '/dev/shm/mono.1'):
    open(name, 'wb').write(b'left')


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
