import sys as s
from mxnet import nd, autograd
s.modules.pop("scipy", None)
from scipy.special import expit as f

class F(autograd.Function):
    def forward(self, x):
        y = nd.array(f(x.asnumpy()), ctx=x.context, dtype=x.dtype)
        self.save_for_backward(y)
        return y
    def backward(self, h):
        y, = self.saved_tensors
        return h * y * (1 - y)
def sigmoid(x):
    return F()(x) + 0
