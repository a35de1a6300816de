"""When a person last looked at what there is to celebrate: days in a small file by the journal."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from stridelog.runtime.private_file import write_private


def last_look(journal: Path, today: date) -> date | None:
    """Return the last day before today; None where nobody looked, or the file cannot be read.

    So whoever looks once more on the same day, for all that was left out, sees as much again.
    """
    return max((day for day in _days(journal) if day < today), default=None)


def look(journal: Path, on: date) -> None:
    """Note that somebody last looked on a day. Where it cannot be written, nothing is lost."""
    days = [day.isoformat() for day in (last_look(journal, on), on) if day]
    with suppress(OSError):
        write_private(_file(journal), "\n".join([*days, ""]))


def _days(journal: Path) -> list[date]:
    """Return the day of the last look, and that of the one before it, if there was one."""
    try:
        return [date.fromisoformat(day) for day in _file(journal).read_text("ascii").split()]
    except (OSError, ValueError):
        return []


def _file(journal: Path) -> Path:
    return journal.with_name(f"{journal.name}.looked")
