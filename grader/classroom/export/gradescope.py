"""One results.json per student, as Gradescope's autograders write it.

Form: https://gradescope-autograders.readthedocs.io/en/latest/specs/, "Output format";
`grader.gradescope.results` is the one place that knows it. Students read these files, so they
hold what a student may see.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.classroom.gradebook import Gradebook
from grader.gradescope.results import encode, results


def each(gradebook: Gradebook) -> Iterator[tuple[str, bytes]]:
    """Yield each student and the contents of their results.json."""
    for graded in gradebook:
        yield graded.student, encode(results(graded.report))
