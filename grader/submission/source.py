"""One file's text, or the sentence that says why there is none; and all of them together.

Nothing here trusts a file: strange encodings, giants and bytes that are no text each become a
sentence.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from grader.failure import ToldError
from grader.language import _
from grader.submission import imports, notebook

MAX_BYTES = 2**20
"""One Python file; the longest of the course has 4 KiB."""
_CHUNK = 2**18
_PYTHON = re.compile(rb"^(?:def|class|import|from) ", re.MULTILINE)
"""What no notebook has at the start of a line: its code stands within JSON's quotes."""
_LONGEST = 200
"""Characters of what Python says of an encoding's name, which may be as long as the file."""
_FOR_HOSTS = ("idna", "punycode")
"""Encodings of hosts' names: no text has them, and to read a MiB in one takes minutes."""
KINDS = (".py", ".ipynb")
FILES = (*KINDS, *(f"{kind}.txt" for kind in KINDS))
"""How the files end that are read, in upper or lower case; Windows adds and hides a `.txt`."""


class Readable(Protocol):
    """What a file is read from."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""


class SubmissionError(ToldError):
    """The request names nothing that could be graded; the message says what to do."""


class Refused(Exception):
    """Nothing of an archive or a folder can be read; the message is a sentence for its reader."""


@dataclass(frozen=True)
class Wanted:
    """What a course asks for in one exercise."""

    id: str
    stubs: Sequence[str] = ()
    """The names that a student's file must define."""
    handed_out: str = ""
    """The text of the stub as students got it; empty where it is not known."""
    unasked: bool = False
    """Whether nobody asked about it: it only has its say in which file counts for what."""


@dataclass(frozen=True)
class Source:
    """One exercise's file: its text, or the sentence that says why there is none."""

    filename: str
    text: str = ""
    problem: str = ""
    missing: bool = False
    blank: bool = False
    """Whether the file has no content, and with that a problem."""
    cells: tuple[str, ...] = ()
    """A notebook's code cells, in place of `text`."""

    @property
    def code(self) -> str:
        """All of it as one text."""
        return "\n".join(self.cells) if self.cells else self.text


@dataclass(frozen=True)
class Submission:
    """Everything that was handed in."""

    path: Path
    sources: dict[str, Source]
    siblings: dict[str, str] = field(default_factory=dict)
    """The Python files that an exercise may import, by the paths at which an import finds them:
    all that can be read beside it, and of those in other folders what these name."""
    notes: list[str] = field(default_factory=list)
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """Where each file lies within a folder, by the parts of its path."""

    def named_by(self, source: Source) -> dict[str, str]:
        """The siblings that `source` names, and those that they name: what it may import."""
        return self._siblings_of(source, imports.every_word)

    def imported_by(self, source: Source) -> dict[str, str]:
        """Those of them that import statements name: what runs where `source` does."""
        return self._siblings_of(source, imports.words)

    def _siblings_of(
        self, source: Source, words_of: Callable[[str, str], Iterable[str]]
    ) -> dict[str, str]:
        others = [name for name in self.siblings if name != source.filename]
        own = {source.filename: source.code}
        found = imports.named(own, others, self.siblings.__getitem__, words_of)
        return {name: self.siblings[name] for name in found}

    @property
    def digest(self) -> str:
        """A hash of the files' names and contents: the same wherever and whenever they were handed
        in.  It is the work's own only where the whole course was asked for."""
        files: set[tuple[str, ...]] = {*self.siblings.items()}
        for source in self.sources.values():
            if not source.missing:
                files.add((source.filename, source.problem or source.text, *source.cells))
        return _hash(sorted(files))

    def work(self, exercise: str) -> str:
        """A hash of what is graded as this exercise: its file's name and content, and the files
        that it may import."""
        source = self.sources[exercise]
        content = [source.filename, source.problem or source.text, *source.cells]
        return _hash([content, sorted(self.named_by(source).items())])


def _hash(content: object) -> str:
    return hashlib.sha256(msgspec.msgpack.encode(content)).hexdigest()


@dataclass(frozen=True)
class Member:
    """A file of a submission that has not been read yet."""

    modified: float
    """Seconds since 1970."""
    load: Callable[[], Source]
    """Reads it, at most once.  Raises Refused where no other can be read either."""


def not_handed_in(name: str) -> Source:
    """The source of a file that is not there."""
    return Source(name, problem=_("{file} was not handed in.").format(file=name), missing=True)


def legible(name: str) -> str:
    """A file's name on one line, without what is no text."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def is_code(name: str) -> bool:
    """Whether a file of this name is read at all."""
    return name.lower().endswith(FILES)


def refused(path: Path, wanted: Sequence[Wanted], sentence: str) -> Submission:
    """What is graded where nothing could be read: every exercise has this sentence."""
    source = Source(legible(path.name), problem=sentence)
    return Submission(path, {asked.id: source for asked in wanted if not asked.unasked})


def parse(name: str, file: Readable, size: int) -> Source:
    """The source in `file`, which claims to have `size` bytes; no more than its kind may have
    are read."""
    is_notebook = name.lower().removesuffix(".txt").endswith(".ipynb")
    limit = notebook.MAX_BYTES if is_notebook else MAX_BYTES
    data = b"" if size > limit else read_at_most(file, limit + 1)
    if size > limit or len(data) > limit:
        said = _("{file} is larger than {number} MiB.")
        return Source(name, problem=said.format(file=name, number=limit // 2**20))
    if not data or data.isspace():
        said = _("{file} is empty: fill in the stub that the course gives.")
        return Source(name, problem=said.format(file=name), blank=True)
    if not _holds_notebook(data, is_notebook):
        return _decode(name, data)
    try:
        return Source(name, cells=notebook.cells(data))
    except notebook.NotRead as problem:
        return Source(name, problem=str(problem).format(file=name))


def _holds_notebook(data: bytes, named_so: bool) -> bool:
    """Whether it is a notebook, or claims to be one by its name.  A notebook may be saved as .py,
    and Python as .ipynb: then what is plainly in the file counts."""
    if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return named_so or b'"nbformat"' in data
    return named_so and not _PYTHON.search(data)


def read_at_most(file: Readable, size: int) -> bytes:
    """Up to `size` bytes, in small steps: what a file claims about itself reserves no memory."""
    parts = []
    while size > 0 and (data := file.read(min(size, _CHUNK))):
        parts.append(data)
        size -= len(data)
    return b"".join(parts)


def _decode(name: str, data: bytes) -> Source:
    """The text in its own encoding (PEP 263), or what is wrong with it."""
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        said = _("{file}, line {line}: byte {byte} is not {encoding} text. Save the file as UTF-8.")
        byte = f"{data[error.start]:#04x}"
        return Source(
            name, problem=said.format(file=name, line=line, byte=byte, encoding=error.encoding)
        )
    except (SyntaxError, LookupError, UnicodeError) as error:
        said = _("{file}: {error}. Save the file as UTF-8.")
        why = str(error)[:_LONGEST]
        return Source(name, problem=said.format(file=name, error=why))
    if surrogate := re.search("[\ud800-\udfff]", text):
        line = text[: surrogate.start()].count("\n") + 1
        said = _("{file}, line {line}: half a character. Save the file as UTF-8.")
        return Source(name, problem=said.format(file=name, line=line))
    if 3 * text.count("\0") > len(text):
        said = _("{file} is UTF-16 text. Save the file as UTF-8.")
        return Source(name, problem=said.format(file=name))
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        said = _("{file}, line {line}: there is a NUL character. Remove it.")
        return Source(name, problem=said.format(file=name, line=line))
    return Source(name, text=notebook.uniform(text))


def _encoding(data: bytes) -> str:
    """The one that the text claims to have.  Raises SyntaxError, LookupError or UnicodeError."""
    encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    if codecs.lookup(encoding).name in _FOR_HOSTS:
        raise LookupError(f"unknown encoding: {encoding}")
    return encoding
