"""No text keeps the judge busy: what takes long to tell apart is no Python."""

from __future__ import annotations

import sys
import time
import tokenize

import pytest

from grader.submission.tokens import NoPython, tokens

LONG = 2**15

HOSTILE = {
    "a string that never ends": "x = '" + "\\'" * LONG,
    "two kinds of quotes": "x = '" + "\\'\\\"" * LONG,
    "bytes that never end": "b'" + "\\'b" * LONG,
    "more than any work has": "a\n" * LONG * 8,
}
BLANK = {
    "blanks before no Python": "x" + " " * LONG + "?",
    "form feeds before no Python": "x" + "\f" * LONG + "$",
    "the same on many lines": ("x" + " " * 2000 + "??\n") * 500,
}
"""They take long for as long as `tokenize` is written in Python, up to 3.11."""
SLOW = BLANK if sys.version_info < (3, 12) else {}
TOLD = {
    "brackets": "(" * LONG,
    "signs": "-" * LONG + "1",
    "all in one line": "+1" * LONG,
    "digits": "01" * LONG,
    "lines that go on": "\\\n" * LONG,
    "blocks in blocks": "".join(f"{' ' * depth}if x:\n" for depth in range(400)),
    "a string of many lines": "'''" + "a\n" * LONG,
    "formatted strings": "f'{" * LONG,
}


@pytest.mark.parametrize("text", (ALL := HOSTILE | BLANK | TOLD).values(), ids=ALL)
def test_it_takes_no_longer_than_another_text(text: str):
    """Minutes without a bound, though each of them is short."""
    began = time.process_time()
    count = 0
    try:
        for _ in tokens(text):
            count += 1
    except NoPython:
        assert count <= len(text)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("text", (LASTING := HOSTILE | SLOW).values(), ids=LASTING)
def test_what_takes_long_is_given_up(text: str):
    with pytest.raises(NoPython):
        list(tokens(text))


@pytest.mark.parametrize("text", ["x = (", "x = '''", "if x:\n    y\n  z\n"])
def test_what_is_no_python_ends_with_one_exception(text: str):
    """After the tokens that there are."""
    found = []
    with pytest.raises(NoPython):
        found += tokens(text)
    with pytest.raises(NoPython):
        next(token for token in tokens(text) if token.type == tokenize.ENDMARKER)


def test_a_notebooks_other_lines_are_no_hindrance():
    """Magics, shell lines, questions and prose are told apart to their end."""
    text = "!pip install 'it''s?' $HOME\n%%time\nnd.softmax?\nIt's \u4e2d\u6587, isn't it?\n" * 200
    assert sum(token.string == "softmax" for token in tokens(text)) == 200
