from datetime import date, timedelta

import pytest

from stridelog.domain.cadence import Cadence, CadenceChange, Rules
from stridelog.domain.streak import streaks
from stridelog.domain.streak_words import counted, holds, most_telling, to_keep

TODAY = date(2026, 11, 21)


def days(*back: int) -> dict[int, int]:
    return {(TODAY - timedelta(day)).toordinal(): 1 for day in back}


@pytest.mark.parametrize(
    ("back", "expected"),
    [
        (range(7), "7 days"),
        ((0, 1, 7, 14), "3 weeks"),
        ((0, 1), "2 days"),
        ((0, 28, 56), "3 months"),
        ((0,), "1 week"),
        ((1,), "1 week"),
    ],
)
def test_the_streak_that_says_most(back: tuple[int, ...], expected: str) -> None:
    answer = most_telling(streaks(days(*back), TODAY))
    assert answer is not None
    assert answer.current is not None
    assert counted(answer.current.length, answer.unit) == expected


def test_no_streak_says_nothing() -> None:
    assert most_telling(streaks(days(300), TODAY)) is None


def test_what_keeps_a_streak_and_by_when() -> None:
    by_day, by_week, by_month = streaks(days(1, 2, 8), TODAY)
    assert to_keep(by_day, TODAY) == "one more today"
    assert to_keep(by_week, TODAY) == "kept, next by Sun 29 Nov 2026"
    assert to_keep(by_month, TODAY) == "kept, next by Thu 31 Dec 2026"
    assert to_keep(streaks(days(0), TODAY)[0], TODAY) == "kept, next by tomorrow"
    assert to_keep(streaks({}, TODAY)[0], TODAY) == ""


def test_a_day_belongs_to_the_current_streak_or_helps_to_keep_it() -> None:
    thrice = Rules((CadenceChange(date.min, Cadence(3, "week")),))
    weeks = {(TODAY - timedelta(7)).toordinal(): 3, TODAY.toordinal(): 1}
    by_week = streaks(weeks, TODAY, thrice)[1]
    assert to_keep(by_week, TODAY) == "two more by tomorrow"
    assert holds(by_week, TODAY)
    assert holds(by_week, TODAY - timedelta(7))
    assert not holds(by_week, TODAY - timedelta(14))
    assert not holds(streaks({}, TODAY)[1], TODAY)
