"""Another right program is within the allowance; a wrong one is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.judge import allowance
from grader.judge.compare import Expected, equal
from grader.judge.elements import against, target
from grader.judge.value import Array

Numbers = np.ndarray[Any, Any]
Program = Callable[[Numbers], Numbers]


def softmax_by_shift(x: Numbers) -> Numbers:
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


def softmax_by_log_sum_exp(x: Numbers) -> Numbers:
    """The same in other algebra: exp(x - log sum exp x)."""
    top = x.max(axis=1, keepdims=True)
    return np.exp(x - (top + np.log(np.exp(x - top).sum(axis=1, keepdims=True))))


def softmax_by_column_sums(x: Numbers) -> Numbers:
    """The same with each sum in reversed order, one term at a time."""
    exps = np.exp(x - x.max(axis=1, keepdims=True))
    total = np.zeros_like(exps[:, :1])
    for j in reversed(range(exps.shape[1])):
        total += exps[:, j : j + 1]
    return exps * (1 / total)


def mean_square(x: Numbers) -> Numbers:
    return (x * x).mean(axis=1)


def mean_square_reversed(x: Numbers) -> Numbers:
    """One term at a time, from the last to the first."""
    total = np.zeros_like(x[:, 0])
    for j in reversed(range(x.shape[1])):
        total += x[:, j] ** 2
    return total / np.asarray(x.shape[1], x.dtype)


def message(values: Numbers) -> Array:
    return Array(values.dtype.name, values.shape, "cpu(0)", np.ascontiguousarray(values).tobytes())


def expected(program: Program, x: Numbers) -> Expected:
    """What the grader asks of a reference: its answer, and in float64 on exact and moved inputs."""
    eps = float(np.finfo(x.dtype).eps)
    wide = x.astype(np.float64)
    signs = [np.random.default_rng(k).choice([-1.0, 1.0], x.shape) for k in (1, 2)]
    moved = tuple(message(program(wide * (1 + eps * sign))) for sign in signs)
    return Expected(message(program(x)), message(program(wide)), moved, eps)


# As in the course: several rows of several logits, each row anywhere between -1000 and 1000.
inputs = st.builds(
    lambda seed, n, q, offset: (
        np.random.default_rng(seed).normal(0, 1, (n, q))
        + np.linspace(-offset, offset, n)[:, np.newaxis]
    ),
    st.integers(0, 2**32 - 1),
    st.integers(3, 8),
    st.integers(5, 64),
    st.sampled_from([0, 10, 1000]),
)
dtypes = st.sampled_from([np.float32, np.float64])
usual = settings(max_examples=80, deadline=None, derandomize=True)


def rounded(x: Numbers, dtype: type) -> Numbers:
    """As `Case` does: the same numbers in either dtype."""
    return x.astype(np.float32).astype(dtype)


PAIRS = [
    (softmax_by_shift, softmax_by_log_sum_exp),
    (softmax_by_log_sum_exp, softmax_by_shift),
    (softmax_by_shift, softmax_by_column_sums),
    (mean_square, mean_square_reversed),
    (mean_square_reversed, mean_square),
]


@pytest.mark.parametrize(("mine", "yours"), PAIRS, ids=lambda program: program.__name__)
@given(x=inputs, dtype=dtypes)
@usual
def test_other_algebra_is_right(mine: Program, yours: Program, x: Numbers, dtype: type):
    """Whichever of two right programs is the reference, the other passes with a margin told."""
    x = rounded(x, dtype)
    verdict = equal(expected(mine, x), message(yours(x)))
    assert verdict.passed, verdict.message
    assert verdict.margin is not None
    assert verdict.margin <= 1


@pytest.mark.parametrize("mine", [softmax_by_shift, mean_square], ids=lambda p: p.__name__)
@given(x=inputs, dtype=dtypes)
@usual
def test_an_error_of_a_thousandth_is_wrong(mine: Program, x: Numbers, dtype: type):
    """And the sentence tells by how many times."""
    x = rounded(x, dtype)
    right = mine(x)
    wrong = right.copy()
    wrong.flat[np.argmax(np.abs(right))] *= 1.001
    verdict = equal(expected(mine, x), message(wrong))
    assert not verdict.passed
    assert "times the allowance" in verdict.message


def test_the_three_parts_add_up():
    """Eight times the reference's own error, four moves, and sqrt(4096) roundings of its size."""
    exact = np.array([1.0, -2.0])
    answer, moved = np.array([1.0, -1.75]), [np.array([1.5, -2.0]), np.array([1.0, -2.125])]
    assert allowance.derive(answer, exact, moved, 2.0**-23) == 8 * 0.25 + 4 * 0.5 + 64 * 2.0**-22


def test_what_is_not_finite_allows_nothing():
    """An infinite expectation is met by infinity only, and widens nothing for its neighbours."""
    exact = np.array([np.inf, 1.0])
    assert allowance.derive(exact, exact, [np.array([np.inf, np.inf])], 0.5) == 64 * 0.5
    assert allowance.derive(exact[:1], exact[:1], [], 0.5) == 0.0


def test_a_guard_against_zero_is_right_and_float32_on_the_way_is_not():
    """In float64, where both are far above rounding."""
    exact = np.random.default_rng(1).uniform(0.1, 1, 50)
    right = target(exact, exact, [exact], 2.0**-52)
    assert against(right, exact / (1 + 1e-12))[1] is None
    assert against(right, exact.astype(np.float32).astype(np.float64))[1] is not None
