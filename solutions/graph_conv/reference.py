"""A graph convolution (section 15 of the notes)

A layer of one's own takes in __init__ what describes it, such as its number of units, and in
forward what it computes with. A graph convolution computes with two arrays: the graph, and what is
known about its nodes.

    GCNLayer(units)(A, X) = relu(Â · X · W)    with    Â = D^(-1/2) · (A + I) · D^(-1/2)

A[i, j] is the weight of the edge by which node i hears of node j, 0 where there is none; A = Aᵀ
where edges have no direction. A + I adds to each node an edge to itself, so that it keeps its own
features. D is diagonal: D[i, i] is the sum of row i of A + I. Each node then gets a mean of its
neighbours' features, multiplied by W.
"""

from mxnet import nd
from mxnet.gluon import nn


class GCNLayer(nn.Block):
    """relu(Â · X · W), with Â = D^(-1/2) · (A + I) · D^(-1/2).

    units: how many numbers come out for each node.
    Its one parameter: W of shape (in_units, units), named 'weight', from self.params. in_units is
    not given: the layer finds it on the first call. How W is initialised is up to whoever calls
    initialize() before that call.

    Called as layer(A, X): A is an NDArray of shape (n, n) with no negative element, the graph of n
    nodes; X is an NDArray of shape (n, in_units). It returns an NDArray of shape (n, units), of X's
    dtype and on X's context. A and X stay as they are.

    Example: A = [[0, 1], [1, 0]], X = [[1], [3]] and W = [[2, -1]]. A + I is [[1, 1], [1, 1]], its
    rows sum to 2, so each element of Â is 1 / sqrt(2 · 2) = 0.5. Then Â · X = [[2], [2]],
    and relu([[4, -2], [4, -2]]) = [[4, 0], [4, 0]].

    Hint: self.params.get('weight', shape=(0, units), allow_deferred_init=True) leaves the input
    size open. On the first call, set self.weight.shape = (X.shape[1], units), and then
    self.weight._finish_deferred_init() makes the array.
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        # solution: begin
        self.units = units
        self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
        # solution: end

    def forward(self, A, X):
        # solution: begin
        if self.weight.shape[0] == 0:
            self.weight.shape = (X.shape[1], self.units)
            self.weight._finish_deferred_init()
        A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
        scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
        return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))
        # solution: end
