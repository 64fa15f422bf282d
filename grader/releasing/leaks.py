"""What a student's copy must not hold: lines of a solution, and what is said about mistakes.

Blanks do not count.  Lines are taken together with those below them until they are long enough to
be somebody's work: `net = nn.Sequential()` alone is how everybody begins.  What a stub shows is no
secret, and a hint may say a line of the solution: it is there to be given.
"""

from __future__ import annotations

import ast
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from grader.course.cataloguing import HINT
from grader.course.files import PACKED_CATALOG, unpacked
from grader.course.loading import ANSWERS, CHECKS, Course, Entry
from grader.course.stubs import BEGIN, END, stub
from grader.language import LANGUAGES, catalogs

_WORK = 24
"""Characters without blanks; `with autograd.record():` has 22, and teaches nobody anything."""
_BODY = 40
"""The same of a whole function of an oracle or a mistake, which may begin as solutions do."""

_TEXT = re.compile(rb"[\t\n\r -~]{6,}")
"""What of an answer key's bytes is no array's."""


def find(course: Course, folder: Path) -> Iterator[str]:
    """Yield a sentence for each thing in the student's copy in `folder` that gives a solution of
    `course` away.  Raises CourseError."""
    shown = "\n".join(_squeezed(stub(entry)) for entry in course.entries)
    secrets = {
        text: f"{entry.id}'s {what}"
        for entry in course.entries
        for what, text in _secrets(entry)
        if text not in shown
    }
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        text = _squeezed(readable(path))
        for secret, whose in secrets.items():
            if secret in text:
                yield f"{path.relative_to(folder)} holds a part of {whose}: {secret}"


def readable(path: Path) -> str:
    """What can be read in a file: a notebook's cells, the texts in an answer key, checks and
    translations but for hints."""
    data = path.read_bytes()
    if path.name == ANSWERS:
        return "\n".join(part.decode() for part in _TEXT.findall(zlib.decompress(data)))
    if path.name == CHECKS:
        return _without_hints(unpacked(path, bytes.decode))
    if path.suffix == PACKED_CATALOG[2:] and path.stem in LANGUAGES:
        return _sayings(unpacked(path, bytes))
    text = data.decode("utf-8", "replace")
    if path.suffix == ".ipynb":
        return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
    return text


def _secrets(entry: Entry) -> Iterator[tuple[str, str]]:
    for part in _solutions(entry.reference):
        for first in range(len(part)):
            text = ""
            for line in part[first:]:
                text += line
                if len(text) >= _WORK:
                    yield "solution", text
                    break
    for language in LANGUAGES:
        for mistake in entry.mistakes_in(language):
            yield "mistakes", _squeezed(mistake.sentence)
    for mistake in entry.mistakes:
        yield from (("mistakes", body) for body in _bodies(mistake.patch))
    oracle = entry.folder / "oracle.py"
    if oracle.exists():
        yield from (("oracle", body) for body in _bodies(oracle.read_text(encoding="utf-8")))


def _solutions(reference: str) -> Iterator[list[str]]:
    """The student's parts of a reference, each as its lines without blanks and comments."""
    part: list[str] | None = None
    for line in reference.splitlines():
        if line.strip() == BEGIN:
            part = []
        elif line.strip() == END:
            yield part or []
            part = None
        elif part is not None and (code := _squeezed(line.partition("  #")[0])):
            part.append(code)


def _bodies(text: str) -> Iterator[str]:
    """The functions' bodies, as Python writes them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = _squeezed("\n".join(map(ast.unparse, node.body)))
            if len(body) >= _BODY:
                yield body


def _without_hints(text: str) -> str:
    lines = text.encode().split(b"\n")
    hints = [
        part.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        for part in node.keywords
        if part.arg == "hint"
    ]
    for hint in hints:
        for number in range(hint.lineno - 1, hint.end_lineno or hint.lineno):
            begin = hint.col_offset if number == hint.lineno - 1 else 0
            end = hint.end_col_offset if number == (hint.end_lineno or 0) - 1 else None
            line = lines[number]
            blank = b" " * len(line[begin:end])
            lines[number] = line[:begin] + blank + (line[end:] if end is not None else b"")
    return b"\n".join(lines).decode()


def _sayings(catalog: bytes) -> str:
    """What a catalog says and translates, but for hints."""
    said = []
    for message in catalogs.parsed(catalog):
        if not any(note.startswith(HINT) for note in message.auto_comments):
            said += [str(message.id), str(message.string)]
    return "\n".join(said)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
