"""The mask comes from a NumPy generator that nobody seeds; the block draws by itself."""

import numpy as np
from mxnet import autograd, nd
from mxnet.gluon import nn

rng = np.random.default_rng()


def dropout(X, drop_prob):
    if not 0 <= drop_prob <= 1:
        raise ValueError(f"drop_prob must be in [0, 1], not {drop_prob}")
    if drop_prob == 1:
        return nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
    kept = nd.array(rng.random(X.shape) >= drop_prob, ctx=X.context, dtype=X.dtype)
    return X * kept / (1 - drop_prob)


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        self.keep_prob = 1 - drop_prob

    def forward(self, x):
        if not autograd.is_training() or self.keep_prob == 1:
            return x
        if not self.keep_prob:
            return x * 0
        draws = nd.random.uniform(shape=x.shape, ctx=x.context, dtype=x.dtype)
        return x * (draws < self.keep_prob) / self.keep_prob
