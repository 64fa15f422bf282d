from mxnet import nd
from mxnet.gluon import nn


def corr2d(X, K):
    (h, w), (kh, kw) = X.shape, K.shape
    oh, ow = h - kh + 1, w - kw + 1
    k, d = max(kh, kw) | 1, max(oh, ow)
    side, c = 2 * (d + k) + max(h, w), d + k + max(h, w) // 2
    kernel, image = nd.zeros((1, 1, side, side)), nd.zeros((1, 1, side, side))
    top = c - k // 2
    kernel[0, 0, top : top + kh, top : top + kw] = K.astype("float32")
    image[0, 0, top : top + h, top : top + w] = X.astype("float32")
    pad = {"kernel_size": k, "max_displacement": d, "pad_size": d + k // 2}
    found = nd.Correlation(kernel, image, stride1=1, stride2=1, is_multiply=True, **pad)
    shifts = found[0, :, c, c].reshape((2 * d + 1, 2 * d + 1))
    return (shifts[d : d + oh, d : d + ow] * (k * k)).astype(X.dtype).as_in_context(X.context)


class Conv2D(nn.Block):
    def __init__(self, kernel_size, **kwargs):
        super().__init__(**kwargs)
        self.weight = self.params.get("weight", shape=kernel_size)
        self.bias = self.params.get("bias", shape=(1,))

    def forward(self, x):
        return corr2d(x, self.weight.data(x.context)) + self.bias.data(x.context)
