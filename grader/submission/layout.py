"""Names in a submission: which are looked at, and in which folders the work lies.

The same for folders and archives, however they were packed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from os.path import commonprefix

from grader.language import _, some
from grader.submission.source import FILES, is_code, legible

MAX_ENTRIES = 10_000
"""In a folder or an archive; a term's work has some thirty files."""
_JUNK = frozenset(["__MACOSX", "__pycache__", "venv", "site-packages"])
_EXERCISES = "exercises"
_NOT_ONES_OWN = frozenset(["solutions", "examples", "tests"])
"""What the course's project holds beside its exercises."""
_NUMBERING = "0123456789_- ."
_DRIVE = re.compile("[A-Za-z]:")
_LONGEST_PATH = 4_096
"""Characters; each check and each line of a traceback may repeat it."""
_LONGEST = 80
_MOST_TOLD = 4

ARCHIVES = (".zip", ".tar.gz", ".tgz")
OTHER_ARCHIVES = (
    *(".rar", ".7z", ".tar", ".tar.bz2", ".tar.xz"),
    *(".tbz2", ".txz", ".gz", ".bz2", ".xz"),
)
"""Not read; who hands one in is told so."""

Name = tuple[str, ...]
"""A path within a submission, by its parts."""


def split(path: str) -> Name | None:
    """The parts of an archive's path; None where it leads out of the archive."""
    straight = path.replace("\\", "/")
    parts = tuple(part for part in straight.split("/") if part not in ("", "."))
    if straight.startswith("/") or _DRIVE.match(straight) or ".." in parts:
        return None
    return parts


def usable(name: Name) -> bool:
    """Whether it is no file that a system leaves behind, such as `__MACOSX/`, `._x`, `.DS_Store`,
    in no environment, and has a path that systems allow."""
    junk = any(part in _JUNK or part.startswith(".") for part in name)
    return bool(name) and not junk and sum(map(len, name)) <= _LONGEST_PATH


def suffix_of(name: str) -> str:
    """The known ending of a file's name, in lower case: `.tar.gz` of `Ada.tar.GZ`; or nothing."""
    known = (*ARCHIVES, *FILES, *sorted(OTHER_ARCHIVES, key=len, reverse=True))
    return next((suffix for suffix in known if name.lower().endswith(suffix)), "")


def plain(name: str) -> str:
    """The name as an exercise's file has it: `x.ipynb` of `x.IPYNB` and of `x.ipynb.txt`."""
    suffix = suffix_of(name)
    if suffix not in FILES:
        return name
    return name[: -len(suffix)] + suffix.removesuffix(".txt")


def exercise_of(name: str) -> str:
    """The exercise that a file is named after, if there is one."""
    return plain(name).rpartition(".")[0] if is_code(name) else ""


def unnumbered(name: str) -> str:
    """A folder's or a file's name in lower case, without what puts it in order: `07_`."""
    return name.lower().lstrip(_NUMBERING)


@dataclass(frozen=True)
class Place:
    """Files that may be the work, by their names, and what is to be said about them."""

    files: dict[str, Name]
    notes: list[str] = field(default_factory=list)
    doubles: dict[str, list[Name]] = field(default_factory=dict)
    """Beside exercises in several folders: what may be imported, if it is the same in all."""
    passed_over: set[Name] = field(default_factory=set)
    """Folders in which other files are named after exercises."""
    top: Name = ()
    """The folder in which all code of the submission lies, or the one above it if it is named
    after an exercise."""

    def path(self, name: Name) -> str:
        """From `top`."""
        return "/".join(name[len(self.top) :])

    def farther(self, names: Iterable[Name]) -> dict[str, list[Name]]:
        """Python files in other folders, by the paths at which an import finds them: below one of
        the place's folders by the path from there, elsewhere by the path from `top`."""
        homes = sorted({name[:-1] for name in self.files.values()}, key=len, reverse=True)
        below: dict[str, list[Name]] = {}
        aside: dict[str, list[Name]] = {}
        for name in names:
            if not name[-1].endswith(".py") or name[:-1] in homes:
                continue
            home = next((home for home in homes if name[: len(home)] == home), None)
            found, start = (aside, self.top) if home is None else (below, home)
            found.setdefault("/".join(name[len(start) :]), []).append(name)
        # What lies beside an exercise's file comes first, as in Python.
        return {path: lie for path, lie in (aside | below).items() if path not in self.files}

    def elsewhere(self, names: Iterable[Name]) -> dict[str, Name]:
        """Other files with code, by their paths from `top`; not what the course's project has."""
        taken = {*self.files.values(), *(name for some in self.doubles.values() for name in some)}
        return {
            self.path(name): name
            for name in names
            if is_code(name[-1])
            and name not in taken
            and _NOT_ONES_OWN.isdisjoint(name[len(self.top) : -1])
        }


def places(names: Collection[Name], exercises: Collection[str]) -> Iterator[Place]:
    """Where the work may lie, likeliest first; there is at least one such place.

    A single folder around everything is looked through, unless it alone bears an exercise's name.
    In the first folder that has code all files count.  If none of them is named after an exercise,
    they may lie there by chance, and the work deeper: in the first folder that has code, or each
    exercise in the folder that has it.
    """
    code = [name for name in names if is_code(name[-1])]
    at, tops = _first(code, exercises)
    top = at
    strays = [name for name in code if name[:-1] == at]
    own = holds_one(strays, exercises)
    named = {} if own else _folders(code, exercises)
    if strays or not code:
        passed_over = {folder for folders in named.values() for folder in folders}
        yield Place(_in(at, names, exercises), passed_over=passed_over, top=top)
        code = [] if own else [name for name in code if name[:-1] != at]
        at, tops = _first(code, exercises)
    if not code:
        return
    place = Place(_in(at, names, exercises))
    if not holds_one(place.files.values(), exercises) and named:
        place = _spread(names, named)
    elif tops:
        place = Place({}, [_in_several(tops)] if len(tops) > 1 else [])
    if strays and place.files:
        said = _("No file at the top is named after an exercise: those in {listed} count.")
        listed = paths_listed({name[:-1] for name in place.files.values()})
        place = replace(place, notes=[said.format(listed=listed), *place.notes])
    yield replace(place, top=top)


def _first(code: Collection[Name], exercises: Collection[str]) -> tuple[Name, list[Name]]:
    """The first folder that has code and no exercise's name, or is there for files that have; or
    else the one around it, or around several, and the folders in there that have code."""
    at = tuple(commonprefix([name[:-1] for name in code]))  # noqa: RUF071  (of parts, not letters)
    here = [name for name in code if name[:-1] == at]
    if here and not holds_one(here, exercises):
        while at and unnumbered(at[-1]) in exercises:
            at = at[:-1]
    if any(len(name) == len(at) + 1 for name in code):
        return at, []
    return at, sorted({name[: len(at) + 1] for name in code})


def _in(folder: Name, names: Iterable[Name], exercises: Collection[str]) -> dict[str, Name]:
    return _by_name((name for name in names if name[:-1] == folder), exercises)


def holds_one(names: Iterable[Name], exercises: Collection[str]) -> bool:
    """Whether one of the files is named after an exercise."""
    return any(exercise_of(name[-1]) in exercises for name in names)


def _folders(names: Iterable[Name], exercises: Collection[str]) -> dict[str, set[Name]]:
    """Where files lie that are named after exercises, by exercise."""
    found: dict[str, set[Name]] = {}
    for name in names:
        if (exercise := exercise_of(name[-1])) in exercises:
            found.setdefault(exercise, set()).add(name[:-1])
    return found


def _spread(names: Collection[Name], folders: Mapping[str, set[Name]]) -> Place:
    """Each exercise's files from the one folder that has them, and what lies beside them.  Of those
    that several have, what is in them tells which counts."""
    taken: dict[str, Name] = {}
    passed_over: set[Name] = set()
    for exercise, lie in folders.items():
        best = {folder for folder in lie if not _NOT_ONES_OWN & set(folder)} or lie
        best = {folder for folder in best if folder[-1] == _EXERCISES} or best
        passed_over |= lie - best
        if len(best) == 1:
            [taken[exercise]] = best
    home = {exercise: taken.get(exercise) for exercise in folders}
    kept = [
        name
        for name in names
        if name[:-1] in taken.values() and home.get(exercise_of(name[-1]), name[:-1]) == name[:-1]
    ]
    beside: dict[str, list[Name]] = {}
    for name in kept:
        if is_code(name[-1]) and exercise_of(name[-1]) not in folders:
            beside.setdefault(name[-1], []).append(name)
    doubles = {name: several for name, several in beside.items() if len(several) > 1}
    files = _by_name((name for name in kept if name[-1] not in doubles), folders)
    return Place(files, doubles=doubles, passed_over=passed_over)


def _by_name(names: Iterable[Name], exercises: Collection[str]) -> dict[str, Name]:
    """The files by their names, the exercises' by their plain ones if no other has that."""
    files: dict[str, Name] = {}
    for name in sorted(names, key=lambda name: name[-1] != plain(name[-1])):
        named = plain(name[-1]) if exercise_of(name[-1]) in exercises else name[-1]
        files[name[-1] if named in files else named] = name
    return files


def _in_several(folders: Iterable[Name]) -> str:
    said = _("The Python files and notebooks lie in several folders ({listed}): put them in one.")
    return said.format(listed=paths_listed(folders))


def paths_listed(paths: Iterable[Name]) -> str:
    """Some of the paths, as a sentence can hold them."""
    return some(sorted(shown("/".join(path)) for path in paths), _MOST_TOLD)


def shown(text: str) -> str:
    """A name from a submission as a sentence can hold it."""
    return legible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


def too_many(what: str) -> str:
    """The sentence for more than `MAX_ENTRIES`."""
    said = _("{what} holds more than {number} entries. Hand in the exercises' files only.")
    return said.format(what=what, number=MAX_ENTRIES)
