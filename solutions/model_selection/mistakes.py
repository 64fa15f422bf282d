"""Wrong versions of `train_valid_split` and `k_fold` that learners write, each with the sentence
that would help."""

import itertools
import math

import numpy as np
from mxnet import nd

from grader.course import Mistake


class validates_with_the_first_rows(Mistake):
    """You keep the first rows for validation: the last ones are asked for."""

    def train_valid_split(X, y, valid_fraction):
        n_valid = round(len(X) * valid_fraction)
        return X[n_valid:], y[n_valid:], X[:n_valid], y[:n_valid]


class takes_the_fraction_for_training(Mistake):
    """valid_fraction is the part for validation, not for training: n - round(n * valid_fraction) rows are for training."""

    def train_valid_split(X, y, valid_fraction):
        n_train = round(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class rounds_the_validation_rows_down(Mistake):
    """Your validation rows are rounded down, as by int or //: round(n * valid_fraction) goes to the nearest whole number."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - int(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class rounds_the_validation_rows_up(Mistake):
    """Your validation rows are rounded up, by ceil, or by int for the training rows: round(n * valid_fraction) goes to the nearest whole number."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - math.ceil(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class shuffles_the_rows(Mistake):
    """Your rows are not in their order, perhaps because you shuffle them: keep the order, and take the last rows for validation."""

    def train_valid_split(X, y, valid_fraction):
        order = nd.array(np.random.permutation(len(X)), ctx=X.context)
        X, y = X.take(order), y.take(order)
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class returns_features_before_labels(Mistake):
    """The order of the four is X_train, y_train, X_valid, y_valid."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], X[n_train:], y[:n_train], y[n_train:]


class returns_validation_first(Mistake):
    """The training data come first: X_train, y_train, X_valid, y_valid."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[n_train:], y[n_train:], X[:n_train], y[:n_train]


class forgets_to_split_the_labels(Mistake):
    """Only the features are split: cut y at the same row."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], y, X[n_train:], y


class returns_the_features_only(Mistake):
    """The labels are missing: return X_train, y_train, X_valid, y_valid."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], X[n_train:]


class trains_on_all_rows(Mistake):
    """The rows for validation are in the training data too: cut them off there."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X, y, X[n_train:], y[n_train:]


class skips_a_row(Mistake):
    """The row between the two parts is lost: X[:n_train] ends right before X[n_train:] begins."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train + 1 :], y[n_train + 1 :]


class ends_a_row_too_early(Mistake):
    """The last row for training is lost: X[:n_train] ends right before row n_train, so do not subtract 1."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[: n_train - 1], y[: n_train - 1], X[n_train:], y[n_train:]


class cuts_a_row_too_early(Mistake):
    """One row too many is for validation: round(n * valid_fraction) rows are, and the n - round(n * valid_fraction) before them are for training."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction) - 1
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class cuts_a_row_too_late(Mistake):
    """One row too few is for validation: round(n * valid_fraction) rows are, and the n - round(n * valid_fraction) before them are for training."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction) + 1
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class splits_the_columns(Mistake):
    """You cut the features, not the examples: the examples are the first axis."""

    def train_valid_split(X, y, valid_fraction):
        n_train = X.shape[1] - round(X.shape[1] * valid_fraction)
        return X[:, :n_train], y[:n_train], X[:, n_train:], y[n_train:]


class goes_through_numpy(Mistake):
    """nd.array makes float32 on the CPU of NumPy's numbers: slice the NDArrays themselves."""

    def train_valid_split(X, y, valid_fraction):
        X, y = nd.array(X.asnumpy()), nd.array(y.asnumpy())
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class goes_through_float32(Mistake):
    """On its way through train_valid_split your data are float32, which keeps some seven digits: slice the NDArrays themselves."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        small_X, small_y = X.astype("float32"), y.astype("float32")
        return (
            small_X[:n_train].astype(X.dtype),
            small_y[:n_train].astype(y.dtype),
            small_X[n_train:].astype(X.dtype),
            small_y[n_train:].astype(y.dtype),
        )


class takes_a_single_row_by_its_number(Mistake):
    """An index such as y[n - 1] takes the row's axis away, so that one label of shape (n, 1) is left as (1,): write a slice for a single row too, y[n_train:]."""

    def train_valid_split(X, y, valid_fraction):
        n = len(X)
        n_train = n - round(n * valid_fraction)
        y_valid = y[n_train:] if n - n_train > 1 else y[n - 1]
        return X[:n_train], y[:n_train], X[n_train:], y_valid


class forgets_to_return_the_split(Mistake):
    """train_valid_split cuts the data and returns None: return the four parts."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        X_train, y_train, X_valid, y_valid = X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class rounds_the_training_rows(Mistake):
    """You take 1 row for validation where n * valid_fraction is 1.5. Round the number of rows for validation, round(n * valid_fraction), not the number for training."""

    def train_valid_split(X, y, valid_fraction):
        n_train = round(len(X) * (1 - valid_fraction))
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class forgets_to_round(Mistake):
    """n * valid_fraction is a float, and an array is cut at a whole number: round it."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - len(X) * valid_fraction
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class returns_two_pairs(Mistake):
    """train_valid_split returns no pairs but the four arrays side by side: X_train, y_train, X_valid, y_valid."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - round(len(X) * valid_fraction)
        return (X[:n_train], y[:n_train]), (X[n_train:], y[n_train:])


class counts_folds_from_one(Mistake):
    """Folds are numbered from 0: fold i begins at row i * (n // k)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i - 1)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class begins_a_fold_too_early(Mistake):
    """Fold i begins at row i * (n // k), not at (i - 1) * (n // k): folds are numbered from 0."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        begin, end = (i - 1) * size, i * size
        train = nd.array([j for j in range(k * size) if not begin <= j < end], ctx=X.context)
        return X.take(train), y.take(train), X[begin:end], y[begin:end]


class counts_rows_below_0(Mistake):
    """Folds are numbered from 0: fold i begins at row i * (n // k), and not one fold before, where the rows of fold 0 have negative numbers, which count from the end."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        valid = list(range((i - 1) * size, i * size))
        train = [j for j in range(k * size) if j not in valid]
        return X[train], y[train], X[valid], y[valid]


class validates_with_the_last_fold(Mistake):
    """You validate with the last fold whatever i is: use the argument i, and call a loop's own variable j."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop()
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class counts_folds_from_the_end(Mistake):
    """You number the folds from the end: fold 0 is the first n // k rows."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(k - 1 - i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class uses_every_kth_row(Mistake):
    """You take every k-th row: a fold is n // k rows one after the other."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j, k * size, k) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class takes_the_rest_modulo_k(Mistake):
    """Rows with j % k == i lie apart: fold i is the n // k rows with j // (n // k) == i."""

    def k_fold(k, i, X, y):
        rows = range(len(X) // k * k)
        valid = nd.array([j for j in rows if j % k == i], ctx=X.context)
        train = nd.array([j for j in rows if j % k != i], ctx=X.context)
        return X.take(train), y.take(train), X.take(valid), y.take(valid)


class shuffles_before_folding(Mistake):
    """You shuffle the rows before folding: here the folds are cut from the rows in their order."""

    def k_fold(k, i, X, y):
        order = nd.array(np.random.permutation(len(X)), ctx=X.context)
        X, y = X.take(order), y.take(order)
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class divides_with_one_slash(Mistake):
    """n / k is a float, and arrays are cut at whole numbers: the size of a fold is n // k."""

    def k_fold(k, i, X, y):
        size = len(X) / k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class always_makes_five_folds(Mistake):
    """The number of folds, 5, is written into the code: use the argument k."""

    def k_fold(k, i, X, y):
        size = len(X) // 5
        begin, end = i * size, (i + 1) * size
        train = nd.array([j for j in range(5 * size) if not begin <= j < end], ctx=X.context)
        return X.take(train), y.take(train), X[begin:end], y[begin:end]


class rounds_the_fold_up(Mistake):
    """A fold has n // k rows, rounded down: yours is larger where k does not divide n."""

    def k_fold(k, i, X, y):
        size = math.ceil(len(X) / k)
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class ends_folds_a_row_too_late(Mistake):
    """Your folds end a row too late, and that row is in the next fold, too: a slice stops before its second number, which is (j + 1) * (n // k), without + 1."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size + 1) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class gives_the_rest_to_the_last_fold(Mistake):
    """The rows left over after k folds are not used; you put them into the last fold."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k - 1)] + [
            slice((k - 1) * size, len(X))
        ]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class trains_on_the_rest(Mistake):
    """The rows left over after k folds are not used; you train on them."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        folds.append(slice(k * size, len(X)))
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds if len(X[fold])], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds if len(X[fold])], dim=0)
        return X_train, y_train, X[valid], y[valid]


class trains_on_the_rest_between(Mistake):
    """Where fold i is neither the first nor the last you train on the rows left over, too: what you take behind fold i must end at row k * (n // k)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        begin, end = i * size, (i + 1) * size
        if i == 0:
            return X[end : k * size], y[end : k * size], X[:end], y[:end]
        if i == k - 1:
            return X[:begin], y[:begin], X[begin:end], y[begin:end]
        X_train = nd.concat(X[:begin], X[end:], dim=0)
        y_train = nd.concat(y[:begin], y[end:], dim=0)
        return X_train, y_train, X[begin:end], y[begin:end]


class folds_in_float32(Mistake):
    """On its way through k_fold your data are float32, which keeps some seven digits: slice the NDArrays themselves, and join the slices with nd.concat."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        train = [j for j in range(k * size) if j // size != i]
        valid = list(range(i * size, (i + 1) * size))
        return [
            nd.array(array.asnumpy()[rows], ctx=array.context).astype(array.dtype)
            for rows in (train, valid)
            for array in (X, y)
        ]


class trains_on_the_validation_fold(Mistake):
    """The validation fold is in the training data too: leave fold i out there."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds[i]
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class swaps_training_and_validation(Mistake):
    """You train on one fold and validate on the others: it is the other way round."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X[valid], y[valid], X_train, y_train


class exchanges_the_branches(Mistake):
    """You train on fold i alone and validate on another one: fold i, where j == i, is for validation, and all the others are joined for training."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        other = [fold for j, fold in enumerate(folds) if j != i][-1]
        return X[folds[i]], y[folds[i]], X[other], y[other]


class interleaves_the_results(Mistake):
    """k_fold returns X_train, y_train, X_valid, y_valid: the labels follow their own features."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, X[valid], y_train, y[valid]


class trains_in_reverse_order(Mistake):
    """The training folds come in reverse: join them in their order."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds[::-1]], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds[::-1]], dim=0)
        return X_train, y_train, X[valid], y[valid]


class trains_on_the_later_folds_first(Mistake):
    """The folds behind fold i come first in your training data: join the folds in their order, fold 0 first."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid, folds = folds[i], folds[i + 1 :] + folds[:i]
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class takes_the_labels_of_other_rows(Mistake):
    """Your training labels are those of other rows: take y at the rows at which you take X."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = y[: (k - 1) * size]
        return X_train, y_train, X[valid], y[valid]


class joins_side_by_side(Mistake):
    """You join along dim=1, which is concat's default: examples are rows, so give dim=0."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds])
        y_train = nd.concat(*[y[fold] for fold in folds])
        return X_train, y_train, X[valid], y[valid]


class stacks_the_folds(Mistake):
    """nd.stack makes a new axis for the folds: nd.concat with dim=0 joins their rows."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.stack(*[X[fold] for fold in folds])
        y_train = nd.stack(*[y[fold] for fold in folds])
        return X_train, y_train, X[valid], y[valid]


class joins_empty_parts(Mistake):
    """For the first fold there is nothing before it, for the last nothing behind, and MXNet joins no empty arrays: join whole folds, leaving fold i out."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds[i]
        folds = [slice(0, i * size), slice((i + 1) * size, k * size)]
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class keeps_the_last_fold_only(Mistake):
    """Each training fold replaces the one before: join it to them, nd.concat(X_train, X_part, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = X_part
                y_train = y_part
        return X_train, y_train, X_valid, y_valid


class adds_the_folds(Mistake):
    """+ adds the numbers of two NDArrays, unlike lists: nd.concat(X_train, X_part, dim=0) joins their rows."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = X_train + X_part
                y_train = y_train + y_part
        return X_train, y_train, X_valid, y_valid


class begins_with_fold_0(Mistake):
    """You begin the training data with fold 0 whatever i is, so X_valid is never set for i = 0: ask for j == i first."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == 0:
                X_train, y_train = X_part, y_part
            elif j == i:
                X_valid, y_valid = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class always_trains_on_fold_0(Mistake):
    """Fold 0 is in your training data even for i = 0, where it is for validation: leave fold i out, whichever it is."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        X_train = nd.concat(*[X[folds[j]] for j in range(k) if j == 0 or j != i], dim=0)
        y_train = nd.concat(*[y[folds[j]] for j in range(k) if j == 0 or j != i], dim=0)
        return X_train, y_train, X[folds[i]], y[folds[i]]


class joins_to_nothing(Mistake):
    """X_train is still None when the first fold comes, and nd.concat wants arrays: take the first fold as it is."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class forgets_to_join_the_labels(Mistake):
    """The features of the training folds are joined, their labels are not: join y_train as well."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = y_part
        return X_train, y_train, X_valid, y_valid


class keeps_the_first_labels_only(Mistake):
    """y_train has the labels of one fold only, although the features of all are joined: join the labels in the same way, nd.concat(y_train, y_part, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        return X_train, y[folds[0]], X[valid], y[valid]


class returns_inside_the_loop(Mistake):
    """The folds behind fold i are missing from the training data, perhaps because the return stands inside the loop: join all folds but fold i, and then return."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
                if X_train is not None:
                    return X_train, y_train, X_valid, y_valid
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class returns_at_the_end_of_the_first_turn(Mistake):
    """The `return` stands inside the loop and ends it after fold 0, so X_valid is set for i = 0 only: put the return behind the loop."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        if i == 0:
            X_valid, y_valid = X[:size], y[:size]
        return X_train, y_train, X_valid, y_valid


class returns_after_the_first_join(Mistake):
    """The `return` stands inside the loop, right after nd.concat, so only two folds are joined: put it after the loop."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
                return X_train, y_train, X_valid, y_valid


class copies_through_numpy(Mistake):
    """Your training data are float32 on the CPU whatever X and y are, as nd.array and nd.zeros make them: join the NDArrays with nd.concat."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.array(np.concatenate([X[fold].asnumpy() for fold in folds]))
        y_train = nd.array(np.concatenate([y[fold].asnumpy() for fold in folds]))
        return X_train, y_train, X[valid], y[valid]


class copies_all_through_numpy(Mistake):
    """All four parts went through NumPy, and nd.array makes float32 on the CPU of them: slice and join the NDArrays themselves."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        parts = X_train, y_train, X[valid], y[valid]
        return [nd.array(part.asnumpy()) for part in parts]


class forgets_the_context(Mistake):
    """nd.array puts the parts on the default context: give it ctx=X.context, or slice and join the NDArrays themselves."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        parts = X_train, y_train, X[valid], y[valid]
        return [nd.array(part.asnumpy(), dtype=part.dtype) for part in parts]


class flattens_the_rows(Mistake):
    """Your reshape flattens each row, and images and labels of shape (n, 1) lose their axes: slice and join whole rows."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_folds = X[: k * size].reshape((k, size, -1))
        y_folds = y[: k * size].reshape((k, size))
        train = [j for j in range(k) if j != i]
        X_train = X_folds[train].reshape((-1, X_folds.shape[2]))
        return X_train, y_folds[train].reshape((-1,)), X_folds[i], y_folds[i]


class forgets_to_return_the_folds(Mistake):
    """k_fold cuts the data and returns None: return the four parts."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)


class returns_pairs_of_folds(Mistake):
    """k_fold returns no pairs but the four arrays side by side: X_train, y_train, X_valid, y_valid."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return (X_train, y_train), (X[valid], y[valid])


class splits_evenly(Mistake):
    """nd.split wants k to divide the number of rows: cut off what is behind row k * (n // k) first."""

    def k_fold(k, i, X, y):
        X_parts = nd.split(X, num_outputs=k, axis=0)
        y_parts = nd.split(y, num_outputs=k, axis=0)
        X_valid, y_valid = X_parts.pop(i), y_parts.pop(i)
        return nd.concat(*X_parts, dim=0), nd.concat(*y_parts, dim=0), X_valid, y_valid


class joins_features_side_by_side(Mistake):
    """You join the features along dim=1, concat's default, so the folds stand side by side: examples are rows, so give dim=0 for the features too."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds])
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class takes_the_fold_before(Mistake):
    """Folds are numbered from 0, so fold i is the one with j == i, not j == i - 1; for i = 0 your code finds none."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_parts, y_parts = [], []
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            if j == i - 1:
                X_valid, y_valid = X[rows], y[rows]
            else:
                X_parts.append(X[rows])
                y_parts.append(y[rows])
        return nd.concat(*X_parts, dim=0), nd.concat(*y_parts, dim=0), X_valid, y_valid


class splits_numpy_arrays(Mistake):
    """train_valid_split returns arrays of NumPy's: leave asnumpy out and slice the NDArrays themselves."""

    def train_valid_split(X, y, valid_fraction):
        X, y = X.asnumpy(), y.asnumpy()
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class returns_lists_of_folds(Mistake):
    """X_train and y_train are lists of folds: join each to one array, nd.concat(*X_train, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        return [X[fold] for fold in folds], [y[fold] for fold in folds], X[valid], y[valid]


class writes_over_the_rest(Mistake):
    """You write into X or y, such as into the rows that are left over after k folds, and both are the caller's: cut the parts out, and leave X and y as they are."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        if len(X) > k * size:
            X[k * size :] = 0
            y[k * size :] = 0
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class numbers_rows_in_uint8(Mistake):
    """Rows above 255 are taken for others, as where their numbers are in uint8, which begins again from 0 then: keep them in int32, or slice."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        rows = [row for row in range(k * size) if row // size != i]
        rows = nd.array(rows, dtype="uint8", ctx=X.context)
        valid = slice(i * size, (i + 1) * size)
        return X.take(rows), y.take(rows), X[valid], y[valid]


class keeps_the_first_folds(Mistake):
    """The folds are those of an earlier call with data of that shape: cut them from the X and y of this call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def k_fold(k, i, X, y):
        X, y = kept.setdefault((k, i, X.shape), (X, y))
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class numbers_rows_in_the_type_of_X(Mistake):
    """You number the rows in X's dtype, and uint8, that of images, begins again from 0 after 255: number them in int32, or slice."""

    def train_valid_split(X, y, valid_fraction):
        n = len(X)
        n_train = n - round(n * valid_fraction)
        rows = nd.arange(n, ctx=X.context).astype(X.dtype)
        train, valid = rows[:n_train], rows[n_train:]
        return X.take(train), y.take(train), X.take(valid), y.take(valid)


class numbers_rows_in_float16(Mistake):
    """Above 2048 rows are taken for their neighbours, as where their numbers are in float16, which has no odd ones there: keep them in int32, or slice."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        rows = [row for row in range(k * size) if row // size != i]
        train = nd.array(rows, ctx=X.context, dtype="float16")
        valid = slice(i * size, (i + 1) * size)
        return X.take(train), y.take(train), X[valid], y[valid]


class flattens_the_labels(Mistake):
    """train_valid_split answers labels of shape (n, 1) as (n,), as reshape((-1,)) leaves them: slice y as it is, y[:n_train]."""

    def train_valid_split(X, y, valid_fraction):
        y = y.reshape((-1,))
        n_train = len(X) - round(len(X) * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]


class flattens_the_labels_before_folding(Mistake):
    """k_fold answers labels of shape (n, 1) as (n,), as reshape((-1,)) leaves them: slice y and join the slices as they are."""

    def k_fold(k, i, X, y):
        y = y.reshape((-1,))
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class flattens_the_labels_for_training(Mistake):
    """k_fold answers the labels for training as (n,) where they are (n, 1), as reshape((-1,)) leaves them: join the slices of y as they are."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold].reshape((-1,)) for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class validates_on_the_rest(Mistake):
    """For validation your last fold holds the rows left over after k folds too: it ends at row k * (n // k), and the rows behind that are not used."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        end = len(X) if i == k - 1 else valid.stop
        return X_train, y_train, X[valid.start : end], y[valid.start : end]


class spreads_the_rest(Mistake):
    """Your first folds have a row more where k does not divide n, as scikit-learn's KFold and NumPy's array_split have it: each fold has n // k rows, and what is left over is not used."""

    def k_fold(k, i, X, y):
        size, rest = divmod(len(X), k)
        starts = [j * size + min(j, rest) for j in range(k + 1)]
        folds = [slice(begin, end) for begin, end in itertools.pairwise(starts)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class rounds_where_folds_begin(Mistake):
    """Where k does not divide n some of your folds have a row more, as where they begin at int(i * n / k): divide first and round down, i * (n // k), and what is left over is not used."""

    def k_fold(k, i, X, y):
        n = len(X)
        folds = [slice(int(j * n / k), int((j + 1) * n / k)) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class has_its_own_number_of_rows(Mistake):
    """Your number of rows is not that of X, as where n is a variable outside of the two functions: take len(X) inside them."""

    n = 100

    def train_valid_split(X, y, valid_fraction):
        n_train = n - round(n * valid_fraction)
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]

    def k_fold(k, i, X, y):
        size = n // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class cuts_at_floats(Mistake):
    """n * valid_fraction and n / k are floats, and arrays are cut at whole numbers: round the first, and write n // k for the second."""

    def train_valid_split(X, y, valid_fraction):
        n_train = len(X) - len(X) * valid_fraction
        return X[:n_train], y[:n_train], X[n_train:], y[n_train:]

    def k_fold(k, i, X, y):
        size = len(X) / k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        valid = folds.pop(i)
        X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
        y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
        return X_train, y_train, X[valid], y[valid]


class never_trains_on_the_last_fold(Mistake):
    """The last fold is never in your training data: the folds are range(k), for range(k - 1) ends with fold k - 2."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        folds = [slice(j * size, (j + 1) * size) for j in range(k)]
        train = [j for j in range(k - 1) if j != i]
        X_train = nd.concat(*[X[folds[j]] for j in train], dim=0)
        y_train = nd.concat(*[y[folds[j]] for j in train], dim=0)
        return X_train, y_train, X[folds[i]], y[folds[i]]


class never_comes_to_the_last_fold(Mistake):
    """The last fold is missing, and X_valid is never set for i = k - 1: the folds are range(k), for range(k - 1) ends with fold k - 2."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k - 1):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class adds_what_is_before_and_behind(Mistake):
    """+ adds the numbers of two NDArrays, unlike lists, and they must have the same shape for it: join what is before fold i and what is behind it with nd.concat(..., dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        begin, end, last = i * size, (i + 1) * size, k * size
        return X[:begin] + X[end:last], y[:begin] + y[end:last], X[begin:end], y[begin:end]


class forgets_to_join_the_features(Mistake):
    """The labels of the training folds are joined, their features are not: join X_train as well, nd.concat(X_train, X_part, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = X_part
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class joins_the_features_in_reverse(Mistake):
    """The features of the training folds come in reverse and no longer belong to their labels: join them in their order, nd.concat(X_train, X_part, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_part, X_train, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class joins_the_labels_in_reverse(Mistake):
    """The labels of the training folds come in reverse and no longer belong to their features: join them in their order, nd.concat(y_train, y_part, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_part, y_train, dim=0)
        return X_train, y_train, X_valid, y_valid


class cuts_the_labels_from_the_features(Mistake):
    """Your labels are rows of X: cut them from y."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], X[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class joins_features_for_labels(Mistake):
    """y_train is joined from X_train and rows of X: join the labels, nd.concat(y_train, y_part, dim=0)."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(X_train, X_part, dim=0)
        return X_train, y_train, X_valid, y_valid


class returns_the_features_of_folds_only(Mistake):
    """k_fold returns two arrays, and the labels are missing: return X_train, y_train, X_valid, y_valid."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        X_train, y_train = None, None
        for j in range(k):
            rows = slice(j * size, (j + 1) * size)
            X_part, y_part = X[rows], y[rows]
            if j == i:
                X_valid, y_valid = X_part, y_part
            elif X_train is None:
                X_train, y_train = X_part, y_part
            else:
                X_train = nd.concat(X_train, X_part, dim=0)
                y_train = nd.concat(y_train, y_part, dim=0)
        return X_train, X_valid


class returns_all_folds(Mistake):
    """k_fold returns a list with all rounds: return those of round i alone, X_train, y_train, X_valid, y_valid."""

    def k_fold(k, i, X, y):
        size = len(X) // k
        rounds = []
        for number in range(k):
            folds = [slice(j * size, (j + 1) * size) for j in range(k)]
            valid = folds.pop(number)
            X_train = nd.concat(*[X[fold] for fold in folds], dim=0)
            y_train = nd.concat(*[y[fold] for fold in folds], dim=0)
            rounds.append((X_train, y_train, X[valid], y[valid]))
        return rounds
