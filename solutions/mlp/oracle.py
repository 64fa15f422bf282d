"""What `make_net`'s net should answer, from its layers' formulas, in float64."""

from grader.course.formulas import layers, named, perceptron, perceptron_gradients

WITHOUT = {"has_the_right_parameters": "it asks for names and shapes, not for numbers"}


def net(parameters):
    return layers(parameters, "relu", "")


def equals_reference(xp, inputs):
    X, *parameters = inputs
    return perceptron(xp, X, net(parameters))


works_in_any_type_and_place = equals_reference


def has_the_right_gradients(xp, inputs):
    X, *parameters, _, head = inputs  # the last of two passes
    first, *others = perceptron_gradients(xp, X, net(parameters), head)
    gradients = {"X": first, **named(others)}
    return {"answer in training": "as in prediction", "gradients": gradients}


def leaves_the_input_size_open(xp, inputs):
    found = []
    for start in range(0, len(inputs), 5):
        X, *parameters = inputs[start : start + 5]
        features = X[0].size
        sizes = ["bias (10,)", "bias (256,)", "weight (10, 256)", f"weight (256, {features})"]
        found.append([sizes, perceptron(xp, X, net(parameters))])
    return found
