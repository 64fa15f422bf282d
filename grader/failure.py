"""What may go wrong beside a submission's own mistakes, and is told in one sentence.

ToldError                   the request is wrong, or this machine lacks what it asks for
    SubmissionError         nothing that could be graded was named
    IsolationError          a part of the sandbox that was asked for is not there
    DeviceError             no such device, or one that cannot be used
    StoreError              a class's store cannot be used
    SchedulerError          a cluster cannot be used
    InnocentError           the grader or the course failed
        WorkerFailed        a worker cannot run
        ReferenceFailed     a reference does not answer its own checks
        CourseError         a file of the course is wrong
            NotInCourse     it is right, and has not what was asked of it
            Refused         an exercise cannot be laid out as asked
"""

from __future__ import annotations

from typing import ClassVar


class ToldError(Exception):
    """The message says what, where, and what to do; nobody needs a traceback."""

    status: ClassVar[int] = 2
    """What the command ends with."""

    @property
    def innocent(self) -> bool:
        """Whether neither what was asked nor what was handed in is to blame."""
        return self.status == InnocentError.status


class InnocentError(ToldError):
    """Never charged to a student."""

    status = 3
