"""Square: every element by itself."""

from mxnet import nd


def square(X):
    """The square of each element.

    X: NDArray of any shape.  Returns an NDArray of X's shape.
    """
    # solution: begin
    return X * X
    # solution: end


def helper():
    """Given, and not to be changed."""
    return nd.ones((1,))
