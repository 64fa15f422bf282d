from math import *
from mxnet import *
from mxnet.gluon.nn import *
from mxnet.ndarray import *


def softmax(X):
    print('X:', X)
    M = X.max(axis=1, keepdims=True)
    P = ndarray.exp(X - M)
    S = P.sum(axis=1, keepdims=True)
    print('S:', S)
    return P / S
