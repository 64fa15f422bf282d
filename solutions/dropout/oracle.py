"""What `dropout` and `Dropout` should answer where nothing is drawn."""

WITHOUT = {"refuses_impossible_probabilities": "it asks for exceptions; there are no numbers"}


def changes_nothing_at_zero(xp, inputs):
    *arrays, _, head = inputs
    return [*arrays, head]


def block_is_the_identity_in_prediction(xp, inputs):
    return {"some elements became 0": [False] * 8, "answers": list(inputs)}


def drops_everything_at_one(xp, inputs):
    return [xp.zeros(X.shape) for X in inputs]


def leaves_its_input_unchanged(xp, inputs):
    [X] = inputs
    return X
