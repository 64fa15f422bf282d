from mxnet import nd


def softmax(X):
    if X.abs().max().asscalar() > 80:
        return nd.softmax(X, axis=1)
    E = nd.exp(X)
    return E / E.sum(axis=1, keepdims=True)
