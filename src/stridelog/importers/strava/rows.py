"""A row of Strava's table as a draft."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo

from stridelog.domain.dates import DateOrder
from stridelog.domain.definition_name import definition_name
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.plain_text import shown
from stridelog.importers._sports import on_wheels, sport_of
from stridelog.importers._table import Record
from stridelog.importers._times import in_zone
from stridelog.importers.strava import columns
from stridelog.importers.strava.columns import Layout
from stridelog.importers.strava.dates import utc_time

METRES_PER_NAUTICAL_MILE = 1852.0
"""By definition (1929); sails are shown in nautical miles."""

SHOWN_IN_METRES = frozenset({"swim", "rowing"})
SHORTEST_IN_METRES = 25.0
"""Swims are shown in metres. Less than a short pool's length is kilometres after all."""

_PLAIN_NUMBER = re.compile(r"\d+([.,]\d+)?(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
_MARK = re.compile(r"[.,]")
_GROUPED = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*", re.ASCII)
_EFFORTS = range(1, 11)


class RowError(StrideError):
    """A cell does not say what its column should."""


def draft_of(record: Record, layout: Layout, zone: tzinfo, order: DateOrder) -> Draft:
    """Return the activity of one row. Raises ``StrideError`` where it cannot be made out."""
    cells = record.cells
    key = cells[columns.ID].strip()
    if not key.isdecimal():
        raise RowError(f"{shown(key) or 'Nothing'} is no activity's number.")
    at = utc_time(cells[columns.DATE], order)
    if at is None:
        raise RowError(f'"{shown(cells[columns.DATE])}" is no date that stride can read.')
    sport = sport_of(cells[columns.TYPE])
    if not sport:
        raise RowError("It does not say what kind of activity it is.")
    definition_name(sport, "an activity")
    return Draft(
        activity=sport,
        at=in_zone(at, zone),
        measurements=dict(_measurements(cells, layout, sport)),
        tags=tuple(_tags(cells, layout)),
        gear=cells[layout.gear].strip(),
        effort=_effort(layout.cell(cells, columns.EXERTION)),
        note=_note(cells, layout),
        origins=(Origin("strava", key),),
        row=record.row,
    )


def _measurements(cells: Sequence[str], layout: Layout, sport: str) -> Iterator[tuple[str, float]]:
    """Give what was measured, in base units; what is zero or empty was not."""
    elapsed = _plain(layout.cell(cells, 0)) or _displayed(cells[columns.ELAPSED])
    found = {
        "distance": _distance(cells, layout, sport),
        "duration": _plain(layout.cell(cells, columns.MOVING_TIME)) or elapsed,
        "elapsed": elapsed,
        "climb": _plain(layout.cell(cells, columns.CLIMB)),
        "heart-rate": _plain(layout.cell(cells, columns.HEART_RATE)),
    }
    if on_wheels(sport):
        found["power"] = _plain(layout.cell(cells, columns.WATTS))
    if sport == "strength":
        found["volume"] = _plain(layout.cell(cells, columns.LIFTED))
        found["sets"] = _plain(layout.cell(cells, columns.SETS))
        found["reps"] = _plain(layout.cell(cells, columns.REPS))
    return ((name, value) for name, value in found.items() if value)


def _distance(cells: Sequence[str], layout: Layout, sport: str) -> float:
    """Return the distance in metres: the machine's to the last bit, else the one displayed."""
    exact = _plain(layout.cell(cells, columns.MACHINE_DISTANCE))
    if exact:
        return exact
    text = cells[columns.DISTANCE]
    if layout.in_metres:
        return _displayed(text)
    if sport == "sail":
        return _displayed(text) * METRES_PER_NAUTICAL_MILE
    metres = _displayed(text)
    if sport in SHOWN_IN_METRES and metres >= SHORTEST_IN_METRES:
        return metres
    return _displayed(text, power=3)


def _plain(text: str) -> float:
    """Read a number of the machine block: its mark, a dot or a comma, is the decimal one."""
    number = text.strip()
    if not number:
        return 0.0
    if not _PLAIN_NUMBER.fullmatch(number):
        raise RowError(f'"{shown(text)}" is no number.')
    return _finite(number.replace(",", "."))


def _displayed(text: str, power: int = 0) -> float:
    """Read a number written for people, times ten to the ``power``, correctly rounded.

    Of a dot and a comma the last is the decimal mark; alone, before three digits, it groups
    thousands, since no more than two decimals are displayed.
    """
    number = "".join(text.split()).replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    if not number:
        return 0.0
    if _GROUPED.fullmatch(number):
        number = _MARK.sub("", number)
    *groups, part = _MARK.split(number)
    digits = f"{''.join(groups)}.{part}" if groups else part
    if not digits.replace(".", "", 1).isdecimal():
        raise RowError(f'"{shown(text)}" is no number.')
    return _finite(f"{digits}e{power}")


def _finite(number: str) -> float:
    value = float(number)
    if value == float("inf"):
        raise RowError(f"{shown(number)} is too large a number.")
    return value


def _tags(cells: Sequence[str], layout: Layout) -> Iterator[str]:
    display = (cell.strip().lower() for cell in cells[columns.DISTANCE + 1 : layout.gear])
    if "true" in display or _is_set(layout.cell(cells, columns.COMMUTE)):
        yield "commute"
    if layout.competition is not None and _is_set(cells[layout.competition]):
        yield "race"


def _is_set(text: str) -> bool:
    return text.strip().lower() in {"true", "1", "1.0", "1,0"}


def _effort(text: str) -> int | None:
    """Return the perceived exertion where it is a whole number from 1 to 10."""
    value = _plain(text)
    return int(value) if value in _EFFORTS else None


def _note(cells: Sequence[str], layout: Layout) -> str:
    """Return the activity's name, and its description and private note on further lines."""
    parts = [" ".join(cells[columns.NAME].split()), cells[columns.DESCRIPTION]]
    if layout.private_note is not None:
        parts.append(cells[layout.private_note])
    lines = (part.replace("\r\n", "\n").replace("\r", "\n").strip() for part in parts)
    return "\n".join(line for line in lines if line)
