"""What `CenteredLayer` should answer, from its formula, in float64."""

from grader.course.formulas import layers, perceptron

WITHOUT = {"has_no_parameters": "it asks for names, and there are no numbers"}


def equals_reference(xp, inputs):
    [x] = inputs
    return x - x.sum() / x.size


keeps_float64 = stays_on_its_context = equals_reference


def works_for_any_shape(xp, inputs):
    return [x - x.sum() / x.size for x in inputs]


centres_far_from_zero = works_for_any_shape


def has_the_right_gradient(xp, inputs):
    answers, gradients = ([2 * (a - a.sum() / a.size) for a in inputs[i::2]] for i in (0, 1))
    gradients[-1] += inputs[-1]
    return {"answers": answers, "gradients": gradients}


def works_in_a_sequential(xp, inputs):
    X, *parameters = inputs
    h = perceptron(xp, X, layers(parameters, ""))
    return h - h.sum() / h.size


def leaves_its_input_unchanged(xp, inputs):
    [x] = inputs
    return x
