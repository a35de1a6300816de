"""Print how fast 100 000 tickets of a help desk come in, beside ``sqlite-utils insert``.

    python tests/benchmarks/helpdesk.py [ROWS] [REPETITIONS]

Both read the same CSV in processes of their own, in turns. They do not do the same: one keeps every
cell of every row, the other sums the rows up to shifts and keeps what stride keeps ready of them.
sqlite-utils is no dependency of the project: where it is not beside this Python, it is installed
into a virtual environment that is thrown away afterwards; without a network, it is left out.
"""

import csv
import subprocess
import sys
import venv
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from processes import NOW, PYTHON, STRIDE, Measured, compiled, environ, measured

ROWS = 100_000

REPETITIONS = 5

BOUND = 200
"""Megabytes that an import may hold."""

MEGABYTE = 1_000_000

YEARS = 5

HEADER = (
    *("Id", "Requester", "Requester email", "Subject", "Assignee", "Group", "Status"),
    *("Created at", "Solved at", "Satisfaction Score", "Reopens", "Replies"),
    *("First reply time in minutes", "First resolution time in minutes"),
    *("Full resolution time in minutes", "Requester wait time in minutes"),
)


def write_tickets(file: Path, count: int) -> None:
    """Write ``count`` tickets of one agent, at equal steps over five years up to now."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADER)
        writer.writerows(_tickets(count))


def _tickets(count: int) -> Iterator[tuple[object, ...]]:
    chance = Random(1)  # noqa: S311 (the same tickets every time)
    now = datetime.fromisoformat(NOW)
    for number in range(1, count + 1):
        created = now - timedelta(days=YEARS * 365) * (1 - number / count)
        reply, taken = chance.randint(1, 90), chance.randint(90, 4_000)
        who = f"Customer {chance.randint(1, 20_000)}"
        yield (
            *(number, who, f"{who.replace(' ', '.')}@example.org", f"Question {number}, please"),
            *("Sam Hill", chance.choice(("Tier 1", "Tier 2")), chance.choice(("Solved", "Closed"))),
            f"{created:%Y-%m-%d %H:%M}",
            f"{created + timedelta(minutes=taken):%Y-%m-%d %H:%M}",
            chance.choice(("Good", "Good", "Good", "Bad", "Offered", "Not Offered")),
            *(chance.choice((0, 0, 0, 1)), chance.randint(1, 6)),
            *(reply, taken, taken, chance.randint(1, taken)),
        )


def sqlite_utils(folder: Path) -> Path | None:
    """Return the program, installed into ``folder`` where it is not there; None if it cannot be."""
    beside = Path(PYTHON).with_name("sqlite-utils")
    if beside.exists():
        return beside
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = [str(programs / "python"), "-m", "pip", "install", "--quiet", "sqlite-utils"]
    if subprocess.run(install, check=False).returncode:
        return None
    return programs / "sqlite-utils"


def in_turns(folder: Path, repetitions: int) -> dict[str, list[Measured]]:
    """Import the tickets with both programs again and again, each time into a new database."""
    tickets, environment = folder / "tickets.csv", environ(folder)
    commands = {"stride import": ([STRIDE, "import", str(tickets), "--yes"], "journal.db")}
    other = sqlite_utils(folder)
    if other is not None:
        insert = [str(other), "insert", str(folder / "tickets.db"), "ticket", str(tickets), "--csv"]
        commands["sqlite-utils insert"] = (insert, "tickets.db")
    taken: dict[str, list[Measured]] = {name: [] for name in commands}
    # The first round warms the caches up.
    for round_ in range(repetitions + 1):
        for name, (command, made) in commands.items():
            for file in folder.glob(f"{made}*"):
                file.unlink()
            runs = measured(command, environment)
            taken[name] += [runs] if round_ else []
    return taken


def main(count: int, repetitions: int) -> None:
    """Print rows per second and the most memory of each program."""
    compiled()
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_tickets(folder / "tickets.csv", count)
        taken = in_turns(folder, repetitions)
    print(f"{count} tickets, medians of {repetitions}:")
    for program, runs in taken.items():
        seconds, peak = median(r.seconds for r in runs), max(r.peak for r in runs) / MEGABYTE
        mark = "  ◀ too much" if program.startswith("stride") and peak > BOUND else ""
        speed = f"{count / seconds:9.0f} rows a second"
        print(f"  {program:20} {seconds:7.2f} s {speed} {peak:7.1f} MB{mark}")
    if len(taken) == 1:
        print("  sqlite-utils could not be installed: pip install sqlite-utils")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [ROWS, REPETITIONS][len(given) :]))
