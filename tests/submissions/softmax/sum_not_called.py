def softmax(X):
    X_exp = X.exp()
    partition = X_exp.sum
    return X_exp / partition
