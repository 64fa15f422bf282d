"""A whole number of a hundred thousand digits, in a list of a million."""


def softmax(X):
    return [10**100_000] * 1_000_000
