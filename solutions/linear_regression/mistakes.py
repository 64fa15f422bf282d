"""Wrong versions of `linreg` and `squared_loss` that learners write, each with the sentence that
would help."""

from functools import lru_cache

from mxnet import autograd, cpu, nd
from mxnet.gluon import loss as gloss

from grader.course import Mistake


class forgets_the_bias(Mistake):
    """The bias is missing: add b to nd.dot(X, w)."""

    def linreg(X, w, b):
        return nd.dot(X, w)


class adds_another_bias(Mistake):
    """What you add to the product is an array of zeros in place of the argument b, perhaps a b from another part of the file: use the names in linreg's `def` line."""

    example = nd.zeros((1,))

    def linreg(X, w, b):
        return nd.dot(X, w) + example


class adds_the_bias_of_the_example(Mistake):
    """What you add to the product is 0.5, as in the example, and not the argument b. Perhaps it is a b from another part of the file: use the names in linreg's `def` line."""

    example = nd.array([0.5])

    def linreg(X, w, b):
        return nd.dot(X, w) + example


class subtracts_the_bias(Mistake):
    """The bias has the wrong sign: the model is nd.dot(X, w) + b."""

    def linreg(X, w, b):
        return nd.dot(X, w) - b


class multiplies_elements(Mistake):
    """X * w multiplies element by element: the weighted sum of each row is nd.dot(X, w)."""

    def linreg(X, w, b):
        return X * w.T + b


class multiplies_without_turning(Mistake):
    """* multiplies element by element, and (n, d) does not line up with (d, 1): the weighted sum of each row is nd.dot(X, w)."""

    def linreg(X, w, b):
        return X * w + b


class multiplies_with_an_at_sign(Mistake):
    """MXNet's NDArrays have no @ as NumPy's arrays do: the matrix product is nd.dot(X, w)."""

    def linreg(X, w, b):
        return X @ w + b


class asks_the_array_for_dot(Mistake):
    """MXNet's NDArrays have no method dot as NumPy's arrays do: the matrix product is nd.dot(X, w)."""

    def linreg(X, w, b):
        return X.dot(w) + b


class knows_two_features(Mistake):
    """Two features are written into the code: nd.dot(X, w) sums over as many as X has."""

    def linreg(X, w, b):
        return (X[:, 0] * w[0] + X[:, 1] * w[1]).reshape((-1, 1)) + b


class slices_two_features(Mistake):
    """You add up the products of two features, and there may be more or fewer: nd.dot(X, w) sums over as many as X has."""

    def linreg(X, w, b):
        return X[:, 0:1] * w[0] + X[:, 1:2] * w[1] + b


class swaps_the_factors(Mistake):
    """The sizes in nd.dot do not fit: multiply the arguments X (n, d) and w (d, 1), the examples first, nd.dot(X, w)."""

    def linreg(X, w, b):
        return nd.dot(w, X) + b


class multiplies_by_another_array(Mistake):
    """One of the two arrays in nd.dot is not the argument, but perhaps the features or weights of another part of the file: use the names in linreg's `def` line, nd.dot(X, w)."""

    example = nd.zeros((2, 1))

    def linreg(X, w, b):
        return nd.dot(X, example) + b


class adds_the_bias_to_the_weights(Mistake):
    """You add b to every weight before the product: add it once to the product, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        return nd.dot(X, w + b)


class adds_the_bias_for_every_feature(Mistake):
    """The bias counts once for every feature. Perhaps you add b before the sum: sum the products first, then add b once, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        return (X * w.T + b).sum(axis=1, keepdims=True)


class flattens_the_answer(Mistake):
    """The answer has shape (n,) and should have (n, 1): keep what nd.dot gives, without a reshape, and where you sum, pass keepdims=True."""

    def linreg(X, w, b):
        return (nd.dot(X, w) + b).reshape((-1,))


class averages_over_the_features(Mistake):
    """You average the products over the features: sum them, as nd.dot(X, w) does."""

    def linreg(X, w, b):
        return (X * w.T).mean(axis=1, keepdims=True) + b


class centres_the_features(Mistake):
    """You subtract each feature's mean from X before the product: multiply X as it is handed in, nd.dot(X, w)."""

    def linreg(X, w, b):
        return nd.dot(X - X.mean(axis=0), w) + b


class takes_the_bias_out_of_the_graph(Mistake):
    """No gradient reaches b, as after asscalar, asnumpy or detach, which take it out of the graph: add the array b itself to nd.dot(X, w)."""

    def linreg(X, w, b):
        return nd.dot(X, w) + b.asscalar()


class takes_the_product_out_of_the_graph(Mistake):
    """No gradient reaches X and w, as after detach or asnumpy, which take the product out of the graph: add b to nd.dot(X, w) itself."""

    def linreg(X, w, b):
        return nd.dot(X, w).detach() + b


class leaves_a_bias_of_zero_out(Mistake):
    """A bias of 0 gets no gradient, for you do not add it: training starts there, so add b whatever it is, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        answer = nd.dot(X, w)
        return answer + b if b.asscalar() else answer


class takes_a_single_weight_for_a_number(Mistake):
    """Where there is one feature no gradient reaches w, for float and asscalar take it out of the graph: nd.dot(X, w) is right for one feature, too."""

    def linreg(X, w, b):
        if X.shape[1] == 1:
            return X * float(w.asscalar()) + b
        return nd.dot(X, w) + b


class adds_the_bias_in_place(Mistake):
    """An operator such as +=, or out[i] = ..., writes into an array that autograd has recorded, so there is no gradient: write nd.dot(X, w) + b, which makes a new one."""

    def linreg(X, w, b):
        out = nd.dot(X, w)
        out += b
        return out


class fills_an_array(Mistake):
    """While autograd records, you must not write into an array, as out[i] = ... or out[:] = ... does: compute all rows at once, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        out = nd.zeros((len(X), 1), ctx=X.context, dtype=X.dtype)
        for i in range(len(X)):
            out[i] = nd.dot(X[i], w) + b
        return out


class creates_float32_on_the_cpu(Mistake):
    """A new array, as nd.zeros or nd.ones makes it, is float32 on the CPU whatever X is: linreg needs none, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        return nd.zeros((X.shape[0], 1)) + nd.dot(X, w) + b


class forgets_to_return_the_answer(Mistake):
    """linreg computes its result and returns None: end it with `return`."""

    def linreg(X, w, b):
        nd.dot(X, w) + b


class forgets_the_half(Mistake):
    """The loss here is half the square: divide by 2, so that the derivative is y_hat - y."""

    def squared_loss(y_hat, y):
        return (y_hat - y.reshape(y_hat.shape)) ** 2


class broadcasts(Mistake):
    """(n, 1) minus (n,) compares every answer with every label, shape (n, n): use y.reshape(y_hat.shape)."""

    def squared_loss(y_hat, y):
        return (y_hat - y) ** 2 / 2


class turns_the_answers(Mistake):
    """squared_loss compares every answer with every label, shape (n, n), where both are columns (n, 1). Perhaps .T makes a row of y_hat: leave it out, and give y the shape of y_hat, y.reshape(y_hat.shape)."""

    def squared_loss(y_hat, y):
        return (y_hat.T - y).T ** 2 / 2


class turns_the_labels(Mistake):
    """y.T makes a row of a column, and (n, 1) minus (1, n) is (n, n); it does not change a y of shape (n,). Use y.reshape(y_hat.shape)."""

    def squared_loss(y_hat, y):
        return (y_hat - y.T) ** 2 / 2


class always_makes_a_column(Mistake):
    """y.reshape((-1, 1)) makes a column of y whatever y_hat is: take y_hat's own shape, y.reshape(y_hat.shape)."""

    def squared_loss(y_hat, y):
        return (y_hat - y.reshape((-1, 1))) ** 2 / 2


class adds_an_axis_to_every_label(Mistake):
    """y.expand_dims(1) adds an axis where y has that axis already, and where y_hat has none: take y_hat's own shape, y.reshape(y_hat.shape)."""

    def squared_loss(y_hat, y):
        return (y_hat - y.expand_dims(1)) ** 2 / 2


class takes_the_shape_of_the_labels(Mistake):
    """The loss came out in the shape of y, and must have y_hat's: give y the shape of y_hat first, y.reshape(y_hat.shape), and leave y_hat as it is."""

    def squared_loss(y_hat, y):
        return (y_hat.reshape(y.shape) - y) ** 2 / 2


class halves_before_squaring(Mistake):
    """((y_hat - y) / 2) ** 2 is a quarter of the square: square first, then halve."""

    def squared_loss(y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) / 2) ** 2


class takes_the_absolute_value(Mistake):
    """This is half the absolute difference: square the difference."""

    def squared_loss(y_hat, y):
        return nd.abs(y_hat - y.reshape(y_hat.shape)) / 2


class takes_the_whole_absolute_value(Mistake):
    """This is the absolute difference: the loss is half its square, (y_hat - y) ** 2 / 2."""

    def squared_loss(y_hat, y):
        return nd.abs(y_hat - y.reshape(y_hat.shape))


class forgets_the_square(Mistake):
    """This is half the difference, which can be negative: square it."""

    def squared_loss(y_hat, y):
        return (y_hat - y.reshape(y_hat.shape)) / 2


class averages_at_once(Mistake):
    """squared_loss answers the mean of the batch: return one loss per example, in y_hat's shape."""

    def squared_loss(y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).mean()


class sums_at_once(Mistake):
    """squared_loss answers one number, the sum over the batch: return one loss per example, in y_hat's shape."""

    def squared_loss(y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).sum()


class averages_whole_squares(Mistake):
    """squared_loss answers one number, the mean of the squares: return half the square of each example, in y_hat's shape."""

    def squared_loss(y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) ** 2).mean()


class averages_whole_squares_of_all_pairs(Mistake):
    """squared_loss answers one number, a mean of squares: return half the square of each example, (y_hat - y.reshape(y_hat.shape)) ** 2 / 2."""

    def squared_loss(y_hat, y):
        return ((y_hat - y) ** 2).mean()


class asks_gluon(Mistake):
    """gluon's L2Loss answers shape (n,) for a y_hat of shape (n, 1): compute (y_hat - y) ** 2 / 2 in y_hat's shape."""

    def squared_loss(y_hat, y):
        return gloss.L2Loss()(y_hat, y)


class leaves_the_graph(Mistake):
    """asnumpy or detach takes y_hat out of the graph, so no gradient flows back: stay with NDArray operations."""

    def squared_loss(y_hat, y):
        difference = y_hat.asnumpy() - y.asnumpy().reshape(y_hat.shape)
        return nd.array(difference**2 / 2, ctx=y_hat.context, dtype=y_hat.dtype)


class leaves_the_graph_with_one_factor(Mistake):
    """The losses are right, but one factor of the square is outside the graph, as by detach, so that the gradient is half of what it should be: square the recorded difference."""

    def squared_loss(y_hat, y):
        difference = y_hat - y.reshape(y_hat.shape)
        return difference * difference.detach() / 2


class squares_a_root(Mistake):
    """The losses are right, but where y_hat equals y the gradient is nan, for a root, a norm and a logarithm have none at 0: square the difference itself, (y_hat - y) ** 2 / 2."""

    def squared_loss(y_hat, y):
        return nd.sqrt((y_hat - y.reshape(y_hat.shape)) ** 2) ** 2 / 2


class clips_the_difference(Mistake):
    """You limit the difference, and beyond the bound the loss no longer grows: square it as it is, however large."""

    def squared_loss(y_hat, y):
        return nd.clip(y_hat - y.reshape(y_hat.shape), -10, 10) ** 2 / 2


class writes_into_its_argument(Mistake):
    """y_hat -= y writes into the model's answer, which nothing can record: give the difference a name of its own."""

    def squared_loss(y_hat, y):
        y_hat -= y.reshape(y_hat.shape)
        return y_hat**2 / 2


class squares_in_place(Mistake):
    """An operator such as *= or /=, or out[i] = ..., writes into an array that autograd has recorded, so there is no gradient: write (y_hat - y.reshape(y_hat.shape)) ** 2 / 2, which makes a new one."""

    def squared_loss(y_hat, y):
        difference = y_hat - y.reshape(y_hat.shape)
        difference *= difference
        return difference / 2


class fills_an_array_with_losses(Mistake):
    """While autograd records, you must not write into an array, as out[i] = ... or out[:] = ... does: compute all losses at once, (y_hat - y.reshape(y_hat.shape)) ** 2 / 2."""

    def squared_loss(y_hat, y):
        y = y.reshape(y_hat.shape)
        out = nd.zeros(y_hat.shape, ctx=y_hat.context, dtype=y_hat.dtype)
        for i in range(len(y)):
            out[i] = (y_hat[i] - y[i]) ** 2 / 2
        return out


class changes_the_labels(Mistake):
    """y comes back changed, for an operator such as *= writes into the caller's labels: subtract, y_hat - y, which makes a new array."""

    def squared_loss(y_hat, y):
        y *= -1
        return (y_hat + y.reshape(y_hat.shape)) ** 2 / 2


class subtracts_from_the_labels(Mistake):
    """y -= y_hat writes into the caller's labels, and nothing can record it: give the difference a name of its own, difference = y_hat - y."""

    def squared_loss(y_hat, y):
        y = y.reshape(y_hat.shape)
        y -= y_hat
        return y**2 / 2


class forgets_the_parentheses(Mistake):
    """`y_hat - y ** 2 / 2` squares y alone, for ** comes before -: put parentheses around the difference, (y_hat - y) ** 2 / 2."""

    def squared_loss(y_hat, y):
        return y_hat - y.reshape(y_hat.shape) ** 2 / 2


class forgets_to_return_the_loss(Mistake):
    """squared_loss computes its result and returns None: end it with `return`; printing is not enough."""

    def squared_loss(y_hat, y):
        (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


class keeps_the_answer_for_each_array(Mistake):
    """linreg keeps the answer for each array, as lru_cache does, but an array is the same one when its numbers have changed: compute it anew in every call."""

    @lru_cache
    def linreg(X, w, b):
        return nd.dot(X, w) + b


class keeps_the_first_loss(Mistake):
    """squared_loss keeps an answer from an earlier call, by the shape or, as lru_cache does, by the array, so other numbers get it again: compute it anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def squared_loss(y_hat, y):
        if y_hat.shape not in kept:
            kept[y_hat.shape] = (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
        return kept[y_hat.shape]


class attaches_gradients(Mistake):
    """attach_grad() in linreg cuts w and b off from what they were computed from, so no gradient flows back to that: leave it out, it is the caller's business."""

    def linreg(X, w, b):
        w.attach_grad()
        b.attach_grad()
        return nd.dot(X, w) + b


class attaches_a_gradient_to_the_answer(Mistake):
    """squared_loss cuts y_hat off from the net that computed it, as attach_grad() and detach() do, so no gradient flows back to that: leave such calls out."""

    def squared_loss(y_hat, y):
        y_hat.attach_grad()
        return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


class flattens_further_axes(Mistake):
    """Of a y_hat of three axes the loss has two, for flatten() joins all but the first: reshape y to y_hat's shape, and leave y_hat as it is."""

    def squared_loss(y_hat, y):
        if y_hat.ndim > 2:
            y_hat = y_hat.flatten()
        return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2


class leaves_weights_of_zero_out(Mistake):
    """Where all weights are 0 they get no gradient, for you leave the product out: training may start there, so compute it whatever w is, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        if w.abs().sum().asscalar() == 0:
            return nd.zeros((X.shape[0], 1), ctx=X.context, dtype=X.dtype) + b
        return nd.dot(X, w) + b


class takes_the_weights_out_of_the_graph(Mistake):
    """No gradient reaches w, as after asnumpy or detach, which take it out of the graph: multiply the array w itself, nd.dot(X, w) + b."""

    def linreg(X, w, b):
        return nd.dot(X, w.detach()) + b


class flattens_answers_and_labels(Mistake):
    """The losses came out flat, for you make (n,) of y_hat as well as of y: leave y_hat as it is and give y its shape, y.reshape(y_hat.shape)."""

    def squared_loss(y_hat, y):
        return (y_hat.reshape((-1,)) - y.reshape((-1,))) ** 2 / 2


class loses_the_gradient_for_flat_labels(Mistake):
    """Where y is (n,) no gradient reaches y_hat, as after asnumpy or detach: give y the shape of y_hat, y.reshape(y_hat.shape), and compute with y_hat itself."""

    def squared_loss(y_hat, y):
        difference = y_hat - y.reshape(y_hat.shape)
        return (difference if y.shape == y_hat.shape else difference.detach()) ** 2 / 2


class subtracts_from_the_labels_unless_recording(Mistake):
    """y comes back changed, for -= writes into the caller's labels, also through y.reshape(...), which shares their memory: write y_hat - y.reshape(y_hat.shape), which makes a new array."""

    def squared_loss(y_hat, y):
        y = y.reshape(y_hat.shape)
        if autograd.is_recording():
            return (y_hat - y) ** 2 / 2
        y -= y_hat
        return y**2 / 2


class subtracts_from_flat_labels_unless_recording(Mistake):
    """In some shapes an argument comes back changed. -= and *= write into the caller's array, also through a reshape: write y_hat - y.reshape(y_hat.shape), which makes a new array."""

    def squared_loss(y_hat, y):
        labels = y.reshape(y_hat.shape)
        if autograd.is_recording() or y.shape == y_hat.shape:
            return (y_hat - labels) ** 2 / 2
        labels -= y_hat
        return labels**2 / 2


class answers_the_loss_in_float32(Mistake):
    """The losses are float32 whatever y_hat is, as after astype("float32"): leave them in y_hat's type."""

    def squared_loss(y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).astype("float32")


class answers_the_loss_on_the_first_cpu(Mistake):
    """The losses are on cpu(0) wherever y_hat is, as after as_in_context(mx.cpu()): move nothing, and create no array elsewhere than on y_hat.context."""

    def squared_loss(y_hat, y):
        return ((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).as_in_context(cpu())


class answers_in_float32(Mistake):
    """linreg answers in float32 whatever X is, as after astype("float32"): leave the result in X's type."""

    def linreg(X, w, b):
        return (nd.dot(X, w) + b).astype("float32")


class answers_on_the_first_cpu(Mistake):
    """linreg answers on cpu(0) wherever X is, as after as_in_context(mx.cpu()): move nothing, for nd.dot(X, w) + b stays where X is."""

    def linreg(X, w, b):
        return (nd.dot(X, w) + b).as_in_context(cpu())


class computes_few_in_place(Mistake):
    """Where there is one example or one feature an argument comes back changed, for X *= w and b += ... write into the caller's arrays: nd.dot(X, w) + b makes a new one, and is right for one as well."""

    def linreg(X, w, b):
        if 1 in X.shape and not autograd.is_recording():
            b += 1
            return nd.dot(X, w) + (b - 1)
        return nd.dot(X, w) + b


class lays_two_answers_in_a_row(Mistake):
    """Two answers come as a row, (1, 2): the result is (n, 1) for any n, as nd.dot(X, w) gives it."""

    def linreg(X, w, b):
        answers = nd.dot(X, w) + b
        return answers.T if len(X) == 2 else answers
