"""What was handed in: a folder, a file or an archive becomes sources, and never an exception."""

from grader.submission.files import read
from grader.submission.reach import behind_the_trace, in_a_cell
from grader.submission.source import Source, Submission, SubmissionError, Wanted, refused

__all__ = [
    "Source",
    "Submission",
    "SubmissionError",
    "Wanted",
    "behind_the_trace",
    "in_a_cell",
    "read",
    "refused",
]
