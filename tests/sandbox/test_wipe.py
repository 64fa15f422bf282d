"""Whatever a submission leaves in /tmp is gone, soon, and nothing outside is touched."""

# Names that are no text, which a Path cannot hold.
# ruff: noqa: PTH102, PTH123, PTH208

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.sandbox import drop_capabilities, wipe

if TYPE_CHECKING:
    from tests.sandbox.conftest import InChild

NOBODY = 65534


def test_ordinary_and_odd_things(folder: Path) -> None:
    """Files, folders, pipes, sockets and names that are no text go; the folder itself stays."""
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "net-0000.params").write_bytes(b"x")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "socket"))
    os.mkdir(os.fsencode(folder) + b"/\xff\n -rf")
    open(os.fsencode(folder) + b"/\xff\n -rf/*", "w").close()
    assert wipe(folder)
    assert os.listdir(folder) == []


def test_it_tells_no_time(folder: Path) -> None:
    """When something was last left there is no message to the next submission."""
    (folder / "file").touch()
    assert wipe(folder)
    assert folder.stat().st_mtime == folder.stat().st_atime == 0


def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    """A link to a place outside is removed, the place is not, nor are its permissions changed."""
    outside = tmp_path / "home"
    outside.mkdir(mode=0o750)
    (outside / "thesis").write_text("years of work")
    (folder / "link").symlink_to(outside)
    (folder / "inner").mkdir()
    (folder / "inner" / "link").symlink_to(outside / "thesis")
    assert wipe(folder)
    assert (outside / "thesis").read_text() == "years of work"
    assert outside.stat().st_mode & 0o777 == 0o750


def test_ten_thousand_nested_folders(folder: Path) -> None:
    """A tree deeper than any path or recursion goes within seconds, files at every level too."""
    here = os.open(folder, os.O_RDONLY)
    for depth in range(10_000):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
        if depth % 100 == 0:
            os.close(os.open("file", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    assert wipe(folder, seconds=30)  # 0.2 s on an idle machine
    assert os.listdir(folder) == []


def test_without_permissions(folder: Path, in_child: InChild) -> None:
    """Folders that their owner may not enter go, also where the owner is no root."""

    def attempt() -> list[Any]:
        drop_capabilities_and_user()
        inner = folder / "a" / "b"
        inner.mkdir(parents=True)
        (inner / "file").touch(mode=0o000)
        for path in (inner, inner.parent, folder):
            path.chmod(0o000)
        return [wipe(folder), os.listdir(folder)]

    def drop_capabilities_and_user() -> None:
        if os.getuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        drop_capabilities()

    assert in_child(attempt).value == [True, []]


def test_what_cannot_go_is_said(folder: Path, in_child: InChild) -> None:
    """Somebody else's folder stays, and the answer is False."""

    def attempt() -> list[Any]:
        if os.getuid() != 0:
            return [False, ["theirs"]]
        (folder / "theirs").mkdir()
        (folder / "theirs" / "file").touch()
        os.chown(folder, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        return [wipe(folder), os.listdir(folder)]

    assert in_child(attempt).value == [False, ["theirs"]]


def test_bounded_in_time(folder: Path) -> None:
    """When time is up it says so instead of going on."""
    for number in range(500):
        (folder / str(number)).touch()
    assert not wipe(folder, seconds=0)
    assert wipe(folder)
