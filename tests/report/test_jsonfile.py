"""A report as a file."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
import msgspec
import pytest

from grader.report.jsonfile import decode, encode, read, schema, schema_text, write
from grader.report.record import Report
from tests.report import samples

PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"


def test_published_schema() -> None:
    """docs/report.schema.json is up to date (python -m grader.report.jsonfile writes it)."""
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize("make", samples.SAMPLES.values(), ids=list(samples.SAMPLES))
def test_schema_accepts_samples(make: samples.Make) -> None:
    """Every sample is valid JSON that the schema accepts, and reads back as it was."""
    data = encode(make())
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(data), schema(), cls=jsonschema.Draft202012Validator)
    assert decode(data) == make()


def test_records_alone_are_light() -> None:
    """Reading the types loads neither numpy nor rich."""
    program = "import sys, grader.report; print({'numpy', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout == b"set()\n"


def test_same_shape_whatever_went_wrong() -> None:
    """Each exercise has the same fields, done or missing."""
    exercises = json.loads(encode(samples.half_finished()))["exercises"]
    assert len({tuple(exercise) for exercise in exercises}) == 1


def test_not_finite_becomes_null() -> None:
    """An optional number that is not finite is null, never NaN."""
    checks = [samples.check("a", "A.", margin=float("nan"))]
    report = samples.report([samples.exercise("sgd", "done", checks)], "Done.")
    found = json.loads(encode(report), parse_constant=pytest.fail)
    assert found["exercises"][0]["checks"][0]["margin"] is None


def test_not_finite_points_are_refused() -> None:
    """Points that are no number are the grader's own mistake."""
    report = msgspec.structs.replace(samples.complete(), points=float("nan"))
    with pytest.raises(ValueError, match=r"cannot be written as JSON: .* at `\$\.points`\.$"):
        encode(report)


def test_lone_surrogates() -> None:
    """What UTF-8 cannot hold is written as its escape."""
    report = samples.report([], "Next.", notes=["a\ud800b"])
    assert decode(encode(report)).notes == ["a\\ud800b"]


def test_write_and_read(tmp_path: Path) -> None:
    """Folders are made, and nothing but the report is left in them."""
    path = tmp_path / "new" / "report" / "report.json"
    write(samples.complete(), path)
    write(samples.fresh(), path)
    assert read(path) == samples.fresh()
    assert list(path.parent.iterdir()) == [path]


def test_failed_write_leaves_nothing(tmp_path: Path) -> None:
    """A folder in place of the file is named in one sentence, and nothing is left behind."""
    folder = tmp_path / "report.json"
    folder.mkdir()
    with pytest.raises(OSError, match=r" could not be written: ") as caught:
        write(samples.complete(), folder)
    assert str(caught.value) == f"{folder} could not be written: Is a directory."
    assert list(tmp_path.iterdir()) == [folder]


def test_writes_through_a_link(tmp_path: Path) -> None:
    """A link stays a link."""
    link, target = tmp_path / "link.json", tmp_path / "target.json"
    link.symlink_to(target)
    write(samples.complete(), link)
    assert link.is_symlink()
    assert read(target) == samples.complete()


def test_writes_into_a_stream(capfd: pytest.CaptureFixture[str]) -> None:
    """/dev/stdout is written into, not replaced."""
    write(samples.complete(), "/dev/stdout")
    assert json.loads(capfd.readouterr().out)["points"] == 18


def test_a_folder_in_memory_is_a_folder() -> None:
    """Not all that lies in /dev is written into: new folders are made there, too."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        path = Path(folder) / "new" / "report.json"
        write(samples.complete(), path)
        assert read(path) == samples.complete()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The text is not a report of this grader: "),
        (b"\xff", "The text is not a report of this grader: "),
        (b"{}", "The text is not a report of this grader: Object missing required field"),
    ],
)
def test_no_report(data: bytes, sentence: str) -> None:
    """What is no report is refused in one sentence."""
    with pytest.raises(ValueError, match=sentence):
        decode(data)


def test_other_schema() -> None:
    """A report of another version is not half understood."""
    other: Report = msgspec.structs.replace(samples.complete(), schema="gluon-grader/report/9")
    with pytest.raises(ValueError, match="this grader reads 'gluon-grader/report/1'"):
        decode(encode(other))


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named in one sentence."""
    path = tmp_path / "none.json"
    with pytest.raises(OSError, match=r"^The report ") as caught:
        read(path)
    assert str(caught.value) == f"The report {path} could not be read: No such file or directory."
