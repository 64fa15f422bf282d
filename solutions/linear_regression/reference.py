"""Linear regression from scratch (sections 4 and 5 of the notes)

The training loop of section 5 needs a model and a loss:

    y_hat = X · w + b
    loss  = (y_hat - y)² / 2
"""

from mxnet import nd


def linreg(X, w, b):
    """The model: a weighted sum of each example's features, plus a bias.

    X: NDArray of shape (n, d), n examples with d features each.
    w: NDArray of shape (d, 1), the weights.
    b: NDArray of shape (1,), the bias, which is added to every example's sum.
    Returns an NDArray of shape (n, 1), of the arguments' dtype and on their context.
    Compute with NDArray operations, without NumPy, so that gradients flow.

    Example: X = [[1, 2], [3, 4]], w = [[2], [-1]] and b = [0.5] give
    [[1 * 2 - 2 * 1 + 0.5], [3 * 2 - 4 * 1 + 0.5]] = [[0.5], [2.5]].
    """
    # solution: begin
    return nd.dot(X, w) + b
    # solution: end


def squared_loss(y_hat, y):
    """Half the squared difference, for each example.

    y_hat: NDArray of any shape, mostly (n, 1): what the model answers.
    y: NDArray of the same shape, or of shape (n,): what is true.
    Returns an NDArray of y_hat's shape and dtype, on its context: one loss per example, neither
    summed nor averaged. The arguments stay as they are, and gradients flow back to y_hat.

    Example: y_hat = [[1], [2], [5]] and y = [1, 4, 2] give [[0], [2], [4.5]]. The half is there so
    that the derivative is y_hat - y without a factor.

    Mind the shapes: (n, 1) minus (n,) broadcasts to (n, n), every answer against every label. Give
    y the shape of y_hat first.
    """
    # solution: begin
    return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
    # solution: end
