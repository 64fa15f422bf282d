"""A notebook's code cells.

Outputs may be a hundred times the code: they are dropped while the JSON is decoded.  nbformat
upgrades what an old Jupyter saved, and sees the small rest.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from grader.language import _

T = TypeVar("T")

MAX_BYTES = 256 * 2**20
"""With outputs; pictures of one term's work are seldom 20 MiB."""
MAX_CODE = 2**20
"""Bytes of all code cells together, in UTF-8: as much as a Python file may have."""
_MAX_WRITTEN = 8 * MAX_CODE
"""Bytes of the same as JSON: six for each character, where all are escaped, and lists' quotes."""
_MAX_CELLS = 2_000
_MAX_OBJECTS = 2 * 10**6
"""Of JSON, those in outputs among them.  Three bytes are one, and it takes 120 when decoded."""
_LONGEST = 200
"""Characters of what a notebook says of itself, in a sentence that each check repeats."""
_STRANGE = re.compile("[\0\ud800-\udfff]")
"""What no Python file may hold."""
_KERNELS = {"ir": "R", "julia": "Julia", "bash": "Bash", "javascript": "JavaScript"}
"""What a kernel's name says where the notebook does not name its language."""
_NONE = msgspec.Raw(b'""')


class NotRead(Exception):
    """There is no code to run; the message is a sentence with a field for the file's name."""


class _Language(msgspec.Struct):
    name: str = ""
    language: str = ""


class _Metadata(msgspec.Struct):
    kernelspec: _Language | None = None
    language_info: _Language | None = None


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: msgspec.Raw = _NONE
    """Not decoded before it is known to be no more than a notebook may have."""
    input: msgspec.Raw = _NONE
    """nbformat 3's word for `source`."""
    language: str = ""


class _Sheet(msgspec.Struct):
    cells: list[_Cell] = []


class _Notebook(msgspec.Struct):
    nbformat: int = 0
    metadata: _Metadata = msgspec.field(default_factory=_Metadata)
    cells: list[_Cell] = []
    worksheets: list[_Sheet] = []


_JSON = msgspec.json.Decoder(_Notebook)
_TEXT = msgspec.json.Decoder(str | list[str])


def cells(data: bytes) -> tuple[str, ...]:
    """The texts of the code cells that are not blank, in the document's order.

    Raises NotRead.
    """
    if data.count(b"{") > _MAX_OBJECTS:
        said = _(
            "{file} holds more than {number} million objects. "
            "Clear the outputs in Jupyter and save it again."
        )
        raise _not_read(said, number=_MAX_OBJECTS // 10**6)
    found = _decoded(_JSON, data.removeprefix(b"\xef\xbb\xbf"))
    if found.nbformat not in (3, 4):
        said = _(
            "{file} has the notebook format {number}; 3 and 4 are read. "
            "Open it in Jupyter and save it again."
        )
        raise _not_read(said, number=found.nbformat)
    kept = found.cells if found.nbformat == 4 else [c for s in found.worksheets for c in s.cells]
    kept = [cell for cell in kept if cell.cell_type == "code"]
    language = _language(found.metadata, kept)
    if not language.lower().startswith(("python", "ipython")):
        raise _not_read(
            _("{file} is a notebook for {language}, not for Python."), language=language
        )
    if len(kept) > _MAX_CELLS:
        raise _not_read(_("{file} has more than {number} code cells."), number=_MAX_CELLS)
    written = [cell.source if found.nbformat == 4 else cell.input for cell in kept]
    if sum(len(memoryview(text)) for text in written) > _MAX_WRITTEN:
        raise _too_much_code()
    sources = [_decoded(_TEXT, text) for text in written]
    texts = [uniform(text) for text in _read(found.nbformat, sources)]
    texts = [text for text in texts if text.strip()]
    if not texts:
        raise _not_read(_("{file} has no code cells: fill in the stub that the course gives."))
    for number, text in enumerate(texts, 1):
        if strange := _STRANGE.search(text):
            said = _("{file} has half a character in cell {number}. Remove it.")
            if strange.group() == "\0":
                said = _("{file} has a NUL character in cell {number}. Remove it.")
            raise _not_read(said, number=number)
    if sum(len(text.encode()) for text in texts) > MAX_CODE:
        raise _too_much_code()
    return tuple(texts)


def _too_much_code() -> NotRead:
    return _not_read(_("{file} has more than {number} MiB of code."), number=MAX_CODE // 2**20)


def _not_read(said: str, **fields: object) -> NotRead:
    """What is filled in may hold braces of its own; the file's name is filled in later."""
    shown = {
        name: str(value)[:_LONGEST].replace("{", "{{").replace("}", "}}")
        for name, value in fields.items()
    }
    return NotRead(said.format(file="{file}", **shown))


def _decoded(decoder: msgspec.json.Decoder[T], data: bytes | msgspec.Raw) -> T:
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        raise _not_read(_("{file} is not a notebook: {error}."), error=error) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        said = _("{file} is not a notebook, for it is not JSON: {error}. Save it again in Jupyter.")
        raise _not_read(said, error=error) from None


def _language(metadata: _Metadata, code: list[_Cell]) -> str:
    """As the notebook names it; Python where it does not."""
    for named in (metadata.language_info, metadata.kernelspec):
        if named and named.language:
            return named.language
    if metadata.language_info and metadata.language_info.name:
        return metadata.language_info.name
    kernel = metadata.kernelspec.name if metadata.kernelspec else ""
    if known := _KERNELS.get(kernel.partition("-")[0].lower()):
        return known
    return next((cell.language for cell in code if cell.language), "python")


def _read(version: int, sources: list[str | list[str]]) -> list[str]:
    """The cells' texts.  What format 4 says is read as it is; nbformat upgrades what is older,
    from a document that holds nothing else."""
    if version == 4:
        return [source if isinstance(source, str) else "".join(source) for source in sources]
    from nbformat import reader, v4  # takes a while; for those who have an old Jupyter

    shell = {"cell_type": "code", "metadata": {}, "outputs": [], "language": "python"}
    old = [shell | {"input": source} for source in sources]
    sheets = [{"metadata": {}, "cells": old}]
    made = {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": sheets}
    reads: Any = reader.reads  # these two have no type hints
    upgrade: Any = v4.upgrade
    return [cell.source for cell in upgrade(reads(msgspec.json.encode(made))).cells]


def uniform(text: str) -> str:
    """The text with the line ends that Python reads."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
