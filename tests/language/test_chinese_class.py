"""A class's results are told in the language in which it was graded, wherever that was."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from grader.classroom.station import Setup, grade
from grader.course.edition import of_course
from grader.course.loading import load
from grader.gradescope import archive, grading
from grader.sandbox import Limits
from grader.submission import read
from tests.conftest import RIGHT
from tests.language.conftest import Command, in_chinese
from tests.language.test_speaking import english

CAUSE = "X + X is twice X: multiply instead."


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    folder = tmp_path / "class" / "ada"
    folder.mkdir(parents=True)
    (folder / "two.py").write_text(RIGHT["two"])
    (folder / "square.py").write_text("def square(X):\n    return X + X\n")
    return folder.parent


def test_from_grading_to_each_students_report(command: Command, handed_in: Path) -> None:
    """The language goes with the task; a later command goes on in it, whatever its own locale."""
    graded = command("class", "grade", handed_in, "--workers", 1, "--lang=zh_CN")
    assert (graded.exit_code, english(graded.output)) == (0, [])
    again = command("class", "grade", handed_in, "--workers", 1)
    assert again.output == "共 1 份提交：评了 0 份，1 份没有变化\n"
    shown = command("class", "report", "--students", "own")
    assert (shown.exit_code, english(shown.output)) == (0, [])
    assert in_chinese(CAUSE) in shown.output
    own = handed_in.parent / "own" / "ada"
    record = json.loads((own / "report.json").read_text())
    assert record["language"] == "zh_CN"
    assert record["exercises"][0]["likely_cause"] == in_chinese(CAUSE)
    assert english((own / "report.txt").read_text()) == []
    assert '<html lang="zh-CN">' in (own / "report.html").read_text()
    assert '<html lang="zh-CN">' in (handed_in.parent / "report" / "class.html").read_text()
    assert english(command("class", "show", "ada").output) == []
    everybody = command("class", "grade", handed_in, "--workers", 1, "--lang=en")
    assert everybody.output == "1 graded, 0 unchanged of 1 submissions\n"
    assert CAUSE in command("class", "report").output


def test_what_cannot_be_read_is_told_without_the_teachers_path(
    command: Command, handed_in: Path
) -> None:
    """In the command and in the student's report."""
    (handed_in / "gina.py").write_text("cube = 3\n")
    (handed_in / "zoe").mkdir()
    (handed_in / "hugo").mkdir()
    graded = command("class", "grade", handed_in, "--workers", 1, "--lang=zh_CN")
    why = "gina.py：不是练习的文件；"
    assert f"没有得分：{why}" in graded.output
    assert "：hugo，zoe。" in graded.output
    command("class", "report", "--students", "own")
    record = json.loads((handed_in.parent / "own" / "gina" / "report.json").read_text())
    assert all(exercise["message"].startswith(why) for exercise in record["exercises"])


def test_a_station_speaks_the_language_of_its_setup(translated: Path, handed_in: Path) -> None:
    """One process may serve several runs, one after the other."""
    course = load(translated, "en")
    submission = read(handed_in / "ada", ["square"])
    causes = {"zh_CN": in_chinese(CAUSE), "en": CAUSE}
    with ProcessPoolExecutor(1, get_context("spawn")) as station:
        for language, cause in causes.items():
            edition = of_course(course, language)
            setup = Setup(str(translated), edition, 1, "limits", Limits(), language)
            assert station.submit(grade, setup, submission).result()[0].likely_cause == cause


def test_another_language_or_translation_is_another_edition(translated: Path) -> None:
    """English results stay what they are whatever becomes of translations."""
    course = load(translated, "en")
    before = [of_course(course, language) for language in ("en", "zh_CN")]
    with (translated / "square" / "zh_CN.po").open("a") as catalog:
        catalog.write("\n# mended\n")
    after = [of_course(course, language) for language in ("en", "zh_CN")]
    assert before[0] == after[0]
    assert len({*before, after[1]}) == 3


def test_gradescope_gets_the_language_with_the_archive(
    command: Command, tmp_path: Path, handed_in: Path
) -> None:
    """Its failures are told in it, and run_autograder hands it on."""
    import zipfile

    done = command("gradescope-zip", "autograder.zip", "--lang=zh_CN")
    assert (done.exit_code, english(done.stdout)) == (0, [])
    with zipfile.ZipFile(tmp_path / "autograder.zip") as made:
        assert made.read("language") == b"zh_CN\n"
        assert english(json.loads(made.read("failures/broken.json"))["output"]) == []
        assert b'"$language" "$graded"' in made.read("run_autograder")
    arguments = [str(handed_in / "ada"), str(tmp_path / "solutions"), "1", "zh_CN", "out.json"]
    assert grading.main(arguments) == 0
    found = json.loads((tmp_path / "out.json").read_text())
    said = [found["output"], *(case.get("output", "") for case in found["tests"])]
    assert [text for text in said if english(text)] == []
    assert archive.DEFAULT_MINUTES == 10
