#!/usr/bin/env bash
# Gradescope runs this once, as root, while it builds the container's image from this archive.
# Where it fails, the build fails, and the instructor sees what is printed here.

set -u
source=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P) || exit 3

if command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update || echo "The package lists could not be updated; going on with those there are."
    apt-get install -y --no-install-recommends python3 python3-venv libgomp1 ||
        echo "Python could not be installed by apt-get; going on with what there is."
    # By itself: without it grading is possible, and every result then says so.
    apt-get install -y --no-install-recommends bubblewrap ||
        echo "bubblewrap could not be installed: submissions will be held by rlimits and seccomp only."
fi

exec "$source/tools/bootstrap.sh"
