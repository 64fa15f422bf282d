"""The miniature course with a catalog for everything that it says, and commands that speak."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from grader import cli, language
from grader.course import cataloguing
from grader.course.loading import Course, load
from grader.hinting import commands as hinting
from grader.language import catalogs
from grader.releasing import commands as releasing
from grader.worker.pool import Pool
from tests.conftest import MINIATURE

Command = Callable[..., Any]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """A command that was told to speak Chinese leaves this process with it."""
    yield
    language.use(language.ENGLISH)


def in_chinese(english: str) -> str:
    """What the miniature course's catalogs make of a text: of its words only code is left."""
    code = "".join(re.findall("`[^`]+`", english))
    return f"中文的第 {len(english)} 句{code}。"


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    """The folder of the miniature course, all of it translated."""
    folder = tmp_path / "solutions"
    shutil.copytree(MINIATURE, folder)
    english = load(folder, "en")
    found = {folder: cataloguing.of_course(english)}
    found |= {entry.folder: cataloguing.of_exercise(entry) for entry in english.entries}
    for place, catalog in found.items():
        made = catalogs.parsed(catalogs.updated(catalog, b"", "zh_CN"))
        for message in made:
            if message.id:
                message.string = in_chinese(str(message.id))
        (place / "zh_CN.po").write_bytes(catalogs.written(made, "zh_CN"))
    return folder


@pytest.fixture
def chinese_course(translated: Path) -> Course:
    return load(translated, "zh_CN")


@pytest.fixture
def command(pool: Pool, monkeypatch: pytest.MonkeyPatch, translated: Path) -> Command:
    """Runs a command beside the translated course, on the warm workers."""

    @contextmanager
    def warm(*_: object) -> Iterator[Pool]:
        yield pool

    for module in (cli, hinting, releasing):
        monkeypatch.setattr(module, "Pool", warm)
    for module in (cli, hinting):
        monkeypatch.setattr(module, "hide_memory", lambda: None)
    monkeypatch.chdir(translated.parent)
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *arguments: CliRunner().invoke(cli.app, [str(a) for a in arguments])
