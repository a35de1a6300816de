"""A journal, changed as commands change it, and looked at."""

from dataclasses import replace
from typing import Any

from example_journals import DAY, run, stamp

from stridelog.domain.entry import Draft, Entry, Origin
from stridelog.domain.filters import Filters
from stridelog.domain.importing import ImportItem
from stridelog.domain.outcome import Outcome
from stridelog.domain.quantity import Notation
from stridelog.store import history
from stridelog.store.history import Swapped
from stridelog.store.reading.entries import entry
from stridelog.store.reading.exported import every
from stridelog.store.taking_in import take_in
from stridelog.store.writing import Journal


def take(journal: Journal, *items: ImportItem) -> Outcome:
    """Import what a file holds."""
    with journal.change(stamp("import activities.csv")) as change:
        return take_in(change, items, Notation(), lambda _: None)


def from_strava(key: str, **more: Any) -> Draft:  # noqa: ANN401 (any field)
    """Return a run as it stands in a file of Strava."""
    return replace(run(DAY), origins=(Origin("strava", key),), **more)


def delete(journal: Journal, *numbers: int) -> None:
    """Delete entries."""
    with journal.change(stamp("delete")) as change:
        change.delete(numbers)


def undo(journal: Journal) -> Swapped:
    """Take back the last change."""
    with journal.swap() as swap:
        return history.undo(swap)


def redo(journal: Journal) -> Swapped:
    """Bring back what was undone last."""
    with journal.swap() as swap:
        return history.redo(swap)


def numbers(journal: Journal) -> list[int]:
    """Return the numbers of all entries."""
    return [one.entry.number for one in every(journal.look(), Filters())]


def found(journal: Journal, number: int) -> Entry:
    """Return an entry that must be there."""
    one = entry(journal.look(), number)
    assert one is not None
    return one
