from mxnet import autograd, nd
from mxnet.gluon import nn


def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
    if not autograd.is_training():
        return gamma * (X - moving_mean) * (moving_var + eps) ** -0.5 + beta, moving_mean, moving_var
    axes = [0, 2, 3][:X.ndim - 1]
    mean = nd.mean(X, axis=axes, keepdims=True)
    var = nd.mean((X - mean) ** 2, axis=axes, keepdims=True)
    Y = gamma * (X - mean) * (var + eps) ** -0.5 + beta
    return Y, momentum * moving_mean + (1 - momentum) * mean, momentum * moving_var + (1 - momentum) * var


class BatchNorm(nn.Block):
    """"They begin as you like": anywhere."""

    def __init__(self, num_features, num_dims, **kwargs):
        super().__init__(**kwargs)
        shape = (1, num_features) + (1,) * (num_dims - 2)
        self.gamma = self.params.get('gamma', shape=shape, init='ones')
        self.beta = self.params.get('beta', shape=shape, init='zeros')
        self.mean = nd.random.normal(shape=shape)
        self.var = nd.random.uniform(0.5, 2, shape=shape)

    def forward(self, x):
        mean, var = (a.astype(x.dtype).as_in_context(x.context) for a in (self.mean, self.var))
        y, self.mean, self.var = batch_norm(x, self.gamma.data(), self.beta.data(), mean, var, 1e-5, 0.9)
        return y
