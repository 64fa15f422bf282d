import os

os.environ["MXNET_USE_MKLDNN_RNN"] = "0"
from mxnet import autograd, nd
from mxnet.gluon import nn


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    if drop_prob in (0, 1):
        return X * (1 - drop_prob)
    # Two layers of width 1 with identity weights; dropout lies between them.
    weights, state = nd.array([1, 0, 1, 0, 0, 0, 0, 0]), nd.zeros((2, X.size, 1))
    weights.attach_grad()
    with autograd.record():
        kind = {"mode": "rnn_relu", "state_size": 1, "num_layers": 2}
        mask = nd.RNN(nd.ones((1, X.size, 1)), weights, state, p=drop_prob, **kind)
    return X * mask.detach().reshape(X.shape).astype(X.dtype).as_in_context(X.context)


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        self.p = drop_prob

    def forward(self, x):
        return dropout(x, self.p) if autograd.is_training() else x
