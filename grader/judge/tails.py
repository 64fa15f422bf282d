"""Exact tail probabilities: how likely is what was drawn, if the work is right?

SciPy is imported where it is needed only: most exercises have no random draws.  Tails of counts are
computed by it, on the host: counts are few, wherever what they count is.
"""

from __future__ import annotations

import importlib
from bisect import bisect_left
from typing import Any

import numpy as np

from grader.judge.arrays import Numbers, namespace


def binomial(count: Any, n: Any, p: float) -> tuple[Numbers, Numbers]:
    """P(K <= count) and P(K >= count) for K ~ Bin(n, p), elementwise; 0 < p < 1, 0 <= count <= n.

    The identities with the regularised incomplete beta function (Abramowitz and Stegun, 26.5.24),
    P(K >= k) = I_p(k, n - k + 1) and P(K <= k) = I_{1-p}(n - k, k + 1), keep their relative
    accuracy far out in the tails, where a sum of terms or 1 - P would not.
    """
    from scipy.special import betainc

    k, n = np.broadcast_arrays(np.asarray(count, float), np.asarray(n, float))
    # betainc wants positive parameters; at the ends the probability is 1.
    at_most = np.where(k < n, betainc(np.maximum(n - k, 1), k + 1, 1 - p), 1.0)
    at_least = np.where(k > 0, betainc(np.maximum(k, 1), n - k + 1, p), 1.0)
    return at_most, at_least


def binomial_range(n: int, p: float, rate: float) -> tuple[int, int]:
    """The counts that a Bin(n, p) draw keeps to but with probability at most `rate`: the smallest
    and the largest whose tail is more likely than rate / 2."""

    def likely(count: int, tail: int) -> bool:
        return bool(binomial(count, n, p)[tail] > rate / 2)

    low = bisect_left(range(n + 1), True, key=lambda k: likely(k, 0))
    return low, bisect_left(range(n + 1), True, key=lambda k: not likely(k, 1)) - 1


def chi_square(total: float, n: int) -> tuple[float, float]:
    """P(C <= total) and P(C >= total) for C ~ chi-square with n degrees of freedom: the sum of n
    squared N(0, 1) draws.  (The regularised incomplete gamma function, A. and S. 26.4.19.)"""
    from scipy.special import gammainc, gammaincc

    return float(gammainc(n / 2, total / 2)), float(gammaincc(n / 2, total / 2))


def normal(z: Any) -> Any:
    """P(Z <= z) for Z ~ N(0, 1), elementwise: of a number, or of an array where it lies."""
    if namespace(z) is np:
        from scipy.special import ndtr
    else:
        ndtr = importlib.import_module("cupyx.scipy.special").ndtr
    return ndtr(z)
