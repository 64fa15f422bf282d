"""Wrong versions of `HybridNet` that learners write, each with the sentence that would help."""

from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_relu(Mistake):
    """Without relu between them two dense layers are no more than one: F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(self.hidden(x))


class uses_nd(Mistake):
    """nd.relu takes arrays only, and after hybridize() there are symbols: write F.relu."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(nd.relu(self.hidden(x)))


class overrides_forward(Mistake):
    """Overriding forward goes around hybridize(), so nothing is ever compiled: define hybrid_forward(self, F, x)."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def forward(self, x):
            return self.output(nd.relu(self.hidden(x)))


class inherits_from_block(Mistake):
    """An nn.Block is never compiled: inherit from nn.HybridBlock and define hybrid_forward(self, F, x)."""

    class HybridNet(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def forward(self, x):
            return self.output(nd.relu(self.hidden(x)))


class forgets_the_argument_f(Mistake):
    """hybrid_forward is called with F and x: its definition is hybrid_forward(self, F, x)."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, x):
            return self.output(nd.relu(self.hidden(x)))


class forgets_to_call_its_parent(Mistake):
    """A block must call super().__init__(**kwargs) before it can hold layers."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class hides_its_layers_in_a_list(Mistake):
    """Layers in a plain list are not registered, and initialize() does not find them: make them attributes, self.hidden and self.output."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.layers = [nn.Dense(10), nn.Dense(2)]

        def hybrid_forward(self, F, x):
            return self.layers[1](F.relu(self.layers[0](x)))


class has_another_hidden_size(Mistake):
    """The hidden layer has 10 units here, not 256."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class has_another_output_size(Mistake):
    """The output layer has 2 units here, not 10."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(10)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class has_no_bias(Mistake):
    """Both layers have a bias: leave use_bias at its default."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, use_bias=False)
            self.output = nn.Dense(2, use_bias=False)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class leaves_mxnet(Mistake):
    """asnumpy() gives numbers, which symbols do not have, and cuts the gradient: use F's operators."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            numbers = self.hidden(x).asnumpy()
            positive = nd.array(numbers * (numbers > 0), ctx=x.context, dtype=x.dtype)
            return self.output(positive)


class ends_in_relu(Mistake):
    """relu stands between the layers only: the output may be negative."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return F.relu(self.output(F.relu(self.hidden(x))))


class squashes_with_a_sigmoid(Mistake):
    """You apply a sigmoid: relu stands between the layers."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.sigmoid(self.hidden(x)))


class uses_other_names(Mistake):
    """The values are right, but the layers are to be called `hidden` and `output`."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.fc1 = nn.Dense(10)
            self.fc2 = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.fc2(F.relu(self.fc1(x)))


class fixes_the_input_size(Mistake):
    """in_units fixes how many features x has: leave it out, and the first call finds it."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, in_units=20)
            self.output = nn.Dense(2, in_units=10)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class asks_for_the_shape(Mistake):
    """A symbol has no shape: leave x.shape out; nn.Dense flattens its input by itself."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            x = x.reshape((x.shape[0], -1))
            return self.output(F.relu(self.hidden(x)))


class fixes_the_type_and_place(Mistake):
    """F.zeros makes float32 numbers on the CPU whatever x is: F.relu(x) or F.maximum(x, 0) needs no array of zeros."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = self.hidden(x)
            return self.output(F.broadcast_maximum(h, F.zeros((1, 10))))


class prints_instead_of_returning(Mistake):
    """The result is printed and then lost: end hybrid_forward with `return`."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            print(self.output(F.relu(self.hidden(x))))


class returns_the_hidden_layer(Mistake):
    """You return the hidden layer's numbers: pass them through self.output."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            x = F.relu(self.hidden(x))
            self.output(x)
            return x


class defines_hybrid_forward_in_a_block(Mistake):
    """hybrid_forward is an nn.HybridBlock's: your class inherits from nn.Block, which calls forward."""

    class HybridNet(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class applies_relu_at_the_end(Mistake):
    """You apply relu to the output: it stands between the layers, self.output(F.relu(self.hidden(x)))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return F.relu(self.output(self.hidden(x)))


class clips_at_six(Mistake):
    """Nothing bounds relu from above: F.relu(x), or F.maximum(x, 0)."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.clip(self.hidden(x), 0, 6))
