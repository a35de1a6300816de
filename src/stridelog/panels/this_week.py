"""This week so far, beside last week by now and the same week of earlier years by then.

The same week of an earlier year is the one that holds the same date; of every week as many days
count as of this one, the last of them up to the time that it is now. Early on Monday, when none
of them holds anything yet, last week stands in for this one, and all weeks are whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from stridelog.domain.activity import Activity
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.period import shift, week_of
from stridelog.domain.phrasing import value
from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance, Stretch, Tally, TodayFacts
from stridelog.domain.units import Dimension
from stridelog.page import Block, Cell, Column, Span, Table
from stridelog.page import Row as TableRow

SUMMARY = "This week so far, beside last week, a year ago and five years ago by now"

ORDER = 20

AT_MOST = 2
"""Activities that are shown."""

LATELY = 91
"""Days in which the most practised activities are those with the most entries."""

YEARS = (1, 5)
"""How many years ago the weeks are that this one is set beside."""

NONE = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Row:
    """What was done of an activity in each stretch: a week, the one before, and years before."""

    activity: str
    measure: Measure | None
    stretches: tuple[Stretch, ...]
    tallies: tuple[Tally, ...]


def compute(facts: TodayFacts, glance: Glance) -> tuple[Row, ...]:
    """Return the activities practised most, as far as any of these weeks holds something."""
    return _rows(facts, glance) or _rows(facts, _end_of_last_week(glance))


def _rows(facts: TodayFacts, glance: Glance) -> tuple[Row, ...]:
    stretches = tuple(_stretches(glance))
    rows = []
    for name in _most_practised(facts, glance.today):
        measure = _amount(facts.activities[name])
        tallies = facts.tallies(name, measure.name if measure else "", stretches)
        if any(tally.entries for tally in tallies):
            rows.append(Row(name, measure, stretches, tuple(tallies)))
    return tuple(rows)


def _end_of_last_week(glance: Glance) -> Glance:
    """Return the glance on which last week was just over."""
    monday = week_of(glance.today, glance.week_start).first
    # Days may begin later than midnight: the next one holds the rest of the last one.
    over = datetime.combine(monday, time.max, glance.now.tzinfo)
    return replace(glance, today=shift(monday, -1, "days"), now=over)


def _stretches(glance: Glance) -> Iterable[Stretch]:
    today = glance.today
    so_far = (today - week_of(today, glance.week_start).first).days
    for day in (today, shift(today, -1, "weeks"), *(shift(today, -n, "years") for n in YEARS)):
        first = week_of(day, glance.week_start).first
        last = shift(first, so_far, "days")
        until = glance.now.replace(tzinfo=None) - (today - last)
        yield Stretch(first, last, until)


def _most_practised(facts: TodayFacts, today: date) -> list[str]:
    """Return the activities with the most entries lately; of equals, the one with more in all."""
    since, present = today.toordinal() - LATELY, today.toordinal()

    def practised(name: str) -> tuple[int, int]:
        days = facts.days[name]
        return sum(days[day] for day in days if since < day <= present), sum(days.values())

    names = [n for n in facts.days if n is not None and not facts.activities[n].retired]
    return sorted(names, key=practised, reverse=True)[:AT_MOST]


def _amount(activity: Activity) -> Measure | None:
    """Return the measure that tells how much was done: distance, tickets, duration."""
    summed = [m for m in activity.measures if m.kind is Kind.ADDITIVE and not m.retired]
    better = [m for m in summed if m.direction is Direction.HIGHER]
    timed = [m for m in summed if m.name == "duration"]
    return next(iter((*better, *timed, *summed)), None)


def block(rows: Sequence[Row], glance: Glance, notation: Notation) -> Block:
    """Lay the weeks out side by side; a year in which there was nothing is left out."""
    week, _, *then = rows[0].stretches
    if week.last == glance.today:
        name, titles = "this week", ["so far", "last week by now"]
        titles += [f"{then_week.last.year} by now" for then_week in then]
    else:
        name, titles = "last week", ["in all", "the week before"]
        titles += [str(then_week.last.year) for then_week in then]
    shown = [n for n in range(len(titles)) if n < 2 or any(r.tallies[n].entries for r in rows)]  # noqa: PLR2004 (the two weeks of now)
    return Table(
        (
            Column(name, flexible=True),
            *(Column(titles[n], "right", spare=int(n > 0)) for n in shown),
        ),
        tuple(TableRow((_name(row), *(_cell(row, n, notation) for n in shown))) for row in rows),
    )


def _name(row: Row) -> str:
    """Name an activity; and what of it is counted, where no unit says so."""
    if row.measure is None or row.measure.dimension is not Dimension.COUNT:
        return row.activity
    return f"{row.activity}, {row.measure.name}"


def _cell(row: Row, number: int, notation: Notation) -> Cell:
    tally = row.tallies[number]
    text = str(tally.entries) if tally.entries else NONE
    if row.measure and tally.amount:
        text = f"{value(row.measure, tally.amount, notation)} in {tally.entries}"
    return text if number else Span(text, "strong")


NAMES = ("week", "week_before", "a_year_before", "five_years_before")
"""What the stretches are called in JSON."""


def document(rows: Sequence[Row]) -> list[object]:
    """Return an activity a row, each of its weeks with its days, entries and amount."""
    return [
        {
            "activity": row.activity,
            "measure": row.measure.name if row.measure else None,
            "unit": row.measure.base_unit if row.measure else None,
            **{
                name: _week(stretch, tally, row.measure)
                for name, stretch, tally in zip(NAMES, row.stretches, row.tallies, strict=True)
            },
        }
        for row in rows
    ]


def _week(stretch: Stretch, tally: Tally, measure: Measure | None) -> dict[str, object]:
    return {
        "from": stretch.first.isoformat(),
        "to": stretch.last.isoformat(),
        "until": stretch.until.isoformat(),
        "entries": tally.entries,
        "amount": tally.amount if measure else None,
    }
