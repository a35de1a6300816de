"""The program: ``stride`` and ``python -m stridelog``."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line and leave with its exit code."""
    # The process lives for a fraction of a second: collecting garbage would take a third of it.
    gc.disable()
    if sys.argv[1:2] == ["__complete"]:
        # A shell asks on Tab, and nobody waits for Tab: Typer would take most of the time.
        from stridelog.cli.completion import main as complete

        sys.exit(complete(sys.argv[2:]))
    _see_to_streams()
    from stridelog.cli.app import INTERRUPTED, run

    code = INTERRUPTED
    with suppress(KeyboardInterrupt):  # Ctrl-C once more, while it is told what the first one did
        code = run(sys.argv[1:])
    with suppress(OSError, ValueError, KeyboardInterrupt):  # whoever read them may be gone
        sys.stdout.flush()
        sys.stderr.flush()
    # Everything is closed and written: taking a thousand modules apart would only take time.
    os._exit(code)


def _see_to_streams() -> None:
    """Put the null device where the caller closed a standard stream."""
    if sys.stdin is None or sys.stdout is None or sys.stderr is None:
        null = open(os.devnull, "r+")  # noqa: PTH123, SIM115 (as long as the process lives)
        sys.stdin, sys.stdout, sys.stderr = (
            stream or null for stream in (sys.stdin, sys.stdout, sys.stderr)
        )


if __name__ == "__main__":
    main()
