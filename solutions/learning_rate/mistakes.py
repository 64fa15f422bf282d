"""Wrong versions of the decays and of `find_stable_lr` that learners write, each with the sentence
that would help."""

import math

import numpy as np

from grader.course import Mistake


class swaps_base_and_exponent(Mistake):
    """polynomial_decay raises alpha to the power of t: take t to the power of alpha, lr * t ** alpha. The arguments are lr, t, alpha, in this order."""

    def polynomial_decay(lr, t, alpha):
        return lr * alpha**t


class takes_a_power_of_the_exponent(Mistake):
    """math.pow(alpha, t) raises alpha to the power of t, and fails for a negative alpha and a fraction t: take t to the power of alpha, t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr * math.pow(alpha, t)


class divides_by_the_power(Mistake):
    """alpha brings its own sign, negative for a decay: multiply by t ** alpha, do not divide by it."""

    def polynomial_decay(lr, t, alpha):
        return lr / t**alpha


class keeps_the_rate_below_one(Mistake):
    """For t below 1 your rate stays at lr: use t as it is, lr * t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr * max(t, 1) ** alpha


class multiplies_by_the_exponent(Mistake):
    """t * alpha is a product: the power is t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr * t * alpha


class divides_by_a_straight_line(Mistake):
    """lr / (1 + alpha * t) is another decay, in inverse time: this one takes t to the power of alpha, lr * t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr / (1 + alpha * t)


class takes_everything_to_the_power(Mistake):
    """(lr * t) ** alpha raises the rate too: the power is of t alone, lr * t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return (lr * t) ** alpha


class counts_from_zero(Mistake):
    """polynomial_decay uses t + 1: use t itself, which begins at 1."""

    def polynomial_decay(lr, t, alpha):
        return lr * (t + 1) ** alpha


class always_takes_the_square_root(Mistake):
    """The exponent -0.5 is written into the code: use the argument alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr / math.sqrt(t)


class raises_t(Mistake):
    """exponential_decay raises t to the power of alpha: take alpha to the power of t, lr * alpha ** t. The arguments are lr, t, alpha, in this order."""

    def exponential_decay(lr, t, alpha):
        return lr * t**alpha


class decays_from_a_global_rate(Mistake):
    """Your rate begins at 0.2, whatever lr is. Perhaps 0.2 is a global of yours: use the argument, by its name in your `def` line."""

    def exponential_decay(lr, t, alpha):
        return 0.2 * alpha**t


class uses_e(Mistake):
    """exp(-alpha * t) decays from the base e: the base here is alpha, lr * alpha ** t."""

    def exponential_decay(lr, t, alpha):
        return lr * math.exp(-alpha * t)


class decays_in_a_straight_line(Mistake):
    """lr * alpha * t is a straight line: each step multiplies by alpha, so it is alpha ** t."""

    def exponential_decay(lr, t, alpha):
        return lr * alpha * t


class loops_over_whole_steps(Mistake):
    """You round t down, by int(t) or by a loop over whole steps: write the power, lr * alpha ** t."""

    def exponential_decay(lr, t, alpha):
        for _ in range(int(t)):
            lr *= alpha
        return lr


class has_a_smallest_rate(Mistake):
    """Your rate stops at a smallest value: nothing bounds it from below, return lr * alpha ** t as it is."""

    def exponential_decay(lr, t, alpha):
        return max(lr * alpha**t, 1e-6)


class decays_once_too_often(Mistake):
    """exponential_decay multiplies by alpha once more than t times: at t = 0 the rate is lr."""

    def exponential_decay(lr, t, alpha):
        return lr * alpha ** (t + 1)


class decays_once_too_seldom(Mistake):
    """exponential_decay multiplies by alpha once less than t times: at t = 0 the rate is lr, at t = 1 lr * alpha."""

    def exponential_decay(lr, t, alpha):
        return lr * alpha ** (t - 1)


class uses_the_sign_for_xor(Mistake):
    """In Python ^ is a bitwise operation on whole numbers: the power is **."""

    def polynomial_decay(lr, t, alpha):
        return lr * t ^ alpha

    def exponential_decay(lr, t, alpha):
        return lr * alpha ^ t


class prints_the_rates(Mistake):
    """Both decays return None: end each with `return`, for print only shows the number."""

    def polynomial_decay(lr, t, alpha):
        print(lr * t**alpha)

    def exponential_decay(lr, t, alpha):
        print(lr * alpha**t)


class compares_with_nan(Mistake):
    """Every loss passes your test, nan and infinity too: ask math.isfinite(loss) alone, where loss is what train(lr) returned. `==` never finds nan, because nan is equal to nothing."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if train(lr) != float("nan"):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class asks_for_the_nan_object(Mistake):
    """`loss is np.nan` asks whether it is that very object, and most nans are not: ask math.isnan(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if loss is not math.nan and loss is not np.nan and not math.isinf(loss):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class overlooks_infinity(Mistake):
    """An infinite loss passes your test, for it is not nan: ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if not math.isnan(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class overlooks_nan(Mistake):
    """You find infinite losses, but nan passes your test. ==, `is` and math.isinf do not find nan: ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if not math.isinf(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class compares_with_plus_infinity(Mistake):
    """Only nan and +inf are found, and -inf passes: ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if not math.isnan(loss) and loss != float("inf"):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class takes_large_for_infinite(Mistake):
    """You refuse every loss above a bound: a large number is still a number, so ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if abs(loss) < 1e6:
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class wants_a_loss_below_a_bound(Mistake):
    """`loss <` some bound refuses large numbers and lets -inf pass: ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if train(lr) < 1e6:
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class takes_zero_for_a_failure(Mistake):
    """A loss of 0 is a number, but `if loss` takes it for False: ask math.isfinite(loss) alone."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if loss and math.isfinite(loss):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class refuses_negative_losses(Mistake):
    """A negative loss is a number too: ask math.isfinite(loss) alone, not loss >= 0."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if 0 <= train(lr) < math.inf:
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class wants_a_loss_above_zero(Mistake):
    """`if loss` or `loss > 0` refuses 0 and negative losses: ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if loss > 0 and loss != math.inf:
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class returns_the_loss(Mistake):
    """You return the loss: return the learning rate that gave it."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if math.isfinite(loss):
                return loss
            lr *= factor
        raise ValueError("no stable learning rate")


class forgets_to_return_the_rate(Mistake):
    """find_stable_lr finds a rate and returns None: end it with `return lr`."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                break
            lr *= factor
        else:
            raise ValueError("no stable learning rate")


class forgets_to_return_from_the_next_call(Mistake):
    """Where the first rate fails find_stable_lr returns None, for example because it calls itself without `return`: hand the rate back that works in a later try, too."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        if max_tries == 0:
            raise ValueError("no stable learning rate")
        if math.isfinite(train(lr)):
            return lr
        find_stable_lr(train, lr * factor, factor, max_tries - 1)


class forgets_to_return_from_one_call_more(Mistake):
    """Where the first rate fails find_stable_lr returns None, for example because it calls itself without `return`, and it tries one rate more than max_tries: hand back what the next call returns, and count the first try too."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        if math.isfinite(train(lr)):
            return lr
        if max_tries == 0:
            raise ValueError("no stable learning rate")
        find_stable_lr(train, lr * factor, factor, max_tries - 1)


class returns_the_next_rate(Mistake):
    """lr is multiplied once more after the rate that works: test the loss before you change lr."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            lr *= factor
            if math.isfinite(loss):
                return lr
        raise ValueError("no stable learning rate")


class begins_with_the_second_rate(Mistake):
    """The first rate to try is lr itself: multiply by factor only after a failure."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            lr *= factor
            if math.isfinite(train(lr)):
                return lr
        raise ValueError("no stable learning rate")


class divides_by_the_factor(Mistake):
    """Dividing by a factor below 1 makes the rate larger: multiply lr by factor."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr /= factor
        raise ValueError("no stable learning rate")


class has_its_own_factor(Mistake):
    """The factor 0.1 is written into the loop: use the argument factor."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= 0.1
        raise ValueError("no stable learning rate")


class never_changes_the_rate(Mistake):
    """Every try has the same rate: after a failure write lr = lr * factor, which changes the rate itself."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr * factor
        raise ValueError("no stable learning rate")


class tries_only_once(Mistake):
    """After a failure train is not called again: multiply lr by factor, call train(lr) anew, and raise ValueError only when max_tries rates have failed."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        loss = train(lr)
        for _ in range(max_tries):
            if math.isfinite(loss):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class has_its_own_number_of_tries(Mistake):
    """The number of tries, 10, is written into the loop: use the argument max_tries."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(10):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class has_its_own_factor_and_number_of_tries(Mistake):
    """You try ten rates and multiply by 0.1 whatever the arguments are: use factor and max_tries in the loop."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(10):
            if math.isfinite(train(lr)):
                return lr
            lr *= 0.1
        raise ValueError("no stable learning rate")


class never_gives_up(Mistake):
    """Where no rate works your search never ends, for its tries are not counted: raise ValueError after max_tries of them."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        while not math.isfinite(train(lr)):
            lr *= factor
        return lr


class answers_in_the_end_all_the_same(Mistake):
    """After max_tries failures you return a rate that was never seen to work: raise ValueError there."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                break
            lr *= factor
        return lr


class returns_none_in_the_end(Mistake):
    """After max_tries failures find_stable_lr returns None: raise ValueError there, with no `except` around it that catches it."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor


class tries_once_more(Mistake):
    """The first try counts too: max_tries rates in all, not max_tries more after it."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        loss = train(lr)
        for _ in range(max_tries):
            if math.isfinite(loss):
                break
            lr *= factor
            loss = train(lr)
        if math.isfinite(loss):
            return lr
        raise ValueError("no stable learning rate")


class tries_twice_more(Mistake):
    """You try two rates more than max_tries: count every rate, the first one too, and raise ValueError when max_tries of them have failed."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        loss, tries = train(lr), 0
        while not math.isfinite(loss):
            lr *= factor
            loss = train(lr)
            tries += 1
            if tries > max_tries:
                raise ValueError("no stable learning rate")
        return lr


class gives_up_too_early_with_none(Mistake):
    """The last of the max_tries rates is never tried, and in the end you return None: try all of them, range(max_tries), and then raise ValueError."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries - 1):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor


class tries_once_more_with_none(Mistake):
    """You try one rate more than max_tries, and in the end you return None: try max_tries rates, the first one included, and then raise ValueError."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries + 1):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor


class returns_a_rate_that_fails(Mistake):
    """Your test is the wrong way round: return lr if the loss is a finite number, and multiply lr by factor if it is not."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if not math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class returns_a_rate_that_fails_or_none(Mistake):
    """Your test is the wrong way round, and in the end you return None: return lr if the loss is a finite number, and raise ValueError when max_tries rates have failed."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if not math.isfinite(train(lr)):
                return lr
            lr *= factor


class gives_up_too_early(Mistake):
    """The last of the max_tries rates is never tried: raise ValueError only when all of them have failed. range(max_tries) has max_tries numbers."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(1, max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no stable learning rate")


class gives_up_before_the_last_try(Mistake):
    """You give up when as many tries are counted as allowed, before the last of them was made: count a try after train(lr)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        tries = 1
        while not math.isfinite(train(lr)):
            lr *= factor
            tries += 1
            if tries == max_tries:
                raise ValueError("no stable learning rate")
        return lr


class forgets_the_last_loss(Mistake):
    """The last rate is tried, but you give up before its loss is looked at: test the loss first, then count."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        loss, tries = train(lr), 1
        while not math.isfinite(loss):
            lr *= factor
            loss = train(lr)
            tries += 1
            if tries >= max_tries:
                raise ValueError("no stable learning rate")
        return lr


class raises_another_exception(Mistake):
    """The exception in the end should be a ValueError: write `raise ValueError(...)`, no other type and no assert."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise RuntimeError("no stable learning rate")


class returns_the_error(Mistake):
    """You hand ValueError back as if it were a rate: write `raise ValueError(...)`, not return."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        return ValueError("no stable learning rate")


class counts_before_it_looks(Mistake):
    """The last rate is tried, but you give up before its loss is looked at, even where it is the only one: test the loss first, and compare the count afterwards."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        tries = 0
        while True:
            loss = train(lr)
            tries += 1
            if tries >= max_tries:
                raise ValueError("no stable learning rate")
            if math.isfinite(loss):
                return lr
            lr *= factor


class returns_rate_and_loss(Mistake):
    """You return the rate together with its loss: return the rate alone, `return lr`."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if math.isfinite(loss):
                return lr, loss
            lr *= factor
        raise ValueError("no stable learning rate")


class compares_with_nan_and_infinity(Mistake):
    """Only +inf is found, and nan and -inf pass your test: `== float('nan')` is never true, for nan is equal to nothing. Ask math.isfinite(loss)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            loss = train(lr)
            if loss == float("nan") or loss == float("inf"):
                lr *= factor
            else:
                return lr
        raise ValueError("no rate works")


class prints_the_rate(Mistake):
    """Where a rate works you raise ValueError all the same, as after a print and a break: return lr there, and raise only after max_tries failures."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                print(lr)
                break
            lr *= factor
        raise ValueError("no rate works")


class subtracts_the_factor(Mistake):
    """You subtract factor from lr: multiply by it, lr = lr * factor."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr -= factor
        raise ValueError("no rate works")


class raises_the_factor_to_the_try(Mistake):
    """lr is multiplied by factor, then by its square, and so on: from one try to the next it is lr * factor, with no power."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for i in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor ** (i + 1)
        raise ValueError("no rate works")


class raises_the_factor_from_0(Mistake):
    """Your first failure changes nothing, for factor ** 0 is 1, and later powers grow: from one try to the next it is lr * factor, with no power."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for i in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor**i
        raise ValueError("no rate works")


class takes_the_exponent_for_negative(Mistake):
    """Your exponent is never above 0, as with -abs(alpha): alpha brings its own sign, t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr * t ** -abs(alpha)


class adds_the_power(Mistake):
    """You add t ** alpha to lr: multiply by it, lr * t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr + t**alpha


class counts_whole_steps(Mistake):
    """t may be a fraction, over which range cannot count: write the power, lr * alpha ** t."""

    def exponential_decay(lr, t, alpha):
        for _ in range(t):
            lr = lr * alpha
        return lr


class keeps_the_factor_below_1(Mistake):
    """For an alpha above 1 your rate stays at lr: use alpha as it is, lr * alpha ** t."""

    def exponential_decay(lr, t, alpha):
        return lr * min(alpha, 1) ** t


class has_smallest_rates(Mistake):
    """Both rates stop at a smallest value, 0.001: nothing bounds them from below, so return them as they are."""

    def polynomial_decay(lr, t, alpha):
        return max(lr * t**alpha, 1e-3)

    def exponential_decay(lr, t, alpha):
        return max(lr * alpha**t, 1e-3)


class has_no_defaults(Mistake):
    """factor and max_tries may be left out: keep factor=0.1 and max_tries=10 in the first line."""

    def find_stable_lr(train, lr, factor, max_tries):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no rate works")


class has_another_default_factor(Mistake):
    """Without a factor the rate is multiplied by 0.1 after each failure: keep factor=0.1 in the first line."""

    def find_stable_lr(train, lr, factor=0.01, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no rate works")


class names_the_argument_of_train(Mistake):
    """What train calls its argument is its own business, so train(lr=lr) fails with some: call train(lr), without a name."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr=lr)):
                return lr
            lr *= factor
        raise ValueError(f"no stable learning rate in {max_tries} tries")


class tries_no_more_than_ten(Mistake):
    """You give up after ten tries although max_tries is larger: count up to max_tries, range(max_tries)."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(min(max_tries, 10)):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError(f"no stable learning rate in {max_tries} tries")


class counts_infinity_less(Mistake):
    """An infinite loss does not count as a try, or not as a whole one: every rate that fails is one of max_tries, whether its loss is nan or infinite."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        tries = 0
        while tries < max_tries:
            loss = train(lr)
            if math.isfinite(loss):
                return lr
            lr *= factor
            tries += 1 if math.isnan(loss) else 0.5
        raise ValueError("no rate works")


class turns_large_factors_over(Mistake):
    """For a factor of 2 your next rate is smaller, as if factor had to be below 1: multiply by factor whatever it is."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= min(factor, 1 / factor)
        raise ValueError("no rate works")


class gives_up_below_a_smallest_rate(Mistake):
    """You give up where the rate is small, such as below 1e-8, before max_tries rates have failed: only their number ends the search."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if lr < 1e-8:
                break
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no rate works")


class rounds_the_steps(Mistake):
    """A t such as 3.7 counts as 4, as where you round it or go down from t in steps of 1: use it as it is, lr * alpha ** t."""

    def exponential_decay(lr, t, alpha):
        return lr * alpha ** round(t)


class renames_the_tries(Mistake):
    """Callers may give factor and max_tries by name, as in max_tries=3: keep both names in the first line."""

    def find_stable_lr(train, lr, factor=0.1, tries=10):
        for _ in range(tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no rate works")


class has_a_smallest_polynomial_rate(Mistake):
    """polynomial_decay stops at a smallest rate, such as 1e-8: nothing bounds it from below, return lr * t ** alpha as it is."""

    def polynomial_decay(lr, t, alpha):
        return max(lr * t**alpha, 1e-8)


class rounds_every_rate(Mistake):
    """You round the rate to ten decimals, so small rates lose their digits and become 0: multiply by factor and leave it as it is, for the 2 in 0.010000000000000002 does no harm."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr = round(lr * factor, 10)
        raise ValueError("no rate works")


class rounds_the_answer(Mistake):
    """You round the rate that you return, so a small one becomes 0: return the rate with which train worked, as it is."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return round(lr, 8)
            lr *= factor
        raise ValueError("no rate works")


class tries_fewer_by_default(Mistake):
    """Where max_tries is left out you give up before ten rates have failed: keep max_tries=10 in the first line."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=5):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no rate works")


class tries_more_by_default(Mistake):
    """Where max_tries is left out you try more than ten rates: keep max_tries=10 in the first line."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=20):
        for _ in range(max_tries):
            if math.isfinite(train(lr)):
                return lr
            lr *= factor
        raise ValueError("no rate works")


class prints_the_polynomial_rate(Mistake):
    """polynomial_decay returns None: end it with `return`, for print only shows the number."""

    def polynomial_decay(lr, t, alpha):
        print(lr * t**alpha)


class prints_the_exponential_rate(Mistake):
    """exponential_decay returns None: end it with `return`, for print only shows the number."""

    def exponential_decay(lr, t, alpha):
        print(lr * alpha**t)


class counts_from_zero_and_negates(Mistake):
    """polynomial_decay uses t + 1 and -alpha: t begins at 1, and alpha brings its own sign, so it is lr * t ** alpha."""

    def polynomial_decay(lr, t, alpha):
        return lr * (1 + t) ** -alpha


class loses_the_factor_on_the_way(Mistake):
    """From the second failure on the rate is multiplied by 0.1, whatever factor is, as where find_stable_lr calls itself without it: hand factor on."""

    def find_stable_lr(train, lr, factor=0.1, max_tries=10):
        if max_tries == 0:
            raise ValueError("no rate works")
        if math.isfinite(train(lr)):
            return lr
        return find_stable_lr(train, lr * factor, max_tries=max_tries - 1)
