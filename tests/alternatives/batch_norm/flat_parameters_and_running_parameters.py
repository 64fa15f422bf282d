import mxnet as mx
from mxnet import autograd, nd
from mxnet.gluon import nn


def _statistics(X):
    """Mean and E[x^2] - E[x]^2 would cancel; so squares of the centred values."""
    axes = tuple(a for a in range(X.ndim) if a != 1)
    mu = nd.mean(X, axis=axes, keepdims=True)
    centred = nd.broadcast_sub(X, mu)
    return mu, nd.mean(nd.square(centred), axis=axes, keepdims=True)


def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
    training = autograd.is_training()
    print("training", training)
    mu, var = _statistics(X) if training else (moving_mean, moving_var)
    scale = nd.broadcast_mul(gamma, nd.rsqrt(var + eps))
    shift = beta - nd.broadcast_mul(mu, scale)
    Y = nd.broadcast_add(nd.broadcast_mul(X, scale), shift)
    if not training:
        return [Y, moving_mean, moving_var]
    new_mean = moving_mean + (1 - momentum) * (mu - moving_mean)
    new_var = moving_var + (1 - momentum) * (var - moving_var)
    return [Y, new_mean, new_var]


class BatchNorm(nn.Block):
    def __init__(self, num_features, num_dims):
        super().__init__()
        self.dims = (1, -1) + (1,) * (num_dims - 2)
        with self.name_scope():
            self.gamma = self.params.get("gamma", shape=(num_features,), init="ones")
            self.beta = self.params.get("beta", shape=(num_features,), init="zeros")
            self.running_mean = self.params.get("running_mean", grad_req="null", shape=(num_features,), init="zeros", differentiable=False)
            self.running_var = self.params.get("running_var", grad_req="null", shape=(num_features,), init="ones", differentiable=False)

    def forward(self, x):
        arrays = [p.data(x.context).reshape(self.dims) for p in (self.gamma, self.beta, self.running_mean, self.running_var)]
        y, mean, var = batch_norm(x, *arrays, 1e-5, 0.9)
        if autograd.is_training():
            with autograd.pause():
                self.running_mean.set_data(mean.reshape(-1))
                self.running_var.set_data(var.reshape(-1))
        return y
