"""A file is written as a whole, or the error names it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from grader import saving


@pytest.mark.parametrize("name", ["missing/report.json", "folder"])
def test_an_error_names_the_file_that_was_asked_for(name: str, tmp_path: Path) -> None:
    """And none that was made beside it."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"\] [A-Z][a-z ]+: ") as caught:
        saving.replace(tmp_path / name, b"new")
    assert str(caught.value).endswith(f": '{tmp_path / name}'")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_so_it_does_where_nothing_can_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system that is read only says so even of a file that was never made."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OSError, match="Read-only") as caught:
        saving.replace(tmp_path / "report.json", b"new")
    assert caught.value.filename == str(tmp_path / "report.json")
