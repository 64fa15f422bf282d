"""Which language is spoken: what is asked for, or the environment's, or English."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.language import LANGUAGES, choose
from tests.language.conftest import Command

CHINESE = ["zh", "zh_CN", "zh-CN", "zh_CN.UTF-8", "zh_Hans", "zh_SG", "zh_TW.Big5", "zh_HK", "ZH"]
ENGLISH = ["en", "en_GB.UTF-8", "C", "POSIX", "C.UTF-8", "de_DE", "xx", "zhx", "&&&", "", ":"]


@pytest.mark.parametrize("variable", ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
@pytest.mark.parametrize(
    ("locale", "language"),
    [*((name, "zh_CN") for name in CHINESE), *((name, "en") for name in ENGLISH)],
)
def test_each_variable_of_the_environment(variable: str, locale: str, language: str) -> None:
    """One that does not exist, or is broken, gives English without a word."""
    assert choose("", {variable: locale}) == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LC_ALL": "C", "LANGUAGE": "zh_CN"}, "zh_CN"),
        ({"LANGUAGE": "", "LANG": "zh_CN"}, "zh_CN"),
        ({"LANGUAGE": "de:zh_TW:en"}, "zh_CN"),
        ({"LANGUAGE": "en:zh_CN"}, "en"),
        ({}, "en"),
    ],
)
def test_their_order_is_gettexts(environment: dict[str, str], language: str) -> None:
    assert choose("", environment) == language


def test_what_is_asked_for_counts_most() -> None:
    assert choose("zh-cn", {"LANGUAGE": "en"}) == "zh_CN"
    assert choose("en_AU", {"LANGUAGE": "zh_CN"}) == "en"


@pytest.mark.parametrize("asked", ["de", "zz_ZZ", "chinese", "zh CN", "../zh_CN", "\n"])
def test_a_language_that_there_is_not(command: Command, asked: str) -> None:
    """The request is wrong; the sentence lists those there are."""
    for arguments in (["grade"], ["hint", "square"], ["course", "stubs"], ["class", "grade", "."]):
        done = command(*arguments, "--lang", asked)
        assert done.exit_code == 2
        assert all(name in done.stderr for name in LANGUAGES)
        assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("translated")
def test_a_terminal_without_chinese_letters_gets_their_escapes(tmp_path: Path) -> None:
    """Rather than none, or an exception."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "reset", "square", str(tmp_path), "--lang=zh_CN"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"square.py \u5df2" in done.stdout


def test_english_reads_no_catalog(tmp_path: Path) -> None:
    """And so does not pay for what reads one."""
    code = (
        "import sys; from grader import cli, command, language; "
        "from grader.course.loading import load; "
        "language.use(); load(command.course_folder(None)); print('babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
