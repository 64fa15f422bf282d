"""Files that bear no exercise's name: what they count for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress
from pathlib import Path

from grader.language import _, listed
from grader.submission.calling import takes
from grader.submission.choice import of_two
from grader.submission.layout import exercise_of, paths_listed, plain, shown, unnumbered
from grader.submission.parts import parts
from grader.submission.single import asking_for
from grader.submission.source import Member, Source, Wanted, is_code
from grader.submission.work import Statement, code, definitions, filled, handed_out

_MOST_FILES, _MOST_LETTERS = 512, 2**21
"""That are looked into, together: to tell definitions in a MiB takes seconds.  A folder for each
exercise, with helpers and tests beside the work, has some hundred files."""
_MOST_NAMES = 8
_MOST_NOTES = 4
_AT_ONCE = 2.0
"""Seconds within which files count as modified at the same time: a zip tells times in such steps,
and a copy or a checkout of a folder gives the files in it the time at which it was made."""
_LONGEST_STEM = 100
"""Beyond it a name is like no exercise's, which an archive's with thousands of letters need not be
compared to find out."""
_Versions = dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]]
"""Exercises by the files that hold work on them: those modified last, and others."""


@dataclass(frozen=True)
class Stranger:
    """A file that bears no exercise's name, or lies elsewhere, and what it defines."""

    name: str
    member: Member
    source: Source
    code: tuple[Statement, ...]
    defined: Mapping[str, Statement]
    kind: int
    """The same for files with the same code."""

    @property
    def named_after(self) -> str:
        """The exercise whose name it bears, in whichever folder; or none's."""
        return _named_after(self.name)

    def holds(self, asked: Wanted) -> bool:
        """Whether it bears the exercise's name, elsewhere, or defines all of its stubs."""
        if self.named_after == asked.id:
            return True
        return bool(asked.stubs) and self.defined.keys() >= set(asked.stubs)

    def work_on(self, asked: Wanted) -> object:
        """The same for files that define the exercise's stubs alike, or else with the same code."""
        own = tuple(self.defined.get(stub) for stub in asked.stubs)
        return own if own and None not in own else self.kind

    def part(self, source: Source, defined: Mapping[str, Statement]) -> Stranger:
        """The same file with no more of it than this, which is where these are defined."""
        if source is self.source:
            return self
        member = replace(self.member, load=lambda: source)
        return replace(self, member=member, source=source, defined=defined)


def strangers(files: Mapping[str, Member]) -> list[Stranger]:
    """Those with code; nothing is defined by what cannot be read."""
    found: list[Stranger] = []
    kinds: dict[tuple[Statement, ...], int] = {}
    letters = 0
    for name in [name for name in sorted(files) if is_code(name)][:_MOST_FILES]:
        source = files[name].load()
        if letters + len(source.code) > _MOST_LETTERS:
            continue
        letters += len(source.code)
        held = code(source)
        kind = kinds.setdefault(held, len(kinds))
        found.append(Stranger(name, files[name], source, held, definitions(held), kind))
    return found


def is_open(asked: Wanted, source: Source) -> bool:
    """Whether nothing was handed in for the exercise, or the untouched stub."""
    if source.missing or source.problem:
        return source.missing
    return not filled(definitions(code(source)), asked)


def stand_ins(
    strangers: Sequence[Stranger], wanted: Sequence[Wanted], sources: Mapping[str, Source]
) -> tuple[dict[str, Source], list[str]]:
    """Sources for exercises of which `sources` has none, or the untouched stub; and what is to be
    said about the choice.

    A file stands in for an exercise if it defines all of its stubs and is the only one that does
    so, or the only one that nearly has its name: `Softmax.py`, or `homework.py` for many.  Of
    several that differ it is the one that was modified last.
    """
    held = [asked for asked in wanted if any(stranger.holds(asked) for stranger in strangers)]
    vacant = [asked for asked in held if is_open(asked, sources[asked.id])]
    fitting, notes = _fitting(strangers, vacant)
    best = {
        asked.id: _best(asked, fitting[asked.id], missing=sources[asked.id].missing)
        for asked in vacant
    }
    counts: dict[str, Source] = {}
    alone: dict[str, Source] = {}
    newest: _Versions = {}
    unclear: _Versions = {}
    for asked in vacant:
        versions = _for_no_larger(asked, best, vacant)
        last = _last(asked, versions)
        more: list[str] = []
        if len(last) == 1:
            counts[asked.id] = last[0].source
        elif _are_a_pair(last):
            counts[asked.id], more = of_two(asked, last[1].member, last[0].member)
        if asked.unasked:
            continue
        notes += more
        others = _others(asked, versions, last)
        if asked.id not in counts and last:
            names = tuple(sorted(stranger.name for stranger in [*last, *others]))
            unclear.setdefault((names, ()), []).append(asked.id)
        elif others:
            names = tuple(stranger.name for stranger in others)
            newest.setdefault(((counts[asked.id].filename,), names), []).append(asked.id)
        elif asked.id in counts and not is_open(asked, counts[asked.id]):
            alone[asked.id] = counts[asked.id]
    told = [*_standing_in(alone), *_newest(newest), *_unclear(unclear)]
    return counts, list(dict.fromkeys([*told, *notes]))


def halves(
    strangers: Sequence[Stranger], wanted: Sequence[Wanted], sources: Mapping[str, Source]
) -> tuple[dict[str, Source], list[str]]:
    """Sources for exercises of which there is none: the only file that defines some of the stubs,
    if no other exercise asks for these; and what is to be said about it."""
    counts: dict[str, Source] = {}
    notes: list[str] = []
    for asked in wanted:
        others = {stub for other in wanted if other is not asked for stub in other.stubs}
        some = [stranger for stranger in strangers if stranger.defined.keys() & set(asked.stubs)]
        if not sources[asked.id].missing or len(some) != 1 or some[0].holds(asked):
            continue
        names = [stub for stub in asked.stubs if stub in some[0].defined]
        work = filled(some[0].defined, replace(asked, stubs=names))
        if not others.isdisjoint(names) or not work:
            continue
        counts[asked.id] = some[0].source
        if asked.unasked:
            continue
        said = _("{file} counts for {exercise}, of which it defines {names}, but not {missing}.")
        rest = [stub for stub in asked.stubs if stub not in names]
        fields = {"names": listed(names), "missing": listed(rest)}
        notes.append(said.format(file=shown(some[0].name), exercise=asked.id, **fields))
    return counts, notes


def passed_over(
    strangers: Sequence[Stranger], wanted: Sequence[Wanted], sources: Mapping[str, Source]
) -> list[str]:
    """Notes on files that nearly have an exercise's name, and other work on it than the one that
    has it."""
    notes = []
    said = _("{file} is passed over: {counts} counts for {exercise}.")
    for asked in [asked for asked in wanted if not asked.unasked]:
        counts = sources[asked.id]
        near = [s for s in strangers if s.holds(asked) and close(s.name, [asked.id])]
        near = [s for s in near if filled(s.defined, asked)]
        if not near or is_open(asked, counts):
            continue
        held = code(counts)
        notes += [
            said.format(file=shown(s.name), counts=counts.filename, exercise=asked.id)
            for s in near
            if s.code != held
        ]
    return notes


def unreadable(strangers: Sequence[Stranger], sources: Mapping[str, Source]) -> list[str]:
    """What is wrong with files that count for nothing because of that: they may hold work."""
    counting = {source.filename for source in sources.values()}
    problems = [
        stranger.source.problem
        for stranger in strangers
        if stranger.source.filename not in counting and not stranger.source.blank
    ]
    return list(filter(None, problems))[:_MOST_NOTES]


def close(name: str, exercises: Sequence[str]) -> str:
    """The exercise that `Square.py.txt`, `sqaure (1).py`, `07_square.py`, `square_v3_final.py` or
    `square/solution.py` was perhaps meant for; or nothing."""
    *folders, last = map(unnumbered, name.split("/"))
    if folders and folders[-1] in exercises:
        return folders[-1]
    stem = last.partition(".")[0][:_LONGEST_STEM]
    begun = [e for e in exercises if stem.startswith(e) and not stem[len(e) :][:1].isalpha()]
    alike = difflib.get_close_matches(stem, exercises, n=1, cutoff=0.7)
    return next(iter([*alike, *sorted(begun, key=len, reverse=True)]), "")


def _fitting(
    strangers: Sequence[Stranger], vacant: Sequence[Wanted]
) -> tuple[dict[str, list[Stranger]], list[str]]:
    """The files that define what is asked, by exercise; and why others count for none.

    What a name seems to mean binds only where it tells files apart, and only for what another
    file defines, too: `01_softmax.py` may hold a section's other exercises as well.
    """
    fitting: dict[str, list[Stranger]] = {asked.id: [] for asked in vacant}
    notes: list[str] = []
    meanings = [close(stranger.name, list(fitting)) for stranger in strangers]
    for stranger, meant in zip(strangers, meanings, strict=True):
        if meant and stranger.named_after == meant:
            fitting[meant].append(stranger)
            continue
        found = parts(stranger.source, vacant)
        counts, more = asking_for(found, stranger.source, shown(stranger.name), vacant, meant)
        if meant and len(set(meanings)) > 1:
            counts, more = {meant: counts[meant]} if meant in counts else {}, []
        notes += more
        for exercise, source in counts.items():
            fitting[exercise].append(stranger.part(source, found.defined.get(exercise, {})))
    nobodys = {exercise for exercise, found in fitting.items() if not found}
    for stranger in strangers if nobodys else []:
        found = parts(stranger.source, vacant)
        for exercise in nobodys.intersection(found.sources):
            part = stranger.part(found.sources[exercise], found.defined[exercise])
            fitting[exercise].append(part)
    return fitting, notes


def _best(asked: Wanted, fitting: Sequence[Stranger], *, missing: bool) -> list[Stranger]:
    """Those with work in them that can be read, or else, where no file bears the name, all; of
    these those that take the stubs' arguments, or else all; of these those with nearly the name, or
    else all."""
    best = [s for s in fitting if filled(s.defined, asked) and not s.source.problem]
    best = best or (list(fitting) if missing else [])
    best = [stranger for stranger in best if _can_be_called(asked, stranger)] or best
    return [stranger for stranger in best if close(stranger.name, [asked.id])] or best


def _can_be_called(asked: Wanted, stranger: Stranger) -> bool:
    """Whether what it defines takes the arguments that the exercise's stubs take."""
    stubs = definitions(handed_out(asked))
    return all(takes(stranger.defined.get(s, ()), stubs.get(s, ())) for s in asked.stubs)


def _for_no_larger(
    asked: Wanted, best: Mapping[str, Sequence[Stranger]], vacant: Sequence[Wanted]
) -> list[Stranger]:
    """Of several files for an exercise those that are not the only ones for another, which asks
    for the same and more."""
    larger = [
        _last(other, best[other.id]) for other in vacant if set(other.stubs) > set(asked.stubs)
    ]
    taken = [only[0].name for only in larger if len(only) == 1]
    chosen = best[asked.id]
    return [stranger for stranger in chosen if stranger.name not in taken] or list(chosen)


def _last(asked: Wanted, versions: Sequence[Stranger]) -> list[Stranger]:
    """Of the versions those modified last; of twins one.  A notebook and a file of one name both
    stay."""
    several = _one_of_each(asked, versions)
    if not several or _are_a_pair(several):
        return several
    times = [stranger.member.modified for stranger in versions]
    # An archive may tell a time that is no number, and neither earlier nor later than any.
    late = [not time < max(times) - _AT_ONCE for time in times]
    return _one_of_each(asked, list(compress(versions, late)))


def _others(
    asked: Wanted, versions: Sequence[Stranger], last: Sequence[Stranger]
) -> list[Stranger]:
    """The versions that are none of the last."""
    works = [stranger.work_on(asked) for stranger in last]
    return [s for s in _one_of_each(asked, versions) if s.work_on(asked) not in works]


def _one_of_each(asked: Wanted, versions: Sequence[Stranger]) -> list[Stranger]:
    """Of twins the first."""
    return list({s.work_on(asked): s for s in reversed(versions)}.values())[::-1]


def _are_a_pair(best: Sequence[Stranger]) -> bool:
    """Whether they are a notebook and a file of one name."""
    names = [stranger.name for stranger in best]
    stem = names[0].rpartition(".")[0] if names else ""
    return names == [f"{stem}.ipynb", f"{stem}.py"]


def _standing_in(counts: Mapping[str, Source]) -> list[str]:
    by_file: dict[str, list[str]] = {}
    for exercise, source in counts.items():
        by_file.setdefault(source.filename, []).append(exercise)
    notes = []
    if len(by_file) > _MOST_NOTES:
        said = _(
            "{files} count for the exercises of which they define all that is asked: files named "
            "after these, such as {name}, in one folder would be safer."
        )
        if all([_named_after(name)] == exercises for name, exercises in by_file.items()):
            said = _("{files} count: all of them in one folder would be safer.")
        files = paths_listed(tuple(name.split("/")) for name in by_file)
        return [said.format(files=files, name=f"{next(iter(counts))}.py")]
    for name, exercises in by_file.items():
        said = _(
            "{file} counts for {exercises}, of which it defines all that is asked: {name} would be "
            "a safer name."
        )
        if "/" in name:
            said = _(
                "{file} counts for {exercises}, of which it defines all that is asked: {name} in "
                "one folder with the others would be safer."
            )
        if len(exercises) > 1:
            said = _("{file} counts for {exercises}, of which it defines all that is asked.")
        safer = f"{exercises[0]}{Path(plain(name)).suffix}"
        notes.append(said.format(file=shown(name), exercises=listed(exercises), name=safer))
    return notes


def _newest(versions: _Versions) -> list[str]:
    said = _(
        "What was modified last counts for {exercises}: {files}; passed over: {others}. To be "
        "safe, hand in one version only."
    )
    return _of_versions(said, versions)


def _unclear(versions: _Versions) -> list[str]:
    said = _(
        "{files} hold different versions of {exercises}, and their times do not tell which is the "
        "last, so none of them counts: hand in one version only."
    )
    return _of_versions(said, versions)


def _of_versions(said: str, versions: _Versions) -> list[str]:
    """The sentence for each; for many one with all."""
    if len(versions) > _MOST_NOTES:
        files, others = (tuple(chain(*names)) for names in zip(*versions, strict=True))
        versions = {(files, others): list(chain(*versions.values()))}
    return [
        said.format(files=_some(files), others=_some(others), exercises=listed(exercises))
        for (files, others), exercises in versions.items()
    ]


def _some(names: Iterable[str]) -> str:
    """Some of the files, as a sentence can hold them."""
    each = [shown(name) for name in dict.fromkeys(names)]
    more = ["..."] if len(each) > _MOST_NAMES else []
    return listed([*each[:_MOST_NAMES], *more]) if each else ""


def _named_after(path: str) -> str:
    return exercise_of(path.rpartition("/")[2])
