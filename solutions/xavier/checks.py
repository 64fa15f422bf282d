"""How `xavier_uniform` and `Xavier` are checked: by the law of what they draw.

Few weights are square, and no kernel is: a square hides which size was taken for which.  Sizes
come from the seed, so that nobody can draw before it is known what is asked for.
"""

import math

from grader.course import Exercise
from grader.judge.laws import RATE, Rule, all_of, constant, distinct, part, parts, uniform
from grader.judge.rule import floats

exercise = Exercise(
    "Xavier initialisation",
    stubs=["xavier_uniform", "Xavier"],
    own_work=["mxnet.initializer.Xavier._init_weight"],
)


def drawn(share=1.0):
    """The law of a weight, whose shape tells the bounds; `share` of a check's false rejections is
    its own."""

    def law(weight):
        shape = floats(weight).shape
        bound = math.sqrt(6 / (sum(shape[:2]) * math.prod(shape[2:])))
        return uniform(-bound, bound, RATE * share)

    return Rule(
        "uniform(-b, b)",
        lambda weight: law(weight)(weight),
        RATE * share,
        lambda weight: law(weight).drawn(weight),
    )


SMALL = [(5, 4), (1, 2), (3, 1)]
"""Shapes of weights with few draws, whose bounds are larger than those of usual layers."""


def many(shape, share):
    """The law of many weights of this shape in one array."""
    bound = math.sqrt(6 / sum(shape))
    return uniform(-bound, bound, RATE * share)


def sizes(case, *about):
    """Sizes near these, other ones for each seed."""
    return tuple(round(case.number(size, 1.2 * size)) for size in about)


def fill(solution, case, *shape, initializer=None, name="inner0_weight", old=7.0):
    """An array of this shape, full of its old content, filled by the solution's initialiser."""
    data = case.array([old]).broadcast_to(shape).copy()
    (initializer or solution.Xavier())._init_weight(name, data)
    return data


@exercise.check(
    points=4,
    judge=drawn(),
    hint="nd.random.uniform(-b, b, shape=shape) with b = sqrt(6 / (units + in_units)).",
)
def draws_from_the_right_interval(solution, case):
    """xavier_uniform draws from U(-b, b)."""
    return solution.xavier_uniform(sizes(case, 130, 110))


@exercise.check(
    points=2,
    judge=all_of(
        *(part(i, drawn(1 / 7)) for i in range(4)),
        *(part(4 + i, many(shape, 1 / 7)) for i, shape in enumerate(SMALL)),
    ),
    hint="b takes both sizes from shape, and their sum: 6 / (units + in_units).",
)
def counts_both_sizes(solution, case):
    """xavier_uniform counts inputs and outputs, where they are many and where they are few."""
    from mxnet import nd

    shapes = [sizes(case, *about) for about in [(15, 400), (450, 10), (1, 300)]]
    shapes.append(sizes(case, 60) * 2)  # a square
    weights = [solution.xavier_uniform(shape) for shape in shapes]
    small = [[solution.xavier_uniform(shape) for _ in range(200)] for shape in SMALL]
    return [*weights, *(nd.concat(*draws, dim=0) for draws in small)]


@exercise.check(
    points=3,
    judge=drawn(),
    hint="data[:] = nd.random.uniform(-b, b, shape=data.shape), with b as in xavier_uniform; "
    "data = ... and return leave the array as it is.",
)
def fills_the_array(solution, case):
    """Xavier overwrites the array that it is given with draws from U(-b, b)."""
    return fill(solution, case, *sizes(case, 105, 135))


@exercise.check(
    points=2,
    judge=all_of(*(part(i, drawn(1 / 6)) for i in range(6))),
    hint="For a convolution multiply both counts by data.shape[2] * data.shape[3].",
)
def counts_the_kernel(solution, case):
    """Xavier counts the area of a convolution's kernel, which is not square but for one of 1."""
    about = (45, 12), (25, 35), (50, 30), (1, 6), (45, 1)
    channels = [*(sizes(case, *counts) for counts in about), sizes(case, 25) * 2]
    kernels = (2, 7), (1, 5), (1, 1), (8, 40), (9, 4), (3, 2)
    return [fill(solution, case, *c, *k) for c, k in zip(channels, kernels, strict=True)]


@exercise.check(
    points=2,
    judge=parts(weight=drawn(), bias=constant(0)),
    hint="net.initialize(Xavier()) calls _init_weight: inherit from init.Initializer.",
)
def initialises_a_net(solution, case):
    """net.initialize(Xavier()) draws the weights and leaves the biases at 0."""
    from mxnet.gluon import nn

    units, in_units = sizes(case, 35, 210)
    layer = nn.Dense(units, in_units=in_units)
    layer.initialize(solution.Xavier(), ctx=case.ctx)
    return {"weight": layer.weight.data(case.ctx), "bias": layer.bias.data(case.ctx)}


@exercise.check(
    points=1,
    judge=all_of(part(0, drawn(1 / 3)), part(1, drawn(1 / 3)), part(2, many(SMALL[0], 1 / 3))),
    hint="One initialiser fills the weights of all layers: keep nothing for the next call.",
)
def fills_one_array_after_another(solution, case):
    """Xavier fills the weights of several layers, each within its own bounds, and small ones."""
    from mxnet import nd

    initializer = solution.Xavier()
    shapes = [sizes(case, *about) for about in [(30, 170), (140, 20)]] + [SMALL[0]] * 60
    first, second, *others = [
        fill(solution, case, *shape, initializer=initializer, name="kernel") for shape in shapes
    ]
    return [first, second, nd.concat(*others, dim=0)]


@exercise.check(
    points=1,
    judge=parts(weight=drawn(), bias=constant(0)),
    hint="Override _init_weight only: the base class tells weights from biases by their names.",
)
def leaves_biases_to_its_parent(solution, case):
    """Xavier tells weights from biases by their names, as the base class does."""
    from mxnet import init

    initializer = solution.Xavier()
    arrays = {}
    units, in_units = sizes(case, 50, 120)
    for name, shape in [("weight", (units, in_units)), ("bias", (units,))]:
        arrays[name] = case.array([7.0]).broadcast_to(shape).copy()
        initializer(init.InitDesc(f"dense1_{name}"), arrays[name])
    return arrays


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    judge=drawn(),
    hint="Draw with ctx=data.context and dtype=data.dtype, or assign with data[:] = ...",
)
def fills_any_type_and_place(solution, case):
    """Xavier fills a float64 array on another context."""
    return fill(solution, case, *sizes(case, 120, 55), old=math.nan)


@exercise.check(points=1, judge=distinct(), hint="Draw in each call, and seed nothing inside.")
def draws_anew(solution, case):
    """xavier_uniform and Xavier draw other numbers in each call."""
    shape = sizes(case, 10, 19)
    return [
        solution.xavier_uniform(shape),
        solution.xavier_uniform(shape),
        fill(solution, case, *shape),
        fill(solution, case, *shape),
    ]
