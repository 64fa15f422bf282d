"""What a student or a teacher reads in Chinese holds no English sentence of the grader's."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from grader import language
from grader.course.loading import Course
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.report import terminal
from grader.report.html import page
from grader.report.record import Report
from grader.submission import read
from grader.worker.pool import Pool
from tests.conftest import RIGHT
from tests.language.conftest import Command, in_chinese
from tests.report import pictured, samples
from tests.watching.test_screen import board, rows  # noqa: F401  (a fixture)

SNAPSHOTS = Path(__file__).parent / "snapshots"
ENGLISH = re.compile(r"[A-Za-z][a-z']+,? [a-z][a-z']+,? [a-z']{2,}")
"""Three words one after the other."""
NOT_OURS = re.compile(r"bubblewrap, seccomp, rlimits|grader debug \S+|\w+Error: [^）。]*")
"""Names, commands, and exceptions in the words of Python and MXNet."""

WORK = {
    "wrong numbers": "def square(X):\n    return X + X\n",
    "a wrong shape": "def square(X):\n    return X.reshape((-1,)) * 2\n",
    "nothing returned": "def square(X):\n    X * X\n",
    "an array of NumPy's": "def square(X):\n    return (X * X).asnumpy()\n",
    "another context": (
        "import mxnet as mx\ndef square(X):\n    return (X * X).as_in_context(mx.cpu(2))\n"
    ),
    "an exception": "def square(X):\n    return 1 / 0\n",
    "MXNet's exception": (
        "from mxnet import nd\ndef square(X):\n    return X * nd.ones((7, 7, 7))\n"
    ),
    "a stub": "def square(X):\n    raise NotImplementedError\n",
    "another name": "def sqare(X):\n    return X * X\n",
    "no Python": "def square(X:\n",
    "nothing": "",
    "a crash": "import os\ndef square(X):\n    os._exit(0)\n",
    "ready-made": "from mxnet import nd\ndef square(X):\n    return nd.square(X)\n",
    "uneven draws": RIGHT["two"].replace("shape=(n,))", "shape=(n,)) ** 2"),
}


def english(text: str) -> list[str]:
    """Sentences in English that are not quoted code."""
    return ENGLISH.findall(NOT_OURS.sub("", text))


@pytest.fixture
def grader(chinese_course: Course, pool: Pool, chinese: None) -> Grader:  # noqa: ARG001  (spoken meanwhile)
    return Grader(chinese_course, pool, seed=1)


@pytest.mark.parametrize("name", WORK)
def test_a_whole_report(grader: Grader, tmp_path: Path, name: str) -> None:
    """In the terminal and on the page."""
    exercise = "two" if name == "uneven draws" else "square"
    (tmp_path / f"{exercise}.py").write_text(WORK[name])
    report = grader.grade(read(tmp_path, wanted(grader.course)))
    assert report.language == "zh_CN"
    drawn = terminal_text(report, 100)
    assert english(drawn) == []
    written = re.sub("<style>.*</style>", "", page.render(report), flags=re.DOTALL)
    assert english(re.sub(r"<[^>]*>", "\n", written)) == []
    assert '<html lang="zh-CN">' in page.render(report)
    if name == "wrong numbers":
        assert report.exercises[0].likely_cause == in_chinese("X + X is twice X: multiply instead.")


def terminal_text(report: Report, width: int) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False, _environ={})
    terminal.render(report, console, detail="all")
    return str(console.file.getvalue())  # type: ignore[attr-defined]  # a StringIO


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("width", [60, 80, 140])
def test_snapshot(width: int) -> None:
    """A report reads as its snapshot does (UPDATE_SNAPSHOTS=1 writes it anew, for review)."""
    path = SNAPSHOTS / f"half_finished-{width}.txt"
    text = terminal_text(samples.half_finished(), width)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


LONG = (
    "减去每行的最大值：exp(x) 在 float32 中超过 88 就会溢出，因此（不改变商）请用keepdims=True。"
) * 4


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("width", [1, 7, 40, 60, 80, 140])
def test_chinese_is_wrapped_where_it_may_be(width: int) -> None:
    """Letters are two columns wide; no line begins with a stop, and no English word is torn."""
    failed = samples.check("rows", "Rows.", "failed", message=LONG, hint=LONG)
    exercise = samples.exercise("sgd", "failed", [failed], likely_cause=LONG)
    lines = terminal_text(samples.report([exercise], LONG), width).splitlines()
    assert all(cell_len(line) <= max(width, 2) for line in lines)
    if width >= 40:
        assert not any(line.strip().startswith(("。", "，", "）")) for line in lines)
        assert not any(line.endswith("（") for line in lines)
        assert "".join(lines).replace(" ", "").count("keepdims=True") == sum(
            line.count("keepdims=True") for line in lines
        )


@pytest.mark.usefixtures("chinese")
def test_pictures_say_what_they_show() -> None:
    text = page.render(pictured.report())
    labels = re.findall(r'aria-label="([^"]*)"', text)
    assert [label for label in labels if english(label)] == []
    assert all(re.search("[\u4e00-\u9fff]", label) for label in labels if label)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("width", [8, 40, 80, 140])
def test_the_screen_of_watch(board: object, width: int) -> None:  # noqa: F811  (a fixture)
    """Its rows fit, and say nothing in English but what the sample says."""
    shown = rows(board, width, 24)  # type: ignore[arg-type]  # a Board
    if width >= 80:
        assert not any("graded at" in row or "q quit" in row or "points" in row for row in shown)
        assert any("q 退出" in row for row in shown)


def test_hints_and_the_way_back(command: Command, tmp_path: Path) -> None:
    """Hints are given in Chinese, and the stub that is put back is a Chinese one."""
    assert command("course", "stubs").exit_code == 0
    work = tmp_path / "exercises" / "square.py"
    work.write_text("def square(X):\n    return X * X * X\n")
    said = command("hint", "square", "--lang=zh_CN").stdout
    assert "提示 1/" in said
    assert english(said) == []
    graded = command("grade", "--exercise", "square").stdout
    assert "Hint" in graded
    assert "中文" not in graded
    said = command("reset", "square", "--lang=zh_CN").stdout
    assert "已恢复为模板" in said
    assert "中文" in work.read_text()


def test_the_environment_is_asked(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    command("course", "stubs")
    assert command("grade").stdout.splitlines()[0].endswith("square.py")
    assert language.spoken() == "zh_CN"
