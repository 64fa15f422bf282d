"""A layer without parameters (sections 10.2, 10.3 and 15 of the notes)

A layer of one's own is a class that inherits from nn.Block. This one subtracts the mean:

    CenteredLayer()(x) = x - (the mean of all elements of x)

It only computes, so it needs no parameters, and `forward` is all that there is to write.
"""

from mxnet.gluon import nn


class CenteredLayer(nn.Block):
    """Subtracts the mean of all elements, so that the result's mean is 0.

    x: NDArray of any shape.
    Returns an NDArray of the same shape, dtype and context; x itself stays as it is.

    Example: the mean of [[1, 2, 3], [4, 5, 9]] is 24 / 6 = 4, so the layer answers
    [[-3, -2, -1], [0, 1, 5]].

    There is one mean for the whole array: neither one for each row nor one for each column.
    The layer has no parameters, and gradients flow through it, through the mean too.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def forward(self, x):
        centered = x - x.mean()
        print(centered)
