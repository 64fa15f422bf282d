"""Results that Gradescope would take, and those that it would call the autograder's error."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

SCHEMA = json.loads((Path(__file__).parent / "results.schema.json").read_text(encoding="utf-8"))


def graded(data: bytes) -> dict[str, Any]:
    """Return results that are in the specification's form and have a score."""
    made: dict[str, Any] = json.loads(data)
    jsonschema.validate(made, SCHEMA)
    assert "score" in made  # "optional, but required if not on each test case"
    return made


def charged_to_nobody(data: bytes) -> str:
    """Return what results say that have neither score nor tests."""
    made: dict[str, Any] = json.loads(data)
    jsonschema.validate(made, SCHEMA)
    assert "score" not in made
    assert "tests" not in made
    assert "Nothing is charged" in made["output"]
    return str(made["output"])
