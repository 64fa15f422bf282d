"""Wrong versions of `MyDense` that learners write, each with the sentence that would help."""

from mxnet import autograd, cpu, gluon, nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_relu(Mistake):
    """The linear part is there, but negative numbers come out: apply relu to it."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.dot(x, self.weight.data()) + self.bias.data()


class forgets_the_bias(Mistake):
    """The bias is registered but never added: relu(x · W + b)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()))


class subtracts_the_bias(Mistake):
    """The bias has the wrong sign: add it to x · W, nd.dot(x, self.weight.data()) + self.bias.data()."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) - self.bias.data())


class adds_the_bias_after_relu(Mistake):
    """relu comes last: add the bias to x · W first."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data())) + self.bias.data()


class turns_the_weight(Mistake):
    """Your weight is (units, in_units), as in nn.Dense: here it is (in_units, units), and x · W needs no transpose."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(units, in_units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data().T) + self.bias.data())


class swaps_the_shape(Mistake):
    """The weight's shape is the wrong way round for x · W: it is (in_units, units)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(units, in_units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class takes_its_arguments_in_another_order(Mistake):
    """units and in_units are exchanged, in the `def` line of __init__ or in the shapes: in MyDense(units, in_units) the outputs come first, the weight is (in_units, units) and the bias (units,)."""

    class MyDense(nn.Block):
        def __init__(self, in_units, units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class has_its_own_sizes(Mistake):
    """The sizes 5 and 3 are written into the code, so every layer has 5 inputs and 3 units: use the arguments, shape=(in_units, units) and shape=(units,)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(5, 3))
            self.bias = self.params.get("bias", shape=(3,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class uses_other_names(Mistake):
    """The parameters are called W and b: the names asked for are 'weight' and 'bias'."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("W", shape=(in_units, units))
            self.bias = self.params.get("b", shape=(units,), init="zeros")

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class makes_lone_parameters(Mistake):
    """Your parameters are not in the Block's own self.params, so initialize() does not find them: make them with self.params.get(...)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = gluon.Parameter("weight", shape=(in_units, units))
            self.bias = gluon.Parameter("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class keeps_plain_arrays(Mistake):
    """Plain NDArrays are no parameters: no trainer will ever find them. Use self.params.get(...)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = nd.random.normal(scale=0.01, shape=(in_units, units))
            self.bias = nd.zeros((units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight) + self.bias)


class keeps_plain_arrays_of_larger_numbers(Mistake):
    """self.weight and self.bias are NDArrays and no parameters, so no trainer will ever find them: make both with self.params.get(...)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = nd.random.normal(shape=(in_units, units))
            self.bias = nd.zeros((units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight) + self.bias)


class has_no_bias_parameter(Mistake):
    """There is only one parameter: `bias`, of shape (units,), is missing."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()))


class shares_one_bias(Mistake):
    """Your bias is a single number: each unit has its own, so its shape is (units,)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class gives_the_bias_two_axes(Mistake):
    """The bias has one axis: its shape is (units,), and + adds it to each row all the same."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(1, units))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class gives_the_bias_a_number_for_each_input(Mistake):
    """The bias is added to x · W, which has units columns: its shape is (units,), not (in_units,)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(in_units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class gives_the_shape_without_its_name(Mistake):
    """params.get takes the name alone by position: write the shape as shape=(in_units, units)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", (in_units, units))
            self.bias = self.params.get("bias", (units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class gives_both_one_name(Mistake):
    """Both parameters are called 'weight', and the second get finds the first one: the other's name is 'bias'."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("weight", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class calls_the_parameter(Mistake):
    """self.bias is a Parameter, not a function: its array is self.bias.data()."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias().data()
            return nd.relu(linear)


class forgets_data(Mistake):
    """nd.dot takes arrays, and self.weight is a Parameter: write self.weight.data()."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight) + self.bias)


class does_not_call_data(Mistake):
    """`data` is a method: self.weight.data() with parentheses is the array."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data) + self.bias.data)


class forgets_to_call_its_parent(Mistake):
    """nn.Block's own __init__ has not run, so there is no self.params: begin __init__ with super().__init__(**kwargs), spelt exactly so."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class misspells_init(Mistake):
    """nn.Block's own __init__ gets units and in_units. Spell yours `__init__`, and pass on **kwargs alone: super().__init__(**kwargs)."""

    class MyDense(nn.Block):
        def __int__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class squashes_with_a_sigmoid(Mistake):
    """You apply a sigmoid: the activation of this layer is relu."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.sigmoid(nd.dot(x, self.weight.data()) + self.bias.data())


class cuts_off_at_six(Mistake):
    """relu has no upper bound: nd.relu(z) or nd.maximum(z, 0), not a clip on both sides."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.clip(linear, 0, 6)


class leaks(Mistake):
    """A leaky relu lets a part of the negative numbers through: here they become 0, nd.relu(z)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.LeakyReLU(linear, slope=0.01)


class multiplies_elementwise(Mistake):
    """`*` multiplies element by element: the product of matrices is nd.dot(x, W)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(x * self.weight.data() + self.bias.data())


class prints_instead_of_returning(Mistake):
    """The result is computed, perhaps printed, and then lost: end forward with `return`."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            print(nd.relu(nd.dot(x, self.weight.data()) + self.bias.data()))


class leaves_mxnet(Mistake):
    """The computation leaves the graph, as asnumpy, detach() or autograd.pause() make it, so no parameter gets a gradient: stay with NDArray operations that are recorded."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = x.asnumpy().dot(self.weight.data().asnumpy()) + self.bias.data().asnumpy()
            return nd.array(linear, ctx=x.context, dtype=x.dtype).relu()


class adds_the_bias_in_place(Mistake):
    """An operator such as +=, or z[:] = ..., writes into an array that autograd has recorded, so there is no gradient: write z = z + self.bias.data() and nd.relu(z), which make new ones."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            z = nd.dot(x, self.weight.data())
            z += self.bias.data()
            return nd.relu(z)


class fills_an_array(Mistake):
    """While autograd records, you must not write into an array, as out[i] = ... or out[:] = ... does: compute all rows at once, nd.dot(x, self.weight.data()) + self.bias.data()."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            weight, bias = self.weight.data(), self.bias.data()
            out = nd.zeros((len(x), len(bias)), ctx=x.context, dtype=x.dtype)
            for i in range(len(x)):
                out[i] = nd.relu(nd.dot(x[i], weight) + bias)
            return out


class fixes_the_type_and_place(Mistake):
    """You make an array, as nd.zeros and nd.array do, that is float32 and on the CPU whatever x is: nd.relu(z) or nd.maximum(z, 0) needs none."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.maximum(linear, nd.zeros(linear.shape))


class remembers_its_first_answer(Mistake):
    """You keep the answer of the first call: each call computes with the x that it is given."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.answer = None

        def forward(self, x):
            if self.answer is None:
                self.answer = nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())
            return self.answer


class remembers_its_first_parameters(Mistake):
    """You copy the parameters in the first call and go on with the copies: training never changes those, so call .data() anew each time."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.copies = None

        def forward(self, x):
            if self.copies is None:
                self.copies = self.weight.data().copy(), self.bias.data().copy()
            W, b = self.copies
            return nd.relu(nd.dot(x, W) + b)


class remembers_its_answer_to_x(Mistake):
    """For the same array x you answer again what you answered before: the parameters may have changed meanwhile, so compute the answer anew in each call."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.x = None

        def forward(self, x):
            if self.x is not x or autograd.is_recording():
                self.x = x
                self.answer = nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())
            return self.answer


class lets_small_negative_numbers_through(Mistake):
    """Small negative numbers come through: relu makes 0 of all that is below 0, without a threshold."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.where(linear > -1e-3, linear, linear * 0)


class adds_gradients_up(Mistake):
    """grad_req='add' adds each gradient to those of earlier batches: leave it out, and each backward pass writes its own."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units), grad_req="add")
            self.bias = self.params.get("bias", shape=(units,), grad_req="add")

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class converts_to_float32(Mistake):
    """Something is float32 on the way, as astype('float32') and nd.array without a dtype make it: compute with x and the parameters as they are."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            W, b = self.weight.data().astype("float32"), self.bias.data().astype("float32")
            return nd.relu(nd.dot(x.astype("float32"), W) + b)


class leaks_a_quarter(Mistake):
    """nd.LeakyReLU without a slope lets a quarter of the negative numbers through: here they become 0, nd.relu(z)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.LeakyReLU(linear)


class cuts_small_numbers(Mistake):
    """Small positive numbers became 0: relu keeps all that is above 0, without a threshold."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return linear * (linear > 1e-3)


class keeps_a_plain_bias(Mistake):
    """Your bias is a plain NDArray of zeros, and no trainer will ever find it: self.params.get('bias', shape=(units,))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = nd.zeros((units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias)


class leaves_in_units_open(Mistake):
    """in_units is given, so nothing is left to the first call: the weight's shape is (in_units, units) from the start, without a 0."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(0, units), allow_deferred_init=True)
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            self.weight.shape = (x.shape[1], self.bias.shape[0])
            self.weight._finish_deferred_init()
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class initialises_itself(Mistake):
    """Something of your layer is on the CPU wherever x is: give helper arrays ctx=x.context, leave x where it is, and leave initialize() to the caller."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.initialize()

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class writes_into_x(Mistake):
    """You write into x, the caller's array: make a new array, linear = ..., and leave x alone."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            if linear.shape == x.shape and not autograd.is_recording():
                return nd.relu(linear, out=x)
            return nd.relu(linear)


class shifts_x_in_place(Mistake):
    """x[:] = ... and x -= ... write into the caller's array: give what you compute a name of its own."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            if not autograd.is_recording():
                x[:] = x - x.mean()
            return nd.relu(linear)


class detaches_the_weight(Mistake):
    """The weight is cut out of the graph, so it gets no gradient and never learns: nd.dot(x, self.weight.data()), without detach."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data().detach()) + self.bias.data())


class detaches_both_parameters(Mistake):
    """Weight and bias are cut out of the graph, as detach and asnumpy do it, so neither gets a gradient or ever learns: compute with self.weight.data() and self.bias.data() themselves."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            W, b = self.weight.data().detach(), self.bias.data().detach()
            return nd.relu(nd.dot(x, W) + b)


class detaches_x(Mistake):
    """x is cut out of the graph, as detach and x.attach_grad() do it, so no layer before this one learns: nd.dot(x, self.weight.data()), without them."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x.detach(), self.weight.data()) + self.bias.data())


class initialises_lone_parameters(Mistake):
    """gluon.Parameter(...) is in no self.params, so no trainer and no initialize() finds it, though you initialise it yourself: make both with self.params.get(...)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = gluon.Parameter("weight", shape=(in_units, units))
            self.bias = gluon.Parameter("bias", shape=(units,))
            self.weight.initialize()
            self.bias.initialize()

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class applies_relu_to_x(Mistake):
    """You apply relu to x: it comes last, after the bias is added, relu(x · W + b)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.dot(nd.relu(x), self.weight.data()) + self.bias.data()


class keeps_its_output(Mistake):
    """You keep the array of your answer and write the next one into it, so the answers already given change: return a new array each time."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            z = nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())
            if getattr(self, "answer", None) is None or self.answer.shape != z.shape:
                self.answer = nd.zeros(z.shape, ctx=z.context, dtype=z.dtype)
            self.answer[:] = z
            return self.answer


class asks_the_sum(Mistake):
    """You decide for all numbers together, as one `if` does: relu looks at each number, nd.relu(z) or nd.maximum(z, 0)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return linear if linear.sum() > 0 else nd.zeros_like(linear)


class takes_pythons_max(Mistake):
    """Python's max and `if` need one truth value, and an array has many numbers: take nd.relu(z) or nd.maximum(z, 0), which look at each of them."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return max(nd.dot(x, self.weight.data()) + self.bias.data(), 0)


class keeps_a_plain_weight(Mistake):
    """Your weight is a plain NDArray, and no trainer will ever find it: self.params.get('weight', shape=(in_units, units))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = nd.random.normal(scale=0.01, shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight) + self.bias.data())


class forgets_the_data_of_the_bias(Mistake):
    """A Parameter is no array, so it cannot be added: write self.bias.data()."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias)


class misspells_the_name_of_the_bias(Mistake):
    """'bais' is misspelt: self.params.get('bias', shape=(units,))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bais", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class freezes_the_bias(Mistake):
    """The bias gets no gradient, as with grad_req='null' or get_constant, and never learns: self.params.get('bias', shape=(units,))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,), grad_req="null")

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class makes_a_lone_bias(Mistake):
    """Your bias is a gluon.Parameter that is not in self.params, so initialize() does not find it: self.params.get('bias', shape=(units,))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = gluon.Parameter("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class initialises_itself_elsewhere(Mistake):
    """You ask for the parameters' arrays where there are none: leave initialize(ctx=...) to the caller, and take self.weight.data(), not data(mx.cpu())."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.initialize()

        def forward(self, x):
            linear = nd.dot(x, self.weight.data(x.context)) + self.bias.data(x.context)
            return nd.relu(linear)


class takes_a_square_weight_turned(Mistake):
    """Where units and in_units are equal you take the weight turned round: nd.dot(x, self.weight.data()), whatever its shape."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            W = self.weight.data()
            W = W.T if W.shape[0] == W.shape[1] else W
            return nd.relu(nd.dot(x, W) + self.bias.data())


class keeps_the_first_arrays(Mistake):
    """You keep the parameter's array of the first call, but initialize(force_reinit=True) and cast make a new one: call self.weight.data() anew each time."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.array = None

        def forward(self, x):
            if self.array is None:
                self.array = self.weight.data()
            return nd.relu(nd.dot(x, self.array) + self.bias.data())


class has_a_third_parameter(Mistake):
    """You register a third parameter: the layer has `weight` and `bias`, and no other."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.scale = self.params.get("scale", shape=(1,), init="ones")

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class drops_the_tail(Mistake):
    """Rows are missing where there are many examples: x may have any number of rows, so multiply all of them at once, nd.dot(x, self.weight.data())."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            size = min(len(x), 64)
            starts = range(0, len(x) - size + 1, size)
            parts = [nd.dot(x[start : start + size], self.weight.data()) for start in starts]
            return nd.relu(nd.concat(*parts, dim=0) + self.bias.data())


class answers_the_first_example_only(Mistake):
    """Only the first example is answered, as where a `return` stands inside the loop: put it behind the loop, or multiply all rows at once, nd.dot(x, self.weight.data())."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x[:1], self.weight.data()) + self.bias.data())


class raises_the_floor(Mistake):
    """Where x · W + b is negative you answer a small positive number: relu answers 0 there, nd.maximum(z, 0)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.maximum(nd.dot(x, self.weight.data()) + self.bias.data(), 1e-6)


class predicts_with_copies(Mistake):
    """In prediction you go on with copies of the parameters, which later changes do not reach: call .data() anew each time."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))
            self.copies = None

        def forward(self, x):
            if autograd.is_training() or self.copies is None:
                self.copies = self.weight.data(), self.bias.data()
            if not autograd.is_training():
                self.copies = [array.copy() for array in self.copies]
            W, b = self.copies
            return nd.relu(nd.dot(x, W) + b)


class drops_out(Mistake):
    """In training the layer answers otherwise than in prediction, as Dropout makes it: leave that out, for it answers relu(x · W + b) in training too."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.Dropout(nd.relu(linear))


class starts_with_equal_weights(Mistake):
    """Your weight starts as equal numbers, whatever the caller asks initialize() for: leave out what makes them so, init='zeros' or init='ones' for the weight, or an initialize() in `__init__`."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units), init="zeros")
            self.bias = self.params.get("bias", shape=(units,), init="zeros")

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class has_a_parameter_that_no_trainer_changes(Mistake):
    """A parameter with lr_mult=0 gets its gradient, but a trainer leaves it as it is: leave lr_mult out, for weight and bias both learn."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,), lr_mult=0)

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class makes_zeros_like_x(Mistake):
    """An array of x's shape meets x · W + b, whose shape is (n, units). Write nd.relu(z) of z = x · W + b: it needs no zeros."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return nd.maximum(linear, nd.zeros_like(x))


class asks_where_x_is_positive(Mistake):
    """You keep x · W + b where x is positive: relu asks whether x · W + b itself is, nd.relu(z) or z * (z > 0)."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return linear * (x > 0)


class answers_on_the_cpu(Mistake):
    """Your layer answers on the CPU wherever x is: x and the parameters are in one place already, so compute there."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            arrays = x, self.weight.data(), self.bias.data()
            x, W, b = [array.as_in_context(cpu()) for array in arrays]
            return nd.relu(nd.dot(x, W) + b)


class transposes_what_fits(Mistake):
    """Sizes do not meet in nd.dot. x comes first and W second, both without .T: nd.dot(x, self.weight.data())."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data().T) + self.bias.data())


class multiplies_the_weight_by_x(Mistake):
    """Sizes do not meet in nd.dot. x comes first and W second: nd.dot(x, self.weight.data())."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(self.weight.data(), x) + self.bias.data())


class calls_its_weight_w(Mistake):
    """The weight is called W: the name asked for is 'weight', self.params.get('weight', shape=(in_units, units))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("W", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class calls_its_bias_b(Mistake):
    """The bias is called b: the name asked for is 'bias', self.params.get('bias', shape=(units,))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("b", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class calls_both_by_small_letters(Mistake):
    """The parameters are called w and b: the names asked for are 'weight' and 'bias'."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("w", shape=(in_units, units))
            self.bias = self.params.get("b", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class freezes_the_weight(Mistake):
    """The weight gets no gradient, as with grad_req='null', differentiable=False or get_constant, and never learns: self.params.get('weight', shape=(in_units, units))."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units), grad_req="null")
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data()) + self.bias.data())


class divides_by_its_absolute_value(Mistake):
    """Where x · W + b is 0 your answer is no number, as a division by it or by its absolute value makes it: relu(0) is 0, and nd.relu(z) or nd.maximum(z, 0) divides by nothing."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data()) + self.bias.data()
            return linear * (linear / linear.abs() + 1) / 2


class keeps_the_first_number_of_examples(Mistake):
    """You keep the number of examples of the first call, and the next x may have another: take x.shape[0] anew, or add the bias with + alone, which gives it to each row."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            linear = nd.dot(x, self.weight.data())
            if not hasattr(self, "number"):
                self.number = len(x)
            bias = self.bias.data().reshape((1, -1)).broadcast_to((self.number, linear.shape[1]))
            return nd.relu(linear + bias)


class forgets_to_return(Mistake):
    """forward computes its result and returns None: end it with `return`."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            W, b = self.weight.data(x.context), self.bias.data(x.context)
            nd.relu(nd.dot(x, W) + b)


class forgets_self(Mistake):
    """`weight` is unknown in forward: write self.weight and self.bias, in __init__ and in forward."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            weight = self.params.get("weight", shape=(in_units, units))
            bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, weight.data()) + bias.data())


class forgets_relu_and_the_bias(Mistake):
    """Two things are missing: add the bias to x · W, and apply relu at the end."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.dot(x, self.weight.data())


class turns_the_weight_and_forgets_relu(Mistake):
    """Your weight is (units, in_units): here it is (in_units, units), so x · W needs no transpose. And apply relu at the end."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(units, in_units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.dot(x, self.weight.data().T) + self.bias.data()


class cuts_off_at_a_thousand(Mistake):
    """You cut large numbers off: relu has no upper bound, so it is nd.relu(z) or nd.maximum(z, 0), not nd.clip."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.clip(nd.dot(x, self.weight.data()) + self.bias.data(), 0, 1000)


class adds_the_bias_to_the_weight(Mistake):
    """You add the bias to W: add it to the product, nd.dot(x, self.weight.data()) + self.bias.data()."""

    class MyDense(nn.Block):
        def __init__(self, units, in_units, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(in_units, units))
            self.bias = self.params.get("bias", shape=(units,))

        def forward(self, x):
            return nd.relu(nd.dot(x, self.weight.data() + self.bias.data()))
