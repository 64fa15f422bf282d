"""Brings the catalogs in grader/language/ up to date with what the grader says: `make catalogs`.

Exits with 1 if something is still to be translated.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from grader.language import ENGLISH, LANGUAGES, catalogs
from grader.language.review import review

ROOT = Path(__file__).resolve().parents[1]
_METHODS = [("grader/**.py", "python"), ("grader/**.html", "jinja2")]
_KEYWORDS = {"_": None, "later": None, "ngettext": (1, 2), "counted": (1, 2)}
_TEMPLATES = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


def messages() -> Catalog:
    """What the grader says, in the order of its files."""
    found = Catalog()
    for filename, line, message, comments, context in sorted(
        extract_from_dir(
            ROOT,
            _METHODS,
            options_map={"grader/**.html": _TEMPLATES},
            keywords=_KEYWORDS,
        ),
        key=lambda one: (one[0], one[1]),
    ):
        found.add(message, locations=[(filename, line)], auto_comments=comments, context=context)
    return found


def brought_up_to_date() -> Iterator[tuple[Path, bytes]]:
    """Each catalog with its text as it should be."""
    found = messages()
    for language in LANGUAGES:
        if language != ENGLISH:
            path = ROOT / "grader" / "language" / f"{language}.po"
            before = path.read_bytes() if path.exists() else b""
            yield path, catalogs.updated(found, before, language)


def main() -> int:
    """Write them, and say what is still to be done."""
    open_ = 0
    for path, text in brought_up_to_date():
        path.write_bytes(text)
        for finding in review(catalogs.parsed(text)):
            open_ += 1
            print(f"{path.relative_to(ROOT)}: {finding}")
    return min(open_, 1)


if __name__ == "__main__":
    sys.exit(main())
