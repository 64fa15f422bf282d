#!/bin/sh
# Writes requirements.lock from pyproject.toml, and requirements-gpu.lock for `make DEVICE=gpu`:
# `make lock`, or `make lock ARGS=--upgrade` for the newest versions (without it, what is locked
# stays).
#
# The lock names versions and hashes only.  No index, no folder of this machine may get into it,
# and the hashes have to be those of the public files for every platform: hence the options, and
# hence uv, which resolves for Python 3.10 to 3.12 in one run and reads no settings of pip's.
set -eu
cd -- "$(dirname -- "$0")/.."

tmp=$(mktemp -d)
trap 'rm -rf -- "$tmp"' EXIT
if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    python=$(tools/bootstrap.sh --find)
    "$python" -m venv "$tmp/uv"
    "$tmp/uv/bin/python" -m pip install --quiet --disable-pip-version-check uv
    uv=$tmp/uv/bin/uv
fi

compile() { # compile LOCK OPTIONS...
    target=$1
    shift
    "$uv" pip compile pyproject.toml --output-file "$target" --quiet \
        --universal --python-version 3.10 --extra dev --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links "$@"
}

compile requirements.lock "$@"

# mxnet-cu117 is mxnet under another name, in the same folder: only one of them can be installed.
[ -e requirements-gpu.lock ] || cp requirements.lock requirements-gpu.lock
echo "mxnet ; sys_platform == 'never'" >"$tmp/instead"
compile requirements-gpu.lock --extra gpu --override "$tmp/instead" "$@"
