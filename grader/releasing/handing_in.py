"""A student's work in one archive, with a list of what is in it, as a class takes it.

Of a file and a notebook for the same exercise the one that counts is packed, by the rule that
grading follows; and of other Python files those that an exercise imports, so that the one beside a
notebook that counts may be there too, as the older one.  The list,
`manifest.json`, is for people and for comparing what arrived with what was sent: nothing is
graded by it.
"""

from __future__ import annotations

import ast
import hashlib
import io
import stat
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec import Struct

from grader.language import _
from grader.saving import replace
from grader.submission.files import read
from grader.submission.layout import shown, usable
from grader.submission.source import Submission, SubmissionError, Wanted
from grader.submission.work import code, started

MANIFEST = "manifest.json"
_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""What a zip can say of a time."""
_STEP = 2
"""Seconds, in which a zip counts."""


class Packed(Struct, frozen=True):
    """One file of the archive."""

    file: str
    sha256: str
    bytes: int
    exercise: str = ""
    """Empty for a file that exercises import; one that counts for several is listed for each."""
    started: bool = True
    """Whether anything but the stub is in it."""


class Manifest(Struct, frozen=True, kw_only=True):
    """What was packed, when, and by which grader."""

    format: int = 1
    student: str
    packed: str
    """In UTC, as ISO 8601 writes it."""
    grader: str
    files: list[Packed]
    left_out: list[str]
    """For each exercise without a file that can be read, why."""
    notes: list[str]
    """What else there is to say about the files."""


def pack(work: Path, wanted: Iterable[Wanted], student: str, into: Path) -> tuple[Path, Manifest]:
    """Pack the folder `work` as `into/<student>.zip`; return the archive's path and its list.

    An archive of that name is replaced.  Raises SubmissionError where `work` is no folder or holds
    nothing to hand in, or where no file could have that name; OSError where none can be written.
    """
    target = destination(student, into)
    if not work.is_dir():
        said = _("{path}: not a folder; name the one that holds your exercises")
        raise SubmissionError(said.format(path=work))
    asked = list(wanted)
    submission = read(work, asked)
    paths = {name: work.joinpath(*place) for name, place in submission.places.items()}
    # Read once: what is packed is what was hashed, whatever is saved meanwhile.
    contents = cache(lambda name: paths[name].read_bytes())
    files = _files(submission, asked, paths, contents)
    if not any(file.started for file in files if file.exercise):
        said = _(
            "{path}: nothing to hand in, for no exercise has been started; "
            "replace `raise NotImplementedError` by your work first"
        )
        raise SubmissionError(said.format(path=work))
    manifest = Manifest(
        student=student,
        packed=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        grader=version("gluon-grader"),
        files=files,
        left_out=[s.problem for s in submission.sources.values() if s.problem],
        notes=[*submission.notes, *_no_python(files, submission)],
    )
    _write(target, paths, contents, manifest)
    return target, manifest


def destination(student: str, into: Path) -> Path:
    """Where the student's work is packed.  Raises SubmissionError where no file could have that
    name."""
    target = into / f"{student}.zip"
    nameable = usable((student,)) and target.parent == into and student.isprintable()
    if not student or not nameable:
        said = _("{name} cannot name a file: give --name, such as ada")
        raise SubmissionError(said.format(name=repr(shown(student))))
    return target


def _no_python(files: Iterable[Packed], submission: Submission) -> Iterator[str]:
    """A sentence for each packed file that cannot be run; a notebook's cells are not looked at,
    for one that is no Python costs nothing."""
    handed_in = {source.filename: source.text for source in submission.sources.values()}
    texts = submission.siblings | handed_in
    for name in dict.fromkeys(file.file for file in files):
        try:
            ast.parse(texts[name], name)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            said = _("{file} is packed, but it is no Python: {error}. Mend it, and pack again.")
            yield said.format(file=name, error=error)


def _files(
    submission: Submission,
    wanted: Sequence[Wanted],
    paths: Mapping[str, Path],
    contents: Callable[[str], bytes],
) -> list[Packed]:
    """What is packed: exercises in the course's order, then what they import."""
    files: list[Packed] = []
    imported: set[str] = set()
    for asked in wanted:
        source = submission.sources[asked.id]
        if source.filename in paths and not source.problem:
            begun = started(code(source), asked)
            files.append(_packed(source.filename, contents, asked.id, started=begun))
            # A notebook spells the name of the file beside it, for it defines what the file does.
            imported |= submission.named_by(source).keys() - {f"{asked.id}.py"}
    rest = imported - {file.file for file in files}
    return [*files, *(_packed(name, contents) for name in sorted(rest))]


def _packed(
    name: str, contents: Callable[[str], bytes], exercise: str = "", *, started: bool = True
) -> Packed:
    data = contents(name)
    return Packed(name, hashlib.sha256(data).hexdigest(), len(data), exercise, started)


def _write(
    target: Path,
    paths: Mapping[str, Path],
    contents: Callable[[str], bytes],
    manifest: Manifest,
) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        text = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        _add(archive, MANIFEST, text + b"\n", time.time())
        packed = {file.file: file for file in manifest.files}
        for name, file in packed.items():
            modified = paths[name].stat().st_mtime
            notebook = f"{name.removesuffix('.py')}.ipynb"
            if not file.exercise and notebook in packed:
                modified = min(modified, paths[notebook].stat().st_mtime - _STEP)
            _add(archive, name, contents(name), modified)
    replace(target, written.getvalue())


def _add(archive: zipfile.ZipFile, name: str, data: bytes, modified: float) -> None:
    when = min(max(time.localtime(modified)[:6], _EARLIEST), _LATEST)
    info = zipfile.ZipInfo(name, when)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    archive.writestr(info, data)
