"""Which exercise `check(...)` means."""

from __future__ import annotations

from collections.abc import Mapping

from grader.course.loading import Course, CourseError, Entry
from grader.submission import SubmissionError

_HOW = 'such as check(softmax) or check("softmax")'


def find(course: Course, target: object, exercise: str, names: Mapping[str, object]) -> Entry:
    """The exercise with the id `exercise`, or the one that `target` names: an id, a stub's name,
    or what has such a name among the kernel's `names`.

    Raises SubmissionError with a sentence that says what to write.
    """
    try:
        if exercise:
            return course.entry(exercise)
        if isinstance(target, str) and any(entry.id == target for entry in course.entries):
            return course.entry(target)
    except CourseError as error:
        raise SubmissionError(f"{error}.") from None
    asked = _names_of(target, names)
    found = [e for e in course.entries if not asked.isdisjoint(e.exercise.stubs)]
    if not found:
        raise SubmissionError(_unknown(course, target))
    if len(found) > 1:
        name = next(name for name in found[0].exercise.stubs if name in asked)
        ids = ", ".join(entry.id for entry in found)
        raise SubmissionError(
            f"{name} is asked for by several exercises: {ids}. "
            f'Say which you mean, as in check({name}, exercise="{found[0].id}").'
        )
    return found[0]


def _names_of(target: object, names: Mapping[str, object]) -> set[str]:
    if isinstance(target, str):
        return {target}
    if not callable(target):
        return set()
    own = getattr(target, "__name__", None)
    bound = {name for name, value in names.items() if value is target}
    return bound | ({own} if isinstance(own, str) else set())


def _unknown(course: Course, target: object) -> str:
    if isinstance(target, str):
        known = ", ".join(entry.id for entry in course.entries)
        return f"there is no exercise {target!r}; there are: {known}."
    if not callable(target):
        kind = type(target).__name__
        return f"check() takes a function, a class or an exercise's id, {_HOW}, and no {kind}."
    name = getattr(target, "__name__", type(target).__name__)
    return f"no exercise asks for {name}: give a function or class that one asks for, {_HOW}."
