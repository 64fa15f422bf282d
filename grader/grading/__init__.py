"""One submission against the course: jobs out, answers in, verdicts, one record.

The only place where points are given.  A check passes if its answer was compared and found
right, and for no other reason.
"""

from grader.grading.grader import Grader
from grader.grading.job_cache import JobCache
from grader.report.record import PRACTICE_SEED

__all__ = ["PRACTICE_SEED", "Grader", "JobCache"]
