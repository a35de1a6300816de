"""Entries and activities as anyone may log and define them, for property tests."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from example_journals import at
from hypothesis import strategies as st

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import (
    CADENCE_UNITS,
    Cadence,
    CadenceChange,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.distance import LONGEST, SHORTEST
from stridelog.domain.entry import Draft
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Direction, Kind, Measure, Ratio, Term
from stridelog.domain.period import Span
from stridelog.domain.units import Dimension

RULED_DAYS = st.dates(date(2026, 9, 1), date(2026, 12, 31))

SPANS = st.builds(
    lambda first, more: Span(first, first + timedelta(more) if more < 60 else date.max),
    RULED_DAYS,
    st.integers(0, 60),
)

WEEKDAYS = st.frozensets(st.integers(0, 6), min_size=1)

RULES = st.builds(
    Rules,
    st.lists(
        st.builds(
            CadenceChange,
            RULED_DAYS,
            st.builds(Cadence, st.integers(1, 24), st.sampled_from(CADENCE_UNITS)),
        ),
        max_size=3,
        unique_by=lambda change: (change.since, change.cadence.unit),
    ).map(tuple),
    st.lists(
        st.builds(Protection, SPANS)
        | st.builds(Protection, SPANS, reason=st.sampled_from(["injured", "Öl [red]"]))
        | st.builds(Protection, SPANS, WEEKDAYS),
        max_size=3,
        unique=True,
    ).map(tuple),
    st.lists(
        st.builds(SkipChange, RULED_DAYS, st.integers(0, 31)),
        max_size=3,
        unique_by=lambda change: change.since,
    ).map(tuple),
)
"""What anyone may set for streaks."""

FIRST = date(2026, 10, 22)
"""The entries lie in three weeks around a turn of the month."""

AMOUNTS = {
    Dimension.DISTANCE: (1_609.344, 4_900.0, 5_000.0, 5_250.5, 7_000.0, 10_000.0),
    Dimension.DURATION: (0.0, 60.0, 1_500.25, 3_600.0),
    Dimension.ELEVATION: (0.0, 12.5, 300.0),
    Dimension.MASS: (0.5, 22.7),
    Dimension.COUNT: (0.0, 1.0, 3.0, 31.0),
    Dimension.FRACTION: (0.0, 0.862, 1.0),
    Dimension.HEART_RATE: (88.0, 145.0),
    Dimension.POWER: (180.0, 241.5),
}

OWN_ACTIVITIES = (
    Activity("juggling", "hobbies"),
    Activity(
        "climbing",
        "fitness",
        (
            Measure("routes", Kind.ADDITIVE, Dimension.COUNT, Direction.HIGHER),
            Measure("grip", Kind.INTENSIVE, Dimension.MASS, Direction.HIGHER, weight="routes"),
            Measure("distance", Kind.ADDITIVE, Dimension.DISTANCE),
        ),
    ),
)

TAGS = ("race", "snow", "stroller")
PLACES = ("", "riverside", "track")
GEAR = ("", "Pegasus 41")
NOTES = ("", "Felt like flying.", 'Öl, "tired" [red]')


@st.composite
def drafts(draw: st.DrawFn, /, activity: Activity, **fixed: Any) -> Draft:  # noqa: ANN401 (any field)
    """Make up an entry of an activity; each of its measures may have a value."""
    measurements = {
        measure.name: draw(st.sampled_from(AMOUNTS[measure.dimension]))
        for measure in activity.loggable
        if draw(st.booleans())
    }
    day = FIRST + timedelta(days=draw(st.integers(0, 20)))
    return Draft(
        activity=activity.name,
        at=at(day, draw(st.integers(0, 23)), draw(st.sampled_from([0, 59]))),
        measurements=measurements,
        tags=tuple(draw(st.lists(st.sampled_from(TAGS), unique=True))),
        place=draw(st.sampled_from(PLACES)),
        gear=draw(st.sampled_from(GEAR)),
        effort=draw(st.sampled_from([None, 1, 10])),
        note=draw(st.sampled_from(NOTES)),
        **fixed,
    )


Redefined = tuple[Activity, dict[str, str]]
"""An activity as it is now, and the former names of its measures by the new ones."""


def redefinitions(activity: Activity) -> st.SearchStrategy[Redefined]:
    """Return the ways in which a person may change an activity."""
    whole: list[Callable[[Activity], Activity]] = [
        lambda old: replace(old, name=f"{old.name}-too"),
        lambda old: replace(old, area="health"),
        lambda old: replace(old, retired=not old.retired),
        _with_laps,
    ]
    ways = [(change(activity), dict[str, str]()) for change in whole]
    for measure in activity.measures:
        ways.append((_with(activity, measure.name, retired=not measure.retired), {}))
        ways.append((_with(activity, measure.name, direction=Direction.LOWER), {}))
        if measure.dimension is Dimension.ELEVATION:
            ways.append((_with(activity, measure.name, kind=Kind.INTENSIVE), {}))
        if measure.dimension in {Dimension.DISTANCE, Dimension.DURATION}:
            new = f"{measure.name}-too"
            ways.append((_renamed(activity, measure.name, new), {new: measure.name}))
    return st.sampled_from(ways)


def _with_laps(activity: Activity) -> Activity:
    laps = Measure("laps", Kind.ADDITIVE, Dimension.COUNT)
    known = activity.measure("laps") is not None
    return activity if known else replace(activity, measures=(laps, *activity.measures))


def _with(activity: Activity, name: str, **changed: Any) -> Activity:  # noqa: ANN401 (any field)
    measures = (replace(m, **changed) if m.name == name else m for m in activity.measures)
    return replace(activity, measures=tuple(measures))


def _renamed(activity: Activity, old: str, new: str) -> Activity:
    """Rename a measure everywhere in an activity."""

    def name(known: str) -> str:
        return new if known == old else known

    def terms(known: tuple[Term, ...]) -> tuple[Term, ...]:
        return tuple(replace(term, measure=name(term.measure)) for term in known)

    def ratio(known: Ratio | None) -> Ratio | None:
        if known is None:
            return None
        return replace(
            known, numerator=terms(known.numerator), denominator=terms(known.denominator)
        )

    measures = (
        replace(m, name=name(m.name), weight=name(m.weight), ratio=ratio(m.ratio))
        for m in activity.measures
    )
    return replace(activity, measures=tuple(measures))


def _rarely(nothing: object, wanted: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(nothing), st.just(nothing), st.just(nothing), wanted)


_TAGS = st.lists(st.sampled_from(TAGS), min_size=1, max_size=2, unique=True).map(tuple)

DAYS = st.integers(-3, 24).map(lambda later: FIRST + timedelta(days=later))
"""The days of the entries, and some before and after."""

FILTERS = st.builds(
    Filters,
    activity=_rarely("", st.sampled_from(["run", "shift", "swim"])),
    area=_rarely("", st.sampled_from(["fitness", "work", "nowhere"])),
    tags=_rarely((), _TAGS),
    not_tags=_rarely((), _TAGS),
    place=_rarely("", st.sampled_from(PLACES)),
    gear=_rarely("", st.sampled_from(GEAR)),
    distance=_rarely(
        None, st.sampled_from([(m * SHORTEST, m * LONGEST) for m in (5_000.0, 10_000.0, 3.0)])
    ),
    since=_rarely(None, DAYS),
    until=_rarely(None, DAYS),
)
"""Questions about anything, mostly about few things at once."""
