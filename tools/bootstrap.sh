#!/bin/sh
# Makes .venv, once, with everything that the grader needs; `make` calls it before every command.
#
#   tools/bootstrap.sh          make or mend .venv; says nothing when there is nothing to do
#   tools/bootstrap.sh --find   only print the Python that a new .venv would be made with
#
# PYTHON=/path/to/python names the Python instead of letting it be looked for.  DEVICE=gpu makes
# .venv-gpu instead, from requirements-gpu.lock: MXNet for CUDA, CuPy, and CUDA's libraries, 5 GiB.
# Exit status: 0 ready, 2 something that the user has to provide is not there, 3 installing failed.
#
# Everything runs with the shell and coreutils alone until a Python is found.  What happens:
#   .venv/.unfinished   exists while packages are being installed: a run that finds it (the one
#                       before was interrupted) starts from nothing
#   .venv/.ready        holds the hash of all that the environment was made from, its path too,
#                       since an environment cannot be moved; equal contents mean nothing to do

set -u
unset PYTHONPATH PYTHONHOME PYTHONSTARTUP
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 3
cd -- "$root" || exit 3
say() { printf '%s\n' "$*" >&2; }
die() { # die STATUS SENTENCE...
    status=$1
    shift
    say "$*"
    exit "$status"
}

case ${DEVICE:-cpu} in
cpu) environment=.venv lock=requirements.lock cost='about a minute' ;;
gpu)
    environment=.venv-gpu lock=requirements-gpu.lock cost='some minutes, 5 GiB'
    # A student's copy has no such lock.
    [ -r "$lock" ] || die 2 "This copy of the grader is for the CPU: leave out DEVICE=gpu."
    ;;
*) die 2 "DEVICE=$DEVICE is not known: cpu or gpu." ;;
esac
venv=$root/$environment
log=$venv/setup.log

# ---- Is there anything to do? -------------------------------------------------------------------

fingerprint() {
    set -- "$lock" pyproject.toml tools/gluon_grader_mxnet.pth grader/worker/mxnet_import.py
    cat "$@" >/dev/null && { pwd -P && cat "$@"; } | sha256sum
}

ready() { # .venv is complete, was made from these very files, and its Python is still there
    [ -x "$venv/bin/python" ] && [ -r "$venv/.ready" ] && [ ! -e "$venv/.unfinished" ] &&
        read -r stamp <"$venv/.ready" && [ "$stamp" = "$wanted" ]
}

# ---- Finding a Python ---------------------------------------------------------------------------

# A candidate counts only if it runs (a pyenv shim may be on the PATH and lead nowhere), is CPython
# 3.10 to 3.12 on glibc (MXNet has no wheels for musl), and can make environments (Debian's python3
# without python3-venv cannot).  It answers with its version, or with what it lacks.
PROBE='
import sys, platform
version = "%d.%d" % sys.version_info[:2]
if version not in ("3.10", "3.11", "3.12"):
    print("other " + version)
elif sys.implementation.name != "cpython" or sys.maxsize < 2**32:
    print("lacks to-be-a-64-bit-CPython " + version)
elif platform.libc_ver()[0] != "glibc":
    print("lacks glibc " + version)
else:
    try:
        import venv, ensurepip
        ensurepip.version()
        print("usable " + version)
    except (ImportError, AttributeError):
        print("lacks the-venv-module " + version)
'

py311='' py310='' py312='' lacking=''

consider() { # consider PYTHON: remember the first usable one of each version
    [ -x "$1" ] && [ ! -d "$1" ] || return 0
    case $1 in "$venv"/*) return 0 ;; esac # never make .venv from itself: it is deleted first
    answer=$("$1" -I -c "$PROBE" </dev/null 2>/dev/null) || return 0
    case $answer in
    'usable 3.11') : "${py311:=$1}" ;;
    'usable 3.10') : "${py310:=$1}" ;;
    'usable 3.12') : "${py312:=$1}" ;;
    'lacks the-venv-module 3.1'?) lacking="$1 is there but has no venv module (Debian: apt-get install python${answer##* }-venv)." ;;
    'lacks '*) lacking="$1 is there but cannot run MXNet (a 64-bit CPython on glibc is needed)." ;;
    esac
}

find_python() { # sets $python, or leaves it empty
    python=''
    if [ -n "${PYTHON:-}" ]; then
        named=$(command -v -- "$PYTHON" 2>/dev/null) || named=''
        [ -n "$named" ] || die 2 "PYTHON=$PYTHON is not a program that can be run."
        case $named in "$venv"/*) die 2 "PYTHON=$PYTHON is this project's own .venv: name the Python to make it from." ;; esac
        consider "$named"
        python=${py311:-${py310:-$py312}}
        [ -n "$python" ] ||
            die 2 "PYTHON=$PYTHON cannot be used: Python 3.10, 3.11 or 3.12 is needed.${lacking:+ $lacking}"
        return
    fi
    old_ifs=$IFS
    IFS=:
    set -f
    # shellcheck disable=SC2086
    set -- $PATH
    set +f
    IFS=$old_ifs
    for folder; do
        for name in python3.11 python3.10 python3.12 python3 python; do
            [ -n "$py311" ] || consider "${folder:-.}/$name"
        done
    done
    for folder in "${PYENV_ROOT:-}" "$(pyenv root 2>/dev/null)" "${HOME:-}/.pyenv"; do
        [ -n "$folder" ] || continue
        for candidate in "$folder"/versions/*/bin/python3; do
            [ -n "$py311" ] || consider "$candidate"
        done
    done
    python=${py311:-${py310:-$py312}}
}

no_python() {
    die 2 "No Python to set up with: looked for a working python3.10, python3.11, python3.12," \
        "python3 or python on the PATH and among pyenv's versions, and for uv to provide one;" \
        "install Python 3.10, 3.11 or 3.12, or name one: make PYTHON=/path/to/python." \
        ${lacking:+"$lacking"}
}

# ---- Making .venv -------------------------------------------------------------------------------

version_of() { "$1" -I -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

usable_venv() { # .venv can be brought up to date where it is
    [ -e "$venv/.unfinished" ] && return 1
    case $(version_of "$venv/bin/python") in 3.10 | 3.11 | 3.12) ;; *) return 1 ;; esac
    # A moved environment still runs, but its scripts and records name the old place.
    case $("$venv/bin/python" -I -m pip --version 2>/dev/null) in *" from $venv/"*) ;; *) return 1 ;; esac
    case $(head -n 2 "$venv/bin/pip" 2>/dev/null) in *"$venv/bin/"*) ;; *) return 1 ;; esac
}

make_venv() {
    find_python
    if [ -n "$python" ]; then
        say "Setting up $environment with Python $(version_of "$python") (once, $cost)"
        rm -rf -- "$venv"
        "$python" -I -m venv "$venv" >&2 || die 3 "$python could not make $venv."
    elif command -v uv >/dev/null 2>&1; then
        say "Setting up $environment with Python 3.11 from uv (once, $cost)"
        rm -rf -- "$venv"
        uv venv --quiet --seed --python 3.11 "$venv" >&2 ||
            die 2 "uv could not provide Python 3.11 (is there a network?); install Python 3.10, 3.11 or 3.12, or name one: make PYTHON=/path/to/python."
    else
        no_python
    fi
}

failed() { # failed WHAT: the likely cause first, then pip's last lines
    lines=$(tail -n 60 "$log")
    case $lines in
    *'DO NOT MATCH THE HASHES'*) say "$1: a package differs from the one that $lock names; it was not installed." ;;
    *'No space left'*) say "$1: there is no space left on the disk." ;;
    *'NewConnectionError'* | *'ConnectTimeout'* | *'Max retries'* | *'ProxyError'* | *'Temporary failure'* | *'SSLError'* | *'No matching distribution'* | *'ReadTimeout'* | *'Connection'*)
        say "$1: the package index does not answer. Setting up needs the network once; then try again." ;;
    *'libgomp'*) say "$1: MXNet needs the system's OpenMP library (Debian: apt-get install libgomp1)." ;;
    *) say "$1." ;;
    esac
    say "The last lines of $log:"
    tail -n 6 "$log" >&2
    exit 3
}

pip() { "$venv/bin/python" -I -m pip --disable-pip-version-check --no-input "$@" >>"$log" 2>&1; }

install() {
    export PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0
    unset PIP_TARGET PIP_PREFIX PIP_ROOT
    say "  installing the packages of $lock"
    pip install --retries 2 --only-binary :all: --require-hashes -r "$lock" ||
        failed "Could not install the packages"
    say "  installing gluon-grader itself"
    pip install --no-deps --no-build-isolation -e . || failed "Could not install gluon-grader"
    # Why at every start of this Python: see grader/mxnet_compat.py.  (As package data it would not
    # arrive: setuptools leaves data files out of an editable install.)
    cp tools/gluon_grader_mxnet.pth \
        "$("$venv/bin/python" -I -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" ||
        die 3 "Cannot write to $venv."
    say "  trying import mxnet"
    # It also keeps what later imports need not compile again.
    "$venv/bin/python" -I -m grader.worker.mxnet_import >>"$log" 2>&1 </dev/null ||
        failed "MXNet is installed but cannot be imported"
}

# libmxnet.so for GPUs cannot be loaded without this library, not even to compute on the CPU, and no
# package can bring it.  Better to say so before 2 GiB are downloaded.
driver() { "$1" -I -c 'import ctypes; ctypes.CDLL("libcuda.so.1")' >/dev/null 2>&1; }

# ---- In order -----------------------------------------------------------------------------------

if [ "${1:-}" = --find ]; then
    find_python
    [ -n "$python" ] || no_python
    printf '%s\n' "$python"
    exit 0
fi

wanted=$(fingerprint) || die 3 "Files of the project are missing: is this a complete clone?"
named_version=''
if [ -n "${PYTHON:-}" ]; then
    find_python
    named_version=$(version_of "$python")
fi
same_version() { [ -z "$named_version" ] || [ "$named_version" = "$(version_of "$venv/bin/python")" ]; }
ready && same_version && exit 0

system=$(uname -s 2>/dev/null)/$(uname -m 2>/dev/null)
case $system in
Linux/x86_64 | Linux/aarch64) ;;
*) die 2 "MXNet 1.9.1 runs on Linux on x86-64 or aarch64 only; this is $system." ;;
esac
case $environment/$system in
.venv-gpu/Linux/aarch64) die 2 "MXNet 1.9.1 uses GPUs on x86-64 only; this is $system. Without DEVICE=gpu, make sets up for the CPU." ;;
esac

# One set-up at a time.  Where flock is missing or the file system has no locks, go on without.
if command -v flock >/dev/null 2>&1 && { exec 9>.venv.lock; } 2>/dev/null; then
    if ! flock -n 9; then
        say "Waiting for another set-up to finish"
        flock 9
    fi
    ready && same_version && exit 0
fi

started=$(date +%s)
if usable_venv && same_version; then
    say "Bringing $environment up to date"
else
    make_venv
fi
{ : >"$venv/.unfinished" && : >"$log"; } || die 3 "Cannot write to $venv."
[ "$environment" = .venv ] || driver "$venv/bin/python" ||
    die 2 "DEVICE=gpu needs NVIDIA's driver, and its libcuda.so.1 is not on this machine. Install the driver; without DEVICE=gpu, make sets up for the CPU."
install
{ printf '%s\n' "$wanted" >"$venv/.ready" && rm -f -- "$venv/.unfinished"; } ||
    die 3 "Cannot write to $venv."
say "Ready after $(($(date +%s) - started)) s"
