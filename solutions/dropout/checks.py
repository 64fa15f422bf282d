"""How `dropout` and `Dropout` are checked.

p = 0 and p = 1 have one right answer each; the others are judged by laws, at probabilities where
keeping and dropping cannot be confused.
"""

from contextlib import suppress

from grader.course import Exercise
from grader.judge.laws import RATE, all_of, distinct, dropped, masks_its_gradient, parts

exercise = Exercise("Dropout", stubs=["dropout", "Dropout"], own_work=["Dropout", "RNN"])


def drop(function, X, *drop_prob):
    """What the function made of X, beside X.

    It gets a copy: the law judges by X as it was drawn, which another check asks to be left so.
    """
    return {"x": X, "y": function(X.copy(), *drop_prob)}


def recorded(function, X, head, *drop_prob):
    """What the function made of X, where it is recorded, and the gradient that came back."""
    from mxnet import autograd

    X.attach_grad()
    with autograd.record():
        answer = drop(function, X, *drop_prob)
    answer["y"].backward(head)
    return {**answer, "head": head, "gradient": X.grad.copy()}


def kind_at(drop_prob, solution, X):
    """The answer at this p without its numbers, which another check asks for."""
    return {"x": X, "y": solution.dropout(X.copy(), drop_prob).zeros_like()}


def drops(x, y):
    """Whether some elements of x, and not all, are 0 in y."""
    gone = ((y.asnumpy() == 0) & (x.asnumpy() != 0)).sum() if y.shape == x.shape else 0
    return bool(0 < gone < y.size)


@exercise.check(
    points=4,
    judge=dropped(0.2),
    hint="Drop where a uniform draw is below drop_prob, divide what is kept by 1 - drop_prob.",
)
def drops_a_fifth(solution, case):
    """Drops a fifth of the elements at p = 0.2 and divides the others by 0.8."""
    return drop(solution.dropout, case.normal(150, 160), 0.2)


@exercise.check(
    points=3,
    judge=parts(
        few=dropped(0.0035, RATE / 12),
        most=dropped(0.96, RATE / 12),
        channels=dropped(0.7, RATE / 12),
        images=dropped(0.7, RATE / 12),
        steps=dropped(0.7, RATE / 12),
        words=dropped(0.7, RATE / 12),
        videos=dropped(0.7, RATE / 12),
        vector=dropped(0.7, RATE / 12),
        singles=dropped(0.7, RATE / 12),
        square=dropped(0.7, RATE / 12),
        column=dropped(0.7, RATE / 12),
        rows=dropped(0.7, RATE / 12),
    ),
    hint="At p = 0.7 most elements are 0; each is drawn on its own, whatever the shape.",
)
def drops_most_of_some_images(solution, case):
    """Drops few at p = 0.0035, most at 0.96, and seven tenths at 0.7, whatever the shape."""
    from mxnet import nd

    # Few enough that whoever counts in whole percent drops too many or none.
    many, some = case.normal(88, 80), case.normal(60, 50)
    # Of two pixels each: whoever drops whole channels has no neighbours that differ, in any draw.
    # So it is with two steps in time, and with a word of two features.
    channels, steps = case.normal(30, 40, 1, 2, mean=1), case.normal(500, 2, 1, mean=1)
    words, videos = case.normal(500, 1, 2, mean=1), case.normal(9, 6, 5, 4, 3, mean=1)
    vector = case.normal(400, mean=1)
    images, singles = case.normal(10, 6, 11, 12, mean=1), case.normal(70, mean=1)
    square, column = case.normal(60, 60, mean=1), case.normal(200, 1, mean=1)
    rows = case.normal(25, 8, mean=1)

    def one_by_one(pieces):
        answers = [drop(solution.dropout, piece, 0.7) for piece in pieces]
        return {key: nd.concat(*(a[key] for a in answers), dim=0) for key in ("x", "y")}

    return {
        "few": drop(solution.dropout, many, 0.0035),
        "most": drop(solution.dropout, some, 0.96),
        "channels": drop(solution.dropout, channels, 0.7),
        "images": drop(solution.dropout, images, 0.7),
        "steps": drop(solution.dropout, steps, 0.7),
        "words": drop(solution.dropout, words, 0.7),
        "videos": drop(solution.dropout, videos, 0.7),
        "vector": drop(solution.dropout, vector, 0.7),
        "singles": one_by_one(singles),
        "square": drop(solution.dropout, square, 0.7),
        "column": drop(solution.dropout, column, 0.7),
        "rows": one_by_one(rows[i : i + 1] for i in range(len(rows))),
    }


@exercise.check(points=1, hint="With probability 0 each element is kept and divided by 1.")
def changes_nothing_at_zero(solution, case):
    """Is the identity at p = 0, for gradients too."""
    a, b = case.sizes(30, 20)
    shapes = [(a, b), (b, a), (b,), (2, 3, b, 1)]
    answers = [solution.dropout(case.normal(*x), p) for x in shapes for p in (0, 0.0)]
    X = case.normal(*case.sizes(4, 6))
    return [*answers, *case.gradient(lambda X: solution.dropout(X * 1, 0), X)]


@exercise.check(points=1, hint="1 - drop_prob is 0 there: answer zeros before dividing by it.")
def drops_everything_at_one(solution, case):
    """Is all zeros at p = 1."""
    a, b = case.sizes(9, 11)
    shapes = [(a, b), (b,), (2, 3, b, 1)]
    return [solution.dropout(case.normal(*x), p) for x in shapes for p in (1, 1.0)]


@exercise.check(
    points=1, hint="assert 0 <= drop_prob <= 1, or raise ValueError, on the function's first line."
)
def refuses_impossible_probabilities(solution, case):
    """Raises ValueError or AssertionError for a p below 0 or above 1, however little."""
    X = case.normal(*case.sizes(3, 4))
    answers = {}
    for drop_prob in (-0.1, 1.5, -0.001, 1.001, -1, 2):
        try:
            solution.dropout(X, drop_prob)
            answers[f"p = {drop_prob}"] = "answered"
        except (ValueError, AssertionError):
            answers[f"p = {drop_prob}"] = "refused"
        except Exception as error:
            if type(error) not in (Exception, TypeError, RuntimeError, ArithmeticError):
                raise
            answers[f"p = {drop_prob}"] = "raised another exception"
    return answers


@exercise.check(
    points=2,
    judge=masks_its_gradient(),
    hint="Multiply X by the mask: asnumpy, detach and element assignment cut the gradient.",
)
def passes_gradients_where_it_kept(solution, case):
    """Passes the gradient back through the elements that it kept, and only those."""
    return recorded(solution.dropout, case.normal(40, 30), case.normal(40, 30), 0.4)


@exercise.check(
    points=1, judge=distinct(), hint="Draw in each call, and seed nothing inside the function."
)
def draws_anew(solution, case):
    """Drops other elements in each call, and in each half of the rows."""
    half = case.normal(64, 64)
    X = half.tile((2, 1))
    *calls, last = [solution.dropout(X, 0.5) for _ in range(3)]
    return [*calls, last[:64], last[64:]]


@exercise.check(
    points=2,
    judge=parts(
        record=all_of(dropped(0.0035, RATE / 2), masks_its_gradient()),
        train_mode=dropped(0.96, RATE / 2),
        none=dropped(0),
        none_back=dropped(0),
        all=dropped(1),
        row=dropped(1),
        vector=dropped(1),
        images=dropped(1),
        steps=dropped(1),
    ),
    hint="if autograd.is_training(): return dropout(x, self.drop_prob)",
)
def block_drops_while_training(solution, case):
    """Dropout(p) drops under record() and train_mode(), each with its own p, in any shape."""
    from mxnet import autograd

    few, many = solution.Dropout(0.0035), solution.Dropout(0.96)
    # Not larger than that: a loop through single elements is to end in time.
    X, head = case.normal(88, 80), case.normal(88, 80)
    Z, back = case.normal(60, 50), case.normal(60, 50)
    row, vector, images = case.normal(1, 9), case.normal(8), case.normal(3, 2, 4, 5)
    ends = {"all": Z, "row": row, "vector": vector, "images": images, "steps": case.normal(3, 4, 2)}
    with autograd.record():
        few(X.copy())
    few_dropped = recorded(few, X, head)
    none_dropped = recorded(solution.Dropout(0), Z, back)
    with autograd.train_mode():
        many(Z.copy())
        trained = drop(many, Z)
        many(2 * Z)  # which must not write into the answer before
        at_one = {key: drop(solution.Dropout(1), x) for key, x in ends.items()}
    none = {key: none_dropped[key] for key in ("x", "y")}
    return {
        "record": few_dropped,
        "train_mode": trained,
        "none": none,
        "none_back": {"x": back, "y": none_dropped["gradient"]},
        **at_one,
    }


@exercise.check(
    points=2, hint="autograd.is_training() tells training from mere recording: else return x."
)
def block_is_the_identity_in_prediction(solution, case):
    """Dropout(p) is the identity in prediction, recorded or not, for gradients too."""
    from mxnet import autograd

    layer = solution.Dropout(0.5)
    plain, recorded = case.normal(*case.sizes(8, 9)), case.normal(*case.sizes(7, 12))
    recorded.attach_grad()
    with autograd.record(train_mode=False):
        answer = layer(recorded * 1)
    head = case.normal(*recorded.shape)
    answer.backward(head)
    pairs = [(plain, layer(plain)), (recorded, answer), (head, recorded.grad)]
    # At an end no chance decides what whoever drops here too makes of these shapes.
    a, b = case.sizes(6, 5)
    for p, shape in [(1, (a, b)), (1, (a,)), (1, (1, a, b)), (0, (2, 3, a, 1)), (1, (2, 3, a, 1))]:
        x = case.normal(*shape)
        pairs.append((x, solution.Dropout(p)(x)))
    fell = [drops(x, y) for x, y in pairs]
    # Which elements fell is chance, and says nothing.
    answers = [x if some else y for some, (x, y) in zip(fell, pairs, strict=True)]
    return {"some elements became 0": fell, "answers": answers}


@exercise.check(
    points=1, judge=distinct(), hint="Draw in forward, not once and for all in __init__."
)
def block_draws_anew(solution, case):
    """Dropout(p) drops other elements in each call and each layer, also inside nn.Sequential."""
    from mxnet import autograd
    from mxnet.gluon import nn

    net = nn.Sequential()
    net.add(solution.Dropout(0.5))
    net.initialize(ctx=case.ctx)
    X = case.normal(30, 20)
    with autograd.record():
        return [net(X), net(X), solution.Dropout(0.5)(X)]


@exercise.check(
    points=1,
    dtype="float64",
    judge=parts(some=dropped(0.3), all=dropped(1), none=dropped(1)),
    hint="Leave X's type as it is, and draw the mask in it: dtype=X.dtype, or astype(X.dtype).",
)
def keeps_float64(solution, case):
    """Answers in float64 for float64 numbers."""
    X = case.normal(70, 80)
    kinds = {"all": kind_at(1, solution, X), "none": kind_at(0, solution, X)}
    return {"some": drop(solution.dropout, X, 0.3), **kinds}


@exercise.check(
    points=1,
    device="cpu:1",
    judge=parts(some=dropped(0.4), all=dropped(1), none=dropped(1)),
    hint="Make each array where X is, the mask and the zeros at 1: ctx=X.context, X.zeros_like().",
)
def stays_on_its_context(solution, case):
    """Computes where X is."""
    X = case.normal(90, 60)
    kinds = {"all": kind_at(1, solution, X), "none": kind_at(0, solution, X)}
    return {"some": drop(solution.dropout, X, 0.4), **kinds}


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    judge=parts(drops=dropped(0.45), answers=dropped(0)),
    hint="return dropout(x, self.drop_prob): the function cares for type and place.",
)
def block_keeps_type_and_place(solution, case):
    """Dropout(p) answers in float64 on another context, in training and in prediction."""
    from mxnet import autograd

    layer, X = solution.Dropout(0.45), case.normal(80, 50)
    with autograd.train_mode():
        trained = drop(layer, X)
    return {"drops": trained, "answers": drop(layer, X)}


@exercise.check(points=1, hint="X *= mask changes the caller's array: make a new one.")
def leaves_its_input_unchanged(solution, case):
    """Leaves X as it was."""
    from mxnet import autograd

    X = case.normal(*case.sizes(12, 10))
    case.reseed()
    solution.dropout(X, 0.5)
    # Whoever refuses 1, or whose block is not done yet, loses another check.
    with suppress(AssertionError, ValueError, ZeroDivisionError):
        solution.dropout(X, 1)
    for training in (autograd.train_mode, autograd.record):
        with suppress(Exception), training():
            solution.Dropout(0.5)(X)
    return X
