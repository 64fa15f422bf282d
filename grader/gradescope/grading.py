"""What run_autograder starts inside Gradescope's container: one submission becomes results.

Exit status: 0 the results are written, whatever the score; 1 the grader or the course failed, and
run_autograder leaves results without a score. What went wrong is printed, for the instructor.
"""

from __future__ import annotations

import math
import os
import sys
import traceback
from pathlib import Path

from rich.console import Console

from grader.course.loading import Course, load
from grader.gradescope.results import Results, encode, refusal, results
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.language import _, use
from grader.report import terminal
from grader.sandbox import Limits, find_isolation, hide_memory
from grader.saving import replace
from grader.submission import Submission, SubmissionError, Wanted, read
from grader.worker.pool import Pool

_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def grade(folder: Path, course: Course, seed: int) -> Results:
    """Grade what was uploaded to `folder` with all the isolation that this machine offers.

    The complete report is printed: Gradescope shows what is printed to instructors only. Raises
    what a `Grader` raises where the grader or the course fails.
    """
    try:
        submission = _read(folder, wanted(course))
    except SubmissionError as error:
        return refusal(str(error))
    with Pool(find_isolation(), Limits(), _cores()) as pool:
        report = Grader(course, pool, seed=seed).grade(submission)
    terminal.render(report, Console(width=100), detail="all")
    return results(report)


def main(arguments: list[str]) -> int:
    """Grade SUBMISSION with COURSE and SEED in LANGUAGE, write OUT; return the exit status."""
    submission, course, seed, language, out = arguments
    use(language)
    hide_memory()
    try:
        made = encode(grade(Path(submission), load(Path(course)), int(seed)))
        replace(Path(out), made)
    except Exception:  # noqa: BLE001  (whatever it is, it is not the student's)
        traceback.print_exc()
        return 1
    return 0


def _read(folder: Path, exercises: list[Wanted]) -> Submission:
    """Read the upload; a single file in it (a notebook, an archive) is the submission itself."""
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        said = _("The upload cannot be read: {reason}.").format(reason=error.strerror)
        raise SubmissionError(said) from None
    if not names:
        raise SubmissionError(_("The upload is empty: hand in your files again."))
    return read(names[0] if len(names) == 1 and names[0].is_file() else folder, exercises)


def _cores() -> int:
    """How many workers can really run: a container's share of the CPU is often less than one."""
    cores = len(os.sched_getaffinity(0))
    try:
        quota, period = _QUOTA.read_text().split()
        return max(1, min(cores, math.floor(int(quota) / int(period))))
    except (OSError, ValueError):  # no quota: "max", or another kind of cgroup
        return cores


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
