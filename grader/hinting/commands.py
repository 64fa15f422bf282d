"""`grader hint` and `grader reset`.

What is heavy is imported where it is used: `grader grade` passes through this module too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from grader.command import (
    CourseOption,
    LanguageOption,
    course_to_name,
    failures_told,
    find_course,
)
from grader.language import use
from grader.program import program_name
from grader.sandbox import Limits, find_isolation, hide_memory
from grader.saying import say
from grader.worker.pool import Pool


def hint(
    exercise: Annotated[str, typer.Argument(help="The exercise's id, such as softmax.")],
    submission: Annotated[Path, typer.Option(help="A folder, or one file.")] = Path("exercises"),
    course: CourseOption = None,
    lang: LanguageOption = "",
) -> None:
    """Give a hint on what is wrong first in an exercise; the next one each time."""
    use(lang)
    with failures_told():
        hide_memory()
        chosen = find_course(course, [exercise])
        with Pool(find_isolation(), Limits(), 1) as pool:
            from grader.grading import PRACTICE_SEED, Grader, JobCache
            from grader.hinting import giving
            from grader.report.again import Again
            from grader.report.safe import clean

            grader = Grader(chosen, pool, seed=PRACTICE_SEED, cache=JobCache())
            (entry,) = chosen.entries
            named = course_to_name(course)
            again = Again(program_name(), str(submission), PRACTICE_SEED, named)
            said = giving.next_hint(grader, chosen, entry.id, submission, again)
        say(clean(str(said)))


def reset(
    exercise: Annotated[str, typer.Argument(help="The exercise's id, such as softmax.")],
    folder: Annotated[Path, typer.Argument(help="Where the exercises are.")] = Path("exercises"),
    course: CourseOption = None,
    lang: LanguageOption = "",
) -> None:
    """Put an exercise's stub back; what stood there is kept beside it."""
    use(lang)
    with failures_told():
        from grader.hinting.reset import reset as put_back

        chosen = find_course(course, [exercise])
        say(put_back(chosen, chosen.entries[0].id, folder))
