"""What an entry of stride's own exports must be like, whichever format it comes in."""

from datetime import date, datetime, timedelta

from stridelog.domain.definition_name import definition_name
from stridelog.domain.errors import StrideError
from stridelog.domain.plain_text import shown
from stridelog.importers._times import with_offset

_EFFORTS = range(1, 11)
_NUMBERS = range(1, 1 << 63)
_LONGEST_LABEL = 500


class EntryError(StrideError):
    """An entry of an export is not as stride writes it."""


def name_of(text: str, what: str) -> str:
    """Return the name of an activity or a measure, which must be as stride keeps it."""
    name = definition_name(text, what)
    if name != text:
        raise EntryError(f'"{shown(text)}" is not how stride writes a name: {name} would be.')
    return name


def label_of(text: str) -> str:
    """Return a text of one line that people rarely see: a uid, an area, a source and its key."""
    if len(text) > _LONGEST_LABEL or not text.isprintable():
        raise EntryError(f'"{shown(text)}" is not as stride writes it.')
    return text


def time_of(text: str) -> datetime:
    """Return a civil time with its offset from UTC, to the second. Raises ``StrideError``."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise EntryError(f'"{shown(text)}" is no time.') from error
    return with_offset(at)


def day_near(text: str, at: datetime) -> date:
    """Return the day that an entry of that time counts for: the same one, or one beside it."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise EntryError(f'"{shown(text)}" is no day.') from error
    if abs(day - at.date()) > timedelta(days=1):
        raise EntryError(f"An entry of {at.date()} cannot count for {day}.")
    return day


def effort_of(value: int) -> int:
    """Return an effort."""
    if value not in _EFFORTS:
        raise EntryError(f"{value} is no effort: it goes from 1 to 10.")
    return value


def number_of(value: int) -> int:
    """Return the number of an entry."""
    if value not in _NUMBERS:
        raise EntryError(f"{shown(str(value))} is no entry's number.")
    return value
