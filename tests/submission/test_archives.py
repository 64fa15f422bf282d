"""An archive is a folder that is never unpacked: bounded, and without ways out."""

from __future__ import annotations

import gzip
import io
import os
import resource
import struct
import tarfile
import time
import zipfile
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.submission import Source, SubmissionError, Wanted, read
from grader.submission import archive as archive_files
from grader.submission import zipped as zip_files
from grader.submission.layout import Name, places, split, usable

GOOD = "def square(X):\n    return X * X\n"
IDS = ["square", "two"]
MIB = 2**20

Files = dict[str, str | bytes]


def zipped(path: Path, files: Files) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: Files) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            add(archive, name, data.encode() if isinstance(data, str) else data)
    return path


def add(archive: tarfile.TarFile, name: str, data: bytes = b"", **more: object) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in more.items():
        setattr(info, key, value)
    archive.addfile(info, io.BytesIO(data))


FORMS: dict[str, Callable[[Path, Files], Path]] = {
    "ada.zip": zipped,
    "ada.tar.gz": tarred,
    "ada.tgz": tarred,
    "Ada.TAR.GZ": tarred,
}


@pytest.fixture(params=FORMS)
def pack(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Files], Path]:
    """Packs files into an archive of each form."""
    return lambda files: FORMS[request.param](tmp_path / request.param, files)


Pack = Callable[[Files], Path]


def problems(path: Path) -> set[str]:
    """What every exercise's source says."""
    return {source.problem for source in read(path, IDS).sources.values()}


def folder(path: Path, files: Files) -> Path:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_an_archive_is_read_as_the_folder_that_was_packed(pack: Pack, tmp_path: Path):
    """Sources, helpers, notes and the digest are the same."""
    files: Files = {"square.py": GOOD, "helper.py": "x = 1\r\n", "to.txt": "", "data/a.csv": "1"}
    packed = read(pack(files), IDS)
    plain = read(folder(tmp_path / "plain", files), IDS)
    assert packed.sources["square"] == Source("square.py", GOOD)
    assert packed.sources["two"].missing
    assert packed.siblings == {"square.py": GOOD, "helper.py": "x = 1\n"}
    assert (packed.sources, packed.siblings, packed.notes, packed.digest) == (
        plain.sources,
        plain.siblings,
        plain.notes,
        plain.digest,
    )


@pytest.mark.parametrize("name", [f"{'z' * 5_000}.py", f"{'a/' * 5_000}Square.py"])
def test_an_endless_path_is_passed_over(name: str, pack: Pack):
    """No disk holds one, and a report would say it at each check."""
    found = read(pack({"two.py": GOOD, name: GOOD}), IDS)
    assert found.sources["square"].missing
    assert "zzz" not in str(found)


@pytest.mark.parametrize(
    "around", ["", "./", "ada/", "ada/exercises/", "Übung 1/", "a/b/c/d/e/f/g/"]
)
def test_a_single_folder_around_everything_is_looked_through(
    around: str, pack: Pack, tmp_path: Path
):
    """Whatever systems leave beside it; and in a folder as in an archive."""
    files: Files = {
        f"{around}square.py": GOOD,
        f"{around}helper.py": "x = 1\n",
        f"__MACOSX/{around}._square.py": b"\0\5\26\7",
        "__MACOSX/two.py": b"\0\5\26\7",
        "__pycache__/two.py": b"",
        f"{around}._square.py": b"\0\5\26\7",
        f"{around}.DS_Store": b"\0",
        f"{around}__pycache__/square.cpython-311.pyc": b"\0",
        f"{around}.ipynb_checkpoints/square.py": "raise SystemExit\n",
        f"{around}README.md": "Mine.",
    }
    for path in (pack(files), folder(tmp_path / "plain", files)):
        found = read(path, IDS)
        assert found.sources["square"] == Source("square.py", GOOD)
        assert found.siblings == {"square.py": GOOD, "helper.py": "x = 1\n"}
        assert found.notes == []


def test_several_folders_with_the_same_file_are_told(pack: Pack):
    """Which of them would count cannot be known where their times are the same, unless they are."""
    files = {"one/square.py": GOOD, "two/square.py": f"{GOOD}x = 1\n", "two/two.py": GOOD}
    found = read(pack(files), IDS)
    assert (found.sources["square"].missing, found.sources["two"].text) == (True, GOOD)
    (note,) = found.notes
    assert note == (
        "one/square.py and two/square.py hold different versions of square, and their times do not "
        "tell which is the last, so none of them counts: hand in one version only."
    )
    found = read(pack({**files, "two/square.py": GOOD}), IDS)
    assert (found.sources["square"].text, found.sources["two"].text) == (GOOD, GOOD)


@pytest.mark.parametrize("beside", [{"square.py": GOOD}, {"rest.zip": b"PK"}])
def test_an_archive_beside_others_is_told(beside: Files, pack: Pack):
    """It is not opened: which of them holds the work is not known."""
    found = read(pack({"work.zip": b"PK", **beside}), IDS)
    assert found.notes[-1].startswith("work.zip is an archive within the submission: it was not")


@pytest.mark.parametrize("form", FORMS)
def test_the_only_archive_in_an_archive_is_read(form: str, pack: Pack, tmp_path: Path):
    """As platforms pack what is packed already; in each form in each other, twice."""
    inner = FORMS[form](tmp_path / f"inner {form}", {"hw/square.py": GOOD, "../out.py": ""})
    for _ in range(2):
        outer = pack({f"files/{inner.name}": inner.read_bytes(), "README.txt": "Mine."})
        found = read(outer, IDS)
        assert found.sources["square"] == Source("square.py", GOOD)
        assert found.notes == ["Left out, for the path leads out of the archive: ../out.py."]
        inner = outer


def test_archives_without_end(pack: Pack):
    """One may even hold itself: the third in a row is not opened."""
    path = pack({"square.py": GOOD})
    for _ in range(3):
        path = pack({path.name: path.read_bytes()})
    assert quickly(path, 1.0) == {f"{name}.py was not handed in." for name in IDS}
    name = path.name
    assert read(path, IDS).notes == [
        (
            f"{name} is an archive within the submission: it was not opened. Hand in its files "
            "themselves, or everything in one .zip or .tar.gz."
        )
    ]


@pytest.mark.parametrize(
    "name", ["../square.py", "/square.py", "a/../../square.py", "..\\square.py", "C:\\square.py"]
)
def test_a_path_that_leads_out_is_left_out(name: str, pack: Pack):
    """It counts for no exercise; the honest files do."""
    found = read(pack({name: "raise SystemExit\n", "two.py": GOOD}), IDS)
    assert (found.sources["square"].missing, found.sources["two"].text) == (True, GOOD)
    assert found.notes[0].startswith("Left out, for the path leads out of the archive: ")


def test_many_paths_that_lead_out_make_one_note(pack: Pack):
    found = read(pack({f"../{i}": "" for i in range(500)}), IDS)
    (note,) = found.notes
    assert note.endswith("../0, ../1, ../2 and 497 more.")


def test_what_is_wrong_with_one_file_is_that_files_problem(pack: Pack):
    """As in a folder."""
    found = read(pack({"square.py": b"x = 1\n\n'\xff'", "two.py": GOOD}), IDS)
    assert "byte 0xff is not utf-8 text" in found.sources["square"].problem
    assert found.sources["two"] == Source("two.py", GOOD)


def test_a_name_stands_on_one_line_in_a_sentence(pack: Pack):
    found = read(pack({"home\nwork.py": b"\xff"}), [Wanted("square", ["square"])])
    assert [note.partition(":")[0] for note in found.notes] == ["home?work.py"]


def test_a_file_that_is_too_large_is_not_read(pack: Pack):
    """Its size, and what it really unpacks to."""
    found = read(pack({"square.py": b"#" * (MIB + 1), "two.py": GOOD}), IDS)
    assert found.sources["square"].problem == "square.py is larger than 1 MiB."
    assert found.sources["two"].text == GOOD


@pytest.mark.parametrize("kind", ["symlink", "hard link", "device", "pipe", "folder"])
def test_links_and_devices_in_a_tar(kind: str, tmp_path: Path):
    """No link is followed and no device read."""
    types = {
        "symlink": tarfile.SYMTYPE,
        "hard link": tarfile.LNKTYPE,
        "device": tarfile.CHRTYPE,
        "pipe": tarfile.FIFOTYPE,
        "folder": tarfile.DIRTYPE,
    }
    path = tmp_path / "ada.tgz"
    with tarfile.open(path, "w:gz") as archive:
        add(archive, "two.py", GOOD.encode())
        add(archive, "square.py", type=types[kind], linkname="/etc/passwd", devmajor=1, devminor=5)
    found = read(path, IDS)
    says = {
        "symlink": "square.py is a link. Pack the file itself.",
        "hard link": "square.py is a link. Pack the file itself.",
        "folder": "square.py was not handed in.",
    }
    problem = says.get(kind, "square.py is not a regular file.")
    assert (found.sources["square"].problem, found.sources["two"].text) == (problem, GOOD)


@pytest.mark.parametrize(
    ("mode", "problem"),
    [
        (0o120777, "square.py is a link. Pack the file itself."),
        (0o020666, "square.py is not a regular file."),
        (0o100000, ""),
    ],
)
def test_links_and_devices_in_a_zip(mode: int, problem: str, tmp_path: Path):
    info = zipfile.ZipInfo("square.py")
    info.external_attr = mode << 16
    with zipfile.ZipFile(tmp_path / "ada.zip", "w") as archive:
        archive.writestr(info, GOOD)
    assert read(tmp_path / "ada.zip", ["square"]).sources["square"].problem == problem


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_two_files_of_one_name_are_told(tmp_path: Path):
    """Which one another tool would unpack is not known."""
    with zipfile.ZipFile(tmp_path / "ada.zip", "w") as archive:
        for name in ("square.py", "./square.py", "two.py"):
            archive.writestr(name, "# Mine.\n" * name.startswith(".") + GOOD)
    with tarfile.open(tmp_path / "ada.tgz", "w:gz") as tar:
        for name in ("square.py", "two.py", "square.py"):
            add(tar, name, GOOD.encode())
    for name in ("ada.zip", "ada.tgz"):
        found = read(tmp_path / name, IDS)
        assert found.sources["square"].problem == f"square.py is in {name} more than once."
        assert found.sources["two"].text == GOOD


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_file_that_a_zip_holds_twice_is_read(tmp_path: Path):
    """It is the same, whichever one another tool would unpack."""
    with zipfile.ZipFile(tmp_path / "ada.zip", "w") as archive:
        archive.writestr("square.py", GOOD)
        archive.writestr("square.py", GOOD)
    assert read(tmp_path / "ada.zip", IDS).sources["square"] == Source("square.py", GOOD)


def test_an_encrypted_file_is_told(tmp_path: Path):
    path = zipped(tmp_path / "ada.zip", {"square.py": GOOD})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert problems(path) == {
        "square.py is encrypted. Pack it without a password.",
        "two.py was not handed in.",
    }


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_unusual_compression_is_told(method: int, tmp_path: Path):
    """LZMA decides by itself how much memory it takes."""
    with zipfile.ZipFile(tmp_path / "ada.zip", "w", method) as archive:
        archive.writestr("square.py", GOOD)
    problem = f"square.py is packed with method {method}. Pack it as a usual zip."
    assert problem in problems(tmp_path / "ada.zip")


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_of_an_encoding_that_is_not_told(encoding: str, tmp_path: Path):
    """A Chinese Windows packs names in its own encoding, and says nothing."""
    with zipfile.ZipFile(tmp_path / "ada.zip", "w") as archive:
        name = "作业/优化.py".encode(encoding).decode("cp437")
        archive.writestr("x" * len(name), GOOD)
    data = (tmp_path / "ada.zip").read_bytes()
    data = data.replace(b"x" * len(name), "作业/优化.py".encode(encoding))
    (tmp_path / "ada.zip").write_bytes(data)
    found = read(tmp_path / "ada.zip", IDS)
    assert found.siblings == {"优化.py": GOOD}


def test_names_that_are_not_in_their_encoding(tmp_path: Path):
    """A zip says that its names are UTF-8; a tar does not, and may hold any bytes."""
    path = zipped(tmp_path / "ada.zip", {"\xe4.txt": "", "square.py": GOOD})
    path.write_bytes(path.read_bytes().replace("\xe4".encode(), b"\xff\xfe"))
    assert all(problem.startswith("ada.zip is not a zip archive, or") for problem in problems(path))
    names: Files = {os.fsdecode(b"\xff.py"): GOOD, "square.py": GOOD}
    found = read(tarred(tmp_path / "ada.tgz", names), IDS)
    assert found.siblings == {"square.py": GOOD}
    assert found.digest


def test_a_wrong_checksum_in_a_zip_is_that_files_problem(tmp_path: Path):
    path = tmp_path / "ada.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("square.py", GOOD)
        archive.writestr("two.py", GOOD)
    path.write_bytes(path.read_bytes().replace(b"X * X", b"X + X", 1))
    found = read(path, IDS)
    problem = "square.py is damaged in ada.zip (Bad CRC-32 for file 'square.py'). Pack it again."
    assert (found.sources["square"].problem, found.sources["two"].text) == (problem, GOOD)


def test_a_wrong_checksum_in_a_tar_refuses_it(tmp_path: Path):
    """It is packed as a whole."""
    path = tarred(tmp_path / "ada.tgz", {"square.py": GOOD})
    data = bytearray(path.read_bytes())
    data[-8] ^= 1
    path.write_bytes(data)
    (problem,) = problems(path)
    assert problem.startswith("ada.tgz is not a tar.gz archive, or is damaged (CRC check failed")


def test_a_truncated_archive_is_refused(pack: Pack):
    """At every place, with a sentence, in every exercise."""
    path = pack({"square.py": GOOD, "two.py": os.urandom(3000).hex()})
    data = path.read_bytes()
    for end in (1, 10, 100, len(data) // 2, len(data) - 5):
        path.write_bytes(data[:end])
        (problem,) = problems(path)
        assert problem.startswith(f"{path.name} is not a ")
        assert problem.endswith("Pack it and hand it in again.")


@pytest.mark.parametrize("data", [b"", b"Rar!\x1a\7\0", b"PK\5\6" + b"\0" * 18, b"\x1f\x8b\x08\0"])
@pytest.mark.parametrize("name", ["ada.zip", "ada.tar.gz"])
def test_other_bytes_under_an_archives_name(data: bytes, name: str, tmp_path: Path):
    """An archive with nothing in it is one; the rest is refused."""
    (tmp_path / name).write_bytes(data)
    found = read(tmp_path / name, IDS)
    empty = name == "ada.zip" and data.startswith(b"PK")
    assert [s.missing for s in found.sources.values()] == [empty, empty]


@pytest.mark.parametrize("kind", ["pipe", "dangling link", "device"])
def test_an_archive_that_is_no_file(kind: str, tmp_path: Path):
    """Nothing waits for a pipe or reads a device."""
    path = tmp_path / "ada.zip"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "device" else "nowhere")
    if kind == "dangling link":
        with pytest.raises(SubmissionError, match="No such file or directory; make it readable"):
            read(path, IDS)
    else:
        assert problems(path) == {"ada.zip is not a regular file."}


@pytest.mark.parametrize("suffix", [".rar", ".7z", ".tar", ".tar.xz", ".tar.bz2"])
def test_other_archives_are_refused_by_name(suffix: str, tmp_path: Path):
    path = tmp_path / f"ada{suffix}"
    path.write_bytes(b"Rar!")
    with pytest.raises(SubmissionError) as caught:
        read(path, IDS)
    says = f"archives of the kind {suffix} are not read; make it a .zip or a .tar.gz"
    assert str(caught.value) == f"{path}: {says}"


# -- bombs ------------------------------------------------------------------------------------


def quickly(path: Path, seconds: float = 5.0) -> set[str]:
    """The problems, and that finding them cost neither time nor memory."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.thread_time()
    found = problems(path)
    assert time.thread_time() - began < seconds
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # KiB
    return found


def test_a_million_entries_in_a_zip(tmp_path: Path):
    """Their list is not even read; nor are they counted by trusting the archive."""
    entry = struct.pack("<4s4B4H3L5H2L", b"PK\1\2", 20, 3, 20, 0, *[0] * 7, 1, *[0] * 6) + b"a"
    directory = entry * 1_000_000
    for claimed in (1, 0xFFFF):
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, claimed, claimed, len(directory), 0, 0)
        (tmp_path / "ada.zip").write_bytes(directory + end)
        assert quickly(tmp_path / "ada.zip", 1.0) == {
            "The archive holds more than 10000 entries. Hand in the exercises' files only."
        }


def test_ten_thousand_and_one_entries(pack: Pack):
    path = pack({f"{i}.txt": b"" for i in range(10_001)})
    assert quickly(path) == {
        f"{path.name} holds more than 10000 entries. Hand in the exercises' files only."
    }


def test_a_million_entries_in_a_tar(tmp_path: Path):
    """Half a gigabyte of headers, packed to one megabyte."""
    header = tarfile.TarInfo("a").tobuf()
    with gzip.open(tmp_path / "ada.tgz", "wb", 1) as file:
        for _ in range(1_000):
            file.write(header * 1_000)
    assert quickly(tmp_path / "ada.tgz") == {
        "ada.tgz holds more than 10000 entries. Hand in the exercises' files only."
    }


def test_a_folder_of_too_many_files(tmp_path: Path):
    for i in range(10_001):
        (tmp_path / f"{i}.txt").touch()
    assert quickly(tmp_path) == {
        "The folder holds more than 10000 entries. Hand in the exercises' files only."
    }


@pytest.mark.parametrize("name", ["square.py", "square.ipynb", "data.bin"])
@pytest.mark.parametrize("form", ["ada.zip", "ada.tgz"])
def test_a_bomb(form: str, name: str, tmp_path: Path):
    """Of a zip, the size that it tells is enough; a tar is unpacked up to a bound."""
    path = FORMS[form](tmp_path / form, {name: bytes(520 * MIB), "two.py": GOOD})
    refused = {"ada.tgz unpacks to more than 512 MiB. Hand in the exercises' files only."}
    says = {
        "square.py": {"square.py is larger than 1 MiB.", ""},
        "square.ipynb": {"square.ipynb is larger than 256 MiB.", ""},
        "data.bin": {"square.py was not handed in.", ""},
    }
    assert quickly(path) == (says[name] if form == "ada.zip" else refused)


def test_many_files_that_unpack_to_too_much(tmp_path: Path):
    """Each of them is small enough, and all of them are wanted."""
    ids = [f"n{i}" for i in range(6)]
    path = zipped(tmp_path / "ada.zip", {f"{name}.ipynb": b" " * (100 * MIB) for name in ids})
    found = read(path, ids)
    says = "ada.zip unpacks to more than 512 MiB. Hand in the exercises' files only."
    assert {source.problem for source in found.sources.values()} == {says}


def test_a_bomb_that_lies_about_its_size(tmp_path: Path):
    """The directory says 100 bytes; it unpacks to 100 MiB; the bound is on what comes out."""
    path = zipped(tmp_path / "ada.zip", {"square.py": bytes(100 * MIB)})
    data = bytearray(path.read_bytes())
    for at, field in ((0, 22), (data.index(b"PK\1\2"), 24)):
        data[at + field : at + field + 4] = struct.pack("<L", 100)
    path.write_bytes(data)
    (problem,) = quickly(path) - {"two.py was not handed in."}
    assert problem.startswith(("square.py is damaged", "square.py is larger", "square.py: "))


def test_overlapping_entries(tmp_path: Path):
    """Many names for one compressed megabyte: what comes out is counted for all of them."""
    body = b"#" * (MIB - 1) + b"\n"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(body) + packer.flush()
    crc = zlib.crc32(body)
    name = b"n0000.py"
    shape = (0, 8, 0, 33, crc, len(packed), len(body), len(name))
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, *shape, 0) + name + packed
    directory = b""
    for i in range(2_000):
        entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *shape, 0, 0, 0, 0, 0, 0)
        directory += entry + f"n{i:04}.py".encode()
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2000, 2000, len(directory), len(local), 0)
    (tmp_path / "ada.zip").write_bytes(local + directory + end)
    assert quickly(tmp_path / "ada.zip") == {
        "square.py was not handed in.",
        "two.py was not handed in.",
    }


@pytest.mark.parametrize("length", [10_000, 60_000])
def test_huge_names(length: int, pack: Pack):
    """They are left alone, and no note repeats them."""
    found = read(pack({"a" * length + ".py": GOOD, "../" + "b" * length: "", "two.py": GOOD}), IDS)
    assert found.sources["two"].text == GOOD
    assert all(len(note) < 300 for note in found.notes)


def test_a_header_that_claims_to_be_long(tmp_path: Path):
    """A name of eight gigabytes is not reserved memory for."""
    info = tarfile.TarInfo("x")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 8 * 2**30 - 1
    with gzip.open(tmp_path / "ada.tgz", "wb") as file:
        file.write(info.tobuf(tarfile.GNU_FORMAT) + bytes(2 * MIB))
    (problem,) = quickly(tmp_path / "ada.tgz", 1.0)
    assert "is damaged (a header is too long)" in problem


def test_a_chain_of_headers(tmp_path: Path):
    """Each may be followed by another one of its kind: the library recurses."""
    info = tarfile.TarInfo("x")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 1
    with gzip.open(tmp_path / "ada.tgz", "wb") as file:
        file.write((info.tobuf(tarfile.GNU_FORMAT) + b"a".ljust(512, b"\0")) * 20_000)
    (problem,) = quickly(tmp_path / "ada.tgz")
    assert problem.startswith("ada.tgz is not a tar.gz archive, or is damaged")


def test_a_header_of_digits_only(tmp_path: Path):
    """Old libraries search it in quadratic time; it is bounded, if not short."""
    info = tarfile.TarInfo("x")
    info.type = tarfile.XHDTYPE
    body = b"1" * 20_000
    info.size = len(body)
    with gzip.open(tmp_path / "ada.tgz", "wb") as file:
        file.write(info.tobuf(tarfile.USTAR_FORMAT) + body + bytes(-len(body) % 512))
        file.write(tarfile.TarInfo("square.py").tobuf() + bytes(1024))
    quickly(tmp_path / "ada.tgz", 30.0)


def test_a_gzip_of_nothing_but_empty_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The library looks for the first that is not empty."""
    monkeypatch.setattr(archive_files, "_MAX_SECONDS", 0.1)
    (tmp_path / "ada.tgz").write_bytes(gzip.compress(b"") * 200_000)
    assert quickly(tmp_path / "ada.tgz", 2.0) == {
        "ada.tgz holds more than 10000 entries. Hand in the exercises' files only."
    }


def test_names_that_fill_the_memory(tmp_path: Path):
    """A packed megabyte of them is half a gigabyte."""
    with tarfile.open(tmp_path / "ada.tgz", "w:gz", compresslevel=1) as archive:
        for i in range(400):
            add(archive, f"{i}" + "a" * 200_000)
    assert quickly(tmp_path / "ada.tgz", 30.0) == {
        "ada.tgz holds more than 10000 entries. Hand in the exercises' files only."
    }


# -- bombs in archives --------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["ada.zip", "ada.tgz"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK" + bytes(520 * MIB), "inner.zip is larger than 128 MiB."),
        (b"PK" + bytes(127 * MIB), "inner.zip is not a zip archive, or is damaged ("),
        (b"", "inner.zip is not a zip archive, or is damaged ("),
    ],
)
def test_an_archive_that_is_none_in_an_archive(form: str, data: bytes, says: str, tmp_path: Path):
    """It is held in memory, in which there is room for no bomb."""
    if form == "ada.tgz" and len(data) > 512 * MIB:
        says = "ada.tgz unpacks to more than 512 MiB."
    (problem,) = quickly(FORMS[form](tmp_path / form, {"inner.zip": data}))
    assert problem.startswith(says)


def test_what_all_of_them_unpack_to_is_bounded(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Together: what was unpacked of the outer one is not allowed again in the inner one."""
    monkeypatch.setattr(archive_files, "MAX_UNPACKED", 3 * MIB)
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as archive:
        archive.writestr("square.py", GOOD.ljust(MIB))
        archive.writestr("data.bin", bytes(MIB))
    assert "" in problems(tmp_path / "inner.zip")
    path = pack({"inner.zip": (tmp_path / "inner.zip").read_bytes()})
    assert problems(path) == {
        f"{path.name} unpacks to more than 3 MiB. Hand in the exercises' files only."
    }


def test_many_archives_in_a_tar(tmp_path: Path):
    """It is read in one go, so each might be the only one; not all of them are held."""
    files: Files = {f"{i}.zip": b"PK" + bytes(60 * MIB) for i in range(8)}
    path = tarred(tmp_path / "ada.tgz", files)
    assert quickly(path) == {f"{name}.py was not handed in." for name in IDS}


def test_time_for_headers_is_bounded_in_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """An archive in an archive has no time of its own."""
    ticks = count()
    monkeypatch.setattr(archive_files.time, "thread_time", lambda: next(ticks))
    path = tarred(tmp_path / "ada.tgz", {"square.py": GOOD})
    monkeypatch.setattr(archive_files, "_MAX_SECONDS", 1000)
    read(path, IDS)
    monkeypatch.setattr(archive_files, "_MAX_SECONDS", next(ticks))
    assert "" in problems(path)
    (problem,) = problems(tarred(path, {"inner.tgz": path.read_bytes()}))
    assert problem.startswith("ada.tgz holds more than")


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_what_is_wrong_with_the_only_archive_is_told(tmp_path: Path):
    """As with one that is handed in alone."""
    inner = zipped(tmp_path / "inner.zip", {"square.py": GOOD}).read_bytes()
    path = tmp_path / "ada.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner)
        archive.writestr("inner.zip", inner + b" ")
    assert problems(path) == {"inner.zip is in ada.zip more than once."}
    zipped(path, {"inner.zip": inner})
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.rindex(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert problems(path) == {"inner.zip is encrypted. Pack it without a password."}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inner.zip", inner)
    path.write_bytes(
        path.read_bytes().replace(b"X * X", b"X + X", 1).replace(inner[:20], inner[:19] + b"?", 1)
    )
    (problem,) = problems(path)
    assert problem.startswith("inner.zip is damaged in ada.zip (Bad CRC-32")
    with tarfile.open(tmp_path / "ada.tgz", "w:gz") as archive:
        add(archive, "inner.zip", type=tarfile.SYMTYPE, linkname="/etc/passwd")
    assert problems(tmp_path / "ada.tgz") == {"inner.zip is a link. Pack the file itself."}


# -- whatever bytes -----------------------------------------------------------------------------


@given(
    st.sampled_from(["zip", "tgz"]),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=20),
)
def test_flipped_bytes_never_become_an_exception(
    tmp_path_factory: pytest.TempPathFactory, form: str, changes: list[tuple[float, int]]
):
    """A damaged archive is sources and sentences like any other."""
    path = tmp_path_factory.mktemp("any") / f"ada.{form}"
    (zipped if form == "zip" else tarred)(path, {"square.py": GOOD, "two.py": GOOD, "b/c.txt": "x"})
    data = bytearray(path.read_bytes())
    if form == "tgz":
        data = bytearray(gzip.decompress(data))
    for place, value in changes:
        data[int(place * (len(data) - 1))] = value
    path.write_bytes(gzip.compress(data, 1) if form == "tgz" else data)
    for source in read(path, IDS).sources.values():
        assert bool(source.text) != bool(source.problem)


PARTS = st.lists(
    st.sampled_from(["a", "b", "__MACOSX", ".x", "x.py", "y.ipynb", "z.txt"]), min_size=1
)


@given(st.lists(PARTS.map(tuple), max_size=8))
def test_what_counts_lies_in_one_folder_or_it_is_told(names: list[Name]):
    """Also where a file is named after an exercise; and each name stands for one file."""
    kept = [name for name in names if usable(name)]
    for exercises in ([], ["x"], ["x", "y"]):
        homes = {name[:-1] for name in kept if name[-1].partition(".")[0] in exercises}
        found = list(places(kept, exercises))
        assert found
        for place in found:
            assert {name for at, name in place.files.items()} <= set(kept)
        code = [name for name in kept if name[-1].endswith((".py", ".ipynb"))]
        told = any(place.files or place.notes for place in found)
        assert told or not code or len(homes) > 1


@given(st.text(alphabet="a./\\C:x ", max_size=12))
def test_a_split_path_cannot_lead_out(path: str):
    parts = split(path)
    assert parts is None or not {"", ".", ".."} & set(parts)
    joined = os.path.normpath(Path("/top", *(parts or ())))
    assert joined == "/top" or joined.startswith("/top/")


def test_a_file_is_unpacked_once(tmp_path: Path):
    """Each time would be charged to what the archive may expand to."""
    packed = FORMS["ada.zip"](tmp_path / "ada.zip", {"square.py": GOOD})
    with zip_files.members(archive_files.opened(packed), archive_files.Told()) as members:
        [member] = members.values()
        assert member.load() is member.load()
