"""Every student has a folder of their own."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.classroom.foldernames import folder_name
from tests.classroom.reporting.classes import NAMES

TEXTS = st.text(st.characters(exclude_categories=[]), max_size=60)


def seen_by_a_careless_file_system(name: str) -> str:
    """What macOS and Windows compare: no case, one form of each accent."""
    return unicodedata.normalize("NFKD", name).casefold()


@pytest.mark.parametrize("name", ["ada", "grace.hopper", "s1234567", "a-b_c", "x" * 40])
def test_plain_names_are_kept(name: str) -> None:
    """What needs no change is not changed."""
    assert folder_name(name) == name


@pytest.mark.parametrize("name", ["con", "nul.txt", "aux.tar.gz", "com1", "lpt9.py"])
def test_devices_are_no_folders(name: str) -> None:
    """Windows would open a device instead."""
    assert folder_name(name).split(".")[0] not in {"con", "nul", "aux", "com1", "lpt9"}


def test_awkward_names(tmp_path: Path) -> None:
    """Each can be made, none is another's, and none leaves the folder."""
    for name in [*NAMES, "ada.", "nul.txt", ".", "..", "", "/", "a/b", "a:b", ".hidden"]:
        made = tmp_path / folder_name(name)
        made.mkdir()
        assert made.resolve().parent == tmp_path.resolve()
    found = {seen_by_a_careless_file_system(path.name) for path in tmp_path.iterdir()}
    assert len(found) == len(NAMES) + 9


@given(TEXTS, TEXTS)
def test_two_students_never_share(one: str, other: str) -> None:
    """Nor do a student and somebody who is called like that student's folder."""
    pairs = [(one, other), (one, folder_name(other)), (one, one.upper()), (one, one.title())]
    for a, b in pairs:
        if a != b:
            names = [seen_by_a_careless_file_system(folder_name(name)) for name in (a, b)]
            assert names[0] != names[1]


@given(TEXTS)
def test_any_name_fits(name: str) -> None:
    """A folder's name is short, without separators, dots at its ends or device names."""
    made = folder_name(name)
    assert 0 < len(made.encode("utf-8")) <= 255
    assert not set(made) & set('/\\:*?"<>|\0\n')
    assert made.strip(". ") == made
    assert made.split(".")[0] not in {"con", "nul", "aux", "prn", "com1", "lpt1"}
