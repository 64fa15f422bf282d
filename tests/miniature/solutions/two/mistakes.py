"""Wrong versions of `two`."""

from grader.course import Mistake
from mxnet import nd
from mxnet.gluon import nn


class misspells_the_amount(Mistake):
    """There is no self.amounts: `__init__` keeps self.amount."""

    class Shift(nn.Block):
        def __init__(self, amount):
            super().__init__()
            self.amount = amount

        def forward(self, X):
            return X + self.amounts


class draws_from_minus_one(Mistake):
    """The draws must begin at 0, not at -1."""

    def draws(n):
        return nd.random.uniform(-1, 1, shape=(n,))
