"""Hostile archives and notebooks, made when they are wanted: some are too large to be kept.

Each function writes one into a folder and returns its path; its docstring says what it tries.
"""

from __future__ import annotations

import gzip
import io
import json
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

GIB = 1 << 30
WRONG = b"def softmax(X):\n    return X\n"


def zip_bomb(folder: Path) -> Path:
    """An eighth of a gigabyte of zeros under the right name, and more beside it."""
    path = folder / "ada.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("softmax.py", "w", force_zip64=True) as file:
            for _ in range(8):
                file.write(bytes(GIB // 64))
        for number in range(20):
            archive.writestr(f"helper{number}.py", bytes(1 << 20))
    return path


def tar_bomb(folder: Path) -> Path:
    """Four gigabytes before the file that is wanted, packed into a few MiB."""
    path = folder / "ada.tar.gz"
    head = tarfile.TarInfo("notes.txt")
    head.size = 4 * GIB
    zeros = gzip.compress(bytes(1 << 24), 6)
    path.write_bytes(gzip.compress(head.tobuf()) + zeros * (head.size >> 24))
    return path


def way_out(folder: Path) -> Path:
    """Names that lead out of the folder, from the root, and by way of links."""
    path = folder / "ada.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name in ("../softmax.py", "/tmp/softmax.py", "a/../../softmax.py", "~/softmax.py"):
            info = tarfile.TarInfo(name)
            info.size = len(WRONG)
            archive.addfile(info, io.BytesIO(WRONG))
        for kind, name in ((tarfile.SYMTYPE, "softmax.py"), (tarfile.LNKTYPE, "dropout.py")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return path


def devices(folder: Path) -> Path:
    """A device, a pipe and a folder under the names of exercises."""
    path = folder / "ada.tar.gz"
    kinds = (tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE)
    with tarfile.open(path, "w:gz") as archive:
        for kind, name in zip(kinds, ("softmax.py", "dropout.py", "sgd.py"), strict=True):
            info = tarfile.TarInfo(name)
            info.type, info.devmajor, info.devminor = kind, 1, 5
            archive.addfile(info)
    return path


def huge_names(folder: Path) -> Path:
    """A file whose name has sixty thousand characters, another that is nothing but dots."""
    path = folder / "ada.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("softmax.py" * 6_000, WRONG)
        archive.writestr("a/" * 30_000 + "softmax.py", WRONG)
        archive.writestr("." * 60_000, WRONG)
    return path


def million_entries(folder: Path) -> Path:
    """A million empty files, in an archive of 80 MB."""
    path, name = folder / "ada.zip", b"x.py"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
    central = struct.pack(
        "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 0, 0, 33, 0, 0, 0, len(name), *(0,) * 6
    )
    directory = (central + name) * 1_000_000
    many = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 65535, 65535, len(directory), len(local), 0)
    path.write_bytes(local + directory + many)
    return path


def helpers_beyond_a_message(folder: Path) -> Path:
    """Helpers of so many wide characters that no job could carry them to a worker."""
    path = folder / "ada.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("softmax.py", WRONG)
        for number in range(60):
            archive.writestr(f"helper{number}.py", "# " + "\U0001f40d" * 250_000)
    return path


def no_json(folder: Path) -> Path:
    """A notebook that is no JSON after its first megabyte."""
    path = folder / "softmax.ipynb"
    path.write_text('{"cells": [' + '{"cell_type": "raw"}, ' * 50_000 + "}")
    return path


def deep_json(folder: Path) -> Path:
    """A notebook of a hundred thousand lists inside each other."""
    path = folder / "softmax.ipynb"
    path.write_text('{"cells": ' + "[" * 100_000 + "]" * 100_000 + ', "nbformat": 4}')
    return path


def two_megabytes(folder: Path) -> Path:
    """A comment of two megabytes before the function."""
    path = folder / "softmax.py"
    path.write_bytes(b"# " + b"x" * (2 << 20) + b"\n" + WRONG)
    return path


def half_a_gigabyte(folder: Path) -> Path:
    """A notebook of 500 MB, which takes no room on the disk."""
    path = folder / "softmax.ipynb"
    with path.open("wb") as file:
        file.truncate(500 * 10**6)
    return path


def _notebook(folder: Path, cells: list[object], **more: object) -> Path:
    path = folder / "softmax.ipynb"
    document = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}
    path.write_text(json.dumps(document))
    return path


def no_code(folder: Path) -> Path:
    """A notebook of text only, with the solution in it."""
    cell = {"cell_type": "markdown", "metadata": {}, "source": WRONG.decode(), "id": "a"}
    return _notebook(folder, [cell])


def another_kernel(folder: Path) -> Path:
    """A notebook in R, in the name of Python."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1, "id": "a"}
    kernel = {"kernelspec": {"name": "ir", "language": "R", "display_name": "Python 3"}}
    source = "softmax <- function(X) exp(X) / rowSums(exp(X))"
    return _notebook(folder, [{**cell, "source": source}], metadata=kernel)


def another_nbformat(folder: Path) -> Path:
    """A notebook of a version that will never be, whose cells are not what cells are."""
    return _notebook(folder, [1, None, {"source": {"softmax": 1}}, []], nbformat=10**30)


def endless_string(folder: Path) -> Path:
    """A MiB of quotes none of which ends the string, so that each begins one that has no end."""
    path = folder / "softmax.py"
    path.write_text("# NotImplementedError\nx = '" + "\\'" * 500_000)
    return path


def nothing_that_begins(folder: Path) -> Path:
    """A MiB of blanks on one line before what begins nothing in Python."""
    path = folder / "softmax.py"
    path.write_text("# NotImplementedError\nx" + " " * 1_000_000 + "?")
    return path


def encoded_as_a_hosts_name(folder: Path) -> Path:
    """An encoding of hosts' names, which takes minutes to read a MiB of one."""
    path = folder / "softmax.py"
    path.write_bytes(b"# coding: idna\n.xn--a-" + b"b" * 1_000_000)
    return path


def thousands_of_folders(folder: Path) -> Path:
    """Two thousand helpers, each in the same two thousand folders inside each other."""
    path = folder / "ada.tar.gz"
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name in ("softmax", *(f"helper{number}" for number in range(2_000))):
            info = tarfile.TarInfo("a/" * 2_000 + f"{name}.py")
            info.size = len(WRONG)
            archive.addfile(info, io.BytesIO(WRONG))
    return path


GENERATED: dict[str, Callable[[Path], Path]] = {
    make.__name__: make
    for make in (
        *(zip_bomb, tar_bomb, way_out, devices, huge_names, million_entries),
        *(helpers_beyond_a_message, no_json, deep_json, half_a_gigabyte),
        *(no_code, another_kernel, another_nbformat, two_megabytes),
        *(endless_string, nothing_that_begins, encoded_as_a_hosts_name, thousands_of_folders),
    )
}
