"""Does a source reach behind what watches it?

Probes and trace run in the submission's own process, so code that takes hold of the interpreter or
of MXNet's library there could speak for them.  Such code needs names that no work on an exercise
needs, and they cost it: those that lead to the probes in any exercise, those that lead to the
operator trace where there is one.
"""

from __future__ import annotations

import re
import tokenize
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from grader.submission.tokens import NoPython, tokens

_TO_THE_PROBES = (
    *("_getframe", "_current_frames", "currentframe", "tb_frame", "f_back", "f_globals"),
    *("f_locals", "getargvalues", "getclosurevars", "cell_contents", "settrace", "setprofile"),
    *("__globals__", "__closure__", "__subclasses__"),
    *("get_objects", "get_referrers", "get_referents", "getmembers", "getmembers_static"),
    *("eval_str", "pythonapi", "py_object", "Bdb", "Pdb", "curframe_locals"),
)
"""Python's introspection, and what spells such names by itself."""
_TO_THE_TRACE = (
    *(r"MX\w*Profile\w*", "_LIB", "__import__", "__builtins__", "import_module", "exec_module"),
    *("SourceFileLoader", "FunctionType", "CodeType"),
)
"""MXNet's C library, and code that is made or loaded so that nobody sees it."""
_WORDS = frozenset(["profiler", "grader", "msgspec"])
"""MXNet's profiler, this grader and how it speaks, where they are imported or part of something.
In a string they may mean anything, and a variable may be somebody's own."""
_STAR = re.compile(r"\bimport[ \t(]*\*")
"""After it any name may be a module's."""
_CALLED = frozenset(["exec", "eval", "compile"])
"""As functions; as methods, as arguments' names and as conditions they are something else."""
_CONDITIONS = frozenset(["if", "elif", "while", "not"])
_OUR_OWN = re.compile(
    r"^[ \t]*(?:%(?:re)?load_ext grader|from grader\.notebook import check)[ \t]*"
    r"(?:#[^'\"\n\\]*)?(?=;|$)",
    re.MULTILINE,
)
"""What a notebook of the course says itself, to check its work; it does nothing in a worker."""
_HARMLESS = re.compile(
    r"(?:\b__import__|\bimportlib\.import_module)\((?:'[\w.]+'|\"[\w.]+\")\)"
    r"|\bsys\.modules\[__name__\]"
    r"|(?<=\bin )sys\.modules(?=[ \t]*(?:[:)]|(?:and|or|if|else)\b|$"
    r"|(?:#.*)?\n(?!(?:\s|#.*\n)*(?:[^\w\s#@!'\"]|!=|(?:in|is|not)\b))))"
    r"|(?!sys\b)\b\w+\.modules\b"
)
"""What reaches no farther than `import` does, a file's own names, the question whether a module is
there (a notebook asks for `google.colab`), and what somebody's own classes call their parts."""
_NO_CODE = re.compile(
    r"^[ \t]*(?:#[^'\"\n]*|![A-Za-z][^'\"\n]*|%%[A-Za-z]\w*[ \t]*"
    r"|%(?:cd|conda|config|env|load_ext|matplotlib|pip)(?:[ \t]+\w[\w./-]*)?[ \t]*)$",
    re.MULTILINE,
)
"""Lines of a cell that are no Python wherever they stand, and neither open nor end a string."""
_NO_PYTHON = re.compile(r"^[ \t]*[%!?,;/>]|=[ \t]*[%!]|^(?![^'\"\n]*#).*\?[ \t]*$", re.MULTILINE)
"""Where a cell may hold a magic or a shell line.  Some Python looks so, too."""
_GOES_ON = re.compile(r"^[ \t]*[#!%].*\\$", re.MULTILINE)
"""A line that goes on in the next one: where it lies in a string, so does that."""
_WORD = re.compile(r"(\.[ \t]*)?\b(\w+)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


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


def in_a_file(text: str, *, traced: bool) -> tuple[str, int] | None:
    """The first such name, as Python reads it, and its line, or None; comments do not count.

    traced: whether the operators are, too.
    """
    text = _without_harmless(_as_python_reads(text))
    return _in_tokens(text, traced) if _SPELLED[traced].search(text) else None


def in_a_cell(text: str, *, traced: bool) -> tuple[str, int] | None:
    """The same for a notebook's cell.

    A shell line may open what looks like a string and hide the lines after it from Python's
    tokens.  So where there may be one, comments and whole strings are searched as well.
    """
    text = _as_python_reads(text)
    python = _without_harmless(_NO_CODE.sub("", text))
    if not _NO_PYTHON.search(python) and not _GOES_ON.search(text):
        return in_a_file(python, traced=traced)
    return _in_words(python, traced=traced)


@lru_cache(2**8)  # a helper is looked at again in each exercise that names it
def _in_tokens(text: str, traced: bool) -> tuple[str, int] | None:
    try:
        found = list(tokens(text))
    except NoPython:  # or Python of a kind that only Python can tell apart
        return _in_words(text, traced=traced)
    strings = ["", *(token.string for token in found), ""]
    imports = any_name = bool(_STAR.search(text))
    for token, before, after in zip(found, strings, strings[2:], strict=False):
        if token.type == tokenize.NAME:
            imports = imports or token.string == "import"
            own = before == "as" or (before != "." and not imports)
            if own and token.string in _WORDS:
                continue
            if _reaches(token.string, before, after, traced=traced):
                return token.string, token.start[0]
        elif token.type == tokenize.NEWLINE or token.string == ";":
            imports = any_name
        elif token.type != tokenize.COMMENT and (name := _ANYWHERE[traced].search(token.string)):
            return name[0], token.start[0] + token.string[: name.start()].count("\n")
    return None


def _in_words(text: str, *, traced: bool) -> tuple[str, int] | None:
    for number, line in enumerate(text.split("\n"), 1):
        if not _SPELLED[traced].search(line):
            continue
        for before, name in _WORD.findall(line):
            if _reaches(name, before[:1], traced=traced):
                return name, number
        if hidden := _ANYWHERE[traced].search(line):
            return hidden[0], number
    return None


def _without_harmless(text: str) -> str:
    return _HARMLESS.sub(_replaced, _OUR_OWN.sub("", text))


def _replaced(harmless: re.Match[str]) -> str:
    """A name in place of it, unless the module that it imports counts itself."""
    return harmless[0] if any(word in harmless[0] for word in _WORDS) else "sys"


def _as_python_reads(text: str) -> str:
    """Names in the form in which Python compares them: with a wide `e`, `exec` is the same."""
    return _NOT_ASCII.sub(lambda letter: _plain(letter[0]), text)


@lru_cache(2**12)
def _plain(letter: str) -> str:
    """The letter in that form.  One by one: thousands of accents in a row would take minutes.  What
    no name may hold stays as it is, for a wide quote ends no string."""
    return unicodedata.normalize("NFKC", letter) if f"a{letter}".isidentifier() else letter


def _reaches(name: str, before: str, after: str = "", *, traced: bool) -> bool:
    """Whether the name does, between the tokens before and after it."""
    if _ANYWHERE[traced].fullmatch(name):
        return True  # before an equals sign, too: there a pattern of `match` has what it looks up
    if before == "def" or (after == "=" and before != "."):
        return False  # it gets another meaning
    if name in _CALLED:
        return traced and before != "." and (after == "(" or before not in _CONDITIONS)
    return traced and (name in _WORDS or (name == "modules" and before in (".", "import")))
