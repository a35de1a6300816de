#!/usr/bin/env python3
"""Draw the picture of the README: the demo's comparison, as a terminal shows it in colour.

    python docs/picture.py

The program itself draws; Rich turns its colours into SVG. The clock stands, so that the same
program always makes the same picture.
"""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

COMMAND = ("demo", "compare", "--years", "5")

NOW = "2026-11-21T08:12:00+01:00"

COLUMNS = 80

FILE = Path(__file__).with_name("compare.svg")


def drawn() -> str:
    """Return what the program writes to a terminal with colours."""
    with TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "COLUMNS": str(COLUMNS),
            "PYTHONUTF8": "1",
            "STRIDE_CONFIG": f"{home}/config.toml",
            "STRIDE_NOW": NOW,
            "XDG_CACHE_HOME": home,
        }
        program = [sys.executable, "-m", "stridelog", "--color", "always", *COMMAND]
        done = subprocess.run(  # noqa: S603 (our own words)
            program, env=environment, check=True, capture_output=True, encoding="utf-8"
        )
    return done.stdout


def picture() -> str:
    """Return the picture as SVG."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(), record=True, width=COLUMNS, color_system="standard", no_color=False
    )
    # Rich would cut the tails of the last line's letters: an empty one gives them room.
    console.print(Text.from_ansi(drawn().rstrip("\n")), end="\n\n", soft_wrap=True)
    return console.export_svg(title=f"stride {' '.join(COMMAND)}", unique_id="stride")


if __name__ == "__main__":
    FILE.write_text(picture(), encoding="utf-8")
