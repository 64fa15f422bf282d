"""From files to a record: statuses, causes, points, and whose fault it was."""

from __future__ import annotations

import json
import shutil
import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from grader.course.loading import Course, Entry, ReferenceFailed, load
from grader.course.stubs import stub
from grader.grading import Grader
from grader.grading.jobs import wanted
from grader.report import jsonfile
from grader.report.record import CheckResult, ExerciseResult, Report
from grader.sandbox import Limits
from grader.submission import Source, Submission, read
from grader.worker.pool import Pool
from grader.worker.protocol import Job
from tests.conftest import MINIATURE, RIGHT, check
from tests.hurrying import Hurried

GradeSquare = Callable[[str], ExerciseResult]
Grade = Callable[..., Report]

STUB = "def square(X):\n    raise NotImplementedError\n"
DOUBLED = "def square(X):\n    return X + X\n"
MXNET = "from mxnet import nd\nimport mxnet as mx\n"


def statuses(exercise: ExerciseResult) -> list[str]:
    return [check.status for check in exercise.checks]


@pytest.mark.parametrize(
    ("text", "status", "checks", "points"),
    [
        (RIGHT["square"], "done", ["passed"] * 4, 7),
        (DOUBLED, "failed", ["failed"] * 4, 0),
        (
            "def square(X):\n    return X * X if X.dtype.__name__ == 'float32' else X\n",
            "partly",
            ["passed", "passed", "failed", "passed"],
            6,
        ),
        (STUB, "not_started", ["not_run"] * 4, 0),
        ("def square(X):\n    return X.square()\n", "borrowed", ["failed"] * 4, 0),
        ("def square(X):\n    return Y\n", "error", ["error"] * 4, 0),
        ("def square(X:\n", "error", ["error"] * 4, 0),
        ("def squared(X):\n    return X * X\n", "error", ["error"] * 4, 0),
        ("import sys\nsys.exit()\n", "error", ["error"] * 4, 0),
        ("", "error", ["not_run"] * 4, 0),
    ],
)
def test_what_an_exercise_adds_up_to(
    grade_square: GradeSquare, text: str, status: str, checks: list[str], points: float
):
    """Its status follows from its checks, its points from the passed ones alone."""
    found = grade_square(text)
    assert (found.status, statuses(found), found.points) == (status, checks, points)


def test_a_missing_file_is_missing(grade: Grade):
    """The other exercise is graded all the same, and the next action is to hand it in."""
    report = grade(square=None)
    square, two = report.exercises
    assert [(square.status, square.message), (two.status, two.points)] == [
        ("missing", "square.py was not handed in."),
        ("done", 4),
    ]
    assert (report.points, report.max_points) == (4, 11)
    assert report.next_action == "Next: hand in square.py"


def test_what_cannot_be_read_is_to_be_handed_in_again(grader: Grader, tmp_path: Path):
    """And no single exercise is to be mended."""
    (tmp_path / "ada.zip").write_bytes(b"PK, and nothing else")
    report = grader.grade(read(tmp_path / "ada.zip", list(RIGHT)))
    assert report.next_action == "Next: hand in ada.zip again, so that it can be read"
    (tmp_path / "square.py").write_text("def square(X\n")
    report = grader.grade(read(tmp_path / "square.py", ["square"]))
    assert report.next_action == "Next: repair square, so that it can be run"


def test_a_stub_that_is_not_filled_in_is_not_run(grade: Grade):
    """Of two stubs one is done: its check counts, the other's reads as not started."""
    half = RIGHT["two"].replace(
        "    return nd.random", "    raise NotImplementedError\n    nd.random"
    )
    two = grade(two=half).exercises[1]
    assert (two.status, two.points, statuses(two)) == ("partly", 2, ["passed", "not_run"])
    message = "Not started: the stub still raises NotImplementedError."
    assert (check(two, "draws_evenly").message, check(two, "draws_evenly").traceback) == (
        message,
        [],
    )


def test_right_work_has_no_remarks(grade: Grade):
    """A report of right work: a margin below 1, a rate for the random law, nothing else."""
    report = grade()
    square, two = report.exercises
    passed = [(c.name, c.device, c.dtype, c.message, c.hint) for c in square.checks]
    assert passed == [
        ("equals_reference", "cpu", "float32", "", ""),
        ("has_the_right_gradient", "cpu", "float32", "", ""),
        ("keeps_float64", "cpu", "float64", "", ""),
        ("stays_on_its_context", "cpu:1", "float32", "", ""),
    ]
    assert all(c.margin is not None and 0 <= c.margin <= 1 for c in square.checks)
    assert check(two, "draws_evenly").false_rejection == 1e-9
    assert (report.next_action, report.points) == ("Everything is done", 11)


def test_every_input_of_the_small_case_is_told(tmp_path: Path, pool: Pool):
    """However many there are: without all of them nobody can compute along."""
    shutil.copytree(MINIATURE, tmp_path / "solutions")
    with (tmp_path / "solutions" / "square" / "checks.py").open("a") as checks:
        checks.write(
            "\n\n@exercise.check(points=1)\ndef scales(solution, case):\n"
            '    """Squares five vectors."""\n'
            "    given = [case.normal(2) for _ in range(5)]\n"
            "    return [solution.square(x) for x in given], case.number(0, 1)\n"
        )
    course = load(tmp_path / "solutions").only(["square"])
    text = "def square(X):\n    return X + X if X.shape == (2,) else X * X\n"
    (tmp_path / "square.py").write_text(text)
    report = Grader(course, pool, seed=1).grade(read(tmp_path, ["square"]))
    example = check(report.exercises[0], "scales").example
    assert example is not None
    assert [matrix.shape for matrix in example.inputs] == [*[[2]] * 5, []]


def test_a_wrong_answer_is_told_in_full(grade_square: GradeSquare):
    """The hint, the worst element, and both sides drawn."""
    found = check(grade_square(DOUBLED), "equals_reference")
    assert found.hint == "Multiply X by itself."
    assert "20 of 20 elements differ" in found.message
    assert found.comparison is not None
    comparison = found.comparison
    assert (comparison.wrong, comparison.total, comparison.actual_matrix.shape) == (20, 20, [4, 5])
    assert comparison.ratio is not None
    assert comparison.ratio > 1000


def test_numbers_that_differ_read_differently(grade_square: GradeSquare):
    """However near they are: with seven digits both would be the same."""
    found = check(grade_square("def square(X):\n    return X * X * (1 + 1e-9)\n"), "keeps_float64")
    assert found.comparison is not None
    assert found.comparison.expected != found.comparison.actual


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (DOUBLED, "X + X is twice X: multiply instead."),
        ("def square(X):\n    return 2 * X\n", "X + X is twice X: multiply instead."),
        (
            "def square(X):\n    X * X\n",
            "The function computes its result and returns None: end it with `return`.",
        ),
        (
            MXNET + "def square(X):\n    return nd.dot(X, X, transpose_b=True) * 1\n",
            "nd.dot multiplies matrices: `*` multiplies element by element.",
        ),
        ("def square(X):\n    return -(X * X)\n", "Every element has the wrong sign."),
        ("def square(X):\n    return X * X * X - X.exp()\n", None),
    ],
)
def test_a_known_mistake_is_recognised_by_its_answers(
    grade_square: GradeSquare, text: str, cause: str | None
):
    """However it is written; what is none of them keeps its own symptom or none."""
    assert grade_square(text).likely_cause == cause


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("nd.array(np.random.uniform(-1, 1, n))", True),
        ("nd.random.normal(0, 0.35, shape=(n,)).clip(-1, 1)", False),
    ],
)
def test_a_mistake_in_draws_is_recognised_by_their_law(grade: Grade, body: str, told: bool):
    """Whatever drew them; what only breaks the same bounds is another mistake."""
    shift = RIGHT["two"].partition("def draws")[0]
    source = f"import numpy as np\n{shift}def draws(n):\n    return {body}\n"
    result = grade(two=source).exercises[1]
    assert result.points == 2
    assert (result.likely_cause == "The draws must begin at 0, not at -1.") == told


@pytest.mark.parametrize(
    ("name", "cause"),
    [("amounts", "There is no self.amounts: `__init__` keeps self.amount."), ("sum", None)],
)
def test_of_two_mistakes_the_one_that_is_shown_first_is_told(
    grade: Grade, name: str, cause: str | None
):
    """Also where it raises, by its exception's words."""
    source = RIGHT["two"].replace("X + self.amount", f"X + self.{name}")
    for wrong in (source, source.replace("uniform(0, 1", "uniform(0, 3")):
        assert grade(two=wrong).exercises[1].likely_cause == cause


def test_no_symptom_is_told_beside_an_exception(grade_square: GradeSquare):
    """That is what the report shows; what a later check looks like is another story."""
    text = "def square(X):\n    assert X.size < 7, 'large'\n    return -(X * X)\n"
    found = grade_square(text)
    assert [check.status for check in found.checks].count("failed") > 0
    assert (found.checks[0].status, found.likely_cause) == ("error", None)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("return nd.square(X)", "Borrowed: square ran (line 4: return nd.square(X))"),
        (
            "return getattr(nd, 'squ' + 'are')(X)",
            "Borrowed: square ran (line 4: return getattr(nd, 'squ' + 'are')(X)). This exercise",
        ),
        ("return X.square()", "(line 4: return X.square())"),
        ("mx.npx.set_np(); return mx.np.square(X.as_np_ndarray()).as_nd_ndarray()", "square"),
        ("mx.profiler.set_state('stop'); return nd.square(X)", "profiler"),
    ],
)
def test_borrowed_work_is_its_own_verdict(grade_square: GradeSquare, body: str, says: str):
    """Never "wrong": the message names the operator, and the line where the source spells it."""
    found = grade_square(f"{MXNET}def square(X):\n    {body}\n")
    assert (found.status, found.points) == ("borrowed", 0)
    assert says in found.checks[0].message
    assert found.likely_cause is None


def test_what_is_borrowed_is_told_where_the_first_lost_check_does_not(grade_square: GradeSquare):
    """Or else whoever is to do it by hand never learns why."""
    found = grade_square(
        "def square(X):\n    return X.square() if X.dtype.__name__ == 'float64' else X + 1\n"
    )
    assert found.status == "borrowed"
    assert not found.checks[0].message.startswith("Borrowed")
    assert (found.likely_cause or "").startswith("Borrowed: square ran (line 2")


def test_a_definition_that_raised_is_told_so(grade: Grade):
    """And a package of other arrays what to do without it."""
    draws = "from mxnet import nd\ndef draws" + RIGHT["two"].partition("def draws")[2]
    found = grade(two=f"import torch\nclass Shift(torch.Module): pass\n{draws}").exercises[1]
    assert found.message == (
        "two.py, line 2 defines Shift, but raised NameError: name 'torch' is not defined, so there "
        "is none."
    )
    assert "'torch': the exercises are to be done with MXNet" in found.notes[0]


def test_a_hint_stands_beside_an_exception(grade_square: GradeSquare, square: Entry):
    """Where the first line of right work would help most."""
    found = grade_square("def square(X):\n    return X / no_such\n")
    hints = [check.hint for check in square.exercise.checks]
    assert any(hints)
    assert [(check.status, check.hint) for check in found.checks] == [("error", h) for h in hints]


def test_no_chance_is_told_where_no_law_was_broken(grade: Grade):
    """The draws are right; it is the file that reaches behind the checks."""
    draws = check(
        grade(two=RIGHT["two"] + "import sys\nsys._getframe\n").exercises[1], "draws_evenly"
    )
    assert (draws.status, draws.false_rejection) == ("failed", None)


def test_numbers_from_outside_mxnet_are_borrowed(grade_square: GradeSquare):
    """NumPy's are: no operator of MXNet computed anything."""
    text = (
        f"{MXNET}def square(X):\n"
        "    return nd.array(X.asnumpy() ** 2, ctx=X.context, dtype=X.dtype)\n"
    )
    found = grade_square(text)
    outside = "The numbers were computed outside MXNet"
    assert (found.status, found.points) == ("borrowed", 0)
    assert found.checks[0].message.startswith(outside)
    assert found.checks[1].message.startswith("No gradient flows back")


def test_mentioning_what_is_borrowed_costs_nothing(grade_square: GradeSquare):
    """A comparison with the ready-made operator below the stub is good practice."""
    text = f"{MXNET}{RIGHT['square']}assert (nd.square(nd.ones(2)) == square(nd.ones(2))).min()\n"
    assert (grade_square(text).status, grade_square(text).notes) == ("done", [])


def test_a_statement_that_raised_is_a_note(grade_square: GradeSquare):
    """It costs nothing."""
    found = grade_square(RIGHT["square"] + "raise ValueError('no GPU')\n")
    note = "square.py, line 3 raised ValueError: no GPU (not graded)"
    assert (found.status, found.notes) == ("done", [note])


def test_a_demonstration_that_was_stopped_is_a_note(course: Course, pool: Pool, tmp_path: Path):
    """It costs nothing either."""
    (tmp_path / "square.py").write_text(RIGHT["square"] + "\nwhile True:\n    pass\n")
    hurried: Any = Hurried(pool, Limits(seconds=1.5))
    found = Grader(course, hurried).grade(read(tmp_path, ["square"])).exercises[0]
    note = "square.py, line 4 took too long and was stopped (not graded)"
    assert (found.status, found.notes) == ("done", [note])


def test_what_demonstrations_did_is_told_once(course: Course, grader: Grader, tmp_path: Path):
    """A file with several exercises is run for each."""
    (tmp_path / "ada.py").write_text("shown\n" + "\n".join(RIGHT.values()))
    report = grader.grade(read(tmp_path / "ada.py", wanted(course)))
    note = "ada.py, line 1 raised NameError: name 'shown' is not defined (not graded)"
    assert [(e.status, e.notes) for e in report.exercises] == [("done", [note]), ("done", [])]


def test_a_demonstration_that_was_left_out_is_not_tried_again(
    course: Course, pool: Pool, tmp_path: Path
):
    """For the small example the file is loaded once more, without it."""
    bare = []

    class Noting(Hurried):
        def submit(self, job: Job, *more: Any) -> Any:
            bare.append(job.bare)
            return super().submit(job, *more)

    (tmp_path / "square.py").write_text("def square(X):\n    return X + X\n\nsum(range(10**12))\n")
    noting: Any = Noting(pool, Limits(seconds=1.5))
    found = Grader(course, noting).grade(read(tmp_path, ["square"])).exercises[0]
    (note,) = found.notes
    assert note.startswith("square.py: demonstrations were left out")
    assert found.checks[0].example
    assert bare.count(True) == 1  # that for the example


def test_a_renamed_stub_is_told(grade_square: GradeSquare):
    """With the name that was probably it."""
    found = grade_square("def Square_(X):\n    return X * X\n")
    says = (
        "square.py does not define square; it defines Square_. "
        "Was it renamed? Keep the name square."
    )
    assert (found.message, {c.message for c in found.checks}) == (says, {says})


def test_a_traceback_shows_the_students_lines_only(grade_square: GradeSquare):
    """With their source, outermost first."""
    text = "def inner(X):\n    return X + 'a'\ndef square(X):\n    return inner(X)\n"
    found = grade_square(text).checks[0]
    lines = [(line.file, line.line, line.source, line.function) for line in found.traceback]
    assert lines == [
        ("square.py", 4, "return inner(X)", "square"),
        ("square.py", 2, "return X + 'a'", "inner"),
    ]
    assert found.status == "error"


def test_a_lone_surrogate_in_a_message_is_told(grade_square: GradeSquare):
    """What no UTF-8 can hold does not lose the check, nor the report."""
    found = grade_square("def square(X):\n    raise ValueError('\\udcff')\n")
    assert ("\\udcff" in found.checks[0].message, found.checks[0].status) == (True, "error")


def untimed(report: Report) -> Report:
    """Without what may differ from run to run."""
    exercises = [
        msgspec.structs.replace(
            exercise, checks=[msgspec.structs.replace(c, seconds=0.0) for c in exercise.checks]
        )
        for exercise in report.exercises
    ]
    return msgspec.structs.replace(report, seconds=0.0, exercises=exercises)


def test_the_same_seed_gives_the_same_report(grade: Grade, course: Course, pool: Pool):
    """Timings aside, whatever ran in between, and with another grader."""
    noisy = "print('hello')\ndef square(X):\n    print(X.shape)\n    return X * X + X\n"
    one = untimed(grade(square=noisy))
    two = untimed(grade(square=noisy))
    three = untimed(grade(Grader(course, pool, seed=1), square=noisy))
    assert one == two == three


def test_another_seed_gives_other_numbers(grade: Grade, course: Course, pool: Pool):
    """So that remembered answers are of no use."""
    reports = [grade(Grader(course, pool, seed=seed), square=DOUBLED) for seed in (1, 2)]
    comparisons = [report.exercises[0].checks[0].comparison for report in reports]
    assert [report.seed for report in reports] == [1, 2]
    assert comparisons[0] is not None
    assert comparisons[1] is not None
    assert comparisons[0].expected_matrix != comparisons[1].expected_matrix


def test_every_record_keeps_to_the_schema(grade: Grade):
    """The same shape whatever went wrong."""
    texts = [
        None,
        "",
        STUB,
        DOUBLED,
        "def square(X:\n",
        "import os\nos._exit(0)\n",
        "def square(X):\n    return X / 0 - X / 0\n",
        "def square(X):\n    import os; os._exit(0)\n",
        "def square(X):\n    raise ValueError('\\udcff\\0')\n",
        "def square(X):\n    return X.square()\n",
    ]
    schema = jsonfile.schema()
    for text in texts:
        report = grade(square=text)
        record = json.loads(jsonfile.encode(report))
        jsonschema.validate(record, schema)
        assert [len(exercise["checks"]) for exercise in record["exercises"]] == [4, 2]
        (Path(report.submission) / "square.py").unlink(missing_ok=True)


FORGES = """
import os
def square(X):
    import msgspec
    array = {"type": "array", "dtype": "float32", "shape": [4, 5], "device": "cpu(0)",
             "data": bytes(80)}
    lie = array | {"shape": [9], "dtype": "object"}
    answer = {"type": "answer", "index": 0, "value": array, "inputs": [lie], "traced": True,
              "operators": ["elemwise_mul"]}
    body = msgspec.msgpack.encode(answer)
    for fd in range(3, 64):
        try: os.write(fd, len(body).to_bytes(4, "big") + body)
        except OSError: pass
"""


def test_inputs_that_a_submission_forges_are_not_read(grade_square: GradeSquare):
    """Nor is anything else in a message that is not the grader's own."""
    found = grade_square(FORGES)
    first = check(found, "equals_reference")
    assert (first.status, found.points) == ("error", 0)
    assert first.message == "No answer: a message that is not the grader's own."


def test_answers_are_let_go(course: Course, pool: Pool, tmp_path: Path):
    """As soon as an exercise is judged: a submission's may be large."""
    for name, text in RIGHT.items():
        (tmp_path / f"{name}.py").write_text(text)
    runs: list[weakref.ref[object]] = []

    class Remembering(Hurried):
        def submit(self, job: Job, *more: Any) -> Any:
            future = super().submit(job, *more)
            if job.filename != "reference.py":
                runs.append(weakref.ref(future))
            return future

    alive = []
    remembering: Any = Remembering(pool, Limits())
    Grader(course, remembering, seed=1).grade(
        read(tmp_path, list(RIGHT)),
        lambda done, _: alive.append([run() is not None for run in runs[:done]]),
    )
    assert alive == [[False], [False, False]]


# -- whose fault --------------------------------------------------------------------------------


def course_with(course: Course, **changes: str) -> Course:
    """The miniature course, with its first exercise changed."""
    return replace(course, entries=(replace(course.entries[0], **changes),))


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("def square(X:\n", "square/reference.py, line 1 cannot be loaded: "),
        ("import os\nos._exit(0)\n", "square/reference.py cannot be loaded: the process ended"),
        (
            "def square(X):\n    return Y\n",
            "square/reference.py fails equals_reference on cpu: There is no Y here",
        ),
        (
            "def square(X):\n    import os; os._exit(0)\n",
            "fails equals_reference on cpu: the process ended",
        ),
        ("def square(X):\n    return X / 0 - X / 0\n", "answers equals_reference with nan."),
    ],
)
def test_a_reference_that_fails_is_not_charged(
    course: Course, pool: Pool, reference: str, says: str
):
    """No report is made at all; the sentence names the file and the check."""
    broken = course_with(course, reference=reference)
    submission = Submission(Path("x"), {"square": Source("square.py", RIGHT["square"])})
    with pytest.raises(ReferenceFailed) as caught:
        Grader(broken, pool, seed=1).grade(submission)
    assert says in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_broken_reference_hurts_nobody_who_did_not_hand_in(course: Course, pool: Pool):
    """It is run only where there is something to compare with it."""
    broken = course_with(course, reference="def square(X:\n")
    missing = Submission(Path("x"), {"square": Source("square.py", problem="gone.", missing=True)})
    assert Grader(broken, pool, seed=1).grade(missing).exercises[0].status == "missing"


def test_every_mistake_of_the_miniature_loses_points(course: Course, grader: Grader):
    """And is told by its own sentence."""
    for entry in course.entries:
        for mistake in entry.mistakes:
            text = f"{entry.reference}\n{mistake.patch}\n"
            found = graded(grader, entry, text)
            assert (found.points < found.max_points, found.likely_cause) == (True, mistake.sentence)


def graded(grader: Grader, entry: Entry, text: str) -> ExerciseResult:
    source = Source(entry.filename, text)
    return grader.grade(Submission(Path("x"), {entry.id: source})).exercises[0]


@pytest.mark.parametrize("seed", [0, 2**32, 2**63 - 1])
def test_references_are_right_on_any_seed(course: Course, pool: Pool, seed: int):
    """Handed in as submissions, they get full marks."""
    grader = Grader(course, pool, seed=seed)
    for entry in course.entries:
        found = graded(grader, entry, entry.reference)
        assert (found.status, found.points) == ("done", found.max_points)


def test_a_result_is_one_of_the_declared_kinds(grade_square: GradeSquare):
    """A check that was compared has a comparison exactly where it failed."""
    for text in (RIGHT["square"], DOUBLED):
        checks: list[CheckResult] = grade_square(text).checks[:1]
        assert [bool(c.comparison) for c in checks] == [c.status == "failed" for c in checks]


def test_an_untouched_stub_is_known_without_being_run(course: Course, pool: Pool) -> None:
    """But for comments it is what was handed out.  Run, it would get the same report."""
    closed = Pool(pool.isolation, Limits(), 1)
    closed.close()
    grader = Grader(course, closed)
    handed_out = stub(course.entry("two"))
    text = f"# Ada's\n{handed_out}"
    result = grader.grade(Submission(Path("two.py"), {"two": Source("two.py", text)})).exercises[0]
    assert (result.status, result.points, result.notes) == ("not_started", 0, [])
    message = "Not started: the stub still raises NotImplementedError."
    assert {check.message for check in result.checks} == {message}
    ran = Grader(course, pool).grade(
        Submission(Path("two.py"), {"two": Source("two.py", f"{handed_out}\nx = 1\n")})
    )
    assert [c.message for c in ran.exercises[0].checks] == [c.message for c in result.checks]
