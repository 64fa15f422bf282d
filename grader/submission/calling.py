"""How a function can be called, by its tokens."""

from __future__ import annotations

from grader.submission.work import Statement


def takes(statement: Statement, stub: Statement) -> bool:
    """Whether it can be called as the stub is: with as many arguments, and none that it calls by
    the same name in another place.  What is no function can, as far as one may tell."""
    own, asked = _parameters(statement), _parameters(stub)
    if own is None or asked is None:
        return True
    starred = [parameter[0] in ("*", "**") for parameter in own]
    places = own[: starred.index(True)] if any(starred) else own
    needed = sum("=" not in p for p, star in zip(own, starred, strict=True) if not star)
    most = len(asked) if any(p[0] == "*" and len(p) > 1 for p in own) else len(places)
    named = {parameter[0]: at for at, parameter in enumerate(places)}
    moved = any(named.get(parameter[0], at) != at for at, parameter in enumerate(asked))
    return needed <= len(asked) <= most and not moved


def _parameters(statement: Statement) -> list[Statement] | None:
    """Those of a function, `*` among them."""
    words = statement[1:] if statement[:1] == ("async",) else statement
    is_lambda = words[1:3] == ("=", "lambda")
    if words[:1] != ("def",) and not is_lambda:
        return None
    found: list[list[str]] = [[]]
    depth = lambdas = 0
    for word in words[3:]:  # behind `def name (` or `name = lambda`
        depth += (word in ("(", "[", "{")) - (word in (")", "]", "}"))
        if depth < 0 or (is_lambda and word == ":" and not (depth or lambdas)):
            break
        lambdas += (word == "lambda" and not depth) - (word == ":" and lambdas > 0 and not depth)
        if word == "," and not (depth or lambdas):
            found.append([])
        else:
            found[-1].append(word)
    return [tuple(parameter) for parameter in found if parameter and parameter != ["/"]]
