from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from journals_of_today import MORNING, NOW, TODAY, at, back, done, facts, run

from stridelog.domain.entry import Draft
from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance
from stridelog.domain.units import UnitSystem
from stridelog.page import Page
from stridelog.panels.this_week import block, compute
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
from stridelog.store.reading.today import JournalToday

MONDAY = date(2026, 11, 16)


def read(
    journal: JournalToday, glance: Glance = MORNING, system: UnitSystem = UnitSystem.METRIC
) -> str:
    rows = compute(journal, glance)
    return draw(Page((block(rows, glance, Notation(system)),)), Paper())


def test_last_week_counts_as_far_as_this_one_has_come() -> None:
    days = [MONDAY, MONDAY - timedelta(7), MONDAY - timedelta(1)]
    (row,) = compute(facts(run(day) for day in days), MORNING)
    this, last = row.tallies[:2]
    assert (this.entries, last.entries) == (1, 1)


def test_what_was_done_later_in_the_day_has_not_been_done_by_now() -> None:
    evening = Draft("run", at(TODAY - timedelta(7), 18), {"distance": 5_000.0})
    (row,) = compute(facts([run(TODAY), evening]), MORNING)
    assert row.tallies[1].entries == 0
    at_night = replace(MORNING, now=NOW.replace(hour=23))
    (row,) = compute(facts([run(TODAY), evening]), at_night)
    assert row.tallies[1].entries == 1


def test_the_same_week_of_an_earlier_year_holds_the_same_date() -> None:
    (row,) = compute(facts([run(TODAY)]), MORNING)
    assert [(s.first, s.last) for s in row.stretches] == [
        (MONDAY, TODAY),
        (date(2026, 11, 9), date(2026, 11, 14)),
        (date(2025, 11, 17), date(2025, 11, 22)),
        (date(2021, 11, 15), date(2021, 11, 20)),
    ]


@given(
    st.dates(date(1950, 1, 1), date(2900, 12, 31)), st.integers(0, 6), st.times(timezones=st.none())
)
def test_as_many_days_count_of_every_week(today: date, week_start: int, hour: time) -> None:
    now = datetime.combine(today, hour.replace(microsecond=0), UTC)
    (row,) = compute(facts([Draft("run", now)]), Glance(today, now, week_start))
    days = {(s.last - s.first).days for s in row.stretches}
    assert len(days) == 1
    assert all(s.first.weekday() == week_start for s in row.stretches)
    assert all(
        s.until - datetime.combine(s.last, now.time()) == timedelta(0) for s in row.stretches
    )


def test_early_on_monday_last_week_stands_whole() -> None:
    glance = Glance(date(2026, 11, 23), datetime(2026, 11, 23, 7, 0, tzinfo=UTC))
    text = read(facts([run(day) for day in (*back(0, 2), *back(8))]), glance)
    assert text == (
        "last week         in all  the week before\nrun        20.00 km in 2    10.00 km in 1\n"
    )


def test_the_two_activities_practised_most_lately_are_shown() -> None:
    long_ago = [run(day) for day in back(*range(400, 460))]
    lately = [*done("swim", *back(1, 2, 3)), *done("study", *back(1, 2)), *done("ride", TODAY)]
    names = [row.activity for row in compute(facts([*long_ago, *lately]), MORNING)]
    assert names == ["swim", "study"]


def test_amounts_are_of_what_the_activity_adds_up() -> None:
    shift = Draft("shift", at(TODAY), {"duration": 28_800.0, "tickets": 31.0, "csat": 0.9})
    text = read(facts([shift, Draft("extra-mile", at(TODAY))]))
    assert "shift, tickets  31 in 1" in text
    assert "extra-mile" in text.splitlines()[2]
    practice = Draft("practice", at(TODAY), {"duration": 5_400.0})
    assert "1:30:00 in 1" in read(facts([practice]))


def test_distances_are_in_the_units_of_the_person() -> None:
    assert "6.21 mi in 1" in read(facts([run(TODAY)]), system=UnitSystem.IMPERIAL)


def test_weeks_that_hold_nothing_anywhere_are_not_shown() -> None:
    assert compute(facts([run(date(2019, 3, 3))]), MORNING) == ()


def test_a_night_shift_counts_for_the_day_on_which_it_began() -> None:
    # Days begin at 04:00: at one in the morning it is still Saturday.
    glance = Glance(TODAY, datetime(2026, 11, 22, 1, 0, tzinfo=UTC))
    late = Draft("run", datetime(2026, 11, 15, 0, 30, tzinfo=UTC), {}, day=date(2026, 11, 14))
    later = Draft("run", datetime(2026, 11, 15, 1, 30, tzinfo=UTC), {}, day=date(2026, 11, 14))
    (row,) = compute(facts([late, later]), glance)
    assert row.tallies[1].entries == 1
