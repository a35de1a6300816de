"""Trends as a page: what cannot be seen from any one journal."""

from datetime import date

from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.course import Course, spans_of
from stridelog.domain.quantity import Notation
from stridelog.domain.trend_reasons import Accompanying
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
from stridelog.reports.trends import Answer, Question, Row, compute, page

SPANS = spans_of(date(2026, 11, 22), 6)

WHY = (
    Accompanying("frequency", "frequency", 3.14, 1.0, -0.9),
    Accompanying("tag", "[red]", 0.0, 0.5, 0.5),
)


def answer(points: tuple[float, ...], why: tuple[Accompanying, ...] | None = None) -> Answer:
    found = compute([Course("swim", FREQUENCY, points, len(points))], SPANS, Question(6))
    return Answer(found.question, SPANS, (Row(found.rows[0].trend, why),), found.tested)


def drawn(shown: Answer) -> str:
    return draw(page(shown, Notation()), Paper())


def test_without_a_beginning_halves_are_set_side_by_side() -> None:
    text = drawn(answer(tuple(float(week) for week in range(26)), WHY))
    assert "  3.1 times a week in the first half, 1 in the second\n" in text
    assert "  +[red] on 0 % of the entries in the first half, 50 % in the second\n" in text
    assert "need not be the reason" in text


def test_a_trend_whose_slope_is_nothing_is_level() -> None:
    seldom = (1.0,) * 20 + (2.0,) * 6
    assert "= level" in drawn(answer(seldom))
    (row,) = answer(seldom).rows
    assert row.trend.q is not None
    assert row.trend.q < 0.05
