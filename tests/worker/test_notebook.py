"""A cell becomes Python with the lines that it had, by IPython's own transformer."""

from __future__ import annotations

import ast
import subprocess
import sys
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.worker import notebook

NAMES = st.sampled_from(["a", "b", "c"])
PYTHON = st.one_of(
    st.tuples(NAMES, st.integers(0, 9)).map(lambda t: f"{t[0]} = {t[1]}"),
    NAMES.map(lambda name: f"def {name}(x):\n    return x"),
    NAMES.map(lambda name: f"{name} = '''\n%time no magic\n!no shell'''"),
    NAMES.map(lambda name: f"{name} = (7\n% 4)"),
)
MAGIC = st.sampled_from(
    ["%matplotlib inline", "!ls \\\n  -l \\\n  *", "?print", "%pip install \\\n x", "", "  "]
)


def statements(text: str) -> list[tuple[int, str]]:
    """Each statement of the cell with its line."""
    return [(node.lineno, ast.unparse(node)) for node in notebook.parse(text, "cell").body]


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("x = 1\ny = 2", [(1, "x = 1"), (2, "y = 2")]),
        ("%time x = 1\ny = 2", [(1, "x = 1"), (2, "y = 2")]),
        ("if 1:\n    %time x = 1\n    y = 2", [(1, "if 1:\n    x = 1\n    y = 2")]),
        ("%%time\nx = 1\n%time y = 2", [(2, "x = 1"), (3, "y = 2")]),
        ("\n \n%%time\n\nx = 1", [(5, "x = 1")]),
        ("%%capture out\nx = 1", [(2, "x = 1")]),
        ("%%bash\nx = 1", []),
        ("%%writefile x.txt\ndef f(:", []),
        ("%%html\n<b>", []),
        (">>> x = 1\n>>> y = 2", [(1, "x = 1"), (2, "y = 2")]),
        ("    x = 1\n    y = 2", [(1, "x = 1"), (2, "y = 2")]),
        ("y = (x\n% 3)", [(1, "y = x % 3")]),
        (
            "get_ipython().run_line_magic('time', 'x = 1')\n%time y = 2",
            [(1, "get_ipython().run_line_magic('time', 'x = 1')"), (2, "y = 2")],
        ),
        (
            "(5\n% 3); get_ipython().run_line_magic('time', 'x = 1')\n%time y = 2",
            [
                (1, "5 % 3"),
                (2, "get_ipython().run_line_magic('time', 'x = 1')"),
                (3, "y = 2"),
            ],
        ),
        (
            ">>> get_ipython().run_cell_magic('time', '', 'x = 1')",
            [(1, "get_ipython().run_cell_magic('time', '', 'x = 1')")],
        ),
    ],
)
def test_a_cell_without_its_magics(cell: str, lines: list[tuple[int, str]]):
    """What `%%time` times runs; what is no Python, or a text in it, does not."""
    assert statements(cell) == lines


@given(st.lists(st.tuples(MAGIC, PYTHON), max_size=6))
def test_python_between_magics_keeps_its_lines(parts: list[tuple[str, str]]):
    """Also behind a shell line that goes on over several."""
    cell, expected = "", []
    for magic, python in parts:
        cell += f"{magic}\n"
        line = cell.count("\n") + 1
        expected.append((line, ast.unparse(ast.parse(python))))
        cell += f"{python}\n"
    found = [(line, text) for line, text in statements(cell) if "get_ipython" not in text]
    assert found == expected


@pytest.mark.parametrize(
    ("cell", "line", "says"),
    [
        ("x = 1\ny = = 2", 2, "invalid syntax"),
        ("!ls \\\n  -l\n\ny = = 2", 4, "invalid syntax"),
        ("%%time\n\ny = = 2", 3, "invalid syntax"),
        ("\n\n%%time\n%time x = 1\ny = = 2", 5, "invalid syntax"),
    ],
)
def test_what_is_no_python_is_told_with_its_line(cell: str, line: int, says: str):
    """And not as a fault of the magic above it."""
    with pytest.raises(SyntaxError) as caught:
        notebook.parse(cell, "cell")
    assert (caught.value.lineno, caught.value.msg) == (line, says)


def test_more_magics_than_the_transformer_has_patience_for(monkeypatch: pytest.MonkeyPatch):
    """Jupyter would not run such a cell either; here the patience ends early, it takes seconds."""
    transformers = notebook._manager().do_token_transforms.__globals__
    monkeypatch.setitem(transformers, "TRANSFORM_LOOP_LIMIT", 20)
    assert notebook.parse("!ls\n" * 19, "cell")
    with pytest.raises(SyntaxError):
        notebook.parse("!ls\n" * 20, "cell")


def test_what_the_transformer_breaks_on_is_no_python():
    """It costs what any such cell does, and not the notebook."""
    with pytest.raises(SyntaxError):
        notebook.parse(",,\x0c\n=%\x0c\\", "cell")


@pytest.mark.parametrize("first", ["", "import IPython; "])
def test_ipython_itself_stays_whole(first: str):
    """The shortcut to its transformer hides nothing from who imports it, before or after."""
    code = (
        f"{first}import grader.worker.notebook as n, sys\n"
        "n.parse('!ls', 'cell')\n"
        f"assert ('IPython' in sys.modules) is {bool(first)}\n"
        "from IPython.display import display; import IPython\n"
        "assert IPython.get_ipython() is None and IPython.version_info"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_magic_of_another_file_says_that_it_does_nothing(
    monkeypatch: pytest.MonkeyPatch,
):
    """The cells after it may need what that would have defined; other magics stand still."""
    cell = "%%writefile utils.py\ndef f(): pass\n"
    module = types.ModuleType("square")
    for name in ("__main__", "tqdm.notebook", "grader.notebook"):
        monkeypatch.setitem(sys.modules, name, module)  # and put back what is there
    notebook.prepare(module)
    names = module.__dict__
    for still in ("%cd ..\n!ls", "%%writefile data.csv\n1,2", "%pylab inline\nnp.exp(0)"):
        exec(compile(notebook.parse(still, "cell"), "cell", "exec"), names)
    with pytest.raises(notebook.Skipped):
        exec(compile(notebook.parse(cell, "cell"), "cell", "exec"), names)
