"""The zip that an instructor uploads to Gradescope: grader, course, and two scripts.

Its form is that of https://gradescope-autograders.readthedocs.io/en/latest/specs/: setup.sh and
run_autograder stand at the root; Gradescope unpacks all of it into /autograder/source, runs
setup.sh once, and run_autograder for each submission.
"""

from __future__ import annotations

import io
import secrets
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

from grader.clone import PROJECT, needed
from grader.course.loading import Course
from grader.gradescope.results import encode, failure
from grader.language import _, later, spoken
from grader.saving import replace

_SCRIPTS = Path(__file__).resolve().parent / "container"
_NOT_CHARGED = later(
    "Nothing is charged for it: no score was recorded. Please tell your instructor."
)
_FAILURES = {
    "stopped": later("Grading was stopped before it had finished."),
    "unprepared": later("The grader was not set up."),
    "broken": later("The grader itself failed."),
}

DEFAULT_MINUTES = 10
"""How long Gradescope lets an autograder run, unless the assignment's settings say otherwise."""
_MARGIN = 45
"""Seconds that are kept back, so that results are written before Gradescope's own limit, which
costs the submission all its points."""

_EPOCH = (2000, 1, 1, 0, 0, 0)


def build(
    course: Course, out: Path, *, minutes: int = DEFAULT_MINUTES, seed: int | None = None
) -> float:
    """Write the archive for the course, with its references, to `out`; return the course's points.

    `minutes` is the time limit that the assignment has on Gradescope. All submissions are graded
    with one seed: `seed`, or one that is drawn here and that only the archive knows. The archive
    holds the references; it is for the instructor's eyes only. Students read its results in the
    language that is spoken now.

    Raises OSError if `out` cannot be written, where its folder must be there, or this grader is not
    complete.
    """
    if not out.parent.is_dir():
        raise FileNotFoundError(f"{out}: the folder {out.parent} is not there")
    chosen = secrets.randbelow(2**63) if seed is None else seed
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in _files(course.folder):
            _add(archive, name, path.read_bytes(), executable=_is_executable(path))
        for name, reason in _FAILURES.items():
            said = failure(" ".join([_(reason), _(_NOT_CHARGED)]))
            _add(archive, f"failures/{name}.json", encode(said))
        _add(archive, "language", f"{spoken()}\n".encode())
        _add(archive, "seed", f"{chosen}\n".encode())
        _add(archive, "seconds", f"{minutes * 60 - _MARGIN}\n".encode())
    replace(out, packed.getvalue())
    return sum(entry.exercise.points for entry in course.entries)


def seed_in(out: Path) -> int | None:
    """The seed of the archive that lies there; None where there is no archive of ours.  Raises
    OSError."""
    try:
        with zipfile.ZipFile(out) as archive:
            return int(archive.read("seed"))
    except (FileNotFoundError, zipfile.BadZipFile, KeyError, ValueError):
        return None


def _files(course_folder: Path) -> Iterator[tuple[str, Path]]:
    """Each file's name in the archive, and where it is; in the same order at every time."""
    yield "setup.sh", _SCRIPTS / "setup.sh"
    yield "run_autograder", _SCRIPTS / "run_autograder"
    yield from needed()
    yield from _below(PROJECT / "grader", "grader")
    yield from _below(course_folder, "course")


def _below(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in inner.parts)
        if path.is_file() and not hidden:
            yield f"{name}/{inner.as_posix()}", path


def _is_executable(path: Path) -> bool:
    return path.name == "run_autograder" or path.suffix == ".sh"


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, executable: bool = False) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)  # a fixed time: equal contents make equal archives
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | (0o755 if executable else 0o644)) << 16
    archive.writestr(info, data)
