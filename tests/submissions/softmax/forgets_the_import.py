def softmax(X):
    X_exp = nd.exp(X)
    return X_exp / X_exp.sum(axis=1, keepdims=True)
