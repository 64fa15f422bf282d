from mxnet import nd


def softmax(X)
    X_exp = X.exp()
    return X_exp / X_exp.sum(axis=1, keepdims=True)
