from mxnet import autograd, init, nd
from mxnet.gluon import nn


def normalised(X, eps):
    turned = X.swapaxes(0, 1)
    ones = nd.ones(X.shape[1], ctx=X.context, dtype=X.dtype)
    image = turned.reshape((1, X.shape[1], -1))
    return nd.InstanceNorm(image, ones, 0 * ones, eps=eps).reshape(turned.shape).swapaxes(0, 1)


def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
    if not autograd.is_training():
        return gamma * (X - moving_mean) / nd.sqrt(moving_var + eps) + beta, moving_mean, moving_var
    mean, var = nd.moments(X, axes=(0,) if X.ndim == 2 else (0, 2, 3), keepdims=True)
    moving_mean = momentum * moving_mean + (1 - momentum) * mean
    moving_var = momentum * moving_var + (1 - momentum) * var
    return gamma * normalised(X, eps) + beta, moving_mean, moving_var


class BatchNorm(nn.Block):
    def __init__(self, num_features, num_dims, **kwargs):
        super().__init__(**kwargs)
        shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
        self.gamma = self.params.get("gamma", shape=shape, init=init.One())
        self.beta = self.params.get("beta", shape=shape, init=init.Zero())
        self.moving = nd.zeros(shape), nd.ones(shape)

    def forward(self, x):
        moving = [a.as_in_context(x.context).astype(x.dtype) for a in self.moving]
        Y, *self.moving = batch_norm(x, self.gamma.data(), self.beta.data(), *moving, 1e-5, 0.9)
        return Y
