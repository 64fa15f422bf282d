"""Wrong versions of `MLP` that learners write, each with the sentence that would help."""

from mxnet import nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_relu(Mistake):
    """The hidden layer has no activation, so the two layers are no more than one: nn.Dense(256, activation='relu')."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256)
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class ends_in_relu(Mistake):
    """The output layer has an activation too: its numbers may be negative, so it is nn.Dense(10) alone."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10, activation="relu")

        def forward(self, x):
            return self.output(self.hidden(x))


class ends_in_softmax(Mistake):
    """The rows of your output sum to 1: softmax belongs to the loss, so return output(hidden(x)) itself."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return nd.softmax(self.output(self.hidden(x)))


class squashes_with_a_sigmoid(Mistake):
    """The hidden layer's activation is a sigmoid: relu is asked for."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="sigmoid")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class forgets_to_call_its_parent(Mistake):
    """A Block cannot hold layers before its parent's __init__ has run: call super().__init__(**kwargs) first."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class misspells_init(Mistake):
    """`__int__` is an ordinary method that nobody calls: the constructor is `__init__`."""

    class MLP(nn.Block):
        def __int__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class renames_forward(Mistake):
    """net(x) calls the method `forward`; under another name it is never found."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def foward(self, x):
            return self.output(self.hidden(x))


class hides_its_layers_in_a_list(Mistake):
    """Layers in a plain list are not registered, and initialize() does not find them: make them the attributes self.hidden and self.output."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.layers = [nn.Dense(256, activation="relu"), nn.Dense(10)]

        def forward(self, x):
            for layer in self.layers:
                x = layer(x)
            return x


class makes_layers_on_each_call(Mistake):
    """New layers on each call have new random parameters, and nothing is ever learned: make them in __init__."""

    class MLP(nn.Block):
        def forward(self, x):
            hidden = nn.Dense(256, activation="relu")
            output = nn.Dense(10)
            hidden.initialize(ctx=x.context)
            output.initialize(ctx=x.context)
            return output(hidden(x))


class uses_other_names(Mistake):
    """The values are right, but the layers are to be called `hidden` and `output`."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.fc1 = nn.Dense(256, activation="relu")
            self.fc2 = nn.Dense(10)

        def forward(self, x):
            return self.fc2(self.fc1(x))


class fixes_the_input_size(Mistake):
    """in_units=20 fixes how many features x has: leave it out, and the first call finds it."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu", in_units=20)
            self.output = nn.Dense(10, in_units=256)

        def forward(self, x):
            return self.output(self.hidden(x))


class has_another_hidden_size(Mistake):
    """The hidden layer has 128 units: 256 are asked for."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(128, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class has_another_output_size(Mistake):
    """The output layer has one unit, as for a regression: 10 are asked for."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(1)

        def forward(self, x):
            return self.output(self.hidden(x))


class has_a_layer_too_many(Mistake):
    """There are two hidden layers: one is asked for."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.hidden2 = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden2(self.hidden(x)))


class has_no_bias(Mistake):
    """Both layers have a bias: leave use_bias at its default."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu", use_bias=False)
            self.output = nn.Dense(10, use_bias=False)

        def forward(self, x):
            return self.output(self.hidden(x))


class keeps_dimensions(Mistake):
    """flatten=False applies the layers to the last axis only: leave it out, and an image is one example."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu", flatten=False)
            self.output = nn.Dense(10, flatten=False)

        def forward(self, x):
            return self.output(self.hidden(x))


class returns_the_hidden_layer(Mistake):
    """You return the hidden layer's numbers: pass them through self.output."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            x = self.hidden(x)
            self.output(x)
            return x


class prints_instead_of_returning(Mistake):
    """The result is printed and then lost: end forward with `return`."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            print(self.output(self.hidden(x)))


class leaves_mxnet(Mistake):
    """asnumpy takes the numbers out of the graph, so the hidden layer gets no gradient: pass the array on as it is."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            hidden = self.hidden(x).asnumpy()
            return self.output(nd.array(hidden, ctx=x.context, dtype=x.dtype))


class fixes_the_type_and_place(Mistake):
    """nd.zeros makes float32 numbers on the CPU whatever x is: nd.relu(x) or activation='relu' needs no array of zeros."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256)
            self.output = nn.Dense(10)

        def forward(self, x):
            hidden = self.hidden(x)
            return self.output(nd.maximum(hidden, nd.zeros(hidden.shape)))


class uses_a_global(Mistake):
    """forward calls the layers of a net that stands outside the class: use self.hidden and self.output."""

    hidden = nn.Dense(256, activation="relu")
    output = nn.Dense(10)
    hidden.initialize()
    output.initialize()

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu", in_units=20)
            self.output = nn.Dense(10, in_units=256)

        def forward(self, x):
            return output(hidden(x))
