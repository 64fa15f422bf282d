def softmax(X):
    P = 2 ** (X - X.max(axis=1, keepdims=True))
    return P / P.sum(axis=1, keepdims=True)
