"""What `make_net`'s net should answer, from the layers' formulas, in float64."""

from grader.course.formulas import layers, perceptron

_SHAPES = "it asks for shapes, not for numbers"
WITHOUT = dict.fromkeys(
    [
        "net_is_initialised",
        "net_leaves_the_input_size_open",
        "tells_the_shapes",
        "takes_any_net",
        "knows_a_net_that_was_called",
    ],
    _SHAPES,
)


def net_equals_reference(xp, inputs):
    X, *parameters = inputs
    answer = perceptron(xp, X, layers(parameters, "relu", ""))
    learning = "grad_req write with lr_mult 1"
    return {"in prediction": answer, "in training": answer, "parameters": learning}


def calls_the_net_where_it_is(xp, inputs):
    [X] = inputs
    before = {"output_weight": [2, 0], "output_bias": [2]}
    shapes = [before, {**before, "output_weight": [2, X.shape[1]]}]
    return {"shapes": shapes, "X": X, "the net was called": True}
