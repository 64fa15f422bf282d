"""What is to be said about a whole file, beside its checks."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from grader.submission import Source, behind_the_trace
from grader.worker.protocol import Loaded


def renamed(loaded: Loaded, filename: str) -> str:
    """Which stubs the file does not define, and what may have become of them."""
    if not loaded.missing:
        return ""
    name = loaded.missing[0]
    sentence = f"{filename} does not define {name}"
    others = [other for other in loaded.defined if other not in loaded.missing]
    close = difflib.get_close_matches(name, others, n=1, cutoff=0.5) or others[:1]
    if close:
        return f"{sentence}; it defines {close[0]}. Was it renamed? Keep the name {name}."
    return f"{sentence}. Keep the stub's name."


def notes(loaded: Loaded, filename: str) -> list[str]:
    """Top-level statements that raised; they cost nothing by themselves."""
    sentences = []
    for note in loaded.notes:
        line = f", line {note.frames[0].line}" if note.frames else ""
        text = note.message.splitlines()[0][:160] if note.message else ""
        sentences.append(f"{filename}{line} raised {note.type}: {text} (not graded)")
    return sentences


def reach(source: Source, siblings: Mapping[str, str]) -> str:
    """What in a source, or in the files that it names, reaches behind the operator trace, as a
    sentence; or nothing."""
    left = dict(siblings)
    reached = {source.filename: source.text}
    while reached:
        filename, text = reached.popitem()
        left.pop(filename, None)
        if found := behind_the_trace(text):
            name, line = found
            return (
                f"Own work cannot be established: line {line} of {filename} uses {name}, "
                "which reaches behind the trace of MXNet's operators. Leave it out."
            )
        words = set(re.findall(r"\w+", text))
        reached |= {name: left[name] for name in left if name.removesuffix(".py") in words}
    return ""
