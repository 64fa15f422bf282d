"""The sigmoid function (section 2 of the notes)

Where there are two classes, one number decides: the sigmoid turns a score x into the probability
of class 1.

    sigmoid(x) = 1 / (1 + exp(-x))

It lies between 0 and 1, is 1/2 at x = 0, and sigmoid(-x) = 1 - sigmoid(x).
"""

from mxnet import nd


def sigmoid(x):
    """The sigmoid of every element.

    x: NDArray of any shape.
    Returns an NDArray of x's shape and dtype, on x's context; x itself stays as it is.
    Compute with NDArray operations, without NumPy, so that gradients flow back to x.

    Example: sigmoid([-2, 0, 1]) is [0.1192, 0.5, 0.7311], because exp(-x) is [7.389, 1, 0.3679].

    Extra points: finite gradients for x near 1000 and -1000. exp overflows float32 above 88, and
    then the chain rule multiplies 0 by infinity, which is nan, although the result itself looks
    right. See to it that exp never gets a large argument: limit it, or find another function
    that has the same values.
    Do not use an operator that is a sigmoid (sigmoid, Activation, LeakyReLU, hard_sigmoid,
    softmax): that is the work of this exercise.
    """
    # solution: begin
    return (1 + nd.tanh(x / 2)) / 2
    # solution: end
