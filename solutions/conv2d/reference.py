"""Two-dimensional convolution with a bias (section 13 of the notes)

A convolutional layer slides a small kernel over an image. At every place it multiplies the numbers
under the kernel with the kernel's own and adds them up:

    Y[i, j] = the sum over a, b of X[i + a, j + b] · K[a, b]

Mathematicians call this cross-correlation, for a convolution turns the kernel round first. The
layer also adds a bias: one number, the same at every place. Kernel and bias are what it learns.
"""

from mxnet import nd
from mxnet.gluon import nn


def corr2d(X, K):
    """The cross-correlation of X with K, wherever K fits into X as a whole.

    X: NDArray of shape (h, w). K: NDArray of shape (kh, kw), at most as large as X.
    Returns an NDArray of shape (h - kh + 1, w - kw + 1), of X's dtype and on X's context.

    Example: X = [[0, 1, 2], [3, 4, 5], [6, 7, 8]] and K = [[0, 1], [2, 3]] give
    [[19, 25], [37, 43]]. The first number is 0 · 0 + 1 · 1 + 3 · 2 + 4 · 3 = 19.

    X and K stay as they are. No gradient is asked for, so Y[i, j] = ... into an array of zeros is
    one way; mind its dtype and context. Compute with NDArrays, not with NumPy's arrays. Do not use
    the Convolution operator or nn.Conv2D: that is the work of this exercise.
    """
    # solution: begin
    kh, kw = K.shape
    h, w = X.shape[0] - kh + 1, X.shape[1] - kw + 1
    Y = nd.zeros((h, w), ctx=X.context, dtype=X.dtype)
    for a in range(kh):
        for b in range(kw):
            Y = Y + X[a : a + h, b : b + w] * K[a, b]
    return Y
    # solution: end


class Conv2D(nn.Block):
    """corr2d with a kernel and a bias that are parameters.

    kernel_size: the tuple (kh, kw).
    Parameters, both from self.params: 'weight' of shape (kh, kw), the kernel, and 'bias' of shape
    (1,). How they are initialised is up to whoever calls initialize().

    Called on x, an NDArray of shape (h, w), it returns corr2d(x, weight) + bias, an NDArray of
    shape (h - kh + 1, w - kw + 1).

    Example: kernel_size = (1, 2), weight = [[1, -1]], bias = [0.5] and x = [[1, 1, 0, 0]] give
    [[0.5, 1.5, 0.5]]: the layer sees the edge.
    """

    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        # solution: begin
        self.weight = self.params.get("weight", shape=kernel_size)
        self.bias = self.params.get("bias", shape=(1,))
        # solution: end

    def forward(self, x):
        # solution: begin
        return corr2d(x, self.weight.data()) + self.bias.data()
        # solution: end
