"""Where the columns of Garmin Connect's table stand.

They vary with the sports that were chosen and with the language. The first seven are always
activity type, date, favorite, title, distance, calories and time: by these a row tells what it is
in any language. The others are found by their labels.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from stridelog.importers._displayed import DisplayedError, number, seconds
from stridelog.importers._names import kebab


class Column(StrEnum):
    """A column that is read. The values are the names in ``labels.txt``."""

    TYPE = "type"
    DATE = "date"
    FAVORITE = "favorite"
    TITLE = "title"
    DISTANCE = "distance"
    TIME = "time"
    MOVING = "moving"
    ELAPSED = "elapsed"
    CLIMB = "climb"
    HEART_RATE = "heart-rate"
    POWER = "power"
    PACE = "pace"
    SPEED = "speed"
    STRIDE = "stride"
    CADENCE = "cadence"
    COLDEST = "coldest"


_LEADING = {
    Column.TYPE: 0,
    Column.DATE: 1,
    Column.FAVORITE: 2,
    Column.TITLE: 3,
    Column.DISTANCE: 4,
    Column.TIME: 6,
}
"""Where the columns stand that every table of Garmin's begins with; the sixth is the calories."""

_LEADING_WIDTH = 7
_LONGEST_LABEL = 100
_DATE = re.compile(r"\s*\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?\s*", re.ASCII)
_MISSING = re.compile(r"[-\N{EN DASH}\N{EM DASH}:.\s]*")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of one table stand.

    Rows have at least ``fewest`` cells, which is without empty ones at the end, and ``width``.
    """

    labels: tuple[str, ...]
    places: Mapping[Column, int]
    fewest: int
    width: int

    def fits(self, cells: Sequence[str]) -> bool:
        """Tell whether a row has as many cells as the header, empty ones at its end aside."""
        return len(cells) >= self.fewest and not any(cells[self.width :])

    def cell(self, cells: Sequence[str], column: Column) -> str:
        """Return a cell; empty where there is none, or where its dashes say that."""
        place = self.places.get(column)
        text = cells[place].strip() if place is not None and place < len(cells) else ""
        return "" if _MISSING.fullmatch(text) else text

    def leading(self) -> "Layout":
        """Return where the columns stand in a row that is of another table, without its header."""
        return Layout(self.labels, _LEADING, _LEADING_WIDTH, _LEADING_WIDTH)

    def is_repeated(self, cells: Sequence[str]) -> bool:
        """Tell whether a row is a header again, which may have other columns further on."""
        return tuple(cells[:_LEADING_WIDTH]) == self.labels[:_LEADING_WIDTH]


def layout_of(header: Sequence[str], first: Sequence[str] = ()) -> Layout | None:
    """Return the layout of the table that ``header`` and ``first``, its first row, begin.

    None if it is not Garmin's: neither are its labels known, nor does its row read like one.
    """
    places = _labelled(header)
    found = places.keys()
    named = {Column.TYPE, Column.DATE} <= found and (
        {Column.FAVORITE, Column.DISTANCE} <= found
        or {Column.TITLE, Column.DISTANCE, Column.TIME} <= found
    )
    if not named and not is_activity(first):
        return None
    return _laid_out(header, places if named else places | _LEADING)


def repeated_layout(header: Sequence[str]) -> Layout:
    """Return the layout of a table whose header begins as the one before it did."""
    return layout_of(header) or _laid_out(header, _labelled(header) | _LEADING)


def is_activity(cells: Sequence[str]) -> bool:
    """Tell whether a row reads like one of Garmin's: date, favorite or not, distance, time."""
    if len(cells) < _LEADING_WIDTH or not _DATE.fullmatch(cells[1]):
        return False
    try:
        for column, reading in ((Column.DISTANCE, number), (Column.TIME, seconds)):
            text = cells[_LEADING[column]]
            if not _MISSING.fullmatch(text):
                reading(text)
    except DisplayedError:
        return False
    return cells[2].strip().lower() in {"true", "false"}


def names_activities(label: str) -> bool:
    """Tell whether a cell is the label of the column that says what kind an activity is."""
    return _column(label) is Column.TYPE


def _labelled(header: Sequence[str]) -> dict[Column, int]:
    places: dict[Column, int] = {}
    for place, label in enumerate(header):
        column = _column(label)
        if column is not None:
            places.setdefault(column, place)
    return places


def _column(label: str) -> Column | None:
    # A label longer than any of Garmin's is a text, and need not be looked at.
    return _by_label().get(kebab(label)) if len(label) <= _LONGEST_LABEL else None


def _laid_out(header: Sequence[str], places: Mapping[Column, int]) -> Layout:
    fewest = max((place for place, label in enumerate(header, 1) if label.strip()), default=0)
    return Layout(tuple(header), places, fewest, len(header))


@cache
def _by_label() -> dict[str, Column]:
    columns = {}
    for line in Path(__file__).with_name("labels.txt").read_text(encoding="utf-8").splitlines():
        name, _, labels = line.partition(": ")
        if labels and not line.startswith("#"):
            columns.update({kebab(label): Column(name) for label in labels.split("|")})
    return columns
