"""How `data_iter`, `iterations_per_epoch` and `num_updates` are checked, each on its own.

Example number i has the label 100 + 3 i, so that a label tells its example, and no label is a
number of an example.
"""

import math
from contextlib import contextmanager, suppress
from itertools import groupby, islice, pairwise

from grader.course import Exercise
from grader.judge.laws import shuffled

exercise = Exercise("Minibatches", stubs=["data_iter", "iterations_per_epoch", "num_updates"])


def data(case, n, *axes):
    """Random features, and labels by which to know them."""
    return case.normal(n, *axes), case.array([100 + 3 * i for i in range(n)])


def one_pass(solution, batch_size, features, labels):
    """All minibatches of a pass; of one that never ends, those of twice as many examples.

    They are held all at once, so that none may be the memory of the next one.
    """
    minibatches, met = [], 0
    for X, y in solution.data_iter(batch_size, features, labels):
        minibatches.append((X, y))
        met += getattr(y, "size", 0) or 1
        if met >= 2 * len(features):
            break
    return minibatches


def numbers(array):
    """A minibatch's part as a NumPy array, whatever kind of array it is."""
    import numpy as np

    return array.asnumpy() if hasattr(array, "asnumpy") else np.asarray(array)


def described(array):
    """What kind of array it is, and where."""
    import numpy as np

    dtype, place = np.dtype(array.dtype).name, getattr(array, "context", None)
    return f"{type(array).__name__} in {dtype} of shape {tuple(array.shape)} on {place}"


def examples(y):
    """The numbers of the examples with the labels `y`; -1 for a label that no example can have."""
    places = (numbers(y).ravel() - 100) / 3
    return [int(i) if i >= 0 and float(i).is_integer() else -1 for i in places]


def all_come(solution, many, batch_size, features, labels):
    """Whether every example comes in each of so many passes at a time."""
    passes = [solution.data_iter(batch_size, features, labels) for _ in range(many)]
    met = list(islice(zip(*passes, strict=False), len(features)))
    return all(
        {i for minibatches in met for i in examples(minibatches[k][1])} == set(range(len(features)))
        for k in range(many)
    )


def how_often(answers):
    """What some of several passes get wrong has another cause than what all of them do."""
    return "always" if all(answers) else "sometimes" if any(answers) else "never"


@exercise.check(
    points=3,
    hint="Go through a shuffled list of the numbers 0 to n - 1, in steps of batch_size.",
)
def yields_every_example_once(solution, case):
    """data_iter yields every example once in a pass."""
    n, d, many = case.sizes(23, 3, 2100)
    shown, kept = [], []
    for _, y in islice(solution.data_iter(4, *data(case, n, d)), 2 * n):
        shown.append(examples(y))
        kept.append(y)
    seen = [i for y in kept for i in examples(y)]
    never = set(range(n)) - set(seen)
    # Numbers of examples may be beyond what the features' type can hold, here that of images.
    features, labels = data(case, many, d)
    large = one_pass(solution, 700, features.astype("uint8"), labels)
    arguments = 8, *data(case, n, d)
    # Two passes at a time, as of training data within those of a comparison; and one after the
    # other, for who spoils some passes of many spoils two at a time as well.
    two, one = ([all_come(solution, k, *arguments) for _ in range(3)] for k in (2, 1))
    # Labels may repeat, as those of classes do.
    classes, repeating = [i % 2 for i in range(n)], []
    for _ in range(2):
        rows = case.normal(n, d)
        own = set(rows.asnumpy().ravel().tolist())
        minibatches = one_pass(solution, 5, rows, case.array(classes))
        repeating.append((own, {x for X, _ in minibatches for x in numbers(X).ravel().tolist()}))
    return {
        "a minibatch is written over by the next one": shown != [examples(y) for y in kept],
        "examples": len(seen),
        "examples that never come": ("none", "one", "several")[min(len(never), 2)],
        "none of them twice": len(set(seen)) == len(seen),
        "labels that labels does not have": not set(seen) <= set(range(n)),
        "numbers that features does not have": not all(met <= own for own, met in repeating),
        "every example of a large data set comes": {i for _, y in large for i in examples(y)}
        == set(range(many)),
        "every example comes in each pass, one after the other": all(one),
        "every example comes in both of two passes that are under way at once": how_often(two),
        "every example comes where labels repeat": how_often(
            [own == met for own, met in repeating]
        ),
    }


def together(solution, batch_size, features, labels, rows=None):
    """For each example that a pass yields, its row and the one in features that has its labels.

    An example's second label is its first plus 1.  `rows` are those of features before an earlier
    pass, which may have changed both arguments; that is another check's.
    """
    import numpy as np

    rows = features.asnumpy() if rows is None else rows
    nothing = np.full(rows.shape[1:], np.nan)
    pairs = []
    for X, y in one_pass(solution, batch_size, features, labels):
        first = numbers(y).ravel()
        if labels.ndim > 1:
            both = first.reshape((len(X), -1))
            first = np.where(np.ptp(both - np.arange(both.shape[1]), axis=1) == 0, both[:, 0], 0)
        pairs += [
            (row, rows[i] if 0 <= i < len(rows) else nothing)
            for row, i in zip(numbers(X), examples(first), strict=True)
        ]
    return pairs


def belong(pairs):
    """Whether each row is the one with its label; whether it has its axes asks another check."""
    return all(row.ravel().tolist() == own.ravel().tolist() for row, own in pairs)


def belong_where_taken(solution, *arguments):
    """Whether they do; whether such arrays are taken at all asks another check."""
    pairs = []
    with suppress(Exception):
        pairs = together(solution, *arguments)
    return belong(pairs)


def strange(pairs, features):
    """Whether there are rows that `features` does not have."""
    rows = [own.ravel().tolist() for own in features.asnumpy()]
    return not all(row.ravel().tolist() in rows for row, _ in pairs)


@exercise.check(
    points=2, hint="Take the rows of features and of labels by the same numbers: the same order."
)
def keeps_rows_together(solution, case):
    """data_iter yields each row of features together with its own label."""
    n, d, many = case.sizes(20, 4, 131)
    first = together(solution, 5, *data(case, n, d))
    again = data(case, n, d)
    rows = again[0].asnumpy()
    second = together(solution, 5, *again)
    kept, kept_again = belong(first), belong(second)
    images, labels = data(case, 8, 2, 3, 3)
    whole = labels.astype("int32"), labels.astype("int64")
    both = case.array([[100 + 3 * i, 101 + 3 * i] for i in range(8)])
    short, single = [(14, 5), (17, 5), (many, 40)], [(6, 6), (5, 9)]
    further = {
        "in another pass over the same data": [(5, *again, rows)],
        "in a short last minibatch": [(size, *data(case, n, d)) for n, size in short],
        "where one minibatch holds all": [(size, *data(case, n, d)) for n, size in single],
        "in int32 or int64": [(4, case.normal(8, d), y) for y in whole],
        "where each has two": [(4, case.normal(8, d), both)],
    }
    # Whoever pairs none is not asked for more.
    asked = bool(first) and kept and kept_again
    shown = together(solution, 4, images.copy(), labels) if asked else []
    changed = strange(shown, images)
    return {
        "examples seen": bool(first and second),
        "each with its own label": kept,
        "each with its own label, with other data of that shape": kept_again,
        "its own row, but with other numbers": not kept and resemble(first),
        **{
            f"each with its own label {where}": not asked
            or all(belong_where_taken(solution, *arguments) for arguments in passes)
            for where, passes in further.items()
        },
        "each image with its own label": changed or belong(shown),
        "images with other numbers, or in another order": changed,
    }


def resemble(pairs):
    """Whether the numbers on both sides go up and down together, as those of X and of X / 255."""
    import numpy as np

    if any(np.shape(mine) != np.shape(other) for mine, other in pairs):
        return False
    mine, others = (np.concatenate(side).astype("float64") for side in zip(*pairs, strict=True))
    with np.errstate(all="ignore"):
        return bool(np.corrcoef(mine, others)[0, 1] > 0.9)


@exercise.check(
    points=2,
    hint="order[start : start + batch_size] is shorter at the end by itself: neither drop the last "
    "minibatch nor fill it up.",
)
def ends_with_a_short_minibatch(solution, case):
    """data_iter yields minibatches of batch_size, the last one shorter where that does not fit."""
    shapes = {}
    d, _ = case.sizes(2, 1)
    for n, batch_size in [(14, 4), (12, 3), (5, 8), (6, 6), (7, 1), (1, 3)]:
        case.reseed(n)
        minibatches = one_pass(solution, batch_size, *data(case, n, d))
        pairs = [f"X {tuple(X.shape)} y {tuple(y.shape)}" for X, y in minibatches]
        shapes[f"n = {n}, batch_size = {batch_size}"] = ", ".join(
            f"{len(list(same))} of {pair}" for pair, same in groupby(pairs)
        )
    return shapes


@exercise.check(
    points=2,
    judge=shuffled(40),
    hint="Shuffle the numbers of all examples before cutting them into pieces.",
)
def goes_in_random_order(solution, case):
    """data_iter goes through the examples in random order."""
    return [i for X, y in one_pass(solution, 2, *data(case, 40, 2)) for i in examples(y)]


def turned(order):
    """The same for all orders that differ in their beginning or direction."""
    ways = (order, order[::-1])
    return min((way[k:] + way[:k] for way in ways for k in range(len(order))), default=())


def is_one_cycle(order):
    """Whether one leads through all examples by going from each to the one in its place."""
    met, place = [], 0
    while place < len(order) and place not in met:
        met.append(place)
        place = order[place]
    return 0 < len(met) == len(order)


@exercise.check(
    points=1, hint="Shuffle all examples' numbers in each call, with no part apart, and no seed."
)
def draws_a_new_order(solution, case):
    """data_iter goes through the examples in another order in the next pass."""
    features, labels = data(case, 40, 3)
    passes = []
    for key in (1, 2):
        case.reseed(key)
        minibatches = one_pass(solution, 22, features, labels)
        passes.append([i for X, y in minibatches for i in examples(y)])
    first, second = passes
    # Ten right passes through 16 examples one by one have an example that never moves with
    # probability at most 16 / 16^9 = 2e-10, and the same order twice, backwards and begun elsewhere
    # included, with 45 * 32 / 16! = 7e-11.  One cycle of all examples, in which none stays in its
    # place, is 1 of 16 orders, and ten times that has probability 1 / 16^10 = 9e-13.
    small = [
        tuple(i for X, y in one_pass(solution, 1, features[:16], labels[:16]) for i in examples(y))
        for _ in range(10)
    ]
    # Of 40 in random order, 36 or more follow their neighbour with probability below 1 / 36! (in
    # minibatches sorted after shuffling some 19 do), and one half, or one minibatch, has the same
    # examples again with probability at most 1 / C(40, 18) = 1e-11.
    follow = sum(b == a + 1 for a, b in pairwise(second))
    # In a pass's first half are 4 of the stored first half on average, and in those of ten passes
    # 62 or more with probability 7e-12 (hypergeometric, ten times); from a buffer of two come 70.
    early = sum(0 <= i < 8 for order in small for i in order[:8])
    # Of 2100 in random order, 525 of the stored first half are in the pass's on average, and fewer
    # than 450 or more than 600 with probability 4e-11.
    large = [i for _, y in one_pass(solution, 1050, *data(case, 2100, 1)) for i in examples(y)]
    half = sum(0 <= i < 1050 for i in large[:1050])
    # Whoever sorts each minibatch may do so where one holds all.
    whole = [i for X, y in one_pass(solution, 40, features, labels) for i in examples(y)]
    ascending = all(a < b for X, y in minibatches for a, b in pairwise(examples(y)))
    again = first == second or len({turned(order) for order in small}) < len(small)
    return {
        "examples": len(first),
        # What is asked of ten orders is not asked of one that comes ten times.
        "an order again, or backwards, or begun elsewhere": again,
        "no example ever stays in its place": not again and all(map(is_one_cycle, small)),
        "the very same example in one place in every pass": any(
            len(set(place)) == 1 for place in zip(*small, strict=False)
        ),
        "the same examples in front again": any(
            set(first[:part]) == set(second[:part]) for part in (20, 22)
        ),
        "the stored order, begun elsewhere": first != second and follow >= 36,
        "the stored first half early in every pass": not again and early >= 62,
        "the stored first half mostly in one half of a pass": not 450 <= half <= 600,
        "the stored order where one minibatch holds all": whole == [*range(40)] and not ascending,
    }


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="features.take(rows) with rows on features.context, or features[rows], keeps type, axes "
    "and place; so does labels.take(rows).",
)
def keeps_type_and_place(solution, case):
    """data_iter yields NDArrays of the data's dtypes and axes, where the data are."""
    import numpy as np

    n, d = case.sizes(9, 3)
    features, labels = data(case, n, d)
    # Numbers that float32 does not hold.
    images = case.normal(n, d, 1, 2) / 3
    columns = case.integers(0, 99, n, 2, dtype="int32") + (2**30 + 1)
    case.reseed(1)
    answer = [
        # Gluon's DataLoader makes labels of one axis on the CPU, so their place is not looked at.
        {"X": described(X), "y": described(y).partition(" on ")[0]}
        for X, y in one_pass(solution, 4, features, labels.astype("int32"))
    ]
    answer += [
        {
            "X of images": described(X),
            "y of two labels each": described(y),
            "their numbers are those of the data": bool(
                np.isin(numbers(X), images.asnumpy()).all()
                and np.isin(numbers(y), columns.asnumpy()).all()
            ),
        }
        for X, y in one_pass(solution, 4, images, columns)  # the last one alone
    ]
    answer += [
        {"X of one feature each": described(X), "y of one label each, in a column": described(y)}
        for X, y in one_pass(solution, 7, features[:, :1], columns[:, :1])
    ]
    pixels = case.integers(0, 256, n, d, dtype="uint8")
    return answer + [
        {"X of whole numbers": described(X), "y of floats": described(y).partition(" on ")[0]}
        for X, y in one_pass(solution, 6, pixels, labels)
    ]


@exercise.check(
    points=1, hint="Shuffle a list of numbers, not the rows of features and labels themselves."
)
def leaves_the_data_alone(solution, case):
    """data_iter leaves features and labels as they were."""
    n, d = case.sizes(11, 3)
    features, labels = data(case, n, d)
    given = features.copy(), labels.copy()

    def left():
        """Whether features and labels are as they were."""
        pairs = zip((features, labels), given, strict=True)
        return [bool((array == was).min().asscalar()) for array, was in pairs]

    meanwhile = [left() for _ in islice(solution.data_iter(4, features, labels), 2 * n)]
    afterwards = left()
    for X, y in one_pass(solution, n, features, labels):
        X[:] = 0
        y[:] = 0
    return {
        "yields minibatches": bool(meanwhile),
        "leaves both during the pass": all(map(all, meanwhile)),
        "leaves both after the pass": all(afterwards),
        "lends neither of them as a minibatch": all(left()) or not all(afterwards),
    }


@exercise.check(
    points=3, hint="Round num_examples / batch_size up: math.ceil, or -(-n // batch_size)."
)
def counts_iterations(solution, case):
    """iterations_per_epoch counts the minibatches, a short one too."""
    batch_size = int(case.number(11, 99))
    sizes = [(50_000, 500), (10, 3), (3, 10), (64, 64), (1, 1), (60_000, 256), (50_001, 500)]
    # Of the last one's quotient float32 keeps no fraction, and of its examples not the last one.
    sizes += [(10_001, 2000), (2**24 + 1, 2**22)]
    sizes += [(batch_size * 7 + extra, batch_size) for extra in (-1, 0, 1)]
    return {f"{n} examples, batch_size {b}": solution.iterations_per_epoch(n, b) for n, b in sizes}


def counted_right(count):
    """Whether `count` is right where batch_size fits, where it does not, and for a single one."""
    try:
        return [count(9, 3), count(10, 3), count(7, 1), count(1, 4)] == [3, 4, 7, 1]
    except Exception:  # noqa: BLE001  (whatever the solution raises)
        return False


@contextmanager
def right_counts(solution):
    """Lets `num_updates` find a right iterations_per_epoch.

    It may build on that one, whose mistakes have cost their points already.
    """
    own = vars(solution).get("iterations_per_epoch")
    if not counted_right(own):
        solution.iterations_per_epoch = lambda n, b: math.ceil(n / b)
    try:
        yield
    finally:
        solution.iterations_per_epoch = own


@exercise.check(
    points=2, hint="The minibatches of one epoch, a short one too, times the number of epochs."
)
def counts_updates(solution, case):
    """num_updates counts the minibatches of all epochs."""
    batch_size, epochs = int(case.number(11, 99)), int(case.number(3, 30))
    sizes = [(50_000, 500, 10), (10, 3, 2), (10, 4, 2), (3, 10, 5), (20, 20, 1)]
    sizes += [(10, 3, 7), (7, 1, 3), (1, 4, 6)]
    sizes += [(batch_size * 4 + extra, batch_size, epochs) for extra in (-1, 0, 1)]
    with right_counts(solution):
        return {
            f"{n} examples, batch_size {b}, {e} epochs": solution.num_updates(n, b, e)
            for n, b, e in sizes
        }
