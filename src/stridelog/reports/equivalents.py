"""What a race is worth over other distances: by VDOT and by Riegel's formula, with ranges."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stridelog.domain.dates import format_day
from stridelog.domain.distance import distance_class
from stridelog.domain.doubt import Moved
from stridelog.domain.equivalents import Equivalent, Exponent, Race, equivalents
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.domain.record import exact_time
from stridelog.domain.units import Dimension
from stridelog.page import Column, Heading, Page, Row, Span, Table, Text

SUMMARY = "What a race is worth over other distances, and how sure that is"

ROWS = "equivalents"

Found = Literal["named", "race", "run"]
"""Whether the race was named, is the best one tagged +race, or the best run over a distance."""

EMPTY = (
    "No run over a standard distance was logged in the last 13 weeks.",
    "Name a race:  stride equivalents 10k 50:42",
    "Or an entry:  stride equivalents 12",
)

NO_RACE = (
    "No run of the last 13 weeks is tagged +race: this is the best of all over a standard",
    "distance, and in a race you may be faster.",
)

NO_EXPONENT = (
    "Riegel's exponent is the usual one: three runs tagged +race within a year, the longest at",
    "least half as long again as the shortest, give you one of your own.",
)

CAUTION = (
    "For half of all runners a marathon worked out from shorter races is at least ten minutes",
    "too fast (Vickers and Vertosick 2016): reckon with the slower half of its range.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A race, if there is one, and what it is worth; ``age_grade`` where the runner is known."""

    race: Race | None
    found: Found
    exponent: Exponent
    age_grade: float | None
    rows: tuple[Equivalent, ...]


def compute(race: Race | None, found: Found, exponent: Exponent, age_grade: float | None) -> Answer:
    """Return what ``race`` is worth; nothing without one."""
    rows = equivalents(race, exponent) if race is not None else ()
    return Answer(race, found, exponent, age_grade, rows)


def page(answer: Answer, notation: Notation) -> Page:
    """Lay the equivalents out, a row a distance, and below them how far they can be trusted."""
    if answer.race is None:
        return Page((Text(EMPTY),))
    heading = Heading("What it is worth", _said(answer.race, notation))
    notes = [Text((Span(" ".join(note), "muted"),)) for note in _notes(answer, notation)]
    return Page((heading, _table(answer, answer.race, notation), *notes))


def _said(race: Race, notation: Notation) -> str:
    said = f"{_metres(race.measured or race.metres, notation)} in {_clock(race.seconds, notation)}"
    return said if race.day is None else f"{said}, {format_day(race.day)}"


def _table(answer: Answer, race: Race, notation: Notation) -> Table:
    columns = (
        Column(""),
        Column(f"VDOT {_number(race.vdot, 1, notation)}", "right", spare=1),
        Column(f"Riegel {_number(answer.exponent.value, 2, notation)}", "right", spare=2),
        Column("between", "right"),
    )
    return Table(columns, tuple(Row(_cells(row, notation)) for row in answer.rows))


def _cells(row: Equivalent, notation: Notation) -> tuple[str, ...]:
    vdot, riegel, *ends = (
        _clock(seconds, notation) for seconds in (row.vdot, row.riegel, row.fastest, row.slowest)
    )
    return row.name, vdot, riegel, " \N{EN DASH} ".join(dict.fromkeys(ends))


def _notes(answer: Answer, notation: Notation) -> Iterator[tuple[str, ...]]:
    if answer.age_grade is not None:
        share = format_quantity(round(answer.age_grade, 3), Dimension.FRACTION, notation)
        yield (f"Age grade: {share} of the standard for your age and sex.",)
    if answer.race is not None:
        yield from _counted(answer.race, notation)
    if answer.found == "run":
        yield NO_RACE
    own = answer.exponent
    if own.races:
        low, high = (_number(end, 2, notation) for end in (own.low, own.high))
        yield (f"The exponent is your own, of {own.races} races within a year: {low} to {high}.",)
    else:
        yield NO_EXPONENT
    if any(row.cautious for row in answer.rows):
        yield CAUTION


def _counted(race: Race, notation: Notation) -> Iterator[tuple[str, ...]]:
    """Say what an entry counts for that was measured longer, where its record is another time."""
    name = distance_class(race.measured) if race.measured else None
    if not race.measured or name is None or race.measured == race.metres:
        return
    moved = Moved(race.measured, 1000 * race.seconds / race.measured)
    recorded = _clock(round(exact_time(name, moved)), notation)
    if recorded != _clock(race.seconds, notation):
        yield (
            f"It counts as {_metres(race.metres, notation)}, since a watch measures long.",
            f"At its pace that distance takes {recorded}, which is the time in stride records.",
        )


def _metres(metres: float, notation: Notation) -> str:
    return format_quantity(metres, Dimension.DISTANCE, notation)


def _clock(seconds: float, notation: Notation) -> str:
    return format_quantity(seconds, Dimension.DURATION, notation)


def _number(value: float, decimals: int, notation: Notation) -> str:
    return f"{value:.{decimals}f}".replace(".", notation.decimal.character)


def document(answer: Answer) -> Mapping[str, object]:
    """Return the equivalents as ``stride.equivalents/1``; estimates have no digits to spare."""
    exponent = answer.exponent
    return {
        "schema": "stride.equivalents/1",
        "race": None if answer.race is None else _race(answer, answer.race),
        "exponent": {
            "value": round(exponent.value, 4),
            "low": round(exponent.low, 4),
            "high": round(exponent.high, 4),
            "races": exponent.races,
        },
        ROWS: [_row(row) for row in answer.rows],
    }


def _race(answer: Answer, race: Race) -> Mapping[str, object]:
    return {
        "found": answer.found,
        "number": race.number,
        "day": race.day.isoformat() if race.day else None,
        "distance": {"value": race.metres, "unit": "m"},
        "measured": {"value": race.measured or race.metres, "unit": "m"},
        "duration": {"value": race.seconds, "unit": "s"},
        "vdot": round(race.vdot, 2),
        "age_grade": None if answer.age_grade is None else round(answer.age_grade, 4),
    }


def _row(row: Equivalent) -> Mapping[str, object]:
    return {
        "group": row.name,
        "distance": row.metres,
        "distance_unit": "m",
        "vdot": round(row.vdot, 1),
        "riegel": round(row.riegel, 1),
        "fastest": round(row.fastest, 1),
        "slowest": round(row.slowest, 1),
        "unit": "s",
        "cautious": row.cautious,
    }
