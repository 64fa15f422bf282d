"""Names that other libraries have and MXNet has not: what it has in their place.

Learners bring them along, and pasted answers do.  They are no misspellings.
"""

from __future__ import annotations

import re

from grader.language import _, later

_IN_ND = r"module 'mxnet\.(?:ndarray|symbol)(?:\.\w+)?' has no attribute"
_OF_AN_ARRAY = "'NDArray' object has no attribute"

_NAMES: list[tuple[str, str]] = [
    (
        rf"{_OF_AN_ARRAY} '(item|numpy|tolist)'",
        later(
            "An NDArray has no {0}: asscalar() gives the number of an array of one element, and "
            "asnumpy() an array of NumPy's"
        ),
    ),
    (
        rf"{_OF_AN_ARRAY} '(var|std)'",
        later("An NDArray has no {0}: the variance is ((x - x.mean()) ** 2).mean()"),
    ),
    (
        rf"{_OF_AN_ARRAY} '(gather)'",
        later("An NDArray has no {0}: nd.pick(x, i) takes one number from each row"),
    ),
    (
        rf"{_OF_AN_ARRAY} '(index_select)'",
        later("An NDArray has no {0}, which is PyTorch's: x[i] or x.take(i) takes whole rows"),
    ),
    (
        rf"{_OF_AN_ARRAY} '(dot|matmul|mm)'",
        later("An NDArray has no {0}: the product of matrices is nd.dot(a, b)"),
    ),
    (
        rf"{_OF_AN_ARRAY} '(pow)'",
        later("An NDArray has no {0}: write **"),
    ),
    (
        rf"{_OF_AN_ARRAY} '(values|indices)'",
        later(
            "An NDArray has no {0}: max(axis=1) gives the values alone, and argmax(axis=1) their "
            "places"
        ),
    ),
    (
        rf"{_OF_AN_ARRAY} 'data'",
        later(
            "An NDArray has no data, as PyTorch's tensors and Gluon's parameters have it: use the "
            "array itself"
        ),
    ),
    (
        rf"{_OF_AN_ARRAY} '(view|unsqueeze|float|double|long|cuda|cpu|to|clone)'",
        later(
            "An NDArray has no {0}, which is PyTorch's: MXNet's are reshape, expand_dims, astype, "
            "as_in_context and copy"
        ),
    ),
    (
        rf"{_OF_AN_ARRAY} '(clamp_?)'",
        later("An NDArray has no {0}, which is PyTorch's: here it is nd.clip(x, low, high)"),
    ),
    (
        rf"{_OF_AN_ARRAY} '(\w*[^\W_]_)'",
        later(
            "An NDArray has no {0}, which is PyTorch's: here -=, += or x[:] = ... write into the "
            "array itself"
        ),
    ),
    (
        rf"{_IN_ND} '(matmul|mm)'",
        later("There is no nd.{0}: the product of matrices is nd.dot(a, b)"),
    ),
    (
        rf"{_IN_ND} '(cat|hstack|vstack)'",
        later("There is no nd.{0}: nd.concat(a, b, dim=0) joins arrays"),
    ),
    (
        rf"{_IN_ND} '(linear)'",
        later("There is no {0} here: nd.dot(x, w) + b, or a layer, nn.Dense, computes it"),
    ),
    (
        rf"{_IN_ND} '(rand|random_sample)'",
        later("There is no {0} here: nd.random.uniform(0, 1, shape=X.shape) draws evenly"),
    ),
    (
        rf"{_IN_ND} '(bernoulli|binomial)'",
        later("There is no {0} here: draw with nd.random.uniform, and compare with < or >"),
    ),
    (
        rf"{_IN_ND} '(randperm|permutation)'",
        later(
            "There is no {0} here: random.shuffle of Python's mixes a list of numbers, and "
            "np.random.permutation(n) draws one"
        ),
    ),
    (
        r"module 'mxnet\.autograd' has no attribute '(no_grad)'",
        later(
            "autograd has no {0}, which is PyTorch's: MXNet records only within autograd.record(), "
            "and autograd.pause() interrupts that"
        ),
    ),
    (
        r"module 'mxnet\.gluon\.loss' has no attribute '(\w+)'",
        later(
            "Gluon has no {0}: its losses are L2Loss, SoftmaxCrossEntropyLoss, "
            "SigmoidBinaryCrossEntropyLoss and others"
        ),
    ),
    (
        r"module 'mxnet\.gluon\.nn\w*' has no attribute '(Parameter)'",
        later("There is no nn.{0}: self.params.get('weight', shape=...) makes a Block's parameter"),
    ),
    (
        r"has no attribute '(zero_grad)'",
        later(
            "There is no {0} here, as PyTorch's modules and optimizers have it: leave it out, "
            "because each backward writes the gradients anew"
        ),
    ),
    (
        r"has no attribute '(train|eval)'",
        later(
            "Gluon's nets have no {0}(), which is PyTorch's: leave it out, for layers train within "
            "autograd.record() and predict outside of it"
        ),
    ),
    (
        r"has no attribute '(training)'",
        later("A Block has no {0}, as PyTorch's modules have it: autograd.is_training() tells"),
    ),
    (
        r"has no attribute '(register_buffer)'",
        later("A Block has no {0}, which is PyTorch's: keep the array as an attribute of self"),
    ),
    (
        r"has no attribute '(state_dict|named_parameters)'",
        later(
            "A Block has no {0}, which is PyTorch's: net.collect_params() holds its parameters by "
            "their names"
        ),
    ),
]


def instead(message: str) -> str:
    """A sentence without its stop on such a name in an exception's message, or nothing."""
    for pattern, says in _NAMES:
        if found := re.search(pattern, message):
            return _(says).format(*found.groups())
    return ""
