"""Exact tail probabilities: how likely is what was drawn, if the work is right?

SciPy is imported where it is needed only: most exercises have no random draws.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Numbers = np.ndarray[Any, Any]


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
    at_most, at_least = binomial(np.arange(n + 1), n, p)
    return int(np.argmax(at_most > rate / 2)), int(n - np.argmax(at_least[::-1] > rate / 2))


def chi_square(total: float, n: int) -> tuple[float, float]:
    """P(C <= total) and P(C >= total) for C ~ chi-square with n degrees of freedom: the sum of n
    squared N(0, 1) draws.  (The regularised incomplete gamma function, A. and S. 26.4.19.)"""
    from scipy.special import gammainc, gammaincc

    return float(gammainc(n / 2, total / 2)), float(gammaincc(n / 2, total / 2))


def normal(z: Any) -> Numbers:
    """P(Z <= z) for Z ~ N(0, 1), elementwise."""
    from scipy.special import ndtr

    return np.asarray(ndtr(z))
