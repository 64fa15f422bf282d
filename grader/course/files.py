"""The files of a course, read; what is wrong with one is a sentence that names it."""

from __future__ import annotations

import ast
import traceback
import types
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from grader.failure import InnocentError
from grader.language import ENGLISH, CatalogError, Say, sayings

T = TypeVar("T")

CATALOG, PACKED_CATALOG = "{}.po", "{}.bin"
"""What is translated into a language; packed in a student's copy, for hints are among it."""


class CourseError(InnocentError):
    """The course's own files are wrong; the message names the file and the remedy."""


class NotInCourse(CourseError):
    """The course is right, and has not what was asked of it."""

    status = 2


@contextmanager
def needed(path: Path) -> Iterator[None]:
    """While a file is read that no course can do without.  Raises CourseError."""
    try:
        yield
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}; the course needs this file") from None


def read_text(path: Path) -> str:
    """The text of a file.  Raises CourseError."""
    try:
        with needed(path):
            return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CourseError(f"{path}: {error}; save the file as UTF-8") from None


def packed(data: bytes) -> bytes:
    """The data as `unpacked` reads them; nobody comes upon them by looking around."""
    return zlib.compress(data, 9)


def unpacked(path: Path, decode: Callable[[bytes], T]) -> T:
    """What `decode` makes of a packed file, or it raises ValueError.  Raises CourseError."""
    try:
        with needed(path):
            return decode(zlib.decompress(path.read_bytes()))
    except (zlib.error, ValueError):
        raise CourseError(f"{path}: damaged; copy the course anew") from None


def parsed(path: Path, source: str) -> ast.Module:
    """The text of a file as Python reads it.  Raises CourseError."""
    try:
        tree = ast.parse(source, str(path))
        compile(tree, str(path), "exec", dont_inherit=True)  # finds more than parsing does
    except SyntaxError as error:
        raise CourseError(f"{path}, line {error.lineno}: {error.msg}") from None
    return tree


def executed(path: Path, source: str) -> dict[str, Any]:
    """What the text of a file defines.  Raises CourseError."""
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    try:
        exec(compile(source, str(path), "exec"), module.__dict__)
    except Exception as error:
        steps = traceback.extract_tb(error.__traceback__)
        lines = [step.lineno for step in steps if step.filename == str(path)]
        where = f" (line {lines[-1]})" if lines else ""  # a SyntaxError tells its own
        remedy = "; see docs/AUTHORING.md" if isinstance(error, TypeError) else ""
        raise CourseError(f"{path}: {type(error).__name__}: {error}{where}{remedy}") from error
    return module.__dict__


def say_of(folder: Path, language: str) -> Say:
    """What the catalog in a course's or an exercise's folder translates.  Raises CourseError."""
    if language == ENGLISH:
        return str
    binary, path = folder / PACKED_CATALOG.format(language), folder / CATALOG.format(language)
    try:
        translated = sayings(unpacked(binary, bytes) if binary.exists() else path.read_bytes())
    except FileNotFoundError:
        return str
    except OSError as error:
        raise CourseError(f"{path}: {error.strerror}") from None
    except CatalogError as error:
        raise CourseError(f"{path}: {error}") from None
    # What gettext has under the empty text is the catalog's head.
    return lambda text: translated.gettext(text) if text else text
