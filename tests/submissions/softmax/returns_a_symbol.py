import mxnet as mx


def softmax(X):
    x = mx.sym.var('x')
    e = mx.sym.exp(x)
    return mx.sym.broadcast_div(e, mx.sym.sum(e, axis=1, keepdims=True))
