"""What was handed in: a folder or a file becomes sources, and never an exception."""

from grader.submission.files import Source, Submission, SubmissionError, read
from grader.submission.reach import behind_the_trace

__all__ = ["Source", "Submission", "SubmissionError", "behind_the_trace", "read"]
