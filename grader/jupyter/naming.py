"""Which exercise `check(...)` means."""

from __future__ import annotations

from collections.abc import Mapping

from grader.course.loading import Course, Entry
from grader.language import _, joined
from grader.submission import SubmissionError


def find(course: Course, target: object, exercise: str, names: Mapping[str, object]) -> Entry:
    """The exercise with the id `exercise`, or the one that `target` names: an id, a stub's name,
    or what has such a name among the kernel's `names`.

    Raises SubmissionError or CourseError with a sentence that says what to write.
    """
    if exercise:
        return _named(course.entry(exercise), target)
    if isinstance(target, str) and any(entry.id == target for entry in course.entries):
        return course.entry(target)
    asked = _names_of(target, names)
    found = [e for e in course.entries if not asked.isdisjoint(e.exercise.stubs)]
    if not found and isinstance(target, str):
        return course.entry(target)  # which says that there is none
    if not found:
        raise SubmissionError(_unknown(target))
    if len(found) > 1:
        name = next(name for name in found[0].exercise.stubs if name in asked)
        ids = joined(entry.id for entry in found)
        said = _(
            "{name} is asked for by several exercises: {ids}. "
            'Say which you mean, as in check({name}, exercise="{id}").'
        )
        raise SubmissionError(said.format(name=name, ids=ids, id=found[0].id))
    return found[0]


def _named(entry: Entry, target: object) -> Entry:
    """The exercise, of which a target that is text must be a part."""
    if isinstance(target, str) and target not in (entry.id, *entry.exercise.stubs):
        said = _(
            "{exercise} does not ask for {name}: check one exercise at a time, as in "
            "%check {exercise}"
        )
        raise SubmissionError(said.format(exercise=entry.id, name=target))
    return entry


def _names_of(target: object, names: Mapping[str, object]) -> set[str]:
    if isinstance(target, str):
        return {target}
    if not callable(target):
        return set()
    own = getattr(target, "__name__", None)
    bound = {name for name, value in names.items() if value is target}
    return bound | ({own} if isinstance(own, str) else set())


def _unknown(target: object) -> str:
    if target is None:
        return _('name what to check, as in check(softmax) or check("softmax").')
    if not callable(target):
        said = _(
            "check() takes a function, a class or an exercise's id, such as check(softmax) or "
            'check("softmax"), and no {kind}.'
        )
        return said.format(kind=type(target).__name__)
    name = getattr(target, "__name__", type(target).__name__)
    said = _(
        "no exercise asks for {name}: give a function or class that one asks for, such as "
        'check(softmax) or check("softmax").'
    )
    return said.format(name=name)
