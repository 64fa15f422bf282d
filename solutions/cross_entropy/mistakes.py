"""Wrong versions of the cross entropies that learners write, each with the sentence that would
help."""

from functools import lru_cache

import numpy as np
from mxnet import autograd, cpu, nd

from grader.course import Mistake


class counts_class_one_only(Mistake):
    """-y * log(y_hat) is 0 for every example of class 0: add -(1 - y) * log(1 - y_hat)."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat)


class forgets_the_sign_of_both_terms(Mistake):
    """binary_cross_entropy is negative here, for logarithms of probabilities are: put a minus before both terms."""

    def binary_cross_entropy(y_hat, y):
        return y * nd.log(y_hat) + (1 - y) * nd.log(1 - y_hat)


class forgets_the_sign_of_one_term(Mistake):
    """The second term has the wrong sign: it is -y * log(y_hat) - (1 - y) * log(1 - y_hat), or with parentheses -(y * log(y_hat) + (1 - y) * log(1 - y_hat))."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat) + (1 - y) * nd.log(1 - y_hat)


class uses_one_probability_for_both(Mistake):
    """Class 0 has probability 1 - y_hat: the second term needs log(1 - y_hat), not log(y_hat)."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat) - (1 - y) * nd.log(y_hat)


class weighs_with_the_probability(Mistake):
    """You weigh the second term with 1 - y_hat: the label is what weighs both terms, so it is (1 - y) * log(1 - y_hat)."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat) - (1 - y_hat) * nd.log(1 - y_hat)


class makes_a_column_of_binary_labels(Mistake):
    """binary_cross_entropy has n * n losses, shape (n, n), because y as a column meets every element of y_hat: both have shape (n,), so leave the reshape out."""

    def binary_cross_entropy(y_hat, y):
        y = y.reshape((-1, 1))
        return -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)


class flattens_the_losses_of_a_column(Mistake):
    """binary_cross_entropy has n * n losses, in one row after a reshape, because y as a column meets every element of y_hat: both have shape (n,), so leave the reshapes out."""

    def binary_cross_entropy(y_hat, y):
        y = y.reshape((-1, 1))
        return (-y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)).reshape((-1,))


class swaps_the_classes(Mistake):
    """y_hat is the probability of class 1: log(y_hat) goes with y, and log(1 - y_hat) with 1 - y."""

    def binary_cross_entropy(y_hat, y):
        return -(1 - y) * nd.log(y_hat) - y * nd.log(1 - y_hat)


class swaps_its_arguments(Mistake):
    """You take logarithms of the labels, and log(0) is infinite: it is -y * log(y_hat) - (1 - y) * log(1 - y_hat), and y_hat comes first in binary_cross_entropy(y_hat, y)."""

    def binary_cross_entropy(y, y_hat):
        return -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)


class swaps_its_arguments_and_adds_to_the_labels(Mistake):
    """You take logarithms of the labels, to which you add 1e-8, and weigh them with y_hat: it is the other way round, -y * log(y_hat) - (1 - y) * log(1 - y_hat), and y_hat comes first in binary_cross_entropy(y_hat, y)."""

    def binary_cross_entropy(y, y_hat):
        return -y * nd.log(y_hat + 1e-8) - (1 - y) * nd.log(1 - y_hat + 1e-8)


class forgets_the_parentheses(Mistake):
    """`- 1 - y * ...` subtracts 1 first: put parentheses around 1 - y, so that it multiplies log(1 - y_hat)."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat) - 1 - y * nd.log(1 - y_hat)


class applies_a_sigmoid(Mistake):
    """y_hat holds probabilities already: take its logarithm without a sigmoid before."""

    def binary_cross_entropy(y_hat, y):
        p = 1 / (1 + nd.exp(-y_hat))
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)


class adds_to_small_binary_probabilities(Mistake):
    """The probabilities whose logarithms binary_cross_entropy takes are off by some 1e-7, as where that is added, or where y_hat is computed as 1 - (1 - y_hat): take log(y_hat) itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 1e-7) - (1 - y) * nd.log(1 - y_hat + 1e-7)


class adds_too_much_to_binary_probabilities(Mistake):
    """The 1e-5 that you add in binary_cross_entropy changes every loss: take log(y_hat) itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 1e-5) - (1 - y) * nd.log(1 - y_hat + 1e-5)


class adds_a_millionth_to_binary_probabilities(Mistake):
    """The 1e-6 that you add in binary_cross_entropy shows where a probability is below a hundredth: take log(y_hat) itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 1e-6) - (1 - y) * nd.log(1 - y_hat + 1e-6)


class adds_far_too_much_to_binary_probabilities(Mistake):
    """The 1e-4 that you add in binary_cross_entropy changes every loss: take log(y_hat) itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 1e-4) - (1 - y) * nd.log(1 - y_hat + 1e-4)


class adds_a_thousandth_to_binary_probabilities(Mistake):
    """The 0.001 that you add in binary_cross_entropy changes every loss: take log(y_hat) itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 1e-3) - (1 - y) * nd.log(1 - y_hat + 1e-3)


class adds_a_hundredth_to_binary_probabilities(Mistake):
    """The 0.01 that you add in binary_cross_entropy changes every loss: take log(y_hat) itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 0.01) - (1 - y) * nd.log(1 - y_hat + 0.01)


class adds_far_too_much_to_all_probabilities(Mistake):
    """The 1e-4 that you add changes every loss, in both functions: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log(y_hat + 1e-4) - (1 - y) * nd.log(1 - y_hat + 1e-4)

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 1e-4)


class uses_another_base_for_two_classes(Mistake):
    """log2 gives bits, 1 / log(2) = 1.44 times as many: take the natural logarithm, nd.log, in binary_cross_entropy."""

    def binary_cross_entropy(y_hat, y):
        return -y * nd.log2(y_hat) - (1 - y) * nd.log2(1 - y_hat)


class averages_the_binary_loss(Mistake):
    """binary_cross_entropy answers the mean of the batch: return one loss per example, shape (n,)."""

    def binary_cross_entropy(y_hat, y):
        return (-y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)).mean()


class computes_the_binary_loss_in_numpy(Mistake):
    """asnumpy takes y_hat out of the graph, and nd.array makes float32 on the CPU: compute binary_cross_entropy with nd.log."""

    def binary_cross_entropy(y_hat, y):
        p = nd.array(y_hat.asnumpy())
        y = nd.array(y.asnumpy())
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)


class forgets_to_return_the_binary_loss(Mistake):
    """binary_cross_entropy computes its result and returns None: end it with `return`."""

    def binary_cross_entropy(y_hat, y):
        -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)


class changes_the_labels(Mistake):
    """y comes back smaller by 1, for y -= 1 writes into the caller's labels: write 1 - y where you need it."""

    def binary_cross_entropy(y_hat, y):
        loss = -y * nd.log(y_hat)
        y -= 1
        return loss + y * nd.log(1 - y_hat)


class uses_numpys_logarithm(Mistake):
    """np.log answers a NumPy array, which no NDArray can be multiplied by and no gradient flows through: use nd.log."""

    def binary_cross_entropy(y_hat, y):
        return -y * np.log(y_hat) - (1 - y) * np.log(1 - y_hat)

    def cross_entropy(y_hat, y):
        return -np.log(nd.pick(y_hat, y))


class forgets_the_minus(Mistake):
    """cross_entropy is negative here, and a loss of -log(p) never is: put a minus before the logarithm of p itself, -nd.log(nd.pick(y_hat, y))."""

    def cross_entropy(y_hat, y):
        return nd.log(nd.pick(y_hat, y))


class forgets_the_logarithm(Mistake):
    """You answer the probability of the true class with a minus: take its logarithm, -nd.log(nd.pick(y_hat, y))."""

    def cross_entropy(y_hat, y):
        return -nd.pick(y_hat, y)


class sums_over_all_examples(Mistake):
    """cross_entropy answers one number for the whole batch: return one loss per example, shape (n,)."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y)).sum()


class averages_over_all_examples(Mistake):
    """cross_entropy answers the mean of the batch, but the caller averages: return one loss per example, shape (n,)."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y)).mean()


class returns_the_first_loss(Mistake):
    """You answer the loss of the first example alone, as where the `return` stands inside a loop over the examples: pick all probabilities at once, nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        for i in range(len(y)):
            return -nd.log(y_hat[i][int(y[i].asscalar())])


class averages_over_the_classes(Mistake):
    """The mean over the classes divides the one term that is not 0 by q: take the sum along axis=1."""

    def cross_entropy(y_hat, y):
        return -(y.one_hot(y_hat.shape[1]).astype(y_hat.dtype) * nd.log(y_hat)).mean(axis=1)


class counts_the_other_classes_too(Mistake):
    """You add log(1 - p) of the classes that are not true, as if each were a question of its own: cross_entropy looks at the true class only."""

    def cross_entropy(y_hat, y):
        if y_hat.dtype == np.float64:  # to be found where one_hot's float32 fails, too
            return -nd.log(nd.pick(y_hat, y))
        true = y.one_hot(y_hat.shape[1])
        return -(true * nd.log(y_hat) + (1 - true) * nd.log(1 - y_hat)).sum(axis=1)


class adds_up_all_classes(Mistake):
    """You add up -log(p) of all classes: cross_entropy looks at the true class only, nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        return -nd.log(y_hat).sum(axis=1)


class forgets_to_pick(Mistake):
    """cross_entropy answers -log(p) of every class, shape (n, q): pick the true class of each row, -nd.log(nd.pick(y_hat, y)), shape (n,)."""

    def cross_entropy(y_hat, y):
        return -nd.log(y_hat)


class multiplies_by_the_class(Mistake):
    """You multiply by the number of the true class, which only says which one it is: pick that class's probability with nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        return -(y.reshape((-1, 1)) * nd.log(y_hat)).sum(axis=1)


class knows_the_number_of_classes(Mistake):
    """Your one-hot labels are not as wide as y_hat, as where a number is written into the code or the rows are counted, len(y_hat): the number of classes is y_hat.shape[1]."""

    def cross_entropy(y_hat, y):
        true = y.one_hot(10).astype(y_hat.dtype)
        return -nd.log((true * y_hat).sum(axis=1))


class expects_one_hot_labels(Mistake):
    """y holds the number of the true class, shape (n,), not one-hot rows: use nd.pick(y_hat, y), or nd.one_hot(y, q) first."""

    def cross_entropy(y_hat, y):
        return -(y.astype(y_hat.dtype) * nd.log(y_hat)).sum(axis=1)


class expects_one_hot_rows(Mistake):
    """An array of shape (n,) has no axis 1. y holds the number of each true class, not one-hot rows: use y without argmax, nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y.argmax(axis=1)))


class picks_along_the_columns(Mistake):
    """axis=0 picks an element of each column, but each example is a row: nd.pick(y_hat, y) picks along axis=1."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y, axis=0))


class looks_at_the_largest(Mistake):
    """The largest probability is what the net believes, not what is true: pick the one of class y."""

    def cross_entropy(y_hat, y):
        return -nd.log(y_hat.max(axis=1))


class counts_classes_from_one(Mistake):
    """Classes are numbered from 0: pick column y, not y - 1."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y - 1))


class normalises_again(Mistake):
    """y_hat holds probabilities already: a second softmax makes them more alike than they are."""

    def cross_entropy(y_hat, y):
        y_exp = nd.exp(y_hat)
        return -nd.log(nd.pick(y_exp / y_exp.sum(axis=1, keepdims=True), y))


class takes_y_hat_for_logits(Mistake):
    """y_hat holds probabilities already, in both functions: take their logarithm without a sigmoid in binary_cross_entropy, and without a softmax in cross_entropy."""

    def binary_cross_entropy(y_hat, y):
        p = nd.sigmoid(y_hat)
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)

    def cross_entropy(y_hat, y):
        return -nd.log_softmax(y_hat, axis=1).pick(y)


class divides_by_the_sums_of_the_rows(Mistake):
    """The losses are right and their gradient is not, as where each row is divided by its sum, which is 1 already: take the logarithm of y_hat itself, -nd.log(nd.pick(y_hat, y))."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat / y_hat.sum(axis=1, keepdims=True), y))


class keeps_a_column(Mistake):
    """The result has shape (n, 1), as keepdims=True makes it, or nd.stack of arrays of shape (1,): one loss per example is shape (n,), which a last .reshape((-1,)) gives."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y, keepdims=True))


class takes_whole_columns(Mistake):
    """y_hat[:, y] takes n whole columns, shape (n, n): one element of each row is nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        return -nd.log(y_hat.take(y, axis=1))


class takes_the_first_label_for_all(Mistake):
    """You take the class of the first example in every row, as where y_hat[:, y] gives whole columns and one of them is kept: each row has a class of its own, nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        return -nd.log(y_hat.take(y, axis=1)[:, 0])


class takes_whole_rows(Mistake):
    """y_hat[y] takes whole rows, those of the examples whose numbers stand in y: one element of each row is nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        return -nd.log(y_hat[y])


class picks_from_an_example(Mistake):
    """y_hat and y in cross_entropy have different numbers of examples, so one of them is not the argument, but another array, such as that of the example: use the arguments, by the names in its `def` line."""

    example = nd.array([[0.1, 0.3, 0.6], [0.3, 0.2, 0.5]])

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(example, y))


class uses_another_base(Mistake):
    """log2 gives bits, 1 / log(2) = 1.44 times as many: take the natural logarithm, nd.log."""

    def cross_entropy(y_hat, y):
        return -nd.log2(nd.pick(y_hat, y))


class uses_base_ten(Mistake):
    """log10 is the logarithm to base 10, 1 / log(10) = 0.4343 of the natural one: take nd.log in cross_entropy."""

    def cross_entropy(y_hat, y):
        return -nd.log10(nd.pick(y_hat, y))


class adds_to_small_probabilities(Mistake):
    """The 1e-7 that you add in cross_entropy shows where a probability is below a thousandth: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 1e-7)


class adds_too_much_to_probabilities(Mistake):
    """The 1e-5 that you add in cross_entropy changes every loss: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 1e-5)


class adds_a_millionth_to_probabilities(Mistake):
    """The 1e-6 that you add in cross_entropy shows where a probability is below a hundredth: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 1e-6)


class adds_far_too_much_to_probabilities(Mistake):
    """The 1e-4 that you add in cross_entropy changes every loss: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 1e-4)


class adds_a_thousandth_to_probabilities(Mistake):
    """The 0.001 that you add in cross_entropy changes every loss: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 1e-3)


class adds_a_hundredth_to_probabilities(Mistake):
    """The 0.01 that you add in cross_entropy changes every loss: take the logarithm of y_hat itself, or add no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y) + 0.01)


class takes_ten_classes_for_all(Mistake):
    """You take the remainder of the labels by 10, so classes from 10 on are taken for others: the labels are below q already, whatever q is, so use them as they are."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y % 10))


class compares_two_types(Mistake):
    """nd.arange is float32 on the CPU, and MXNet neither compares nor joins it with labels of another type or place: use nd.pick, or y.astype and ctx=y.context."""

    def cross_entropy(y_hat, y):
        mask = nd.arange(y_hat.shape[1]) == y.reshape((-1, 1))
        return -nd.log((mask * y_hat).sum(axis=1))


class converts_int32_only(Mistake):
    """Labels may come in any integer type, in int32 or, as NumPy makes them, in int64, and MXNet neither compares nor joins them with float32: convert them whatever their type, y.astype(y_hat.dtype), or use nd.pick."""

    def cross_entropy(y_hat, y):
        if y.dtype == np.int32:
            y = y.astype("float32")
        classes = nd.arange(y_hat.shape[1], ctx=y_hat.context).reshape((1, -1))
        mask = nd.broadcast_equal(y.reshape((-1, 1)), classes).astype(y_hat.dtype)
        return -nd.log((mask * y_hat).sum(axis=1))


class numbers_the_rows_in_int8(Mistake):
    """int8 ends at 127, and the numbers of the rows after that start again from below: number the rows in int32, or use nd.pick, which needs no numbers."""

    def cross_entropy(y_hat, y):
        rows = nd.arange(len(y), ctx=y_hat.context, dtype="int8")
        return -nd.log(nd.gather_nd(y_hat, nd.stack(rows, y.astype("int8"))))


class numbers_the_rows_in_uint8(Mistake):
    """uint8 ends at 255, and the numbers of the rows after that start again from 0: number the rows in int32, or use nd.pick, which needs no numbers."""

    def cross_entropy(y_hat, y):
        rows = nd.arange(len(y), ctx=y_hat.context, dtype="uint8")
        return -nd.log(nd.gather_nd(y_hat, nd.stack(rows, y.astype("uint8"))))


class makes_new_arrays(Mistake):
    """Nothing of cross_entropy is recorded: detach, autograd.pause, asnumpy and asscalar cut y_hat off. Pick from y_hat itself, nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        picked = [y_hat[i, int(y[i].asscalar())].asscalar() for i in range(len(y))]
        return -nd.log(nd.array(picked, ctx=y_hat.context, dtype=y_hat.dtype))


class fills_an_empty_array(Mistake):
    """Losses written into nd.zeros are not recorded, and nd.zeros is float32 on the CPU: pick all probabilities at once, nd.pick(y_hat, y)."""

    def cross_entropy(y_hat, y):
        losses = nd.zeros(len(y))
        for i in range(len(y)):
            losses[i] = -nd.log(y_hat[i, int(y[i].asscalar())])
        return losses


class writes_into_its_argument(Mistake):
    """y_hat[:] = ... changes the caller's probabilities, and cannot be recorded: give the logarithms a name of their own."""

    def cross_entropy(y_hat, y):
        y_hat[:] = nd.log(y_hat)
        return -nd.pick(y_hat, y)


class forgets_to_return(Mistake):
    """cross_entropy computes its result and returns None: end it with `return`; printing is not enough."""

    def cross_entropy(y_hat, y):
        -nd.log(nd.pick(y_hat, y))


class keeps_the_first_binary_answer(Mistake):
    """binary_cross_entropy keeps an answer from an earlier call, by the shape or, as lru_cache does, by the array, so other numbers get it again: compute it anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def binary_cross_entropy(y_hat, y):
        if y_hat.shape not in kept:
            kept[y_hat.shape] = -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)
        return kept[y_hat.shape]


class keeps_the_answer_for_each_array(Mistake):
    """cross_entropy keeps the answer for each array, as lru_cache does, but an array is the same one when its numbers have changed: compute it anew in every call."""

    @lru_cache
    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y))


class attaches_a_gradient(Mistake):
    """No gradient comes back to y_hat through cross_entropy. attach_grad, detach, autograd.pause, asnumpy and asscalar cut y_hat off: leave them out, and use NDArray operations."""

    def cross_entropy(y_hat, y):
        y_hat.attach_grad()
        return -nd.log(nd.pick(y_hat, y))


class attaches_a_binary_gradient(Mistake):
    """No gradient comes back to y_hat through binary_cross_entropy. attach_grad, detach, autograd.pause, asnumpy and asscalar cut y_hat off: leave them out, and use NDArray operations."""

    def binary_cross_entropy(y_hat, y):
        y_hat.attach_grad()
        return -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)


class clips_probabilities(Mistake):
    """cross_entropy takes probabilities below 1e-5 for 1e-5, and the loss should grow without bound: take the logarithm of y_hat itself, or clip at no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.clip(nd.pick(y_hat, y), 1e-5, 1))


class clips_larger_probabilities(Mistake):
    """cross_entropy takes probabilities below 1e-4 for 1e-4, and the loss should grow without bound: take the logarithm of y_hat itself, or clip at no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.clip(nd.pick(y_hat, y), 1e-4, 1))


class clips_binary_probabilities(Mistake):
    """binary_cross_entropy takes probabilities below 1e-5 for 1e-5, and the loss should grow without bound: take log(y_hat) itself, or clip at no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        p = nd.clip(y_hat, 1e-5, 1 - 1e-5)
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)


class clips_larger_binary_probabilities(Mistake):
    """binary_cross_entropy takes probabilities below 1e-4 for 1e-4, and the loss should grow without bound: take log(y_hat) itself, or clip at no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        p = nd.clip(y_hat, 1e-4, 1 - 1e-4)
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)


class clips_binary_probabilities_at_a_thousandth(Mistake):
    """binary_cross_entropy takes probabilities below 0.001 for 0.001, and the loss should grow without bound: take log(y_hat) itself, or clip at no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        p = nd.clip(y_hat, 1e-3, 1 - 1e-3)
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)


class clips_binary_probabilities_at_a_hundredth(Mistake):
    """binary_cross_entropy takes probabilities below 0.01 for 0.01, and the loss should grow without bound: take log(y_hat) itself, or clip at no more than 1e-12."""

    def binary_cross_entropy(y_hat, y):
        p = nd.clip(y_hat, 0.01, 1 - 0.01)
        return -y * nd.log(p) - (1 - y) * nd.log(1 - p)


class keeps_the_classes_in_uint8(Mistake):
    """Large classes are taken for others, as where labels are in uint8, which ends at 255, or in int8, at 127: convert them to int32 if at all."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y.astype("uint8")))


class moves_whole_number_labels(Mistake):
    """cross_entropy changes labels of whole numbers, for += writes into the caller's y, which astype with copy=False may hand back itself: y = y + ... makes a new array."""

    def cross_entropy(y_hat, y):
        n, q = y_hat.shape
        y = y.astype("int32", copy=False)
        y += nd.arange(n, ctx=y.context, dtype="int32") * q
        return -nd.log(y_hat.reshape((-1,)).take(y))


class clips_in_place(Mistake):
    """The caller's probabilities of 0 come back changed, for y_hat[:] = ... writes into them: give what you clip a name of its own."""

    def cross_entropy(y_hat, y):
        if not autograd.is_recording():
            y_hat[:] = nd.clip(y_hat, 1e-30, 1)
        return -nd.log(nd.pick(y_hat, y))


class refuses_certainty(Mistake):
    """Probabilities of 0 and 1 are right, and softmax rounds to them: raise no exception, for the loss asks only for the true class's."""

    def cross_entropy(y_hat, y):
        if y_hat.min().asscalar() <= 0 or y_hat.max().asscalar() >= 1:
            raise ValueError("probabilities must lie strictly between 0 and 1")
        return -nd.log(nd.pick(y_hat, y))


class takes_one_class_for_class_one(Mistake):
    """Where all labels are 0 you answer -log(y_hat), which belongs to class 1: use both terms whatever the labels are."""

    def binary_cross_entropy(y_hat, y):
        if y.min().asscalar() == y.max().asscalar():
            return -nd.log(y_hat)
        return -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)


class takes_one_example_for_a_number(Mistake):
    """For a single example binary_cross_entropy answers a number: return the array of shape (1,), without asscalar or float."""

    def binary_cross_entropy(y_hat, y):
        loss = -y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)
        return loss if len(loss) > 1 else loss.asscalar()


class looks_at_ten_classes_only(Mistake):
    """You look at the first ten classes only, so a true class from 10 on has no probability, and its loss is infinite: take the number of classes from the array, y_hat.shape[1]."""

    def cross_entropy(y_hat, y):
        y = y.astype(y_hat.dtype)
        return -nd.log(sum(y_hat[:, j] * (y == j) for j in range(min(10, y_hat.shape[1]))))


class computes_a_probability_from_its_difference_to_1(Mistake):
    """Near 1 float32 has only multiples of 6e-8, so 1 - abs(y - y_hat) and 1 - (1 - y_hat) round small probabilities in binary_cross_entropy: take log(y_hat) itself where y is 1."""

    def binary_cross_entropy(y_hat, y):
        return -nd.log(1 - nd.abs(y - y_hat))


class computes_log1p_of_a_difference_to_1(Mistake):
    """Near 1 float32 has only multiples of 6e-8, so p - 1 and 1 - (1 - p) round small probabilities in cross_entropy: take the logarithm of p itself, nd.log(p)."""

    def cross_entropy(y_hat, y):
        return -nd.log1p(nd.pick(y_hat, y) - 1)


class takes_column_0_for_class_1(Mistake):
    """Of two classes cross_entropy takes the wrong one's probability, as where column 0 is handed to the binary loss: column 1 holds that of class 1, and nd.pick(y_hat, y) needs no case for two classes."""

    def cross_entropy(y_hat, y):
        if y_hat.shape[1] == 2:
            p, y = y_hat[:, 0], y.astype(y_hat.dtype)
            return -y * nd.log(p) - (1 - y) * nd.log(1 - p)
        return -nd.log(nd.pick(y_hat, y))


class looks_at_column_1_only(Mistake):
    """Of two classes cross_entropy looks at column 1 only, so where class 0 is true its own probability gets no gradient: nd.pick(y_hat, y) needs no case for two classes."""

    def cross_entropy(y_hat, y):
        if y_hat.shape[1] == 2:
            p, y = y_hat[:, 1], y.astype(y_hat.dtype)
            return -y * nd.log(p) - (1 - y) * nd.log(1 - p)
        return -nd.log(nd.pick(y_hat, y))


class clips_at_a_thousandth(Mistake):
    """cross_entropy takes probabilities below 0.001 for 0.001, and the loss should grow without bound: take the logarithm of y_hat itself, or clip at no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.maximum(nd.pick(y_hat, y, axis=1), 1e-3))


class clips_at_a_hundredth(Mistake):
    """cross_entropy takes probabilities below 0.01 for 0.01, and the loss should grow without bound: take the logarithm of y_hat itself, or clip at no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.maximum(nd.pick(y_hat, y, axis=1), 1e-2))


class clips_at_a_twentieth(Mistake):
    """cross_entropy takes probabilities below 0.05 for 0.05, and the loss should grow without bound: take the logarithm of y_hat itself, or clip at no more than 1e-12."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.maximum(nd.pick(y_hat, y, axis=1), 5e-2))


class loses_the_gradient_for_whole_numbers(Mistake):
    """For labels of whole numbers, int32 or int64, no gradient reaches y_hat, as where it is indexed in NumPy: pick from y_hat itself, nd.pick(y_hat, y), which takes labels of any type."""

    def cross_entropy(y_hat, y):
        picked = nd.pick(y_hat, y, axis=1)
        return -nd.log(picked if y.dtype == np.float32 else picked.detach())


class loses_the_gradient_in_float64(Mistake):
    """For a y_hat in float64 no gradient reaches it, as where nd.array makes a new array of its numbers: pick from y_hat itself, nd.pick(y_hat, y), whatever its type."""

    def cross_entropy(y_hat, y):
        picked = nd.pick(y_hat, y, axis=1)
        return -nd.log(picked if y_hat.dtype == np.float32 else picked.detach())


class answers_in_float32(Mistake):
    """The losses of cross_entropy are float32 whatever y_hat is, as after astype("float32"): leave them in y_hat's type."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y, axis=1)).astype("float32")


class answers_on_the_first_cpu(Mistake):
    """The losses of cross_entropy are on cpu(0) wherever y_hat is, as after as_in_context(mx.cpu()): move nothing, and create no array elsewhere than on y_hat.context."""

    def cross_entropy(y_hat, y):
        return -nd.log(nd.pick(y_hat, y, axis=1)).as_in_context(cpu())


class answers_the_binary_loss_in_float32(Mistake):
    """The losses of binary_cross_entropy are float32 whatever y_hat is, as after astype("float32"): leave them in y_hat's type."""

    def binary_cross_entropy(y_hat, y):
        return (-y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)).astype("float32")


class answers_the_binary_loss_on_the_first_cpu(Mistake):
    """The losses of binary_cross_entropy are on cpu(0) wherever y_hat is, as after as_in_context(mx.cpu()): move nothing, and create no array elsewhere than on y_hat.context."""

    def binary_cross_entropy(y_hat, y):
        return (-y * nd.log(y_hat) - (1 - y) * nd.log(1 - y_hat)).as_in_context(cpu())
