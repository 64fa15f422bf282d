"""Wrong versions of `softmax` that learners write, each with the sentence that would help."""

import math

from mxnet import autograd, cpu, nd

from grader.course import Mistake


class does_not_shift(Mistake):
    """exp overflows for large logits: subtract each row's maximum before exp, which changes no quotient."""

    def softmax(X):
        X_exp = X.exp()
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class computes_in_float64(Mistake):
    """float64 only moves the overflow of exp from 88 to 709: subtract each row's maximum before exp, which changes no quotient."""

    def softmax(X):
        X_exp = X.astype("float64").exp()
        return (X_exp / X_exp.sum(axis=1, keepdims=True)).astype(X.dtype)


class divides_by_the_grand_total(Mistake):
    """You divide by the sum of the whole matrix: sum along axis=1, with keepdims=True."""

    def softmax(X):
        X_exp = nd.exp(X)
        return X_exp / X_exp.sum()


class sums_the_columns(Mistake):
    """Each column sums to 1, and each row should. You add up the columns, perhaps with axis=0 or in X.T: add up the rows, X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        X_exp = nd.exp(X)
        return X_exp / X_exp.sum(axis=0, keepdims=True)


class forgets_keepdims(Mistake):
    """Row sums of shape (n,) do not line up with the rows of (n, q): pass keepdims=True."""

    def softmax(X):
        X_exp = nd.exp(X)
        return X_exp / X_exp.sum(axis=1)


class forgets_keepdims_of_the_sum(Mistake):
    """The row sums of shape (n,) do not line up with the rows of (n, q), although the maxima do: pass keepdims=True to sum."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / X_exp.sum(axis=1)


class forgets_keepdims_twice(Mistake):
    """The rows' maxima and their sums, both of shape (n,), do not line up with the rows of (n, q): pass keepdims=True to max and to sum."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1))
        return X_exp / X_exp.sum(axis=1)


class forgets_keepdims_of_the_maximum(Mistake):
    """The rows' maxima of shape (n,) do not line up with the rows of (n, q): pass keepdims=True to max as well."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class forgets_exp(Mistake):
    """You divide the logits themselves by their sum: take exp of every element first."""

    def softmax(X):
        return X / X.sum(axis=1, keepdims=True)


class forgets_exp_in_the_sum(Mistake):
    """You divide by the sum of the logits: sum their exponentials, the X_exp of the numerator."""

    def softmax(X):
        return nd.exp(X) / X.sum(axis=1, keepdims=True)


class forgets_exp_in_the_numerator(Mistake):
    """You divide the logits by the sum of their exponentials: divide the exponentials by it, X_exp / X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        return X / nd.exp(X).sum(axis=1, keepdims=True)


class sums_before_exp(Mistake):
    """The denominator is exp of the row's sum; it must be the sum of the row's exps."""

    def softmax(X):
        return nd.exp(X) / nd.exp(X.sum(axis=1, keepdims=True))


class divides_by_the_mean(Mistake):
    """You divide by each row's mean: rows then sum to q. Divide by the row's sum."""

    def softmax(X):
        X_exp = nd.exp(X)
        return X_exp / X_exp.mean(axis=1, keepdims=True)


class divides_by_the_shifted_mean(Mistake):
    """You shift the scores rightly, but then divide by each row's mean: divide by the row's sum."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / X_exp.mean(axis=1, keepdims=True)


class shifts_by_the_largest_of_all(Mistake):
    """You subtract the maximum of the whole batch, so rows far below it become 0/0: subtract each row's own maximum."""

    def softmax(X):
        X_exp = nd.exp(X - X.max())
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class shifts_by_the_mean(Mistake):
    """You subtract each row's mean or minimum, so a score far above it still overflows in exp: subtract the row's maximum."""

    def softmax(X):
        X_exp = nd.exp(X - X.mean(axis=1, keepdims=True))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class shifts_by_the_columns(Mistake):
    """You subtract each column's maximum, which changes the quotients within a row: subtract each row's, with axis=1 and keepdims=True."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=0))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class shifts_the_numerator_only(Mistake):
    """You subtract the maximum in the numerator and not in the denominator, so rows do not sum to 1: compute the shifted exponentials once and use them in both."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / nd.exp(X).sum(axis=1, keepdims=True)


class shifts_the_denominator_only(Mistake):
    """You subtract the maximum in the denominator and not in the numerator, so rows do not sum to 1: compute the shifted exponentials once and use them in both."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return nd.exp(X) / X_exp.sum(axis=1, keepdims=True)


class shifts_large_logits_only(Mistake):
    """Scores near -500 are not shifted by the maximum of their own row, so exp is 0 or infinite there and the quotient nan: subtract each row's maximum in every call, whether it is large or not."""

    def softmax(X):
        if X.max().asscalar() > 80:
            X = X - X.max(axis=1, keepdims=True)
        X_exp = nd.exp(X)
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class shifts_above_88_only(Mistake):
    """For scores near 87 your answer is 0: each exp is finite, but their sum is infinite. Subtract each row's maximum in every call, however large it is."""

    def softmax(X):
        largest = X.max(axis=1, keepdims=True)
        X_exp = nd.exp(X - largest * (largest.abs() > 88))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class chooses_between_two_quotients(Mistake):
    """The answers are right, but for large scores the gradient is nan: an infinite number on the way makes 0 times infinity, even where nd.where does not choose it. Compute only the quotient of the shifted scores."""

    def softmax(X):
        X_exp, shifted = nd.exp(X), nd.exp(X - X.max(axis=1, keepdims=True))
        plain = X_exp / X_exp.sum(axis=1, keepdims=True)
        large = (X.abs() > 50).max(axis=1, keepdims=True).broadcast_like(X)
        return nd.where(large, shifted / shifted.sum(axis=1, keepdims=True), plain)


class chooses_where_it_is_nan(Mistake):
    """nd.where keeps the plain quotient where that is not nan, but of scores near 87 it is 0, and of large ones the gradient is nan: compute only the quotient of the shifted scores."""

    def softmax(X):
        X_exp, shifted = nd.exp(X), nd.exp(X - X.max(axis=1, keepdims=True))
        plain = X_exp / X_exp.sum(axis=1, keepdims=True)
        return nd.where(plain == plain, plain, shifted / shifted.sum(axis=1, keepdims=True))


class clips_the_logits(Mistake):
    """A bound on the scores, as nd.clip or nd.minimum sets it, makes all beyond it equal, so their differences are lost: subtract each row's maximum instead."""

    def softmax(X):
        X_exp = nd.exp(nd.clip(X, -50, 50))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class clips_the_probabilities(Mistake):
    """You clip the probabilities: the small ones become larger, and the row sums with them. Return the quotients themselves."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return nd.clip(X_exp / X_exp.sum(axis=1, keepdims=True), 1e-7, 1 - 1e-7)


class adds_to_the_sum(Mistake):
    """The 1e-8 that you add to the row's sum shows in float64: once the maximum is subtracted, the sum is at least 1, so divide by it alone."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / (X_exp.sum(axis=1, keepdims=True) + 1e-8)


class answers_in_logarithms(Mistake):
    """These are the logarithms of the probabilities: leave out the last log."""

    def softmax(X):
        X = X - X.max(axis=1, keepdims=True)
        return X - nd.log(nd.exp(X).sum(axis=1, keepdims=True))


class takes_the_logarithm_too(Mistake):
    """You take the logarithm of the probabilities: leave it out, for a loss does that."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return nd.log(X_exp / X_exp.sum(axis=1, keepdims=True))


class takes_the_logarithm_without_a_shift(Mistake):
    """You take the logarithm of the probabilities, which a loss does later: leave it out, and subtract each row's maximum before exp, so that it cannot overflow."""

    def softmax(X):
        X_exp = nd.exp(X)
        return nd.log(X_exp / X_exp.sum(axis=1, keepdims=True))


class returns_the_first_row(Mistake):
    """The `return` stands inside the loop over the rows, so only the first row is answered: compute with the whole matrix, X_exp / X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        for i in range(len(X)):
            x_exp = nd.exp(X[i])
            return x_exp / x_exp.sum()


class returns_a_matrix_of_the_first_row(Mistake):
    """You answer a matrix of one row, the first, as where the `return` stands inside a loop over the rows: compute with the whole matrix, X_exp / X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        rows = []
        for i in range(len(X)):
            x_exp = nd.exp(X[i] - X[i].max())
            rows.append(x_exp / x_exp.sum())
            return nd.stack(*rows)


class returns_a_matrix_of_the_first_row_without_a_shift(Mistake):
    """You answer a matrix of one row, the first, as where the `return` stands inside a loop over the rows: compute with the whole matrix, X_exp / X_exp.sum(axis=1, keepdims=True), and subtract each row's maximum before exp."""

    def softmax(X):
        rows = []
        for i in range(len(X)):
            x_exp = nd.exp(X[i])
            rows.append(x_exp / x_exp.sum())
            return nd.stack(*rows)


class returns_after_the_first_row(Mistake):
    """All rows but the first are 0, because the `return` stands inside the loop over the rows: compute with the whole matrix, X_exp / X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        result = nd.zeros_like(X)
        for i in range(len(X)):
            x_exp = nd.exp(X[i])
            result[i] = x_exp / x_exp.sum()
            return result


class forgets_to_return(Mistake):
    """The function computes its result and returns None: end it with `return`."""

    def softmax(X):
        X_exp = nd.exp(X)
        X_exp / X_exp.sum(axis=1, keepdims=True)


class takes_the_exponential_of_a_number(Mistake):
    """The functions of math, such as math.exp, take one number: of an array take nd.exp."""

    def softmax(X):
        X_exp = math.exp(X)
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class forgets_to_call(Mistake):
    """A method without its parentheses, such as X.exp, is no array and has no sum: call it, X.exp()."""

    def softmax(X):
        X_exp = X.exp
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class leaves_mxnet(Mistake):
    """The numbers leave the graph on the way, as by asnumpy, asscalar, detach or autograd.pause, so no gradient flows back: compute with recorded NDArray operations."""

    def softmax(X):
        shifted = (X - X.max(axis=1, keepdims=True)).asnumpy()
        exps = nd.array(shifted, ctx=X.context, dtype=X.dtype).exp()
        return exps / exps.sum(axis=1, keepdims=True)


class works_in_place(Mistake):
    """X -= ... writes into the caller's array: X = X - ... makes a new one."""

    def softmax(X):
        X -= X.max(axis=1, keepdims=True)
        X_exp = X.exp()
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class shifts_large_logits_in_place(Mistake):
    """X comes back changed where its scores are large, for X -= ... writes into the caller's array: X = X - ... makes a new one."""

    def softmax(X):
        if X.abs().max().asscalar() > 80:
            X -= X.max(axis=1, keepdims=True)
        X_exp = X.exp()
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class divides_in_place(Mistake):
    """An operator such as /= or -=, or X_exp[:] = ..., writes into an array that autograd has recorded, so there is no gradient: write X_exp = X_exp / total, or X = X - largest, which makes a new one."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        X_exp /= X_exp.sum(axis=1, keepdims=True)
        return X_exp


class fills_an_empty_array(Mistake):
    """Rows written into nd.zeros are not recorded, and nd.zeros is float32 on the CPU whatever X is: compute with the whole matrix, or join the rows with nd.stack."""

    def softmax(X):
        result = nd.zeros(X.shape)
        for i in range(X.shape[0]):
            x_exp = nd.exp(X[i] - X[i].max())
            result[i] = x_exp / x_exp.sum()
        return result


class fills_an_array_of_its_type(Mistake):
    """While autograd records, you must not write into an array, as out[i] = ... or out[:] = ... does: compute with the whole matrix, or join the rows with nd.stack."""

    def softmax(X):
        result = nd.zeros(X.shape, ctx=X.context, dtype=X.dtype)
        for i in range(X.shape[0]):
            x_exp = nd.exp(X[i] - X[i].max())
            result[i] = x_exp / x_exp.sum()
        return result


class returns_a_list_of_rows(Mistake):
    """You return a list of rows: return one array, nd.stack(*rows), or compute with the whole matrix, X_exp / X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        rows = []
        for x in X:
            x_exp = nd.exp(x - x.max())
            rows.append(x_exp / x_exp.sum())
        return rows


class fixes_the_type_and_place(Mistake):
    """The result is created as float32 on the CPU whatever X is: give dtype=X.dtype and ctx=X.context, or create no array at all."""

    def softmax(X):
        ones = nd.ones((X.shape[1], 1))
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True)).astype("float32")
        return X_exp / nd.dot(X_exp, ones)


class knows_the_size(Mistake):
    """The number of classes is written into the code: take the sizes from X.shape."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        total = sum(X_exp[:, j] for j in range(10))
        return X_exp / total.reshape((-1, 1))


class knows_three_classes(Mistake):
    """You add up the first three columns, as an example of three classes has them: take the sum over all columns, X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        X_exp = nd.exp(X)
        total = X_exp[:, 0] + X_exp[:, 1] + X_exp[:, 2]
        return X_exp / total.reshape((-1, 1))


class looks_at_ten_classes_only(Mistake):
    """You sum the first ten columns only, and there may be more: take the sum over all columns, X_exp.sum(axis=1, keepdims=True)."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / X_exp[:, :10].sum(axis=1, keepdims=True)


class shifts_several_rows_only(Mistake):
    """A single row with large scores gives nan, for it is not shifted as several rows are: subtract each row's maximum however many rows there are."""

    def softmax(X):
        if len(X) > 1:
            X = X - X.max(axis=1, keepdims=True)
        X_exp = nd.exp(X)
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class uses_an_example(Mistake):
    """The answer is the softmax of another array than the argument: use the names in softmax's `def` line, for a name from elsewhere, such as X beside x, is the array of your own example."""

    example = nd.array([[0, 1, 2]])

    def softmax(X):
        X_exp = nd.exp(example)
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class keeps_the_first_answer(Mistake):
    """You keep an answer from an earlier call, by the shape or, as lru_cache does, by the array, so other numbers get it again: compute it anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def softmax(X):
        if X.shape not in kept:
            X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
            kept[X.shape] = X_exp / X_exp.sum(axis=1, keepdims=True)
        return kept[X.shape]


class attaches_a_gradient(Mistake):
    """X.attach_grad() cuts X off from what it was computed from, so no gradient flows back to that: leave it out, for whoever wants X.grad calls it before."""

    def softmax(X):
        X.attach_grad()
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class leaves_a_column_out_of_the_maximum(Mistake):
    """If the last score of a row is by far the largest, you answer nan: your maximum leaves that column out. Take it over all columns, X.max(axis=1, keepdims=True)."""

    def softmax(X):
        first = X[:, :-1] if X.shape[1] > 1 else X
        X_exp = nd.exp(X - first.max(axis=1, keepdims=True))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class cuts_small_probabilities_off(Mistake):
    """You make probabilities below some bound 0, and they are small but not 0: return the quotients themselves."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        quotients = X_exp / X_exp.sum(axis=1, keepdims=True)
        return quotients * (quotients >= 1e-6)


class exchanges_two_classes(Mistake):
    """Where there are two classes each gets the other's probability: column j of the answer belongs to column j of X, so let the quotient that serves many classes serve two as well."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        quotients = X_exp / X_exp.sum(axis=1, keepdims=True)
        return quotients[:, ::-1] if X.shape[1] == 2 else quotients


class answers_in_float32(Mistake):
    """The answer is float32 whatever X is, as after astype("float32"): leave it in X's type, with no conversion."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True)).astype("float32")
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class answers_on_the_first_cpu(Mistake):
    """The answer is on cpu(0) wherever X is, as after as_in_context(mx.cpu()): move nothing, and create no array elsewhere than on X.context."""

    def softmax(X):
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True)).as_in_context(cpu())
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class keeps_its_answer_on_the_class(Mistake):
    """backward takes the answer of the last call, which is another one where softmax was called again before: keep it in the object that made it, self.y = y."""

    def softmax(X):
        class Softmax(autograd.Function):
            def forward(self, x):
                x_exp = nd.exp(x - x.max(axis=1, keepdims=True))
                kept.append(x_exp / x_exp.sum(axis=1, keepdims=True))
                return kept[-1]

            def backward(self, dy):
                y = kept[-1]
                return y * (dy - (dy * y).sum(axis=1, keepdims=True))

        return Softmax()(X)

    kept = []  # noqa: RUF012  (the patch has it as a global)


class clears_the_gradient(Mistake):
    """X.grad comes back as 0, and what the caller has collected in it is lost: leave X.grad alone, for softmax needs no gradient of its own."""

    def softmax(X):
        if X.grad is not None:
            X.grad[:] = 0
        X_exp = nd.exp(X - X.max(axis=1, keepdims=True))
        return X_exp / X_exp.sum(axis=1, keepdims=True)


class leaves_recording_on(Mistake):
    """After your call autograd records, or trains, where it did not before: set no mode, or for a block only, `with autograd.pause():`, which sets it back."""

    def softmax(X):
        autograd.set_recording(False)
        largest = X.max(axis=1, keepdims=True)
        autograd.set_recording(True)
        X_exp = nd.exp(X - largest)
        return X_exp / X_exp.sum(axis=1, keepdims=True)
