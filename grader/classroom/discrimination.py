"""Discrimination: how well one check tells the able from the others."""

from __future__ import annotations

import math

_FLAT = 1e-9
"""Relative to the mean: a spread that is smaller is rounding."""


class Discrimination:
    """The corrected item-total correlation of one check, gathered report by report.

    It is Pearson's correlation between passing the check (1 or 0) and the rest of the score, the
    points for everything but this check.  For an item that is 1 or 0 it takes the point-biserial
    form

        r = (M1 - M) / s * sqrt(p / (1 - p))

    where M and s are mean and standard deviation of the rest over all, M1 its mean over those who
    passed, and p their share.  The check's own points are left out because they would correlate
    with themselves (Henrysson, "Correction of item-total correlations in item analysis",
    Psychometrika 28, 1963, 211-218), on every device, for its outcomes there hang together.
    """

    def __init__(self) -> None:
        self._count = self._passed = 0
        self._mean = self._passed_mean = self._squares = 0.0

    def add(self, rest: float, *, passed: bool) -> None:
        """Note one report: the points outside this check, and whether it was passed."""
        self._count += 1
        off = rest - self._mean
        self._mean += off / self._count
        self._squares += off * (rest - self._mean)  # Welford: no large squares to subtract
        if passed:
            self._passed += 1
            self._passed_mean += (rest - self._passed_mean) / self._passed

    def value(self) -> float | None:
        """Return r; None where all or none passed, or where the rest is the same for all."""
        if self._passed in {0, self._count}:
            return None
        spread = math.sqrt(self._squares / self._count)
        if spread <= _FLAT * max(1.0, abs(self._mean)):
            return None
        odds = self._passed / (self._count - self._passed)
        r = (self._passed_mean - self._mean) / spread * math.sqrt(odds)
        return min(max(r, -1.0), 1.0)
