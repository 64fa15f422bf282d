# 用记事本保存的文件
from mxnet import nd


def softmax(X):
    X_exp = nd.exp(X - nd.max(X, axis=1, keepdims=True))
    return X_exp / nd.sum(X_exp, axis=1, keepdims=True)
