"""What was handed in: a folder, a file or an archive becomes sources, and never an exception."""

from grader.submission.files import read
from grader.submission.reach import in_a_cell, in_a_file
from grader.submission.source import Source, Submission, SubmissionError, Wanted, refused

__all__ = [
    "Source",
    "Submission",
    "SubmissionError",
    "Wanted",
    "in_a_cell",
    "in_a_file",
    "read",
    "refused",
]
