"""A deep folder that nobody may enter, with a link to /."""

import os

from mxnet import nd


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)

os.symlink('/', 'root')
os.mkfifo('pipe')
for _ in range(300):
    os.mkdir('d' * 200)
    os.chdir('d' * 200)
os.mkdir('closed')
os.chmod('closed', 0)
os.chmod('.', 0)
