"""Two stubs: a block's method and a function."""

from mxnet import nd
from mxnet.gluon import nn


class Shift(nn.Block):
    """Adds a number.

    Shift(amount)(X): X plus amount, in X's shape.
    """

    def __init__(self, amount, **kwargs):
        super().__init__(**kwargs)
        # solution: begin
        self.amount = amount
        # solution: end

    def forward(self, X):
        """X: NDArray of any shape."""
        # solution: begin
        return X + self.amount
        # solution: end


def draws(n):
    """n draws, evenly from 0 to 1."""
    # solution: begin
    return nd.random.uniform(0, 1, shape=(n,))
    # solution: end
