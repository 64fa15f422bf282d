"""What an answer is: data that a probe made of what it got, each part of a declared type.

It comes from an untrusted process: texts are bounded, types exact, and nothing is executed when it
is read.  A claimed shape need not fit its bytes; `answers` says where it does not.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

MAX_TEXT = 4_000
"""Characters kept of any one text that a child reports (an exception's message, a repr)."""

Short = Annotated[str, Meta(max_length=MAX_TEXT)]


class Array(Struct, frozen=True, tag="array"):
    """An NDArray: C-ordered bytes, `str(ctx)` such as `cpu(0)`."""

    dtype: Short
    shape: tuple[int, ...]
    device: Short
    data: bytes


class Number(Struct, frozen=True, tag="number"):
    """A Python or NumPy scalar; `kind` is bool, int or float."""

    kind: Short
    value: int | float | bool


class Text(Struct, frozen=True, tag="text"):
    """A string, cut at `MAX_TEXT` characters."""

    value: Short


class Nothing(Struct, frozen=True, tag="none"):
    """None: very often a missing `return`."""


class Items(Struct, frozen=True, tag="items"):
    """A tuple or a list."""

    values: list[Value]


class Table(Struct, frozen=True, tag="table"):
    """A dict with string keys, in its order."""

    values: dict[Short, Value]


class Other(Struct, frozen=True, tag="other"):
    """Anything else, by the name of its type only: none of its methods are called."""

    type_name: Short


Value = Array | Number | Text | Nothing | Items | Table | Other
