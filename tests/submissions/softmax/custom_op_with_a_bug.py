import mxnet as mx
from mxnet import nd


class Op(mx.operator.CustomOp):
    def forward(self, is_train, req, in_data, out_data, aux):
        if in_data[0].shape[0] == 1:
            raise ValueError("one row")
        e = nd.exp(in_data[0] - in_data[0].max(axis=1, keepdims=True))
        self.assign(out_data[0], req[0], e / e.sum(axis=1, keepdims=True))

    def backward(self, req, out_grad, in_data, out_data, in_grad, aux):
        p, h = out_data[0], out_grad[0]
        self.assign(in_grad[0], req[0], p * (h - (h * p).sum(axis=1, keepdims=True)))


@mx.operator.register("by_hand")
class Prop(mx.operator.CustomOpProp):
    def __init__(self):
        super().__init__(need_top_grad=True)

    def create_operator(self, ctx, shapes, dtypes):
        return Op()


def softmax(X):
    return nd.Custom(X, op_type="by_hand")
