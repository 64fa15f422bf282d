"""Reads a folder or one `<id>.py`.

Nothing here trusts a file: links out of the folder, devices, pipes, giants and strange
encodings each become a sentence.
"""

from __future__ import annotations

import difflib
import io
import os
import re
import stat
import tokenize
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

MAX_BYTES = 2**20
"""One source file; the longest of the course has 4 KiB."""
MAX_SIBLINGS = 64
MAX_SIBLING_BYTES = 16 * 2**20
"""All of them together: they travel to the worker with each exercise."""

_LIKELY = (".py", ".txt", "")
"""A file that ends so may have been meant for an exercise's: Windows hides `.txt`."""


class SubmissionError(Exception):
    """The request names nothing that could be graded; the message says what to do."""


@dataclass(frozen=True)
class Source:
    """One exercise's file: its text, or the sentence that says why there is none."""

    filename: str
    text: str = ""
    problem: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Submission:
    """Everything that was handed in."""

    path: Path
    sources: dict[str, Source]
    siblings: dict[str, str] = field(default_factory=dict)
    """All readable Python files by name: an exercise may import a helper."""
    notes: list[str] = field(default_factory=list)


def read(path: Path, exercises: Sequence[str]) -> Submission:
    """Read `path` for the exercises with these ids.

    Raises SubmissionError if it does not exist or is a file of another name.
    """
    if path.is_dir():
        return _read_folder(path, exercises)
    if not os.path.lexists(path):
        raise SubmissionError(f"{path}: no such file or folder; give a folder or one <id>.py")
    if path.suffix != ".py" or path.stem not in exercises:
        raise SubmissionError(
            f"{path}: not an exercise's file; it must be named after one: "
            + ", ".join(f"{name}.py" for name in exercises)
        )
    return Submission(path, {path.stem: _read_file(path, path.parent)})


def _read_folder(folder: Path, exercises: Sequence[str]) -> Submission:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        raise SubmissionError(f"{folder}: {error.strerror}; make it readable") from None
    sources = {name: _read_file(folder / f"{name}.py", folder) for name in exercises}
    siblings = {f"{name}.py": source.text for name, source in sources.items() if source.text}
    notes = []
    left_out = 0
    size = sum(map(len, siblings.values()))
    for name in names:
        stem, extension = Path(name).stem, Path(name).suffix
        if name in siblings or (extension == ".py" and stem in exercises):
            continue
        if extension == ".py":
            helper = _read_file(folder / name, folder)
            size += len(helper.text)
            if len(siblings) >= MAX_SIBLINGS or size > MAX_SIBLING_BYTES:
                left_out += 1
            elif helper.text and name.isprintable():  # no other could be imported
                siblings[name] = helper.text
        missing = [e for e in exercises if sources[e].missing]
        if extension.lower() not in _LIKELY or not missing:
            continue
        if close := difflib.get_close_matches(_base(name), missing, n=1, cutoff=0.7):
            notes.append(f"{name} is not an exercise's file: was it meant to be {close[0]}.py?")
    if left_out:
        notes.append(f"{left_out} more Python files cannot be imported: there are too many.")
    return Submission(folder, sources, siblings, notes)


def _base(name: str) -> str:
    """`square` of `Square.py.txt`."""
    return name.partition(".")[0].lower()


def _read_file(path: Path, folder: Path) -> Source:
    """The text of `path` in its own encoding (PEP 263), or what is wrong with it."""
    name = path.name
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        if path.is_symlink():
            return Source(name, problem=f"{name} is a link to a file that does not exist.")
        return Source(name, problem=f"{name} was not handed in.", missing=True)
    except OSError as error:
        return Source(name, problem=f"{name} cannot be read: {error.strerror}.")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return Source(name, problem=f"{name} is not a regular file.")
    with os.fdopen(descriptor, "rb") as file:
        if path.is_symlink() and not _is_within(path, folder):
            return Source(name, problem=f"{name} is a link out of the submission.")
        try:
            data = file.read(MAX_BYTES + 1)
        except OSError as error:
            return Source(name, problem=f"{name} cannot be read: {error.strerror}.")
    if len(data) > MAX_BYTES:
        return Source(name, problem=f"{name} is larger than {MAX_BYTES // 2**20} MiB.")
    if not data.strip():
        return Source(name, problem=f"{name} is empty: fill in the stub that the course gives.")
    return _decode(name, data)


def _decode(name: str, data: bytes) -> Source:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        sentence = (
            f"{name}, line {line}: byte {data[error.start]:#04x} is not {error.encoding} text. "
            "Save the file as UTF-8."
        )
        return Source(name, problem=sentence)
    except (SyntaxError, LookupError, UnicodeError) as error:
        return Source(name, problem=f"{name}: {error}. Save the file as UTF-8.")
    if surrogate := re.search("[\ud800-\udfff]", text):
        line = text[: surrogate.start()].count("\n") + 1
        return Source(
            name, problem=f"{name}, line {line}: half a character. Save the file as UTF-8."
        )
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        return Source(name, problem=f"{name}, line {line}: there is a NUL character. Remove it.")
    return Source(name, text=text.replace("\r\n", "\n").replace("\r", "\n"))


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
