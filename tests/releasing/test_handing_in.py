"""What a student packs is what a class grades."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from grader.classroom.intake import attempts
from grader.cli import app
from grader.course.loading import Course
from grader.course.notebooks import notebook
from grader.course.stubs import stub
from grader.grading.jobs import wanted
from grader.releasing.handing_in import MANIFEST, Manifest, pack
from grader.submission import SubmissionError, Wanted, read
from tests.conftest import MINIATURE, RIGHT

DONE = "import helper\n\n\ndef square(X):\n    return helper.times(X, X)\n"


@pytest.fixture
def work(tmp_path: Path, course: Course) -> Path:
    """One exercise done with a helper, one untouched; and files that nobody asked for."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "square.py").write_text(DONE)
    (folder / "square.ipynb").write_text(notebook(course.entry("square"), course))
    (folder / "two.py").write_text(stub(course.entry("two")))
    (folder / "helper.py").write_text("def times(a, b):\n    return a * b\n")
    (folder / "diary.py").write_text("secret = 1\n")
    (folder / "notes.txt").write_text("to do")
    (folder / ".hints.json").write_text("{}")
    return folder


def packed(work: Path, course: Course, into: Path, name: str = "ada") -> tuple[Path, Manifest]:
    return pack(work, wanted(course), name, into)


def test_it_holds_the_work_and_a_list_of_it(work: Path, course: Course, tmp_path: Path) -> None:
    target, manifest = packed(work, course, tmp_path)
    assert target == tmp_path / "ada.zip"
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [MANIFEST, "square.py", "two.py", "helper.py"]
        listed = json.loads(archive.read(MANIFEST))
        data = {name: archive.read(name) for name in archive.namelist()[1:]}
    assert data["square.py"] == DONE.encode()
    assert listed["student"] == manifest.student == "ada"
    assert {f["file"]: f["sha256"] for f in listed["files"]} == {
        name: hashlib.sha256(text).hexdigest() for name, text in data.items()
    }
    assert [(f.file, f.exercise, f.started) for f in manifest.files] == [
        ("square.py", "square", True),
        ("two.py", "two", False),
        ("helper.py", "", True),
    ]


def test_a_class_reads_it_as_it_was(work: Path, course: Course, tmp_path: Path) -> None:
    """The same sources and helpers, and not a word about the list."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    packed(work, course, inbox, "ada@2")
    found = attempts(inbox)
    assert [(attempt.student, attempt.name) for attempt in found.attempts] == [("ada", "ada@2.zip")]
    assert found.notes == []
    before, after = (read(path, wanted(course)) for path in (work, inbox / "ada@2.zip"))
    assert after.notes == []
    for name, source in after.sources.items():
        assert source == before.sources[name]
        assert after.named_by(source) == before.named_by(before.sources[name])


def test_the_notebook_that_counts_is_packed(work: Path, course: Course, tmp_path: Path) -> None:
    (work / "square.py").write_text(stub(course.entry("square")))
    text = (work / "square.ipynb").read_text()
    solved = text.replace("raise NotImplementedError", "import helper; return helper.times(X, X)")
    (work / "square.ipynb").write_text(solved)
    _, manifest = packed(work, course, tmp_path)
    assert [(f.file, f.started) for f in manifest.files] == [
        ("square.ipynb", True),
        ("two.py", False),
        ("helper.py", True),
    ]


def test_what_is_imported_is_packed_and_does_not_count(
    work: Path, course: Course, tmp_path: Path
) -> None:
    """Also the file beside a notebook that is less than a zip's two seconds newer."""
    (work / "square.ipynb").write_text(
        json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": RIGHT["square"]}]})
    )
    (work / "two.py").write_text(f"import square\n{RIGHT['two']}")
    for name, time in (("square.py", 1e9), ("square.ipynb", 1e9 + 0.5)):
        os.utime(work / name, (time, time))
    target, manifest = packed(work, course, tmp_path)
    assert [(f.file, f.exercise) for f in manifest.files] == [
        ("square.ipynb", "square"),
        ("two.py", "two"),
        ("helper.py", ""),
        ("square.py", ""),
    ]
    before, after = (read(path, wanted(course)) for path in (work, target))
    assert after.sources == before.sources
    assert before.siblings == after.siblings | {"diary.py": "secret = 1\n"}


def test_a_folder_that_says_what_its_file_is_for_is_packed_with_it(tmp_path: Path) -> None:
    """It may be all that tells two exercises apart, and the only one in the archive."""
    asked = [Wanted("mlp", ["make_net"]), Wanted("hybrid", ["make_net"])]
    for name, text in (("mlp/main.py", "def make_net(): pass\n"), ("notes/scratch.py", "x = 1\n")):
        (tmp_path / "work" / name).parent.mkdir(parents=True)
        (tmp_path / "work" / name).write_text(text)
    target, _ = pack(tmp_path / "work", asked, "ada", tmp_path)
    before, after = (read(path, asked) for path in (tmp_path / "work", target))
    assert after.sources == before.sources
    assert after.sources["mlp"].filename == "mlp/main.py"


def test_a_notebook_with_the_answer_below_its_stub_is_packed(
    work: Path, course: Course, tmp_path: Path
) -> None:
    """The stub's cell stays as it was handed out."""
    (work / "square.py").write_text(stub(course.entry("square")))
    made = json.loads((work / "square.ipynb").read_text())
    made["cells"].append({"cell_type": "code", "source": DONE})
    (work / "square.ipynb").write_text(json.dumps(made))
    _, manifest = packed(work, course, tmp_path)
    assert (manifest.files[0].file, manifest.files[0].started) == ("square.ipynb", True)


@pytest.mark.filterwarnings("error")
def test_a_file_for_several_exercises_is_packed_once(course: Course, tmp_path: Path) -> None:
    """And graded for all of them."""
    work = tmp_path / "work"
    work.mkdir()
    (work / "homework.py").write_text(RIGHT["square"] + RIGHT["two"])
    (work / "two.py").write_text(stub(course.entry("two")))
    target, manifest = packed(work, course, tmp_path)
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [MANIFEST, "homework.py"]
    assert [(f.file, f.exercise) for f in manifest.files] == [
        ("homework.py", "square"),
        ("homework.py", "two"),
    ]
    assert [note.partition(",")[0] for note in manifest.notes] == [
        "homework.py counts for square and two"
    ]
    before, after = (read(path, wanted(course)) for path in (work, target))
    assert after.sources == before.sources


def test_work_in_several_folders_is_packed_into_one(course: Course, tmp_path: Path) -> None:
    for name in RIGHT:
        (tmp_path / "work" / name).mkdir(parents=True)
        (tmp_path / "work" / name / f"{name}.PY").write_text(RIGHT[name])
    target, _ = packed(tmp_path / "work", course, tmp_path)
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [MANIFEST, "square.py", "two.py"]


def test_what_cannot_be_read_is_told(work: Path, course: Course, tmp_path: Path) -> None:
    (work / "two.py").write_bytes(b"\xff\xfe\x00")
    _, manifest = packed(work, course, tmp_path)
    assert [f.file for f in manifest.files] == ["square.py", "helper.py"]
    (why,) = manifest.left_out
    assert why.startswith("two.py")


def test_what_is_no_python_is_packed_and_told(work: Path, course: Course, tmp_path: Path) -> None:
    """Helpers, too; a notebook's cell may be anything."""
    (work / "two.py").write_text("def draws(n)\n    return n\n")
    (work / "helper.py").write_text("times = (\n")
    target, manifest = packed(work, course, tmp_path)
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [MANIFEST, "square.py", "two.py", "helper.py"]
    assert manifest.notes == [
        (
            "two.py is packed, but it is no Python: expected ':' (two.py, line 1). "
            "Mend it, and pack again."
        ),
        (
            "helper.py is packed, but it is no Python: '(' was never closed (helper.py, line 1). "
            "Mend it, and pack again."
        ),
    ]


def test_an_old_archive_is_replaced(work: Path, course: Course, tmp_path: Path) -> None:
    packed(work, course, tmp_path)
    (work / "square.py").write_text("def square(X):\n    return X * X\n")
    target, _ = packed(work, course, tmp_path)
    with zipfile.ZipFile(target) as archive:
        assert archive.read("square.py") == (work / "square.py").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ada.zip", "work"]


def test_a_file_from_before_zip_was_made_is_packed(
    work: Path, course: Course, tmp_path: Path
) -> None:
    os.utime(work / "square.py", (0, 0))
    target, _ = packed(work, course, tmp_path)
    with zipfile.ZipFile(target) as archive:
        assert archive.getinfo("square.py").date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", ".ada", "a\nb", "__pycache__"])
def test_a_name_that_is_none_is_refused(
    work: Path, course: Course, tmp_path: Path, name: str
) -> None:
    with pytest.raises(SubmissionError, match="cannot name a file: give --name"):
        packed(work, course, tmp_path, name)
    assert [path.name for path in tmp_path.iterdir()] == ["work"]


def test_nothing_to_hand_in(course: Course, tmp_path: Path, work: Path) -> None:
    (work / "square.py").write_text(stub(course.entry("square")))
    with pytest.raises(SubmissionError, match="no exercise has been started"):
        packed(work, course, tmp_path)


def test_only_a_folder_is_packed(course: Course, tmp_path: Path, work: Path) -> None:
    with pytest.raises(SubmissionError, match="not a folder"):
        packed(work / "square.py", course, tmp_path)
    with pytest.raises(SubmissionError, match="not a folder"):
        packed(work / "gone", course, tmp_path)


def test_the_command_says_what_it_packed(work: Path, tmp_path: Path) -> None:
    (work / "two.py").unlink()
    arguments = ["submit", str(work), "--name", "ada", "--into", str(tmp_path)]
    done = CliRunner().invoke(app, [*arguments, "--course", str(MINIATURE)])
    assert done.exit_code == 0
    assert done.stdout == (
        f"{tmp_path / 'ada.zip'}: 1 of 2 exercises: square\nNot in it: two.py was not handed in.\n"
    )
    again = CliRunner().invoke(app, [*arguments, "--course", str(MINIATURE)])
    assert again.stdout.splitlines()[1] == "An archive of that name was there; it is replaced."


def test_who_has_no_login_name_is_asked_for_one(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container may have a user whom no /etc/passwd names."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**30)
    arguments = ["submit", str(work), "--into", str(tmp_path), "--course", str(MINIATURE)]
    done = CliRunner().invoke(app, arguments)
    assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert "give --name" in done.stderr
