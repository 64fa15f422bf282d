"""What the references answer, and when they are asked again."""

from __future__ import annotations

import socket

import pytest

from grader.course.loading import Entry
from grader.grading.references import References
from grader.worker.client import WorkerFailed
from grader.worker.pool import Pool


def test_a_failed_worker_is_tried_again(
    pool: Pool, square: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one moment's lack of descriptors has cost is not lost for all later submissions."""
    references = References(pool, 1, ["cpu"])

    def none_left() -> None:
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as crowded:
        crowded.setattr(socket, "socketpair", none_left)
        with pytest.raises(WorkerFailed, match="Too many open files"):
            references.expectations(square)
    assert len(references.expectations(square)) == len(references.takes(square))
    assert references.begin(square) is references.begin(square)
