"""Text of a stranger, made fit for a terminal."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.safe import clean, clean_line, cut, quote


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [red]text[/red]\n", "plain [red]text[/red]\n"),
        ("a\tb\r\nc\rd", "a    b\nc\\rd"),
        ("\x1b[31m\x9b", "\\x1b[31m\\x9b"),
        ("\u202eabc\u2066", "\\u202eabc\\u2066"),
        ("\u2028\u200b\ufeff\xa0", "\\u2028\\u200b\\ufeff\\xa0"),
        ("\ud800", "\\ud800"),
        ("中文 é", "中文 é"),
        ("e\u0301", "e\u0301"),
        ("z" + "\u0301" * 4, "z\u0301\u0301\\u0301\\u0301"),
        ("\u0301a", "\\u0301a"),
        ("\U0001f1e9\U0001f1ea", "\\U0001f1e9\\U0001f1ea"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    """What may not be shown as itself is shown as its escape."""
    assert clean(text) == shown


def test_clean_line() -> None:
    """A line stays one line."""
    assert clean_line("a\nb") == "a\\nb"


@given(st.text(), st.sampled_from(["utf-8", "ascii", "latin-1", "gbk"]))
def test_cleaned_text_can_be_written(text: str, encoding: str) -> None:
    """Cleaned text is printable and within the encoding."""
    shown = clean(text, encoding=encoding)
    shown.encode(encoding)
    assert shown.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\n", "a\nb"),
        ("a\nb\nc", "a\nb\n(1 more line)"),
        ("a\nb\nc\nd", "a\nb\n(2 more lines)"),
        ("abcdefgh", "abcdef ... (2 more characters)"),
    ],
)
def test_cut(text: str, shown: str) -> None:
    """What was left out is counted."""
    assert cut(text, (6, 2)) == shown


@pytest.mark.parametrize(
    "argument",
    ["plain", "two words", "it's", "\x1b[2J\n", "a\u202eb", "back\\slash\t'", "\udcff.py", "中文"],
)
def test_quote(argument: str) -> None:
    """A shell reads the quoted argument as it was, and it is printable."""
    quoted = quote(argument)
    script = f"printf %s {quoted}"
    read = subprocess.run(["bash", "-c", script], capture_output=True, check=True).stdout
    assert quoted.isprintable()
    assert read == argument.encode("utf-8", "surrogateescape")
