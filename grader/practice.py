"""A warm grader for one's own work, for a process that stays: a notebook's kernel, a test run."""

from __future__ import annotations

from pathlib import Path

from grader.course.loading import Course, load, nearest
from grader.grading import PRACTICE_SEED, Grader, JobCache
from grader.grading.jobs import wanted
from grader.hinting import progress
from grader.report.record import Report
from grader.report.student import for_student
from grader.sandbox import Limits, find_isolation, hide_memory
from grader.submission import Submission, read
from grader.worker.pool import Pool


class Practice:
    """The course of the exercises in `folder`, and one warm worker, which begins to start at once.

    Close it.  Raises CourseError.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        walls = find_isolation()
        if not walls.contained:  # else no process of a submission sees this one
            hide_memory()
        self._pool = Pool(walls, Limits(), 1)
        try:
            self.course = course_beside(folder)
        except BaseException:
            self._pool.close()
            raise
        self._grader = Grader(self.course, self._pool, seed=PRACTICE_SEED, cache=JobCache())

    def close(self) -> None:
        """End the worker."""
        self._pool.close()

    def of_file(self, path: Path) -> Submission:
        """The exercise that the file in the folder is named after, as it is handed in: where file
        and notebook are there, the folder's rule says which counts.  Raises SubmissionError."""
        chosen = self.course.only([path.stem])
        return read(path.parent if path.suffix == ".py" else path, wanted(chosen))

    def grade(self, submission: Submission) -> Report:
        """As its student may see it, with the hints that were given.

        Raises WorkerFailed or ReferenceFailed where the grader or the course fails.
        """
        report = for_student(self._grader.grade(submission))
        return progress.shown(report, progress.read(self.folder))


def course_beside(folder: Path) -> Course:
    """The course in the folder or beside it, or the one that came with the grader.

    Raises CourseError.
    """
    return load(nearest(folder, folder.parent))
