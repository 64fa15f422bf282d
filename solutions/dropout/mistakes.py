"""Wrong versions of `dropout` and `Dropout` that learners write, each with the sentence that would
help."""

from mxnet import autograd, nd
from mxnet.gluon import nn

from grader.course import Mistake


class keeps_what_it_should_drop(Mistake):
    """You keep with probability drop_prob: keep where the draw is below 1 - drop_prob (or above drop_prob)."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < drop_prob
        return mask * X / (1 - drop_prob)


class takes_the_probability_to_keep(Mistake):
    """Your argument is the probability to keep, as in older texts: drop_prob is the probability to drop."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < drop_prob
        return mask * X / drop_prob


class does_not_rescale(Mistake):
    """The elements that are kept must be divided by 1 - drop_prob, or the expectation shrinks."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X


class divides_by_the_drop_probability(Mistake):
    """You divide by drop_prob: divide by 1 - drop_prob, the probability to be kept."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / drop_prob


class multiplies_instead_of_dividing(Mistake):
    """You multiply by 1 - drop_prob, which shrinks the result twice: divide by it."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X * (1 - drop_prob)


class forgets_the_parentheses(Mistake):
    """Division comes before subtraction, so drop_prob is taken off the result: put the difference in parentheses, X * mask / (1 - drop_prob)."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return X * mask / 1 - drop_prob


class forgets_the_parentheses_of_a_keep_mask(Mistake):
    """Division comes before subtraction, and so drop_prob is taken off what the mask kept: divide by (1 - drop_prob), in parentheses."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < 1 - drop_prob
        return X * mask / 1 - drop_prob


class has_its_own_probability(Mistake):
    """Your function drops with one probability, 0.5, whatever drop_prob is: compare the draws with drop_prob, and divide by 1 - drop_prob."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        if drop_prob == 0:
            return X
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= 0.5
        return X * mask / 0.5


class draws_a_single_number(Mistake):
    """One draw decides over all elements of X: draw for each element, in the shape of X, nd.random.uniform(0, 1, X.shape)."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, ctx=X.context, dtype=X.dtype) >= drop_prob
        return X * mask / (1 - drop_prob)


class draws_a_single_number_of_numpy(Mistake):
    """A single draw decides over all elements of X, as np.random.rand() without a shape gives it: draw for each, in the shape of X, nd.random.uniform(0, 1, X.shape)."""

    def dropout(X, drop_prob):
        import numpy as np

        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        return X * float(np.random.rand() >= drop_prob) / (1 - drop_prob)


class rescales_what_it_dropped_from(Mistake):
    """You divide by the share of elements that happened to be kept: divide by 1 - drop_prob, whatever was drawn."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / mask.mean()


class draws_from_a_normal(Mistake):
    """normal draws are not spread evenly over [0, 1]: draw with nd.random.uniform."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.normal(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < 1 - drop_prob
        return mask * X / (1 - drop_prob)


class drops_whole_rows(Mistake):
    """One draw for each row drops whole rows: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        shape = (X.shape[0],) + (1,) * (X.ndim - 1)
        mask = nd.random.uniform(0, 1, shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return nd.broadcast_mul(X, mask) / (1 - drop_prob)


class draws_one_column(Mistake):
    """The mask has one column, so a row is kept or dropped as a whole: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, (len(X), 1), ctx=X.context, dtype=X.dtype) >= drop_prob
        return X * mask / (1 - drop_prob)


class draws_once_for_each_column(Mistake):
    """The mask has one draw for each column, so whole columns are dropped, and an X of one axis has none: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, (X.shape[1],), ctx=X.context, dtype=X.dtype) >= drop_prob
        return X * mask / (1 - drop_prob)


class multiplies_by_the_draws(Mistake):
    """You multiply X by the draws themselves, so nearly nothing is 0: multiply by a mask of 1 and 0, such as draws >= drop_prob."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        draws = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype)
        return X * draws / (1 - drop_prob)


class drops_whole_columns(Mistake):
    """One mask for a single example drops the same units in every row: draw in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        shape = (1,) + X.shape[1:]
        mask = nd.random.uniform(0, 1, shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return nd.broadcast_mul(X, mask) / (1 - drop_prob)


class drops_a_fixed_number(Mistake):
    """You drop a fixed share of the elements: each is dropped or kept by a draw of its own, so how many are dropped varies."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return nd.zeros_like(X)
        order = nd.random.shuffle(nd.arange(X.size, ctx=X.context, dtype=X.dtype))
        mask = (order >= round(X.size * drop_prob)).reshape(X.shape)
        return X * mask / (1 - drop_prob)


class seeds_in_each_call(Mistake):
    """Each call drops the same elements: seed nothing inside the function, and keep no mask for the next call."""

    def dropout(X, drop_prob):
        import mxnet as mx

        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mx.random.seed(42)
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class leaves_mxnet(Mistake):
    """No gradient flows back through your function, for example because of asnumpy, detach or nd.array: multiply X itself by the mask."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        draws = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype)
        kept = X.asnumpy() * (draws.asnumpy() >= drop_prob)
        return nd.array(kept, ctx=X.context, dtype=X.dtype) / (1 - drop_prob)


class divides_by_zero(Mistake):
    """At drop_prob = 1 you divide 0 by 0, which is nan: answer zeros before dividing."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class divides_a_number_by_zero(Mistake):
    """At drop_prob = 1 you divide a number by 1 - drop_prob, which is 0: answer X.zeros_like() there, before you divide."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X * (1.0 / (1.0 - drop_prob))


class divides_one_by_zero(Mistake):
    """At drop_prob = 1 you compute 1 / (1 - drop_prob), which is 1 / 0: answer X.zeros_like() there, before you divide."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X * (1 / (1 - drop_prob))


class accepts_any_probability(Mistake):
    """A drop_prob outside [0, 1] must be refused: assert 0 <= drop_prob <= 1, or raise ValueError(...). To print or return something refuses nothing."""

    def dropout(X, drop_prob):
        if drop_prob >= 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class refuses_zero_and_one(Mistake):
    """You refuse 0 and 1, at least as whole numbers: both are allowed, so write assert 0 <= drop_prob <= 1, and do not ask for a float."""

    def dropout(X, drop_prob):
        assert 0 < drop_prob < 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class raises_for_zero_and_one(Mistake):
    """You raise ValueError for 0 and 1 too, at least as whole numbers: both are allowed, so refuse only what is below 0 or above 1, `if not 0 <= drop_prob <= 1:`, and do not ask for a float."""

    def dropout(X, drop_prob):
        if not 0 < drop_prob < 1:
            raise ValueError
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class fixes_the_type_and_place(Mistake):
    """The mask is float32 on the CPU whatever X is: draw it with ctx=X.context and dtype=X.dtype."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape) < 1 - drop_prob
        return mask * X / (1 - drop_prob)


class works_in_place(Mistake):
    """X *= ... writes into the caller's array, and autograd cannot follow it: make a new one."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        X *= nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return X / (1 - drop_prob)


class returns_the_mask(Mistake):
    """You return the mask alone: multiply X by it."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask / (1 - drop_prob)


class draws_above_p_from_a_normal(Mistake):
    """Half of the draws of randn are negative: the mask needs draws from [0, 1), nd.random.uniform."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.randn(*X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class keeps_its_mask(Mistake):
    """Each call drops the same elements: keep no mask for the next call, and seed nothing inside."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        masks = vars(dropout).setdefault("masks", {})
        key = X.shape, X.dtype, X.context
        if key not in masks:
            masks[key] = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype)
        return (masks[key] >= drop_prob) * X / (1 - drop_prob)


class asks_whether_it_is_training(Mistake):
    """Outside training your function drops nothing: it should drop whenever it is called, for asking autograd.is_training() is the work of the block."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        if not autograd.is_training():
            return X
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class draws_in_float32(Mistake):
    """nd.random.uniform draws float32 unless told otherwise: pass dtype=X.dtype."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context) >= drop_prob
        return X * mask / (1 - drop_prob)


class converts_to_float32(Mistake):
    """The result is float32 whatever X is, as where astype('float32') converts X: multiply X as it is by a mask of its own type."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context) >= drop_prob
        return mask * X.astype("float32") / (1 - drop_prob)


class answers_plain_zeros(Mistake):
    """nd.zeros(X.shape) is float32 on the CPU whatever X is: at drop_prob = 1 answer X.zeros_like()."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return nd.zeros(X.shape)
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class answers_zeros_in_float32(Mistake):
    """nd.zeros(...) is float32 whatever X is: at drop_prob = 1 answer X.zeros_like()."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return nd.zeros(X.shape, ctx=X.context)
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class answers_zeros_on_the_cpu(Mistake):
    """nd.zeros(...) is on the CPU wherever X is: at drop_prob = 1 answer X.zeros_like()."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return nd.zeros(X.shape, dtype=X.dtype)
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class refuses_one(Mistake):
    """1 is allowed, and everything is dropped then: assert 0 <= drop_prob <= 1."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob < 1
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class looks_at_one_end_only(Mistake):
    """Only one end of the interval is guarded: a drop_prob below 0 and one above 1 must both be refused."""

    def dropout(X, drop_prob):
        assert drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class block_always_drops(Mistake):
    """Your block drops in prediction too: return x unless autograd.is_training(), with its parentheses, for the function itself counts as true."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob)


class block_asks_whether_it_is_recorded(Mistake):
    """is_recording() is not is_training(): under record(train_mode=False) nothing should be dropped."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_recording() else x


class block_turns_the_condition(Mistake):
    """Your block drops in prediction and not in training: turn the condition round."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return x if autograd.is_training() else dropout(x, self.drop_prob)


class block_asks_itself(Mistake):
    """self.training is PyTorch's: in Gluon, ask autograd.is_training()."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if self.training else x


class block_scales_twice(Mistake):
    """What your block keeps is divided by 1 - drop_prob twice: dropout has done it, so call it once and return its answer as it is."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if not autograd.is_training():
                return x
            if self.drop_prob == 1:
                return x.zeros_like()
            return dropout(x, self.drop_prob) / (1 - self.drop_prob)


class block_has_its_own_probability(Mistake):
    """The probability is written into the block: use the drop_prob that it was made with."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)

        def forward(self, x):
            return dropout(x, 0.5) if autograd.is_training() else x


class block_reuses_its_mask(Mistake):
    """Your block drops the same elements in each call: keep no mask, begin no generator anew from a seed, and draw in forward."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob
            self.mask = None

        def forward(self, x):
            if not autograd.is_training():
                return x
            if self.mask is None:
                self.mask = dropout(nd.ones_like(x), self.drop_prob)
            return x * self.mask


class block_forgets_to_call_its_parent(Mistake):
    """A Block without super().__init__(**kwargs) is only half made and fails when it is called."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() else x


class block_scales_in_prediction(Mistake):
    """In prediction nothing is multiplied by 1 - drop_prob: training divided by it already, so return x as it is."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if autograd.is_training():
                return dropout(x, self.drop_prob)
            return x * (1 - self.drop_prob)


class block_passes_the_probability_to_keep(Mistake):
    """dropout takes the probability to drop: pass self.drop_prob, not 1 - self.drop_prob."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, 1 - self.drop_prob) if autograd.is_training() else x


class block_exchanges_the_arguments(Mistake):
    """If your block calls dropout(self.drop_prob, x), dropout takes the array for the probability: x comes first, dropout(x, self.drop_prob)."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(self.drop_prob, x) if autograd.is_training() else x


class block_drops_only_once(Mistake):
    """Your block drops in its first call, and not in each: it should do so whenever it is called while training."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob
            self.called = False

        def forward(self, x):
            if self.called or not autograd.is_training():
                return x
            self.called = True
            return dropout(x, self.drop_prob)


class block_takes_zero_for_missing(Mistake):
    """`drop_prob or ...` takes 0 for a missing probability: Dropout(0) should drop nothing."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob or 0.5

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() else x


class block_cuts_the_gradient(Mistake):
    """No gradient flows back through the block, or none where drop_prob is 0, as where detach, asnumpy or autograd.pause takes x out of the graph: compute with x itself."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x.detach(), self.drop_prob) if autograd.is_training() else x


class block_detaches_in_prediction(Mistake):
    """detach takes x out of the graph, so no gradient flows back: in prediction return x itself."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() else x.detach()


class block_draws_in_float32(Mistake):
    """The mask of your block is float32 on the CPU whatever x is: call dropout(x, self.drop_prob), or draw with ctx=x.context and dtype=x.dtype."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if not autograd.is_training():
                return x
            if self.drop_prob == 1:
                return x.zeros_like()
            mask = nd.random.uniform(0, 1, x.shape) >= self.drop_prob
            return mask * x / (1 - self.drop_prob)


class draws_above_p_from_a_normal_but_at_zero(Mistake):
    """The draws are normal, and half of them are negative: the mask needs draws from [0, 1), nd.random.uniform."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return X
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.normal(shape=X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class draws_from_minus_one_to_one(Mistake):
    """Half of the draws from (-1, 1) are below 0, so too much is dropped: draw from [0, 1), nd.random.uniform(0, 1, ...)."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return X
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(-1, 1, shape=X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class divides_by_the_drop_probability_but_at_zero(Mistake):
    """What is kept is divided by drop_prob: divide it by 1 - drop_prob, the probability to be kept."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return X
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, shape=X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / drop_prob


class writes_into_its_argument(Mistake):
    """X[:] = ... and X *= ... write into the caller's array, which autograd cannot follow: return a new one, mask * X / (1 - drop_prob)."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        X[:] = mask * X / (1 - drop_prob)
        return X


class multiplies_its_argument(Mistake):
    """X *= ..., X /= ... and X[:] = ... write into the caller's array, and autograd cannot follow them: return a new one, X * mask / (1 - drop_prob)."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        X *= nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < 1 - drop_prob
        X /= 1 - drop_prob
        return X


class block_misspells_init(Mistake):
    """Your block has no constructor: its name is __init__, not __int__."""

    class Dropout(nn.Block):
        def __int__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() else x


class block_does_not_keep_its_probability(Mistake):
    """forward asks for self.drop_prob, which was never set: write self.drop_prob = drop_prob in __init__, with self."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() else x


class block_shares_its_probability(Mistake):
    """The probability belongs to the class, or to the file, so the block made last sets it for all of them: keep it as self.drop_prob."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            Dropout.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, Dropout.drop_prob) if autograd.is_training() else x


class block_answers_nothing_in_prediction(Mistake):
    """In prediction your block answers None: return x there."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if autograd.is_training():
                return dropout(x, self.drop_prob)


class block_asks_in_its_constructor(Mistake):
    """Your block drops nothing, even in training: write `if autograd.is_training(): return dropout(x, self.drop_prob)` in forward. Ask in each call, and keep drop_prob as it was given."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob
            self.drops = autograd.is_training()

        def forward(self, x):
            return dropout(x, self.drop_prob) if self.drops else x


class seeds_with_zero(Mistake):
    """The same elements are dropped in each call: seed no generator inside, neither MXNet's nor NumPy's, and keep no mask for the next call."""

    def dropout(X, drop_prob):
        import mxnet as mx

        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mx.random.seed(0)
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class draws_on_the_cpu(Mistake):
    """nd.random.uniform draws on the CPU unless told otherwise: pass ctx=X.context."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class raises_a_plain_exception(Mistake):
    """For a drop_prob outside [0, 1] you raise an exception of another kind: raise ValueError, or write assert 0 <= drop_prob <= 1."""

    def dropout(X, drop_prob):
        if drop_prob < 0 or drop_prob > 1:
            raise Exception("drop_prob must be in [0, 1]")  # noqa: TRY002  (the mistake)
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class divides_twice(Mistake):
    """What is kept is divided by 1 - drop_prob twice: dividing once keeps the expectation."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob) / (1 - drop_prob)


class draws_for_one_example(Mistake):
    """A mask of shape X.shape[1:] is drawn for one example and used for all, and a single axis leaves it none: draw in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape[1:], ctx=X.context, dtype=X.dtype) < 1 - drop_prob
        return X * mask.expand_dims(0) / (1 - drop_prob)


class draws_for_one_example_above(Mistake):
    """A mask of shape X.shape[1:] has draws for one example only, so all rows lose the same elements, and an X of one axis has none: draw in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape[1:], ctx=X.context, dtype=X.dtype) >= drop_prob
        return X * mask / (1 - drop_prob)


class draws_for_the_last_axis(Mistake):
    """The mask has draws for the last axis alone, as of shape X.shape[-1:], so all rows lose the same elements: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape[-1:], ctx=X.context, dtype=X.dtype) < 1 - drop_prob
        return X * mask / (1 - drop_prob)


class draws_for_the_last_axis_above(Mistake):
    """The mask has as many draws as the last axis has elements, and every row loses the same ones: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape[-1:], ctx=X.context, dtype=X.dtype) >= drop_prob
        return X * mask / (1 - drop_prob)


class block_has_a_flag_of_its_own(Mistake):
    """Your block drops in prediction too: drop only `if autograd.is_training():`, with its parentheses, and return x otherwise. Gluon sets no flag such as PyTorch's self.training."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < 1 - drop_prob
        return mask * X / (1 - drop_prob)

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob
            self.training = True

        def forward(self, x):
            return dropout(x, self.drop_prob) if self.training else x


class rounds_the_probability(Mistake):
    """Nothing is dropped unless drop_prob is 1, as where int(drop_prob) makes 0 of any other probability: compare the draws with drop_prob as it is."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= int(drop_prob)
        return mask * X / (1 - int(drop_prob))


class drops_whole_channels(Mistake):
    """In images one draw decides over neighbouring elements, such as a whole channel: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        shape = X.shape[:2] + (1,) * (X.ndim - 2)
        mask = nd.random.uniform(0, 1, shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return nd.broadcast_mul(X, mask) / (1 - drop_prob)


class refuses_floats_only(Mistake):
    """Floats outside [0, 1] are refused, but whole numbers such as -1 and 2 are not: compare drop_prob with 0 and 1 whatever type of number it is."""

    def dropout(X, drop_prob):
        if isinstance(drop_prob, float) and not 0 <= drop_prob <= 1:
            raise ValueError("drop_prob must be between 0 and 1")
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class block_writes_into_its_argument(Mistake):
    """Your block writes into x, which is the caller's array: return a new one, as dropout(x, self.drop_prob) does."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if not autograd.is_training():
                return x
            y = dropout(x, self.drop_prob)
            if not autograd.is_recording():
                x[:] = y
            return y


class takes_small_probabilities_for_zero(Mistake):
    """A small drop_prob drops nothing: compare the draws with drop_prob itself, for at 0 alone nothing is dropped."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob < 0.1:
            return X
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class takes_large_probabilities_for_one(Mistake):
    """A large drop_prob does not stay what it is: compare the draws with drop_prob itself, and drop everything at 1 alone."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob >= 0.9:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class repeats_half_of_its_mask(Mistake):
    """Both halves of the rows lose the same elements: draw for each element of X, in its shape."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        half = X.shape[0] // 2
        mask[X.shape[0] - half :] = mask[:half]
        return mask * X / (1 - drop_prob)


class block_leaves_images_alone(Mistake):
    """Your block drops nothing of x where it has more than two axes: it drops whatever the shape of x."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() and x.ndim <= 2 else x


class block_leaves_vectors_alone(Mistake):
    """Your block drops nothing of x where it has one axis only: it drops whatever the shape of x."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() and x.ndim > 1 else x


class block_leaves_single_rows_alone(Mistake):
    """Your block drops nothing where there is one example only: training alone decides, autograd.is_training()."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            return dropout(x, self.drop_prob) if autograd.is_training() and len(x) > 1 else x


class detaches_at_zero(Mistake):
    """At drop_prob = 0 the numbers are right and no gradient flows back, as where detach or nd.array copies them: return X itself."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return X.detach()
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, dtype=X.dtype, ctx=X.context) >= drop_prob
        return mask * X / (1 - drop_prob)


class block_keeps_its_output(Mistake):
    """Your block keeps the array of its answer and writes the next one into it, so answers already given change: return a new array each time."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob
            self.kept = {}

        def forward(self, x):
            y = dropout(x, self.drop_prob) if autograd.is_training() else x
            if not autograd.is_training() or autograd.is_recording():
                return y
            kept = self.kept.setdefault(x.shape, y)
            kept[:] = y
            return kept


class clears_its_argument(Mistake):
    """At drop_prob = 1 you overwrite the caller's array with 0, as `X[:] = 0` and `X *= 0` do: answer X.zeros_like(), a new one."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            X[:] = 0
            return X
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class counts_in_whole_percent(Mistake):
    """The probability is rounded on the way, as to whole percent, so a small one drops too many elements or is scaled by another factor: compare draws from [0, 1), nd.random.uniform, with drop_prob as it is."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        draws = nd.random.randint(0, 100, X.shape, ctx=X.context).astype(X.dtype)
        return (draws >= 100 * drop_prob) * X / (1 - drop_prob)


class cuts_to_whole_percent(Mistake):
    """A drop_prob below one percent drops nothing, as where int(100 * drop_prob) makes 0 of it: compare draws from [0, 1), nd.random.uniform, with drop_prob as it is."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        draws = nd.random.randint(0, 100, X.shape, ctx=X.context)
        return (draws >= int(100 * drop_prob)).astype(X.dtype) * X / (1 - drop_prob)


class block_drops_whenever_recorded(Mistake):
    """Your block drops whenever something is recorded, under record(train_mode=False) too: autograd.is_training() alone decides."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            active = autograd.is_training() or autograd.is_recording()
            return dropout(x, self.drop_prob) if active else x


class block_seeds_with_its_calls(Mistake):
    """Your block begins a generator of random numbers anew, so draws repeat, such as those of another layer: seed nothing, and each call draws other elements by itself."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob
            self.calls = 0

        def forward(self, x):
            import mxnet as mx

            if not autograd.is_training():
                return x
            self.calls += 1
            mx.random.seed(self.calls)
            return dropout(x, self.drop_prob)


class draws_once_for_each_word(Mistake):
    """In an array of three axes one draw decides over a whole last axis: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        shape = (*X.shape[:2], 1) if X.ndim == 3 else X.shape
        mask = nd.random.uniform(0, 1, shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return nd.broadcast_mul(X, mask) / (1 - drop_prob)


class draws_for_one_image(Mistake):
    """In images the same elements are dropped in every example or in every channel: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        shape = (1, *X.shape[1:]) if X.ndim == 4 else X.shape
        mask = nd.random.uniform(0, 1, shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return nd.broadcast_mul(X, mask) / (1 - drop_prob)


class keeps_and_divides_by_the_drop_probability(Mistake):
    """You keep with probability drop_prob, and divide by it: keep where the draw is below 1 - drop_prob, and divide by 1 - drop_prob."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < drop_prob
        return mask * X / drop_prob


class takes_the_probability_to_keep_but_at_the_ends(Mistake):
    """You take drop_prob for the probability to keep, in the mask and in the division: keep where the draw is below 1 - drop_prob, and divide by 1 - drop_prob."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return X
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < drop_prob
        return mask * X / drop_prob


class keeps_what_it_should_drop_in_float32(Mistake):
    """You keep with probability drop_prob: keep where the draw is below 1 - drop_prob. The mask is also float32 on the CPU whatever X is: draw it with ctx=X.context and dtype=X.dtype."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape) < drop_prob
        return mask * X / (1 - drop_prob)


class block_has_a_small_probability_of_its_own(Mistake):
    """Your block drops with one probability, whatever it was made with, for example because forward uses a global name: keep self.drop_prob = drop_prob and use that."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)

        def forward(self, x):
            return dropout(x, 0.21) if autograd.is_training() else x


class refuses_zero(Mistake):
    """0 is allowed, and nothing is dropped then: assert 0 <= drop_prob <= 1."""

    def dropout(X, drop_prob):
        assert 0 < drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class answers_on_the_cpu_at_zero(Mistake):
    """At drop_prob = 0 your answer is on the CPU wherever X is, as nd.array makes it: return X itself."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 0:
            return nd.array(X)
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)


class draws_one_row_for_a_square(Mistake):
    """In some shapes of X one draw decides over several elements, as over the columns of a square: draw for each element, in the shape of X."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        square = X.ndim == 2 and X.shape[0] == X.shape[1]
        shape = (1, X.shape[1]) if square else X.shape
        mask = nd.random.uniform(0, 1, shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return nd.broadcast_mul(X, mask) / (1 - drop_prob)


class block_does_not_rescale(Mistake):
    """What your block keeps is not divided by 1 - drop_prob: return dropout(x, self.drop_prob), which does so."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if not autograd.is_training():
                return x
            draws = nd.random.uniform(0, 1, x.shape, ctx=x.context, dtype=x.dtype)
            return x * (draws >= self.drop_prob)


class block_wants_to_be_recorded_too(Mistake):
    """Under autograd.train_mode() your block drops nothing, as where it asks is_recording() too: autograd.is_training() alone decides."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            active = autograd.is_training() and autograd.is_recording()
            return dropout(x, self.drop_prob) if active else x


class block_drops_all_in_prediction(Mistake):
    """With drop_prob = 1 your block answers zeros in prediction too: outside training it answers x, whatever drop_prob is."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if self.drop_prob == 1:
                return x.zeros_like()
            return dropout(x, self.drop_prob) if autograd.is_training() else x


class block_flattens_in_prediction(Mistake):
    """In prediction your block flattens x: the answer is x itself, in its own shape."""

    class Dropout(nn.Block):
        def __init__(self, drop_prob, **kwargs):
            super().__init__(**kwargs)
            self.drop_prob = drop_prob

        def forward(self, x):
            if autograd.is_training():
                return dropout(x, self.drop_prob)
            return x.reshape((len(x), -1))


class does_not_rescale_or_refuse(Mistake):
    """What is kept is not divided by 1 - drop_prob, and a drop_prob outside [0, 1] is not refused: write assert 0 <= drop_prob <= 1, and divide."""

    def dropout(X, drop_prob):
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X


class draws_in_float32_without_rescaling(Mistake):
    """What is kept is not divided by 1 - drop_prob, a drop_prob outside [0, 1] is not refused, and the mask is float32 on the CPU whatever X is: mend one after the other."""

    def dropout(X, drop_prob):
        mask = nd.random.uniform(0, 1, X.shape) >= drop_prob
        return mask * X


class keeps_what_it_should_drop_without_rescaling(Mistake):
    """You keep with probability drop_prob and divide by nothing: keep where the draw is below 1 - drop_prob, and divide by 1 - drop_prob."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < drop_prob
        return mask * X


class keeps_what_it_should_drop_and_refuses_nothing(Mistake):
    """You keep with probability drop_prob, and a drop_prob outside [0, 1] is not refused: keep where the draw is below 1 - drop_prob, and write assert 0 <= drop_prob <= 1."""

    def dropout(X, drop_prob):
        if drop_prob == 1:
            return X.zeros_like()
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < drop_prob
        return mask * X / (1 - drop_prob)


class drops_a_half(Mistake):
    """Your function drops half of the elements, whatever drop_prob is: compare the draws with drop_prob, not with 0.5."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X.zeros_like()
        if drop_prob == 0:
            return X
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) < 0.5
        return mask * X / (1 - drop_prob)


class answers_its_input_at_one(Mistake):
    """At drop_prob = 1 you return X itself: everything is dropped there, so return X.zeros_like()."""

    def dropout(X, drop_prob):
        assert 0 <= drop_prob <= 1
        if drop_prob == 1:
            return X
        mask = nd.random.uniform(0, 1, X.shape, ctx=X.context, dtype=X.dtype) >= drop_prob
        return mask * X / (1 - drop_prob)
