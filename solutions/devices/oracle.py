"""What `to_device` should answer: the numbers that it was given."""

_CONTEXTS = "it asks for contexts, not for numbers"
WITHOUT = dict.fromkeys(
    [
        "answers_a_device_that_exists",
        "answers_the_gpu_that_was_asked_for",
        "initialises_on_the_context",
        "can_be_trained_there",
    ],
    _CONTEXTS,
)


def moves_arrays(xp, inputs):
    there, *arrays = inputs
    return [*arrays, there, there, there]


def copies_only_to_move(xp, inputs):
    _, y, _, _, _, head = inputs
    return {"filling the answer fills x": [True] * 7, "y is left alone": y, "gradient": 3 * head}


def keeps_the_dtype(xp, inputs):
    whole, large, half, wide, byte = inputs
    return [whole * 100 + 1, wide / 3, large + 1, half, byte]
