"""What `HybridNet` should answer, from its layers' formulas, in float64."""

from grader.course.formulas import layers, named, perceptron, perceptron_gradients

WITHOUT = {
    "names_its_layers": "it asks for names and shapes, not for numbers",
    "runs_without_python": "it asks what a call runs, which no formula tells",
}


def net(parameters):
    return layers(parameters, "relu", "")


def equals_reference(xp, inputs):
    batches, parameters = inputs[:5], inputs[5:]
    answers = [perceptron(xp, X, net(parameters)) for X in batches]
    scaled = [[factor * p for p in parameters] for factor in (1e-3, 0)]
    answers += [perceptron(xp, batches[0], net(numbers)) for numbers in scaled]
    return {"answers": answers, "the first call is like the next": True}


def keeps_float64(xp, inputs):
    X, *parameters = inputs
    return perceptron(xp, X, net(parameters))


stays_on_its_context = keeps_float64


def can_be_exported(xp, inputs):
    return {"answer": keeps_float64(xp, inputs), "calls Python": False}


def equals_reference_hybridised(xp, inputs):
    X, *parameters = inputs[:5]
    *batches, head = inputs[5:]
    return {
        "answers": [perceptron(xp, X, net(parameters)) for X in batches],
        **trained(xp, X, parameters, head),
    }


def trained(xp, X, parameters, head):
    x, *others = perceptron_gradients(xp, X, net(parameters), head)
    gradients = {"x": x, **named(others)}
    return {"answer in training": "as in prediction", "gradients": gradients}


def has_the_right_gradients(xp, inputs):
    X, *parameters, _, head = inputs
    return trained(xp, X, parameters, head)
