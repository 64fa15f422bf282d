"""A plain `import mxnet` works: the hook with stand-ins first, then the real thing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest

ROOT = Path(__file__).parents[1]
READ_PTH = f"site.addpackage({str(ROOT / 'tools')!r}, 'gluon_grader_mxnet.pth', None)"

WITHOUT_BOOL = "__former_attrs__ = {'bool': ''}"  # NumPy 1.24 to 1.26
WITH_A_WARNING = """
import warnings
__deprecated_attrs__ = {'bool': ''}
def __getattr__(name):
    warnings.warn('deprecated', DeprecationWarning)
    return bool
"""  # NumPy 1.20 to 1.23
WITH_ITS_OWN = "bool = 'own'"  # NumPy 2


def python(*code: str, path: Path, flags: str = "-SEsB") -> subprocess.CompletedProcess[str]:
    """Runs `code` in a bare interpreter that finds modules in `path` and nowhere else."""
    program = "\n".join([f"import sys; sys.path.insert(0, {str(path)!r})", *code])
    return subprocess.run(
        [sys.executable, flags, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=path,
    )


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder with the package's hook, and an `mxnet` that tells which `bool` it got."""
    (tmp_path / "grader").mkdir()
    (tmp_path / "grader/__init__.py").touch()
    (tmp_path / "grader/mxnet_compat.py").symlink_to(ROOT / "grader/mxnet_compat.py")
    (tmp_path / "mxnet").mkdir()
    (tmp_path / "mxnet/__init__.py").write_text("import numpy; print(numpy.bool)")
    return tmp_path


INSTALL = "from grader.mxnet_compat import install; install()"


@pytest.mark.parametrize(
    "before",
    [[INSTALL], [INSTALL, "import numpy"], ["import numpy", INSTALL], [INSTALL, INSTALL]],
    ids=["alone", "numpy imported before mxnet", "numpy imported before the hook", "twice"],
)
def test_a_missing_bool_is_restored(modules: Path, before: list[str]) -> None:
    """However early NumPy was imported."""
    (modules / "numpy.py").write_text(WITHOUT_BOOL)
    done = python(*before, "import mxnet", path=modules)
    assert (done.stdout, done.stderr) == ("<class 'bool'>\n", "")


def test_without_the_hook_it_is_missing(modules: Path) -> None:
    """The stand-ins fail as the real ones do."""
    (modules / "numpy.py").write_text(WITHOUT_BOOL)
    assert "AttributeError" in python("import mxnet", path=modules).stderr


@pytest.mark.parametrize("numpy", [WITH_A_WARNING, WITH_ITS_OWN], ids=["1.23", "2.0"])
def test_a_numpy_that_has_bool_is_left_alone(modules: Path, numpy: str) -> None:
    """Nothing is set, and no warning is provoked, even where warnings are errors."""
    (modules / "numpy.py").write_text(numpy)
    code = "import numpy; before = dict(vars(numpy)); import importlib.util"
    look = "importlib.util.find_spec('mxnet'); print(vars(numpy) == before)"
    strict = "import warnings; warnings.simplefilter('error')"
    done = python(INSTALL, strict, code, look, path=modules)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_without_numpy_mxnet_speaks_for_itself(modules: Path) -> None:
    """The traceback is that of MXNet's own import."""
    done = python(INSTALL, "import mxnet", path=modules)
    assert "mxnet/__init__.py" in done.stderr
    assert "No module named 'numpy'" in done.stderr
    assert "mxnet_compat" not in done.stderr


def test_the_pth_file_installs_the_hook_and_imports_little(modules: Path) -> None:
    """Every start of the environment's Python pays for it: no NumPy, no typing."""
    line = f"import site; old = set(sys.modules); {READ_PTH}"
    look = "print(sorted(set(sys.modules) - old), type(sys.meta_path[0]).__name__)"
    done = python(line, look, path=modules)
    assert done.stdout == "['__future__', 'grader', 'grader.mxnet_compat'] _BeforeMXNet\n"
    assert done.stderr == ""


@pytest.mark.parametrize("broken", [None, "1 +"], ids=["gone", "half-edited"])
def test_the_pth_file_is_silent_without_the_package(tmp_path: Path, broken: str | None) -> None:
    """A moved clone, or an edit in progress, does not make every start of Python complain."""
    if broken:
        (tmp_path / "grader.py").write_text(broken)
    done = python(f"import site; {READ_PTH}; print('on')", path=tmp_path)
    assert (done.stdout, done.stderr) == ("on\n", "")


def test_a_plain_import_works_in_an_isolated_interpreter(tmp_path: Path) -> None:
    """As in the worker and in any script: no option and no import of the grader's."""
    code = "import mxnet; print(mxnet.nd.ones(2).sum().asscalar())"
    done = python(code, path=tmp_path, flags="-I")
    assert (done.stdout, done.returncode) == ("2.0\n", 0), done.stderr


def test_a_plain_import_works_in_a_notebook(tmp_path: Path) -> None:
    """In the kernel that .venv's Jupyter starts."""
    cell = nbformat.v4.new_code_cell("import mxnet; print(mxnet.nd.ones(2).sum().asscalar())")
    notebook = nbformat.v4.new_notebook(cells=[cell])
    resources = {"metadata": {"path": str(tmp_path)}}
    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources=resources
    ).execute()
    assert notebook.cells[0].outputs[0].text == "2.0\n"
