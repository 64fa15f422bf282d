"""How `make_net` is checked.

Its parameters are set to known values, except where their draws are the question.  Whether relu is
part of the first layer or a layer of its own makes no difference.  Where the data's numbers are not
the question they have as many features as the images of the notes, so that an input size that is
fixed to those is not lost everywhere.
"""

from grader.course import Exercise
from grader.judge.laws import RATE, all_of, constant, distinct, normal, part

exercise = Exercise("Multilayer perceptron", stubs=["make_net"])

PIXELS = 28 * 28
COLUMNS = 240


def trained(case, net, X):
    """How the answer in training compares with that in prediction, and the gradients.

    Where they differ, as Dropout makes them, the gradients depend on chance and say nothing: there
    is a 0 for each of their numbers.
    """
    answers = []

    def watched(x):
        answers.append(net(x))
        return answers[-1]

    case.gradient(net, X)  # Its gradients are written over by the next ones, and not added to them.
    [gradient] = case.gradient(watched, X)
    gradients = {"X": gradient, **case.parameter_gradients(net)}
    predicted = net(X)
    if (answers[0] - predicted).abs().max() > predicted.abs().max() / 1000:
        gradients = {name: array * 0 for name, array in gradients.items()}
        return {"answer in training": "another than in prediction", "gradients": gradients}
    return {"answer in training": "as in prediction", "gradients": gradients}


def ready(solution, case, features):
    """A new net after its first data."""
    net = case.made(solution.make_net)
    net(case.normal(1, features))
    return net


def drawn(case, net):
    """A net's parameters by kind and number of units.

    Of each weight the first columns: to judge all would take longer, and see little more.
    """
    found = {}
    for name, parameter in net.collect_params().items():
        kind = f"{name.rsplit('_', 1)[-1]} of {parameter.shape[0]}"
        array = parameter.data(case.ctx)
        found[kind] = array[:, :COLUMNS] if array.ndim == 2 else array
    return found


@exercise.check(points=4, hint="nn.Dense(256, activation='relu'), nn.Dense(10)")
def equals_reference(solution, case):
    """Equals the reference on random data, with the same parameters."""
    X = case.normal(*case.sizes(5, 8))
    return case.fill(case.made(solution.make_net), X)(X)


@exercise.check(points=2, hint="256 hidden units, 10 outputs, a bias for each of them.")
def has_the_right_parameters(solution, case):
    """Has two weights and two biases of the right shapes."""
    net = case.made(solution.make_net)
    [n] = case.sizes(3)
    answer = net(case.normal(n, PIXELS))
    return {
        "parameters": case.parameter_kinds(net),
        "how they learn": case.parameter_learning(net),
        "where data are": case.is_where_data_are(solution.make_net),
        "shape of the answer": answer.shape,
    }


@exercise.check(
    points=2,
    hint="relu after the hidden layer and nowhere else: neither after the output nor left out.",
)
def has_the_right_gradients(solution, case):
    """Answers alike in training, and passes the right gradients to the data and all parameters."""
    X = case.normal(*case.sizes(4, 6))
    return trained(case, case.fill(case.made(solution.make_net), X), X)


@exercise.check(points=1, hint="nn.Dense without in_units infers its inputs, and flattens images.")
def leaves_the_input_size_open(solution, case):
    """Takes any number of features, and images too, with large numbers as pixels have them."""
    n, a, b = case.sizes(2, 3, 5)
    found = []
    for shape, scale in [((n, a), 1), ((1, b), 1), ((n, 2, a, b), 100)]:
        X = case.normal(*shape, scale=scale)
        net = case.fill(case.made(solution.make_net), X)
        found.append([case.parameter_kinds(net), net(X)])
    return found


@exercise.check(
    points=2,
    judge=all_of(
        *(part(f"weight of {units}", normal(0, 0.01, RATE / 2)) for units in (256, 10)),
        *(part(f"bias of {units}", constant(0)) for units in (256, 10)),
    ),
    hint="net.initialize(init.Normal(sigma=0.01)) reaches all layers; biases are 0 by default.",
)
def draws_small_weights(solution, case):
    """Draws all weights from N(0, 0.01²) and leaves the biases at 0."""
    return drawn(case, ready(solution, case, PIXELS))


@exercise.check(
    points=1,
    judge=distinct(),
    hint="Build the net inside make_net, and set no seed there.",
)
def makes_a_new_net_each_time(solution, case):
    """Makes a new net with weights of its own in each call.

    Both are looked at when both are made, for a layer that they share may have been drawn anew.
    Within a net, too, the output's weights are none of the hidden layer's, and no half is the
    other one's negative.
    """
    nets = [ready(solution, case, 9) for _ in range(2)]
    first, second = (drawn(case, net) for net in nets)
    hidden, output = first["weight of 256"].copy(), first["weight of 10"].copy()
    pieces = hidden.reshape((-1,))[:COLUMNS], output[0], hidden[:128], -hidden[128:]
    return [hidden, second["weight of 256"].copy(), *pieces, second["weight of 10"][0].copy()]


@exercise.check(
    points=1,
    dtype="float64",
    device="cpu:1",
    hint="Use Gluon's layers only: they compute in the type and place of their parameters.",
)
def works_in_any_type_and_place(solution, case):
    """Works in float64 on another context."""
    X = case.normal(*case.sizes(6, 4))
    return case.fill(case.made(solution.make_net), X)(X)
