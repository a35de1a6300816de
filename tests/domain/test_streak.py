from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.cadence import (
    Cadence,
    CadenceChange,
    CadenceUnit,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.period import Span
from stridelog.domain.streak import Streak, StreakAnswer, streaks

TODAY = date(2026, 11, 21)
"""A Saturday."""

FOREVER = Span(date.min, date.max)
UNITS: tuple[CadenceUnit, ...] = ("day", "week", "month")


def logged(*days: str) -> dict[int, int]:
    return Counter(date.fromisoformat(day).toordinal() for day in days)


def in_a_row(last: date, count: int) -> dict[int, int]:
    return {last.toordinal() - back: 1 for back in range(count)}


def weekly(*times: int, until: date = TODAY) -> dict[int, int]:
    """Log so many entries on the Wednesday of each week, the last one being that of ``until``."""
    wednesday = until - timedelta(until.weekday() - 2)
    weeks = reversed(times)
    return {(wednesday - timedelta(7 * back)).toordinal(): n for back, n in enumerate(weeks) if n}


def answer(
    days: Mapping[int, int], unit: CadenceUnit, rules: Rules | None = None, today: date = TODAY
) -> StreakAnswer:
    return streaks(days, today, rules or Rules())[UNITS.index(unit)]


def lengths(found: StreakAnswer) -> tuple[int, int]:
    return (
        found.current.length if found.current else 0,
        found.longest.length if found.longest else 0,
    )


def rest(*weekdays: int) -> Rules:
    return Rules(protections=(Protection(FOREVER, frozenset(weekdays)),))


def pause(first: str, last: str) -> Protection:
    return Protection(Span(date.fromisoformat(first), date.fromisoformat(last)))


def budget(skips: int, since: date = date.min) -> Rules:
    return Rules(skips=(SkipChange(since, skips),))


def cadence(times: int, unit: CadenceUnit = "week", since: date = date.min) -> Rules:
    return Rules(cadences=(CadenceChange(since, Cadence(times, unit)),))


# What a streak is


def test_consecutive_days_with_an_entry_are_a_day_streak() -> None:
    found = answer(in_a_row(TODAY, 3) | logged("2026-11-10", "2026-11-11"), "day")
    assert found.current == Streak(3, date(2026, 11, 19), TODAY)
    assert found.longest == found.current


def test_several_entries_on_a_day_are_one_day() -> None:
    assert lengths(answer({TODAY.toordinal(): 5}, "day")) == (1, 1)


def test_an_empty_journal_has_no_streak() -> None:
    for found in streaks({}, TODAY):
        assert (found.current, found.longest, found.keep_by) == (None, None, None)
        assert not found.at_risk


def test_a_week_streak_counts_weeks_from_monday_to_sunday() -> None:
    found = answer(logged("2026-11-02", "2026-11-15", "2026-11-16"), "week")
    assert found.current == Streak(3, date(2026, 11, 2), date(2026, 11, 22))


def test_weeks_that_start_on_sunday_count_otherwise() -> None:
    days = logged("2026-11-02", "2026-11-15", "2026-11-16")
    found = streaks(days, TODAY, week_start=6)[1]
    assert found.current == Streak(1, date(2026, 11, 15), date(2026, 11, 21))


def test_a_month_streak_counts_calendar_months() -> None:
    days = logged("2026-02-28", "2026-09-30", "2026-10-01", "2026-11-21")
    found = answer(days, "month")
    assert found.current == Streak(3, date(2026, 9, 1), date(2026, 11, 30))


def test_of_equally_long_streaks_the_latest_is_shown() -> None:
    days = logged("2026-11-01", "2026-11-02", "2026-11-05", "2026-11-06", "2026-11-10")
    assert answer(days, "day").longest == Streak(2, date(2026, 11, 5), date(2026, 11, 6))


def test_entries_dated_ahead_do_not_count_yet() -> None:
    assert lengths(answer(in_a_row(TODAY + timedelta(2), 3), "day")) == (1, 1)
    assert answer(logged("2026-11-22"), "week").longest is None


# Not logged yet is not missed


def test_today_breaks_nothing_until_it_is_over() -> None:
    found = answer(in_a_row(TODAY - timedelta(1), 12), "day")
    assert lengths(found) == (12, 12)
    assert (found.at_risk, found.keep_by, found.missing) == (True, TODAY, 1)


def test_a_day_that_is_over_breaks_the_streak() -> None:
    found = answer(in_a_row(TODAY - timedelta(2), 12), "day")
    assert lengths(found) == (0, 12)
    assert (found.at_risk, found.keep_by, found.missing) == (False, None, 0)


def test_after_todays_entry_tomorrow_is_the_day_to_keep_it_by() -> None:
    found = answer(in_a_row(TODAY, 12), "day")
    assert (found.at_risk, found.keep_by, found.missing) == (False, date(2026, 11, 22), 1)


def test_this_week_is_at_risk_until_its_sunday() -> None:
    found = answer(weekly(1, 1, 0), "week")
    assert lengths(found) == (2, 2)
    assert (found.at_risk, found.keep_by) == (True, date(2026, 11, 22))


def test_a_month_is_kept_by_its_last_day() -> None:
    assert answer(logged("2026-10-31"), "month").keep_by == date(2026, 11, 30)
    assert answer(logged("2026-11-01"), "month").keep_by == date(2026, 12, 31)


@pytest.mark.parametrize("today", [date.max, date.max - timedelta(1)])
def test_the_last_days_of_the_calendar_have_streaks(today: date) -> None:
    for found in streaks(in_a_row(today, 40), today):
        assert found.current is not None
        assert found.keep_by is None or found.keep_by <= date.max


def test_the_first_days_of_the_calendar_have_streaks() -> None:
    for week_start in range(7):
        for found in streaks({1: 1, 2: 1}, date(1, 1, 3), week_start=week_start):
            assert found.current is not None


# Cadences


def test_three_a_week_counts_entries() -> None:
    found = answer(weekly(3, 2, 3, 4, 2), "week", cadence(3))
    assert lengths(found) == (2, 2)
    assert str(found.cadence) == "3/week"
    assert (found.at_risk, found.keep_by, found.missing) == (True, date(2026, 11, 22), 1)


def test_a_cadence_concerns_the_streaks_of_its_own_unit() -> None:
    assert lengths(answer(in_a_row(TODAY, 5), "day", cadence(3))) == (5, 5)
    assert lengths(answer(in_a_row(TODAY, 5), "day", cadence(2, "day"))) == (0, 0)


def test_a_new_cadence_does_not_rewrite_what_was_kept_under_the_old_one() -> None:
    days = weekly(1, 1, 1, 3, 3)
    assert lengths(answer(days, "week", cadence(3))) == (2, 2)
    assert lengths(answer(days, "week", cadence(3, since=date(2026, 11, 9)))) == (5, 5)


def test_a_cadence_that_rises_within_a_week_asks_for_more_from_the_next_one() -> None:
    rules = cadence(3, since=date(2026, 11, 12))
    assert lengths(answer(weekly(1, 1, 3), "week", rules)) == (3, 3)
    assert lengths(answer(weekly(1, 1, 1), "week", rules)) == (2, 2)


def test_a_cadence_that_falls_within_a_week_asks_for_less_at_once() -> None:
    falling = Rules(
        cadences=(
            CadenceChange(date(2026, 11, 12), Cadence(1, "week")),
            CadenceChange(date.min, Cadence(3, "week")),
        )
    )
    assert lengths(answer(weekly(3, 1, 1), "week", falling)) == (3, 3)
    assert lengths(answer(weekly(1, 1, 1), "week", falling)) == (2, 2)


# Rest, pauses and skips


def test_a_rest_day_neither_breaks_nor_lengthens() -> None:
    days = logged("2026-11-14", "2026-11-15", "2026-11-17", "2026-11-18", "2026-11-19")
    found = answer(days, "day", rest(0, 4))
    assert lengths(found) == (5, 5)
    assert found.current == Streak(5, date(2026, 11, 14), date(2026, 11, 19))


def test_an_entry_on_a_rest_day_counts() -> None:
    assert lengths(answer(in_a_row(TODAY, 7), "day", rest(0, 4))) == (7, 7)


def test_on_a_rest_day_the_day_after_is_the_day_to_keep_it_by() -> None:
    found = answer(in_a_row(TODAY - timedelta(1), 3), "day", rest(5, 6))
    assert (found.at_risk, found.keep_by) == (False, date(2026, 11, 23))


def test_a_pause_carries_a_streak_over_months() -> None:
    rules = Rules(protections=(pause("2026-03-02", "2026-11-15"),))
    days = in_a_row(date(2026, 3, 1), 10) | in_a_row(TODAY, 6)
    assert both(streaks(days, TODAY, rules)) == [(16, 16), (3, 3), (3, 3)]


def test_an_endless_pause_asks_for_nothing() -> None:
    rules = Rules(protections=(Protection(Span(date(2026, 11, 20), date.max)),))
    for unit in UNITS:
        found = answer(in_a_row(date(2026, 11, 19), 3), unit, rules)
        assert found.current is not None
    assert answer(in_a_row(date(2026, 11, 19), 3), "day", rules).keep_by is None


def test_rest_days_alone_excuse_no_week() -> None:
    assert lengths(answer(weekly(1, 1, 0, 1), "week", rest(5, 6))) == (1, 2)
    assert lengths(answer(weekly(1, 1, 0, 1), "week", rest(0, 1, 2, 3, 4, 5))) == (1, 2)
    six_on_five_days = Rules(cadence(6).cadences, rest(5, 6).protections)
    assert lengths(answer(weekly(6, 6, 0, 6), "week", six_on_five_days)) == (1, 2)
    assert lengths(answer(weekly(6, 6, 4, 6), "week", six_on_five_days)) == (1, 2)


def test_rest_days_excuse_a_week_that_holds_an_entry_for_each_other_day() -> None:
    rules = Rules(cadence(7).cadences, rest(6).protections)
    assert lengths(answer(weekly(7, 6, 7), "week", rules)) == (2, 2)
    assert lengths(answer(weekly(7, 5, 7), "week", rules)) == (1, 1)


def test_a_month_with_fewer_days_than_it_asks_for_is_not_excused_by_rest_days_alone() -> None:
    rules = Rules(cadence(25, "month").cadences, rest(6).protections)
    idle = {date(2026, 1, 2).toordinal(): 25, date(2026, 3, 2).toordinal(): 25}
    march = date(2026, 3, 31)
    assert lengths(answer(idle, "month", rules, march)) == (1, 1)
    february = {date(2026, 2, 2).toordinal(): 24}
    assert lengths(answer(idle | february, "month", rules, march)) == (2, 2)


def test_a_week_with_too_few_days_left_is_excused() -> None:
    paused = Rules(cadences=cadence(3).cadences, protections=(pause("2026-11-09", "2026-11-13"),))
    assert lengths(answer(weekly(3, 1, 3), "week", paused)) == (2, 2)
    shorter = Rules(cadences=cadence(3).cadences, protections=(pause("2026-11-09", "2026-11-12"),))
    assert lengths(answer(weekly(3, 1, 3), "week", shorter)) == (1, 1)


def test_a_week_that_ended_in_a_pause_is_excused_where_it_could_still_be_kept() -> None:
    days = logged("2026-11-02", "2026-11-16")
    late = Rules(protections=(pause("2026-11-15", "2026-11-15"),))
    assert lengths(answer(days, "week", late)) == (2, 2)
    too_late = Rules(cadences=cadence(3).cadences, protections=late.protections)
    assert lengths(answer(weekly(3, 1, 3), "week", too_late)) == (1, 1)
    over = Rules(protections=(pause("2026-11-14", "2026-11-14"),))
    assert lengths(answer(days, "week", over)) == (1, 1)


def test_skips_excuse_as_many_missed_days_of_each_month() -> None:
    days = logged("2026-11-10", "2026-11-11", "2026-11-13", "2026-11-14", "2026-11-16")
    days |= in_a_row(TODAY, 5)
    assert lengths(answer(days, "day", budget(0))) == (6, 6)
    assert lengths(answer(days, "day", budget(1))) == (8, 8)
    assert lengths(answer(days, "day", budget(2))) == (10, 10)


def test_each_month_has_its_own_skips() -> None:
    days = logged("2026-10-29", "2026-10-31", "2026-11-02", "2026-11-03")
    found = answer(days, "day", budget(1), date(2026, 11, 3))
    assert lengths(found) == (4, 4)


def test_skips_excuse_missed_weeks_but_no_month() -> None:
    rules = budget(1)
    assert lengths(answer(weekly(1, 0, 1, 1), "week", rules)) == (3, 3)
    assert lengths(answer(logged("2026-09-01", "2026-11-01"), "month", rules)) == (1, 1)


def test_lowering_the_budget_does_not_take_back_the_skips_of_earlier_months() -> None:
    days = logged("2026-09-28", "2026-09-30", "2026-10-01", "2026-10-03", "2026-10-04")
    lowered = Rules(skips=(*budget(1).skips, SkipChange(date(2026, 10, 15), 0)))
    assert lengths(answer(days, "day", lowered, date(2026, 10, 5))) == (5, 5)
    sooner = Rules(skips=(*budget(1).skips, SkipChange(date(2026, 10, 1), 0)))
    assert lengths(answer(days, "day", sooner, date(2026, 10, 5))) == (2, 3)


def test_in_a_month_in_which_the_budget_changes_the_larger_one_holds() -> None:
    days = logged("2026-11-17", "2026-11-19", "2026-11-21")
    assert lengths(answer(days, "day", budget(2, since=date(2026, 11, 30)))) == (3, 3)
    assert lengths(answer(days, "day", budget(2, since=date(2026, 12, 1)))) == (1, 1)


def test_a_pause_without_end_that_is_to_come_is_the_last_that_asks_for_something() -> None:
    rules = Rules(protections=(Protection(Span(date(2026, 11, 24), date.max)),))
    found = streaks(in_a_row(TODAY, 30), TODAY, rules)
    assert [each.keep_by for each in found] == [date(2026, 11, 22), None, None]


def test_with_a_skip_left_there_is_a_day_more_to_keep_a_streak_by() -> None:
    days = in_a_row(TODAY - timedelta(1), 3)
    found = answer(days, "day", budget(1))
    assert (found.at_risk, found.keep_by) == (False, TODAY + timedelta(1))


# Properties

START = date(2025, 12, 29)
"""A Monday; the properties hold for any, and few days make for many streaks."""

REACH = 120

ordinals = st.integers(START.toordinal(), START.toordinal() + REACH)
journals = st.dictionaries(ordinals, st.integers(1, 3), max_size=REACH)
dense = st.sets(ordinals, max_size=40).map(
    lambda missed: {
        day: 1 for day in range(START.toordinal(), START.toordinal() + REACH) if day not in missed
    }
)
todays = ordinals.map(date.fromordinal)
spans = st.tuples(ordinals, st.integers(0, 40)).map(
    lambda at: Span(date.fromordinal(at[0]), date.fromordinal(at[0] + at[1]))
)
protections = st.builds(
    Protection, spans, st.just(frozenset(range(7))) | st.frozensets(st.integers(0, 6))
)
changes = st.builds(
    CadenceChange, todays, st.builds(Cadence, st.integers(1, 9), st.sampled_from(UNITS))
)
budgets = st.builds(SkipChange, todays, st.integers(0, 3))
all_rules = st.builds(
    Rules,
    st.lists(changes, max_size=3).map(tuple),
    st.lists(protections, max_size=3).map(tuple),
    st.lists(budgets, max_size=3).map(tuple),
)
week_starts = st.integers(0, 6)


def both(found: Iterable[StreakAnswer]) -> list[tuple[int, int]]:
    return [lengths(one) for one in found]


def none_shorter(before: Iterable[StreakAnswer], after: Iterable[StreakAnswer]) -> bool:
    return all(
        now[0] >= then[0] and now[1] >= then[1]
        for then, now in zip(both(before), both(after), strict=True)
    )


@given(journals | dense, ordinals, todays, all_rules, week_starts)
def test_logging_the_past_never_shortens_a_streak(
    days: dict[int, int], added: int, today: date, rules: Rules, week_start: int
) -> None:
    more = days | {added: days.get(added, 0) + 1}
    before, after = (streaks(journal, today, rules, week_start) for journal in (days, more))
    assert none_shorter(before, after)


@given(journals | dense, todays, all_rules, protections, week_starts)
def test_protection_never_shortens_a_streak(
    days: dict[int, int], today: date, rules: Rules, added: Protection, week_start: int
) -> None:
    more = replace(rules, protections=(*rules.protections, added))
    before, after = (streaks(days, today, each, week_start) for each in (rules, more))
    assert none_shorter(before, after)


@given(journals | dense, todays, all_rules)
def test_another_skip_never_shortens_a_streak(
    days: dict[int, int], today: date, rules: Rules
) -> None:
    first = SkipChange(date.min, 0)
    more = replace(
        rules, skips=tuple(replace(each, skips=each.skips + 1) for each in (first, *rules.skips))
    )
    assert none_shorter(streaks(days, today, rules), streaks(days, today, more))


@given(journals | dense, todays, all_rules, st.integers(1, 9), st.sampled_from(UNITS))
def test_a_cadence_from_tomorrow_on_never_shortens_a_streak_as_it_stands(
    days: dict[int, int], today: date, rules: Rules, times: int, unit: CadenceUnit
) -> None:
    past = tuple(change for change in rules.cadences if change.since <= today)
    before = replace(rules, cadences=past)
    new = CadenceChange(today + timedelta(1), Cadence(times, unit))
    after = replace(rules, cadences=(*past, new))
    assert none_shorter(streaks(days, today, before), streaks(days, today, after))


@given(journals | dense, todays, all_rules, st.integers(0, 3))
def test_a_budget_from_today_on_never_shortens_a_streak_as_it_stands(
    days: dict[int, int], today: date, rules: Rules, skips: int
) -> None:
    past = tuple(change for change in rules.skips if change.since < today)
    before, after = (
        replace(rules, skips=each) for each in (past, (*past, SkipChange(today, skips)))
    )
    assert none_shorter(streaks(days, today, before), streaks(days, today, after))


@given(journals | dense, todays, all_rules, st.randoms())
def test_the_order_of_logging_does_not_matter(
    days: dict[int, int], today: date, rules: Rules, draw: object
) -> None:
    shuffled = list(days.items())
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    assert streaks(dict(shuffled), today, rules) == streaks(days, today, rules)


@given(journals | dense, todays, all_rules, week_starts)
def test_the_longest_streak_is_at_least_as_long_as_the_current_one(
    days: dict[int, int], today: date, rules: Rules, week_start: int
) -> None:
    for found in streaks(days, today, rules, week_start):
        current, longest = lengths(found)
        assert longest >= current
        assert found.at_risk <= (current > 0)
        assert found.keep_by is None or found.keep_by >= today


@given(journals | dense, todays, all_rules, week_starts)
def test_what_is_missing_by_the_day_to_keep_it_by_carries_the_streak_on(
    days: dict[int, int], today: date, rules: Rules, week_start: int
) -> None:
    for at, found in enumerate(streaks(days, today, rules, week_start)):
        if found.keep_by is None or found.current is None:
            continue
        due = found.keep_by.toordinal()
        past = {day: n for day, n in days.items() if day <= today.toordinal()}
        carried = past | {due: past.get(due, 0) + found.missing}
        later = streaks(carried, found.keep_by, rules, week_start)[at].current
        assert later is not None
        assert later.length == found.current.length + 1
        after = streaks(past, found.keep_by + timedelta(1), rules, week_start)[at]
        assert lengths(after)[0] < found.current.length


# The same, written down naively


def period_of(day: date, unit: str, week_start: int) -> tuple[date, date]:
    if unit == "day":
        return day, day
    if unit == "week":
        first = day
        while first.weekday() != week_start:
            first -= timedelta(1)
        return first, first + timedelta(6)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def naive(
    days: Mapping[int, int], today: date, unit: str, rules: Rules, week_start: int
) -> tuple[int, int]:
    """Read the definition period by period: what is kept, excused, missed; then try all runs."""
    past = {date.fromordinal(day): n for day, n in days.items() if day <= today.toordinal()}
    if not past:
        return 0, 0
    periods = [period_of(min(past), unit, week_start)]
    while periods[-1][1] < today:
        periods.append(period_of(periods[-1][1] + timedelta(1), unit, week_start))
    states = [state(period, past, unit, rules) for period in periods]
    if states[-1] != "kept":
        states[-1] = "excused"  # not over yet
    months = [(last.year, last.month) for _, last in periods]
    longest = current = 0
    for first in range(len(states)):
        missed: Counter[tuple[int, int]] = Counter()
        kept = 0
        for at in range(first, len(states)):
            missed[months[at]] += states[at] == "missed"
            if missed[months[at]] > skips_of(months[at], unit, rules):
                break
            kept += states[at] == "kept"
            longest = max(longest, kept)
        else:
            current = max(current, kept)
    return current, longest


def state(period: tuple[date, date], past: dict[date, int], unit: str, rules: Rules) -> str:
    every = each_day(*period)
    asked = min(times_on(day, unit, rules) for day in every)
    if sum(past.get(day, 0) for day in every) >= asked:
        return "kept"
    a_day = -(-asked // len(every))
    others = sum(a_day for day in every if not protections_of(day, rules))
    if others < asked:
        # Too few days to act on: a pause is reason enough; with rest alone, those must be used.
        paused = any(len(p.weekdays) == 7 for day in every for p in protections_of(day, rules))
        used = sum(past.get(day, 0) for day in every) >= others
        return "excused" if paused or used else "missed"
    closing: list[date] = []
    for day in reversed(every):
        if not protections_of(day, rules):
            break
        closing.append(day)
    if any(len(p.weekdays) == 7 for day in closing for p in protections_of(day, rules)):
        could = sum(
            max(a_day, past.get(day, 0)) if day in closing else past.get(day, 0) for day in every
        )
        if could >= asked:
            return "excused"
    return "missed"


def times_on(day: date, unit: str, rules: Rules) -> int:
    in_force = [c for c in rules.cadences if c.cadence.unit == unit and c.since <= day]
    # Of two changes on one day the more demanding one holds, once the gentler is past.
    return max(in_force, key=lambda c: (c.since, c.cadence.times)).cadence.times if in_force else 1


def skips_of(month: tuple[int, int], unit: str, rules: Rules) -> int:
    days = each_day(*period_of(date(*month, 1), "month", 0))
    return 0 if unit == "month" else max(skips_on(day, rules) for day in days)


def skips_on(day: date, rules: Rules) -> int:
    in_force = [b for b in rules.skips if b.since <= day]
    return max(in_force, key=lambda b: (b.since, b.skips)).skips if in_force else 0


def protections_of(day: date, rules: Rules) -> list[Protection]:
    return [p for p in rules.protections if p.span.contains(day) and day.weekday() in p.weekdays]


@given(journals | dense, todays, all_rules, week_starts)
def test_streaks_are_what_the_definition_says_read_period_by_period(
    days: dict[int, int], today: date, rules: Rules, week_start: int
) -> None:
    found = streaks(days, today, rules, week_start)
    assert both(found) == [naive(days, today, unit, rules, week_start) for unit in UNITS]


@given(journals | dense, todays)
def test_a_day_streak_without_rules_is_a_run_of_neighbouring_days(
    days: dict[int, int], today: date
) -> None:
    past = sorted(day for day in days if day <= today.toordinal())
    runs = [1] if past else []
    for one, other in pairwise(past):
        runs = [*runs[:-1], runs[-1] + 1] if other == one + 1 else [*runs, 1]
    alive = past and past[-1] >= today.toordinal() - 1
    assert lengths(streaks(days, today)[0]) == (runs[-1] if alive else 0, max(runs, default=0))
