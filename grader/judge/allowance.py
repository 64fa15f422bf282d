"""How far may an answer be from the reference's and still be right?

Two right programs differ by rounding.  How much, follows from three things that the grader
measures on the reference itself:

* its own rounding error: its answer in the case's dtype against its answer in float64;
* the problem's conditioning: its float64 answers when every input moves by one unit in the last
  place.  A backward-stable algorithm gives the exact answer for inputs moved by a few such units
  (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 1.5), whatever
  algebra it uses: log-sum-exp rounds logits near 1000 to 6e-5, and that is allowed for;
* the size of the numbers: a sum of n terms in another order differs by about sqrt(n) units in
  the last place (ibid., section 4.2).

In float64 that is less than what a guard such as `/ (sum + 1e-12)` changes, which is no mistake.
So there answers may differ by 1e-10; a float32 on the way shows by some 1e-8.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.judge.arrays import Numbers, namespace

OWN_ERROR = 8
"""Another right program may round eight times as badly as the reference did."""
MOVES = 4
"""Inputs may be moved by four units in the last place: one for each rounding of an input in
shifting, scaling, taking a logarithm and undoing it."""
TERMS = 4096
"""Reductions in this course's probes have at most this many terms per result."""
ROUNDINGS = float(np.sqrt(TERMS))
GUARDS = 1e-10
"""Relative to the largest element; more than ROUNDINGS in float64, and less in float32."""


def derive(answer: Numbers, exact: Numbers, moved: Sequence[Numbers], eps: float) -> float:
    """The allowance, in the answer's own unit, for every element of an array.

    answer: the reference's in the case's dtype, any shape.  exact: the same in float64.
    moved: the same in float64 on moved inputs.  eps: the dtype's unit in the last place of 1.
    The arrays are all NumPy's or all CuPy's.
    """
    exact = exact.astype(np.float64)
    finite = namespace(exact).isfinite(exact)
    if not finite.any():
        return 0.0
    with np.errstate(invalid="ignore"):
        own = _largest(answer.astype(np.float64) - exact, finite)
        conditioning = max((_largest(other - exact, finite) for other in moved), default=0.0)
    size = _largest(exact, finite)
    return OWN_ERROR * own + MOVES * conditioning + max(ROUNDINGS * eps, GUARDS) * size


def _largest(values: Numbers, where: Numbers) -> float:
    """The largest finite magnitude among the elements `where` holds."""
    magnitudes = abs(values.ravel()[where.ravel()])
    magnitudes = magnitudes[namespace(values).isfinite(magnitudes)]
    return float(magnitudes.max()) if magnitudes.size else 0.0
