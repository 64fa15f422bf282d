"""What of a course is to be translated, and its catalogs brought up to date.

The course must have been read in English.  Of a docstring, each paragraph is a message of its own:
a change to one leaves the translations of the others as they are.  A displayed formula that
`formulas.toml` sets for the notebook is none: it is the same in every language.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from babel.messages.catalog import Catalog

from grader.course import listing
from grader.course.files import CATALOG, CourseError, say_of
from grader.course.loading import Course, Entry
from grader.course.statement import Formulas, is_used, read_formulas, spaced
from grader.course.stubs import stub
from grader.course.translating import Documented, documented, paragraphs
from grader.language import ENGLISH, LANGUAGES, CatalogError, catalogs
from grader.language.review import KEEP, Finding, review

HINT = "hint of "
"""How the note for translators begins that tells a check's hint."""


def of_course(course: Course) -> Catalog:
    """What `course.toml` says: the course's title and its units' names."""
    made = Catalog()
    made.add(course.title, auto_comments=["title of the course"])
    for unit in listing.read(course.folder / "course.toml").units:
        if unit.name:
            made.add(unit.name, auto_comments=["name of a unit"])
    return made


def of_exercise(entry: Entry, *, mistakes: bool = True) -> Catalog:
    """What an exercise says.  Raises CourseError."""
    assert entry.language == ENGLISH
    formulas = read_formulas(entry.folder / "formulas.toml")
    made = Catalog()
    for node in documented(stub(entry)):
        for paragraph in paragraphs(node):
            if not _is_formula(paragraph, formulas):
                kept = [KEEP + words for words in formulas if is_used(words, paragraph)]
                made.add(paragraph, auto_comments=[f"docstring of {_name(node)}", *kept])
    made.add(entry.exercise.title, auto_comments=["title of the exercise"])
    for check in entry.exercise.checks:
        made.add(check.title, auto_comments=[f"title of {check.name}"])
        for hint in check.hints:
            made.add(hint, auto_comments=[HINT + check.name])
    for mistake in entry.mistakes if mistakes else ():
        made.add(mistake.sentence, auto_comments=[f"mistake {mistake.name}"])
    return made


def update(course: Course, *, whole: bool = True) -> Iterator[tuple[Path, list[Finding]]]:
    """Bring every catalog up to date; yield its path and what is still to be done in it.

    What is new in one and translated in another of the course is translated alike: exercises have
    sentences in common.  `whole`: the course's own catalogs too.  Raises CourseError.
    """
    says = {name: [say_of(entry.folder, name) for entry in course.whole] for name in LANGUAGES}

    def elsewhere(language: str, text: str) -> str:
        return next((said for say in says[language] if (said := say(text)) != text), "")

    places = [(course.folder, of_course(course))] if whole else []
    places += [(entry.folder, of_exercise(entry)) for entry in course.entries]
    for folder, found in places:
        for path, text in brought_up_to_date(folder, found, elsewhere).items():
            if not path.exists() or path.read_bytes() != text:
                path.write_bytes(text)
            yield path, list(review(catalogs.parsed(text)))


def brought_up_to_date(
    folder: Path, found: Catalog, elsewhere: Callable[[str, str], str] = lambda *_: ""
) -> Mapping[Path, bytes]:
    """The catalogs of a folder as they should be, for the messages `found` there.

    `elsewhere` tells for a language and a text what another catalog makes of it; empty where none
    does.
    """
    made = {}
    for language in LANGUAGES:
        if language != ENGLISH:
            path = folder / CATALOG.format(language)
            before = path.read_bytes() if path.exists() else b""
            try:
                others = partial(elsewhere, language)
                made[path] = catalogs.updated(found, before, language, others)
            except CatalogError as error:
                raise CourseError(f"{path}: {error}") from None
    return made


def _is_formula(paragraph: str, formulas: Formulas) -> bool:
    return paragraph.startswith("    ") and spaced(paragraph) in formulas


def _name(node: Documented) -> str:
    return "the file" if isinstance(node, ast.Module) else node.name
