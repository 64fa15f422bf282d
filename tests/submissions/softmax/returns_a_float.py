from mxnet import nd


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    return float((E / E.sum(axis=1, keepdims=True)).sum().asscalar())
