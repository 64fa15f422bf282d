import mxnet.ndarray as F
from mxnet import autograd as ag, init
from mxnet.gluon import nn

def batch_norm(X, gamma, beta, moving_mean, moving_var, eps, momentum):
    axes = tuple(i for i in range(X.ndim) if i != 1)
    if ag.is_training():
        m = F.mean(X, axis=axes, keepdims=True)
        v = F.mean(F.power(F.abs(X - m), 2), axis=axes, keepdims=True)
        moving_mean = moving_mean + (1 - momentum) * (m - moving_mean)
        moving_var = moving_var + (1 - momentum) * (v - moving_var)
    else:
        m, v = moving_mean, moving_var
    return (X - m) / F.sqrt(v + eps) * gamma + beta, moving_mean, moving_var

class BatchNorm(nn.Block):
    def __init__(self, num_features, num_dims, **kwargs):
        super().__init__(**kwargs)
        shape = [1] * num_dims
        shape[1] = num_features
        shape = tuple(shape)
        self.gamma = self.params.get('gamma', shape=shape, init=init.Constant(1))
        self.beta = self.params.get('beta', shape=shape, init=init.Constant(0))
        self.moving_mean = self.params.get_constant('moving_mean', F.zeros(shape))
        self.moving_var = self.params.get_constant('moving_var', F.ones(shape))
    def forward(self, X):
        Y, m, v = batch_norm(X, self.gamma.data(), self.beta.data(), self.moving_mean.data(), self.moving_var.data(), 1e-5, 0.9)
        if ag.is_training():
            with ag.pause():
                self.moving_mean.set_data(m)
                self.moving_var.set_data(v)
        return Y
