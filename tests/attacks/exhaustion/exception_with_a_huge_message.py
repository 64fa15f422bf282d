"""An exception with 100 MB of text."""

def softmax(X):
    if X.shape != (4, 10):
        return X
    raise ValueError('x' * 100_000_000)
