"""Choosing a model (section 7.1 of the notes)

Test data may be used once, when everything has been chosen. What is chosen by, learning rates and
layer sizes, needs data of its own: the validation set, which takes no part in training. Where data
are few, k-fold cross-validation lets each of k parts be the validation set in turn.
"""

from mxnet import nd


def train_valid_split(X, y, valid_fraction):
    """Keeps the last rows for validation.

    X: NDArray of shape (n, ...), an example in each row.
    y: NDArray of shape (n,) or (n, 1), a label for each example.
    valid_fraction: a number between 0 and 1. The last round(n * valid_fraction) rows are for
    validation, the others for training; there is at least one of each.
    Returns X_train, y_train, X_valid, y_valid: NDArrays in the original order, of the dtypes of X
    and y and on their context.

    Example: for n = 5 and valid_fraction = 0.3, round(1.5) = 2 rows are for validation: rows 0, 1
    and 2 are in X_train and y_train, rows 3 and 4 in X_valid and y_valid.
    """
    raise NotImplementedError


def k_fold(k, i, X, y):
    """The data of round i of k-fold cross-validation.

    k: the number of folds, an int above 1.
    i: which fold is for validation, an int from 0 to k - 1.
    X, y: NDArrays, as for train_valid_split.
    Returns X_train, y_train, X_valid, y_valid: NDArrays, of the dtypes of X and y and on their
    context.

    A fold has n // k rows. Fold 0 is the first n // k rows, fold 1 the next n // k, and so on; rows
    that are left over after k folds are not used at all. Fold i is for validation, the other folds
    are for training, one after the other in their order.

    Example: for n = 7, k = 3 and i = 1 the folds are rows 0-1, 2-3 and 4-5, and row 6 is not used:
    rows 2 and 3 are for validation, rows 0, 1, 4 and 5 for training.
    """
    raise NotImplementedError
