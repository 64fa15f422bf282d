class Unstoppable(BaseException):
    pass


def softmax(X):
    raise Unstoppable('not an Exception')
