"""Print how long commands take: beside starting Python, and with many entries beside few.

    python tests/benchmarks/speed.py [REPETITIONS]

Each figure is a ratio of medians over repetitions that take turns, all measured in this one run
on a machine that should be doing nothing else. A mark shows where a bound is exceeded.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from processes import PYTHON, STRIDE, Measured, compiled, environ, measured
from ten_years import LARGE, SMALL, make_journal

REPETITIONS = 21

Command = tuple[str, ...]

PASS: Command = (PYTHON, "-c", "pass")
SQLMODEL: Command = (PYTHON, "-c", "import sqlmodel")
LOG: Command = ("log", "run", "10k", "50:42")
TODAY: Command = ()
COMPLETED: Command = ("__complete", "zsh", "log", "ru")
"""What a shell asks when Tab is pressed."""

READING = 13
"""Bound of a command that only looks, beside ``python -c pass``."""


@dataclass(frozen=True, slots=True)
class Case:
    """The words of a command, and the bound of its ratio."""

    words: Command
    bound: float


STARTED = (
    Case(("--help",), 7),
    Case(COMPLETED, 8),
    Case(("__complete", "zsh", "compare", "--y"), 8),
    Case(TODAY, READING),
    Case(("list",), READING),
    Case(("show", "last"), READING),
    Case(("search", "flying"), READING),
    Case(("compare",), READING),
    Case(("compare", "--years", "5"), READING),
    Case(("streaks",), READING),
    Case(("trends",), READING),
    Case(("celebrate", "--year"), READING),
    Case(("activities",), READING),
    Case(("config",), READING),
    Case(LOG, 37),
)

GROWN = (
    Case(LOG, 1.05),
    Case(TODAY, 1.3),
    Case(COMPLETED, 1.3),
    Case(("list",), 1.05),
    Case(("compare", "--years", "5"), 1.15),
    Case(("compare", "--years", "5", "--window", "1y"), 1.4),
    Case(("streaks",), 1.15),
    Case(("trends",), 1.15),
    Case(("celebrate", "--year"), 2.0),
    Case(("search", "flying"), 1.15),
)


def medians(
    commands: Iterable[Command], folder: Path, repetitions: int
) -> dict[Command, tuple[float, float]]:
    """Run all commands in turn, again and again.

    Return the medians of each: seconds by the clock, and seconds of a processor.
    """
    taken: dict[Command, list[Measured]] = {command: [] for command in commands}
    environment = environ(folder)
    for _ in range(repetitions + 1):
        for command, runs in taken.items():
            runs.append(measured(command, environment))
    # The first round warms the caches up.
    return {
        command: (median(r.seconds for r in runs[1:]), median(r.processor for r in runs[1:]))
        for command, runs in taken.items()
    }


def stride(words: Command, journal: Path) -> Command:
    """Return the command with these words on that journal, coloured as on a terminal."""
    if words[:1] == ("__complete",):
        # What stands after the name of the shell is the line that was typed.
        return (STRIDE, *words[:2], "--journal", str(journal), *words[2:])
    return (STRIDE, "--color", "always", "--journal", str(journal), *words)


def line(case: Case, taken: tuple[float, float], beside: tuple[float, float]) -> None:
    """Print a command's ratios, by the clock and of a processor; the bound is by the clock."""
    clock, processor = (this / that for this, that in zip(taken, beside, strict=True))
    mark = "  ◀ too slow" if clock > case.bound else ""
    what = " ".join(case.words) or "stride alone"
    print(f"  {what:36} {clock:7.2f} {processor:7.2f}   at most {case.bound:5.2f}{mark}")


def main(repetitions: int) -> None:
    compiled()
    with TemporaryDirectory() as name:
        few, many = Path(name, "few"), Path(name, "many")
        make_journal(few, SMALL)
        make_journal(many, LARGE)
        small, large = few / "journal.db", many / "journal.db"
        both = [stride(case.words, journal) for case in GROWN for journal in (small, large)]
        started = [stride(case.words, small) for case in STARTED]
        taken = medians([PASS, SQLMODEL, *started, *both], few, repetitions)
    print(f"Medians of {repetitions}, by the clock and of a processor; ", end="")
    print(f"load {os.getloadavg()[0]:.1f}; python -c pass: {taken[PASS][0] * 1000:.1f} ms\n")
    print(f"At {SMALL} entries, beside python -c pass:")
    for case in STARTED:
        line(case, taken[stride(case.words, small)], taken[PASS])
    print("\nBeside python -c 'import sqlmodel':")
    line(Case(LOG, 1), taken[stride(LOG, small)], taken[SQLMODEL])
    print(f"\nAt {LARGE} entries, beside itself at {SMALL}:")
    for case in GROWN:
        line(case, taken[stride(case.words, large)], taken[stride(case.words, small)])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS)
