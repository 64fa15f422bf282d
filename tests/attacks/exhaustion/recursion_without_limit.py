"""Calls itself through C until the stack is full."""

import sys

sys.setrecursionlimit(10**9)


class Deep:
    def __repr__(self):
        return repr([self, Deep()])


def softmax(X):
    return len(repr(Deep()))
