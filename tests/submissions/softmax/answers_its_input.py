def softmax(X):
    return X
