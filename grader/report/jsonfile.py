"""A report as a JSON file, and the JSON Schema that such a file keeps to."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import msgspec

from grader.report.record import SCHEMA, Report
from grader.report.saving import save


def encode(report: Report) -> bytes:
    """Return `report` as indented JSON that `decode` and the schema accept.

    Optional numbers that are not finite become null. Raises ValueError when a required number
    (points, seconds, a limit) is not finite: that is the grader's own mistake.
    """
    data = to_json(report)
    try:
        msgspec.json.decode(data, type=Report)
    except msgspec.ValidationError as error:
        raise ValueError(f"The report cannot be written as JSON: {error}.") from error
    return msgspec.json.format(data, indent=2) + b"\n"


def to_json(record: msgspec.Struct) -> bytes:
    """Return `record` as compact JSON."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        # A submission may print or raise lone surrogates, which UTF-8 cannot hold.
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(record)))


def decode(data: bytes, *, name: str = "The text") -> Report:
    """Return the report in `data`. Raises ValueError, with `name` in it, when there is none."""
    try:
        report = msgspec.json.decode(data, type=Report)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{name} is not a report of this grader: {error}.") from error
    if report.schema != SCHEMA:
        raise ValueError(f"{name} has the schema {report.schema!r}; this grader reads {SCHEMA!r}.")
    return report


def write(report: Report, path: str | os.PathLike[str]) -> None:
    """Write `report` to `path` as a whole or not at all, making its folders.

    Raises OSError with one sentence that names the path and the reason.
    """
    save(encode(report), path)


def read(path: str | os.PathLike[str]) -> Report:
    """Return the report in the file `path`.

    Raises OSError when the file cannot be read and ValueError when it holds no report; either
    with one sentence that names the path.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OSError(f"The report {path} could not be read: {reason}.") from error
    return decode(data, name=str(path))


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a report file."""
    made = msgspec.json.schema(Report)
    made["$defs"]["Report"]["properties"]["schema"] = {"const": SCHEMA}
    made["$defs"]["Report"]["required"].insert(0, "schema")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **made,
    }


def schema_text() -> str:
    """Return `schema()` as docs/report.schema.json holds it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, list):
        return [_without_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {_without_surrogates(k): _without_surrogates(v) for k, v in value.items()}
    return value


if __name__ == "__main__":
    # `python -m grader.report.jsonfile > docs/report.schema.json` brings the copy up to date.
    sys.stdout.write(schema_text())
