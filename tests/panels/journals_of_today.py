"""Journals in memory, and a life to look at on a Saturday morning."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from stridelog.domain.cadence import Rules
from stridelog.domain.entry import Draft
from stridelog.domain.goal import Goal, Version
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.today import Aim, Glance
from stridelog.domain.units import Dimension
from stridelog.store.change import Stamp
from stridelog.store.reading.today import JournalToday
from stridelog.store.writing import empty_journal

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
MORNING = Glance(TODAY, NOW)


def at(day: date, hour: int = 8) -> datetime:
    """Return a time on a day."""
    return datetime.combine(day, time(hour), UTC)


def run(day: date, metres: float = 10_000.0, seconds: float = 3_000.0, **more: Any) -> Draft:  # noqa: ANN401 (any field)
    """Return a run in the morning."""
    return Draft("run", at(day), {"distance": metres, "duration": seconds}, **more)


def done(activity: str, *days: date) -> Iterator[Draft]:
    """Yield an entry with nothing but its day on each of the days."""
    return (Draft(activity, at(day)) for day in days)


def back(*days: int) -> list[date]:
    """Return the days so many days before today."""
    return [TODAY - timedelta(day) for day in days]


def facts(
    drafts: Iterable[Draft],
    rules: Mapping[str | None, Rules] | None = None,
    goals: Sequence[Aim] = (),
) -> JournalToday:
    """Return what a journal of these entries tells today's page; it has a goal where any stands."""
    journal = empty_journal(NOW)
    with journal.change(Stamp("log", NOW, "laptop")) as change:
        change.add(list(drafts))
        if goals:
            change.add_goal(Goal((Version(TODAY, "do", TODAY),), "Anything"))
    return JournalToday(journal.look(), rules or {}, lambda: goals)


def life() -> Iterator[Draft]:
    """Yield some years of somebody who runs, practises, works shifts, and used to ride."""
    yield run(date(2021, 11, 17), 5_090.0, 1_600.0)
    yield run(date(2021, 11, 21), 10_060.0, 3_106.0, note="Felt like flying.")
    yield Draft("shift", at(date(2024, 11, 21)), {"csat": 0.88}, note="Third outage this month.")
    yield run(date(2025, 11, 18), 12_000.0, 3_700.0)
    yield run(date(2025, 11, 21), 8_000.0, 2_500.0)
    for week in range(7):
        yield run(TODAY - timedelta(7 * week + 2), 9_100.0, 2_750.0)
        yield run(TODAY - timedelta(7 * week + 4), 9_000.0, 2_700.0)
        yield Draft("shift", at(TODAY - timedelta(7 * week + 3)), {"tickets": 31.0, "csat": 0.92})
    yield from (Draft("practice", at(day), {"duration": 1_800.0}) for day in back(*range(1, 13)))
    yield from done("ride", *back(*range(70, 130, 5)))


DISTANCE = Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE, Direction.HIGHER)

BEHIND = Aim(
    number=1,
    title="1 500 km this year",
    measure=DISTANCE,
    state="behind",
    current=1_322_000.0,
    expected=1_345_000.0,
    target=1_500_000.0,
    buffer_days=-5.6,
    deadline=date(2026, 12, 31),
)
"""A goal a little behind its line."""
