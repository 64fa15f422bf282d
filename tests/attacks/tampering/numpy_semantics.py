"""Switches all of MXNet to NumPy's semantics, and NumPy's warnings to errors, for whoever comes."""

import mxnet as mx
import numpy as np
from mxnet import nd

np.seterr(all='raise')
np.set_printoptions(threshold=0, precision=0)
mx.npx.set_np()
mx.Context._default_ctx.value = mx.cpu(3)


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)
