"""Softmax (sections 1 and 3.1 of the notes)

Softmax turns each row of scores into probabilities:

    softmax(X)[i, j] = exp(X[i, j]) / (exp(X[i, 0]) + ... + exp(X[i, q-1]))

In three steps: exp of every element, the sum of each row, each element over its row's sum.
"""

from mxnet import nd


def softmax(X):
    """The softmax of each row.

    X: NDArray of shape (n, q), n examples and q classes.
    Returns an NDArray of shape (n, q), of X's dtype and on X's context; each row sums to 1.
    Compute with NDArray operations, without NumPy, so that gradients flow back to X.

    Example: softmax([[0, 1, 2]]) is [[0.0900, 0.2447, 0.6652]], because exp gives
    [1, 2.718, 7.389] and their sum is 11.107.

    Extra points: finite for logits near 1000 and -1000. exp(x) overflows float32 above 88;
    think about what happens to the quotient when the same number is subtracted from a whole row.
    Do not use an operator of the softmax family: that is the work of this exercise.
    """
    raise NotImplementedError
