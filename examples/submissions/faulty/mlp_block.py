"""A Block of one's own (sections 10 and 10.1 of the notes)

nn.Sequential calls its layers one after the other. A class that inherits from nn.Block may do
anything: it makes its layers in __init__ and says in forward how the output comes from the input.
`net(x)` calls forward, and backward needs no writing: autograd has recorded what forward did.
"""

from mxnet.gluon import nn


class MLP(nn.Block):
    """A multilayer perceptron with one hidden layer.

    hidden: nn.Dense(256, activation='relu').
    output: nn.Dense(10).
    Both are attributes of the Block with these names; their input sizes are left open.

    Called on x, an NDArray of shape (n, d) for any d, it returns output(hidden(x)), an NDArray of
    shape (n, 10).

    Example: for x of shape (2, 20) the hidden layer answers (2, 256) and the output layer (2, 10).
    The Block then has 256 · 20 + 256 + 10 · 256 + 10 = 7946 numbers to learn.

    MLP() makes the Block; the caller then calls net.initialize(), which finds the layers because
    they are attributes. The Block can do so only once its parent's __init__ has run.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        raise NotImplementedError

    def forward(self, x):
        raise NotImplementedError
