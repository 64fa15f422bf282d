"""What the profiler counted, out of its text."""

from __future__ import annotations

import time

import pytest

from grader.worker import profile

NUMBERS = ["Total", "Min", "Max", "Avg"]


def entry(name: str, count: int = 1) -> str:
    numbers = "".join(f',\n                "{number}": 1.5e-03' for number in NUMBERS)
    return f'            "{name}": {{\n                "Count": {count}{numbers}\n            }}\n'


def table(name: str, *entries: str) -> str:
    between = "            ,\n"
    return f'        "{name}": {{\n{between.join(entries)}        }}\n'


def text(*tables: str) -> str:
    """As MXNet 1.9.1 writes it."""
    return (
        '{\n    "Time": {\n' + "        ,\n".join(tables) + "    }\n    ,\n"
        '    "Memory": {\n    }\n,\n'
        '    "Unit": {\n        "Time": "ms",\n        "Memory": "kB"\n    }\n}\n'
    )


def test_each_operator_is_counted():
    """Those of a CustomOp and of a segment beside the others."""
    custom = table("Custom Operator", entry("mine::exp", 2), entry("a::b::sum"))
    plain = table("operator", entry("exp"), entry("[sum,softmax]", 3))
    assert profile.counted(text(custom, plain)) == {"exp": 3, "sum": 4, "softmax": 3}
    assert profile.counted(text(plain)) == {"exp": 1, "sum": 3, "softmax": 3}


@pytest.mark.parametrize(
    "told",
    [
        "",
        "{}",
        text(),
        text(table("operator")),
        text(table("another table", entry("exp"))),
        text(table("operator", entry("exp"))) + "\n" + text(table("operator", entry("exp"))),
        text(table("operator", entry("[" + "exp," * 31 + "ex"))),
        text(table("operator", entry('a": 1},\n"b'))),
        text(table("operator", entry("a\\u0062"))),
        text(table("operator", entry("exp").replace('"Min"', '"Min": {"x"'))),
    ],
)
def test_any_other_text_is_none(told: str):
    """Nothing ran, not even the marks; another table; a name that was cut, or that goes on."""
    assert profile.counted(told) is None


def test_names_like_lines_hide_nothing():
    """Read as they seem to be meant, they add entries; each that was there counts."""
    end = entry("a").removeprefix('            "').replace("1.5e-03", "1")
    forged = f'{end}        }}\n        ,\n        "operator": {{\n            "exp'
    told = text(table("Custom Operator", entry(forged + "::softmax"), entry("b::sum")))
    assert profile.counted(told) == {"a": 1, "softmax": 1, "sum": 1}


def test_a_long_text_takes_no_longer_than_its_length():
    """Also where it is cut off."""
    told = text(table("operator", *(entry(f"n{number}") for number in range(20_000))))
    began = time.process_time()
    assert len(profile.counted(told) or ()) == 20_000
    assert profile.counted(told[:-1]) is None
    assert time.process_time() - began < 2
