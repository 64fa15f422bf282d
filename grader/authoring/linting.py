"""`grader course lint`: what must hold of every exercise, and the remedy where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from grader.authoring import survey, texts
from grader.authoring.filling import twins
from grader.authoring.finding import Finding, counted
from grader.authoring.rehearsal import rehearse
from grader.course.files import CATALOG, say_of
from grader.course.loading import Course, Entry
from grader.course.names import defined
from grader.grading import Grader
from grader.language import ENGLISH, LANGUAGES
from grader.worker.pool import Pool

_CATALOGS = {CATALOG.format(language) for language in LANGUAGES if language != ENGLISH}
_FILES = {"reference.py", "checks.py", "mistakes.py", "oracle.py", "formulas.toml", *_CATALOGS}


def lint(
    course: Course,
    pool: Pool,
    *,
    seeds: Sequence[int],
    partial: bool = False,
    tell: Callable[[str], object] = lambda _: None,
) -> Iterator[Finding]:
    """All findings.  `partial`: the course was narrowed, so other folders are no strays.  `tell`
    hears what is looked at.

    Raises CourseError where a file cannot be read at all.
    """
    for language in LANGUAGES:
        say_of(course.folder, language)
    if not partial:
        yield from _strays(course)
    for entry in course.entries:
        yield from texts.review(course, entry)
    with ThreadPoolExecutor(2) as threads:
        sound = []
        rehearsed = threads.map(lambda entry: rehearse(entry, pool), course.entries)
        for entry, found in zip(course.entries, rehearsed, strict=True):
            tell(f"{entry.id}: its checks")
            yield from found
            if not found:
                sound.append(entry)
        course = replace(course, entries=tuple(sound))
        grader = Grader(course, pool)
        for entry in course.entries:
            tell(f"{entry.id}: its stub and its mistakes")
            yield from twins(entry, pool)
            yield from _stub(course, entry, grader)
            yield from _mistakes(entry, grader)
        lost = threads.map(lambda seed: _references(course, pool, seed), seeds)
        for number, found in enumerate(lost, 1):
            tell(f"the references: {number} of {counted(len(seeds), 'seed')}")
            yield from found


def _strays(course: Course) -> Iterator[Finding]:
    known = {entry.id for entry in course.entries}
    for path in sorted(course.folder.iterdir()):
        if path.name in known:
            for inner in sorted(path.iterdir()):
                if inner.name not in _FILES and inner.name != "__pycache__":
                    yield Finding(inner, f"only {', '.join(sorted(_FILES))} belong here: remove it")
        elif path.name not in {"course.toml", "__pycache__", *_CATALOGS}:
            yield Finding(path, "not in course.toml: list it there or remove it")


def _stub(course: Course, entry: Entry, grader: Grader) -> Iterator[Finding]:
    result = survey.stub(grader, entry)
    if result.points or result.status != "not_started":
        earned = ", ".join(check.name for check in result.checks if check.status != "not_run")
        yield Finding(
            course.folder / entry.id / "checks.py",
            f"the empty stub is {result.status} with {result.points:g} points; every check must "
            f"call a stub ({earned})",
        )


def _mistakes(entry: Entry, grader: Grader) -> Iterator[Finding]:
    path = entry.folder / "mistakes.py"
    found = survey.mistakes(grader, entry)
    names = defined(entry.reference)
    slips: dict[str, list[str]] = {}
    """The mistakes that are their author's, by what is wrong with them."""
    for caught in found.caught:
        patched = caught.mistake.defines
        what = caught.slip
        if patched.isdisjoint(names):
            what = f"redefines nothing of the reference: it defines {', '.join(sorted(patched))}"
        elif not what and not caught.lost:
            what = "loses no points: add a check that sees it"
        elif not what and not caught.diagnosed:
            what = "is told another sentence than its own: let it answer otherwise, or remove it"
        if what:
            slips.setdefault(what, []).append(caught.mistake.name)
    for what, mistakes in slips.items():
        yield Finding(path, f"{', '.join(mistakes)}: {what}")
    lost = frozenset[str]().union(*(caught.lost for caught in found.caught))
    for check in entry.exercise.checks:
        if check.name not in lost:
            yield Finding(path, f"no mistake loses the check {check.name}: write one that does")
    slipped = {name for mistakes in slips.values() for name in mistakes}
    for one, other in found.twins:
        if slipped.isdisjoint({one, other}):
            yield Finding(path, f"{one} and {other} answer alike on all checks: remove one")


def _references(course: Course, pool: Pool, seed: int) -> list[Finding]:
    """What the references lose with one seed."""
    grader = Grader(course, pool, seed=seed)
    findings = []
    for entry in course.entries:
        findings += [
            Finding(
                course.folder / entry.id / "checks.py",
                f"{check.name}: the reference loses it with seed {seed}: {check.message}",
            )
            for check in survey.reference(grader, entry).checks
            if check.status != "passed"
        ]
    return findings
