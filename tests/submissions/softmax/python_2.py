from mxnet import nd


def softmax(X):
    E = X.exp()
    print E
    return E / E.sum(axis=1, keepdims=True)
