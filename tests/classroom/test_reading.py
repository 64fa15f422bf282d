"""What the store holds, as the reports of a class."""

from __future__ import annotations

from msgspec.structs import replace

from grader.classroom.reading import gradebook
from grader.classroom.store import Store
from grader.course.loading import Course
from tests.classroom.test_store import CONDITIONS, attempt, opened, record, result


def test_a_report_names_all_that_its_results_were_graded_under(store: Store, course: Course):
    """Whoever was graded without bubblewrap once is told so, whatever the next run has."""
    few = replace(
        CONDITIONS,
        isolation="seccomp, rlimits",
        versions={"mxnet": "1.9.0"},
        limits={"seconds": 60, "files": 8},
    )
    many = replace(CONDITIONS, limits={"seconds": 10, "files": 8})
    first = store.open_run("Course", few, counting=None, seed=None)
    for student in ("ada", "bob"):
        record(store, store.register(attempt(student), "a", []), result("square", 2), run=first)
    second = store.open_run("Course", many, counting=None, seed=None)
    for student in ("bob", "cy"):
        record(store, store.register(attempt(student), "a", []), result("two", 2), run=second)
    told = {
        graded.student: (graded.report.isolation, graded.report.versions, graded.report.limits)
        for graded in gradebook(store, course)
    }
    both = (
        "seccomp, rlimits / bubblewrap, seccomp, rlimits",
        {"mxnet": "1.9.0 / 1.9.1"},
        {"files": 8},
    )
    assert told == {
        "ada": (few.isolation, few.versions, few.limits),
        "bob": both,
        "cy": (many.isolation, many.versions, many.limits),
    }


def test_a_report_has_the_seed_of_its_latest_results(store: Store, course: Course):
    ada, bob = (store.register(attempt(name), "a", []) for name in ("ada", "bob"))
    for stored in (ada, bob):
        record(store, stored, result("square", 2), run=opened(store, 5))
    store.publish()
    record(store, bob, result("two", 2), run=opened(store, 6))
    store.publish()
    opened(store, 7)
    assert [graded.report.seed for graded in gradebook(store, course)] == [5, 6]
