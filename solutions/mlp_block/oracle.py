"""What `MLP` should answer, from its layers' formulas, in float64."""

from grader.course.formulas import layers, named, perceptron, perceptron_gradients

WITHOUT = {"names_its_layers": "it asks for names and shapes, not for numbers"}


def net(parameters):
    return layers(parameters, "relu", "")


def equals_reference(xp, inputs):
    X, *parameters = inputs
    return perceptron(xp, X, net(parameters))


keeps_float64 = stays_on_its_context = equals_reference


def takes_any_number_of_features(xp, inputs):
    batches, rows = inputs[:3], inputs[15]
    nets = [net(inputs[start : start + 4]) for start in (3, 7, 11)]
    answers = [perceptron(xp, X, layered) for X, layered in zip(batches, nets, strict=True)]
    return [*answers, perceptron(xp, batches[1][rows.astype(int)], nets[1])]


def has_the_right_gradients(xp, inputs):
    X, *parameters, _, head = inputs
    x, *others = perceptron_gradients(xp, X, net(parameters), head)
    gradients = {"x": x, **named(others)}
    return {"answer in training": "as in prediction", "gradients": gradients}


def works_in_a_sequential(xp, inputs):
    X, *parameters = inputs
    return perceptron(xp, X, layers(parameters, "tanh", "relu", "", ""))
