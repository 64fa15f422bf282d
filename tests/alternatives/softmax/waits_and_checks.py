import mxnet as mx
from mxnet import nd

mx.random.seed(42)


def softmax(X):
    before = X.asnumpy().copy()
    e = nd.exp(X - X.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p.wait_to_read()
    nd.waitall()
    print('largest row sum', float(p.sum(axis=1).max().asscalar()))
    assert (before == X.asnumpy()).all()
    return p
