"""In which folders the work lies."""

from __future__ import annotations

import io
import os
import tarfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from grader.submission import Source, Submission, Wanted, imports, read

SQUARE, TWO = "def square(X): pass\n", "class Shift: pass\n"
IDS = ["square", "two"]


def handed_in(folder: Path, files: dict[str, str]) -> Submission:
    """What is read of the files, in a folder as in an archive."""
    with zipfile.ZipFile(folder / "ada.zip", "w") as archive:
        for name, text in files.items():
            path = folder / "work" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            archive.writestr(name, text)
    plain, packed = read(folder / "work", IDS), read(folder / "ada.zip", IDS)
    assert (plain.sources, plain.siblings, plain.notes) == (
        packed.sources,
        packed.siblings,
        packed.notes,
    )
    return plain


@pytest.mark.parametrize("stray", ["main.py", "setup.py", "readme.ipynb"])
def test_a_stray_file_above_the_exercises(stray: str, tmp_path: Path):
    """It is no reason not to look further; and what counts is told."""
    found = handed_in(tmp_path, {stray: "import os\n", "hw/square.py": SQUARE, "hw/utils.py": TWO})
    assert found.sources["square"].text == SQUARE
    assert found.siblings == {"square.py": SQUARE, "utils.py": TWO}
    assert found.notes == ["No file at the top is named after an exercise: those in hw count."]


def test_work_of_another_name_below_a_stray_file(tmp_path: Path):
    files = {"main.py": "x = 1\n", "hw/src/homework.py": "def square(X): pass\n"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    found = read(tmp_path, [Wanted("square", ["square"])])
    assert found.sources["square"].filename == "homework.py"
    assert len(found.notes) == 2


def test_work_of_another_name_above_an_older_folder(tmp_path: Path):
    """It counts, and what is in the folder is passed over."""
    (tmp_path / "homework.py").write_text(SQUARE)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "square.py").write_text("x = 1\n")
    found = read(tmp_path, [Wanted("square", ["square"])])
    assert found.sources["square"] == Source("homework.py", SQUARE)
    assert found.notes[0].startswith("Exercises' files in old are passed over")


@pytest.mark.parametrize(
    "names",
    [
        ["square/square.py", "two/two.py"],
        ["week 1/square.py", "week 1/deep/two.py", "docs/conf.py"],
        ["course/exercises/square.py", "course/exercises/two.py", "course/grader/cli.py"],
        ["hw/square.py", "hw/two.py", "venv/square.py", "hw/env/lib/site-packages/two.py"],
    ],
)
def test_each_exercise_in_the_one_folder_that_has_it(names: list[str], tmp_path: Path):
    """Environments and caches are nobody's work."""
    found = handed_in(tmp_path, dict.fromkeys(names, SQUARE))
    assert [source.text for source in found.sources.values()] == [SQUARE, SQUARE]
    assert found.notes == []


@pytest.mark.parametrize("other", ["solutions", "examples/finished", "tests", "mine"])
def test_a_folder_named_exercises_is_the_one(other: str, tmp_path: Path):
    """What else has files of these names is told."""
    files = {"exercises/square.py": SQUARE, f"{other}/square.py": TWO, f"{other}/two.py": TWO}
    found = handed_in(tmp_path, files)
    assert (found.sources["square"].text, found.sources["two"].text) == (SQUARE, TWO)
    assert found.notes == [f"Passed over: {other}/square.py. Put what is to count in one folder."]
    (tmp_path / "work" / other / "two.py").rename(tmp_path / "work/exercises/two.py")
    assert read(tmp_path / "work", IDS).notes == [
        f"Exercises' files in {other} are passed over: put what is to count in one folder."
    ]


def test_what_the_courses_project_holds_beside_them_counts_alone(tmp_path: Path):
    found = handed_in(tmp_path, {"examples/square.py": SQUARE})
    assert (found.sources["square"].text, found.notes) == (SQUARE, [])


def test_helpers_of_one_name(tmp_path: Path):
    """Those that are the same are one; of others each exercise imports the one beside it."""
    files = {"a/square.py": SQUARE, "b/two.py": TWO}
    same = {
        "a/same.py": "x = 1\n",
        "b/same.py": "x = 1\n",
        "a/__init__.py": "",
        "b/__init__.py": "",
    }
    found = handed_in(tmp_path, files | same | {"a/utils.py": "x = 1\n", "b/utils.py": "x = 2\n"})
    assert found.siblings.items() >= {"same.py": "x = 1\n", "a/utils.py": "x = 1\n"}.items()
    square, two = found.sources["square"], found.sources["two"]
    assert (square.filename, two.filename) == ("a/square.py", "b/two.py")
    assert found.places["a/square.py"] == ("a", "square.py")
    assert found.notes == []
    imports = replace(square, text="import utils, same\n")
    assert found.imported_by(imports).keys() == {"a/utils.py", "same.py"}
    for hides in ("import utils  # zz", "import \uff55tils  # zz", "from pkg import *"):
        files = {"zz/utils.py": "x = 1\n", "pkg/__init__.py": "__all__ = ['utils']\n"}
        files |= {"pkg/utils.py": "x = 2\n"}
        seen = replace(found, siblings=files).imported_by(replace(square, text=f"{hides}\n"))
        assert {"zz/utils.py", "pkg/utils.py"} & seen.keys()
    package = replace(found, siblings={"a/__init__.py": "x = 1\n"})
    within = replace(square, text="from . import x\n")
    assert package.imported_by(within).keys() == {"a/__init__.py"}
    for runs in ("%run same.py", "get_ipython().run_line_magic('run', 'same.py')"):
        cells = replace(square, text="", cells=(runs,))
        assert found.imported_by(cells).keys() == {"same.py"}


def test_what_lies_beside_comes_before_what_lies_at_the_top(tmp_path: Path):
    """As where Python runs a script."""
    square = f"import utils\n{SQUARE}"
    files = {"week/square.py": square, "week/utils.py": "x = 1\n", "utils.py": "x = 2\n"}
    assert handed_in(tmp_path, files).siblings["utils.py"] == "x = 1\n"


def test_a_large_folder_beside_a_file_is_not_looked_through(tmp_path: Path):
    """The file is still read, as it would be alone."""
    (tmp_path / "two.py").write_text(TWO)
    (tmp_path / "data").mkdir()
    for number in range(10_001):
        (tmp_path / "data" / str(number)).touch()
    assert read(tmp_path, ["square"]).siblings == {"two.py": TWO}


# -- work in other folders --------------------------------------------------------------------

STUB = "def square(X):\n    raise NotImplementedError\n"
OTHER = "def square(X):\n    return X\n"
ASKED = [Wanted("square", ["square"], STUB), Wanted("two", ["Shift"]), Wanted("three", ["Shift"])]


@pytest.mark.parametrize(
    ("files", "counts"),
    [
        ({"exercises/square.py": STUB, "mine/square.py": SQUARE}, "mine/square.py"),
        ({"square.py": STUB, "mine/square.py": SQUARE}, "mine/square.py"),
        ({"square.py": STUB, "tests/square.py": SQUARE}, "square.py"),
        ({"exercises/square.py": SQUARE, "mine/square.py": STUB}, "square.py"),
        ({"exercises/two.py": TWO, "hw/homework.py": SQUARE}, "hw/homework.py"),
        ({"two.py": TWO, "hw/a.py": SQUARE, "hw/b.py": OTHER}, "square.py"),
        ({"two.py": TWO, "hw/a.py": SQUARE, "hw/b.py": SQUARE + "x = 1\n"}, "hw/a.py"),
        ({"a/square.py": SQUARE, "b/square.py": OTHER}, "square.py"),
        ({"a/square.py": SQUARE, "b/square.py": "# The same.\n" + SQUARE}, "a/square.py"),
        ({"square/main.py": SQUARE, "two/main.py": TWO, "three/main.py": TWO}, "square/main.py"),
    ],
)
def test_it_counts_where_nothing_else_does(files: dict[str, str], counts: str, tmp_path: Path):
    """If it is clear which file is meant, and not one that the course's project holds."""
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert read(tmp_path, ASKED).sources["square"].filename == counts


def test_untouched_stubs_beside_the_work_are_no_matter(tmp_path: Path):
    """That they count, or are passed over, is nothing to be told; that work is passed over is."""
    files = {"homework.py": SQUARE, "exercises/square.py": STUB, "exercises/two.py": TWO}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    asked = [ASKED[0], Wanted("two", ["Shift"], TWO)]
    found = read(tmp_path, asked)
    names = [source.filename for source in found.sources.values()]
    assert names == ["homework.py", "exercises/two.py"]
    (note,) = found.notes
    assert note.startswith("homework.py counts for square")
    (tmp_path / "exercises" / "square.py").write_text(OTHER)
    assert read(tmp_path, asked).notes == [
        "Passed over: exercises/square.py. Put what is to count in one folder.",
        note,
    ]


def test_of_folders_in_an_archive_the_one_modified_last_counts(tmp_path: Path):
    """By the times that the archive tells, in steps of two seconds."""
    for last, counts in ((2, "square.py"), (4, "b/square.py")):
        with zipfile.ZipFile(tmp_path / "ada.zip", "w") as archive:
            for name, text, second in (("a", SQUARE, 0), ("b", OTHER, last)):
                info = zipfile.ZipInfo(f"{name}/square.py", (2026, 1, 1, 0, 0, second))
                archive.writestr(info, text)
        assert read(tmp_path / "ada.zip", ASKED).sources["square"].filename == counts


def test_times_that_are_no_numbers(tmp_path: Path):
    """They tell nothing."""
    with tarfile.open(tmp_path / "ada.tgz", "w:gz") as archive:
        for name, text, modified in (("a", SQUARE, "nan"), ("b", OTHER, "5")):
            info = tarfile.TarInfo(f"{name}/square.py")
            info.size, info.pax_headers = len(text), {"mtime": modified}
            archive.addfile(info, io.BytesIO(text.encode()))
    found = read(tmp_path / "ada.tgz", ASKED)
    assert found.sources["square"].missing
    assert found.notes[0].startswith("a/square.py and b/square.py hold different versions")


def test_folders_named_after_exercises_tell_files_apart(tmp_path: Path):
    """Also where several exercises ask for the same."""
    for name in ("two", "three"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.py").write_text(f"{TWO}name = {name!r}\n")
    found = read(tmp_path, ASKED)
    names = {exercise: source.filename for exercise, source in found.sources.items()}
    assert names == {"square": "square.py", "two": "two/main.py", "three": "three/main.py"}
    told = (
        "two/main.py counts for two, of which it defines all that is asked: two.py in one folder "
    )
    assert found.notes[0] == f"{told}with the others would be safer."


@pytest.mark.parametrize(
    ("files", "counts"),
    [
        ({"two/main.py": TWO}, {"two": "two/main.py"}),
        (
            {"hw/02_Two/main.py": f"import f\n{TWO}", "hw/02_Two/f.py": ""},
            {"two": "02_Two/main.py"},
        ),
        ({"two/main.py": TWO, "run.py": "import main\n"}, {"two": "two/main.py"}),
        ({"tests/three/a.py": TWO}, {"three": "three/a.py"}),
        ({"two/hw.py": TWO + SQUARE}, {"square": "two/hw.py", "two": "two/hw.py"}),
        ({"two/a.py": TWO, "two/b.py": SQUARE}, {"square": "two/b.py", "two": "two/a.py"}),
        ({"two/three.py": TWO, "two/a.py": SQUARE}, {"square": "a.py", "three": "three.py"}),
        ({"four/main.py": TWO}, {}),
    ],
)
def test_so_does_the_only_folder(files: dict[str, str], counts: dict[str, str], tmp_path: Path):
    """Its name keeps no file in it from counting for another exercise."""
    for name, text in files.items():
        path = tmp_path / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    found = read(tmp_path / "work", ASKED)
    assert {e: s.filename for e, s in found.sources.items() if not s.missing} == counts


# -- what may be imported from other folders ---------------------------------------------------


@pytest.mark.parametrize(
    ("imports", "files", "named"),
    [
        ("from common import f", ["common/__init__.py", "common/ops.py"], ["common/__init__.py"]),
        ("import common.ops", ["common/__init__.py", "common/ops.py", "other/ops.py"], [0, 1]),
        ("import lib.helper", ["lib/helper.py"], [0]),
        ("path.append('lib')\nimport helper", ["lib/helper.py"], [0]),
        ("from common.ops import f", ["../common/ops.py"], ["common/ops.py"]),
        ("import ops", ["common/ops.py", "common/ops.pyi", "a b/ops.py"], []),
    ],
)
def test_what_is_named_travels(
    imports: str, files: list[str], named: list[str | int], tmp_path: Path
):
    """By its path from the exercise's folder, or from the top."""
    source = f"{imports}\n{SQUARE}"
    texts = {f"hw/{name}".replace("hw/../", ""): f"name = {name!r}\n" for name in files}
    found = handed_in(tmp_path, {"hw/square.py": source} | texts)
    expected = {name if isinstance(name, str) else files[name] for name in named}
    assert found.named_by(found.sources["square"]).keys() == expected
    assert found.siblings.keys() == expected | {"square.py"}
    before = found.digest
    for name in expected:
        changed = replace(found, siblings=found.siblings | {name: "x = 2\n"})
        assert changed.digest != before


def test_packages_that_name_others(tmp_path: Path):
    """A relative import need not name its own folder; folders of one name must hold the same."""
    package = {"common/__init__.py": "from .ops import f\n", "common/ops.py": "f = 1\n"}
    both = {f"{folder}/{name}": text for folder in "ab" for name, text in package.items()}
    works = {"a/square.py": f"import common\n{SQUARE}", "b/two.py": TWO}
    found = handed_in(tmp_path, both | works)
    assert found.named_by(found.sources["square"]) == package
    (tmp_path / "work/b/common/ops.py").write_text("f = 2\n")
    assert read(tmp_path / "work", IDS).notes == [
        "Cannot be imported, for files of that name in several folders differ: common/ops.py."
    ]


# -- one archive in a folder ------------------------------------------------------------------


@pytest.fixture
def inner(tmp_path: Path) -> Path:
    """An archive, outside of the folder that is handed in."""
    (tmp_path / "work").mkdir()
    path = tmp_path / "jane.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("square.py", SQUARE)
        archive.writestr("../out.py", SQUARE)
    return path


@pytest.mark.parametrize("at", ["jane.zip", "file/Jane.ZIP"])
def test_the_only_archive_in_a_folder_is_read(at: str, inner: Path, tmp_path: Path):
    """As some systems hand work on; with the same bounds."""
    target = tmp_path / "work" / at
    target.parent.mkdir(exist_ok=True)
    inner.rename(target)
    (tmp_path / "work" / "note.html").write_text("Hello")
    found = read(tmp_path / "work", IDS)
    assert (found.path, found.sources["square"].text) == (tmp_path / "work", SQUARE)
    assert found.notes == ["Left out, for the path leads out of the archive: ../out.py."]


@pytest.mark.parametrize("how", ["beside code", "two", "link"])
def test_another_archive_is_not_opened(how: str, inner: Path, tmp_path: Path):
    """And no link is followed out of the folder."""
    target = tmp_path / "work" / "jane.zip"
    if how == "link":
        target.symlink_to(inner)
    else:
        os.link(inner, target)
        other = "a.py" if how == "beside code" else "joe.zip"
        (tmp_path / "work" / other).write_bytes(b"x")
    found = read(tmp_path / "work", IDS)
    assert all(source.missing for source in found.sources.values())
    assert any("is an archive within the submission: it was not" in note for note in found.notes)


def test_a_bad_archive_in_a_folder_is_refused_with_its_sentence(tmp_path: Path):
    (tmp_path / "jane.zip").write_bytes(b"PK")
    for source in read(tmp_path, IDS).sources.values():
        assert source.problem.startswith("jane.zip is not a zip archive, or is damaged (")


def test_folders_without_end(tmp_path: Path):
    """All folders around the work are looked through at once."""
    deep = "a/" * 2_000
    names = [f"{deep}{name}.py" for name in ("square", *range(300))]
    with tarfile.open(tmp_path / "ada.tar.gz", "w:gz", compresslevel=1) as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(SQUARE)
            archive.addfile(info, io.BytesIO(SQUARE.encode()))
    began = time.process_time()
    assert read(tmp_path / "ada.tar.gz", IDS).sources["square"].text == SQUARE
    assert time.process_time() - began < 5


def test_thousands_of_accents_take_no_time():
    """What they stand on is told letter by letter."""
    accents = "x = 'a" + "".join(["\u0315\u0300"] * 100_000) + "'\nimport utils\n"
    began = time.process_time()
    assert "utils" in imports.words("square.py", accents)
    assert time.process_time() - began < 5
