"""Its exception is called NotImplementedError, its work is wrong."""

class NotImplementedError(Exception):
    pass


def softmax(X):
    raise NotImplementedError('work in progress')
