"""Fewer detractors than in the month before."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stepping import SHIFT, done, found, sentences

from stridelog.domain.done import Done
from stridelog.milestones import fewer_detractors

Month = tuple[int, float, float]
"""The month (1 is Jan 2024), the detractors and all answers."""


def asked(*months: Month) -> list[Done]:
    """Return two shifts a month: on the 3rd and on the 20th."""
    return [
        done(
            10 * month + n,
            f"{2023 + (month + 11) // 12}-{(month - 1) % 12 + 1:02}-{day:02}",
            {"promoters": answers / 2 - detractors * n, "detractors": detractors * n},
            SHIFT,
        )
        for month, detractors, answers in months
        for n, day in enumerate((3, 20))
    ]


def said(*months: Month) -> list[str]:
    return sentences(fewer_detractors, asked(*months), SHIFT)


def test_one_fewer_than_in_the_month_before_is_told_with_how_many_there_were() -> None:
    assert said((4, 4, 120), (5, 3, 120)) == [
        "2024-05-31 small: one fewer detractor than in Apr 2024: 3, then 4"
    ]
    assert said((12, 12, 120), (13, 0, 150)) == [
        "2025-01-31 small: 12 fewer detractors than in Dec 2024: 0, then 12"
    ]


def test_a_quiet_month_is_no_better() -> None:
    assert said((4, 4, 120), (5, 3, 60)) == []
    assert said((4, 4, 120), (5, 1, 60)) == []
    assert said((4, 4, 120), (5, 2, 90)) != []


def test_the_same_share_of_fewer_answers_is_no_news() -> None:
    assert said((4, 4, 120), (5, 3, 90)) == []
    assert said((4, 27, 589), (5, 26, 581)) == []
    assert said((4, 27, 589), (5, 25, 581)) != []


def test_a_better_share_alone_is_not_fewer() -> None:
    assert said((4, 4, 120), (5, 4, 240)) == []


def test_only_the_month_before_is_compared_and_only_with_enough_answers() -> None:
    assert said((4, 4, 120), (6, 3, 120)) == []
    assert said((4, 4, 18), (5, 0, 120)) == []
    assert said((4, 4, 120), (5, 0, 18)) == []


def test_what_was_told_in_a_year_is_not_told_again_in_it_unless_there_are_fewer_still() -> None:
    up_and_down = [(month, 4.0 - month % 2, 100.0) for month in range(1, 16)]
    assert [line[:10] for line in said(*up_and_down)] == ["2024-03-31", "2025-01-31"]
    assert len(said((1, 5, 100), (2, 4, 100), (3, 5, 100), (4, 3, 100))) == 2


def test_detractors_alone_do_not_say_how_many_answers_there_were() -> None:
    shifts = [
        done(month, f"2024-{month:02}-05", {"detractors": 40.0 - month}, SHIFT) for month in (1, 2)
    ]
    assert sentences(fewer_detractors, shifts, SHIFT) == []


def test_reopened_tickets_are_told_among_all_tickets() -> None:
    shifts = [
        done(month, f"2024-{month:02}-05", {"reopened": 9.0 - month, "tickets": 400.0}, SHIFT)
        for month in (1, 2)
    ]
    assert sentences(fewer_detractors, shifts, SHIFT) == [
        "2024-02-29 small: one fewer ticket reopened than in Jan 2024: 7, then 8"
    ]


def test_several_reopened_tickets_fewer_are_told_as_tickets() -> None:
    shifts = [
        done(1, "2025-12-05", {"reopened": 44.0, "tickets": 590.0}, SHIFT),
        done(2, "2026-01-05", {"reopened": 18.0, "tickets": 579.0}, SHIFT),
    ]
    (told,) = sentences(fewer_detractors, shifts, SHIFT)
    assert told.endswith("26 fewer tickets reopened than in Dec 2025: 18, then 44")


def test_the_first_month_of_the_calendar_has_none_before_it() -> None:
    values = {"promoters": 30.0, "detractors": 2.0}
    shifts = [done(1, "0001-01-05", values, SHIFT), done(2, "9999-12-05", values, SHIFT)]
    assert sentences(fewer_detractors, shifts, SHIFT) == []


months = st.tuples(st.integers(0, 6), st.integers(10, 40))


@given(st.lists(months, max_size=30))
def test_a_month_told_has_fewer_and_no_higher_share_and_is_the_least_of_its_year(
    counts: list[tuple[int, int]],
) -> None:
    history = asked(*((at, float(d), float(2 * a)) for at, (d, a) in enumerate(counts, 1)))
    least: dict[int, float] = {}
    for each in found(fewer_detractors, history, SHIFT):
        at = (each.day.year - 2024) * 12 + each.day.month
        (before, all_before), (now, all_now) = counts[at - 2], counts[at - 1]
        assert now < before
        assert now / all_now <= before / all_before + 1e-9
        assert date.fromisoformat(each.said["since"]).month == (at - 2) % 12 + 1
        assert now < least.get(each.day.year, now + 1)
        least[each.day.year] = now
