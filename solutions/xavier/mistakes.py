"""Wrong versions of `xavier_uniform` and `Xavier` that learners write, each with the sentence that
would help."""

import math

from mxnet import init, nd

from grader.course import Mistake


class draws_from_a_normal(Mistake):
    """Some draws lie outside [-b, b]: draw from nd.random.uniform(-b, b), not from a normal distribution, with b = sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        return nd.random.normal(0, math.sqrt(2 / (shape[0] + shape[1])), shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            fans = (data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])
            data[:] = nd.random.normal(0, math.sqrt(2 / fans), shape=data.shape)


class forgets_the_root(Mistake):
    """b is the square root of 6 / (units + in_units): take math.sqrt of the quotient."""

    def xavier_uniform(shape):
        b = 6 / (shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = 6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_three_for_six(Mistake):
    """Your interval is too narrow: the variance of U(-b, b) is b² / 3 and must be 2 / (units + in_units), so b² = 6 / (units + in_units)."""

    def xavier_uniform(shape):
        b = math.sqrt(3 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(3 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_the_deviation_for_the_bound(Mistake):
    """Your interval is too narrow, as with 2 under the root: sqrt(2 / (units + in_units)) is the standard deviation of the draws, and their bound is b = sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = math.sqrt(2 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(2 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class counts_the_inputs_only(Mistake):
    """You count the inputs only: 6 / (units + in_units) has both sizes."""

    def xavier_uniform(shape):
        b = math.sqrt(3 / shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(3 / math.prod(data.shape[1:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class counts_the_outputs_only(Mistake):
    """You count the outputs only: 6 / (units + in_units) has both sizes."""

    def xavier_uniform(shape):
        b = math.sqrt(3 / shape[0])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(3 / (data.shape[0] * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class multiplies_the_sizes(Mistake):
    """You divide by units * in_units: the formula has their sum."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] * shape[1]))
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / data.size)
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class forgets_the_negative_half(Mistake):
    """The draws start at 0: U(-b, b) is nd.random.uniform(-b, b, ...)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(0, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(0, b, shape=data.shape)


class takes_b_for_the_width(Mistake):
    """Your interval is b wide: it reaches from -b to b, so it is 2 b wide."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return (nd.random.uniform(shape=shape) - 0.5) * b

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = (nd.random.uniform(shape=data.shape) - 0.5) * b


class forgets_the_parentheses(Mistake):
    """Division comes before addition: put the sum in parentheses, 6 / (units + in_units)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / data.shape[0] + data.shape[1] * math.prod(data.shape[2:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class gives_the_lower_bound_only(Mistake):
    """nd.random.uniform(-b, shape=...) sets the lower bound only, and the upper one stays 1: pass both, -b and b."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, shape=data.shape)


class takes_hes_formula(Mistake):
    """sqrt(6 / in_units) is He's formula, which counts the inputs only: Xavier's 6 / (units + in_units) has both sizes."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / math.prod(data.shape[1:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_pytorchs_bound(Mistake):
    """1 / sqrt(in_units) is the bound in PyTorch's linear layers, which counts the inputs only: Xavier's is sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = 1 / math.sqrt(shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = 1 / math.sqrt(math.prod(data.shape[1:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_b_for_the_deviation(Mistake):
    """You draw from a normal distribution and take b for its standard deviation: b bounds a uniform one, nd.random.uniform(-b, b, ...)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.normal(0, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.normal(0, b, shape=data.shape)


class turns_the_shape(Mistake):
    """The result is (in_units, units): keep the shape that was asked for."""

    def xavier_uniform(shape):
        units, in_units = shape
        b = math.sqrt(6 / (units + in_units))
        return nd.random.uniform(-b, b, shape=(in_units, units))


class draws_one_row(Mistake):
    """You draw one row and repeat it, so all units start out the same and stay the same: draw in the full shape."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=(1, shape[1])).broadcast_to(shape)


class answers_in_numpy(Mistake):
    """The result is a NumPy array: the course's arrays are NDArrays, from nd.random.uniform."""

    def xavier_uniform(shape):
        import numpy as np

        b = math.sqrt(6 / (shape[0] + shape[1]))
        return np.random.uniform(-b, b, shape).astype("float32")


class answers_in_numpys_float64(Mistake):
    """The result is a NumPy array, as np.random.uniform gives it: draw with nd.random.uniform, which gives an NDArray."""

    def xavier_uniform(shape):
        import numpy as np

        b = math.sqrt(6 / (shape[0] + shape[1]))
        return np.random.uniform(-b, b, shape)


class forgets_to_return(Mistake):
    """The weights are drawn and then lost: end the function with `return`."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        nd.random.uniform(-b, b, shape=shape)


class seeds_in_each_call(Mistake):
    """Two calls give the same numbers, so all layers of one shape start equal: seed nothing inside, and keep no array for the next call."""

    def xavier_uniform(shape):
        import mxnet as mx

        mx.random.seed(1)
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)


class roots_the_six_only(Mistake):
    """The root reaches over the whole quotient: math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = math.sqrt(6) / (shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6) / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class roots_the_sum_only(Mistake):
    """Your interval is too wide, as where 6 stands outside the root: the root reaches over the whole quotient, math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = 6 / math.sqrt(shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = 6 / math.sqrt((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class multiplies_by_a_gain(Mistake):
    """Your interval is about 1.4 times too wide, as with PyTorch's gain for relu, sqrt(2): there is no gain in b = math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = math.sqrt(2) * math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            fans = (data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])
            b = math.sqrt(2) * math.sqrt(6 / fans)
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class swaps_the_bounds(Mistake):
    """xavier_uniform gives the bounds in the wrong order: the lower one comes first, nd.random.uniform(-b, b, ...)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(b, -b, shape=shape)


class counts_the_bias_too(Mistake):
    """You count one more than units + in_units: the bias is no input."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1] + 1))
        return nd.random.uniform(-b, b, shape=shape)


class forgets_the_root_in_the_function(Mistake):
    """xavier_uniform takes no root: b is math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = 6 / (shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)


class roots_the_six_only_in_the_function(Mistake):
    """In xavier_uniform the root is taken of 6 alone: it reaches over the whole quotient, math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = math.sqrt(6) / (shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)


class multiplies_by_a_gain_in_the_function(Mistake):
    """The interval of xavier_uniform is about 1.4 times too wide, as with PyTorch's gain for relu, sqrt(2): there is no gain in b = math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = math.sqrt(2) * math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)


class takes_three_for_six_in_the_function(Mistake):
    """The interval of xavier_uniform is too narrow, for example because 3 stands under the root: b is math.sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        b = math.sqrt(3 / (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)


class forgets_the_negative_half_in_the_function(Mistake):
    """xavier_uniform draws nothing below 0: U(-b, b) is nd.random.uniform(-b, b, ...)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(0, b, shape=shape)


class draws_from_a_normal_in_the_function(Mistake):
    """xavier_uniform draws from a normal distribution: draw from nd.random.uniform(-b, b), with b = sqrt(6 / (units + in_units))."""

    def xavier_uniform(shape):
        return nd.random.normal(0, math.sqrt(2 / (shape[0] + shape[1])), shape=shape)


class forgets_the_parentheses_in_the_function(Mistake):
    """In xavier_uniform division comes before addition: put the sum in parentheses, 6 / (units + in_units)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / shape[0] + shape[1])
        return nd.random.uniform(-b, b, shape=shape)


class divides_to_whole_numbers(Mistake):
    """All weights are 0. 6 // (units + in_units) is cut to the whole number 0: divide with a single /."""

    def xavier_uniform(shape):
        b = math.sqrt(6 // (shape[0] + shape[1]))
        return nd.random.uniform(-b, b, shape=shape)


class rebinds_the_name(Mistake):
    """The array `data` stays as it was: write into it, data[:] = ... `data = ...` does not change it, and what _init_weight returns is not used."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data = nd.random.uniform(-b, b, shape=data.shape)


class adds_to_what_was_there(Mistake):
    """You add to the array's old content, which may be anything: overwrite it with data[:] = ..."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data += nd.random.uniform(-b, b, shape=data.shape, ctx=data.context, dtype=data.dtype)


class ignores_the_kernel(Mistake):
    """For a convolution both counts are multiplied by the kernel's area, kh * kw."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] + data.shape[1]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class adds_all_sizes(Mistake):
    """The kernel counts too little, as where its sides are added to the counts, sum(data.shape): multiply both counts by its area instead."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / sum(data.shape))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class counts_the_kernel_once(Mistake):
    """The kernel counts too little, as where only the inputs are multiplied by its area: both counts are, (out + in) * kh * kw."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] + data.size // data.shape[0]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_the_kernel_for_square(Mistake):
    """You square one side of the kernel: its area is data.shape[2] * data.shape[3]."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            area = data.shape[2] ** 2 if data.ndim == 4 else 1
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * area))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class adds_the_kernels_sides(Mistake):
    """The kernel counts too little, as where its sides are added or only one of them is taken: its area is their product, data.shape[2] * data.shape[3]."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * (sum(data.shape[2:]) or 1)))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class leaves_the_area_outside_the_root(Mistake):
    """The kernel's area counts twice, as where you divide by it outside the root, or square it: it belongs under the root once, math.sqrt(6 / ((out + in) * kh * kw))."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] + data.shape[1])) / math.prod(data.shape[2:])
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class multiplies_by_the_area(Mistake):
    """The kernel's area belongs below the line: 6 / ((out + in) * kh * kw), with parentheses around the whole product."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class multiplies_b_by_the_area(Mistake):
    """The kernel's area makes your interval far wider, as where b is multiplied by it: it belongs under the root and below the line, math.sqrt(6 / ((out + in) * kh * kw))."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] + data.shape[1])) * math.prod(data.shape[2:])
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class ignores_the_kernel_of_a_grey_image(Mistake):
    """You leave the kernel's area out where the convolution has one input channel: it is data.shape[2] * data.shape[3] for every kernel."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            area = math.prod(data.shape[2:]) if data.shape[1] > 1 else 1
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * area))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class ignores_a_kernel_of_one_row(Mistake):
    """You leave the kernel's area out where it has one row: it is data.shape[2] * data.shape[3] for every kernel."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            area = math.prod(data.shape[2:]) if data.shape[2:3] != (1,) else 1
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * area))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class counts_the_bias_too_in_the_class(Mistake):
    """For a dense layer the class counts one more than out + in: do not count the bias, and multiply by the kernel's area instead of adding it."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]) + 1))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class asks_for_the_name(Mistake):
    """You fill only weights with certain names: a layer may be called anything, so fill every array that _init_weight gets."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            if "dense" in name or "conv" in name:
                b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
                data[:] = nd.random.uniform(-b, b, shape=data.shape)


class seeds_in_the_initialiser(Mistake):
    """Xavier gives two arrays of one shape the same numbers: seed nothing inside, and make no generator in _init_weight."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            import mxnet as mx

            mx.random.seed(0)
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class draws_biases_too(Mistake):
    """Overriding __call__ draws the biases too: override _init_weight only, and biases stay 0."""

    class Xavier(init.Initializer):
        def __call__(self, name, data):
            self._init_weight(name, data)

        def _init_weight(self, name, data):
            fans = data.shape[0] + (data.shape[1] if data.ndim > 1 else 0)
            b = math.sqrt(6 / (fans * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class overrides_call_only(Mistake):
    """The method to write is _init_weight(self, name, data): __call__ is the base class's, and it chooses between weights and biases."""

    class Xavier(init.Initializer):
        def __call__(self, name, data):
            fans = data.shape[0] + (data.shape[1] if data.ndim > 1 else 0)
            b = math.sqrt(6 / (fans * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class fixes_the_type(Mistake):
    """You draw float32 numbers into data, whatever its type is: draw with dtype=data.dtype, or assign with data[:] = ..."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            nd.random.uniform(-b, b, shape=data.shape, dtype="float32", out=data)


class counts_the_kernel_for_the_outputs_only(Mistake):
    """You multiply the outputs by the kernel's area but not the inputs: both are multiplied."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] * math.prod(data.shape[2:]) + data.shape[1]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class unpacks_two_sizes(Mistake):
    """The weight of a convolution has four axes: take data.shape[0] and data.shape[1], and the area of the others."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            units, in_units = data.shape
            b = math.sqrt(6 / (units + in_units))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class draws_one_row_for_all(Mistake):
    """In the class you draw for one output and repeat it, so all units start out the same: draw in the full shape."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape[1:])


class fills_the_first_array_only(Mistake):
    """Your initialiser fills one array and leaves those of the other layers: it is called once for each of them."""

    class Xavier(init.Initializer):
        done = False

        def _init_weight(self, name, data):
            if self.done:
                return
            self.done = True
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class keeps_the_first_width(Mistake):
    """The width of the first layer is used for all of them: work b out in each call."""

    class Xavier(init.Initializer):
        b = None

        def _init_weight(self, name, data):
            if self.b is None:
                self.b = math.sqrt(
                    6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]))
                )
            data[:] = nd.random.uniform(-self.b, self.b, shape=data.shape)


class takes_the_sizes_from_outside(Mistake):
    """In the class b is the same for every array, as where it is worked out from a `shape` that stands outside: take the sizes from data.shape."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            shape = (256, 20)
            b = math.sqrt(6 / (shape[0] + shape[1]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_the_examples_bound_in_the_class(Mistake):
    """In the class b is the same for every array, as the number 0.1124 of the example is: work it out from data.shape in each call."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = 0.1124
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_the_examples_bound_in_the_function(Mistake):
    """In xavier_uniform b is the same for every shape, as the number 0.1474 of the example is: work it out from the argument, sqrt(6 / (shape[0] + shape[1]))."""

    def xavier_uniform(shape):
        b = 0.1474
        return nd.random.uniform(-b, b, shape=shape)


class misspells_the_method(Mistake):
    """The base class calls _init_weight, with an underscore in front: yours has another name."""

    class Xavier(init.Initializer):
        def init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class inherits_nothing(Mistake):
    """Xavier must be an init.Initializer: write class Xavier(init.Initializer)."""

    class Xavier:
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class forgets_to_call_its_parent(Mistake):
    """An initialiser with an __init__ of its own must call super().__init__() in it."""

    class Xavier(init.Initializer):
        def __init__(self):
            self.magnitude = 6

        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class draws_biases_by_its_own(Mistake):
    """You draw the biases too: _init_bias of the base class sets them to 0, so leave it alone."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            fans = data.shape[0] + (data.shape[1] if data.ndim > 1 else 0)
            b = math.sqrt(6 / (fans * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)

        _init_bias = _init_weight


class takes_hes_formula_in_the_function(Mistake):
    """xavier_uniform has He's formula, sqrt(6 / in_units), which counts the inputs only: Xavier's 6 / (units + in_units) has both sizes."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / shape[1])
        return nd.random.uniform(-b, b, shape=shape)


class takes_the_last_two_sizes(Mistake):
    """For a convolution you add the last two sizes, data.shape[-2] and data.shape[-1], which are the kernel's sides: the counts are the first two, data.shape[0] and data.shape[1]."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[-2] + data.shape[-1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_the_last_two_sizes_alone(Mistake):
    """For a convolution you add the kernel's sides, data.shape[-2] and data.shape[-1]: add the counts, data.shape[0] and data.shape[1], and multiply them by the kernel's area."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[-2] + data.shape[-1]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_kernels_as_keras_keeps_them(Mistake):
    """You take the last two sizes for the counts and the first two for the kernel, as Keras keeps its weights: here the counts are data.shape[0] and data.shape[1], and the kernel's area is data.shape[2] * data.shape[3]."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            area = math.prod(data.shape[:-2])
            b = math.sqrt(6 / ((data.shape[-2] + data.shape[-1]) * area))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class keeps_b_from_being_large(Mistake):
    """You keep b from growing beyond some bound: b = sqrt(6 / (units + in_units)) however small the layer is."""

    def xavier_uniform(shape):
        b = min(math.sqrt(6 / (shape[0] + shape[1])), 0.5)
        return nd.random.uniform(-b, b, shape=shape)


class keeps_b_from_being_large_in_the_class(Mistake):
    """In the class you keep b from growing beyond some bound: it is sqrt(6 / (units + in_units)) however small the layer is."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            fans = (data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])
            b = min(math.sqrt(6 / fans), 0.5)
            data[:] = nd.random.uniform(-b, b, shape=data.shape, ctx=data.context, dtype=data.dtype)


class clears_by_multiplying(Mistake):
    """The array keeps what it held before: `data *= 0` keeps a nan, and astype and as_in_context may make a copy. Write data[:] = ... into the array itself."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data *= 0
            data += nd.random.uniform(-b, b, shape=data.shape, ctx=data.context, dtype=data.dtype)


class narrows_the_interval_in_the_class(Mistake):
    """In the class the interval is a little too narrow, as where b is multiplied by a number below 1 or 6 is another number: b² = 6 / ((out + in) * kh * kw), with nothing taken off."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-0.9 * b, 0.9 * b, shape=data.shape)


class asks_for_weight_in_the_name(Mistake):
    """You fill only what has 'weight' in its name, but a layer may call its weight kernel: fill every array that _init_weight gets, and leave the name alone."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            if name.endswith("weight"):
                b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
                data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_b_for_the_deviation_in_the_function(Mistake):
    """xavier_uniform draws from a normal distribution and takes b for its standard deviation: b bounds a uniform one, nd.random.uniform(-b, b, ...)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.normal(0, b, shape=shape)


class multiplies_the_sizes_in_the_function(Mistake):
    """xavier_uniform divides by units * in_units: the formula has their sum, 6 / (units + in_units)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] * shape[1]))
        return nd.random.uniform(-b, b, shape=shape)


class gives_one_bound_in_the_function(Mistake):
    """All draws of xavier_uniform are above b, for example because uniform got one bound only and the other stays 1: pass both, nd.random.uniform(-b, b, ...)."""

    def xavier_uniform(shape):
        b = math.sqrt(6 / (shape[0] + shape[1]))
        return nd.random.uniform(b, shape=shape)


class counts_the_kernels_height_only(Mistake):
    """Your kernel counts with one of its sides only: its area is data.shape[2] * data.shape[3]."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:3])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_another_bound_for_a_square(Mistake):
    """Where units and in_units are equal xavier_uniform takes another bound: b = sqrt(6 / (units + in_units)) there too."""

    def xavier_uniform(shape):
        units, in_units = shape
        b = math.sqrt(6 / (units if units == in_units else units + in_units))
        return nd.random.uniform(-b, b, shape=shape)


class takes_another_bound_for_equal_channels(Mistake):
    """Where data.shape[0] and data.shape[1] are equal Xavier takes another bound: both are counted there too, (out + in) * kh * kw."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            out, within, *kernel = data.shape
            count = out if out == within else out + within
            b = math.sqrt(6 / (count * math.prod(kernel)))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class forgets_the_root_in_the_class(Mistake):
    """The class takes no root: b is math.sqrt(6 / ((out + in) * kh * kw))."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = 6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_three_for_six_in_the_class(Mistake):
    """The interval of the class is too narrow, for example because 3 stands under the root: b is math.sqrt(6 / ((out + in) * kh * kw))."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(3 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class forgets_the_negative_half_in_the_class(Mistake):
    """The class draws nothing below 0: U(-b, b) is nd.random.uniform(-b, b, ...)."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(0, b, shape=data.shape)


class takes_b_for_the_deviation_in_the_class(Mistake):
    """The class draws from a normal distribution with b for its standard deviation: draw from nd.random.uniform(-b, b, ...)."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / ((data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])))
            data[:] = nd.random.normal(0, b, shape=data.shape)


class draws_from_a_normal_in_the_class(Mistake):
    """The class draws from a normal distribution: draw from nd.random.uniform(-b, b), with b = sqrt(6 / ((out + in) * kh * kw))."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            fans = (data.shape[0] + data.shape[1]) * math.prod(data.shape[2:])
            data[:] = nd.random.normal(0, math.sqrt(2 / fans), shape=data.shape)


class multiplies_the_sizes_in_the_class(Mistake):
    """The class multiplies data.shape[0] and data.shape[1]: the formula has their sum, 6 / ((out + in) * kh * kw)."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / data.size)
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class takes_hes_formula_in_the_class(Mistake):
    """The class counts the inputs only, data.shape[1]: the formula has both sizes, 6 / ((out + in) * kh * kw)."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / math.prod(data.shape[1:]))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class counts_the_outputs_only_in_the_class(Mistake):
    """The class counts the outputs only, data.shape[0]: the formula has both sizes, 6 / ((out + in) * kh * kw)."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] * math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)


class adds_the_area_in_the_class(Mistake):
    """The class adds the kernel's area to out + in: multiply by it, (out + in) * kh * kw."""

    class Xavier(init.Initializer):
        def _init_weight(self, name, data):
            b = math.sqrt(6 / (data.shape[0] + data.shape[1] + math.prod(data.shape[2:])))
            data[:] = nd.random.uniform(-b, b, shape=data.shape)
