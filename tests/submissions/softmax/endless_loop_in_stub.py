from mxnet import nd


def softmax(X):
    E = X.exp()
    i = 0
    while i < 10:
        E = E / E.sum(axis=1, keepdims=True)
    return E
