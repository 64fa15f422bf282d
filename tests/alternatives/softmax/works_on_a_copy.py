import mxnet.ndarray as nd


def softmax(X):
    X = X.copy()
    E = nd.exp(X - X.max(axis=1, keepdims=True).detach())
    E = E / nd.norm(E, ord=1, axis=1, keepdims=True)
    return E
