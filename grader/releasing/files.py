"""The files that students get beside the course: the grader, and what sets it up."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from grader.clone import PROJECT, needed

_STUDENT = Path(__file__).resolve().parent / "student"
_BACK = "course/formulas.py"
"""In grader/: the oracles' formulas, which are solutions in another notation."""
_TARGETS = ("help", "setup", "grade", "watch", "hint", "reset", "submit", "doctor", "clean")
"""Of the Makefile; the others are for teachers and authors."""
_OF_NO_USE = (
    ", and\n# DEVICE=gpu takes an environment for NVIDIA's GPUs (5 GiB)",
    ", SEED=1",
    "; DEVICE=gpu for a GPU",
)
"""What the Makefile offers that an answer key, for the practice seed on the CPU, has no answers
for."""


def write(folder: Path) -> None:
    """Write them into `folder`.  Raises OSError if this grader is not a complete clone."""
    for name, source in [*needed(), (".gitignore", PROJECT / ".gitignore")]:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    (folder / "Makefile").write_text(for_students(makefile), encoding="utf-8")
    shutil.copy(_STUDENT / "README.md", folder)
    shutil.copytree(PROJECT / "grader", folder / "grader", ignore=_left_out)


def for_students(makefile: str) -> str:
    """The Makefile with the students' commands only, and what these can do in a copy."""
    for offer in _OF_NO_USE:
        makefile = makefile.replace(offer, "")
    kept = []
    keeps = True
    for line in makefile.splitlines():
        if line.startswith(".PHONY:"):
            listed = [name for name in line.split()[1:] if name in _TARGETS]
            kept.append(" ".join([".PHONY:", *listed]))
            continue
        rule = re.match(r"([\w-]+):", line)
        if rule or (line and not line.startswith("\t")):
            keeps = rule is None or rule[1] in _TARGETS
        if keeps:
            kept.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).rstrip() + "\n"


def _left_out(folder: str, names: list[str]) -> set[str]:
    place = Path(folder).relative_to(PROJECT / "grader")
    return {
        name
        for name in names
        if name == "__pycache__" or name.startswith(".") or (place / name).as_posix() == _BACK
    }
