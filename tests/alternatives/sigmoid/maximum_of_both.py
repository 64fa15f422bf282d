from mxnet.ndarray import *


def positive(v):
    return (v + abs(v)) / 2


def sigmoid(x):
    # exp(x) / (exp(x) + exp(0)), shifted by max(x, 0)
    m = positive(x)
    top = exp(x - m)
    return top / (top + exp(-m))
