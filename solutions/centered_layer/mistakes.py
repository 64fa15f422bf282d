"""Wrong versions of `CenteredLayer` that learners write, each with the sentence that would help."""

from mxnet import autograd, nd
from mxnet.gluon import nn

from grader.course import Mistake


class centres_each_column(Mistake):
    """You subtract each column's mean: take one mean over all elements, x.mean() without an axis."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=0)


class centres_each_row(Mistake):
    """You subtract each row's mean: take one mean over all elements, x.mean() without an axis."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=-1, keepdims=True)


class centres_along_axis_1(Mistake):
    """axis=1 takes each row's mean, and fails where x has one axis: take one mean over all elements, x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=1, keepdims=True)


class centres_along_axis_1_without_keepdims(Mistake):
    """With axis=1 there is one number for each row, which does not line up with x: take one mean over all elements, x.mean() without an axis."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=1)


class divides_by_the_mean(Mistake):
    """You divide by the mean: subtract it, x - x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x / x.mean()


class divides_the_mean_once_more(Mistake):
    """You divide the mean by the number of elements once more: x.mean() has done so already, so subtract it as it is."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean() / x.size


class divides_by_the_number_of_rows(Mistake):
    """len(x) and x.shape[0] count the rows only: the mean divides by the number of elements, x.size."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum() / x.shape[0]


class knows_two_dimensions(Mistake):
    """axis=(0, 1) is everything only for a matrix: x.mean() without an axis is right for any shape."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=(0, 1))


class forgets_to_call_its_parent(Mistake):
    """A Block without super().__init__(**kwargs) is only half made and fails when it is called."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            self.mean = 0

        def forward(self, x):
            return x - x.mean()


class standardises(Mistake):
    """You divide by the standard deviation as well: this layer only subtracts the mean."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred / (centred**2).mean().sqrt()


class subtracts_a_number(Mistake):
    """No gradient flows back through the mean: subtract x.mean() itself, without asscalar, asnumpy, detach and autograd.pause."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - float(x.mean().asscalar())


class renames_forward(Mistake):
    """Your class has no method `forward`, which layer(x) calls: is it misspelt, inside another method, or outside the class, at the left margin?"""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)

        def call(self, x):
            return x - x.mean()


class prints_instead_of_returning(Mistake):
    """forward answers None, for its result is printed or lost: end it with `return`."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            print(x - x.mean())


class subtracts_the_sum(Mistake):
    """You subtract the sum of the elements: the mean is the sum divided by their number."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum()


class returns_the_mean(Mistake):
    """You return the mean alone: return x minus the mean."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x.mean()


class does_not_call_mean(Mistake):
    """x.mean is a method and no number: call it, x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean


class subtracts_the_wrong_way_round(Mistake):
    """The sign is turned: x - x.mean(), not x.mean() - x."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x.mean() - x


class learns_the_mean(Mistake):
    """This layer has no parameters: compute the mean from x on each call."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.mean = self.params.get("mean", shape=(1,))

        def forward(self, x):
            return x - self.mean.data()


class adds_a_learned_shift(Mistake):
    """You add a parameter that this layer does not have: x - x.mean() is all."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.shift = self.params.get("shift", shape=(1,), init="zeros")
            self.initialize()

        def forward(self, x):
            return x - x.mean() + self.shift.data()


class works_in_place(Mistake):
    """x -= ... and x[:] = ... write into the caller's array, and autograd cannot follow: return x - x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            x -= x.mean()
            return x


class remembers_the_first_mean(Mistake):
    """You keep the mean of the first call: each call subtracts the mean of its own x."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.mean = None

        def forward(self, x):
            if self.mean is None:
                self.mean = x.mean()
            return x - self.mean


class fixes_the_type_and_place(Mistake):
    """The mean is put into a new array, which is float32 on the CPU whatever x is: subtract x.mean() itself."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - nd.ones((1,)) * x.mean()


class rounds_the_mean(Mistake):
    """int() cuts the mean to a whole number: subtract x.mean() as it is."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - int(x.mean().asscalar())


class wants_the_size(Mistake):
    """CenteredLayer() takes no sizes: the mean comes from x, whatever its shape."""

    class CenteredLayer(nn.Block):
        def __init__(self, units, **kwargs):
            super().__init__(**kwargs)
            self.units = units

        def forward(self, x):
            return x - x.sum() / (len(x) * self.units)


class centres_only_in_training(Mistake):
    """You subtract the mean in training only: this layer does the same in prediction."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean() if autograd.is_training() else x


class centres_only_in_prediction(Mistake):
    """In training you answer x as it is: this layer subtracts the mean there too."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x if autograd.is_training() else x - x.mean()


class converts_to_float32(Mistake):
    """Something is float32 on the way, as astype('float32') and nd.array without a dtype make it: compute with x as it is."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            x = x.astype("float32")
            return x - x.mean()


class standardises_with_a_small_number(Mistake):
    """You divide by the standard deviation as well, with a small number under the root: this layer only subtracts the mean."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred / ((centred**2).mean() + 1e-5).sqrt()


class standardises_with_a_tiny_number(Mistake):
    """You divide by the standard deviation as well, with a tiny number under the root: this layer only subtracts the mean."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred / ((centred**2).mean() + 1e-8).sqrt()


class standardises_with_a_small_number_more(Mistake):
    """You divide by the standard deviation as well, with a small number added to it: this layer only subtracts the mean."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred / ((centred**2).mean().sqrt() + 1e-5)


class standardises_with_a_tiny_number_more(Mistake):
    """You divide by the standard deviation as well, and a tiny number keeps it from 0: this layer only subtracts the mean."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred / ((centred**2).mean().sqrt() + 1e-8)


class centres_each_example(Mistake):
    """You subtract each example's mean: take one mean over all elements, x.mean() without an axis."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=0, exclude=True, keepdims=True)


class centres_each_example_but_vectors(Mistake):
    """Where x has more than one axis you subtract each example's mean: take one mean over all elements there too, x.mean() without an axis."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            if x.ndim == 1:
                return x - x.mean()
            return x - x.mean(axis=0, exclude=True, keepdims=True)


class leaves_mxnet(Mistake):
    """No gradient flows back at all, as through asnumpy and detach: compute with x itself, x - x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            numbers = x.asnumpy()
            return nd.array(numbers - numbers.mean(), ctx=x.context, dtype=x.dtype)


class leaves_mxnet_for_the_cpu(Mistake):
    """asnumpy leaves the graph, so no gradient flows back, and nd.array makes float32 on the CPU of it: compute with x itself, x - x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            numbers = x.asnumpy()
            return nd.array(numbers - numbers.mean())


class answers_a_flat_array(Mistake):
    """The result has one axis only: it keeps x's shape, and x.mean() needs no reshape."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            x = x.reshape(-1)
            return x - x.mean()


class answers_two_axes(Mistake):
    """The result always has two axes: it keeps x's shape, and x.mean() needs no reshape."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            x = x.reshape((x.shape[0], -1))
            return x - x.mean()


class answers_with_the_mean_too(Mistake):
    """You return two arrays: x minus the mean alone is asked for."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            mean = x.mean()
            return x - mean, mean


class knows_four_dimensions(Mistake):
    """axis=(0, 1, 2, 3) is everything only up to four axes: x.mean() without an axis is right for any shape."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.mean(axis=(0, 1, 2, 3)[: x.ndim], keepdims=True)


class ignores_a_small_mean(Mistake):
    """You leave x as it is where its mean is small: x may be small too, so subtract the mean always."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            mean = x.mean()
            return x - mean if abs(mean.asscalar()) > 1e-3 else x


class keeps_one_mean_for_all_layers(Mistake):
    """The first mean is kept for all layers, in the class or outside: each call subtracts the mean of its own x."""

    class CenteredLayer(nn.Block):
        mean = None

        def forward(self, x):
            if CenteredLayer.mean is None:
                CenteredLayer.mean = x.mean()
            return x - CenteredLayer.mean


class averages_over_calls(Mistake):
    """You subtract a running mean, as BatchNorm does in prediction: each call subtracts the mean of its own x."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.mean = None

        def forward(self, x):
            mean = x.mean()
            self.mean = mean if self.mean is None else 0.9 * self.mean + 0.1 * mean
            return x - self.mean


class multiplies_by_a_learned_scale(Mistake):
    """You multiply by a parameter that this layer does not have: x - x.mean() is all."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.scale = self.params.get("scale", shape=(1,), init="ones")

        def forward(self, x):
            return (x - x.mean()) * self.scale.data()


class registers_a_parameter(Mistake):
    """You register a parameter: this layer has none and needs none, so leave self.params alone, and compute the mean from x."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.bias = self.params.get("bias", shape=(1,), init="zeros")

        def forward(self, x):
            return x - x.mean()


class has_a_layer_inside(Mistake):
    """You register two parameters, such as those of a Dense or a LayerNorm inside: this layer has none, and x - x.mean() is all."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.dense = nn.Dense(1)

        def forward(self, x):
            return x - x.mean()


class is_a_function(Mistake):
    """CenteredLayer is a class, of which CenteredLayer() makes a layer: write class CenteredLayer(nn.Block), with a method forward."""

    def CenteredLayer(x):  # noqa: N802  (what should be a class has a class's name)
        return x - x.mean()


class uses_a_global_input(Mistake):
    """forward uses an array that stands outside the class: use its argument x."""

    X = nd.array([1, 2, 3, 4, 5])

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return X - X.mean()


class subtracts_the_mean_of_a_global(Mistake):
    """You subtract the same number from every x: subtract the mean of forward's own argument, x.mean()."""

    X = nd.array([1, 2, 3, 4, 5])

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - X.mean()


class inherits_nothing(Mistake):
    """CenteredLayer must be a Block: write class CenteredLayer(nn.Block), and call its method forward."""

    class CenteredLayer:
        def __call__(self, x):
            return x - x.mean()


class has_a_batch_norm_inside(Mistake):
    """You register four parameters, as a BatchNorm inside has them: this layer has none, and x - x.mean() is all."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.norm = nn.BatchNorm()

        def forward(self, x):
            return x - x.mean()


class leaves_the_zeros_out(Mistake):
    """You divide by the number of elements that are not 0: zeros count too, so divide by x.size, or take x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum() / (x != 0).sum()


class rounds_where_x_is_whole(Mistake):
    """Where x holds whole numbers you round the result, or its mean: the mean of whole numbers need not be one, so leave it as it is."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred.round() if (x == x.round()).min().asscalar() else centred


class keeps_a_mean_for_each_shape(Mistake):
    """You keep the mean of the first array of each shape: each call subtracts the mean of its own x, so keep nothing."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.means = {}

        def forward(self, x):
            return x - self.means.setdefault(x.shape, x.mean())


class keeps_the_first_size(Mistake):
    """You keep the number of elements from the first call: x may have another shape in the next one, so take x.size, or x.mean(), in each."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.size = None

        def forward(self, x):
            if self.size is None:
                self.size = x.size
            return x - x.sum() / self.size


class adds_the_mean(Mistake):
    """You add the mean: subtract it, x - x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x + x.mean()


class answers_with_numpy(Mistake):
    """You return a NumPy array, which knows no gradient and no context: leave out asnumpy, and return the NDArray x - x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            numbers = x.asnumpy()
            return numbers - numbers.mean()


class returns_x(Mistake):
    """x comes back as it was, as where `row = row - m` gives a name another array and leaves x alone: return x - x.mean() itself."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            mean = x.mean()
            for row in x:
                row = row - mean
            return x


class subtracts_the_middle(Mistake):
    """You subtract the middle between the smallest and the largest element: the mean is the sum of all elements divided by their number, x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - (x.max() + x.min()) / 2


class subtracts_the_first_mean(Mistake):
    """You subtract the mean of x[0] alone: take one mean over all elements, x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x[0].mean()


class divides_by_one_less(Mistake):
    """You divide the sum by one less than the number of elements, as an unbiased variance does: the mean divides by x.size, or take x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum() / max(x.size - 1, 1)


class divides_by_one_less_or_zero(Mistake):
    """x.size - 1 is one too few, and 0 where x is a single number: the mean divides by x.size, or take x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum() / (x.size - 1)


class counts_the_first_and_last_axis(Mistake):
    """You divide by the product of the first and the last size, which counts the elements of a matrix only: divide by x.size, or take x.mean()."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum() / (x.shape[0] * x.shape[-1])


class counts_two_axes(Mistake):
    """x may have one axis only, and then x.shape[1] is an error: to count the elements, take x.size, or x.mean() at once."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - x.sum() / (x.shape[0] * x.shape[1])


class detaches_in_prediction(Mistake):
    """Outside training no gradient flows back, as where detach takes the result out of the graph there: return x - x.mean() in prediction as in training."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            centred = x - x.mean()
            return centred if autograd.is_training() else centred.detach()


class attaches_a_gradient(Mistake):
    """The gradient stops in your layer: return x - x.mean() and nothing more, without attach_grad, mark_variables, BlockGrad and detach."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            x.attach_grad()
            return x - x.mean()


class predicts_with_a_running_mean(Mistake):
    """In prediction you subtract a running mean of what was seen in training, as BatchNorm does: each call subtracts the mean of its own x."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.mean = None

        def forward(self, x):
            if self.mean is not None and not autograd.is_training():
                return x - self.mean
            mean = x.mean()
            if autograd.is_training():
                old = mean if self.mean is None else self.mean
                self.mean = (0.9 * old + 0.1 * mean).detach()
            return x - mean


class trains_with_a_running_mean(Mistake):
    """In training you subtract a running mean, to which earlier calls belong too: each call subtracts the mean of its own x."""

    class CenteredLayer(nn.Block):
        mean = None

        def forward(self, x):
            mean = x.mean()
            if autograd.is_training():
                mean = mean if self.mean is None else 0.9 * self.mean + 0.1 * mean
                self.mean = mean
            return x - mean


class ignores_a_mean_of_zero(Mistake):
    """Where the mean is 0 you return x itself, and no gradient flows back through the mean, which depends on x there too: subtract it always."""

    class CenteredLayer(nn.Block):
        def forward(self, x):
            mean = x.mean()
            return x if mean.asscalar() == 0 else x - mean


class centres_the_rows_of_a_square(Mistake):
    """Where x is square you take a mean for each of its rows: take one over all elements, x.mean(), whatever its shape."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)

        def forward(self, x):
            square = x.ndim == 2 and x.shape[0] == x.shape[1]
            return x - (x.mean(axis=1, keepdims=True) if square else x.mean())


class centres_the_channels_of_one_image(Mistake):
    """Where there is one image you take a mean for each of its channels: take one over all elements, x.mean(), however many images there are."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)

        def forward(self, x):
            alone = x.ndim == 4 and len(x) == 1
            return x - (x.mean(axis=(2, 3), keepdims=True) if alone else x.mean())


class subtracts_the_mean_of_random_numbers(Mistake):
    """You subtract the mean of an array that stands outside the class: subtract that of forward's own argument, x.mean()."""

    X = nd.random.uniform(shape=(4, 8))

    class CenteredLayer(nn.Block):
        def forward(self, x):
            return x - X.mean()


class asks_for_x_too_early(Mistake):
    """x is the argument of forward(self, x): compute x.mean() there and not in __init__, and write x in both places."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.mean = x.mean()

        def forward(self, x):
            return x - self.mean


class adds_a_bias(Mistake):
    """You register a parameter `bias` and add it: this layer has none, and x - x.mean() is all."""

    class CenteredLayer(nn.Block):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.bias = self.params.get("bias", shape=(1,), init="zeros")

        def forward(self, x):
            return x - x.mean() + self.bias.data()
