"""Stubs in Chinese, and a stub in whichever language is nobody's work."""

from __future__ import annotations

import ast
import json
import os
import zipfile
from pathlib import Path

import pytest

from grader import ledger
from grader.course import notebooks, stubs
from grader.course.loading import load
from grader.course.stubs import Written
from grader.grading.jobs import wanted
from grader.submission import read
from tests.conftest import RIGHT
from tests.language.conftest import Command

LANGUAGES = ["en", "zh_CN"]


def docstrings(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    documented = [n for n in nodes if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
    return [said for node in documented if (said := ast.get_docstring(node))]


def test_only_what_is_said_differs(command: Command, tmp_path: Path) -> None:
    """Code, names and marks are the same in both languages."""
    for language in LANGUAGES:
        command("course", "stubs", language, "--lang", language)
    english, chinese = (tmp_path / language / "two.py" for language in LANGUAGES)
    assert all("中文" in said for said in docstrings(chinese))
    assert len(docstrings(english)) == len(docstrings(chinese)) > 1
    bare = [
        [line for line in path.read_text().splitlines() if '"""' not in line and "X: " not in line]
        for path in (english, chinese)
    ]
    assert [x for x in bare[0] if "Shift(amount)" not in x and x.strip()][:3] == [
        x for x in bare[1] if x.strip()
    ][:3]
    cells = json.loads((tmp_path / "zh_CN" / "two.ipynb").read_text())["cells"]
    said = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    assert "Run the next cell" not in said
    assert "中文" in said


@pytest.mark.parametrize("listed", ["as it was", "missing"])
def test_a_stub_in_another_language_is_replaced(
    command: Command, tmp_path: Path, translated: Path, listed: str
) -> None:
    """Forth and back; work stays."""
    folder = tmp_path / "exercises"
    written = {}
    for language in [*LANGUAGES, "en"]:
        done = command("course", "stubs", "--lang", language)
        assert (done.exit_code, done.stderr) == (0, "")
        written[language] = (folder / "square.py").read_text(encoding="utf-8")
        if listed == "missing":
            (folder / ledger.NAME).unlink()
    assert written["en"] != written["zh_CN"]
    (folder / "square.py").write_text(RIGHT["square"])
    chinese = load(translated, "zh_CN")
    assert stubs.write(chinese, folder) == {"square": Written.KEPT, "two": Written.UPDATED}
    assert set(notebooks.write(chinese, folder).values()) == {Written.UPDATED}


def test_reset_sets_nothing_aside_for_a_stub_in_another_language(
    command: Command, tmp_path: Path
) -> None:
    command("course", "stubs", "--lang=zh_CN")
    said = command("reset", "square", "--lang=en").stdout
    assert said == "exercises/square.py is the stub again.\n"
    assert sorted(path.name for path in (tmp_path / "exercises").glob("square*")) == [
        "square.ipynb",
        "square.py",
    ]
    assert command("reset", "square").stdout == "exercises/square.py is the stub already.\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_notebook_counts_beside_a_stub_in_any_language(
    command: Command, tmp_path: Path, translated: Path, language: str
) -> None:
    """Nothing is said about it: only one of the two was worked on."""
    command("course", "stubs", "--lang=zh_CN")
    notebook = tmp_path / "exercises" / "square.ipynb"
    made = json.loads(notebook.read_text())
    for cell in made["cells"]:
        cell["source"] = "".join(cell["source"]).replace(
            "raise NotImplementedError", "return X * X"
        )
    notebook.write_text(json.dumps(made))
    os.utime(notebook, (0, 0))
    found = read(tmp_path / "exercises", wanted(load(translated, language)))
    assert found.sources["square"].filename == "square.ipynb"
    assert found.notes == []


def test_what_is_not_started_is_known_in_any_language(command: Command, tmp_path: Path) -> None:
    command("course", "stubs", "--lang=zh_CN")
    (tmp_path / "exercises" / "two.py").write_text(RIGHT["two"])
    done = command("submit", "--name=ada", "--lang=en")
    assert done.stdout == "ada.zip: 1 of 2 exercises: two\n"
    with zipfile.ZipFile(tmp_path / "ada.zip") as archive:
        files = json.loads(archive.read("manifest.json"))["files"]
    assert {file["exercise"]: file["started"] for file in files} == {"square": False, "two": True}
