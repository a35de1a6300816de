"""What else changed when a trend began."""

from datetime import date
from typing import Any

from made_up_noise import CSAT, TODAY

from stridelog.domain.course import Course, spans_of
from stridelog.domain.trend import Tendency, Trend
from stridelog.domain.trend_reasons import AT_MOST, Surroundings, accompanying, sides_of

SPANS = spans_of(TODAY, 6)

LONG_AGO = date(2020, 1, 1)


def known(entries: int = 10, **more: Any) -> Surroundings:  # noqa: ANN401 (any field)
    return Surroundings(entries, **more)


def trend(begins: int) -> Trend:
    return Trend(Course("shift", CSAT, (), 0), Tendency.SLIPPING, begins=begins)


def test_frequency_effort_and_tags_are_told_where_they_clearly_changed() -> None:
    before = known(weeks=(3.0,) * 5, efforts=(5.0, 5.0, 6.0), tags={"office": 10, "home": 1})
    after = known(weeks=(1.0, 2.0, 1.0), efforts=(7.0, 8.0, 9.0), tags={"office": 1, "home": 2})
    told = accompanying(before, after)
    assert [(change.kind, change.name, change.effect) for change in told] == [
        ("frequency", "frequency", -1.0),
        ("effort", "effort", 1.0),
        ("tag", "office", -0.9),
    ]
    assert (told[1].before, told[1].after) == (16 / 3, 8.0)
    assert (told[2].before, told[2].after) == (1.0, 0.1)


def test_that_it_is_done_less_often_is_no_reason_for_being_done_less_often() -> None:
    before, after = known(weeks=(3.0,) * 5), known(weeks=(1.0,) * 5)
    assert [change.kind for change in accompanying(before, after, "distance")] == ["frequency"]
    assert accompanying(before, after, "frequency") == ()


def test_of_too_little_nothing_is_said() -> None:
    some = known(entries=2, weeks=(1.0, 1.0), efforts=(1.0, 1.0), tags={"snow": 2})
    assert accompanying(some, known(weeks=(9.0,) * 9, efforts=(9.0,) * 9)) == ()


def test_no_more_is_told_than_can_be_read() -> None:
    tags = {f"tag-{number}": 10 for number in range(10)}
    assert len(accompanying(known(), known(tags=tags))) == AT_MOST


def test_the_days_since_are_set_beside_as_many_before() -> None:
    sides = sides_of(trend(20), SPANS, LONG_AGO)
    assert sides is not None
    before, since = sides
    assert (since.first, since.last) == (SPANS[20].first, SPANS[-1].last)
    assert before.days == since.days
    assert before.last.toordinal() + 1 == since.first.toordinal()


def test_of_a_trend_without_a_beginning_the_halves_are_set_side_by_side() -> None:
    sides = sides_of(trend(0), SPANS, LONG_AGO)
    assert sides is not None
    assert (sides[0].first, sides[1].first) == (SPANS[0].first, SPANS[13].first)


def test_days_before_the_first_entry_are_no_days_without_one() -> None:
    late = sides_of(trend(20), SPANS, SPANS[18].first)
    assert late is not None
    assert late[0].first == SPANS[18].first
    assert sides_of(trend(20), SPANS, SPANS[20].first) is None
