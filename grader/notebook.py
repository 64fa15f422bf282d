"""Grading in a notebook.

    from grader.notebook import check
    check(softmax)

or `%check softmax` after `%load_ext grader`.  What the kernel's cells have defined is graded in a
sandboxed worker, as a file is, and the report is shown below the cell.  The worker stays warm as
long as the kernel lives.
"""

from __future__ import annotations

import atexit
import shlex
import sys
from pathlib import Path
from typing import Any

from grader.language import _, use
from grader.submission import SubmissionError

_WIDTH = 100
"""Of the report as text, where no HTML is shown."""
_practice: Any = None


def check(target: object = None, *, exercise: str = "") -> None:
    """Grade an exercise by what the notebook's cells have defined, and show the report.

    target: a function or class that the exercise asks for, or the exercise's id.
    exercise: the id, where several exercises ask for the same name.
    Raises SubmissionError outside of IPython; in it, what is wrong with the request is one line.
    """
    shell = _shell()
    if shell is None:
        raise SubmissionError(
            _(
                "check() grades what a notebook's cells have defined, and this is no notebook. "
                "For a file use the command `grader grade`."
            )
        )
    from IPython.core.error import UsageError

    from grader.failure import ToldError
    from grader.jupyter import fragment, kernel, naming
    from grader.report import excerpt

    try:
        practice = _warm()
        entry = naming.find(practice.course, target, exercise, shell.user_ns)
        cells = shell.history_manager.input_hist_raw[1:]
        report = practice.grade(kernel.submission(entry, cells, practice.folder))
    except ToldError as error:
        if not error.innocent:
            raise UsageError(str(error)) from None
        _forget()
        innocent = _("This is not your work's fault.")
        raise UsageError(f"{error} {innocent}") from None
    except KeyboardInterrupt:
        _forget()  # its worker may be busy for a while
        raise
    result = kernel.told(report.exercises[0])
    shown = {
        "text/plain": excerpt.of_exercise(result, width=_WIDTH),
        "text/html": fragment.render(result, shell.execution_count),
    }
    shell.display_pub.publish(shown)


def load_ipython_extension(shell: Any) -> None:
    """`%load_ext grader`: gives `%check`, and starts the worker."""

    def check_line(line: str) -> None:
        """Grade an exercise: `%check softmax`, or `%check make_net mlp`."""
        from IPython.core.error import UsageError

        words = shlex.split(line)
        if len(words) not in (1, 2):
            said = _("name what to check, as in %check softmax or %check make_net mlp.")
            raise UsageError(said)
        check(words[0], exercise=words[1] if len(words) > 1 else "")

    shell.register_magic_function(check_line, "line", "check")
    _warm()


def _shell() -> Any:
    """The shell of this process, or None; a process that has not imported IPython has none."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _warm() -> Any:
    """The grader of this kernel, whose worker is started once."""
    global _practice  # noqa: PLW0603  (one for a kernel, as long as it lives)
    if _practice is None:
        from grader.practice import Practice

        use()
        _practice = Practice(Path.cwd())
        atexit.register(_forget)
    return _practice


def _forget() -> None:
    """End the worker; the next check starts another."""
    global _practice  # noqa: PLW0603  (as above)
    if _practice is not None:
        _practice.close()
        _practice = None
        atexit.unregister(_forget)
