"""Wrong versions of `MLP` that learners write, each with the sentence that would help."""

from mxnet import autograd, nd
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
    """nn.Block's own __init__ has not run to its end, so your Block cannot hold layers: begin __init__ with super().__init__(**kwargs), spelt exactly so."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class misspells_init(Mistake):
    """forward uses an attribute that was never set: write self.hidden = ... and self.output = ... in `__init__`, with self and spelt as in forward. A misspelt `__int__` nobody calls."""

    class MLP(nn.Block):
        def __int__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class renames_forward(Mistake):
    """Your class has no method `forward`, which net(x) calls: is it misspelt, inside another method, or outside the class, at the left margin?"""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def foward(self, x):
            return self.output(self.hidden(x))


class hides_its_layers_in_a_list(Mistake):
    """initialize() finds a layer only where you set it on self: self.hidden = nn.Dense(...) and self.output = nn.Dense(...) in __init__, in no list and with no comma behind."""

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


class shortens_the_output_layers_name(Mistake):
    """The values are right, but the second layer is to be called `output`."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.out = nn.Dense(10)

        def forward(self, x):
            return self.out(self.hidden(x))


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


class makes_the_layers_turned_round(Mistake):
    """The sizes are turned round: `hidden` has 256 units and `output` has 10."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, activation="relu")
            self.output = nn.Dense(256)

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


class drops_out(Mistake):
    """In training the net answers otherwise than in prediction, as Dropout makes it: leave that out, for this net is output(hidden(x)) in training too."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.dropout = nn.Dropout(0.5)
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.dropout(self.hidden(x)))


class leaves_the_bias_out_of_the_hidden_layer(Mistake):
    """The hidden layer has a bias too: leave use_bias at its default."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu", use_bias=False)
            self.output = nn.Dense(10)

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


class skips_the_hidden_layer(Mistake):
    """The output layer gets x itself, and the hidden layer's answer is lost: return self.output(self.hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            self.hidden(x)
            return self.output(x)


class prints_instead_of_returning(Mistake):
    """forward answers None: end it with `return`."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            print(self.output(self.hidden(x)))


class leaves_mxnet(Mistake):
    """The hidden layer gets no gradient: pass its array on as it is, without asnumpy, detach and autograd.pause."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            hidden = self.hidden(x).asnumpy()
            return self.output(nd.array(hidden, ctx=x.context, dtype=x.dtype))


class fixes_the_type(Mistake):
    """The numbers become float32 on the way, by astype('float32') or through a new array such as nd.zeros(...): compute with x and the layers alone."""

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


class squashes_with_tanh(Mistake):
    """The hidden layer's activation is tanh: relu is asked for."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="tanh")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class puts_relu_last(Mistake):
    """relu belongs to the hidden layer, and the output layer has none: nn.Dense(256, activation='relu'), then nn.Dense(10)."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256)
            self.output = nn.Dense(10, activation="relu")

        def forward(self, x):
            return self.output(self.hidden(x))


class leaves_the_bias_out_of_the_output_layer(Mistake):
    """The output layer has a bias too: leave use_bias at its default."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10, use_bias=False)

        def forward(self, x):
            return self.output(self.hidden(x))


class never_calls_the_output_layer(Mistake):
    """You return self.hidden(x) and never call the output layer: return self.output(self.hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.hidden(x)


class calls_the_layers_turned_round(Mistake):
    """x goes through the output layer first: return self.output(self.hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.hidden(self.output(x))


class passes_a_layer(Mistake):
    """A layer gets something that is no NDArray: return self.output(self.hidden(x)), with its (x)."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden)


class answers_with_classes(Mistake):
    """argmax answers one class for each example: forward returns the 10 numbers of the output layer."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x)).argmax(axis=1)


class answers_with_both_layers(Mistake):
    """You return two arrays: the output layer's alone is asked for."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            hidden = self.hidden(x)
            return self.output(hidden), hidden


class answers_with_the_hidden_layer_first(Mistake):
    """You return two arrays, the hidden layer's first: the output layer's alone is asked for, self.output(self.hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            hidden = self.hidden(x)
            return hidden, self.output(hidden)


class ends_in_softmax_in_prediction(Mistake):
    """In prediction the rows of your output sum to 1: this net answers output(hidden(x)) itself, in training and in prediction."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            y = self.output(self.hidden(x))
            return y if autograd.is_training() else nd.softmax(y)


class shares_its_layers(Mistake):
    """All nets share a layer, its sizes and its place: make both layers in `__init__`, new ones for each net."""

    first = nn.Dense(256, activation="relu")
    second = nn.Dense(10)

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = first
            self.output = second

        def forward(self, x):
            return self.output(self.hidden(x))


class calls_it_linear(Mistake):
    """nn.Linear is PyTorch's: Gluon's nn.Dense takes the number of units alone, nn.Dense(256, activation='relu')."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Linear(20, 256)
            self.output = nn.Linear(256, 10)

        def forward(self, x):
            return self.output(nd.relu(self.hidden(x)))


class passes_a_function_for_the_activation(Mistake):
    """Dense takes the name of its activation: activation='relu', and not a function such as nd.relu."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation=nd.relu)
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class looks_for_a_layer_relu(Mistake):
    """nn.ReLU is PyTorch's: Gluon's Dense takes the name of its activation, nn.Dense(256, activation='relu')."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation=nn.ReLU())
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class uses_a_global_input(Mistake):
    """forward uses an array that stands outside the class: use its argument x."""

    X = nd.random.uniform(shape=(2, 20))

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(X))


class wants_the_sizes(Mistake):
    """MLP() takes no sizes: 256 and 10 stand in the class, and the first call finds how many features x has."""

    class MLP(nn.Block):
        def __init__(self, n_in, n_hidden, n_out, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(n_hidden, in_units=n_in, activation="relu")
            self.output = nn.Dense(n_out)

        def forward(self, x):
            return self.output(self.hidden(x))


class normalises_between_the_layers(Mistake):
    """A BatchNorm layer stands between the two: this net is output(hidden(x)), and has no other layers."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.norm = nn.BatchNorm()
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.norm(self.hidden(x)))


class passes_two_sizes(Mistake):
    """You give nn.Dense two numbers, inputs and outputs, as PyTorch's Linear takes them: Gluon's nn.Dense takes the number of units, and then an activation, nn.Dense(256, activation='relu')."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(20, 256)
            self.output = nn.Dense(256, 10)

        def forward(self, x):
            return self.output(nd.relu(self.hidden(x)))


class passes_two_sizes_and_an_activation(Mistake):
    """You give nn.Dense inputs and outputs, as PyTorch's Linear takes them, and Gluon takes the second number for the activation: give the number of units alone, nn.Dense(256, activation='relu')."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(784, 256, activation="relu")
            self.output = nn.Dense(256, 10)

        def forward(self, x):
            return self.output(self.hidden(x))


class has_a_second_hidden_layer(Mistake):
    """A layer of 128 units follows the hidden one: this net is output(hidden(x)), with one hidden layer."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.hidden2 = nn.Dense(128, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden2(self.hidden(x)))


class initialises_itself(Mistake):
    """Your Block initialises itself, and what the caller's initialize(ctx=...) asks for is ignored: leave initialize() out of `__init__`."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.initialize()

        def forward(self, x):
            return self.output(self.hidden(x))


class leaves_a_comma(Mistake):
    """A layer is a tuple, which cannot be called: a comma behind nn.Dense(...) makes one, so leave it out."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = (nn.Dense(10),)

        def forward(self, x):
            return self.output(self.hidden(x))


class never_calls_the_hidden_layer(Mistake):
    """You return self.output(x) and never call the hidden layer: return self.output(self.hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(x)


class initialises_itself_in_a_scope(Mistake):
    """Your Block calls initialize() itself, so its parameters are not where the caller's initialize(ctx=...) wants them: leave it out of `__init__`."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            with self.name_scope():
                self.hidden = nn.Dense(256, activation="relu")
                self.output = nn.Dense(10)
            self.initialize()

        def forward(self, x):
            return self.output(self.hidden(x))


class shares_its_output_layer(Mistake):
    """All nets share one output layer, and its place: make it in `__init__`, a new one for each net."""

    output = nn.Dense(10)

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = output

        def forward(self, x):
            return self.output(self.hidden(x))


class clips_its_input(Mistake):
    """You clip x, so large features count as smaller ones: pass x on as it is, output(hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x.clip(-10, 10)))


class attaches_a_gradient(Mistake):
    """x is cut off from what it was computed from, as x.attach_grad() and x.detach() do it, so no gradient reaches the layers below: compute with x itself."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            x.attach_grad()
            return self.output(self.hidden(x))


class detaches_in_prediction(Mistake):
    """Outside training no gradient flows back to x, as where detach takes the answer out of the graph there: return output(hidden(x)) in prediction as in training."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            y = self.output(self.hidden(x))
            return y if autograd.is_training() else y.detach()


class adds_to_an_input_of_its_size(Mistake):
    """Where x has 256 features you add it to the hidden layer's answer, as a skip connection does: this net is output(hidden(x)) for every size of x."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)

        def forward(self, x):
            h = self.hidden(x)
            return self.output(h + x if h.shape == x.shape else h)


class adds_gradients_up(Mistake):
    """grad_req='add' adds each gradient to those of earlier batches: leave every parameter at 'write'."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.collect_params().setattr("grad_req", "add")

        def forward(self, x):
            return self.output(self.hidden(x))


class makes_its_layers_in_the_first_call(Mistake):
    """Before its first call your net has no layers, so the caller's initialize() and Trainer find nothing: make both layers in __init__."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = None

        def forward(self, x):
            if self.hidden is None:
                self.hidden = nn.Dense(256, activation="relu", dtype=x.dtype)
                self.output = nn.Dense(10, dtype=x.dtype)
                self.hidden.initialize(ctx=x.context)
                self.output.initialize(ctx=x.context)
            return self.output(self.hidden(x))


class makes_float32_layers_in_the_first_call(Mistake):
    """You make the layers in the first call, so the caller's initialize(ctx=...) and cast('float64') find nothing: make both layers in __init__."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = None

        def forward(self, x):
            if self.hidden is None:
                self.hidden = nn.Dense(256, activation="relu")
                self.output = nn.Dense(10)
                self.hidden.initialize()
                self.output.initialize()
            return self.output(self.hidden(x))


class starts_from_equal_weights(Mistake):
    """All numbers of a weight are the same after net.initialize(), as weight_initializer='zeros' makes them: leave that out, so that they are drawn at random."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu", weight_initializer="zeros")
            self.output = nn.Dense(10)

        def forward(self, x):
            return self.output(self.hidden(x))


class registers_its_layers_twice(Mistake):
    """self.hidden = ... has registered the layer already, and self.add(...) adds it once more, so that nn.Sequential calls it twice: inherit from nn.Block and write forward."""

    class MLP(nn.Sequential):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.add(self.hidden, self.output)


class keeps_the_first_number_of_examples(Mistake):
    """You keep the number of examples from the first call: the next batch may have another one, so compute with x as it is, output(hidden(x))."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.n = None

        def forward(self, x):
            self.n = self.n or len(x)
            return self.output(self.hidden(x.reshape((self.n, -1))))


class divides_by_its_size(Mistake):
    """Where the hidden layer's numbers are 0 your answer is nan, as where relu is written with a division by abs: nn.Dense(256, activation='relu') gives 0 there."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256)
            self.output = nn.Dense(10)

        def forward(self, x):
            h = self.hidden(x)
            return self.output(h * (h / h.abs() + 1) / 2)


class freezes_its_parameters(Mistake):
    """No parameter gets a gradient, as with grad_req='null': leave every parameter at 'write', so that the net can learn."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.collect_params().setattr("grad_req", "null")

        def forward(self, x):
            return self.output(self.hidden(x))


class freezes_its_last_bias(Mistake):
    """The output layer's bias gets no gradient, as with grad_req='null': leave every parameter at 'write', so that all can learn."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.output.bias.grad_req = "null"

        def forward(self, x):
            return self.output(self.hidden(x))


class forgets_self(Mistake):
    """`output` is unknown in forward: write self.hidden and self.output, in __init__ and in forward."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            hidden = nn.Dense(256, activation="relu")
            output = nn.Dense(10)

        def forward(self, x):
            return output(hidden(x))


class forgets_self_of_the_hidden_layer(Mistake):
    """`hidden` is unknown in forward: write self.hidden and self.output, in __init__ and in forward."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            hidden = nn.Dense(256, activation="relu")
            output = nn.Dense(10)

        def forward(self, x):
            h = hidden(x)
            return output(h)


class makes_and_keeps_layers_on_each_call(Mistake):
    """Each call makes both layers anew, with other random numbers, so nothing is ever learned: make them in __init__."""

    class MLP(nn.Block):
        def forward(self, x):
            self.hidden = nn.Dense(256, activation="relu")
            self.output = nn.Dense(10)
            self.hidden.initialize()
            self.output.initialize()
            return self.output(self.hidden(x))


class turns_the_sizes_round_without_relu(Mistake):
    """The sizes are turned round: `hidden` has 256 units and `output` has 10. And relu is missing: nn.Dense(256, activation='relu')."""

    class MLP(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(256)

        def forward(self, x):
            return self.output(self.hidden(x))
