"""Rules of streaks are set from a day on, and what held before stays."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.cadence import (
    CADENCE_UNITS,
    NO_RULES,
    Cadence,
    CadenceChange,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.period import Span
from stridelog.domain.rules import (
    cadence_on,
    ended,
    in_force,
    paused,
    pauses_to_end,
    rest_on,
    resting,
    skips_on,
    with_cadence,
    with_rules,
    with_skips,
)
from stridelog.domain.streak import streaks

TODAY = date(2026, 11, 21)

MON, THU, FRI, SUN = 0, 3, 4, 6

days = st.dates(date(2026, 9, 1), date(2027, 1, 31))
weekdays = st.frozensets(st.integers(0, 6), max_size=6)
cadences = st.builds(Cadence, st.integers(1, 9), st.sampled_from(CADENCE_UNITS))


def pause(first: date, last: date = date.max, reason: str = "") -> Protection:
    return Protection(Span(first, last), reason=reason)


@given(st.lists(st.tuples(weekdays, days), max_size=5), weekdays, days, days)
def test_rest_days_hold_from_a_day_on_and_those_before_hold_until_then(
    earlier: list[tuple[frozenset[int], date]], new: frozenset[int], since: date, day: date
) -> None:
    before = NO_RULES
    for each, from_then in earlier:
        before = resting(before, each, from_then)
    after = resting(before, new, since)
    assert rest_on(after, day) == (rest_on(before, day) if day < since else new)
    assert resting(after, new, since) == after


@given(st.lists(st.tuples(cadences, days), max_size=5), cadences, days, days)
def test_a_cadence_holds_until_the_next_one_for_its_unit(
    earlier: list[tuple[Cadence, date]], new: Cadence, since: date, day: date
) -> None:
    before = NO_RULES
    for each, from_then in earlier:
        before = with_cadence(before, each, from_then)
    after = with_cadence(before, new, since)
    nexts = [c.since for c in before.cadences if c.cadence.unit == new.unit and c.since > since]
    held = since <= day < min(nexts, default=date.max)
    for unit in CADENCE_UNITS:
        expected = new if held and unit == new.unit else cadence_on(before, unit, day)
        assert cadence_on(after, unit, day) == expected
    assert with_cadence(after, new, since) == after


@given(st.lists(st.tuples(st.integers(0, 3), days), max_size=5), st.integers(0, 3), days, days)
def test_a_budget_holds_until_the_next_one(
    earlier: list[tuple[int, date]], new: int, since: date, day: date
) -> None:
    before = NO_RULES
    for each, from_then in earlier:
        before = with_skips(before, each, from_then)
    after = with_skips(before, new, since)
    nexts = [change.since for change in before.skips if change.since > since]
    held = since <= day < min(nexts, default=date.max)
    assert skips_on(after, day) == (new if held else skips_on(before, day))


@given(st.sets(days, max_size=60), weekdays, weekdays)
def test_other_rest_days_from_today_on_shorten_no_streak_of_the_days_before(
    logged: set[date], old: frozenset[int], new: frozenset[int]
) -> None:
    entries = {day.toordinal(): 1 for day in logged if day < TODAY}
    before = resting(NO_RULES, old, date(2026, 9, 1))
    after = resting(before, new, TODAY)
    for then, now in zip(
        streaks(entries, TODAY, before), streaks(entries, TODAY, after), strict=True
    ):
        assert (then.current, then.longest) == (now.current, now.longest)


def test_what_holds_already_is_no_change() -> None:
    rules = Rules(
        (CadenceChange(TODAY, Cadence(3, "week")),),
        (Protection(Span(TODAY, date.max), frozenset({MON})), pause(TODAY, reason="injured")),
        (SkipChange(TODAY, 2),),
    )
    later = TODAY + timedelta(9)
    assert with_cadence(rules, Cadence(3, "week"), later) == rules
    assert with_cadence(rules, Cadence(1, "day"), later) == rules
    assert with_skips(rules, 2, later) == rules
    assert resting(rules, frozenset({MON}), later) == rules
    assert paused(rules, Span(later, later), "") == rules
    assert paused(rules, Span(later, later), "injured") == rules
    assert paused(rules, Span(later, later), "holidays") != rules


def test_what_was_said_before_later_changes_is_no_change_when_it_is_said_again() -> None:
    later = TODAY + timedelta(9)
    rules = with_cadence(NO_RULES, Cadence(3, "week"), TODAY)
    rules = with_cadence(rules, Cadence(2, "day"), later)
    rules = with_skips(with_cadence(rules, Cadence(5, "week"), later), 2, TODAY)
    rules = with_skips(rules, 3, later)
    assert with_cadence(rules, Cadence(3, "week"), TODAY) == rules
    assert with_cadence(rules, Cadence(2, "day"), later) == rules
    assert with_skips(rules, 2, TODAY) == rules


def test_a_change_that_is_taken_back_on_its_day_leaves_nothing() -> None:
    thrice = with_cadence(NO_RULES, Cadence(3, "week"), TODAY)
    assert with_cadence(thrice, Cadence(1, "week"), TODAY) == NO_RULES
    twice = with_skips(NO_RULES, 2, TODAY)
    assert with_skips(twice, 0, TODAY) == NO_RULES


def test_no_skips_of_ones_own_are_set_where_those_of_everything_would_hold() -> None:
    assert with_skips(NO_RULES, 0, TODAY, otherwise=2).skips == (SkipChange(TODAY, 0),)
    assert with_skips(NO_RULES, 2, TODAY, otherwise=2) == NO_RULES


def test_of_pauses_that_run_each_one_that_goes_on_longer_ends() -> None:
    open_end, short = pause(date(2026, 11, 1)), pause(date(2026, 11, 10), date(2026, 11, 23))
    over = pause(date(2026, 3, 1), date(2026, 3, 9))
    rules = Rules(protections=(over, open_end, short))
    friday = date(2026, 11, 27)
    assert pauses_to_end(rules, friday, TODAY) == (open_end,)
    assert pauses_to_end(rules, TODAY, TODAY) == (open_end, short)
    assert ended(rules, (open_end, short), TODAY).protections == (
        over,
        pause(date(2026, 11, 1), TODAY),
        pause(date(2026, 11, 10), TODAY),
    )


def test_a_pause_that_runs_can_be_made_longer() -> None:
    running = pause(date(2026, 11, 1), date(2026, 11, 23))
    rules = Rules(protections=(running,))
    assert pauses_to_end(rules, date(2026, 12, 5), TODAY) == (running,)


def test_a_pause_to_come_ends_otherwise_or_is_taken_out() -> None:
    christmas = pause(date(2026, 12, 24), date(2027, 1, 2))
    rules = Rules(protections=(christmas,))
    assert pauses_to_end(rules, date(2026, 12, 27), TODAY) == (christmas,)
    assert pauses_to_end(rules, date(2026, 11, 20), TODAY) == (christmas,)
    assert ended(rules, (christmas,), date(2026, 11, 20)) == NO_RULES


def test_a_day_before_a_pause_to_come_is_meant_for_another_pause() -> None:
    rules = Rules(protections=(pause(date(2026, 12, 24), date(2027, 1, 2)),))
    assert pauses_to_end(rules, date(2026, 11, 30), TODAY) == ()


def test_what_is_over_is_no_pause_to_end() -> None:
    rules = Rules(protections=(pause(date(2026, 3, 1), date(2026, 3, 9)),))
    assert pauses_to_end(rules, TODAY, TODAY) == ()


def test_rest_days_are_no_pause_to_end() -> None:
    rules = resting(NO_RULES, frozenset({THU, SUN}), date(2026, 11, 1))
    assert pauses_to_end(rules, TODAY, TODAY) == ()


def test_a_pause_leaves_rest_days_alone_and_they_leave_it() -> None:
    rules = paused(resting(NO_RULES, frozenset({FRI}), TODAY), Span(TODAY, date.max), "")
    assert rest_on(rules, TODAY + timedelta(6)) == {FRI}
    without = resting(rules, frozenset(), TODAY)
    assert without.protections == (pause(TODAY),)


def test_a_rule_from_elsewhere_does_not_take_the_day_of_ones_own() -> None:
    own = with_skips(with_cadence(NO_RULES, Cadence(3, "week"), TODAY), 2, TODAY)
    week, skips = CadenceChange(TODAY, Cadence(5, "week"), "x"), SkipChange(TODAY, 5, "y")
    other = CadenceChange(TODAY, Cadence(5, "month"), "z")
    found = with_rules(own, [week, skips, other, other])
    assert found == replace(own, cadences=(*own.cadences, other))


def test_activities_have_what_was_said_for_everything_and_not_the_other_way_round() -> None:
    whole = Rules((CadenceChange(TODAY, Cadence(2, "month")),), (pause(TODAY),))
    own = Rules((CadenceChange(TODAY, Cadence(3, "week")),), (pause(TODAY, reason="injured"),))
    found = in_force({None: whole, "run": own}, ["run", "ride"])
    assert found[None] == whole
    assert found["run"] == Rules(own.cadences, (*own.protections, *whole.protections))
    assert found["ride"] == Rules(protections=whole.protections)
