"""What was handed in: a folder, a file or an archive becomes sources, each with its text or the
sentence that says what is wrong.  Only a path that is none of these, or cannot be opened, raises
SubmissionError."""

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
