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
    batches, parameters, rows = inputs[:6], inputs[6:30], inputs[30]
    nets = [net(parameters[start : start + 4]) for start in range(0, 24, 4)]
    answers = [perceptron(xp, X, layered) for X, layered in zip(batches, nets, strict=True)]
    again = perceptron(xp, batches[1][rows.astype(int)], nets[1])
    return [*answers, again, again[:1], 0 * answers[0]]


def has_the_right_gradients(xp, inputs):
    X, *parameters, first, head = inputs
    x, *others = perceptron_gradients(xp, X, net(parameters), head)
    predicted, *_ = perceptron_gradients(xp, X, net(parameters), first)
    return {
        "answer in training": "as in prediction",
        "gradients": {"x": x, **named(others)},
        "gradient in prediction": predicted + first.sum(),
    }


def works_in_a_sequential(xp, inputs):
    X, *parameters = inputs
    return perceptron(xp, X, layers(parameters, "tanh", "relu", "", ""))
