"""What `train_valid_split` and `k_fold` should answer: each row asked for which part it is in."""


def rows(array, chosen):
    return array[list(chosen)]


def parts(X, y, train, valid):
    return {"ordered parts": [rows(a, part) for part in (train, valid) for a in (X, y)]}


def split(X, y, n_train):
    train, valid = range(n_train), range(n_train, len(X))
    return parts(X, y, train, valid)


def fold(k, i, X, y):
    size = len(X) // k
    train = [row for row in range(k * size) if row // size != i]
    valid = [row for row in range(k * size) if row // size == i]
    return parts(X, y, train, valid)


def precise(X, y):
    return X / 3, y * 100 + 1


def split_equals_reference(xp, inputs):
    X, y, square, labels = inputs
    return [split(X, y, 7), split(square, labels, 5)]


def split_rounds_to_the_nearest(xp, inputs):
    wanted = [(7, 0.25, 2), (5, 0.3, 2), (11, 0.3, 3), (11, 0.33, 4), (9, 0.9, 8), (20, 0.49, 10)]
    wanted += [(440, 0.125, 55), (31, 0.7, 22)]
    return {
        f"n = {n}, valid_fraction = {fraction}": [n - valid, n - valid, valid, valid]
        for n, fraction, valid in wanted
    }


def split_keeps_type_and_place(xp, inputs):
    X, y, images, classes = inputs
    return {
        "parts": split(*precise(X, y), 7),
        "leaves X and y as they were": True,
        "in uint8": split(images, classes + 10**9, 120),
    }


def fold_equals_reference(xp, inputs):
    X, y = inputs
    return fold(4, 1, X, y)


def every_fold_validates_once(xp, inputs):
    X, y = inputs
    return [fold(5, i, X, y) for i in range(5)]


def leaves_the_rest_unused(xp, inputs):
    sets = zip(inputs[::2], inputs[1::2], (3, 4, 2, 3, 3, 2), strict=True)
    return [[fold(k, i, X, y) for i in range(k)] for X, y, k in sets]


def works_for_two_folds_and_for_n(xp, inputs):
    X, y = inputs
    return [fold(2, 0, X, y), fold(2, 1, X, y), fold(len(X), 1, X, y)]


def fold_keeps_type_and_place(xp, inputs):
    X, y = inputs
    return {"parts": fold(3, 0, *precise(X, y)), "leaves X and y as they were": True}
