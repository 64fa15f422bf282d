"""What a reader of the terminal sees."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from grader.report.again import Again
from grader.report.breaking import breaks
from grader.report.record import (
    PRACTICE_SEED,
    CheckResult,
    CheckStatus,
    Comparison,
    Example,
    ExerciseResult,
    ExerciseStatus,
    Matrix,
    Report,
    SourceLine,
)
from grader.report.terminal import Detail, render
from tests.report import samples

SNAPSHOTS = Path(__file__).parent / "snapshots"


def drawn(
    report: Report,
    width: int = 80,
    detail: Detail = "first",
    *,
    terminal: bool = False,
    encoding: str = "utf-8",
    program: str = "grader",
) -> str:
    """The report as it is written to a pipe, or to a terminal with colours."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    colours: Literal["truecolor"] | None = "truecolor" if terminal else None
    console = Console(
        file=file, width=width, force_terminal=terminal, color_system=colours, _environ={}
    )
    render(report, console, detail=detail, program=program)
    file.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("name", samples.SAMPLES)
def test_snapshot(name: str, width: int) -> None:
    """A report reads as its snapshot does (UPDATE_SNAPSHOTS=1 writes them anew, for review)."""
    path = SNAPSHOTS / f"{name}-{width}.txt"
    text = drawn(samples.SAMPLES[name](), width)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_first_line() -> None:
    """The first line is the score and the one next action."""
    assert drawn(samples.one()).splitlines()[0] == (
        "8 of 12.5 points. Next: subtract each row's maximum."
    )


def test_complete_success_is_short() -> None:
    """Where everything is done there is a row per exercise and nothing to scroll through."""
    assert drawn(samples.complete()).count("\n") == 9


def test_without_details() -> None:
    """`detail="none"` leaves the rows and the notes."""
    text = drawn(samples.half_finished(), detail="none")
    assert "Reproduce" not in text
    assert "softmax  " in text


def test_all_details() -> None:
    """`detail="all"` shows how to reproduce each failing check."""
    text = drawn(samples.one(), detail="all")
    assert re.findall(r"grader debug (\S+)", text) == [
        "softmax:survives_large_logits",
        "softmax:survives_large_logits",
        "softmax:shift",
    ]


@pytest.mark.parametrize("status", get_args(ExerciseStatus))
def test_state_of_exercise_in_words(status: ExerciseStatus) -> None:
    """Every state of an exercise stands as a word in its row."""
    report = samples.report([samples.exercise("sgd", status)], "Next.")
    row = next(line for line in drawn(report).splitlines() if line.startswith("  sgd "))
    assert status.replace("_", " ") in row


@pytest.mark.parametrize(
    ("status", "word"), [("failed", "failed"), ("error", "error"), ("timeout", "timed out")]
)
def test_state_of_check_in_words(status: CheckStatus, word: str) -> None:
    """Every way to fail a check stands as a word under its heading."""
    failed = samples.exercise("sgd", "failed", [samples.check("step", "Steps.", status)])
    lines = drawn(samples.report([failed], "Next.")).splitlines()
    assert f"  {word}: step on cpu, float32; 0 of 2 points" in lines


def test_part_not_started() -> None:
    """A part that was not begun is named, though no check of it failed."""
    reason = "dropout_gradient is not started."
    checks = [samples.check("a", "A."), samples.check("b", "B.", "not_run", message=reason)]
    text = drawn(samples.report([samples.exercise("dropout", "partly", checks)], "Next."))
    assert (
        "  Not run        1 check: B\n                 dropout_gradient is not started.\n" in text
    )


def unloaded(**more: object) -> ExerciseResult:
    """A file of which nothing can be run, with checks that say so."""
    why = "dropout.py, line 3: SyntaxError: invalid syntax"
    line = SourceLine(file="dropout.py", line=3, source="def dropout(X:")
    found = {"message": why, "traceback": [line], "false_rejection": 1e-9, **more}
    checks = [samples.check(name, f"{name}.", "error", **found) for name in ("Drops", "Scales")]
    return samples.exercise("dropout", "error", checks, message=why)


def test_what_was_not_handed_in_is_one_line_at_the_end() -> None:
    """It would bury what else there is to say."""
    missing = [
        samples.exercise(name, "missing", message=f"{name}.py was not handed in.")
        for name in ("sgd", "mlp", "dropout")
    ]
    done = samples.exercise("xavier", "done", notes=["A top-level statement raised."])
    text = drawn(samples.report([*missing, done], "Next."))
    assert text.partition("-- notes")[2].splitlines()[1:4] == [
        "  xavier: A top-level statement raised.",
        "  Not handed in: sgd, mlp, dropout.",
        "",
    ]


@pytest.mark.parametrize("detail", ["first", "all"])
def test_what_cannot_be_run_is_told_once(detail: Detail) -> None:
    """Why, where in one's own code, and which checks wait for it; no check is said to have run."""
    text = drawn(samples.report([unloaded()], "Next."), detail=detail)
    assert text.partition("-- dropout")[2].partition("\nseed ")[0] == (
        ": Dropout ------------------------------------------------------------\n"
        "  error; 0 of 4 points\n"
        "\n"
        "  dropout.py, line 3: SyntaxError: invalid syntax\n"
        "\n"
        "  Your code      dropout.py, line 3\n"
        "                   def dropout(X:\n"
        "  Not run        2 checks: Drops; Scales\n"
    )


def test_what_cannot_be_read_is_told_once() -> None:
    why = "dropout.py is empty."
    checks = [samples.check("a", "A.", "not_run", message=why)]
    empty = samples.exercise("dropout", "error", checks, message=why)
    text = drawn(samples.report([empty], "Next."))
    assert (text.count(why), "  Not run        1 check: A\n\nseed" in text) == (1, True)
    several = [replace(empty, id=name) for name in ("dropout", "sgd", "mlp")]
    assert drawn(samples.report(several, "Next.")).count(why) == 1


def test_a_chance_is_that_of_a_law_that_judged() -> None:
    """And not of a check that raised."""
    for status, number in (("failed", 1), ("error", 0), ("timeout", 0)):
        checks = [samples.check("rate", "Drops.", status, false_rejection=1e-9, message="Why.")]
        text = drawn(samples.report([samples.exercise("dropout", "failed", checks)], "Next."))
        assert text.count("Chance") == number


def test_inputs_stand_side_by_side() -> None:
    """As many as fit; a number is shown as one."""
    small = Matrix(shape=[2, 1], rows=[["-2"], ["10"]])
    inputs = [small, Matrix(shape=[1], rows=[["0"]]), Matrix(shape=[], rows=[["0.475"]])]
    example = Example(simpler=1, inputs=inputs, expected=small, actual=small)
    checks = [samples.check("step", "Steps.", "failed", example=example)]
    report = samples.report([samples.exercise("sgd", "failed", checks)], "Next.")
    assert (
        "    input 1    input 2    input 3\n"
        "        0       0          0.475\n"
        "    0  -2       0\n"
        "    1  10\n"
        "    exp...    actual\n"
    ) in drawn(report)
    assert (
        "    input 1    input 2\n"
        "        0       0\n"
        "    0  -2       0\n"
        "    1  10\n"
        "    input 3\n"
        "     0.475\n"
    ) in drawn(report, 30)


def test_a_long_heading_goes_on_below() -> None:
    """Its first line begins as each heading does, and a rule ends its last."""
    title = "squared_loss stays (n, 1) where y_hat is (n, 1) and y is (n,)."
    checks = [samples.check("stays", title, "failed", message="Why.")]
    text = drawn(samples.report([samples.exercise("linear_regression", "failed", checks)], "Next."))
    assert (
        "\n-- linear_regression: squared_loss stays (n, 1) where y_hat is (n, 1) and y is\n"
        f"   (n,) {'-' * 72}\n"
        "  failed: stays on cpu"
    ) in text


def test_columns_of_devices() -> None:
    """A second CPU context counts to the CPU; a device not asked for is a dash."""
    checks = [samples.check("a", "A.", device=device) for device in ("cpu", "cpu:1")]
    report = samples.report([samples.exercise("sgd", "done", checks)], "Done.")
    row = next(line for line in drawn(report).splitlines() if line.startswith("  sgd "))
    assert row.split()[-7:] == ["2", "of", "2", "-", "4", "of", "4"]


@pytest.mark.parametrize(
    ("submission", "expected"),
    [
        ("exercises", "grader debug softmax:rows"),
        ("./exercises/", "grader debug softmax:rows"),
        ("her work", "grader debug softmax:rows --submission 'her work'"),
        ("a\x1b[2J", "grader debug softmax:rows --submission $'a\\033[2J'"),
        ("it's\n", "grader debug softmax:rows --submission $'it\\'s\\012'"),
    ],
)
def test_command(submission: str, expected: str) -> None:
    """The command can be pasted into a shell and holds no control character."""
    rows = samples.check("rows", "Rows sum to 1.", "failed")
    assert Again("grader", submission, PRACTICE_SEED).command("softmax", rows) == expected


@pytest.mark.parametrize(
    ("device", "expected"),
    [
        ("cpu", "grader debug softmax:rows"),
        ("gpu", "grader debug softmax:rows --device gpu"),
        ("cpu:1", "grader debug softmax:rows"),
    ],
)
def test_command_names_the_device(device: str, expected: str) -> None:
    """Unless it is where `debug` computes unasked: the CPU, or what the check itself names."""
    rows = samples.check("rows", "Rows sum to 1.", "failed", device=device)
    again = Again("grader", "exercises", PRACTICE_SEED, devices=["cpu", "gpu"])
    assert again.command("softmax", rows) == expected


def test_command_names_a_course_elsewhere() -> None:
    """Where it would take another, the exercise may not be there."""
    rows = samples.check("rows", "Rows sum to 1.", "failed")
    report = samples.report([], "Next.", submission="her work")
    assert Again.of(report, "grader", "her course").command("softmax", rows) == (
        "grader debug softmax:rows --submission 'her work' --course 'her course'"
    )


def test_no_command_where_no_program_is_named() -> None:
    """What was graded then lies where no command finds it."""
    rows = samples.check("rows", "Rows sum to 1.", "failed")
    assert Again("", "ada", PRACTICE_SEED).command("softmax", rows) == ""


def test_long_command_breaks_where_a_shell_allows_it() -> None:
    """A command that is too long for its line goes on behind a backslash."""
    submission = "/srv/classes/2026/submissions/2026-11-23/student-0001"
    text = drawn(samples.report([samples.xavier()], "Next.", submission=submission))
    assert (
        "  Reproduce\n"
        "    grader debug xavier:bound \\\n"
        "      --submission "
        "/srv/classes/2026/submissions/2026-11-23/student-0001\n"
    ) in text


def test_a_program_far_away_stands_on_a_line_of_its_own() -> None:
    """So does whatever finds no room beside what stands before it; a shell joins them."""
    program, name = f"/srv/{'courses/' * 6}.venv/bin/grader", f"keeps_{'its_' * 12}shape"
    rows = samples.check(name, "Keeps its shape.", "failed")
    report = samples.report([samples.exercise("mlp", "failed", [rows])], "Next.", seed=7)
    text = drawn(report, 80, program=program)
    begin = text.index("  Reproduce")
    assert text[begin:].startswith(
        f"  Reproduce\n    {program} \\\n      debug mlp:{name} \\\n      --seed 7\n"
    )


HOSTILE = "[bold red]x[/] \x1b[2J\x1b]0;title\x07 \u202egnp.py \r10 of 10 \u200b\x9b31m :smile: [/]"


def hostile() -> Report:
    """A submission that writes what it should not, wherever it can."""
    bad = samples.check(
        "step",
        "Steps.",
        "error",
        message=HOSTILE,
        output=HOSTILE,
        traceback=[SourceLine(file=HOSTILE, line=1, source=HOSTILE, function=HOSTILE)],
        comparison=Comparison(
            index=[0, 0],
            expected="1",
            actual=HOSTILE,
            ratio=2.0,
            wrong=1,
            total=1,
            expected_matrix=Matrix(shape=[1, 1], rows=[["1"]]),
            actual_matrix=Matrix(shape=[1, 1], rows=[[HOSTILE]]),
        ),
    )
    about = {"message": HOSTILE + "!", "notes": [HOSTILE], "likely_cause": HOSTILE}
    exercise = samples.exercise("sgd", "error", [bad], **about)
    return samples.report([exercise], HOSTILE, submission=HOSTILE, notes=[HOSTILE])


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1", "gbk"])
def test_hostile_text_is_escaped(encoding: str) -> None:
    """No control character, override or markup of a submission reaches a terminal."""
    text = drawn(hostile(), 200, encoding=encoding)
    assert not set(text) & set("\x1b\x07\r\x9b\u202e\u200b")
    assert "[bold red]x[/] \\x1b[2J\\x1b]0;title\\x07 \\u202egnp.py \\r10 of 10" in text
    assert ":smile:" in text


def test_hostile_text_adds_no_style() -> None:
    """With colours, every escape sequence is one that sets or ends a style of ours."""
    text = drawn(hostile(), 200, terminal=True)
    assert {part[0] for part in text.split("\x1b")[1:]} == {"["}
    assert "\x1b[2J" not in text
    assert "\x1b[1;31mx" not in text


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves no colour, and nothing that colour alone would say."""
    monkeypatch.setenv("NO_COLOR", "1")
    file = io.StringIO()
    render(samples.one(), Console(file=file, width=80, force_terminal=True))
    assert "[nan]" in file.getvalue()
    assert not any(f"\x1b[{colour}m" in file.getvalue() for colour in range(30, 50))


def test_pipe_has_no_drawn_lines() -> None:
    """A pipe gets ASCII where the grader itself draws."""
    assert drawn(samples.half_finished()).isascii()


# Letters of several widths, marks, controls, markup and overrides.
TEXTS = st.text(st.characters() | st.sampled_from("a [/]\n\t\x1b中\u0301\u202e😀"), max_size=60)
NUMBERS = st.floats() | st.sampled_from([0.0, 1.0, 2.5, 1 / 3])
STATES: st.SearchStrategy[CheckStatus] = st.sampled_from(get_args(CheckStatus))
MATRICES = st.builds(
    Matrix,
    shape=st.lists(st.integers(0, 9), max_size=4),
    rows=st.lists(st.lists(TEXTS, min_size=2, max_size=2) | st.lists(TEXTS), max_size=3),
    row=st.integers(0, 9),
    column=st.integers(0, 9),
)
COMPARISONS = st.builds(
    Comparison,
    index=st.lists(st.integers(-1, 9), max_size=4),
    expected=TEXTS,
    actual=TEXTS,
    ratio=st.none() | NUMBERS,
    wrong=st.integers(0, 10**9),
    total=st.integers(0, 10**9),
    expected_matrix=MATRICES,
    actual_matrix=MATRICES,
)
CHECKS = st.builds(
    CheckResult,
    name=TEXTS,
    title=TEXTS,
    status=STATES,
    points=NUMBERS,
    max_points=NUMBERS,
    device=st.sampled_from(["cpu", "cpu:1", "gpu:0"]) | TEXTS,
    dtype=TEXTS,
    message=TEXTS,
    hint=TEXTS,
    false_rejection=st.none() | NUMBERS,
    comparison=st.none() | COMPARISONS,
    traceback=st.lists(
        st.builds(SourceLine, file=TEXTS, line=st.integers(), source=TEXTS, function=TEXTS),
        max_size=8,
    ),
    output=TEXTS,
)
EXERCISES = st.builds(
    ExerciseResult,
    id=TEXTS,
    title=TEXTS,
    section=TEXTS,
    status=st.sampled_from(get_args(ExerciseStatus)),
    points=NUMBERS,
    max_points=NUMBERS,
    message=TEXTS,
    likely_cause=st.none() | TEXTS,
    notes=st.lists(TEXTS, max_size=2),
    checks=st.lists(CHECKS, max_size=3),
)
REPORTS = st.builds(
    Report,
    submission=TEXTS,
    seed=st.integers(),
    points=NUMBERS,
    max_points=NUMBERS,
    isolation=TEXTS,
    devices=st.lists(TEXTS, max_size=2),
    versions=st.dictionaries(TEXTS, TEXTS, max_size=2),
    limits=st.dictionaries(TEXTS, NUMBERS, max_size=2),
    notes=st.lists(TEXTS, max_size=2),
    next_action=TEXTS,
    seconds=NUMBERS,
    exercises=st.lists(EXERCISES, max_size=3),
)


@settings(max_examples=300, deadline=None)
@given(
    REPORTS,
    st.integers(20, 200),
    st.sampled_from(get_args(Detail)),
    st.sampled_from(["utf-8", "ascii", "gbk"]),
)
def test_any_record_fits(report: Report, width: int, detail: Detail, encoding: str) -> None:
    """Whatever a record holds, rendering it neither raises nor leaves the page."""
    text = drawn(report, width, detail, encoding=encoding)
    assert max(map(cell_len, text.splitlines())) <= width
    assert set(text) - {"\n"} == {c for c in text if c.isprintable()}


def test_marks_that_open_nothing_are_broken_in_no_time() -> None:
    """Each of them was looked at from all that stand before it."""
    began = time.process_time()
    assert len(breaks("\u201c" * 30_000, 80)) == 30_000 // 80 - 1
    assert time.process_time() - began < 5
