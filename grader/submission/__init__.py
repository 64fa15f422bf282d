"""What was handed in: a folder or a file becomes sources, and never an exception."""

from grader.submission.files import Source, Submission, SubmissionError, read

__all__ = ["Source", "Submission", "SubmissionError", "read"]
