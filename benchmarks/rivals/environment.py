"""An environment of its own for each other grader, made once under build/."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

REQUIREMENTS = Path(__file__).parent / "requirements"


class NotInstalled(Exception):
    """The grader cannot be installed here; the message says why."""


def python(name: str, folder: Path) -> Path:
    """The Python of `folder`/`name`, with what requirements/`name`.txt asks for.

    It is installed first if that was not done before or asked for something else.  Raises
    NotInstalled.
    """
    requirements = REQUIREMENTS / f"{name}.txt"
    place = folder / name
    interpreter, ready = place / "bin" / "python", place / "ready"
    # An environment cannot be moved, nor used with another Python.
    text = f"{place} {sys.version} {requirements.read_text(encoding='utf-8')}"
    wanted = hashlib.sha256(text.encode()).hexdigest()
    if ready.exists() and ready.read_text(encoding="utf-8") == wanted and interpreter.exists():
        return interpreter
    print(f"Setting up {name} (once, about a minute)", file=sys.stderr)
    shutil.rmtree(place, ignore_errors=True)
    venv.create(place, with_pip=True)
    done = subprocess.run(
        [
            *(interpreter, "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"),
            *("install", "--quiet", "--retries", "1", "--only-binary", ":all:"),
            *("-r", requirements),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        words = done.stderr.strip().splitlines() or ["pip said nothing"]
        raise NotInstalled(f"cannot be installed here: {words[-1]}")
    ready.write_text(wanted, encoding="utf-8")
    return interpreter
