"""Wrong versions of `corr2d` and `Conv2D` that learners write, each with the sentence that would
help."""

from mxnet import autograd, cpu, gluon, nd
from mxnet.gluon import nn

from grader.course import Mistake


class forgets_the_one(Mistake):
    """The result lacks its last row and column: the kernel fits at h - kh + 1 places, not h - kh."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h, X.shape[1] - w), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class keeps_the_size_of_the_image(Mistake):
    """The result is as large as X: only places where the kernel fits as a whole count, (h - kh + 1, w - kw + 1)."""

    def corr2d(X, K):
        h, w = K.shape
        padded = nd.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1), ctx=X.context, dtype=X.dtype)
        padded[: X.shape[0], : X.shape[1]] = X
        Y = nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (padded[i : i + h, j : j + w] * K).sum()
        return Y


class mixes_up_height_and_width(Mistake):
    """You take the kernel's width for its height: K.shape is (kh, kw), rows first."""

    def corr2d(X, K):
        w, h = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class takes_the_kernel_for_square(Mistake):
    """What you cut out of X and what you multiply it with have different sides: X[i : i + kh, j : j + kw] * K, with kh, kw = K.shape."""

    def corr2d(X, K):
        k = K.shape[0]
        Y = nd.zeros((X.shape[0] - k + 1, X.shape[1] - k + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + k, j : j + k] * K).sum()
        return Y


class takes_the_image_for_square(Mistake):
    """You use the image's first side for both: X has X.shape[0] rows and X.shape[1] columns."""

    def corr2d(X, K):
        h, w = K.shape
        n = X.shape[0]
        Y = nd.zeros((n - h + 1, n - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class turns_the_kernel(Mistake):
    """You turn the kernel round, as the mathematicians' convolution does: cross-correlation takes it as it is."""

    def corr2d(X, K):
        K = K[::-1, ::-1]
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class multiplies_matrices(Mistake):
    """nd.dot is the product of matrices: multiply element by element, `*`, and add all of it up."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = nd.dot(X[i : i + h, j : j + w], K.T).sum()
        return Y


class averages(Mistake):
    """You take the mean of the products: take their sum."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).mean()
        return Y


class forgets_the_product(Mistake):
    """You add up the image's numbers without the kernel's: multiply each by K's first."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = X[i : i + h, j : j + w].sum()
        return Y


class jumps_by_the_kernel(Mistake):
    """Your kernel moves on by its own size, as if it had a stride: it visits every place, one after the other."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] // h, X.shape[1] // w), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i * h : i * h + h, j * w : j * w + w] * K).sum()
        return Y


class returns_inside_the_loop(Mistake):
    """The return inside the loop ends it after the first row: put it behind both loops."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
            return Y


class does_not_call_sum(Mistake):
    """.sum without parentheses is the method itself: call it, .sum()."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum
        return Y


class fixes_the_type_and_place(Mistake):
    """nd.zeros and nd.array make float32 numbers on the CPU whatever X is: give them ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class fixes_the_type(Mistake):
    """The result is float32 for float64 images too: nd.zeros and nd.array need dtype=X.dtype beside ctx."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class writes_into_the_image(Mistake):
    """You write into X, which is the caller's and still needed for the next places; a slice of X is no copy. Make an array of zeros for the results."""

    def corr2d(X, K):
        h, w = K.shape
        original = X.copy()
        Y = X[: X.shape[0] - h + 1, : X.shape[1] - w + 1]
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                X[i, j] = (original[i : i + h, j : j + w] * K).sum()
        return X[: Y.shape[0], : Y.shape[1]]


class forgets_to_return(Mistake):
    """The result is computed and then lost: end the function with `return`."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()


class layer_forgets_the_bias(Mistake):
    """The bias is registered but never added: corr2d(x, self.weight.data()) + self.bias.data()."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data())


class layer_has_no_bias_parameter(Mistake):
    """There is only one parameter: `bias`, of shape (1,), is missing."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)

        def forward(self, x):
            return corr2d(x, self.weight.data())


class layer_has_a_bias_for_each_weight(Mistake):
    """Your bias has the kernel's shape: it is a single number, the same at every place, so its shape is (1,)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=kernel_size)

        def forward(self, x):
            return corr2d(x, self.weight.data() + self.bias.data())


class layer_turns_the_shape(Mistake):
    """The weight's shape is (kw, kh): it is kernel_size as it was given, (kh, kw)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size[::-1])
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_takes_the_kernel_for_square(Mistake):
    """Your weight is square: its shape is kernel_size, both sides as they were given."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(kernel_size[0], kernel_size[0]))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_adds_the_bias_to_x(Mistake):
    """You add the bias to the image, where the kernel multiplies it: add it to the result of corr2d."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x + self.bias.data(), self.weight.data())


class layer_forgets_data(Mistake):
    """self.weight is a Parameter and not an array: write self.weight.data() and self.bias.data()."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight) + self.bias


class layer_exchanges_image_and_kernel(Mistake):
    """The image comes first: corr2d(x, self.weight.data())."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(self.weight.data(), x) + self.bias.data()


class layer_makes_lone_parameters(Mistake):
    """gluon.Parameter(...) is not in the Block's self.params, so initialize() does not find it: use self.params.get(...)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.kernel = gluon.Parameter("weight", shape=kernel_size)
            self.shift = gluon.Parameter("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.kernel.data()) + self.shift.data()


class layer_adds_relu(Mistake):
    """You apply relu to the result: this layer has no activation."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return nd.relu(corr2d(x, self.weight.data()) + self.bias.data())


class slices_the_rows_twice(Mistake):
    """X[i : i + kh][j : j + kw] takes rows out of rows: X[i : i + kh, j : j + kw] takes columns too."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h][j : j + w] * K).sum()
        return Y


class keeps_its_result_between_calls(Mistake):
    """The array for the result is kept from call to call, so the next call writes into an answer already given: make it inside corr2d."""

    def corr2d(X, K, made={}):
        h, w = K.shape
        shape = (X.shape[0] - h + 1, X.shape[1] - w + 1)
        key = (shape, X.dtype, X.context)
        if key not in made:
            made[key] = nd.zeros(shape, ctx=X.context, dtype=X.dtype)
        Y = made[key]
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class layer_keeps_a_copy_of_its_weight(Mistake):
    """Your layer computes with the weight that it had on its first call: initialize() and training change it, so take self.weight.data() in each forward."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))
            self.kernel = None

        def forward(self, x):
            if self.kernel is None:
                self.kernel = self.weight.data().copy()
            return corr2d(x, self.kernel) + self.bias.data()


class layer_uses_other_names(Mistake):
    """The parameters are to be called `weight` and `bias`: these names, from self.params.get, are what a file of parameters is read by."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("w", shape=kernel_size)
            self.bias = self.params.get("b", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class squeezes_its_answer(Mistake):
    """squeeze() drops an axis of size 1, and the result has two axes even where one row or one column comes out: return Y as it is."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y.squeeze() if Y.size > 1 else Y


class squeezes_whatever_comes(Mistake):
    """squeeze() drops all axes of size 1, and the result has two axes whatever its size, (1, 1) for a single number: return Y as it is."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y.squeeze()


class turns_tall_kernels(Mistake):
    """You turn a kernel that is taller than wide where the image is square: K is taken as it is, whatever its shape."""

    def corr2d(X, K):
        if X.shape[0] == X.shape[1] and K.shape[0] > K.shape[1]:
            K = K.T
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class changes_the_kernel(Mistake):
    """K *= ... and K[:] = ... write into the caller's kernel: compute with a new array, K = K * ..."""

    def corr2d(X, K):
        K *= 2
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum() / 2
        return Y


class sizes_the_result_the_other_way(Mistake):
    """The result has h - kw + 1 rows and w - kh + 1 columns: the kernel's height belongs to the rows, h - kh + 1, its width to the columns."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - w + 1, X.shape[1] - h + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class exchanges_the_sides_of_the_result(Mistake):
    """Your Y has its sides exchanged, w - kw + 1 rows and h - kh + 1 columns: the rows come first, (X.shape[0] - kh + 1, X.shape[1] - kw + 1)."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[1] - w + 1, X.shape[0] - h + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class mixes_up_the_sides_of_the_image(Mistake):
    """You take the image's width for its height: X.shape is (h, w), rows first."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[1] - h + 1, X.shape[0] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class forgets_to_sum(Mistake):
    """Y[i, j] is one number, and the products are as many as K has: add them up, (X[i : i + kh, j : j + kw] * K).sum()."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = X[i : i + h, j : j + w] * K
        return Y


class sums_the_columns_only(Mistake):
    """sum(axis=0) leaves a number for each column: sum() adds up all the products under the kernel."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum(axis=0)
        return Y


class knows_kernels_of_two_by_two(Mistake):
    """You compute with 2 rows and 2 columns of the kernel, as the example has them: take their numbers from K.shape, (X[i : i + kh, j : j + kw] * K).sum()."""

    def corr2d(X, K):
        Y = nd.zeros((X.shape[0] - 1, X.shape[1] - 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                top = X[i, j] * K[0, 0] + X[i, j + 1] * K[0, 1]
                Y[i, j] = top + X[i + 1, j] * K[1, 0] + X[i + 1, j + 1] * K[1, 1]
        return Y


class loops_over_the_image(Mistake):
    """Your loops run over all of X, beyond the last place where the kernel fits: range(Y.shape[0]) and range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(X.shape[0]):
            for j in range(X.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class leaves_out_the_last_row(Mistake):
    """The last row stays 0: range(n) ends at n - 1 by itself, so loop over range(Y.shape[0])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0] - 1):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class leaves_out_the_last_column(Mistake):
    """The last column stays 0: range(n) ends at n - 1 by itself, so loop over range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1] - 1):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class leaves_out_the_last_row_and_column(Mistake):
    """The last row and the last column stay 0: range(n) ends at n - 1 by itself, so loop over range(Y.shape[0]) and range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0] - 1):
            for j in range(Y.shape[1] - 1):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class fixes_the_place(Mistake):
    """The result is on the CPU wherever X is: nd.zeros and nd.array need ctx=X.context beside dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class pads_all_round(Mistake):
    """You put zeros round X, so that the result is about as large as X: without padding, only places where the kernel fits as a whole count."""

    def corr2d(X, K):
        h, w = K.shape
        padded = nd.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1), ctx=X.context, dtype=X.dtype)
        padded[h // 2 : h // 2 + X.shape[0], w // 2 : w // 2 + X.shape[1]] = X
        Y = nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (padded[i : i + h, j : j + w] * K).sum()
        return Y


class pads_by_half_the_kernel(Mistake):
    """You put kh // 2 rows and kw // 2 columns of zeros on each side of X: without padding, only places where the kernel fits as a whole count."""

    def corr2d(X, K):
        h, w = K.shape
        high, wide = X.shape[0] + h // 2 * 2, X.shape[1] + w // 2 * 2
        padded = nd.zeros((high, wide), ctx=X.context, dtype=X.dtype)
        padded[h // 2 : h // 2 + X.shape[0], w // 2 : w // 2 + X.shape[1]] = X
        Y = nd.zeros((high - h + 1, wide - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (padded[i : i + h, j : j + w] * K).sum()
        return Y


class counts_every_overlap(Mistake):
    """Your result is larger than X, h + kh - 1 rows: only places where the kernel fits into X as a whole count, h - kh + 1 rows."""

    def corr2d(X, K):
        h, w = K.shape
        padded = nd.zeros(
            (X.shape[0] + 2 * h - 2, X.shape[1] + 2 * w - 2), ctx=X.context, dtype=X.dtype
        )
        padded[h - 1 : h - 1 + X.shape[0], w - 1 : w - 1 + X.shape[1]] = X
        Y = nd.zeros((X.shape[0] + h - 1, X.shape[1] + w - 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (padded[i : i + h, j : j + w] * K).sum()
        return Y


class layer_misspells_bias(Mistake):
    """The bias is registered as `bais`: its name is to be `bias`, in self.params.get too."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bais", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_calls_its_weight_kernel(Mistake):
    """The kernel is to be registered as `weight`, as in every layer of Gluon's: self.params.get('weight', shape=kernel_size); and the bias as `bias`."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("kernel", shape=kernel_size)
            self.bias = self.params.get("b", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_keeps_plain_arrays(Mistake):
    """Plain arrays are no parameters, so no trainer finds them: make weight and bias with self.params.get(...)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = nd.random.normal(shape=kernel_size)
            self.bias = nd.zeros((1,))

        def forward(self, x):
            return corr2d(x, self.weight) + self.bias


class layer_keeps_plain_arrays_of_small_numbers(Mistake):
    """Your weight and bias are plain arrays, which no initialize() fills and no trainer finds, with attach_grad or without: make both with self.params.get(...)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = nd.random.normal(scale=0.01, shape=kernel_size)
            self.bias = nd.zeros((1,))

        def forward(self, x):
            return corr2d(x, self.weight) + self.bias


class layer_has_a_weight_with_four_axes(Mistake):
    """Your weight has four axes, as in nn.Conv2D with its channels: here its shape is kernel_size, (kh, kw)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(1, 1, *kernel_size))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()[0, 0]) + self.bias.data()


class layer_turns_its_weight_back(Mistake):
    """Your weight has shape (kw, kh) and is turned back in forward: register it as (kh, kw), as kernel_size says, and use it as it is."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size[::-1])
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data().T) + self.bias.data()


class layer_takes_kernel_size_for_a_number(Mistake):
    """kernel_size is the pair (kh, kw) already: shape=kernel_size, not (kernel_size, kernel_size)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(kernel_size, kernel_size))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_has_a_bias_with_two_axes(Mistake):
    """Your bias has shape (1, 1): it is a vector of one number, shape (1,)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1, 1))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_subtracts_the_bias(Mistake):
    """You subtract the bias: add it, corr2d(x, self.weight.data()) + self.bias.data()."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) - self.bias.data()


class layer_misspells_init(Mistake):
    """Python calls `__init__`, with two underscores on each side: under another name, such as `__int__`, no parameter is made."""

    class Conv2D(nn.Block):
        def __int__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_turns_to_float32(Mistake):
    """Your layer answers in float32 whatever x is: its dtype and its parameters' are x's already, so compute without astype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            Y = corr2d(x.astype("float32"), self.weight.data().astype("float32"))
            return Y + self.bias.data().astype("float32")


class layer_answers_on_the_cpu(Mistake):
    """Your layer answers on the CPU wherever x is: x and the parameters are in one place already, so compute there."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            Y = corr2d(x.as_in_context(cpu()), self.weight.data().as_in_context(cpu()))
            return Y + self.bias.data().as_in_context(cpu())


class layer_writes_into_float32_zeros(Mistake):
    """Something of your layer is on the CPU wherever x is: leave initialize() to the caller, and return corr2d(x, self.weight.data()) + self.bias.data() as it comes."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            Y = corr2d(x, self.weight.data()) + self.bias.data()
            answer = nd.zeros(Y.shape)
            answer[:] = Y
            return answer


class layer_keeps_its_answer(Mistake):
    """Your layer keeps its answer and writes the next one into it, which another image does not fit: return a new array each time."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))
            self.answer = None

        def forward(self, x):
            if self.answer is None:
                self.answer = corr2d(x, self.weight.data())
            else:
                self.answer[:] = corr2d(x, self.weight.data())
            self.answer += self.bias.data()
            return self.answer


class layer_insists_on_one_size(Mistake):
    """Your layer accepts images of the first one's size alone: x may have another size at each call."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))
            self.size = None

        def forward(self, x):
            if self.size is None:
                self.size = x.shape
            assert x.shape == self.size, "another image size"
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_adds_to_its_bias(Mistake):
    """self.bias.data() is the parameter itself, and += writes into it: add with +, which makes a new array."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            Y = corr2d(x, self.weight.data())
            b = self.bias.data()
            b += 0.5
            return Y + b - 0.5


class layer_works_in_place(Mistake):
    """Your forward writes into the caller's x and into its own weight, so the next answer is another one: /=, *= and [:] = change arrays, compute with new ones."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            x /= 255
            x *= 255
            Y = corr2d(x, self.weight.data())
            Y += self.bias.data()
            self.weight.data()[:] = self.weight.data() * 0.5
            return Y


class turns_the_columns(Mistake):
    """You turn the kernel round from left to right: cross-correlation takes K as it is, without flip and [:, ::-1]."""

    def corr2d(X, K):
        K = K[:, ::-1]
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class returns_a_numpy_array(Mistake):
    """You return a NumPy array: the result is an NDArray, so make Y with nd.zeros, and leave out asnumpy()."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y.asnumpy()


class layer_keeps_a_plain_bias(Mistake):
    """Your bias is a plain array of zeros, which no trainer finds: self.params.get('bias', shape=(1,)), and add self.bias.data()."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = nd.zeros((1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias


class slices_up_to_the_kernels_sides(Mistake):
    """X[i : kh, j : kw] ends where the first place ends: it grows smaller as i and j grow, so end it at i + kh and j + kw, X[i : i + kh, j : j + kw]."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i:h, j:w] * K).sum()
        return Y


class divides_by_the_kernels_sum(Mistake):
    """You divide by the sum of the kernel's numbers: K is taken as it is, and the sum of the products as it comes."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum() / K.sum()
        return Y


class divides_by_the_kernels_absolute_sum(Mistake):
    """You divide by the sum of the kernel's absolute values: K is taken as it is, and the sum of the products as it comes."""

    def corr2d(X, K):
        h, w = K.shape
        total = K.abs().sum()
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum() / total
        return Y


class layer_forgets_to_call_its_parent(Mistake):
    """A Block without super().__init__(**kwargs) is only half made and has no self.params: call it first in __init__."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_forgets_to_return(Mistake):
    """Your layer answers None: end forward with `return`."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            corr2d(x, self.weight.data()) + self.bias.data()


class layer_switches_gradients_off(Mistake):
    """Your kernel or your bias does not learn: make both with self.params.get, without grad_req and lr_mult, and not with get_constant."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size, grad_req="null")
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class goes_to_the_edge_of_the_image(Mistake):
    """Your result is as large as X, and at its last rows and columns the kernel reaches beyond X: make it h - kh + 1 by w - kw + 1, the places where K fits as a whole."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class clips_its_answer(Mistake):
    """You cut the result off at -255 and 255: pixels may end there, but the sums of the products are answered as they come, however large."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y.clip(-255, 255)


class layer_adds_relu_in_training(Mistake):
    """In training you apply relu to the result: this layer has no activation, and answers the same in training as in prediction."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            Y = corr2d(x, self.weight.data()) + self.bias.data()
            return nd.relu(Y) if autograd.is_training() else Y


class layer_shares_its_parameters(Mistake):
    """Layers of one kernel_size share one kernel and one bias, which the class or the file keeps: each layer has parameters of its own, from its self.params."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, known={}, **kwargs):
            super().__init__(params=known.get(kernel_size), **kwargs)
            known.setdefault(kernel_size, self.params)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_squeezes_its_answer(Mistake):
    """Where one number, one row or one column comes out, your layer drops an axis: its answer has two, so leave out squeeze and reshape."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()).squeeze() + self.bias.data()


class refuses_a_single_row(Mistake):
    """You refuse an image of one row, such as [[1, 1, 0, 0]]: X may have any shape that K fits into."""

    def corr2d(X, K):
        if min(X.shape) < 2:
            raise ValueError("X must have two rows and two columns at least")
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class layer_keeps_its_bias_positive(Mistake):
    """You make 0 of a bias below 0: it may be of any sign, so add it as it is, + self.bias.data()."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + nd.relu(self.bias.data())


class layer_keeps_its_bias_positive_by_abs(Mistake):
    """You add the bias's absolute value: it may be below 0, so add it as it is, + self.bias.data()."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data().abs()


class layer_starts_with_equal_weights(Mistake):
    """All numbers of your weight start equal. Leave init='zeros' and init='ones' out, and do not call initialize() in `__init__`: the caller does."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size, init="zeros")
            self.bias = self.params.get("bias", shape=(1,), init="zeros")

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_shares_one_bias(Mistake):
    """All your layers share one bias, which the class or the file keeps: each adds its own, self.bias.data(), from its self.params."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, biases=[], **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            biases.append(self.params.get("bias", shape=(1,)))
            self.bias = biases[0]

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_shares_its_kernel(Mistake):
    """Layers of one kernel_size share one kernel, which the class or the file keeps: each computes with its own, self.weight.data(), from its self.params."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, kernels={}, **kwargs):
            super().__init__(**kwargs)
            own = self.params.get("weight", shape=kernel_size)
            self.weight = kernels.setdefault(kernel_size, own)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_shares_its_bias(Mistake):
    """Layers of one kernel_size share one bias, which the class or the file keeps: each adds its own, self.bias.data(), from its self.params."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, biases={}, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            own = self.params.get("bias", shape=(1,))
            self.bias = biases.setdefault(kernel_size, own)

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_turns_square_kernels(Mistake):
    """Your layer turns a square kernel, as .T does it: the kernel is taken as it is, whatever its shape, corr2d(x, self.weight.data())."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            K = self.weight.data()
            K = K.T if K.shape[0] == K.shape[1] else K
            return corr2d(x, K) + self.bias.data()


class layer_forgets_the_bias_of_one_number(Mistake):
    """With a kernel of one number your layer adds no bias: it is added whatever kernel_size is."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            if self.weight.shape == (1, 1):
                return x * self.weight.data()
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_takes_one_row(Mistake):
    """With a kernel of one row your layer looks at the first row of x alone: that kernel visits every row, corr2d(x, self.weight.data())."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            x = x[:1] if self.weight.shape[0] == 1 else x
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_takes_an_image_of_its_own(Mistake):
    """Your layer computes with another image than x, which forward is given: corr2d(x, self.weight.data())."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            X = nd.array([[1, 1, 0, 0]])
            return corr2d(X, self.weight.data()) + self.bias.data()


class layer_takes_the_books_image(Mistake):
    """Your layer computes with an image of its own, of 6 rows and 8 columns: use forward's x, corr2d(x, self.weight.data())."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            X = nd.ones((6, 8))
            X[:, 2:6] = 0
            return corr2d(X, self.weight.data()) + self.bias.data()


class takes_a_kernel_of_its_own(Mistake):
    """You multiply by another kernel than K, whose shape does not fit and which is on the CPU: multiply by the K that corr2d is given."""

    def corr2d(X, K):
        own = nd.array([[0, 1], [2, 3]])
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * own).sum()
        return Y


class layer_forgets_data_in_a_product(Mistake):
    """A Parameter is no array, and neither `*` nor + takes one: write self.weight.data() and self.bias.data()."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight) + self.bias


class makes_one_long_row(Mistake):
    """Your result is one long row of numbers: bring it to its shape, .reshape((h - kh + 1, w - kw + 1)), or write each number into its place, Y[i, j] = ..."""

    def corr2d(X, K):
        h, w = K.shape
        numbers = []
        for i in range(X.shape[0] - h + 1):
            for j in range(X.shape[1] - w + 1):
                numbers.append((X[i : i + h, j : j + w] * K).sum())
        return nd.concat(*numbers, dim=0)


class makes_one_long_list(Mistake):
    """Your result is one long row of numbers, float32 and on the CPU whatever X is: make Y with nd.zeros((h - kh + 1, w - kw + 1), ctx=X.context, dtype=X.dtype), and write each number into its place, Y[i, j] = ..."""

    def corr2d(X, K):
        h, w = K.shape
        numbers = []
        for i in range(X.shape[0] - h + 1):
            for j in range(X.shape[1] - w + 1):
                numbers.append((X[i : i + h, j : j + w] * K).sum().asscalar())
        return nd.array(numbers)


class exchanges_i_and_j(Mistake):
    """You take i and j for one another: i counts rows and j columns, so Y[i, j] comes from X[i : i + kh, j : j + kw]."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[j : j + h, i : i + w] * K).sum()
        return Y


class multiplies_by_the_transpose(Mistake):
    """You multiply what you cut out of X by the kernel turned, as K.T is: take K as it is."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K.T).sum()
        return Y


class forgets_the_one_type_and_place(Mistake):
    """The result lacks its last row and column: the kernel fits at h - kh + 1 places, not h - kh. It is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h, X.shape[1] - w))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class turns_the_kernel_and_fixes_the_type_and_place(Mistake):
    """You turn the kernel round: cross-correlation takes it as it is. The result is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        K = K[::-1, ::-1]
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class sizes_the_result_the_other_way_type_and_place(Mistake):
    """The result has h - kw + 1 rows and w - kh + 1 columns: the kernel's height belongs to the rows, h - kh + 1, its width to the columns. It is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - w + 1, X.shape[1] - h + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class goes_to_the_edge_and_fixes_the_type_and_place(Mistake):
    """Your result is as large as X: make it h - kh + 1 by w - kw + 1, the places where K fits as a whole. It is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros(X.shape)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class averages_and_fixes_the_type_and_place(Mistake):
    """You take the mean of the products: take their sum. The result is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).mean()
        return Y


class multiplies_matrices_as_they_are(Mistake):
    """nd.dot is the product of matrices: multiply element by element, `*`, and add all of it up, (X[i : i + kh, j : j + kw] * K).sum()."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = nd.dot(X[i : i + h, j : j + w], K).sum()
        return Y


class multiplies_matrices_and_fixes_the_type_and_place(Mistake):
    """nd.dot is the product of matrices: multiply element by element, (X[i : i + kh, j : j + kw] * K).sum(). The result is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = nd.dot(X[i : i + h, j : j + w], K).sum()
        return Y


class returns_after_the_first_number(Mistake):
    """Only the first number of your result is computed, for example because a return stands inside the inner loop: put it behind both loops."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
                return Y


class returns_after_the_first_number_type_and_place(Mistake):
    """Only the first number of your result is computed, for example because a return stands inside the inner loop: put it behind both loops. The result is also float32 and on the CPU whatever X is: nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
                return Y


class adds_the_kernel(Mistake):
    """You add the kernel to what you cut out of X: multiply by it, (X[i : i + kh, j : j + kw] * K).sum()."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] + K).sum()
        return Y


class loops_over_the_kernel(Mistake):
    """Your loops run over the sides of the kernel: run over those of the result, range(Y.shape[0]) and range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(h):
            for j in range(w):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class writes_to_the_place_turned(Mistake):
    """You write to Y[j, i], which may lie outside Y: i counts its rows and j its columns, Y[i, j]."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[j, i] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class layer_passes_a_weight_with_four_axes(Mistake):
    """Your weight has four axes, and corr2d works with two: its shape is kernel_size, (kh, kw)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(1, 1, *kernel_size))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_passes_a_weight_with_four_axes_type_and_place(Mistake):
    """Your weight has four axes, and corr2d works with two: its shape is kernel_size, (kh, kw). In corr2d nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(1, 1, *kernel_size))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_takes_kernel_size_for_a_number_type_and_place(Mistake):
    """kernel_size is the pair (kh, kw) already: shape=kernel_size, not (kernel_size, kernel_size). In corr2d nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=(kernel_size, kernel_size))
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_forgets_the_bias_type_and_place(Mistake):
    """The bias is registered but never added: corr2d(x, self.weight.data()) + self.bias.data(). In corr2d nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data())


class layer_forgets_data_in_a_product_type_and_place(Mistake):
    """A Parameter is no array: write self.weight.data() and self.bias.data(). In corr2d nd.zeros needs ctx=X.context and dtype=X.dtype."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight) + self.bias


class layer_calls_its_weight_alone_kernel(Mistake):
    """The kernel is called `kernel`: register it as `weight`, self.params.get('weight', shape=kernel_size)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("kernel", shape=kernel_size)
            self.bias = self.params.get("bias", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_calls_its_bias_b(Mistake):
    """The bias is called `b`: register it as `bias`, self.params.get('bias', shape=(1,))."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("b", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class layer_uses_the_letters_w_and_b(Mistake):
    """The parameters are called `W` and `b`: register them as `weight` and `bias`, by these names in self.params.get."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("W", shape=kernel_size)
            self.bias = self.params.get("b", shape=(1,))

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()


class leaves_out_the_last_row_of_many(Mistake):
    """The last of several rows stays 0: range(n) ends at n - 1 by itself, so loop over range(Y.shape[0])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(max(Y.shape[0] - 1, 1)):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class leaves_out_the_last_column_of_many(Mistake):
    """The last of several columns stays 0: range(n) ends at n - 1 by itself, so loop over range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(max(Y.shape[1] - 1, 1)):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class writes_no_zeros(Mistake):
    """Where the sum of the products is 0 you leave another number in Y: write every sum, also one of 0."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.ones((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                total = (X[i : i + h, j : j + w] * K).sum()
                if total.asscalar():
                    Y[i, j] = total
        return Y


class skips_black_pixels(Mistake):
    """Where the first pixel under the kernel is 0 you leave 0 in Y, though the others count: add up all the products at every place."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                if X[i, j].asscalar():
                    Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class carries_the_sum_on(Mistake):
    """The sum goes on from one place to the next: set it back to 0 for each Y[i, j], inside both loops."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        total = 0
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                total += (X[i : i + h, j : j + w] * K).sum().asscalar()
                Y[i, j] = total
        return Y


class carries_the_sum_along_the_row(Mistake):
    """The sum goes on along each row: set it back to 0 for each Y[i, j], inside both loops."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            total = 0
            for j in range(Y.shape[1]):
                total += (X[i : i + h, j : j + w] * K).sum().asscalar()
                Y[i, j] = total
        return Y


class replaces_the_result_by_a_number(Mistake):
    """`Y = ...` puts one number in the place of the whole result: write `Y[i, j] = ...`."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y = (X[i : i + h, j : j + w] * K).sum()
        return Y


class answers_the_last_number(Mistake):
    """`Y = ...` leaves you the last number alone: write `Y[i, j] = ...`, into an array of zeros."""

    def corr2d(X, K):
        h, w = K.shape
        rows, columns = X.shape[0] - h + 1, X.shape[1] - w + 1
        for i in range(rows):
            for j in range(columns):
                Y = (X[i : i + h, j : j + w] * K).sum()
        return Y


class loops_over_the_rows_twice(Mistake):
    """Both loops run over the rows of Y: i runs over range(Y.shape[0]), and j over range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[0]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class exchanges_the_ends_of_the_loops(Mistake):
    """The ends of your loops are exchanged: i runs over range(Y.shape[0]), and j over range(Y.shape[1])."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[1]):
            for j in range(Y.shape[0]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class takes_heights_for_widths(Mistake):
    """You take heights for widths: X and K have shape[0] rows and shape[1] columns, so take shape[1] for Y's columns and for the end of j."""

    def corr2d(X, K):
        h = K.shape[0]
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[0] - h + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + h] * K).sum()
        return Y


class leaves_zeros_at_the_edge(Mistake):
    """Your result is as large as X and ends in zeros: give Y the size (h - kh + 1, w - kw + 1)."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
        for i in range(X.shape[0] - h + 1):
            for j in range(X.shape[1] - w + 1):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
        return Y


class ends_slices_one_early(Mistake):
    """X[a : b] leaves b out, so you cut out a row and a column too few: X[i : i + kh, j : j + kw], without - 1."""

    def corr2d(X, K):
        h, w = K.shape
        Y = nd.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1), ctx=X.context, dtype=X.dtype)
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h - 1, j : j + w - 1] * K).sum()
        return Y


class layer_adds_a_bias_of_the_kernels_shape(Mistake):
    """Your bias has as many numbers as the kernel, but it is a single number: shape=(1,)."""

    class Conv2D(nn.Block):
        def __init__(self, kernel_size, **kwargs):
            super().__init__(**kwargs)
            self.weight = self.params.get("weight", shape=kernel_size)
            self.bias = self.params.get("bias", shape=kernel_size)

        def forward(self, x):
            return corr2d(x, self.weight.data()) + self.bias.data()
