class NotImplementedError(Exception):
    pass


def softmax(X):
    raise NotImplementedError('work in progress')
