"""The month with the most extra miles."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from stepping import ACTIVITIES, RUN, done, found, sentences

from stridelog.domain.activity import Activity
from stridelog.domain.done import Done
from stridelog.milestones import extra_miles

EXTRA = ACTIVITIES["extra-mile"]


def months(counts: list[int], activity: Activity = EXTRA) -> list[Done]:
    """Return so many entries in each month from Jan 2024 on."""
    return [
        done(100 * month + n, f"{2024 + month // 12}-{month % 12 + 1:02}-{n:02}", {}, activity)
        for month, count in enumerate(counts)
        for n in range(1, count + 1)
    ]


def said(*counts: int) -> list[str]:
    return sentences(extra_miles, months(list(counts)), EXTRA)


def test_a_month_with_more_than_any_before_stands_at_its_last_day() -> None:
    assert said(2, 1, 5, 1, 7)[1:] == [
        "2024-05-31 big: most extra miles in a month: 7 in May 2024, before that 5 in Mar 2024",
    ]


def test_among_few_months_it_is_a_small_one() -> None:
    (told,) = said(1, 1, 3)
    assert told.startswith("2024-03-31 small: most extra miles in a month: 3 in Mar 2024")


def test_february_ends_on_its_leap_day() -> None:
    assert [each.day for each in found(extra_miles, months([1, 3]), EXTRA)] == [date(2024, 2, 29)]


def test_the_first_month_an_equal_one_and_one_of_two_are_none() -> None:
    assert said(7) == []
    assert said(4, 4) == []
    assert said(1, 2) == []


def test_other_activities_go_no_extra_mile() -> None:
    assert sentences(extra_miles, months([1, 5], RUN), RUN) == []


def test_it_leads_to_the_last_entry_of_either_month() -> None:
    assert [each.numbers for each in found(extra_miles, months([3, 4]), EXTRA)] == [(104, 3)]


def test_what_is_said_to_hold_no_record_is_an_extra_mile_all_the_same() -> None:
    some = months([1, 3])
    excluded = [done(9, "2024-02-09", {}, EXTRA, counts=False)]
    (best,) = found(extra_miles, [*some, *excluded], EXTRA)
    assert best.said["count"] == 4


@given(st.lists(st.integers(0, 9), max_size=30))
def test_each_month_told_has_more_than_all_before_it(counts: list[int]) -> None:
    told = {each.day: each.said["count"] for each in found(extra_miles, months(counts), EXTRA)}
    for month, count in enumerate(counts):
        after = date(2024 + (month + 1) // 12, (month + 1) % 12 + 1, 1)
        before = max(counts[:month], default=0)
        expected = count if count >= 3 and count > before > 0 else None
        assert told.get(after - timedelta(1)) == expected
