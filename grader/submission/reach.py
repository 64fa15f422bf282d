"""Does a source reach behind what watches it?

Probes and trace run in the submission's own process, so code that takes hold of the interpreter or
of MXNet's library there could speak for them.  Such code needs names that no work on an exercise
needs, and they cost it: those that lead to the probes in any exercise, those that lead to the
operator trace where there is one.
"""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterable, Sequence
from functools import lru_cache

from grader.magics import TRANSPARENT
from grader.submission.fstrings import unfolded
from grader.submission.tokens import NoPython, as_python_reads, tokens

_TO_THE_PROBES = (
    *("_getframe", "_current_frames", "currentframe", "tb_frame", "f_back", "f_globals"),
    *("f_locals", "getargvalues", "getclosurevars", "cell_contents", "settrace", "setprofile"),
    *("__globals__", "__closure__", "__subclasses__"),
    *("get_objects", "get_referrers", "get_referents", "getmembers", "getmembers_static"),
    *("eval_str", "pythonapi", "py_object", "Bdb", "Pdb", "curframe_locals"),
    *("cgitb", "walk_stack", "walk_tb", "StackSummary", "TracebackException"),
    *("capture_locals", "show_locals"),
)
"""Python's introspection, and what spells such names by itself."""
_TO_THE_TRACE = (
    *(r"MX\w*Profile\w*", "_LIB", "__import__", "__builtins__", "import_module", "exec_module"),
    *("SourceFileLoader", "CodeType", "runpy", "zipimport", "runsource"),
    *("InteractiveInterpreter", "InteractiveConsole"),
)
"""MXNet's C library, and code that is made or loaded so that nobody sees it."""
_WORDS = frozenset(["profiler", "msgspec"])
"""MXNet's profiler and how this grader speaks, where they are imported or part of something.  In a
string they may mean anything, and a variable may be somebody's own."""
_STAR = re.compile(r"\bimport[ \t(]*\*")
"""After it any name may be a module's."""
_CALLED = frozenset(["exec", "eval", "compile"])
"""As functions; as methods, as arguments' names and as conditions they are something else, and so
they are below where a file defines them itself."""
_CONDITIONS = frozenset(["if", "elif", "while", "not"])
_BEGINNINGS = frozenset(
    [tokenize.NEWLINE, tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT]
)
"""Tokens behind which a statement begins, or a line within brackets."""
_FROM_SYS = re.compile(r"\bsys[\s\\]+import\b")
_TOLD = re.compile(r"__doc__|\bdoctest\b|\bgetdoc\b")
"""What may run a docstring, or have it run."""
_NAME = r"(?:'(?!mxnet|scipy|msgspec)[\w.]+'|\"(?!mxnet|scipy|msgspec)[\w.]+\")"
_HARMLESS = re.compile(
    r"#.*"  # else what follows `in sys.modules` would be looked for again from each comment
    r"|(?:\b__import__|\bimportlib\.import_module)\((?:'[\w.]+'|\"[\w.]+\")\)"
    r"|\b(?:__import__|(?:importlib\.)?import_module)\(\w+\)(?=\.__version__\b)"
    r"|\bsys\.modules\[__name__\]"
    rf"|\bsys\.modules(?=(?:\[|\.get\(|\.pop\(){_NAME})"
    r"|(?<=\blen\()sys\.modules(?=\))"
    r"|(?<=\bin )sys\.modules(?=[ \t]*(?:[:)]|(?:and|or|if|else)\b|$"
    r"|(?:#.*)?\n(?!(?:\s|#.*\n)*(?:[^\w\s#@!'\"]|!=|(?:in|is|not)\b))))"
    r"|\bgetmembers(?=\((?:mx\.)?(?:gluon\.)?(?:mx|nd|init|autograd|gluon|nn|loss|rnn)[ \t]*[,)])"
)
"""What reaches no farther than `import` does, a file's own names, the question whether a module is
there (a notebook asks for `google.colab`), and what MXNet's modules hold."""
_NO_CODE = re.compile(
    r"^[ \t]*(?:#[^'\"\n]*|![A-Za-z][^'\"\n]*|[A-Za-z][\w.]*\?\??[ \t]*|%%[A-Za-z]\w*[ \t]*"
    r"|%(?:cd|conda|config|env|load_ext|matplotlib|pip)(?:[ \t]+\w[\w./-]*)?[ \t]*)$",
    re.MULTILINE,
)
"""Lines of a cell that are no Python wherever they stand, and neither open nor end a string."""
_NO_PYTHON = re.compile(r"^[ \t]*[%!?,;/>]|=[ \t]*[%!]|^(?![^'\"\n]*#).*\?[ \t]*$", re.MULTILINE)
"""Where a cell may hold a magic or a shell line.  Some Python looks so, too."""
_GOES_ON = re.compile(r"^[ \t]*[#!%].*\\$", re.MULTILINE)
"""A line that goes on in the next one: where it lies in a string, so does that."""
_NOT_RUN = re.compile(rf"\n*%%(?!(?:{'|'.join(TRANSPARENT)})\b)\w+(?:[ \t].*)?(?:\n|\Z)")
"""How a cell begins that is a shell's or another program's: `grader.worker.notebook` drops it."""
_WORD = re.compile(r"(\.[ \t]*)?\b(\w+)")


def _spelled(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names; in a string, a line feed's letter may stand before it."""
    return re.compile(rf"(?:\b|(?<=\\[a-z]))(?:{'|'.join(names)})\b")


_ANYWHERE = {
    False: _spelled(_TO_THE_PROBES),
    True: _spelled([*_TO_THE_PROBES, *_TO_THE_TRACE]),
}
"""By whether there is a trace: names that count in strings, too."""
_SPELLED = {
    False: _ANYWHERE[False],
    True: re.compile("|".join([_ANYWHERE[True].pattern, "modules", *sorted(_WORDS | _CALLED)])),
}
"""A text in which this is not found need not be taken apart."""


@lru_cache(2**8)  # a helper is looked at again in each exercise that names it
def in_a_file(text: str, *, traced: bool) -> tuple[str, int] | None:
    """The first such name, as Python reads it, and its line, or None; comments do not count.

    traced: whether the operators are, too.
    """
    return _in_python(_without_harmless(as_python_reads(text)), traced)


@lru_cache(2**8)  # as are a notebook's cells
def in_a_cell(text: str, *, traced: bool) -> tuple[str, int] | None:
    """The same for a notebook's cell.

    A shell line may open what looks like a string and hide the lines after it from Python's
    tokens.  So where there may be one, comments and whole strings are searched as well.
    """
    if _NOT_RUN.match(text):
        return None
    text = as_python_reads(text)
    python = _without_harmless(_NO_CODE.sub("", text))
    if not _NO_PYTHON.search(python) and not _GOES_ON.search(text):
        return _in_python(python, traced)
    return _in_words(python, traced=traced)


def _in_python(text: str, traced: bool) -> tuple[str, int] | None:
    return _in_tokens(text, traced) if _SPELLED[traced].search(text) else None


def _in_tokens(text: str, traced: bool) -> tuple[str, int] | None:
    try:
        found = list(unfolded(tokens(text)))
    except NoPython:  # or Python of a kind that only Python can tell apart
        return _in_words(text, traced=traced)
    strings = ["", "", *(token.string for token in found), ""]
    imports = any_name = bool(_STAR.search(text))
    from_sys, silent = bool(_FROM_SYS.search(text)), not _TOLD.search(text)
    bound: set[str] = set()
    defined: set[str] = set()
    for i, token in enumerate(found):
        owner, before, name, after = strings[i : i + 4]
        if token.type == tokenize.NAME:
            imports = imports or name == "import"
            if name in _WORDS and _is_own(name, owner, before, imports=imports):
                continue
            if name in _CALLED and name in defined and before not in (".", "del"):
                continue
            if (before == "def" and token.start[1] == 4) or (after == "=" and token.start[1] == 0):
                bound.add(name)
            if before != ".":
                owner = "sys" if imports and from_sys else ""
            if _reaches(name, before, after, owner, traced=traced):
                return name, token.start[0]
        elif token.type == tokenize.NEWLINE or name == ";":
            imports = any_name
            defined |= bound
        elif (
            token.type != tokenize.COMMENT
            and (hidden := _ANYWHERE[traced].search(name))
            and not (silent and _is_docstring(found, i))
        ):
            return hidden[0], token.start[0] + name[: hidden.start()].count("\n")
    return None


def _in_words(text: str, *, traced: bool) -> tuple[str, int] | None:
    from_sys = "sys" if _FROM_SYS.search(text) else ""
    for number, line in enumerate(text.split("\n"), 1):
        if not _SPELLED[traced].search(line):
            continue
        imports, last = "import" in line, ""
        for dot, name in _WORD.findall(line):
            own = name in _WORDS and not (dot or imports)
            owner = last if dot else from_sys
            if not own and _reaches(name, dot[:1], "", owner, traced=traced):
                return name, number
            last = name
        if hidden := _ANYWHERE[traced].search(line):
            return hidden[0], number
    return None


def _without_harmless(text: str) -> str:
    return _HARMLESS.sub(_replaced, text)


def _replaced(harmless: re.Match[str]) -> str:
    """A name in place of it, unless it is a comment or the module that it imports counts itself."""
    text = harmless[0]
    return text if text[0] == "#" or any(word in text for word in _WORDS) else "sys"


def _is_own(name: str, owner: str, before: str, *, imports: bool) -> bool:
    """Whether it is a variable, or a file beside this one: MXNet's profiler is part of MXNet."""
    if before == "as" or (before != "." and not imports):
        return True
    return name == "profiler" and before == "import" and owner.strip() in ("", ";", ":")


def _is_docstring(found: Sequence[tokenize.TokenInfo], i: int) -> bool:
    """Whether the token is a string that is a statement of its own."""
    begins = i == 0 or found[i - 1].type in _BEGINNINGS
    return found[i].type == tokenize.STRING and begins and found[i + 1].type == tokenize.NEWLINE


def _reaches(name: str, before: str, after: str, owner: str, *, traced: bool) -> bool:
    """Whether the name does, between the tokens before and after it; `owner` is what it is part
    of."""
    if _ANYWHERE[traced].fullmatch(name):
        return True  # before an equals sign, too: there a pattern of `match` has what it looks up
    if before == "def" or (after == "=" and before != "."):
        return False  # it gets another meaning
    if name in _CALLED:
        return traced and (
            owner == "builtins" or (before != "." and (after == "(" or before not in _CONDITIONS))
        )
    return traced and (name in _WORDS or (name == "modules" and owner == "sys"))
