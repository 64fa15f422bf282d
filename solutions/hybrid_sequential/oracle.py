"""What `make_net`'s net should answer, from its layers' formulas, in float64."""

from grader.course.formulas import layers, named, perceptron, perceptron_gradients

WITHOUT = {
    "is_initialised": "it asks for a shape, not for numbers",
    "runs_as_a_graph": "it counts calls of Python, which no formula tells",
}


def net(parameters):
    return layers(parameters, "relu", "relu", "")


def equals_reference(xp, inputs):
    X, *parameters = inputs
    return perceptron(xp, X, net(parameters))


can_be_exported = equals_reference


def takes_any_number_of_features(xp, inputs):
    answers = []
    for start in (0, 9):
        _, *parameters = inputs[start : start + 7]
        batches = inputs[start + 7 : start + 9]
        answers.append([perceptron(xp, X, net(parameters)) for X in batches])
    return {"answers": answers, "parameters of both nets": 0}


def has_the_right_gradients(xp, inputs):
    X, *parameters, head = inputs
    x, *others = perceptron_gradients(xp, X, net(parameters), head)
    gradients = {"x": x, **named(others)}
    told = "as in prediction"
    return {"answer in training": told, "gradients": gradients, "added up": False}
