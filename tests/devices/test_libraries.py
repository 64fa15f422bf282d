"""CUDA's libraries come from wheels.  In an environment for the CPU the real ones are not there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grader.devices import libraries

ROOT = Path(__file__).parents[2]
SYSTEM = re.compile(r"ld-linux|lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|gomp)\.so")
"""What every Linux that can run the wheels has; libgomp is looked for by tools/bootstrap.sh."""

for_gpu = pytest.mark.skipif(
    not libraries.folder().is_dir(),
    reason="this environment is for the CPU: make test DEVICE=gpu",
)


def needed(library: Path) -> set[str]:
    """The names of the libraries that this one asks the dynamic linker for."""
    text = subprocess.run(
        ["readelf", "-d", library], capture_output=True, text=True, check=True
    ).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", text))


@for_gpu
@pytest.mark.skipif(not shutil.which("readelf"), reason="readelf is not installed")
def test_every_library_that_mxnet_needs_is_loaded() -> None:
    """Save the driver's.  What the wheels' libraries need themselves is among them too."""
    purelib = libraries.folder().parent
    provided = {Path(name).name for name in libraries.IN_ORDER}
    provided |= {path.name for path in (purelib / "mxnet").glob("lib*.so*")}  # its own $ORIGIN
    files = [purelib / "mxnet/libmxnet.so", *(libraries.folder() / n for n in libraries.IN_ORDER)]
    wanted = {name for file in files for name in needed(file) if not SYSTEM.match(name)}
    assert wanted - provided == {libraries.DRIVER}


@for_gpu
def test_they_can_be_loaded() -> None:
    """In a process of its own, with nothing but the environment to find them in."""
    code = "from grader.devices import libraries; print(libraries.load())"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, env={}
    )
    assert done.stdout == "[]\n"


@for_gpu
def test_what_they_open_later_lies_beside_them() -> None:
    """CuDNN opens its parts and NVRTC its built-ins by name, from the folder of its own."""
    for name, pattern in (
        ("cudnn/lib", "libcudnn_ops_infer.so.8"),
        ("cudnn/lib", "libcudnn_cnn_train.so.8"),
        ("cuda_nvrtc/lib", "libnvrtc-builtins.so.11.*"),
    ):
        assert list((libraries.folder() / name).glob(pattern))


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is raised: whoever needs one says so."""
    monkeypatch.setattr(libraries, "folder", lambda: tmp_path)
    assert libraries.load() == list(libraries.IN_ORDER)


def test_a_plain_import_of_mxnet_loads_them(tmp_path: Path) -> None:
    """A library that lies where the wheels put it is loaded before MXNet's first line runs.

    A copy of a small library of the system stands for CUDA's.
    """
    small = next(Path("/usr/lib").glob("*-linux-gnu/libz.so.1"), None)
    if small is None:
        pytest.skip("no small library to copy")
    site = tmp_path / "site"
    target = site / "nvidia" / libraries.IN_ORDER[0]
    target.parent.mkdir(parents=True)
    shutil.copy(small, target)
    (site / "numpy.py").write_text("bool = 0\n")
    (site / "mxnet.py").write_text("print(open('/proc/self/maps').read())\n")
    (site / "grader").mkdir()
    for name in ("__init__.py", "mxnet_compat.py", "devices"):
        (site / "grader" / name).symlink_to(ROOT / "grader" / name)
    code = (
        f"import sys, sysconfig; sys.path.insert(0, {str(site)!r}); "
        f"sysconfig.get_path = lambda name: {str(site)!r}; "
        "from grader.mxnet_compat import install; install(); import mxnet"
    )
    done = subprocess.run(
        [sys.executable, "-SEsB", "-c", code], capture_output=True, text=True, check=True
    )
    assert str(target) in done.stdout
