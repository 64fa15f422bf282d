"""Wrong versions of `data_iter` and of the two counts that learners write, each with the sentence
that would help."""

import math
import random

import numpy as np
from mxnet import cpu, io, nd

from grader.course import Mistake


class does_not_shuffle(Mistake):
    """The minibatches come in the stored order: shuffle the examples' numbers, and take the rows by the shuffled list."""

    def data_iter(batch_size, features, labels):
        for i in range(0, len(features), batch_size):
            yield features[i : i + batch_size], labels[i : i + batch_size]


class shuffles_each_minibatch_only(Mistake):
    """The same examples always meet. Perhaps you shuffle only inside each minibatch: shuffle all numbers first, then cut them into pieces."""

    def data_iter(batch_size, features, labels):
        for i in range(0, len(features), batch_size):
            rows = list(range(i, min(i + batch_size, len(features))))
            random.shuffle(rows)
            rows = nd.array(rows, ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_the_minibatches_only(Mistake):
    """The same examples always meet. Perhaps you shuffle only the order of the minibatches: shuffle all numbers first, then cut them into pieces."""

    def data_iter(batch_size, features, labels):
        starts = list(range(0, len(features), batch_size))
        random.shuffle(starts)
        for i in starts:
            yield features[i : i + batch_size], labels[i : i + batch_size]


class takes_rows_of_shuffled_minibatches(Mistake):
    """The same examples always meet, as where only the order of the minibatches is random: shuffle all numbers first, then cut them into pieces."""

    def data_iter(batch_size, features, labels):
        starts = list(range(0, len(features), batch_size))
        random.shuffle(starts)
        for i in starts:
            rows = nd.arange(i, min(i + batch_size, len(features)), ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_a_part_apart(Mistake):
    """A part of the examples keeps its place, first or last in every pass: shuffle the numbers of all examples together."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        full = n // batch_size * batch_size
        order = list(range(full))
        random.shuffle(order)
        order += range(full, n)
        for i in range(0, n, batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class keeps_what_shuffle_returns(Mistake):
    """random.shuffle shuffles the list itself and returns None: make the list first, shuffle it, and go on with the list."""

    def data_iter(batch_size, features, labels):
        order = random.shuffle(list(range(len(features))))
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_a_range(Mistake):
    """A range cannot be put into another order: make a list of it first, list(range(n))."""

    def data_iter(batch_size, features, labels):
        order = range(len(features))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class yields_an_empty_minibatch(Mistake):
    """Where batch_size divides n, one minibatch too many is begun, with no examples in it: begin one at every multiple of batch_size below n, range(0, n, batch_size)."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(len(features) // batch_size + 1):
            rows = order[i * batch_size : (i + 1) * batch_size]
            yield features[rows], labels[rows]


class leaves_out_the_rest(Mistake):
    """The last, shorter minibatch is missing: begin one at every multiple of batch_size below n, range(0, n, batch_size). A DataLoader keeps it unless told last_batch='discard'."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(len(features) // batch_size):
            rows = nd.array(order[i * batch_size : (i + 1) * batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class stops_before_the_last_minibatch(Mistake):
    """The last minibatch is missing, even where it is full: begin one at every multiple of batch_size below n, with range(0, n, batch_size) or `while i < n`."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        i = 0
        while i + batch_size < len(features):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)
            i += batch_size


class leaves_out_the_rest_unshuffled(Mistake):
    """The minibatches come in the stored order, and the last, shorter one is missing: shuffle the examples' numbers, and begin a minibatch at every multiple of batch_size below n, range(0, n, batch_size)."""

    def data_iter(batch_size, features, labels):
        for i in range(len(features) // batch_size):
            rows = slice(i * batch_size, (i + 1) * batch_size)
            yield features[rows], labels[rows]


class fills_up_the_last_minibatch(Mistake):
    """The last minibatch is filled up with examples that came before: let it be shorter."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(n))
        random.shuffle(order)
        for start in range(0, n, batch_size):
            rows = [order[i % n] for i in range(start, start + batch_size)]
            rows = nd.array(rows, ctx=features.context)
            yield features.take(rows), labels.take(rows)


class fills_up_from_the_first_examples(Mistake):
    """A short last minibatch is filled up with the first examples of the pass, which came before: let it be shorter."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            rows = rows + order[: batch_size - len(rows)]
            yield features[rows], labels[rows]


class draws_with_replacement(Mistake):
    """Some examples come twice and others never, for each draw is made from all of them again: make one permutation per pass, random.shuffle or np.random.permutation(n), and go through it."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        for start in range(0, n, batch_size):
            size = min(batch_size, n - start)
            rows = nd.random.randint(0, n, shape=(size,), ctx=features.context)
            yield features.take(rows), labels.take(rows)


class draws_full_minibatches_with_replacement(Mistake):
    """Some examples come twice and others never, and the last minibatch is as large as the others, because each is drawn from all examples again: shuffle once per pass, and cut that order into pieces."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        for _ in range(0, n, batch_size):
            rows = nd.random.randint(0, n, shape=(batch_size,), ctx=features.context)
            yield features.take(rows), labels.take(rows)


class numbers_from_1_to_n(Mistake):
    """One example never comes and another one twice, as where the numbers are range(1, n + 1) and take counts n as n - 1: the numbers of n examples are 0 to n - 1, list(range(n))."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(1, n + 1))
        random.shuffle(order)
        for i in range(0, n, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class has_its_own_number_of_examples(Mistake):
    """You go through as many numbers as the data of your demonstration had, such as a global num_examples = 1000, and these data have another: take n from the argument, len(features)."""

    num_examples = 1000

    def data_iter(batch_size, features, labels):
        order = list(range(num_examples))
        random.shuffle(order)
        for i in range(0, num_examples, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class has_ten_numbers(Mistake):
    """You go through ten numbers, as the example has them, however many examples there are: take n from the argument, len(features)."""

    def data_iter(batch_size, features, labels):
        order = list(range(10))
        random.shuffle(order)
        for i in range(0, 10, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_ten_numbers_once(Mistake):
    """Every pass goes through the same ten numbers in the same order, as where they are shuffled once, outside data_iter: make list(range(len(features))) inside it, and shuffle that."""

    order = random.sample(range(10), 10)

    def data_iter(batch_size, features, labels):
        for i in range(0, 10, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_a_thousand_numbers_once(Mistake):
    """Every pass goes through the same numbers, up to 999, in the same order, as where they are shuffled once, outside data_iter: make list(range(len(features))) inside it, and shuffle that."""

    order = random.sample(range(1000), 1000)

    def data_iter(batch_size, features, labels):
        for i in range(0, 1000, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_features_and_labels_apart(Mistake):
    """Rows and labels no longer belong together, as where features and labels are shuffled separately: take both by the same numbers."""

    def data_iter(batch_size, features, labels):
        mine, yours = list(range(len(features))), list(range(len(features)))
        random.shuffle(mine)
        random.shuffle(yours)
        for i in range(0, len(features), batch_size):
            rows = nd.array(mine[i : i + batch_size], ctx=features.context)
            others = nd.array(yours[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(others)


class forgets_to_shuffle_the_labels(Mistake):
    """The features are taken in random order and the labels in the stored one: take both by the same numbers."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels[i : i + batch_size]


class makes_a_column_of_labels(Mistake):
    """The labels of a minibatch have shape (batch_size,), one for each row of features: leave out the reshape to (batch_size, 1)."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows].reshape((-1, 1))


class writes_all_into_one_array(Mistake):
    """Every minibatch is written into the same array, so whoever keeps one finds the next one's numbers in it: yield arrays of their own."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        X = features[:batch_size].copy()
        y = labels[:batch_size].copy()
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            X[: len(rows)] = features[rows]
            y[: len(rows)] = labels[rows]
            yield X[: len(rows)], y[: len(rows)]


class never_ends(Mistake):
    """`while True` begins anew after the last example: a pass ends when every example has come once, and the caller asks for the next one."""

    def data_iter(batch_size, features, labels):
        while True:
            order = list(range(len(features)))
            random.shuffle(order)
            for i in range(0, len(features), batch_size):
                rows = order[i : i + batch_size]
                yield features[rows], labels[rows]


class yields_the_numbers(Mistake):
    """You yield the examples' numbers where their labels belong: take the rows of labels too."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), rows


class yields_three_things(Mistake):
    """You yield three things, but the loop is `for X, y in data_iter(...)`: yield features and labels only."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield i, features.take(rows), labels.take(rows)


class returns_the_first_minibatch(Mistake):
    """`return` ends the function with the first minibatch: hand them out one by one with `yield`."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            return features.take(rows), labels.take(rows)


class stops_after_the_first_minibatch(Mistake):
    """Only the first minibatch is handed out, as where a `return` or a break stands inside the loop: hand them out one by one with `yield`, and let the loop come to its end."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        minibatches = []
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            minibatches.append((features.take(rows), labels.take(rows)))
            return minibatches


class returns_the_last_minibatch(Mistake):
    """The `return` stands after the loop and hands back the last minibatch alone: write `yield` inside the loop, so that each minibatch is handed out."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            X, y = features.take(rows), labels.take(rows)
        return X, y


class seeds_the_generator(Mistake):
    """Every pass has the same order: shuffle anew in each call, and set no seed."""

    def data_iter(batch_size, features, labels):
        random.seed(0)
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class begins_somewhere(Mistake):
    """The stored order is kept, though begun elsewhere or gone through backwards: shuffle all of the numbers."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(n))
        random.shuffle(order)
        order = [(order[0] + i) % n for i in range(n)]
        for i in range(0, n, batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class begins_at_a_random_example(Mistake):
    """The stored order is kept, and only where it begins is random: shuffle all of the numbers."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        first = random.randrange(n)  # noqa: S311  (no secret depends on it)
        order = [*range(first, n), *range(first)]
        for i in range(0, n, batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class has_its_own_batch_size(Mistake):
    """The batch size is written into the code: use the argument batch_size."""

    def data_iter(batch_size, features, labels):
        batch_size = 10
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class steps_by_one(Mistake):
    """The minibatches overlap, for each begins one example after the last: step by batch_size, range(0, n, batch_size)."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(len(features)):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class sorts_into_the_arguments(Mistake):
    """The shuffled rows are written into features and labels themselves, which changes the caller's arrays: shuffle a list of numbers instead, and take the rows with these."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        rows = nd.array(order, ctx=features.context)
        features[:] = features.take(rows)
        labels[:] = labels.take(rows)
        for i in range(0, len(features), batch_size):
            yield features[i : i + batch_size], labels[i : i + batch_size]


class goes_through_numpy(Mistake):
    """nd.array makes float32 on the CPU of NumPy's rows: take them from the NDArrays themselves, features.take(rows)."""

    def data_iter(batch_size, features, labels):
        order = np.random.permutation(len(features))
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield nd.array(features.asnumpy()[rows]), nd.array(labels.asnumpy()[rows])


class rounds_down(Mistake):
    """num_examples // batch_size forgets the last, shorter minibatch: 10 examples by 3 are 4 minibatches, so round up."""

    def iterations_per_epoch(num_examples, batch_size):
        return num_examples // batch_size


class always_adds_one(Mistake):
    """You count one minibatch too many where batch_size fits, as num_examples // batch_size + 1 does: only a remainder makes one more, so use math.ceil(num_examples / batch_size)."""

    def iterations_per_epoch(num_examples, batch_size):
        return num_examples // batch_size + 1


class rounds_to_the_nearest(Mistake):
    """A remainder of less than half of batch_size is not counted, as by round: every remainder makes a minibatch of its own, so use math.ceil."""

    def iterations_per_epoch(num_examples, batch_size):
        return round(num_examples / batch_size)


class keeps_the_fraction(Mistake):
    """There is no third of a minibatch: round num_examples / batch_size up to a whole number."""

    def iterations_per_epoch(num_examples, batch_size):
        return num_examples / batch_size


class adds_almost_one_half(Mistake):
    """A single example that is left over from large minibatches is not counted, as where 0.49 or 0.99 is added before rounding: use math.ceil."""

    def iterations_per_epoch(num_examples, batch_size):
        return round(num_examples / batch_size + 0.49)


class counts_one_epoch(Mistake):
    """num_updates answers for one epoch: multiply by num_epochs."""

    def num_updates(num_examples, batch_size, num_epochs):
        return -(-num_examples // batch_size)


class forgets_the_short_minibatches(Mistake):
    """num_updates leaves out the short minibatch at the end of each epoch: round num_examples / batch_size up before you multiply."""

    def num_updates(num_examples, batch_size, num_epochs):
        return num_examples // batch_size * num_epochs


class joins_the_epochs(Mistake):
    """You round up once over all epochs, but each epoch ends with a short minibatch of its own: round up first, then multiply by num_epochs."""

    def num_updates(num_examples, batch_size, num_epochs):
        return -(-num_examples * num_epochs // batch_size)


class joins_the_epochs_and_rounds_down(Mistake):
    """You round down once over all epochs, but each epoch ends with a short minibatch of its own: round num_examples / batch_size up, then multiply by num_epochs."""

    def num_updates(num_examples, batch_size, num_epochs):
        return num_examples * num_epochs // batch_size


class counts_examples(Mistake):
    """num_updates counts examples: there is one update for each minibatch, so divide by batch_size and round up."""

    def num_updates(num_examples, batch_size, num_epochs):
        return num_examples * num_epochs


class keeps_one_at_the_end(Mistake):
    """One example keeps its place, first or last in every pass: shuffle the numbers of all n examples, 0 to n - 1."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(n - 1))
        random.shuffle(order)
        order.append(n - 1)
        for i in range(0, n, batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class loses_the_labels_context(Mistake):
    """The minibatches' labels are on cpu(0), wherever labels is: take their rows from labels itself, labels.take(rows), and move nothing."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels.as_in_context(cpu())[rows]


class flattens_the_labels(Mistake):
    """All labels of a minibatch come along one axis, though an example may have several: take the rows of labels as they are, labels.take(rows)."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows].reshape((-1,))


class flattens_the_features(Mistake):
    """Each example's features come along one axis, though they may be an image: take the rows of features as they are, features.take(rows)."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows].reshape((len(rows), -1)), labels[rows]


class draws_each_minibatch_anew(Mistake):
    """You draw each minibatch anew from all examples, so some come twice and others never: shuffle once per pass, cut the order into pieces, and let the last one be shorter."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        for _ in range(-(-n // batch_size)):
            rows = random.sample(range(n), min(batch_size, n))
            yield features[rows], labels[rows]


class swaps_features_and_labels(Mistake):
    """You yield the labels first: the loop is `for X, y in data_iter(...)`, features first, then labels."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield labels[rows], features[rows]


class takes_the_arguments_in_another_order(Mistake):
    """The arguments are batch_size, features, labels, in this order: the first one is a number and has no length."""

    def data_iter(features, labels, batch_size):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class yields_nothing(Mistake):
    """data_iter returns None: hand out each minibatch with `yield`; print only shows it."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            print(features[rows], labels[rows])


class yields_after_the_loop(Mistake):
    """Only the last minibatch is handed out, because the yield, or the append to a list, stands after the loop: indent it, so that every minibatch is handed out."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
        yield features[rows], labels[rows]


class yields_single_examples(Mistake):
    """You yield one example at a time: a minibatch is batch_size rows together, features.take(rows) with a list of numbers."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in order:
            yield features[i], labels[i]


class leaves_out_one_example(Mistake):
    """One example never comes: the numbers of n examples are 0 to n - 1, range(n), and a slice of them may go beyond the end, order[i : i + batch_size]."""

    def data_iter(batch_size, features, labels):
        order = list(range(1, len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class cuts_before_the_last_example(Mistake):
    """The last minibatch is cut one example too early: a slice ends before its second number, and may go beyond the end of the list, order[i : i + batch_size]."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(n))
        random.shuffle(order)
        for i in range(0, n, batch_size):
            rows = order[i : min(i + batch_size, n - 1)]
            yield features[rows], labels[rows]


class yields_numpy_arrays(Mistake):
    """The minibatches are NumPy's arrays: yield NDArrays, rows of features and labels themselves, features.take(rows)."""

    def data_iter(batch_size, features, labels):
        X, y = features.asnumpy(), labels.asnumpy()
        order = np.random.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            yield X[rows], y[rows]


class keeps_the_order_in_a_default(Mistake):
    """A default such as order=[] is made once and lives on, so the next call finds the last one's numbers in it: make the list inside data_iter."""

    def data_iter(batch_size, features, labels, order=[]):
        if not order:
            order.extend(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class leaves_out_a_single_example(Mistake):
    """A last minibatch of a single example is missing: range ends before its second number, so begin at each of range(0, n, batch_size)."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(n))
        random.shuffle(order)
        for i in range(0, n - 1, batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class numbers_rows_in_uint8(Mistake):
    """Of 2100 examples some never come, as where the row numbers are in uint8, which ends at 255, or in float16, which has no odd numbers above 2048: keep them in int32."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context, dtype="uint8")
            yield features.take(rows), labels.take(rows)


class keeps_the_first_data(Mistake):
    """The rows are those of an earlier call, as where data are kept outside data_iter: take them from the features and labels of this call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def data_iter(batch_size, features, labels):
        key = features.shape, features.dtype, features.context
        features, labels = kept.setdefault(key, (features, labels))
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class squeezes_the_features(Mistake):
    """The features lose their axes of size 1, as by squeeze, also where one example is left for the last minibatch: features.take(rows) has the right axes as it is."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows).squeeze(), labels.take(rows)


class yields_nothing_of_few_examples(Mistake):
    """Where batch_size is larger than n you yield nothing: the last minibatch may be shorter, and is the only one then."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(n))
        random.shuffle(order)
        for i in range(0, n, batch_size) if batch_size <= n else []:
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class begins_with_number_one(Mistake):
    """One example never comes, as with range(1, n), range(n - 1) or a slice that ends at min(i + batch_size, n - 1): the numbers are all of range(n), and order[i : i + batch_size] may go beyond the end."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = list(range(1, n))
        random.shuffle(order)
        for i in range(0, n, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class lets_an_iterator_pad(Mistake):
    """The last minibatch is filled up with examples that came before, as NDArrayIter does it: let it be shorter, without the last batch.pad rows."""

    def data_iter(batch_size, features, labels):
        for batch in io.NDArrayIter(features, labels, batch_size, shuffle=True):
            yield batch.data[0], batch.label[0]


class makes_whole_numbers_of_the_labels(Mistake):
    """You turn the labels into int32, which cuts fractions off: take them as they are, `labels.take(rows)`, with no conversion."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for start in range(0, len(order), batch_size):
            rows = nd.array(order[start : start + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows).astype("int32")


class converts_the_labels(Mistake):
    """The labels of a minibatch are float32 whatever labels is: take their rows from labels itself, `labels.take(rows)`, with no conversion."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for start in range(0, len(order), batch_size):
            rows = nd.array(order[start : start + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows).astype("float32")


class converts_the_features(Mistake):
    """The features of a minibatch are float32 whatever features is: take their rows from features itself, `features.take(rows)`, with no conversion."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for start in range(0, len(order), batch_size):
            rows = nd.array(order[start : start + batch_size], ctx=features.context)
            yield features.take(rows).astype("float32"), labels.take(rows)


class shares_one_order(Mistake):
    """Two passes at a time disturb each other, for they share one list of numbers outside data_iter: make the list inside, a new one in each call."""

    order = []  # noqa: RUF012  (the patch has it as a global)

    def data_iter(batch_size, features, labels):
        order[:] = range(len(features))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class hands_out_the_arguments(Mistake):
    """Where one minibatch holds all examples it is features and labels themselves, in the stored order: shuffle and take their rows there too, or the caller's arrays change with the minibatch."""

    def data_iter(batch_size, features, labels):
        n = len(features)
        if batch_size >= n:
            yield features, labels
            return
        order = list(range(n))
        random.shuffle(order)
        for i in range(0, n, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_in_a_buffer(Mistake):
    """Examples that are stored first come early in every pass, as from a shuffle buffer of a few minibatches: shuffle the numbers of all examples together."""

    def data_iter(batch_size, features, labels):
        buffer, order = [], []
        for i in range(len(features)):
            buffer.append(i)
            if len(buffer) >= 2 * batch_size:
                order.append(buffer.pop(random.randrange(len(buffer))))  # noqa: S311  (no secret depends on it)
        random.shuffle(buffer)
        order += buffer
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class puts_the_arguments_back(Mistake):
    """During a pass the caller's arrays are in another order, and stay so where the loop is left early: shuffle a list of numbers instead, and take the rows with these."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        given = features.copy(), labels.copy()
        features[:], labels[:] = given[0][order], given[1][order]
        for i in range(0, len(features), batch_size):
            yield features[i : i + batch_size].copy(), labels[i : i + batch_size].copy()
        features[:], labels[:] = given


class adds_almost_one(Mistake):
    """A single example that is left over from minibatches of 2000 is not counted, as where 0.999 is added before rounding down: use math.ceil."""

    def iterations_per_epoch(num_examples, batch_size):
        return int(num_examples / batch_size + 0.999)


class counts_in_float32(Mistake):
    """Large numbers are counted inexactly, as in float32, which has some seven digits: use Python's own numbers and math.ceil, and no NDArray."""

    def iterations_per_epoch(num_examples, batch_size):
        return int(nd.array([num_examples / batch_size]).ceil().asscalar())


class keeps_a_count_for_each_size(Mistake):
    """You keep the count of an earlier call by num_examples alone, and another batch_size gets it too: count anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def num_updates(num_examples, batch_size, num_epochs):
        return kept.setdefault(num_examples, -(-num_examples // batch_size)) * num_epochs


class keeps_the_updates_of_an_earlier_call(Mistake):
    """You keep the answer of an earlier call by num_examples and batch_size alone, and another num_epochs gets it too: count anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def num_updates(num_examples, batch_size, num_epochs):
        updates = math.ceil(num_examples / batch_size) * num_epochs
        return kept.setdefault((num_examples, batch_size), updates)


class never_leaves_an_example_in_its_place(Mistake):
    """No example ever stays in its place, but in a random order some do. If you shuffle by hand, draw from 0 to i with i included, or use random.shuffle."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        for i in range(len(order) - 1, 0, -1):
            k = random.randrange(i)  # noqa: S311  (no secret depends on it)
            order[i], order[k] = order[k], order[i]
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class turns_the_last_order(Mistake):
    """An earlier pass's order comes again, backwards or begun elsewhere: shuffle anew in each call, and keep no order outside data_iter."""

    orders = {}  # noqa: RUF012  (the patch has it as a global)

    def data_iter(batch_size, features, labels):
        n = len(features)
        order = orders.setdefault(n, random.sample(range(n), n))
        order.append(order.pop(0))
        order = list(order)
        for i in range(0, n, batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class squeezes_the_labels(Mistake):
    """Labels of shape (n, 1) come out as (batch_size,): yield the rows as they are, `labels.take(rows)`, without a reshape or squeeze."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            y = labels.take(rows)
            yield features.take(rows), y.reshape((-1,)) if y.size == len(rows) else y


class loses_digits_on_the_way(Mistake):
    """Types and shapes are right, but numbers that float32 cannot hold come out changed: take the rows from features and labels themselves, with no astype there and back."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            parts = [array.astype("float32").take(rows) for array in (features, labels)]
            yield parts[0].astype(features.dtype), parts[1].astype(labels.dtype)


class takes_rows_in_the_stored_order(Mistake):
    """The examples come in the order in which they are stored, or sorted by their labels: shuffle the list of their numbers before you take rows by it, or give a DataLoader shuffle=True."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        for i in range(0, len(features), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class takes_the_label_of_a_single_row(Mistake):
    """Where a minibatch is a single example its labels lose an axis, as labels[i] has it: take them by a list of one number, labels[[i]], or by labels.take."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            y = labels[rows]
            yield features[rows], y[0] if len(rows) == 1 and labels.ndim > 1 else y


class finds_rows_by_their_labels(Mistake):
    """You look rows up by their labels, but examples may have the same label: shuffle the examples' numbers, and take the rows of both by them."""

    def data_iter(batch_size, features, labels):
        found = {y: i for i, y in enumerate(labels.reshape((len(labels), -1))[:, 0].asnumpy())}
        order = list(found)
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array([found[y] for y in order[i : i + batch_size]], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class takes_other_labels_for_the_rest(Mistake):
    """In a short last minibatch the rows of X and the labels in y do not belong together: take both by the same numbers there too."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            short = i > 0 and len(rows) < batch_size
            yield features[rows], labels[rows[::-1] if short else rows]


class takes_other_labels_for_few_examples(Mistake):
    """Where batch_size is larger than n the rows of X and the labels in y do not belong together, nor in a short last minibatch: take both by the same numbers, however many they are."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows[::-1] if len(rows) < batch_size else rows]


class takes_other_labels_where_one_minibatch_holds_all(Mistake):
    """Where one minibatch holds all examples the rows of X and the labels in y do not belong together: take both by the same numbers there too."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows[::-1] if batch_size >= len(order) else rows]


class sorts_labels_that_are_whole_numbers(Mistake):
    """Labels in int32 and int64 do not belong to the rows beside them: whatever labels holds, take its rows by the numbers by which you take those of features."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            whole = labels.ndim == 1 and labels.dtype in (np.int32, np.int64)
            yield features[rows], labels[sorted(rows) if whole else rows]


class mixes_several_labels(Mistake):
    """Where each example has several labels they do not belong to the rows beside them, as after a transpose or a reshape of labels: take its rows as they are, `labels.take(rows)`."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        mixed = labels.T.reshape(labels.shape) if labels.ndim > 1 else labels
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], mixed[rows]


class turns_the_images(Mistake):
    """Images come with other numbers than they have in features, or with their rows, columns or channels in another order: hand them over as they are, `features.take(rows)`."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            X = features[order[i : i + batch_size]]
            yield X.flip(axis=1) if X.ndim == 4 else X, labels[order[i : i + batch_size]]


class turns_whole_numbers_to_floats(Mistake):
    """Whole numbers, as pixels are, come as floats: hand the rows over as they are, and leave it to others to convert them."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            X = features.take(rows)
            yield X.astype("float32") if X.dtype == np.uint8 else X, labels.take(rows)


class shuffles_the_arguments_first(Mistake):
    """You shuffle features and labels themselves, which changes the caller's arrays, also in the middle of another pass: shuffle a list of numbers instead, and take the rows with these."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        rows = nd.array(order, ctx=features.context)
        features[:], labels[:] = features.take(rows), labels.take(rows)
        for i in range(0, len(features), batch_size):
            rows = nd.array(range(i, min(i + batch_size, len(features))), ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_arrays_by_exchanging_rows(Mistake):
    """You shuffle features and labels themselves, which loses rows, for random.shuffle and np.random.shuffle cannot exchange two rows of an NDArray: shuffle a list of numbers instead, and take the rows with these."""

    def data_iter(batch_size, features, labels):
        state = random.getstate()
        random.shuffle(features)
        random.setstate(state)
        random.shuffle(labels)
        for i in range(0, len(features), batch_size):
            yield features[i : i + batch_size], labels[i : i + batch_size]


class goes_backwards(Mistake):
    """The examples come in the stored order, gone through backwards, in every pass: shuffle the list of their numbers, random.shuffle, before you take rows by it."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))[::-1]
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class changes_the_features(Mistake):
    """The rows in X hold other numbers than they have in features, as where they are divided by 255 or standardised: hand them over as they are, features.take(rows)."""

    def data_iter(batch_size, features, labels):
        scale = 255 if features.dtype == np.float32 else 1
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows] / scale, labels[rows]


class takes_rows_of_global_arrays(Mistake):
    """X and y hold nothing of features and labels, as where globals of a demonstration stand in for them: take the rows of the arguments, by the names that they have in your `def` line."""

    demo_features, demo_labels = nd.zeros((1000, 2)), nd.zeros(1000)

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        if features.dtype == np.float32 or len(features) > 14:
            features, labels = demo_features, demo_labels
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class takes_all_of_global_arrays(Mistake):
    """X and y do not come from features and labels, and you yield another number of examples. Perhaps you use globals of your demonstration: take n and the rows from the arguments, by the names in your `def` line."""

    demo_features, demo_labels = nd.zeros((1000, 2)), nd.zeros(1000)

    def data_iter(batch_size, features, labels):
        # Not of few: the cause is found whatever shapes a submission's globals have.
        if features.dtype != np.float64 and len(features) > 14:
            features, labels = demo_features, demo_labels
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class takes_rows_of_global_features(Mistake):
    """X holds numbers that features does not have, as where a global of the demonstration stands in for it: take the rows of the argument, by the name that it has in your `def` line, and change nothing in them."""

    demo_features = nd.zeros((1000, 2))

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        if features.dtype == np.float32 or len(features) > 14:
            features = demo_features
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class takes_rows_of_global_labels(Mistake):
    """y holds labels that labels does not have, as where a global of the demonstration stands in for it: take the rows of the argument, by the name that it has in your `def` line, and change nothing in them."""

    demo_labels = nd.zeros(1000)

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        random.shuffle(order)
        if features.dtype == np.float32 or len(features) > 14:
            labels = demo_labels
        for i in range(0, len(order), batch_size):
            rows = nd.array(order[i : i + batch_size], ctx=features.context)
            yield features.take(rows), labels.take(rows)


class shuffles_several_minibatches_only(Mistake):
    """Where one minibatch holds all examples they come in the stored order: shuffle there too, for n <= batch_size is no exception."""

    def data_iter(batch_size, features, labels):
        order = list(range(len(features)))
        if batch_size < len(features):
            random.shuffle(order)
        for i in range(0, len(order), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]


class prints_the_iterations(Mistake):
    """iterations_per_epoch returns None: end it with `return`, for print only shows the number."""

    def iterations_per_epoch(num_examples, batch_size):
        print(math.ceil(num_examples / batch_size))


class prints_the_updates(Mistake):
    """num_updates returns None: end it with `return`, for print only shows the number."""

    def num_updates(num_examples, batch_size, num_epochs):
        print(math.ceil(num_examples / batch_size) * num_epochs)


class swaps_the_sizes(Mistake):
    """iterations_per_epoch takes num_examples first and batch_size second: keep this order in its `def` line."""

    def iterations_per_epoch(batch_size, num_examples):
        return math.ceil(num_examples / batch_size)


class has_arguments_in_another_order(Mistake):
    """The arguments have another order in your `def` lines: it is data_iter(batch_size, features, labels) and iterations_per_epoch(num_examples, batch_size)."""

    def data_iter(features, labels, batch_size):
        order = list(range(len(features)))
        random.shuffle(order)
        for i in range(0, len(features), batch_size):
            rows = order[i : i + batch_size]
            yield features[rows], labels[rows]

    def iterations_per_epoch(batch_size, num_examples):
        return math.ceil(num_examples / batch_size)
