"""Initialising parameters (sections 8.1 and 14 of the notes)

net.initialize(...) fills the parameters of a net with their first numbers: weights with random
ones, or all units of a layer would stay equal for ever, biases with 0.

    initialize_normal(net, sigma)    weights ~ N(0, sigma²), biases 0
    initialize_default(net)          weights ~ U(-0.07, 0.07), biases 0
"""

from mxnet import init


def initialize_normal(net, sigma):
    """Initialise every weight of the net with draws from N(0, sigma²), and every bias with 0.

    net: a Block of Gluon's layers (nn.Dense, nn.Conv2D, ...). Input sizes may still be open; the
    draws then happen on the first call. The net may have been initialised before, even trained:
    then all its parameters get new values.
    sigma: the standard deviation, a Python number; the variance is sigma².
    Returns nothing: the caller looks at the net's parameters.

    Example: initialize_normal(net, 0.01) on a net with nn.Dense(256, in_units=784): about 68 % of
    the 200704 weights then lie between -0.01 and 0.01, about 95 % between -0.02 and 0.02, and the
    256 biases are 0.

    Mind that net.initialize(...) leaves parameters alone that have values already, unless it is
    told force_reinit=True.
    """
    raise NotImplementedError


def initialize_default(net):
    """Initialise the net as Gluon does if it is told nothing: weights U(-0.07, 0.07), biases 0.

    net: a Block of Gluon's layers that has not been initialised. Input sizes may still be open.
    Returns nothing.

    Example: after initialize_default(net) the weights of an nn.Dense(256, in_units=784) lie between
    -0.07 and 0.07, half of them between -0.035 and 0.035, and the 256 biases are 0.
    """
    raise NotImplementedError
