"""The facts of a comparison are what a walk over all entries gives, however they are asked for."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from math import fsum

import pytest
from any_entries import DAYS, FILTERS, drafts
from example_journals import add, journal_in_memory, run
from hypothesis import given
from hypothesis import strategies as st
from naive_journal import Fact, NaiveJournal, better_first, day_of, groups_of

from stridelog.domain.activity import Activity, built_in_activities, leading_measure
from stridelog.domain.comparison import CompareFacts, Sample, Words, frequency
from stridelog.domain.entry import Draft
from stridelog.domain.filters import Filters
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import Span
from stridelog.store.reading.comparison import Sides, comparison
from stridelog.store.reading.scope import By

ACTIVITIES = {a.name: a for a in built_in_activities()}

LOGGED = [ACTIVITIES[name] for name in ("run", "ride", "shift")]

TODAY = date(2026, 11, 21)

MANY = st.lists(st.sampled_from(LOGGED).flatmap(drafts), min_size=1, max_size=10)

WINDOWS = st.tuples(DAYS, st.integers(0, 14)).map(
    lambda drawn: Span(drawn[0], drawn[0] + timedelta(days=drawn[1]))
)

Key = tuple[str, str, str | None]
"""Activity, measure and group of a row."""

Numbers = tuple[list[Fact], list[Fact], tuple[float | None, ...]]
"""Then, now, and the road between."""


@dataclass(frozen=True)
class Expected:
    """What a comparison should give, by a walk over all entries."""

    journal: NaiveJournal
    sides: Sides

    @cached_property
    def rows(self) -> dict[Key, Numbers]:
        """The facts of each row."""
        filters = self.sides.filters
        return {
            key: numbers
            for activity in self.journal.activities.values()
            if filters.activity in {"", activity.name} and filters.area in {"", activity.area}
            for measure in (frequency(activity.area), *activity.measures)
            for key, numbers in self._rows(activity, measure)
        }

    def _rows(self, activity: Activity, measure: Measure) -> Iterator[tuple[Key, Numbers]]:
        then = self._grouped(activity, measure, self.sides.then)
        now = self._grouped(activity, measure, self.sides.now)
        for group in {*then, *now}:
            within_distance = group is not None and self.sides.by == "distance"
            if within_distance and measure.kind is Kind.ADDITIVE and measure.name != "duration":
                continue
            amounts = measure.kind is Kind.ADDITIVE and not within_distance
            road = [
                self._grouped(activity, measure, span).get(group, []) for span in self.sides.road
            ]
            points = self._amounts(road) if amounts else _averages(road)
            yield (activity.name, measure.name, group), (then[group], now[group], points)

    def _grouped(
        self, activity: Activity, measure: Measure, window: Span
    ) -> dict[str | None, list[Fact]]:
        found: dict[str | None, list[Fact]] = defaultdict(list)
        for draft, fact in self.journal.facts(activity, measure, window, self.sides.filters):
            for group in (None, *groups_of(draft, self.sides.by)):
                found[group].append(fact)
        return found

    def _amounts(self, road: Sequence[Sequence[Fact]]) -> tuple[float | None, ...]:
        return tuple(
            fsum(value for _, value, _ in facts) * 7 / over.days
            if (over := span.until(self.sides.today))
            else None
            for span, facts in zip(self.sides.road, road, strict=True)
        )


def _averages(road: Sequence[Sequence[Fact]]) -> tuple[float | None, ...]:
    points: list[float | None] = []
    for facts in road:
        weight = fsum(weight for _, _, weight in facts)
        total = fsum(value * weight for _, value, weight in facts)
        points.append(total / weight if weight else None)
    return tuple(points)


def logged(made_up: Sequence[Draft]) -> tuple[sqlite3.Connection, NaiveJournal]:
    """Return a journal with these entries, to look at, and the same in plain Python."""
    journal = journal_in_memory()
    numbers = add(journal, *made_up)
    return journal.look(), NaiveJournal(ACTIVITIES, list(zip(numbers, made_up, strict=True)))


def facts_of(sample: Sample) -> list[Fact]:
    """Return the facts of a sample, which stand by their days and in no order within a day."""
    assert list(sample.days) == sorted(sample.days)
    return sorted(zip(sample.days, sample.values, sample.weights, strict=True))


def assert_rows(found: CompareFacts, expected: Expected) -> None:
    """See to it that a comparison has the rows that it should, and their facts."""
    rows = {(row.activity, row.measure.name, row.group): row for row in found.rows}
    assert rows.keys() == expected.rows.keys()
    assert len(rows) == len(found.rows)
    for key, (then, now, road) in expected.rows.items():
        row = rows[key]
        assert facts_of(row.then) == _close(then), key
        assert facts_of(row.now) == _close(now), key
        assert row.road == pytest.approx(road), key
        assert row.area == ACTIVITIES[row.activity].area


def _close(facts: Sequence[Fact]) -> list[object]:
    return [pytest.approx(fact) for fact in sorted(facts)]


def assert_words(words: Sequence[Words], window: Span, expected: Expected) -> None:
    """See to it that a side's words are those of its best entry that has any."""
    said = {found.activity: found for found in words}
    assert len(said) == len(words)
    for name in {activity for activity, _, _ in expected.rows}:
        groups = fullest_distances(expected, name)
        if name in said:
            assert said[name].group in groups
            assert_best(said[name], noted(expected, name, said[name].group, window), expected)
        else:
            assert any(not noted(expected, name, group, window) for group in groups)


def fullest_distances(expected: Expected, activity: str) -> set[str | None]:
    """Return the distances of which both sides hold most, by any measure; None if there is none."""
    if expected.sides.by != "distance":
        return {None}
    counts: Counter[str] = Counter()
    for (name, _, group), (then, now, _) in expected.rows.items():
        if name == activity and group is not None:
            counts[group] = max(counts[group], min(len(then), len(now)))
    most = max(counts.values(), default=0)
    return {group for group, count in counts.items() if count == most} if most else {None}


def noted(
    expected: Expected, activity: str, group: str | None, window: Span
) -> list[tuple[Draft, float]]:
    """Return the entries of a window that have a note, with their leading values."""
    measure = leading_measure(ACTIVITIES[activity])
    assert measure is not None
    found = expected.journal.facts(ACTIVITIES[activity], measure, window, expected.sides.filters)
    return [
        (draft, value)
        for draft, (_, value, _) in found
        if draft.note and group in {None, *groups_of(draft, "distance")}
    ]


def assert_best(said: Words, candidates: Sequence[tuple[Draft, float]], expected: Expected) -> None:
    """See to it that words are those of an entry that no other one beats."""
    measure = leading_measure(ACTIVITIES[said.activity])
    assert measure is not None
    better = better_first(measure.direction)
    draft = dict(expected.journal.entries)[said.number]
    assert (said.day, said.note) == (day_of(draft), draft.note)
    best = min(better(value) for _, value in candidates)
    assert best in {better(value) for candidate, value in candidates if candidate is draft}


@given(MANY, WINDOWS, WINDOWS, FILTERS, st.sampled_from(["distance", "tag", "place"]))
def test_a_comparison_is_made_of_what_the_entries_say(
    made_up: list[Draft], then: Span, now: Span, filters: Filters, by: By
) -> None:
    look, journal = logged(made_up)
    for asked in (Filters(), replace(filters, since=None, until=None)):
        sides = Sides(then, now, asked, TODAY, by)
        expected = Expected(journal, sides)
        found = comparison(look, sides)
        assert_rows(found, expected)
        assert found.road_spans == sides.road
        assert_words(found.then_words, then, expected)
        assert_words(found.now_words, now, expected)


def test_the_words_of_a_side_are_those_of_the_best_entry_that_has_any() -> None:
    day = date(2026, 11, 1)
    look, _ = logged(
        [
            run(day, 5_000, 1_600, note="Slow."),
            run(day, 5_000, 1_400, note="Fast."),
            run(day, 5_000, 1_300),
            run(day, 10_000, 2_700, note="Another distance."),
        ]
    )
    window = Span(day, day)
    found = comparison(look, Sides(window, window, Filters(), TODAY))
    assert [(said.number, said.group, said.note) for said in found.now_words] == [
        (2, "5k", "Fast.")
    ]
    assert found.then_words == found.now_words


def test_the_road_ends_today_even_where_the_month_or_the_window_goes_on() -> None:
    look, _ = logged([run(date(2026, 10, 15), 31_000), run(TODAY, 21_000)])
    year = Span(date(2026, 1, 1), date(2026, 12, 31))
    found = comparison(
        look, Sides(Span(date(2026, 10, 1), date(2026, 10, 4)), year, Filters(), TODAY)
    )
    (distance,) = (row for row in found.rows if (row.measure.name, row.group) == ("distance", None))
    assert distance.road[-3:] == (7_000, 7_000, None)
