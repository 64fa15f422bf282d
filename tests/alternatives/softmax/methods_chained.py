from mxnet import nd


def softmax(X):
    X = X - X.max(axis=1, keepdims=True)
    X_exp = X.exp()
    partition = X_exp.sum(axis=1, keepdims=True)
    return X_exp / partition  # 这里应用了广播机制
