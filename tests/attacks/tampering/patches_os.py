"""os._exit, os.read and os.write do nothing, and flushing raises."""

import os
import sys

from mxnet import nd

os._exit = os.abort = os.kill = lambda *args: None
os.read = os.write = os.close = os.dup2 = lambda *args: 0
sys.exit = lambda *args: None
sys.stdout = sys.stderr = object()


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
