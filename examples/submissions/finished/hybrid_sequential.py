"""HybridSequential (sections 11 and 11.1 of the notes)

nn.Sequential runs its layers' Python on every call: imperative programming. nn.HybridSequential
does the same until hybridize() is called. From then on the first call builds a graph out of all
layers, MXNet optimises it, and later calls run the graph without Python: symbolic programming.
The results stay the same, and the net can be exported as a file that other languages run.
"""

from mxnet.gluon import nn


def make_net():
    """A multilayer perceptron that is ready to run as a graph.

    Returns an nn.HybridSequential of nn.Dense(256, activation='relu'),
    nn.Dense(128, activation='relu') and nn.Dense(2), in this order; initialised, and hybridised.
    Input sizes are left open.

    Example: for x of shape (1, 512) the layers answer (1, 256), (1, 128) and (1, 2), and the
    weights are (256, 512), (128, 256) and (2, 128).

    Mind that only HybridBlocks become part of the graph: nn.Dense is one, and nn.Sequential is not.
    """
    net = nn.HybridSequential()
    with net.name_scope():
        net.add(nn.Dense(256, activation='relu'))
        net.add(nn.Dense(128, activation='relu'))
        net.add(nn.Dense(2))
    net.initialize()
    net.hybridize()
    return net
