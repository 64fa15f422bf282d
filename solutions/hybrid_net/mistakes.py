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
    """nd's operators, such as nd.relu and nd.maximum, take arrays only, and after hybridize() there are symbols: take the operator from F, such as F.relu."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(nd.relu(self.hidden(x)))


class uses_relu_alone(Mistake):
    """There is no `relu` by itself, and nd.relu takes no symbols: take it from the argument F, F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(relu(self.hidden(x)))


class overrides_forward(Mistake):
    """Your own forward, hybridize or __call__ takes the place of nn.HybridBlock's, so nothing is ever compiled: beside __init__ define hybrid_forward(self, F, x) alone."""

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
    """nn.Block's own __init__ has not run to its end, so your Block cannot hold layers: begin __init__ with super().__init__(**kwargs), spelt exactly so."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class hides_its_layers_in_a_list(Mistake):
    """initialize() finds a layer only where you set it on self: self.hidden = nn.Dense(10) and self.output = nn.Dense(2) in __init__, in no list and with no comma behind."""

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
    """Float32 numbers meet the net's own, which may be float64: F.relu needs no F.zeros, which are float32, and no astype."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = self.hidden(x)
            return self.output(F.broadcast_maximum(h, F.zeros((1, 10))))


class prints_instead_of_returning(Mistake):
    """The result is computed, perhaps printed, and then lost: end hybrid_forward with `return`."""

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


class never_calls_the_output_layer(Mistake):
    """You return the hidden layer's numbers, and self.output is never called: return self.output(F.relu(self.hidden(x)))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return F.relu(self.hidden(x))


class passes_a_layer(Mistake):
    """relu takes an array, and gets the layer itself: call that on x, F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden))


class defines_hybrid_forward_in_a_block(Mistake):
    """There is nothing to call. Define hybrid_forward(self, F, x), spelt so and indented inside your class, and make the class from nn.HybridBlock."""

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


class asks_for_a_truth_value(Mistake):
    """`if` and `while` cannot decide by a symbol, which has no numbers: use F's operators, such as F.where."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(self.hidden(x))
            if h.sum() == 0:
                print("all units are 0")
            return self.output(h)


class takes_pythons_max(Mistake):
    """Python's max and `if` need one truth value, and an array has many numbers: take F.maximum(h, 0) or F.relu(h), which look at each of them."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(max(self.hidden(x), 0))


class takes_out_one_number(Mistake):
    """asscalar() takes a number out of an array, and a symbol has none: hybrid_forward cannot look at values, nor depend on them in an `if` or `while`."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(self.hidden(x))
            while h.norm().asscalar() > 10000:
                h = h / 2
            return self.output(h)


class looks_at_the_numbers(Mistake):
    """asnumpy() takes the numbers out of an array, and a symbol has none: hybrid_forward cannot look at values, nor print them."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(self.hidden(x))
            print(h.asnumpy())
            return self.output(h)


class makes_a_new_array_of_its_numbers(Mistake):
    """asnumpy() takes the numbers out, which symbols do not have, and nd.array makes a new float32 array of them, on the CPU and without a gradient: use F's operators."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            positive = nd.array(self.hidden(x).asnumpy()).relu()
            return self.output(positive)


class has_the_sizes_of_the_mlp(Mistake):
    """These are an MLP's 256 and 10 units: here hidden has 10 and output has 2."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(256)
            self.output = nn.Dense(10)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class swaps_the_sizes(Mistake):
    """The sizes are the wrong way round: hidden has 10 units and output has 2."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(2)
            self.output = nn.Dense(10)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class fixes_the_input_size_to_four(Mistake):
    """in_units=4 fits an x of 4 features and no other: leave it out, and the first call finds it."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, in_units=4)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class passes_x_to_the_output(Mistake):
    """self.output gets x itself, so the hidden layer is computed in vain: pass it F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            F.relu(self.hidden(x))
            return self.output(x)


class ends_in_softmax(Mistake):
    """You apply softmax at the end: the net returns self.output's numbers as they are, and softmax belongs to the loss."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return F.softmax(self.output(F.relu(self.hidden(x))))


class squashes_with_tanh(Mistake):
    """You apply tanh: relu stands between the layers."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.tanh(self.hidden(x)))


class applies_relu_to_x(Mistake):
    """You apply relu to x, before the hidden layer: it comes after it, F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(self.hidden(F.relu(x)))


class misspells_init(Mistake):
    """self.hidden is used, but was never set: write self.hidden = nn.Dense(10) in `__init__`, with self, and look whether that name is misspelt (`__int__`)."""

    class HybridNet(nn.HybridBlock):
        def __int__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            x = F.relu(self.hidden(x))
            return self.output(x)


class misspells_init_in_one_line(Mistake):
    """self.output is used, but was never set: write self.output = nn.Dense(2) in `__init__`, with self, and look whether that name is misspelt (`__int__`)."""

    class HybridNet(nn.HybridBlock):
        def __int__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class forgets_the_hidden_bias(Mistake):
    """The hidden layer has a bias too: leave use_bias at its default."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, use_bias=False)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class cuts_the_gradient(Mistake):
    """F.BlockGrad stops the gradient, so the hidden layer never learns (MXNet may even crash on it): leave it out."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.BlockGrad(F.relu(self.hidden(x))))


class cuts_the_gradient_of_symbols(Mistake):
    """Your net computes in another way once it is hybridised, and no gradient reaches its hidden layer then: write the same operators of F for arrays and for symbols."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(self.hidden(x))
            if F is not nd:
                h = F.BlockGrad(h)
            return self.output(h)


class clips_at_a_thousand(Mistake):
    """You cut large numbers off: nothing bounds relu from above, so it is F.relu(x) or F.maximum(x, 0), not F.clip."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.clip(self.hidden(x), 0, 1000))


class cuts_the_hidden_layer_off(Mistake):
    """F.BlockGrad before relu stops the gradient, so neither the hidden layer nor x gets one: F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(F.BlockGrad(self.hidden(x))))


class makes_an_array_of_clipped_numbers(Mistake):
    """asnumpy() works with arrays alone, and F.array(...) cuts the gradient: F.relu(self.hidden(x)) works with arrays and with symbols."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.array(self.hidden(x).asnumpy().clip(0)))


class leaks(Mistake):
    """A leaky relu lets a part of the negative numbers through: here they become 0, F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.LeakyReLU(self.hidden(x), act_type="leaky", slope=0.01))


class returns_the_hidden_numbers_too(Mistake):
    """You return two arrays, the output and the hidden layer's numbers: the net returns the output alone, self.output(F.relu(self.hidden(x)))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(self.hidden(x))
            return self.output(h), h


class returns_the_hidden_numbers_first(Mistake):
    """You return two arrays, the hidden layer's numbers and the output: the net returns the output alone, self.output(F.relu(self.hidden(x)))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(self.hidden(x))
            return h, self.output(h)


class returns_a_tuple_of_one(Mistake):
    """You return the output in a tuple of one, as a comma behind it makes it: return the array itself, self.output(F.relu(self.hidden(x)))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return (self.output(F.relu(self.hidden(x))),)


class returns_a_list_of_one(Mistake):
    """You return the output in a list of one: return the array itself, without brackets, self.output(F.relu(self.hidden(x)))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return [self.output(F.relu(self.hidden(x)))]


class initialises_itself(Mistake):
    """Your net initialises itself, and what the caller's initialize(ctx=...) asks for is ignored: leave initialize() out of `__init__`."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)
            self.initialize()

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class calls_the_hidden_layer_twice(Mistake):
    """The numbers go through self.hidden twice, and it has one input size only: self.output(F.relu(self.hidden(x))) calls each layer once."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            x = F.relu(self.hidden(x))
            return self.output(self.hidden(x))


class calls_the_hidden_layer_twice_with_relu(Mistake):
    """The numbers go through self.hidden and relu twice, and a layer has one input size only: self.output(F.relu(self.hidden(x))) does each once."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            x = F.relu(self.hidden(x))
            return self.output(F.relu(self.hidden(x)))


class swaps_f_and_x(Mistake):
    """Your hybrid_forward takes x first, and gets F there: it is called with F and then x, hybrid_forward(self, F, x)."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, x, F):
            return self.output(F.relu(self.hidden(x)))


class shares_its_layers(Mistake):
    """All nets share a layer, its sizes and its place: make both layers in `__init__`, new ones for each net."""

    first = nn.Dense(10)
    second = nn.Dense(2)

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = first
            self.output = second

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class drops_out(Mistake):
    """Your net computes something else in training than in prediction: leave Dropout out, only relu stands between the layers."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.Dropout(F.relu(self.hidden(x)), p=0.5))


class normalises_between_the_layers(Mistake):
    """The net has another layer besides, with parameters of its own, such as nn.BatchNorm: `hidden` and `output` are all, with relu between them."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.norm = nn.BatchNorm()
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.norm(self.hidden(x))))


class initialises_itself_in_a_scope(Mistake):
    """Your net calls initialize() itself, so its parameters are not where the caller's initialize(ctx=...) wants them: leave it out of `__init__`."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            with self.name_scope():
                self.hidden = nn.Dense(10)
                self.output = nn.Dense(2)
            self.initialize()

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class fixes_the_input_size_to_seven(Mistake):
    """in_units=7 fits the example's x of 7 features and no other: leave it out, and the first call finds it."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, in_units=7)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class squeezes_its_answer(Mistake):
    """squeeze() makes (2,) of one example's answer: the net returns (n, 2) for n = 1 too, self.output's numbers as they are."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return F.squeeze(self.output(F.relu(self.hidden(x))))


class adds_gradients_up(Mistake):
    """grad_req='add' adds each gradient to those of earlier batches: leave every parameter at 'write'."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)
            self.collect_params().setattr("grad_req", "add")

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class makes_its_layers_in_the_first_call(Mistake):
    """Before its first call your net has no layers, so the caller's initialize() and Trainer find nothing: make both layers in __init__."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = None

        def hybrid_forward(self, F, x):
            if self.hidden is None:
                self.hidden = nn.Dense(10, dtype=x.dtype)
                self.output = nn.Dense(2, dtype=x.dtype)
                self.hidden.initialize()
                self.output.initialize()
            return self.output(F.relu(self.hidden(x)))


class makes_float32_layers_in_the_first_call(Mistake):
    """You make the layers in the first call, so the caller's initialize() and cast('float64') find nothing: make both layers in __init__."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = None

        def hybrid_forward(self, F, x):
            if self.hidden is None:
                self.hidden = nn.Dense(10)
                self.output = nn.Dense(2)
                self.hidden.initialize()
                self.output.initialize()
            return self.output(F.relu(self.hidden(x)))


class starts_from_equal_weights(Mistake):
    """All numbers of a weight are the same after net.initialize(), as weight_initializer='zeros' makes them: leave that out, so that they are drawn at random."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10, weight_initializer="zeros")
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class computes_otherwise_at_first(Mistake):
    """In its first call your net computes something else than in the next, as a flag or a counter in self makes it: let every call compute the same."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)
            self.first = True

        def hybrid_forward(self, F, x):
            h = self.hidden(x)
            if not self.first:
                h = F.relu(h)
            self.first = False
            return self.output(h)


class freezes_a_bias(Mistake):
    """A bias gets no gradient, as with grad_req 'null', and never learns: leave every parameter at 'write'."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)
            self.hidden.bias.grad_req = "null"

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class freezes_a_layer(Mistake):
    """A weight gets no gradient, as with grad_req 'null', and never learns: leave every parameter at 'write'."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)
            self.hidden.collect_params().setattr("grad_req", "null")

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class forgets_the_output_bias(Mistake):
    """The output layer has a bias too: leave use_bias at its default."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2, use_bias=False)

        def hybrid_forward(self, F, x):
            return self.output(F.relu(self.hidden(x)))


class divides_by_its_absolute_value(Mistake):
    """Where the hidden numbers are 0 your answer is no number, as a division by them or by their absolute value makes it: relu(0) is 0, and F.relu(h) or F.maximum(h, 0) divides by nothing."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = self.hidden(x)
            return self.output(h * (h / F.abs(h) + 1) / 2)


class forgets_self(Mistake):
    """`output` is unknown in hybrid_forward: write self.hidden and self.output, in __init__ and in hybrid_forward."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            hidden = nn.Dense(10)
            output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            return output(F.relu(hidden(x)))


class forgets_self_of_the_hidden_layer(Mistake):
    """`hidden` is unknown in hybrid_forward: write self.hidden and self.output, in __init__ and in hybrid_forward."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            hidden = nn.Dense(10)
            output = nn.Dense(2)

        def hybrid_forward(self, F, x):
            h = F.relu(hidden(x))
            return output(h)


class overrides_forward_and_forgets_relu(Mistake):
    """Write hybrid_forward(self, F, x) instead of forward, or nothing is compiled. And relu is missing between the layers: F.relu(self.hidden(x))."""

    class HybridNet(nn.HybridBlock):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.hidden = nn.Dense(10)
            self.output = nn.Dense(2)

        def forward(self, x):
            return self.output(self.hidden(x))
