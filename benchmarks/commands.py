"""`grader grade` with every exercise finished, against a bare `import mxnet`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import Figure, in_turns
from grader.course.loading import Course

AIM = 1.6
"""At most so many times a bare import, with the whole course."""


def measure(course: Course, folder: Path, *, rounds: int) -> list[Figure]:
    """Both as commands, from start to end, in the same environment."""
    finished = folder / "finished"
    finished.mkdir()
    for entry in course.entries:
        (finished / entry.filename).write_text(entry.reference, encoding="utf-8")
    record = folder / "report.json"
    grade = [sys.executable, "-m", "grader", "grade", str(finished), "--course", str(course.folder)]
    seconds = in_turns(
        {
            "import": lambda: _run([sys.executable, "-c", "import mxnet"]),
            # The unmeasured first time fills the cache, as the first `make grade` does.
            "grade": lambda: _run([*grade, "--json", str(record)]),
            "one worker": lambda: _run([*grade, "--json", str(record), "--workers", "1"]),
        },
        rounds=rounds,
    )
    report = json.loads(record.read_text(encoding="utf-8"))
    if report["points"] != report["max_points"]:
        raise SystemExit("The references do not earn full marks: run `grader course lint` first.")
    ratio = seconds["grade"] / seconds["import"]
    kept = "met" if ratio <= AIM else "missed"
    return [
        Figure("python -c 'import mxnet'", seconds["import"], "s"),
        Figure("grader grade, all exercises finished", seconds["grade"], "s", "cache filled"),
        Figure("  over the import", ratio, "", f"aim: at most {AIM}, {kept}"),
        Figure("  over the import, with --workers 1", seconds["one worker"] / seconds["import"]),
    ]


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
