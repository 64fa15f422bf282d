"""A hybrid network (section 11.2 of the notes)

A HybridBlock runs like any Block until `hybridize()` is called. From then on its first call runs
`hybrid_forward` once with symbols in place of arrays, and MXNet keeps the graph that comes out;
later calls run the graph and no Python of yours. The graph can be exported and run without Python.
"""

from mxnet.gluon import nn


class HybridNet(nn.HybridBlock):
    """Two dense layers with relu between them.

    hidden: nn.Dense(10), whose input size is found on the first call.
    output: nn.Dense(2).

    Called on x, an NDArray of shape (n, d), it returns output(relu(hidden(x))), of shape (n, 2).
    The values are the same before and after hybridize().

    Example: for d = 7 the shapes are (n, 7), (n, 10) and (n, 2), and the net has
    10 * 7 + 10 + 2 * 10 + 2 = 102 numbers to learn.

    F stands for mxnet.nd when x is an array and for mxnet.sym when x is a symbol, so operators are
    written F.relu, say. A symbol has no shape and no numbers: `if x.sum() > 0`, x.shape and
    asnumpy() do not work on it.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

    def hybrid_forward(self, F, x):
        h = F.Activation(self.hidden(x), act_type='relu')
        return self.output(h)
