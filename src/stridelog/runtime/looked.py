"""When a person last looked at what there is to celebrate: a day in a small file by the journal."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from stridelog.runtime.private_file import write_private


def last_look(journal: Path) -> date | None:
    """Return the day; None where nobody has looked, or the file cannot be read."""
    try:
        return date.fromisoformat(_file(journal).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None


def look(journal: Path, today: date) -> None:
    """Note that somebody looked today. Where it cannot be written, nothing is lost."""
    with suppress(OSError):
        write_private(_file(journal), f"{today.isoformat()}\n")


def _file(journal: Path) -> Path:
    return journal.with_name(f"{journal.name}.looked")
