"""Wrong versions of `two`."""

from grader.course import Mistake
from mxnet import nd


class draws_from_minus_one(Mistake):
    """The draws must begin at 0, not at -1."""

    def draws(n):
        return nd.random.uniform(-1, 1, shape=(n,))
