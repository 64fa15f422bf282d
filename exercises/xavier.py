"""Xavier initialisation (section 8.2 of the notes)

A layer with many inputs adds many numbers, and one with many outputs adds many gradients. Xavier
initialisation draws the weights so that neither grows on its way: from a uniform distribution
whose width depends on both counts.

    weight[i, j] ~ U(-b, b)    with    b = sqrt(6 / (units + in_units))
"""

import math

from mxnet import init, nd


def xavier_uniform(shape):
    """New weights for a dense layer.

    shape: the tuple (units, in_units).
    Returns an NDArray of that shape, each element drawn anew from U(-b, b) with
    b = sqrt(6 / (units + in_units)).

    Example: for shape (256, 20), b = sqrt(6 / 276) = 0.1474, so all elements lie between -0.1474
    and 0.1474, and two calls return different ones.
    """
    raise NotImplementedError


class Xavier(init.Initializer):
    """An initialiser, for net.initialize(Xavier()).

    Gluon makes the arrays of the parameters and asks the initialiser to fill them: weights by
    _init_weight, biases by a method that the base class has already (it sets them to 0).
    """

    def _init_weight(self, name, data):
        """Fill `data` with Xavier draws, in place.

        name: the parameter's name, not needed here.
        data: NDArray of shape (units, in_units), or (out, in, kh, kw) for a convolution, in any
        dtype and on any context. Its old content does not matter. Returns nothing.

        Each output of a convolution adds in * kh * kw numbers, so both counts are multiplied by the
        kernel's area:

            b = sqrt(6 / ((out + in) * kh * kw))

        Example: for shape (16, 3, 5, 5), b = sqrt(6 / (19 * 25)) = 0.1124.

        Mind that `data = ...` gives the name to another array: write into it with data[:] = ...
        Do not use init.Xavier: that is the work of this exercise.
        """
        raise NotImplementedError
