"""A report becomes results.json."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from grader.gradescope.results import encode, failure, refusal, results
from grader.report.record import Report
from tests.gradescope.conforming import charged_to_nobody, graded
from tests.report import samples


@pytest.mark.parametrize("make", samples.SAMPLES.values(), ids=samples.SAMPLES)
def test_every_report_conforms(make: samples.Make) -> None:
    report = make()
    made = graded(encode(results(report)))
    assert made["score"] == report.points
    assert sum(test.get("score", 0) for test in made["tests"]) == pytest.approx(report.points)
    most = sum(test.get("max_score", 0) for test in made["tests"])
    assert most == pytest.approx(report.max_points)


def test_a_box_holds_what_the_check_says() -> None:
    """The first failing check has the likely cause; a check that passed says nothing."""
    boxes = {test.name: test for test in results(samples.one()).tests}
    lost = boxes["softmax: Stays finite for logits near 1000"]
    assert (lost.score, lost.max_score, lost.status) == (0, 2, "failed")
    for part in (
        "10 elements are not finite.",
        "[0.1089]",
        "Likely cause: You take exp",
        "Hint: exp overflows",
        "softmax.py, line 14\n    return E / E.sum(axis=1)",
        "Printed:\nmax logit 2874.1",
    ):
        assert part in lost.output
    again = boxes["softmax: Stays finite for logits near 1000 (cpu:1)"]
    assert "Likely cause" not in again.output
    assert not boxes["softmax: Rows sum to 1"].output


def test_a_skipped_check_is_worth_nothing() -> None:
    boxes = {test.name: test for test in results(samples.one()).tests}
    skipped = boxes["softmax: Its gradient equals the reference's (gpu:0)"]
    assert (skipped.score, skipped.max_score, skipped.status) == (None, None, None)


def test_hidden_checks_and_the_seed_stay_hidden() -> None:
    """Of a hidden check there is what it tests, and its points."""
    report = _hidden(samples.one())
    text = encode(results(report)).decode()
    assert "Stays finite for logits near 1000" in text
    for secret in ("0.1089", "Likely cause", "max logit", str(report.seed), "--seed"):
        assert secret not in text


def test_what_a_submission_wrote_is_escaped() -> None:
    """Control characters and lone surrogates do not reach Gradescope's page."""
    report = samples.report(
        [
            samples.exercise(
                "sgd",
                "error",
                [samples.check("a", "A.", "error", message="\x1b[31m\ud800\u202e</pre><b>")],
            )
        ],
        "Next.",
    )
    (box,) = graded(encode(results(report)))["tests"]
    assert box["output"] == "Error.\n\n\\x1b[31m\\ud800\\u202e</pre><b>"


def test_an_unreadable_upload_has_no_points_and_a_reason() -> None:
    made = graded(encode(refusal("The upload is empty: hand in your files again.")))
    assert made["score"] == 0
    assert made["tests"][0]["status"] == "failed"
    assert "empty" in made["output"]


def test_a_failure_of_the_grader_has_no_score() -> None:
    assert json.loads(encode(failure("It broke."))) == {
        "output": "It broke.",
        "output_format": "text",
    }
    assert charged_to_nobody(encode(failure("It broke. Nothing is charged."))).startswith("It")


def _hidden(report: Report) -> Report:
    """The same report with all checks hidden."""
    return replace(
        report,
        exercises=[
            replace(e, checks=[replace(check, hidden=True) for check in e.checks])
            for e in report.exercises
        ],
    )
