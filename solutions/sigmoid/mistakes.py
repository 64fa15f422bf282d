"""Wrong versions of `sigmoid` that learners write, each with the sentence that would help."""

import math

from mxnet import autograd, cpu, nd

from grader.course import Mistake


class overflows_in_the_gradient(Mistake):
    """The values are right, but exp(-x) is infinite for x below -88 and the gradient there becomes nan: limit x with nd.clip before exp, or use nd.tanh."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-x))


class overflows_on_the_other_side(Mistake):
    """The values are right, but exp(x) is infinite for x above 88 and the gradient there becomes nan: limit x with nd.clip before exp, or use nd.tanh."""

    def sigmoid(x):
        return 1 - 1 / (1 + nd.exp(x))


class limits_too_late(Mistake):
    """The values are right, but you clip x beyond 88. There exp is infinite in float32, and the gradient is nan: clip at about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -500, 500)))


class forgets_the_minus(Mistake):
    """This falls from 1 to 0, for the minus is missing: the denominator is 1 + exp(-x)."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(x))


class answers_one_minus_the_sigmoid(Mistake):
    """Your answer falls from 1 to 0: it is the sigmoid of -x. Use 1 / (1 + nd.exp(-x)), or nd.tanh(x / 2) with a plus before it."""

    def sigmoid(x):
        return (1 - nd.tanh(x / 2)) / 2


class forgets_the_one(Mistake):
    """1 / exp(-x) is just exp(x) and grows without bound: the denominator is 1 + exp(-x)."""

    def sigmoid(x):
        return 1 / nd.exp(-x)


class forgets_the_parentheses(Mistake):
    """1 / 1 + exp(-x) divides first and gives 1 + exp(-x): put parentheses around 1 + exp(-x)."""

    def sigmoid(x):
        return 1 / 1 + nd.exp(-x)


class forgets_the_parentheses_of_the_other_formula(Mistake):
    """exp(x) / 1 + exp(x) divides first and gives 2 * exp(x): put parentheses around the denominator, as in 1 / (1 + nd.exp(-x))."""

    def sigmoid(x):
        return nd.exp(x) / 1 + nd.exp(x)


class divides_two_large_numbers(Mistake):
    """exp(x) / (1 + exp(x)) is infinity over infinity, which is nan, for x above 88: limit x with nd.clip before exp, or use nd.tanh."""

    def sigmoid(x):
        return nd.exp(x) / (1 + nd.exp(x))


class chooses_after_computing(Mistake):
    """nd.where computes both formulas everywhere, and a formula that it does not choose still makes the gradient nan: limit x with nd.clip or nd.maximum before exp, or use nd.tanh."""

    def sigmoid(x):
        return nd.where(x >= 0, 1 / (1 + nd.exp(-x)), nd.exp(x) / (1 + nd.exp(x)))


class limits_too_early(Mistake):
    """You clip x to a few units, where the sigmoid is not yet flat: exp fits float32 up to 88, so clip no closer than about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -3, 3)))


class is_tanh(Mistake):
    """tanh lies between -1 and 1, the sigmoid between 0 and 1: it is (1 + tanh(x / 2)) / 2."""

    def sigmoid(x):
        return nd.tanh(x)


class forgets_to_halve_the_argument(Mistake):
    """Your answer is twice as steep as the sigmoid: it is sigmoid(2 * x). Use nd.exp(-x), or nd.tanh(x / 2)."""

    def sigmoid(x):
        return (1 + nd.tanh(x)) / 2


class leaves_out_zero(Mistake):
    """You answer 0 for x = 0, where the sigmoid is 1/2: the masks x > 0 and x < 0 both leave it out, and so does x != 0; let one include it, x >= 0."""

    def sigmoid(x):
        small = nd.exp(-nd.abs(x))
        return (x > 0) * 1 / (1 + small) + (x < 0) * small / (1 + small)


class forgets_the_negative_side(Mistake):
    """This is right for x >= 0 only, for exp(-abs(x)) is the same for x and -x: limit x with nd.clip instead, or use nd.tanh."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.abs(x)))


class shifts_like_softmax(Mistake):
    """Subtracting the maximum changes no quotient in softmax, but sigmoid(x - c) is not sigmoid(x): limit x with nd.clip instead."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-(x - x.max())))


class answers_the_slope(Mistake):
    """s * (1 - s) is the derivative of the sigmoid, which autograd works out: answer s itself."""

    def sigmoid(x):
        s = 1 / (1 + nd.exp(-x))
        return s * (1 - s)


class answers_the_slope_of_tanh(Mistake):
    """This is the derivative of the sigmoid, s * (1 - s), which autograd works out by itself: answer s."""

    def sigmoid(x):
        s = (1 + nd.tanh(x / 2)) / 2
        return s * (1 - s)


class forgets_what_comes_back(Mistake):
    """backward gets the gradient of what follows: multiply it by the slope, dy * s * (1 - s)."""

    def sigmoid(x):
        class WithItsOwnGradient(autograd.Function):
            def forward(self, x):
                self.s = 1 / (1 + nd.exp(-x))
                return self.s

            def backward(self, dy):
                return self.s * (1 - self.s)

        return WithItsOwnGradient()(x)


class is_softmax(Mistake):
    """You divide by a sum over the elements, which is softmax: the sigmoid treats every element on its own."""

    def sigmoid(x):
        x_exp = nd.exp(x)
        return x_exp / x_exp.sum(axis=-1, keepdims=True)


class is_softmax_of_all_elements(Mistake):
    """You divide by the sum over all elements, as softmax does: the sigmoid treats every element on its own, 1 / (1 + nd.exp(-x))."""

    def sigmoid(x):
        x_exp = nd.exp(x)
        return x_exp / x_exp.sum()


class is_piecewise_linear(Mistake):
    """0.2 * x + 0.5 between 0 and 1 is the hard sigmoid, three straight lines: compute 1 / (1 + exp(-x))."""

    def sigmoid(x):
        return nd.clip(0.2 * x + 0.5, 0, 1)


class decides_at_once(Mistake):
    """x > 0 is a decision, 0 or 1, and has no gradient: answer the probability 1 / (1 + exp(-x))."""

    def sigmoid(x):
        return x > 0


class leaves_mxnet(Mistake):
    """The numbers leave the graph on the way, as by asnumpy, asscalar, detach or autograd.pause, so no gradient flows back: compute with recorded NDArray operations."""

    def sigmoid(x):
        exps = nd.array((-x).asnumpy(), ctx=x.context, dtype=x.dtype).exp()
        return 1 / (1 + exps)


class works_in_place(Mistake):
    """x *= ... and x[:] = ... write into the caller's array: make a new one, such as -x or x = nd.clip(...)."""

    def sigmoid(x):
        x *= -1
        return 1 / (1 + nd.exp(nd.clip(x, -80, 80)))


class writes_the_answer_into_x(Mistake):
    """You write the answer into x itself, such as by x[:] = ..., which changes the caller's array and cannot be recorded: return a new array, 1 / (1 + nd.exp(-x)), and leave x alone."""

    def sigmoid(x):
        x[:] = 1 / (1 + nd.exp(-x))
        return x


class clips_in_place(Mistake):
    """You write into x, as x[:] = ... and nd.clip(x, -50, 50, out=x) do, which changes the caller's array and cannot be recorded: make a new one, x = nd.clip(x, -50, 50)."""

    def sigmoid(x):
        nd.clip(x, -80, 80, out=x)
        return 1 / (1 + nd.exp(-x))


class adds_in_place(Mistake):
    """+=, y[:] = ... and out=y write into an array that autograd has recorded, so there is no gradient: write y = y + 1, which makes a new one."""

    def sigmoid(x):
        y = nd.exp(-nd.clip(x, -80, 80))
        y += 1
        return 1 / y


class fixes_the_type_and_place(Mistake):
    """nd.ones makes float32 on the CPU whatever x is: add the number 1, or give ctx=x.context and dtype=x.dtype."""

    def sigmoid(x):
        ones = nd.ones(x.shape)
        return ones / (ones + nd.exp(nd.clip(-x, -80, 80)))


class expects_a_matrix(Mistake):
    """x.shape has as many entries as x has axes, and you unpack two of them: compute on x as a whole."""

    def sigmoid(x):
        n, _ = x.shape
        rows = [1 / (1 + nd.exp(-nd.clip(x[i], -80, 80))) for i in range(n)]
        return nd.stack(*rows)


class takes_one_element_for_a_number(Mistake):
    """For an x of one element you answer a number: compute with the array itself, without asscalar or float."""

    def sigmoid(x):
        if x.size == 1:
            return 1 / (1 + math.exp(-x.asscalar()))
        return (1 + nd.tanh(x / 2)) / 2


class takes_the_exponential_of_a_number(Mistake):
    """The functions of math, such as math.exp, take one number: of an array take nd.exp."""

    def sigmoid(x):
        return 1 / (1 + math.exp(-x))


class forgets_to_return(Mistake):
    """The function computes its result and returns None: end it with `return`."""

    def sigmoid(x):
        1 / (1 + nd.exp(-x))


class decides_for_all_elements_at_once(Mistake):
    """One formula is chosen for all elements by their sum, so some score is on its wrong side and becomes nan: limit x with nd.clip before exp, or use nd.tanh, and no choice is needed."""

    def sigmoid(x):
        if x.sum() > 0:
            return 1 / (1 + nd.exp(-x))
        return nd.exp(x) / (1 + nd.exp(x))


class limits_at_five(Mistake):
    """You clip x at 5 and -5, where the sigmoid is 0.9933 and 0.0067 and not yet 1 and 0: exp fits float32 up to 88, so clip no closer than about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -5, 5)))


class limits_at_six(Mistake):
    """You clip x at 6 and -6, where the sigmoid is 0.9975 and 0.0025 and not yet 1 and 0: exp fits float32 up to 88, so clip no closer than about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -6, 6)))


class limits_at_ten(Mistake):
    """You clip x at 10 and -10, where the sigmoid still differs from 1 and 0 by 0.00005: exp fits float32 up to 88, so clip no closer than about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -10, 10)))


class limits_at_fifteen(Mistake):
    """You clip x at 15 and -15, and the sigmoid of -18 comes out twenty times too large: exp fits float32 up to 88, so clip no closer than about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -15, 15)))


class limits_the_answer(Mistake):
    """Your answer never leaves the range from 0.001 to 0.999, although the sigmoid comes as close to 0 and 1 as you like: clip x at about 50 if you must, and not the answer."""

    def sigmoid(x):
        return nd.clip(1 / (1 + nd.exp(-nd.clip(x, -60, 60))), 1e-3, 1 - 1e-3)


class forgets_the_parentheses_and_limits(Mistake):
    """1 / 1 + exp(-x) divides first and gives 1 + exp(-x), although x is clipped: put parentheses around 1 + exp(-x)."""

    def sigmoid(x):
        return 1 / 1 + nd.exp(-nd.clip(x, -50, 50))


class adds_to_the_denominator(Mistake):
    """You add a small number to the denominator, which makes every answer too small: 1 + exp(-x) is never below 1, so divide by it alone."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -80, 80)) + 1e-4)


class keeps_the_first_answer(Mistake):
    """You keep an answer from an earlier call, by the shape or, as lru_cache does, by the array, so other numbers get it again: compute it anew in every call."""

    kept = {}  # noqa: RUF012  (the patch has it as a global)

    def sigmoid(x):
        if x.shape not in kept:
            kept[x.shape] = (1 + nd.tanh(x / 2)) / 2
        return kept[x.shape]


class attaches_a_gradient(Mistake):
    """x.attach_grad() cuts x off from what it was computed from, so no gradient flows back to that: leave it out, for whoever wants x.grad calls it before."""

    def sigmoid(x):
        x.attach_grad()
        return (1 + nd.tanh(x / 2)) / 2


class keeps_its_answer_on_the_class(Mistake):
    """backward takes the answer of the last call, which is another one where sigmoid was called again before: keep it in the object that made it, self.y = y."""

    def sigmoid(x):
        class Sigmoid(autograd.Function):
            def forward(self, x):
                kept.append((1 + nd.tanh(x / 2)) / 2)
                return kept[-1]

            def backward(self, dy):
                return dy * kept[-1] * (1 - kept[-1])

        return Sigmoid()(x)

    kept = []  # noqa: RUF012  (the patch has it as a global)


class clears_the_gradient(Mistake):
    """x.grad comes back as 0, and what the caller has collected in it is lost: leave x.grad alone, for sigmoid needs no gradient of its own."""

    def sigmoid(x):
        if x.grad is not None:
            x.grad[:] = 0
        return (1 + nd.tanh(x / 2)) / 2


class leaves_training_on(Mistake):
    """After your call autograd is in training mode, or records, where it was not before: set no mode, for the sigmoid is the same in all of them."""

    def sigmoid(x):
        autograd.set_training(True)
        return (1 + nd.tanh(x / 2)) / 2


class cuts_a_vector_off(Mistake):
    """No gradient flows back where x has one axis or one element: stay with recorded NDArray operations whatever x's shape is."""

    def sigmoid(x):
        y = (1 + nd.tanh(x / 2)) / 2
        return y.detach() if x.ndim == 1 else y


class limits_at_fifteen_below(Mistake):
    """You clip -x at 15, so that the sigmoid of -18 comes out twenty times too large: exp fits float32 up to 88, so clip no closer than about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(nd.minimum(-x, 15)))


class writes_e_with_five_digits(Mistake):
    """2.7183 is e to five digits only: take nd.exp(-x), which knows all of them."""

    def sigmoid(x):
        return 1 / (1 + 2.7183 ** -nd.clip(x, -80, 80))


class writes_e_with_six_digits(Mistake):
    """2.71828 is e to six digits only: take nd.exp(-x), which knows all of them."""

    def sigmoid(x):
        return 1 / (1 + 2.71828 ** -nd.clip(x, -80, 80))


class loops_over_a_vector(Mistake):
    """asscalar takes an array of a single element only, and cuts the gradient: compute on x as a whole, with nd.exp or nd.tanh, and return an array."""

    def sigmoid(x):
        y = x.zeros_like()
        for i in range(len(x)):
            y[i] = 1 / (1 + math.exp(-x[i].asscalar()))
        return y


class limits_a_little_too_late(Mistake):
    """The values are right, but exp is infinite in float32 above 88, and the bound at which you clip x is a little more, so there is a nan in the gradient: clip at about 50."""

    def sigmoid(x):
        return 1 / (1 + nd.exp(-nd.clip(x, -95, 95)))


class answers_a_vector(Mistake):
    """The result has one axis only: it keeps x's shape, for nd.exp and nd.tanh compute element by element on any, and need no reshape."""

    def sigmoid(x):
        return (1 + nd.tanh(x.reshape(-1) / 2)) / 2


class subtracts_the_quotient(Mistake):
    """This falls from 1 to 0, for it is 1 - sigmoid(x), the sigmoid of -x: leave out what is before 1 / (1 + exp(-x))."""

    def sigmoid(x):
        return 1 - 1 / (1 + nd.exp(-x))


class divides_the_exponential(Mistake):
    """exp(-x) / (1 + exp(-x)) is the sigmoid of -x, which falls from 1 to 0: the numerator of the sigmoid of x is 1."""

    def sigmoid(x):
        return nd.exp(-x) / (1 + nd.exp(-x))


class answers_in_float32(Mistake):
    """The answer is float32 whatever x is, as after astype("float32"): leave it in x's type, with no conversion."""

    def sigmoid(x):
        return (1 + nd.tanh(x.astype("float32") / 2)) / 2


class answers_on_the_first_cpu(Mistake):
    """The answer is on cpu(0) wherever x is, as after as_in_context(mx.cpu()): move nothing, and create no array elsewhere than on x.context."""

    def sigmoid(x):
        return (1 + nd.tanh(x.as_in_context(cpu()) / 2)) / 2


class stops_the_gradient_far_out(Mistake):
    """The values are right, but scores beyond 5 or so get no gradient back, and the sigmoid is not yet flat there: let the gradient through everywhere, and clip x no closer than about 50."""

    def sigmoid(x):
        y = (1 + nd.tanh(x / 2)) / 2
        return nd.where(x.abs() > 5, y.detach(), y)


class computes_in_place_unless_recording(Mistake):
    """x comes back changed, for x *= ..., x[:] = ... and out=x write into the caller's array: make a new one, such as -x or x = nd.clip(...), whatever x's shape is."""

    def sigmoid(x):
        if not autograd.is_recording():
            x /= 2
            return (1 + nd.tanh(x)) / 2
        return (1 + nd.tanh(x / 2)) / 2
