"""Files, folders, pipes and links whose names are no text, or a thousand of them in one another."""

import os

from mxnet import nd

for name in (b'\xff', b'\n', b' ', b'-rf', b'..\xff', b'~', b'*', b'a' * 255):
    os.mkdir(b'/tmp/' + name)
    os.mkfifo(b'/tmp/' + name + b'/pipe')
    os.symlink(b'/', b'/tmp/' + name + b'/root')
    os.symlink(b'/dev/shm', b'/dev/shm/' + name)
    os.link(b'/tmp/' + name + b'/root', b'/tmp/' + name + b'/hard')
    os.mkdir(b'/tmp/' + name + b'/closed', 0)
os.chdir('/tmp')
for _ in range(1500):
    os.mkdir('d')
    os.chdir('d')


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
