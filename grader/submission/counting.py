"""Which of the files that were handed in counts for which exercise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from grader.language import _
from grader.submission import idle
from grader.submission.choice import choose, safer
from grader.submission.layout import Name, Place, exercise_of, paths_listed, places
from grader.submission.siblings import MAX_SIBLINGS, siblings
from grader.submission.source import KINDS, Member, Source, Submission, Wanted, is_code, legible
from grader.submission.unnamed import (
    Stranger,
    halves,
    is_open,
    passed_over,
    stand_ins,
    strangers,
    unreadable,
)
from grader.submission.work import filled


@dataclass(frozen=True)
class _Found:
    """What counts of the files in one place."""

    place: Place
    files: dict[str, Member]
    at: dict[str, Name]
    """Where each of them lies."""
    others: list[Stranger]
    """Those that bear no exercise's name."""
    sources: dict[str, Source]
    notes: list[str]
    apart: set[Name]
    """Folders whose helpers differ from others of the same names: there, files bear their paths."""


def counted(
    path: Path,
    wanted: Sequence[Wanted],
    members: Mapping[Name, Member],
    exercises: Collection[str],
) -> Submission:
    """The files that count, from the likeliest place in which any does; and for what is not there,
    or not begun, from elsewhere.  The course has these `exercises`, of which some are wanted.

    Unasked exercises take part in the choice but get no source and no note.
    """
    tried = []
    for place in places(members, exercises):
        tried.append(_in_place(place, wanted, members, exercises))
        if not all(source.missing for source in tried[-1].sources.values()):
            return _completed(path, wanted, members, exercises, tried[-1])
    return _completed(path, wanted, members, exercises, tried[0])


def _in_place(
    place: Place,
    wanted: Sequence[Wanted],
    members: Mapping[Name, Member],
    exercises: Collection[str],
) -> _Found:
    at, apart = _without_doubles(place, members)
    notes: list[str] = []
    files = {name: _renamed(members[at[name]], name) for name in at}
    sources: dict[str, Source] = {}
    for asked in wanted:
        sources[asked.id], said = choose(asked, files)
        if (source := sources[asked.id]).filename in at:
            said += safer(source, at[source.filename][-1])
        notes += [] if asked.unasked else said
    own = {f"{exercise}{suffix}" for exercise in exercises for suffix in KINDS}
    others = strangers({name: files[name] for name in files if name not in own})
    counts, said = stand_ins(others, wanted, sources)
    over = passed_over(others, wanted, sources)
    return _Found(place, files, at, others, sources | counts, [*notes, *said, *over], apart)


def _completed(
    path: Path,
    wanted: Sequence[Wanted],
    members: Mapping[Name, Member],
    exercises: Collection[str],
    found: _Found,
) -> Submission:
    """With files elsewhere, what may be imported, and what is to be said about the rest."""
    sources = dict(found.sources)
    elsewhere = _elsewhere(found.place.elsewhere(members), wanted, exercises, sources)
    far = strangers({path: _renamed(members[name], path) for path, name in elsewhere.items()})
    everywhere = [*found.others, *far]
    counts, notes = stand_ins(far, wanted, sources)
    sources |= counts
    partly, said = halves(everywhere, wanted, sources)
    sources |= partly
    files = {source.filename for source in counts.values()}
    counting = {elsewhere[stranger.name] for stranger in far if stranger.source.filename in files}
    about_place = [] if counting and not found.place.files else found.place.notes
    over = _passed_over(found.place, members, wanted, exercises, counting)
    unread = unreadable(everywhere, sources)
    notes = [*about_place, *over, *found.notes, *notes, *said, *unread]

    farther = found.place.farther(members)
    texts, said = siblings(
        found.files,
        {path: [members[name] for name in names] for path, names in farther.items()},
        sources,
    )
    at = {path: names[0] for path, names in farther.items()} | elsewhere | found.at
    for exercise, source in sources.items():
        name = found.at.get(source.filename)
        if name and name[:-1] in found.apart:
            beside = found.place.path(name)
            sources[exercise], at[beside] = replace(source, filename=legible(beside)), name
    lie = {legible(path): name for path, name in at.items()}
    result = Submission(path, sources, texts, places=lie)
    no_code = [name for name in found.files if not is_code(name)]
    notes += idle.notes(result, no_code, everywhere, wanted)
    told = {asked.id: sources[asked.id] for asked in wanted if not asked.unasked}
    return replace(result, sources=told, notes=list(dict.fromkeys([*notes, *said])))


def _elsewhere(
    names: Mapping[str, Name],
    wanted: Sequence[Wanted],
    exercises: Collection[str],
    sources: Mapping[str, Source],
) -> dict[str, Name]:
    """Of the files in other folders those that may count for what is still open; not what is named
    after another exercise."""
    if not names:
        return {}
    still = {asked.id for asked in wanted if is_open(asked, sources[asked.id])}
    others = set(exercises) - still
    return {p: n for p, n in names.items() if still and exercise_of(n[-1]) not in others}


def _passed_over(
    place: Place,
    members: Mapping[Name, Member],
    wanted: Iterable[Wanted],
    exercises: Collection[str],
    counting: Collection[Name],
) -> list[str]:
    """What is to be said about other files with an exercise's name, but for untouched stubs and for
    those beside one that counts for it: of folders in which none counts, and of the files in one
    in which others do."""
    used = {*place.files.values(), *counting}
    done = {(name[:-1], exercise_of(name[-1])) for name in used}
    over = {
        place.path(name): name
        for name in members
        if name[:-1] in place.passed_over
        and exercise_of(name[-1]) in exercises
        and (name[:-1], exercise_of(name[-1])) not in done
    }
    found = strangers({path: members[name] for path, name in over.items()})
    untouched = {
        stranger.name
        for stranger in found
        for asked in wanted
        if stranger.named_after == asked.id and not filled(stranger.defined, asked)
    }
    work = [over[stranger.name] for stranger in found if stranger.name not in untouched]
    homes = {name[:-1] for name in used}
    notes = []
    if folders := {name[:-1] for name in work} - homes:
        said = _(
            "Exercises' files in {listed} are passed over: put what is to count in one folder."
        )
        notes.append(said.format(listed=paths_listed(folders)))
    if files := [name for name in work if name[:-1] in homes]:
        said = _("Passed over: {listed}. Put what is to count in one folder.")
        notes.append(said.format(listed=paths_listed(files)))
    return notes


def _without_doubles(
    place: Place, members: Mapping[Name, Member]
) -> tuple[dict[str, Name], set[Name]]:
    """The files of the place; of helpers in several folders one, if all are the same, and else each
    by its path, with the folders in which these lie."""
    files, apart = dict(place.files), set[Name]()
    for name, several in list(place.doubles.items())[:MAX_SIBLINGS]:
        first, *others = (members[at].load() for at in several)
        if all(other == first for other in others):
            files[name] = several[0]
        else:
            files |= {place.path(at): at for at in several}
            apart |= {at[:-1] for at in several}
    return files, apart


def _renamed(member: Member, name: str) -> Member:
    return replace(member, load=cache(lambda: replace(member.load(), filename=legible(name))))
