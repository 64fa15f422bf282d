"""Wrong versions of `GCNLayer` that learners write, each with the sentence that would help."""

import numpy as np
from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_the_loops(Mistake):
    """A + I is missing, so a node forgets its own features and an isolated one divides by 0: add nd.eye(n) to A first."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class forgets_the_loops_and_guards_the_root(Mistake):
    """A + I is missing, so a node forgets its own features: add nd.eye(n) to A first, which also leaves no row sum at 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = nd.maximum(A.sum(axis=1, keepdims=True), 1e-12) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class forgets_the_loops_and_adds_to_the_degrees(Mistake):
    """A + I is missing, so a node forgets its own features, and a small number is added to the degrees: add nd.eye(n) to A first, and nothing to its row sums."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = (A.sum(axis=1, keepdims=True) + 1e-8) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class does_not_normalise(Mistake):
    """You multiply by A + I as it is, so nodes with many neighbours get large numbers: scale it by D^(-1/2) on both sides."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class averages_by_rows(Mistake):
    """D^(-1) · (A + I) divides by the row's sum alone: take D^(-1/2) on both sides."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            A = A / A.sum(axis=1, keepdims=True)
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class scales_one_side(Mistake):
    """You multiply by D^(-1/2) on the left only: multiply the columns by it too."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class multiplies_by_the_root(Mistake):
    """You multiply by D^(1/2): the exponent is -1/2, so divide by the root of the row sums."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class forgets_the_root(Mistake):
    """You divide by the row sums on both sides: divide by their square roots."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / A.sum(axis=1, keepdims=True)
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class takes_degrees_before_the_loops(Mistake):
    """D comes from A instead of A + I, so an isolated node divides by 0: add I first and sum the rows then."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class adds_the_loops_after_scaling(Mistake):
    """You scale A and add I to the result: add I first, so that the loops are scaled too."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True) + 1)
            A = scale * A * scale.T
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class counts_the_edges(Mistake):
    """You count the edges of each node: D has the sums of their weights."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt((A > 0).sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class adds_ones_everywhere(Mistake):
    """A + 1 joins every node with every other: I has ones on the diagonal only, nd.eye(n)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + 1
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class forgets_relu(Mistake):
    """The linear part is there, but negative numbers come out: apply relu to it."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.dot(A, nd.dot(X, self.weight.data()))


class applies_relu_too_early(Mistake):
    """You apply relu to X · W, before the neighbours are mixed: relu comes last."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.dot(A, nd.relu(nd.dot(X, self.weight.data())))


class squashes_with_a_sigmoid(Mistake):
    """You apply a sigmoid: the activation of this layer is relu."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.sigmoid(nd.dot(A, nd.dot(X, self.weight.data())))


class forgets_the_graph(Mistake):
    """A is never used, so this is a dense layer: multiply X · W by Â."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            return nd.relu(nd.dot(X, self.weight.data()))


class takes_x_first(Mistake):
    """A and I have different shapes when you add them: the layer is called as layer(A, X), the graph first, and I has a row for each node, nd.eye(A.shape[0])."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, X, A):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class takes_x_first_and_sets_its_shape(Mistake):
    """The first array that forward gets is A, and you take it for X: the layer is called as layer(A, X), so write forward(self, A, X)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, X, A):
            self.weight.shape = (X.shape[1], self.units)
            self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_a_bias(Mistake):
    """You add a bias: this layer has one parameter, weight."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.bias = self.params.get("bias", shape=(units,), init="ones")

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())) + self.bias.data())


class wants_the_input_size(Mistake):
    """The constructor is GCNLayer(units): the input size is found on the first call, from X.shape[1]."""

    class GCNLayer(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(in_units, units))

        def forward(self, A, X):
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class fixes_the_input_size(Mistake):
    """Sizes do not meet in nd.dot. The order is Â, X, W. W needs X.shape[1] rows, a number that the first call finds. Each D in Â is a matrix, nd.diag(d)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(34, units))

        def forward(self, A, X):
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class forbids_to_wait(Mistake):
    """A shape with a 0 cannot be initialised at once: pass allow_deferred_init=True to self.params.get."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units))

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class never_finishes_the_initialisation(Mistake):
    """W still has no array when it is needed: register it with shape=(0, units), and where self.weight.shape[0] is 0 set self.weight.shape = (X.shape[1], self.units) and call self.weight._finish_deferred_init()."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class turns_the_weight(Mistake):
    """Your weight is (units, in_units), as in nn.Dense: here it is (in_units, units)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(units, 0), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[1] == 0:
                self.weight.shape = (self.units, X.shape[1])
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data().T)))


class uses_another_name(Mistake):
    """The parameter is called W: the name asked for is 'weight'."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("W", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class keeps_a_plain_array(Mistake):
    """A plain NDArray is no parameter, and no trainer will ever find it: use self.params.get(...)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = None

        def forward(self, A, X):
            if self.weight is None:
                self.weight = nd.random.normal(scale=0.01, shape=(X.shape[1], self.units))
                self.weight = self.weight.as_in_context(X.context).astype(X.dtype)
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight)))


class works_in_place(Mistake):
    """A += ... writes into the caller's graph, and the next layer adds I once more: A = A + ... makes a new one."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A += nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class makes_its_identity_anywhere(Mistake):
    """nd.eye(n) and nd.array(...) are float32 on the CPU whatever A is: give them ctx=A.context and dtype=A.dtype."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = nd.eye(A.shape[0]) + A
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class leaves_mxnet(Mistake):
    """asnumpy takes the numbers out of the graph, so neither X nor W gets a gradient: stay with NDArray operations."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            mixed = A.asnumpy() @ X.asnumpy() @ self.weight.data().asnumpy()
            return nd.relu(nd.array(mixed, ctx=X.context, dtype=X.dtype))


class forgets_to_call_its_parent(Mistake):
    """self.params exists only after super().__init__(**kwargs): call it first."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class forgets_to_return(Mistake):
    """The result is computed and then lost: end forward with `return`."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class sets_the_loops_to_one(Mistake):
    """A node that already has an edge to itself must keep its weight: add nd.eye(n) to A, rather than put ones on the diagonal."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            eye = nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            A = A * (1 - eye) + eye
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class scales_the_columns_twice(Mistake):
    """You divide the columns by their sums and the rows by nothing: D^(-1/2) stands on both sides. As a vector, D of shape (n,) always scales columns, and rows in the shape (n, 1), with keepdims=True."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1))
            A = scale * A * scale
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class multiplies_diagonals_element_by_element(Mistake):
    """`*` multiplies element by element, so D leaves nothing but a diagonal: nd.dot is the product of matrices."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            D = nd.diag(1 / nd.sqrt(A.sum(axis=1)))
            A = D * A * D
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class adds_the_loops_to_the_degrees_only(Mistake):
    """D comes from A + I, as it should, but you scale A itself: between the two D stands A + I."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True) + 1)
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data())))


class leaves_the_weight_to_dense(Mistake):
    """nn.Dense brings a parameter of its own, of shape (units, in_units): this layer's is its own `weight`, (in_units, units), from self.params."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.dense = nn.Dense(units, use_bias=False)

        def forward(self, A, X):
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, self.dense(X)))


class passes_through_float32(Mistake):
    """nd.array makes float32 of a NumPy array unless it is told dtype=A.dtype, and astype cannot bring back what was rounded off."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            A = nd.array(A.asnumpy(), ctx=X.context).astype(X.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class squeezes_its_answer(Mistake):
    """squeeze() drops every axis of size 1, also that of a graph with one node: the answer always has shape (n, units)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data()))).squeeze()


class makes_its_identity_on_the_cpu(Mistake):
    """You make something on the CPU, wherever A is: give nd.eye and nd.array ctx=A.context, and call self.weight._finish_deferred_init() instead of initialize()."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class turns_the_graph(Mistake):
    """You multiply by Aᵀ, which is A only where edges have no direction: Â comes from A + I as it is."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A.T
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class forgets_directions(Mistake):
    """You make the graph symmetric, though edges may have a direction: take A as it is."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = nd.maximum(A, A.T)
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_its_input(Mistake):
    """You add X to the result where the shapes allow it, a residual connection: this layer answers relu(Â · X · W) alone."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            Y = nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))
            return Y + X if Y.shape == X.shape else Y


class cuts_its_weight_off(Mistake):
    """No gradient reaches W: asnumpy, detach and a new array made from its numbers take it out of the graph, so compute with self.weight.data() itself."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data().detach())))


class multiplies_by_infinity(Mistake):
    """D comes from A instead of A + I. An isolated node then gives 1 / sqrt(0), and the result is nan: sum the rows of A + I."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(nd.dot(scale * A * scale.T, X), self.weight.data()))


class takes_1_for_smaller_degrees(Mistake):
    """D comes from A instead of A + I, with 1 where a row sum is smaller: sum the rows of A + I, where none is 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(nd.maximum(A.sum(axis=1, keepdims=True), 1))
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class keeps_degrees_from_0(Mistake):
    """D comes from A instead of A + I, with a small number where a row sum is 0: sum the rows of A + I, where none is 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(nd.maximum(A.sum(axis=1, keepdims=True), 1e-6))
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class keeps_degrees_a_little_from_0(Mistake):
    """D comes from A instead of A + I. Where a row sum is 0 a tiny number stands in its place, so an isolated node gets huge numbers: sum the rows of A + I, where none is 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = nd.maximum(A.sum(axis=1, keepdims=True), 1e-12) ** -0.5
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_a_little_to_the_degrees_of_a(Mistake):
    """D comes from A instead of A + I, with a small number added, so an isolated node gets huge numbers: sum the rows of A + I, where none is 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = (A.sum(axis=1, keepdims=True) + 1e-8) ** -0.5
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class halves_the_inverse(Mistake):
    """d ** -1/2 is (d ** -1) / 2, for powers come before divisions: write d ** -0.5."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -1 / 2
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class leaves_weight_and_bias_to_dense(Mistake):
    """nn.Dense brings a weight of shape (units, in_units) and a bias: this layer has its own `weight` alone, (in_units, units), from self.params."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.dense = nn.Dense(units)

        def forward(self, A, X):
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(self.dense(nd.dot(scale * A * scale.T, X)))


class adds_a_bias_of_zeros(Mistake):
    """Your layer has a bias beside its weight, though it starts at 0: this layer has one parameter, weight."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.bias = self.params.get("bias", shape=(units,), init="zeros")

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            Y = nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data()))
            return nd.relu(Y + self.bias.data())


class counts_nodes_for_features(Mistake):
    """W has a row for each node, X.shape[0]: it needs one for each feature, X.shape[1]."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[0], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class makes_its_identity_in_float32(Mistake):
    """Something in your layer is float32, although A is float64. Make it anew in each call, with dtype=A.dtype: nd.eye and nd.array make float32 otherwise."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_a_numpy_array(Mistake):
    """NumPy's eye is no NDArray, and A + ... takes none: nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + np.eye(A.shape[0])
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class puts_the_weight_first(Mistake):
    """You multiply by W from the left: X · W has W on the right, nd.dot(X, self.weight.data())."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(self.weight.data(), nd.dot(scale * A * scale.T, X)))


class multiplies_features_element_by_element(Mistake):
    """Â * X multiplies element by element: the product of the matrices is nd.dot."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T * X, self.weight.data()))


class returns_more_than_the_result(Mistake):
    """Your layer returns a tuple: it returns the new features alone, relu(Â · X · W)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.relu(nd.dot(A, nd.dot(X, self.weight.data()))), A


class keeps_the_first_graph(Mistake):
    """Your layer keeps Â from its first call, but is called with other graphs later: compute it from A in each call."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.A = None

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            if self.A is None:
                A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
                scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
                self.A = scale * A * scale.T
            return nd.relu(nd.dot(nd.dot(self.A, X), self.weight.data()))


class clips_at_a_thousand(Mistake):
    """You cut large numbers off: nothing bounds relu from above, so it is nd.relu(x) or nd.maximum(x, 0), not nd.clip."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.clip(nd.dot(A, nd.dot(X, self.weight.data())), 0, 1000)


class averages_the_directions(Mistake):
    """You make the graph symmetric, (A + Aᵀ) / 2, though edges may have a direction: take A as it is."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = (A + A.T) / 2
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class forgets_the_weights(Mistake):
    """You make every edge weigh 1: take A as it is, with its weights."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A > 0
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class forgets_the_weights_and_loops(Mistake):
    """You make every edge weigh 1, a loop that is there already too: add I to A as it is, with its weights, A + nd.eye(n)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype) > 0
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class cuts_weights_at_one(Mistake):
    """No number in your A + I is above 1, but edges may weigh more, and a loop that is there already becomes heavier: add I, and cut nothing off."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            A = nd.clip(A, 0, 1)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class takes_the_larger_loop(Mistake):
    """A node that already has an edge to itself gets no more from you than the larger of that and 1: add I to A, A + nd.eye(n), instead of a maximum."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = nd.maximum(A, nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype))
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_two_loops(Mistake):
    """You add 2 · I: each node gets one edge to itself, of weight 1, A + I."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + 2 * nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_one_to_the_degrees(Mistake):
    """The row sums of A + I have the loops in them already: D is these sums, with no 1 added."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True) + 1)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class adds_a_thousandth_to_the_degrees(Mistake):
    """Your degrees are a little too large, as with a small number added to them: A + I leaves no row sum at 0, so add nothing."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True) + 1e-3)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class takes_1_for_no_degree(Mistake):
    """D comes from A instead of A + I, with 1 where a row sum is 0: sum the rows of A + I, where none is 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            degrees = A.sum(axis=1, keepdims=True)
            scale = 1 / nd.sqrt(degrees + (degrees == 0))
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class takes_0_for_no_degree(Mistake):
    """D comes from A instead of A + I, with 0 in D^(-1/2) where a row sum is 0, so an isolated node loses its features: sum the rows of A + I, where none is 0."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            degrees = A.sum(axis=1, keepdims=True)
            scale = nd.where(degrees > 0, degrees**-0.5, degrees)
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class sums_the_features(Mistake):
    """Your result is nan: D has the row sums of A + I alone, which are positive, while a sum in which X takes part may be negative and has no root then."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(nd.dot(A, X).sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class applies_relu_to_the_means(Mistake):
    """You apply relu to Â · X too, before W: relu comes once, last of all, relu(Â · X · W)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            means = nd.relu(nd.dot(scale * A * scale.T, X))
            return nd.relu(nd.dot(means, self.weight.data()))


class applies_relu_to_the_means_only(Mistake):
    """You apply relu to Â · X, before W, and not to the result: relu comes last, relu(Â · X · W)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.dot(nd.relu(nd.dot(scale * A * scale.T, X)), self.weight.data())


class keeps_a_graph_for_each_size(Mistake):
    """Your layer keeps Â and uses it again for another graph of the same size: compute it from A in each call."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.known = {}

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            if (A.shape, A.dtype) not in self.known:
                A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
                scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
                self.known[A.shape, A.dtype] = scale * A * scale.T
            return nd.relu(nd.dot(nd.dot(self.known[A.shape, A.dtype], X), self.weight.data()))


class sets_the_shape_the_wrong_way_round(Mistake):
    """The shape that is set on the first call does not fit the one given before: it is (0, units) at first, and then (X.shape[1], units)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (self.units, X.shape[1])
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class shares_its_weight(Mistake):
    """Layers of one size share one weight, which belongs to the class or the file: each layer computes with its own, self.weight.data()."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X, weights={}):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            weight = weights.setdefault(self.weight.shape, self.weight)
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            d = A.sum(axis=1) ** -0.5
            scaled = d.reshape((-1, 1)) * A * d.reshape((1, -1))
            return nd.relu(nd.dot(nd.dot(scaled, X), weight.data()))


class cuts_weights_at_ten(Mistake):
    """Edges that weigh much get a smaller weight from you, as nd.clip gives them: take A as it is."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = nd.clip(A, 0, 10) + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class gives_all_layers_one_prefix(Mistake):
    """All your layers have one prefix, so the weights of two have one name, which no net allows: set none, and hand **kwargs on to super().__init__."""

    class GCNLayer(nn.Block):
        def __init__(self, units, prefix="gcn_", **kwargs):
            super().__init__(prefix=prefix, **kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class drops_the_axis_of_one_unit(Mistake):
    """With one unit your answer has shape (n,): it is (n, units) for every number of units, so leave out squeeze and reshape."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            H = nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))
            return H.reshape((-1,)) if self.units == 1 else H


class keeps_a_graph_that_has_changed(Mistake):
    """Your layer keeps Â for as long as A is the same array, but its numbers may have changed meanwhile: compute Â from A in each call."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.known = None

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            if self.known is not A:
                self.known = A
                A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
                scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
                self.scaled = scale * A * scale.T
            return nd.relu(nd.dot(self.scaled, nd.dot(X, self.weight.data())))


class adds_a_millionth_to_the_degrees(Mistake):
    """You add a small number to the degrees, which in float64 shows: A + I leaves no row sum at 0, so nothing is to be kept from it."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = (A.sum(axis=1, keepdims=True) + 1e-6) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class attaches_a_gradient(Mistake):
    """X is cut off from what it was computed from, as X.attach_grad() and X.detach() do it, so no gradient reaches the layers below: compute with X itself."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            X.attach_grad()
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class takes_a_square_weight_turned(Mistake):
    """Where units and in_units are equal you take the weight turned round: nd.dot(X, self.weight.data()), whatever its shape."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            W = self.weight.data()
            W = W.T if W.shape[0] == W.shape[1] else W
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, W)))


class keeps_a_graph_for_each_sum(Mistake):
    """Your layer keeps Â and uses it again for another graph with the same sums: compute it from A in each call."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.known = {}

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            key = A.shape, A.context, A.dtype, A.sum().asscalar()
            if key not in self.known:
                A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
                scale = A.sum(axis=1, keepdims=True) ** -0.5
                self.known[key] = scale * A * scale.T
            return nd.relu(nd.dot(nd.dot(self.known[key], X), self.weight.data()))


class adds_gradients_up(Mistake):
    """grad_req='add' adds each gradient to those of earlier batches: leave W at 'write'."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get(
                "weight", shape=(0, units), allow_deferred_init=True, grad_req="add"
            )

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class has_a_weight_that_no_trainer_changes(Mistake):
    """A parameter with lr_mult=0 gets its gradient, but a trainer leaves it as it is: leave lr_mult out, for W learns."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get(
                "weight", shape=(0, units), allow_deferred_init=True, lr_mult=0
            )

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class initialises_its_weight_itself(Mistake):
    """You initialise W anew on the first call, whatever the caller's initialize() had asked for: self.weight._finish_deferred_init() makes it as it was asked for."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight.initialize(ctx=X.context)
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class starts_with_equal_weights(Mistake):
    """Your weight starts as equal numbers, as init='zeros' and init='ones' make them, whatever the caller asks initialize() for: leave that out."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get(
                "weight", shape=(0, units), allow_deferred_init=True, init="zeros"
            )

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class takes_the_root_of_the_matrix(Mistake):
    """Your result is nan: D is 0 beside its diagonal, and 0 ** -0.5 is infinite, so take the power of the row sums first and make the matrix of that, nd.diag(d ** -0.5)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            D = nd.diag(A.sum(axis=1)) ** -0.5
            return nd.relu(nd.dot(nd.dot(nd.dot(nd.dot(D, A), D), X), self.weight.data()))


class multiplies_by_the_graph_itself(Mistake):
    """You multiply X by A itself: the layer is relu(Â · X · W), with Â = D^(-1/2) · (A + I) · D^(-1/2)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            return nd.relu(nd.dot(nd.dot(A, X), self.weight.data()))


class sums_the_whole_graph(Mistake):
    """You divide by the sum of all numbers of A + I: D has a sum for each row, A.sum(axis=1) once I is added."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum() ** -0.5
            return nd.relu(nd.dot(scale * A * scale, nd.dot(X, self.weight.data())))


class averages_the_degrees(Mistake):
    """D has the means of the rows of A + I: take their sums, A.sum(axis=1) once I is added."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.mean(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class leaves_the_graph_out_for_one_feature(Mistake):
    """With one feature for each node you leave out the graph: Â · X mixes it whatever in_units is."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            X = X if X.shape[1] == 1 else nd.dot(scale * A * scale.T, X)
            return nd.relu(nd.dot(X, self.weight.data()))


class forgets_the_loops_and_relu(Mistake):
    """Two things are missing. Add nd.eye(n) to A, or an isolated node divides by 0. And apply relu at the end."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            scale = 1 / nd.sqrt(A.sum(axis=1, keepdims=True))
            A = scale * A * scale.T
            return nd.dot(A, nd.dot(X, self.weight.data()))


class averages_by_rows_and_forgets_relu(Mistake):
    """D^(-1) · (A + I) divides by the row's sum alone: take D^(-1/2) on both sides. Apply relu to the result, too."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            A = A / A.sum(axis=1, keepdims=True)
            return nd.dot(A, nd.dot(X, self.weight.data()))


class keeps_the_first_graph_as_a_constant(Mistake):
    """Your layer keeps Â of its first call as a constant among its parameters: compute it from A in each call, and register one parameter in __init__, `weight`."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.rule = None

        def forward(self, A, X):
            if self.rule is None:
                A = A + nd.eye(A.shape[0])
                D = nd.diag(A.sum(axis=1) ** -0.5)
                self.rule = type("SpectralRule", (nn.Block,), {})()
                self.rule.A_hat = self.rule.params.get_constant("A_hat", nd.dot(nd.dot(D, A), D))
                self.rule.W = self.rule.params.get("W", shape=(X.shape[1], self.units))
                self.rule.initialize(ctx=X.context)
            return nd.relu(nd.dot(nd.dot(self.rule.A_hat.data(), X), self.rule.W.data()))


class freezes_the_weight(Mistake):
    """W gets no gradient, as grad_req='null' and differentiable=False make it, and never learns: leave these out."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get(
                "weight", shape=(0, units), allow_deferred_init=True, grad_req="null"
            )

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class divides_by_its_absolute_value(Mistake):
    """Where Â · X · W is 0 your answer is no number, as a division by it or by its absolute value makes it: relu(0) is 0, and nd.relu(z) or nd.maximum(z, 0) divides by nothing."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            linear = nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data()))
            return linear * (linear / linear.abs() + 1) / 2


class drops_light_edges(Mistake):
    """Edges of a small weight are lost: each counts, however little it weighs, so take A as it is."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A * (A > 0.1) + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class shares_degrees_by_size(Mistake):
    """You keep D in the class or in the file, and use it again for another graph of the same size: compute it from A in each call."""

    class GCNLayer(nn.Block):
        degrees = {}  # noqa: RUF012  (the mistake itself)

        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            n = A.shape[0]
            A = A + nd.eye(n, ctx=A.context, dtype=A.dtype)
            if n not in self.degrees:
                self.degrees[n] = A.sum(axis=1, keepdims=True)
            scale = self.degrees[n].as_in_context(A.context).astype(A.dtype) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class keeps_degrees_by_size(Mistake):
    """Your layer keeps D and uses it again for another graph of the same size: compute it from A in each call."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.degrees = {}

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            n = A.shape[0]
            A = A + nd.eye(n, ctx=A.context, dtype=A.dtype)
            if n not in self.degrees:
                self.degrees[n] = A.sum(axis=1, keepdims=True)
            scale = self.degrees[n].as_in_context(A.context).astype(A.dtype) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class multiplies_by_vectors(Mistake):
    """nd.dot gets a vector or a single number for D: make D a matrix, nd.diag(d ** -0.5), with a row sum of A + I for each node."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            d = A.sum(axis=1) ** -0.5
            return nd.relu(nd.dot(nd.dot(nd.dot(nd.dot(d, A), d), X), self.weight.data()))


class leaks_a_quarter(Mistake):
    """nd.LeakyReLU without a slope lets a quarter of the negative numbers through: here they become 0, nd.relu(z)."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)

        def forward(self, A, X):
            if self.weight.shape[0] == 0:
                self.weight.shape = (X.shape[1], self.units)
                self.weight._finish_deferred_init()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.LeakyReLU(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))


class makes_its_weight_in_each_call(Mistake):
    """You make a new weight in each call, which Gluon refuses: make it once, in __init__, with shape=(0, units) and allow_deferred_init=True."""

    class GCNLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units

        def forward(self, A, X):
            self.weight = self.params.get("weight", shape=(X.shape[1], self.units))
            self.weight.initialize()
            A = A + nd.eye(A.shape[0], ctx=A.context, dtype=A.dtype)
            scale = A.sum(axis=1, keepdims=True) ** -0.5
            return nd.relu(nd.dot(scale * A * scale.T, nd.dot(X, self.weight.data())))
