"""A student's copy speaks all languages, and gives away in none of them what solves it."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from grader import language
from grader.course.loading import Course, CourseError, load
from grader.grading import Grader, JobCache
from grader.grading.jobs import wanted
from grader.releasing import leaks
from grader.releasing.release import release
from grader.submission import read
from grader.worker.pool import Pool
from tests.language.conftest import Command, in_chinese

HIDDEN = '''

@exercise.check(points=4, hidden=True, hint="What nobody may read beforehand.")
def secret_inputs(solution, case):
    """Works for inputs that nobody knows."""
    return solution.square(case.normal(2))
'''
SECRET = (
    in_chinese("Works for inputs that nobody knows."),
    in_chinese("What nobody may read beforehand."),
)


@pytest.fixture
def english(translated: Path) -> Course:
    return load(translated, "en")


@pytest.fixture
def copy(english: Course, pool: Pool, tmp_path: Path) -> Path:
    assert release(english, tmp_path / "copy", pool, language="zh_CN") == 11
    return tmp_path / "copy"


def test_exercises_are_written_in_the_language_that_was_chosen(
    copy: Path, translated: Path
) -> None:
    """The copy's own stub and title stay English, for each student may choose another."""
    assert "中文" in (copy / "exercises" / "square.py").read_text()
    assert "中文" in (copy / "exercises" / "square.ipynb").read_text()
    assert "中文" not in (copy / "course" / "square" / "stub.py").read_text()
    for name in language.LANGUAGES:
        mine, theirs = load(translated, name), load(copy / "course", name)
        assert mine.title == theirs.title
        for one, other in zip(mine.entries, theirs.entries, strict=True):
            assert one.exercise.title == other.exercise.title
            said = [[(c.title, c.hints) for c in e.exercise.checks] for e in (one, other)]
            assert said[0] == said[1]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_a_mistake_is_told_in_the_students_language(
    copy: Path, pool: Pool, tmp_path: Path, spoken: str
) -> None:
    (tmp_path / "square.py").write_text("def square(X):\n    return X + X\n")
    course = load(copy / "course", spoken).only(["square"])
    report = Grader(course, pool, cache=JobCache()).grade(read(tmp_path, wanted(course)))
    sentence = "X + X is twice X: multiply instead."
    told = {"en": sentence, "zh_CN": in_chinese(sentence)}
    assert report.exercises[0].likely_cause == told[spoken]


def test_no_sentence_on_a_mistake_can_be_read(copy: Path, english: Course) -> None:
    """Not even where packed files are unpacked; hints lie packed, in each language."""
    entry = english.entry("square")
    sentences = [m.sentence for name in language.LANGUAGES for m in entry.mistakes_in(name)]
    hint = in_chinese("Multiply X by itself.")
    for path in (path for path in copy.rglob("*") if path.is_file()):
        data = path.read_bytes()
        assert hint.encode() not in data, path
        if path.suffix == ".bin":
            data += zlib.decompress(data)
        assert [said for said in sentences if said.encode() in data] == [], path
    assert hint.encode() in zlib.decompress((copy / "course/square/zh_CN.bin").read_bytes())


def test_nothing_is_said_of_hidden_checks(translated: Path, pool: Pool, tmp_path: Path) -> None:
    with (translated / "square" / "checks.py").open("a") as checks:
        checks.write(HIDDEN)
    catalog = translated / "square" / "zh_CN.po"
    for english, said in zip(
        ("Works for inputs that nobody knows.", "What nobody may read beforehand."),
        SECRET,
        strict=True,
    ):
        catalog.write_text(f'{catalog.read_text()}\nmsgid "{english}"\nmsgstr "{said}"\n')
    assert load(translated, "zh_CN").entries[0].exercise.named("secret_inputs").hint == SECRET[1]
    release(load(translated, "en"), tmp_path / "copy", pool)
    packed = zlib.decompress((tmp_path / "copy/course/square/zh_CN.bin").read_bytes()).decode()
    assert "nobody" not in packed
    assert "Multiply X by itself." in packed


def test_a_translation_that_solves_an_exercise_is_found(english: Course, tmp_path: Path) -> None:
    """A mistake's sentence in another language is as secret as the English one."""
    said = english.entry("square").mistakes_in("zh_CN")[0].sentence
    folder = tmp_path / "handed out"
    folder.mkdir()
    (folder / "notes.txt").write_text(said)
    assert list(leaks.find(english, folder)) == [
        f"notes.txt holds a part of square's mistakes: {''.join(said.split())}"
    ]


def test_the_command(command: Command, tmp_path: Path) -> None:
    done = command("course", "release", "copy", "--lang=zh_CN")
    assert (done.exit_code, done.stderr.split()[-2:]) == (0, ["2/2", "份答案"])
    assert "中文" in (tmp_path / "copy" / "exercises" / "square.py").read_text()


def test_a_damaged_catalog_says_so(copy: Path) -> None:
    (copy / "course" / "square" / "zh_CN.bin").write_bytes(b"x")
    with pytest.raises(CourseError, match=r"zh_CN\.bin: damaged; copy the course anew"):
        load(copy / "course", "zh_CN")
