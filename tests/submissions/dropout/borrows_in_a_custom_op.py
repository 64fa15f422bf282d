import mxnet as mx
from mxnet import autograd, nd
from mxnet.gluon import nn


class Op(mx.operator.CustomOp):
    def __init__(self, p):
        self.p = p

    def forward(self, is_train, req, in_data, out_data, aux):
        with autograd.train_mode():
            self.mask = nd.Dropout(nd.ones_like(in_data[0]), p=self.p, mode="always")
        self.assign(out_data[0], req[0], in_data[0] * self.mask)

    def backward(self, req, out_grad, in_data, out_data, in_grad, aux):
        self.assign(in_grad[0], req[0], out_grad[0] * self.mask)


@mx.operator.register("thin")
class Prop(mx.operator.CustomOpProp):
    def __init__(self, p):
        super().__init__(need_top_grad=True)
        self.p = float(p)

    def create_operator(self, ctx, shapes, dtypes):
        return Op(self.p)


def dropout(X, drop_prob):
    assert 0 <= drop_prob <= 1
    if drop_prob == 1:
        return X.zeros_like()
    return nd.Custom(X, op_type="thin", p=drop_prob) + 0


class Dropout(nn.Block):
    def __init__(self, drop_prob, **kwargs):
        super().__init__(**kwargs)
        self.p = drop_prob

    def forward(self, x):
        return dropout(x, self.p) if autograd.is_training() else x
