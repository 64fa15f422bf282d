"""What README.md and docs/ say is so: commands, links, defaults, and every helper is explained.

`python -m tests.test_docs` writes the README's sample report anew.
"""

from __future__ import annotations

import ast
import io
import re
import typing
from pathlib import Path

import pytest
import typer
from rich.console import Console

from grader.cli import app
from grader.course.loading import load
from grader.grading import Grader, JobCache
from grader.judge import laws
from grader.report import terminal
from grader.report.record import (
    CheckResult,
    CheckStatus,
    ExerciseResult,
    ExerciseStatus,
    Report,
)
from grader.sandbox import Limits, find_isolation
from grader.submission import read
from grader.worker.pool import Pool

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SAMPLE = Path("examples/submissions/half-finished")
ROWS = 8
"""Rows of the sample's table that the README shows."""
CUT = "[...]"

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code(page: Path) -> list[str]:
    """The lines of code blocks and the pieces of code in running text."""
    blocks = re.findall(r"^ *```\w*\n(.*?)^ *```", text(page), re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^ *```.*?^ *```", "", text(page), flags=re.MULTILINE | re.DOTALL)
    return [*(line for block in blocks for line in block.splitlines()), *_spans(prose)]


def _spans(prose: str) -> list[str]:
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)]


def commands() -> dict[str, set[str]]:
    """Every command of `grader` with its options: `course lint`, {`--seeds`, ...}."""

    def walk(command: typing.Any, name: str) -> dict[str, set[str]]:
        if subcommands := getattr(command, "commands", None):
            found = [walk(sub, f"{name} {key}".strip()) for key, sub in subcommands.items()]
            return {key: options for part in found for key, options in part.items()}
        return {name: {option for p in command.params for option in p.opts}}

    return walk(typer.main.get_command(app), "")


def shortened(report: str) -> str:
    """The head of a report and its first detail, as the README shows them."""
    head, _, rest = report.partition("\n-- ")
    detail, _, after = rest.partition("\n-- ")
    lines = head.splitlines()
    first = next(i for i, line in enumerate(lines) if "exercise " in line) + 1
    rows = lines.index("", first)
    if rows - first > ROWS:
        lines[first + ROWS : rows] = [f"  {CUT}"]
    footer = after[after.rindex("\n\n", 0, after.rindex("seed ")) :].strip()
    footer = footer.partition("\n\n")[0]
    return "\n".join([*lines, "", f"-- {detail.rstrip()}", "", CUT, "", footer])


def sample(pool: Pool, cache: JobCache | None = None) -> str:
    """What `make grade` prints on the half-finished example, into a pipe 80 columns wide."""
    course = load(ROOT / "solutions")
    submission = read(SAMPLE, [entry.id for entry in course.entries])
    report = Grader(course, pool, cache=cache).grade(submission)
    console = Console(file=io.StringIO(), width=80)
    terminal.render(report, console, program=".venv/bin/grader")
    return shortened(typing.cast(io.StringIO, console.file).getvalue())


def shown() -> str:
    """The sample report in the README."""
    (block,) = re.findall(r"^```\n(\d+ of .*?)^```", text(PAGES[0]), re.MULTILINE | re.DOTALL)
    return str(block).rstrip()


def without_footer(report: str) -> str:
    return report.rpartition(CUT)[0]


def test_sample_report_is_what_the_grader_prints(
    pool: Pool, cache: JobCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Out of step? `python -m tests.test_docs` writes it anew."""
    monkeypatch.chdir(ROOT)
    assert without_footer(shown()) == without_footer(sample(pool, cache))


@each_page
def test_make_targets_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    named = {
        word
        for line in code(page)
        for word in re.findall(r"(?:^|\$ )make ((?:PYTHON=\S+ )?[a-z]+)", line)
    }
    assert {word.rpartition(" ")[2] for word in named} - targets == set()


@each_page
def test_grader_commands_and_their_options_exist(page: Path) -> None:
    known = commands()
    wrong = []
    for line in code(page):
        found = re.search(
            r"(?:^|\$ )(?:\.venv/bin/)?grader ((?:(?:course|class) )?[a-z][a-z-]*)(?= |$)(.*)", line
        )
        if not found:
            continue
        options = set(re.findall(r"--[a-z-]+", found[2]))
        if found[1] not in known or options - known[found[1]]:
            wrong.append(line)
    assert wrong == []


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    """Files exist, and headings too."""
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        if link.startswith("http"):
            continue
        file, _, heading = link.partition("#")
        target = page.parent / file if file else page
        if not target.exists() or (heading and heading not in _headings(target)):
            broken.append(link)
    assert broken == []


def _headings(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@each_page
def test_files_that_are_named_exist(page: Path) -> None:
    named = {
        path
        for piece in code(page)
        for path in re.findall(r"(?<![\w./])(?:grader|tests|tools|docs|examples)/[\w./-]*\w", piece)
    }
    assert [path for path in sorted(named - EXAMPLES) if not (ROOT / path).exists()] == []


EXAMPLES = {"tests/alternatives/relu"}
"""Files that a page tells its reader to make."""


def test_defaults_of_the_limits_are_the_codes() -> None:
    rows = re.findall(r"^\| `--([a-z-]+)` \| (\d+)(?: (\w+))? \|", text(PAGES[0]), re.MULTILINE)
    units = {"s": 1, "": 1, "KiB": 2**10, "MiB": 2**20}
    stated = {name.replace("-", "_"): int(number) * units[unit] for name, number, unit in rows}
    figures = Limits().figures()
    names = ("seconds", "memory", "processes", "file_size", "output")
    assert stated == {name: figures[name] for name in names}
    assert f"more than {Limits().flood // 2**20} MiB" in text(PAGES[0])


def test_every_option_of_grade_is_explained() -> None:
    rows = set(re.findall(r"^\| `(--[a-z-]+)` \|", text(PAGES[0]), re.MULTILINE))
    assert rows == {option for option in commands()["grade"] if option.startswith("--")}


def test_every_state_is_explained() -> None:
    states = {*typing.get_args(ExerciseStatus), *typing.get_args(CheckStatus)}
    assert {state for state in states if f"`{state}`" not in text(PAGES[0])} == set()


def test_record_names_fields_that_exist() -> None:
    """The README's list of fields has no invented name, and lacks none of a report's."""
    section = text(PAGES[0]).partition("\n## The record\n")[2].partition("\n## ")[0]
    listing = section.partition("\n- ")[2].partition("\n\n")[0]
    named = set(re.findall(r"`(\w+)`", listing))
    fields = {
        *Report.__struct_fields__,
        *ExerciseResult.__struct_fields__,
        *CheckResult.__struct_fields__,
    }
    assert named - fields == set()
    assert set(Report.__struct_fields__) - named == set()


def test_every_helper_of_a_case_is_explained() -> None:
    """In docs/AUTHORING.md, by a call or by name."""
    source = ast.parse(text(ROOT / "grader" / "worker" / "case.py"))
    (case,) = (n for n in source.body if isinstance(n, ast.ClassDef) and n.name == "Case")
    methods = [n.name for n in case.body if isinstance(n, ast.FunctionDef)]
    assigned = [
        node.attr
        for node in ast.walk(case)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    ]
    public = {name for name in [*methods, *assigned] if not name.startswith("_")}
    manual = text(ROOT / "docs" / "AUTHORING.md")
    assert {name for name in public if f"`case.{name}" not in manual} == set()


def test_every_law_is_explained() -> None:
    manual = text(ROOT / "docs" / "AUTHORING.md")
    assert {name for name in laws.__all__ if not re.search(rf"`{name}\b", manual)} == set()


def test_manual_knows_no_law_that_is_not_there() -> None:
    section = text(ROOT / "docs" / "AUTHORING.md").partition("\n## Laws\n")[2]
    named = re.findall(r"^\| `(\w+)\(", section.partition("\n## ")[0], re.MULTILINE)
    assert set(named) - set(laws.__all__) == set()


def main() -> None:
    """Write the README's sample report anew; run in the project's folder."""
    with Pool(find_isolation(), Limits()) as pool:
        report = sample(pool)
    page = text(PAGES[0])
    PAGES[0].write_text(page.replace(shown(), report), encoding="utf-8")


if __name__ == "__main__":
    main()
