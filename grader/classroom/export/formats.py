"""All formats by name, and writing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.classroom.export import canvas, gradescope, junit, moodle, spreadsheet
from grader.classroom.foldernames import folder_name
from grader.classroom.gradebook import Gradebook
from grader.report.saving import save


@dataclass(frozen=True)
class File:
    """One file of an export."""

    name: str
    """Where it stands in the folder, with `/` between the parts."""
    chunks: Iterable[bytes]


def _one(
    name: str, content: Callable[[Gradebook], Iterable[bytes]]
) -> Callable[[Gradebook], Iterator[File]]:
    """A format that is one file."""

    def files(gradebook: Gradebook) -> Iterator[File]:
        yield File(name, content(gradebook))

    return files


def _gradescope(gradebook: Gradebook) -> Iterator[File]:
    for student, data in gradescope.each(gradebook):
        yield File(f"{folder_name(student)}/results.json", [data])


FORMATS: Mapping[str, Callable[[Gradebook], Iterator[File]]] = {
    "csv": _one("grades.csv", spreadsheet.table),
    "canvas": _one("canvas.csv", canvas.table),
    "moodle": _one("moodle.csv", moodle.table),
    "gradescope": _gradescope,
    "junit": _one("junit.xml", junit.document),
}


def export(gradebook: Gradebook, form: str, folder: Path) -> list[Path]:
    """Write `gradebook` into `folder` in the format `form`, and return the files' paths.

    Each file is written as a whole or not at all. Raises KeyError for a format that is not in
    FORMATS and OSError, with one sentence that names the path, where a file cannot be written.
    """
    written = []
    for file in FORMATS[form](gradebook):
        path = folder / file.name
        save(file.chunks, path)
        written.append(path)
    return written
