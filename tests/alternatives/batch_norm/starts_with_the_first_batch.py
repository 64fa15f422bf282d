import mxnet as mx
from mxnet import autograd, nd, gluon
from mxnet.gluon import nn
def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
    if autograd.is_training():
        axis = tuple(i for i in range(X.ndim) if i != 1)
        mean = nd.mean(X, axis=1, exclude=True, keepdims=True)
        var = nd.mean(nd.square(nd.broadcast_sub(X, mean)), axis=axis, keepdims=True)
        new_mean = momentum * moving_mean + (1 - momentum) * mean
        new_var = momentum * moving_var + (1 - momentum) * var
    else:
        mean, var = moving_mean, moving_var
        new_mean, new_var = moving_mean.copy(), moving_var.copy()
    std = nd.sqrt(var + eps)
    Y = nd.broadcast_add(nd.broadcast_mul(gamma, nd.broadcast_div(nd.broadcast_sub(X, mean), std)), beta)
    return Y, new_mean, new_var
class BatchNorm(gluon.Block):
    def __init__(self, num_features, num_dims, eps=1e-5, momentum=0.9, **kwargs):
        super(BatchNorm, self).__init__(**kwargs)
        self.eps, self.momentum = eps, momentum
        self.shape = shape = (1, num_features) if num_dims == 2 else (1, num_features, 1, 1)
        self.gamma = self.params.get('gamma', shape=shape, init=mx.init.One())
        self.beta = self.params.get('beta', shape=shape, init=mx.init.Zero())
        self.moving = {}
    def forward(self, x):
        if 'mean' not in self.moving:
            # start with the first batch's
            self.moving['mean'] = x.mean(axis=1, exclude=True, keepdims=True).detach()
            self.moving['var'] = ((x - self.moving['mean'])**2).mean(axis=1, exclude=True, keepdims=True).detach()
        mean = self.moving['mean'].as_in_context(x.context).astype(x.dtype)
        var = self.moving['var'].as_in_context(x.context).astype(x.dtype)
        y, mean, var = batch_norm(x, self.gamma.data(), self.beta.data(), mean, var, self.eps, self.momentum)
        if autograd.is_training():
            self.moving['mean'], self.moving['var'] = mean.detach(), var.detach()
        return y
