"""The points of a course are what a walk over all entries gives."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import fsum

import pytest
from any_entries import drafts
from example_journals import add, at, journal_in_memory, run
from hypothesis import given
from hypothesis import strategies as st
from naive_journal import NaiveJournal, day_of

from stridelog.domain.activity import built_in_activities
from stridelog.domain.cadence import Protection, Rules
from stridelog.domain.comparison import frequency
from stridelog.domain.course import Course, spans_of
from stridelog.domain.entry import Draft
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Kind
from stridelog.domain.period import Span
from stridelog.store.catalog import read_catalog
from stridelog.store.reading.trends import courses, surroundings

ACTIVITIES = {a.name: a for a in built_in_activities()}

LOGGED = [ACTIVITIES[name] for name in ("run", "shift")]

MANY = st.lists(st.sampled_from(LOGGED).flatmap(drafts), min_size=1, max_size=10)

TODAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))


def found(
    made_up: Sequence[Draft],
    spans: Sequence[Span],
    rules: Mapping[str | None, Rules] | None = None,
) -> dict[tuple[str, str], Course]:
    journal = journal_in_memory()
    add(journal, *made_up)
    look = journal.look()
    read = courses(look, read_catalog(look), rules or {}, spans)
    return {(course.activity, course.measure.name): course for course in read}


@given(MANY, TODAYS, st.integers(1, 70))
def test_points_are_made_of_what_the_entries_say(
    made_up: list[Draft], today: date, months: int
) -> None:
    spans = spans_of(today, months)
    ours = found(made_up, spans)
    journal = NaiveJournal(ACTIVITIES, list(enumerate(made_up)))
    seen = set()
    for activity in LOGGED:
        first = min((day_of(d) for d in made_up if d.activity == activity.name), default=date.max)
        for measure in (frequency(activity.area), *activity.measures):
            facts = [
                [fact for _, fact in journal.facts(activity, measure, span, Filters())]
                for span in spans
            ]
            if not any(facts):
                continue
            seen.add((activity.name, measure.name))
            course = ours[activity.name, measure.name]
            assert course.filled == sum(map(bool, facts))
            for span, point, those in zip(spans, course.points, facts, strict=True):
                summed = measure.kind is Kind.ADDITIVE
                weight = fsum(weight for _, _, weight in those)
                if summed and span.first > first:
                    assert point == pytest.approx(fsum(v for _, v, _ in those) * 7 / span.days)
                elif summed or not weight:
                    assert point is None
                else:
                    assert point == pytest.approx(fsum(v * w for _, v, w in those) / weight)
    assert set(ours) == seen


def test_weeks_of_a_pause_are_no_weeks_in_which_less_was_done() -> None:
    spans = spans_of(date(2026, 11, 22), 2)
    runs = [run(span.first + timedelta(2)) for span in spans if span != spans[4]]
    paused = Rules(protections=(Protection(spans[4]),))
    rests = Rules(protections=(Protection(spans[4], frozenset({5, 6})),))
    for whose in ("run", None):
        points = found(runs, spans, {whose: paused})["run", "frequency"].points
        assert points == (None, 1.0, 1.0, 1.0, None, 1.0, 1.0, 1.0, 1.0)
    points = found(runs, spans, {"run": rests})["run", "frequency"].points
    assert points == (None, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0)


def test_what_is_retired_has_no_course() -> None:
    journal = journal_in_memory()
    add(journal, run(date(2026, 11, 10)))
    look = journal.look()
    look.execute("PRAGMA query_only = OFF")
    look.execute("UPDATE activity SET retired = 1 WHERE name = 'run'")
    assert courses(look, read_catalog(look), {}, spans_of(date(2026, 11, 22), 6)) == ()


def test_the_surroundings_of_a_window_are_weeks_efforts_and_tags() -> None:
    journal = journal_in_memory()
    window = Span(date(2026, 11, 1), date(2026, 11, 16))
    add(
        journal,
        run(date(2026, 10, 31), effort=9, tags=("race",)),
        run(date(2026, 11, 2), effort=3),
        run(date(2026, 11, 10), effort=4, tags=("snow", "stroller")),
        Draft("run", at(date(2026, 11, 10)), {}, tags=("snow",)),
        Draft("ride", at(date(2026, 11, 11)), {}, tags=("rain",)),
    )
    look = journal.look()
    known = surroundings(look, read_catalog(look)["run"].id, window)
    assert (known.entries, known.weeks) == (3, (2.0, 0.0))
    assert sorted(known.efforts) == [3.0, 4.0]
    assert known.tags == {"snow": 2, "stroller": 1}
