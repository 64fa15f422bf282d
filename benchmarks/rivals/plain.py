"""A fresh interpreter per submission: import MXNet, run the checks, print the points.

Run as `python -m benchmarks.rivals.plain SUBMISSION.py`.
"""

from __future__ import annotations

import runpy
import sys

from benchmarks.rivals import checking


def main() -> None:
    """Grade one submission without any protection from it."""
    solution = runpy.run_path(sys.argv[1])
    points = 0.0
    for exercise, part in checking.kit().items():
        for name, asked in part.asked.items():
            try:
                checking.check(exercise, name, solution)
            except Exception:  # noqa: BLE001, S112  (whatever it raises costs the points)
                continue
            points += asked.points
    print(points)


if __name__ == "__main__":
    main()
