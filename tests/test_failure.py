"""Who is to blame for what is told in one sentence."""

from __future__ import annotations

import pytest

from grader.course.files import CourseError, NotInCourse
from grader.course.loading import ReferenceFailed
from grader.failure import InnocentError, ToldError
from grader.submission import SubmissionError


@pytest.mark.parametrize(
    ("kind", "innocent"),
    [
        (SubmissionError, False),
        (NotInCourse, False),  # a kind of CourseError, and yet a wrong request
        (CourseError, True),
        (ReferenceFailed, True),
        (InnocentError, True),
    ],
)
def test_nobody_is_acquitted_of_a_wrong_request(kind: type[ToldError], innocent: bool):
    assert kind("why").innocent == innocent
