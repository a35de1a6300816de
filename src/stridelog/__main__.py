"""The program: ``stride`` and ``python -m stridelog``."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # The process lives for a fraction of a second: collecting garbage would take a third of it.
    gc.disable()
    from stridelog.cli.app import run

    code = run(sys.argv[1:])
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
