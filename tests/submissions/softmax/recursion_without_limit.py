import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr([self])

    def __call__(self, X):
        return self.__class__.__call__(self, X) + len(repr(self))


def softmax(X):
    return Deep()(X)
