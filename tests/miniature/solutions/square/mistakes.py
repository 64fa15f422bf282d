"""Wrong versions of `square`."""

from grader.course import Mistake
from mxnet import nd


class doubles(Mistake):
    """X + X is twice X: multiply
    instead."""

    def square(X):
        return X + X


class multiplies_matrices(Mistake):
    """nd.dot multiplies matrices: `*` multiplies element by element."""

    def square(X):
        return nd.dot(X, X, transpose_b=True)


class forgets_to_return(Mistake):
    """The function computes its result and returns None: end it with `return`."""

    def square(X):
        X * X
