"""An exception in a learner's terms: what it means first, the engine's own text after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from grader.grading import foreign, meanings
from grader.language import _
from grader.magics import COMMAND
from grader.worker.protocol import SKIPPED, TOO_LARGE, TOO_LONG, Failure, Loaded

_CALL = rf"^(.*)(?:({meanings.POSITIONAL})|{meanings.KEYWORD})"
"""The name of what was called, and what it says of arguments by position."""
_MIXED = (
    r"only accept (?:MXNet numpy|legacy) ndarrays|type <class 'mxnet.*NDArray'> not supported"
    r"|Cannot assign mx\.\w+\.\w+ to mxnet\.numpy"
)
_UNKNOWN = r"name '(\w+)' is not defined"
_REFUSES = re.compile(r"(?:raise|assert)\b")
_NO_EXCEPTION = "exceptions must derive from BaseException"
"""What Python says of `raise "a text"`."""
_LONGEST = 160
"""Characters of a note's words, and of the line that it quotes."""
_WHERE = re.compile(r" \((?:/[^()]*\.(?:py|so)|unknown location)\)$")
_POSITIONS = ("Traceback (most recent", 'File "', "[bt]", "Stack trace")


def explain(
    failure: Failure, loaded: Loaded | None = None, calls: Mapping[str, str] | None = None
) -> str:
    """One or two sentences on `failure`; a statement at the file's top level that raised before
    is named where it explains a missing name.  `calls`: the functions that a check calls, by name,
    each with its arguments."""
    instead = foreign.instead(failure.message)
    text = named(replace(failure, meant="") if instead else failure)
    if failure.type in ("SystemExit", "KeyboardInterrupt", "GeneratorExit"):
        said = _("The code raised {type}, which would end the program.")
        return said.format(type=failure.type)
    if failure.type == "MemoryError":
        return _("It asked for more memory than it may have (MemoryError).")
    if failure.type == TOO_LONG:
        return _("It took too long and was stopped.")
    if failure.type == TOO_LARGE:
        return _(
            "The answer is far larger than any right one: return an NDArray of the shape that the "
            "exercise says, and no list of its numbers."
        )
    if re.search(_MIXED, failure.message):
        return _(
            "Arrays of mxnet.nd and of mxnet.np do not mix, and those of this course are "
            "mxnet.nd's: write `from mxnet import nd`, or F in hybrid_forward, and leave mxnet.np, "
            "npx and npx.set_np() out."
        )
    if failure.type == "NotImplementedError" and "Must override" in failure.message:
        return _("An Initializer needs its `_init_weight`: is it misspelt?")
    if failure.type == "NotImplementedError" and not failure.own_raise:
        return _(
            "A Block needs its `forward` (a HybridBlock its `hybrid_forward`): is it misspelt, "
            "indented into another method, or outside the class?"
        )
    own = failure.frames[-1].source if failure.frames else ""
    if failure.own_raise and _REFUSES.match(own) and failure.message != _NO_EXCEPTION:
        said = _("Your own line raises this, where the exercise asks for an answer ({error}).")
        return said.format(error=text)
    called = not failure.frames and re.search(_CALL, failure.message)
    note = _cost_a_name(failure, loaded.notes) if loaded else None
    if called:
        meaning = _arguments(called[1].strip(" ()"), called[3], calls or {})
    else:
        meaning = instead or meanings.meaning(failure.message, own)
    if meaning == _(meanings.NONE) and failure.frames and not failure.own_raise:
        meaning = ""  # inside a library, None is no missing `return`
    unknown = re.match(_UNKNOWN, failure.message)
    if unknown and not (meaning or failure.meant or note):
        said = _("There is no {name} here: define it in this file, or use an argument's name.")
        meaning = said.format(name=unknown[1])
    said = _("{meaning} ({error})").format(meaning=meaning, error=text) if meaning else text
    if not failure.frames and not called:
        more = _("It arose where the check called the code or used what it returned.")
    elif note:
        more = _failed_before(note)
    else:
        return said
    return _("{sentence}.").format(sentence=said.rstrip(".")) + " " + more


def _arguments(name: str, given: str | None, calls: Mapping[str, str]) -> str:
    """How the exercise wants to be taken what was called with other arguments; the one that was
    `given` by its name and is not taken."""
    if given and name.endswith(".hybrid_forward"):
        said = _("Gluon passes parameters to hybrid_forward by name: add `{name}` behind x.")
        return said.format(name=given)
    call = calls.get(name) or calls.get(name.replace(".forward", ".hybrid_forward"))
    if call:
        said = _("The exercise gives it as `{call}`: keep the name and the arguments.")
        return said.format(call=call)
    return _("The check calls it with the arguments that the exercise says: keep them.")


def named(failure: Failure) -> str:
    """The exception's type and the engine's own words."""
    text = _engine_text(failure.message)
    text = f"{failure.type}: {text}" if text else failure.type
    if not failure.meant:
        return text
    return _("{error} (is `{name}` meant?)").format(error=text.rstrip("."), name=failure.meant)


def noted(note: Failure) -> str:
    """What a statement at the file's top level raised, and what to write where that is known."""
    source = note.frames[0].source[:_LONGEST] if note.frames else ""
    if note.type == SKIPPED:
        return _("`{source}` was skipped").format(source=source)
    if re.search(meanings.SCIPY, note.message):
        said = _("{error}: where the work is to be your own there is no SciPy")
        return said.format(error=note.type)
    if is_command(note):
        return _("`{source}` is a notebook's command and no Python").format(source=source)
    text = named(note)[:_LONGEST].rstrip(".")
    if re.search(r"No module named '(?:torch|tensorflow|keras)\b", note.message):
        said = _("{error}: the exercises are to be done with MXNet")
        return said.format(error=text)
    if "attempted relative import" not in note.message:
        return text
    mended = re.sub(r"^from \.+ *(import )?", lambda dots: dots[1] or "from ", source)
    return _("{error}: write `{source}`").format(error=text, source=mended)


def is_command(note: Failure) -> bool:
    """Whether the line is a magic or a shell line of a notebook's, which was not run."""
    source = note.frames[0].source if note.frames else ""
    return note.type == "SyntaxError" and bool(COMMAND.match(source))


def _cost_a_name(failure: Failure, notes: Iterable[Failure]) -> Failure | None:
    """Why the name that a NameError misses is nowhere: the first line at the file's top level that
    raised and has the name, or could have brought any."""
    missed = re.match(_UNKNOWN, failure.message)
    if failure.type != "NameError" or not missed:
        return None
    brings = re.compile(rf"\b{missed[1]}\b|\bimport +\*")
    lines = ((note, note.frames[0].source) for note in notes if note.frames)
    return next((n for n, line in lines if n.type == SKIPPED or brings.search(line)), None)


def _failed_before(note: Failure) -> str:
    """What raised at the file's top level."""
    place = note.frames[0]
    said = _("Line {line} had failed before: {error}.")
    if place.file:
        said = _("Line {line} of {file}, had failed before: {error}.")
    return said.format(line=place.line, file=place.file, error=noted(note))


def _engine_text(message: str) -> str:
    """MXNet's message without its C++ stack and source positions, and Python's without the place of
    a package, on one line."""
    lines = [line.strip() for line in message.splitlines()]
    kept = [line for line in lines if line and not line.startswith(_POSITIONS)]
    text = re.sub(r"^(?:MXNetError: )?(?:Check failed: )?", "", " ".join(kept))
    return _WHERE.sub("", text)[:300]
