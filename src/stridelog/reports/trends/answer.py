"""The answer to "is it getting better?": every measure with its tendency."""

from collections.abc import Sequence
from dataclasses import dataclass

from stridelog.domain.course import Course
from stridelog.domain.period import Span
from stridelog.domain.trend import Trend, trends
from stridelog.domain.trend_reasons import Accompanying


@dataclass(frozen=True, slots=True)
class Question:
    """Over how many months, of which activities (None for all), and whether reasons are asked."""

    months: int
    activities: frozenset[str] | None = None
    why: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A trend; ``why`` is None where nobody asked, and empty where nothing else changed."""

    trend: Trend
    why: tuple[Accompanying, ...] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The trends that are asked for, over ``spans``; all of the journal were tested together."""

    question: Question
    spans: tuple[Span, ...]
    rows: tuple[Row, ...]
    tested: int


def compute(courses: Sequence[Course], spans: tuple[Span, ...], question: Question) -> Answer:
    """Return the answer, without reasons.

    Every measure of the journal is tested, whichever activities are asked for: a trend does not
    come and go with the question.
    """
    found = trends(courses, spans)
    wanted = question.activities
    asked = (t for t in found if wanted is None or t.course.activity in wanted)
    tested = sum(trend.p is not None for trend in found)
    return Answer(question, spans, tuple(map(Row, asked)), tested)
