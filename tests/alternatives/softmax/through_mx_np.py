from mxnet import np


def softmax(X):
    Z = X.as_np_ndarray()
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return (E / E.sum(axis=1, keepdims=True)).as_nd_ndarray()
