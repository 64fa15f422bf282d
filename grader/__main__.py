"""The command `grader`, also as `python -m grader`.

Its parts take a while to import.  Ctrl-C ends it as quietly then as later on.
"""

from __future__ import annotations

import sys


def main() -> None:
    """The console script."""
    try:
        from grader.cli import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
