"""Whatever a class's folder holds becomes attempts and notes, and nothing is lost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
import zipfile
from datetime import datetime, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.classroom.intake import Attempt, attempts, submission
from grader.grading import Grader
from grader.submission import Source, SubmissionError, Wanted

MANUAL = Path(__file__).parents[2] / "docs" / "CLASS.md"
GOOD = "def square(X):\n    return X * X\n"
WANTED = [Wanted("square", ["square"]), Wanted("two", ["Shift", "draws"])]


def put(path: Path, seconds: int = 1_000, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (seconds, seconds))
    return path


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone.utc)


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("ada.py", "ada"),
        ("ada.ipynb", "ada"),
        ("ada.zip", "ada"),
        ("ada.tar.gz", "ada"),
        ("ada.tgz", "ada"),
        ("Ada Lovelace.ZIP", "Ada Lovelace"),
        ("ada@2.zip", "ada"),
        ("ada@2026-11-24.tar.gz", "ada"),
        ("ada@2026-11-24T12.30.zip", "ada"),
        ("ada@example.org.zip", "ada@example.org"),
        ("ada@example.org@3.zip", "ada@example.org"),
        ("@2.zip", "@2"),
        ("ada.b.zip", "ada.b"),
        ('it\'s "ada".py', 'it\'s "ada"'),
        ("ada\nlovelace.py", "ada\nlovelace"),
        ("艾达.py", "艾达"),
        ("ada.rar", "ada"),
        ("-rf.py", "-rf"),
    ],
)
def test_an_entry_is_named_after_its_student(name: str, student: str, tmp_path: Path):
    """Less its ending, and the attempt's number or date."""
    put(tmp_path / name)
    attempt = Attempt(student, name, tmp_path / name, at(1_000))
    assert attempts(tmp_path).attempts == [attempt]


def test_a_folder_keeps_its_whole_name(tmp_path: Path):
    """It has no ending, but may have a label."""
    put(tmp_path / "ada.lovelace@2" / "square.py", 2_000)
    put(tmp_path / "bob.zip" / "deep" / "square.py", 3_000)
    os.utime(tmp_path / "bob.zip", (1, 1))
    found = [(a.student, a.received) for a in attempts(tmp_path).attempts]
    assert found == [("ada.lovelace", at(2_000)), ("bob.zip", at(3_000))]


def test_one_student_is_one_in_every_unicode_form(tmp_path: Path):
    """A Mac writes decomposed names, others composed ones."""
    for form, seconds, suffix in (("NFC", 1_000, "@1.py"), ("NFD", 2_000, "@2.py")):
        put(tmp_path / (unicodedata.normalize(form, "Zoë") + suffix), seconds)
    found = attempts(tmp_path)
    assert [(a.student, a.name) for a in found.attempts] == [
        ("Zo\xeb", "Zo\xeb@1.py"),
        ("Zo\xeb", "Zo\xeb@2.py"),
    ]
    assert found.notes == []


def test_attempts_are_sorted_by_student_label_and_time(tmp_path: Path):
    """A label says more than the time of a file, which was copied from somewhere."""
    handed_in = [("b@10.py", 3), ("b@2.py", 5), ("a.py", 9), ("a.zip", 8), ("b@1.py", 3)]
    dated = [("c@2026-11-01.zip", 1), ("c@2026-10-30.zip", 4), ("c.zip", 7), ("d@1.py", 10**12)]
    for name, seconds in [*handed_in, *dated, ("d@2.py", 1)]:
        put(tmp_path / name, seconds)
    names = [attempt.name for attempt in attempts(tmp_path).attempts]
    assert names[:5] == ["a.zip", "a.py", "b@1.py", "b@2.py", "b@10.py"]
    assert names[5:8] == ["c@2026-10-30.zip", "c@2026-11-01.zip", "c.zip"]
    assert names[8:] == ["d@1.py", "d@2.py"]


def test_two_entries_without_a_label_are_two_attempts_and_told(tmp_path: Path):
    """The latest counts."""
    put(tmp_path / "ada.zip", 2_000)
    put(tmp_path / "ada.py", 1_000)
    put(tmp_path / "bob.py")
    put(tmp_path / "bob@2.py")
    found = attempts(tmp_path)
    assert [attempt.name for attempt in found.attempts][:2] == ["ada.py", "ada.zip"]
    assert found.notes == ["ada has 2 entries (ada.py, ada.zip): the latest, ada.zip, counts."]


def test_what_systems_leave_behind_is_ignored_and_strangers_are_told(tmp_path: Path):
    put(tmp_path / "ada.py")
    for name in (".DS_Store", "._ada.py", "__MACOSX/x", ".git/config"):
        put(tmp_path / name)
    put(tmp_path / "grades.xlsx")
    (tmp_path / "bob").symlink_to("nowhere")
    (tmp_path / "cy").symlink_to("grades.xlsx")
    found = attempts(tmp_path)
    assert [attempt.name for attempt in found.attempts] == ["ada.py"]
    assert found.notes == [
        "bob is a link to nothing: left out.",
        "cy is a link: left out. Hand in the folder or the file itself.",
        "grades.xlsx is no submission: neither a folder nor a .py, .ipynb, .zip or .tar.gz.",
    ]


def test_a_name_that_is_no_text_is_kept_as_text(tmp_path: Path):
    """So that a store and a report can hold it."""
    path = tmp_path / os.fsdecode(b"ad\xff.py")
    put(path)
    (attempt,) = attempts(tmp_path).attempts
    assert (attempt.student, attempt.path) == ("ad\\xff", path)
    found = submission(attempt, WANTED)
    assert found.sources["square"] == Source("ad?.py", GOOD)
    assert found.digest


@pytest.mark.parametrize("seconds", [-(2**40), 2**40])
def test_a_time_beyond_all_calendars(seconds: int, tmp_path: Path):
    """Anybody can set a file's time."""
    path = put(tmp_path / "ada.py")
    try:
        os.utime(path, (0, seconds))
    except OverflowError:
        pytest.skip("this system cannot hold it")
    (attempt,) = attempts(tmp_path).attempts
    assert attempt.received.tzinfo is timezone.utc


@pytest.mark.parametrize("name", ["empty", "missing", "file", "notes only"])
def test_a_folder_without_submissions_is_refused(name: str, tmp_path: Path):
    folder = tmp_path / name
    if name == "file":
        put(folder)
    elif name != "missing":
        folder.mkdir()
    if name == "notes only":
        put(folder / "readme.txt")
    says = {
        "missing": "No such file or directory; give the folder",
        "file": "Not a directory; give the folder that holds one entry for each student",
    }
    with pytest.raises(SubmissionError) as caught:
        attempts(folder)
    expected = says.get(name, "no submission lies here; put in one folder, file or archive")
    assert str(caught.value).startswith(f"{folder}: {expected}")


def test_moodles_folders_become_students(tmp_path: Path):
    """By the manual's line, which leaves alone and names whom it cannot tell apart."""
    (line,) = re.findall(
        r"^\$ (for .*_assignsubmission_file_.*)$", MANUAL.read_text(), re.MULTILINE
    )
    for name in ("Jane Doe_1", "Jane Doe_2", "Max Li_3"):
        put(tmp_path / f"{name}_assignsubmission_file_" / "square.py", text=name)
    put(tmp_path / "Max Li_3_assignsubmission_onlinetext_" / "onlinetext.html")
    done = subprocess.run(
        line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    left = ["Jane Doe_2_assignsubmission_file_", "Max Li_3_assignsubmission_onlinetext_"]
    assert done.stdout.splitlines() == left
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Jane Doe",
        left[0],
        "Max Li",
        left[1],
    ]
    texts = [path.read_text() for path in sorted(tmp_path.glob("*/square.py"))]
    assert texts == ["Jane Doe_1", "Jane Doe_2", "Max Li_3"]


def test_canvas_files_become_students(tmp_path: Path):
    """By the manual's line; late ones, too."""
    (line,) = re.findall(r"^\$ (for f in \*_\*_\*_\*; .*)$", MANUAL.read_text(), re.MULTILINE)
    for name in ("doejane_12345_678901_softmax.py", "doejane_LATE_12345_678902_my_sgd.py"):
        put(tmp_path / name)
    subprocess.run(["bash", "-c", line], cwd=tmp_path, check=True)
    files = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.py"))
    assert files == ["doejane/my_sgd.py", "doejane/softmax.py"]


# -- what an attempt holds ------------------------------------------------------------------------


def the_one(folder: Path) -> Attempt:
    (attempt,) = attempts(folder).attempts
    return attempt


def test_an_attempt_is_about_every_exercise(tmp_path: Path):
    """What one file does not define was not handed in: all students can earn the same points."""
    put(tmp_path / "ada.py")
    found = submission(the_one(tmp_path), WANTED)
    assert {name: source.missing for name, source in found.sources.items()} == {
        "square": False,
        "two": True,
    }


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("ada.rar", GOOD, "ada.rar: archives of the kind .rar are not read; make it a .zip or "),
        (
            "ada.py",
            "x = 1\n",
            "ada.py: not an exercise's file; it must be named after one, such as ",
        ),
        ("ada.py", "", "ada.py is empty: fill in the stub that"),
        ("ada.zip", "", "ada.zip is empty."),
        ("ada.zip", "PK", "ada.zip is not a zip archive, or is damaged ("),
        ("ada.tgz", "PK", "ada.tgz is not a tar.gz archive, or is damaged (Not a gzipped file"),
        ("ada\n.zip", "PK", "ada?.zip is not a zip archive, or is damaged ("),
    ],
)
def test_what_cannot_be_read_at_all_is_graded_with_its_sentence(
    name: str, text: str, says: str, tmp_path: Path, grader: Grader
):
    """No points, no crash, and nothing lost."""
    put(tmp_path / name, text=text)
    report = grader.grade(submission(the_one(tmp_path), WANTED))
    assert (report.points, report.max_points) == (0, 11)
    assert all(exercise.message.startswith(says) for exercise in report.exercises)


@pytest.mark.parametrize("name", ["ada", "ada.py", "ada.zip"])
def test_a_link_is_no_work_of_its_students(name: str, tmp_path: Path):
    """It may lead to another's work, or anywhere; its own time counts."""
    away = tmp_path / "elsewhere" / name
    put(away if away.suffix == ".py" else away / "square.py", 2_000)
    link = tmp_path / "class" / name
    link.parent.mkdir()
    link.symlink_to(away)
    os.utime(link, (3_000, 3_000), follow_symlinks=False)
    attempt = the_one(tmp_path / "class")
    assert (attempt.name, attempt.received) == (name, at(3_000))
    found = submission(attempt, WANTED)
    said = f"{name} is a link. Hand in the folder or the file itself."
    assert {source.problem for source in found.sources.values()} == {said}


def test_an_entry_that_is_gone_when_it_is_read(tmp_path: Path):
    """Between taking in a class and grading its last student lie hours."""
    path = put(tmp_path / "ada.py")
    attempt = the_one(tmp_path)
    path.unlink()
    sources = submission(attempt, WANTED).sources
    assert {source.problem for source in sources.values()} == {
        "ada.py: no such file or folder; give a folder or one <id>.py."
    }


def test_the_digest_knows_content_only(tmp_path: Path):
    """Not the path, not the time, not the form; but every letter and every name."""
    digests = []
    for number, (name, text) in enumerate([("square.py", GOOD), ("square.py", GOOD + "\n")] * 2):
        folder = tmp_path / str(number)
        if number < 2:
            put(folder / "ada" / name, number, text)
        else:
            folder.mkdir()
            with zipfile.ZipFile(folder / "bob.zip", "w") as archive:
                archive.writestr(f"bob/{name}", text)
        digests.append(submission(the_one(folder), WANTED).digest)
    assert (digests[0] == digests[2], digests[1] == digests[3]) == (True, True)
    put(tmp_path / "2" / "bob" / "square.py")
    put(tmp_path / "2" / "bob" / "helper.py")
    (tmp_path / "2" / "bob.zip").unlink()
    digests.append(submission(the_one(tmp_path / "2"), WANTED).digest)
    assert len(set(digests)) == 3


def test_the_work_of_an_exercise_is_its_file_and_what_that_may_import(tmp_path: Path):
    """Another exercise's file, or one that it does not name, makes no difference."""

    def work(**files: str) -> str:
        shutil.rmtree(tmp_path / "ada", ignore_errors=True)
        for name, text in files.items():
            put(tmp_path / "ada" / f"{name}.py", 1, text)
        return submission(the_one(tmp_path), WANTED).work("square")

    uses = f"from helper import times\n{GOOD}"
    alone, helped = work(square=GOOD), work(square=uses, helper="times = 1\n")
    assert alone == work(square=GOOD, two="a = 1\n", helper="times = 1\n")
    assert helped == work(square=uses, helper="times = 1\n", two="a = 1\n")
    others = [
        work(square=GOOD + "\n"),
        work(square=uses, helper="times = 2\n"),
        work(square=uses),
        work(homework=GOOD),
        work(two="a = 1\n"),
    ]
    assert len({alone, helped, *others}) == 7


NAMES = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=20
).filter(lambda name: len(os.fsencode(name)) < 200 and name not in (".", ".."))


@given(st.sets(NAMES, min_size=1, max_size=5), st.sampled_from([".py", ".zip", ".tar.gz", ".rar"]))
def test_no_name_is_lost(tmp_path_factory: pytest.TempPathFactory, stems: set[str], suffix: str):
    """Each entry is an attempt, a note or hidden."""
    folder = tmp_path_factory.mktemp("class")
    for stem in stems:
        put(folder / f"{stem}{suffix}")
    put(folder / "ada.py")
    found = attempts(folder)
    visible = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    assert {attempt.path.name for attempt in found.attempts} == visible
    assert all(attempt.student for attempt in found.attempts)
