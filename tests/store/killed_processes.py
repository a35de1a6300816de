"""Does something to journals and is killed on the way, a little later each time.

    python killed_processes.py make|log|migrate EVERY FOLDER

In ``FOLDER/1``, ``FOLDER/2`` … the same thing is done to a journal of its own, by a process that
is killed (as by ``kill -9``) at its first, second, … step, until one comes to its end; of the
steps, every ``EVERY``th counts. A step is a statement of SQL, or a file that is opened, renamed
or removed.
"""

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from example_journals import NOW, add, run
from freeze import JOURNALS, NOW_DAY
from future_migrations import MOODS, next_version

from stridelog.store.connect import VERSION
from stridelog.store.writing import open_journal

STEPS = {"os.link", "os.mkdir", "os.remove", "os.rename", "open"}
"""Names of audit events that are steps."""

Deed = Callable[[Path], object]


def make(journal: Path) -> None:
    """Make a new journal."""
    open_journal(journal, NOW)


def log(journal: Path) -> None:
    """Log two runs."""
    add(open_journal(journal, NOW), run(NOW_DAY), run(NOW_DAY))


def migrate(journal: Path) -> None:
    """Bring a journal to a version that is yet to come."""
    open_journal(journal, NOW)


def is_killed_at(step: int, do: Deed, journal: Path) -> bool:
    """Do it in a process that is killed at a step; tell whether it came so far."""
    child = os.fork()
    if child:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code not in {0, -signal.SIGKILL}:
            sys.exit(code)
        return code != 0
    left = step

    def count(_: object = None) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, _: tuple[object, ...]) -> None:
        if event in STEPS:
            count()

    connect = sqlite3.connect

    def counted(*words: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401 (as connect has)
        connection: sqlite3.Connection = connect(*words, **named)
        connection.set_trace_callback(count)
        return connection

    sys.addaudithook(hook)
    sqlite3.connect = counted  # type: ignore[assignment]
    do(journal)
    os._exit(0)


def main(deed: str, every: int, folder: Path) -> None:
    """Do it again and again, until nothing is left to be killed at."""
    do, begun = {"make": (make, 0), "log": (log, VERSION), "migrate": (migrate, 1)}[deed]
    with next_version(folder.parent, MOODS) if do is migrate else nullcontext():
        killed, step = True, 1
        while killed:
            journal = folder / str(step) / "journal.db"
            if begun:
                journal.parent.mkdir(parents=True)
                shutil.copy(JOURNALS / f"version-{begun}.db", journal)
            killed = is_killed_at(step, do, journal)
            step += every


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
