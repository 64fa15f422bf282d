"""How `xavier_uniform` and `Xavier` are checked: by the law of what they draw.

No weight is square, and no kernel either: a square hides which size was taken for which.
"""

import math

from grader.course import Exercise
from grader.judge.laws import RATE, all_of, constant, distinct, part, parts, uniform

exercise = Exercise(
    "Xavier initialisation",
    stubs=["xavier_uniform", "Xavier"],
    own_work=["mxnet.initializer.Xavier._init_weight"],
)


def drawn(*shape, share=1.0):
    """The law of a weight of this shape; `share` of a check's false rejections is its own."""
    out, in_, *kernel = shape
    fans = (out + in_) * math.prod(kernel)
    bound = math.sqrt(6 / fans)
    return uniform(-bound, bound, RATE * share)


def fill(solution, case, *shape, initializer=None):
    """An array of this shape, full of sevens, filled by the solution's initialiser."""
    data = case.array([7.0]).broadcast_to(shape).copy()
    (initializer or solution.Xavier())._init_weight("inner0_weight", data)
    return data


@exercise.check(
    points=4,
    judge=drawn(300, 250),
    hint="nd.random.uniform(-b, b, shape=shape) with b = sqrt(6 / (units + in_units)).",
)
def draws_from_the_right_interval(solution, case):
    """xavier_uniform draws from U(-b, b)."""
    return solution.xavier_uniform((300, 250))


@exercise.check(
    points=2,
    judge=all_of(part(0, drawn(15, 700, share=0.5)), part(1, drawn(900, 11, share=0.5))),
    hint="b takes both sizes from shape, and their sum: 6 / (units + in_units).",
)
def counts_both_sizes(solution, case):
    """xavier_uniform counts inputs and outputs, where they are many and where they are few."""
    return [solution.xavier_uniform((15, 700)), solution.xavier_uniform((900, 11))]


@exercise.check(points=1, judge=distinct(), hint="Draw in each call, and seed nothing inside.")
def draws_anew(solution, case):
    """xavier_uniform and Xavier draw other numbers in each call."""
    shape = (12, 19)
    return [
        solution.xavier_uniform(shape),
        solution.xavier_uniform(shape),
        fill(solution, case, *shape),
        fill(solution, case, *shape),
    ]


@exercise.check(
    points=3,
    judge=drawn(260, 320),
    hint="data[:] = ... writes into the array that Gluon gave; data = ... and return do not.",
)
def fills_the_array(solution, case):
    """Xavier overwrites the array that it is given with draws from U(-b, b)."""
    return fill(solution, case, 260, 320)


@exercise.check(
    points=2,
    judge=all_of(part(0, drawn(60, 16, 2, 7, share=0.5)), part(1, drawn(40, 50, 1, 5, share=0.5))),
    hint="For a convolution multiply both counts by data.shape[2] * data.shape[3].",
)
def counts_the_kernel(solution, case):
    """Xavier counts the area of a convolution's kernel, which is not square here."""
    return [fill(solution, case, *shape) for shape in [(60, 16, 2, 7), (40, 50, 1, 5)]]


@exercise.check(
    points=2,
    judge=parts(weight=drawn(40, 210), bias=constant(0)),
    hint="net.initialize(Xavier()) calls _init_weight: inherit from init.Initializer.",
)
def initialises_a_net(solution, case):
    """net.initialize(Xavier()) draws the weights and leaves the biases at 0."""
    from mxnet.gluon import nn

    layer = nn.Dense(40, in_units=210)
    layer.initialize(solution.Xavier(), ctx=case.ctx)
    return {"weight": layer.weight.data(case.ctx), "bias": layer.bias.data(case.ctx)}


@exercise.check(
    points=1,
    judge=all_of(part(0, drawn(30, 170, share=0.5)), part(1, drawn(160, 20, share=0.5))),
    hint="One initialiser fills the weights of all layers: keep nothing for the next call.",
)
def fills_one_array_after_another(solution, case):
    """Xavier fills the weights of several layers, each within its own bounds."""
    initializer = solution.Xavier()
    shapes = [(30, 170), (160, 20)]
    return [fill(solution, case, *shape, initializer=initializer) for shape in shapes]


@exercise.check(
    points=1,
    judge=parts(weight=drawn(50, 130), bias=constant(0)),
    hint="Override _init_weight only: the base class tells weights from biases by their names.",
)
def leaves_biases_to_its_parent(solution, case):
    """Xavier tells weights from biases by their names, as the base class does."""
    from mxnet import init

    initializer = solution.Xavier()
    arrays = {}
    for name, shape in [("weight", (50, 130)), ("bias", (50,))]:
        arrays[name] = case.array([7.0]).broadcast_to(shape).copy()
        initializer(init.InitDesc(f"dense1_{name}"), arrays[name])
    return arrays


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    judge=drawn(130, 60),
    hint="Draw with ctx=data.context and dtype=data.dtype, or assign with data[:] = ...",
)
def fills_any_type_and_place(solution, case):
    """Xavier fills a float64 array on another context."""
    return fill(solution, case, 130, 60)
