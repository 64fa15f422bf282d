"""Deferred initialisation (section 8.3 of the notes)

A Gluon layer is told how many numbers come out, and not how many go in. net.initialize() therefore
cannot make its weight yet: until the first call net(X), the unknown size reads 0 in the weight's
shape. The first call sends X through all layers, the sizes are inferred, and only then are the
parameters drawn.
"""

from mxnet.gluon import nn


def make_net():
    """A multilayer perceptron whose input size is open.

    Returns a net of two layers, nn.Dense(256, activation='relu') and nn.Dense(10), one behind the
    other (in an nn.Sequential, say). It is initialised, no layer's input size is given, and it has
    not been called yet.

    Example: the first weight's shape is (256, 0) at first, and (256, 20) after a call on an X of
    shape (2, 20). That call returns an NDArray of shape (2, 10).
    """
    # solution: begin
    net = nn.Sequential()
    net.add(nn.Dense(256, activation="relu"), nn.Dense(10))
    net.initialize()
    return net
    # solution: end


def shapes_before_and_after(net, X):
    """The shapes of the net's parameters before and after a call on X.

    net: any Block that has been initialised. It may have been called before: then all sizes are
    known from the start.
    X: NDArray that the net can be called on.
    Returns two dicts, before and after net(X). The keys are the parameters' names as in
    net.collect_params(), the values their shapes (tuples of ints); unknown sizes read 0.

    Example: for net = make_net() and X of shape (2, 20) the first dict is
    {'dense0_weight': (256, 0), 'dense0_bias': (256,),
     'dense1_weight': (10, 0), 'dense1_bias': (10,)},
    and in the second one the weights are (256, 20) and (10, 256). The numbers in the names count
    all layers that were made, so yours may be others.

    Hint: net.collect_params().items() gives names and Parameters; parameter.shape is its shape as
    it is at that moment.
    """
    # solution: begin
    before = {name: parameter.shape for name, parameter in net.collect_params().items()}
    net(X)
    after = {name: parameter.shape for name, parameter in net.collect_params().items()}
    return before, after
    # solution: end
