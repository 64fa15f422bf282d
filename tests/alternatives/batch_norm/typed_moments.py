"""Batch normalisation from scratch."""
from typing import Tuple
import mxnet as mx
from mxnet import autograd
from mxnet.gluon import nn

NDArray = mx.nd.NDArray
_AXES = {2: (0,), 4: (0, 2, 3)}

def batch_norm(X: NDArray, gamma: NDArray, beta: NDArray, moving_mean: NDArray, moving_var: NDArray,
               eps: float, momentum: float) -> Tuple[NDArray, NDArray, NDArray]:
    """Normalise ``X`` per column (2-D) or per channel (4-D)."""
    if X.ndim not in _AXES:
        raise ValueError("expected a 2-D or 4-D input, got %d-D" % X.ndim)
    if autograd.is_training():
        mean, var = mx.nd.moments(X, axes=_AXES[X.ndim], keepdims=True)
        new_mean = moving_mean * momentum + mean.detach() * (1 - momentum)
        new_var = moving_var * momentum + var.detach() * (1 - momentum)
    else:
        mean, var = moving_mean, moving_var
        new_mean, new_var = moving_mean, moving_var
    Y = mx.nd.broadcast_div(mx.nd.broadcast_sub(X, mean), (var + eps).sqrt())
    return mx.nd.broadcast_add(mx.nd.broadcast_mul(Y, gamma), beta), new_mean, new_var


class BatchNorm(nn.Block):
    """Running statistics are parameters without gradient, so they move with the net."""
    def __init__(self, num_features: int, num_dims: int, eps: float = 1e-5, momentum: float = 0.9, **kwargs) -> None:
        super().__init__(**kwargs)
        assert num_dims in (2, 4)
        self._eps, self._momentum = eps, momentum
        shape = (1, num_features) + (1,) * (num_dims - 2)
        with self.name_scope():
            self.gamma = self.params.get("gamma", shape=shape, init="ones")
            self.beta = self.params.get("beta", shape=shape, init="zeros")
            self.running_mean = self.params.get("running_mean", shape=shape, init="zeros", grad_req="null")
            self.running_var = self.params.get("running_var", shape=shape, init="ones", grad_req="null")

    def forward(self, X: NDArray) -> NDArray:
        ctx = X.context
        Y, mean, var = batch_norm(X, self.gamma.data(ctx), self.beta.data(ctx), self.running_mean.data(ctx),
                                  self.running_var.data(ctx), self._eps, self._momentum)
        if autograd.is_training():
            with autograd.pause():
                self.running_mean.set_data(mean)
                self.running_var.set_data(var)
        return Y

if __name__ == "__main__":
    bn = BatchNorm(3, 2); bn.initialize()
    with autograd.record():
        print(bn(mx.nd.random.normal(shape=(4, 3))))
