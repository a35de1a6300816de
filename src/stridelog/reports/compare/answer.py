"""The answer to "then or now?": a row for each measure, and what they come to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stridelog.domain.age_grade import Runner
from stridelog.domain.age_graded import AGE_GRADE, with_age_grades
from stridelog.domain.comparison import (
    CompareFacts,
    Facts,
    Row,
    Verdict,
    Words,
    compare,
    elapsed,
    time_over_distance,
)
from stridelog.domain.dates import format_span
from stridelog.domain.period import Span
from stridelog.domain.units import Dimension
from stridelog.domain.windows import Windows

By = Literal["distance", "tag", "place"]
"""What the entries of an activity are grouped by."""


@dataclass(frozen=True, slots=True)
class CompareQuestion:
    """What is compared. ``asked_then`` is given where the nearest window took its place.

    ``runner`` is given where times are to be graded by age.
    """

    windows: Windows
    asked_then: Span | None = None
    by: By = "distance"
    runner: Runner | None = None


NOTHING_GRADED = "There is no age grade: no run over a standard distance was logged then or now."


@dataclass(frozen=True, slots=True)
class Summary:
    """How many measures are better, level, worse or too few to tell; the greatest of each.

    The time over a distance is not counted: it says what its pace says.
    """

    better: int
    level: int
    worse: int
    too_few: int
    greatest_better: Row | None = None
    greatest_worse: Row | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Then and now, side by side; ``notes`` are sentences to read before the numbers."""

    windows: Windows
    asked_then: Span | None
    by: By
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    summary: Summary
    then_words: tuple[Words, ...] = ()
    now_words: tuple[Words, ...] = ()
    road_spans: tuple[Span, ...] = ()


def compute(facts: CompareFacts, question: CompareQuestion, today: date) -> Answer:
    """Return the answer, with the rows in the order of the facts."""
    then, now = elapsed(question.windows.then, today), elapsed(question.windows.now, today)
    known = _graded(facts, question.runner)
    found = (compare(_like_for_like(row, question.by), then, now) for row in known)
    rows = tuple(row for row in found if row is not None)
    return Answer(
        windows=question.windows,
        asked_then=question.asked_then,
        by=question.by,
        notes=(
            *_notes_on_then(question),
            *question.windows.notes,
            *_notes_on_grades(question, rows),
        ),
        rows=rows,
        summary=_summary(rows),
        then_words=facts.then_words,
        now_words=facts.now_words,
        road_spans=facts.road_spans,
    )


def _graded(facts: CompareFacts, runner: Runner | None) -> Iterable[Facts]:
    return with_age_grades(facts.rows, runner, facts.road_spans) if runner else facts.rows


def _like_for_like(facts: Facts, by: By) -> Facts:
    within_distance = by == "distance" and facts.group is not None
    return time_over_distance(facts) if within_distance else facts


def _notes_on_then(question: CompareQuestion) -> tuple[str, ...]:
    if question.asked_then is None:
        return question.windows.then_notes
    asked = format_span(question.asked_then.first, question.asked_then.last)
    return (f"Nothing was logged in {asked}: then is the nearest window that holds something.",)


def _notes_on_grades(question: CompareQuestion, rows: Iterable[Row]) -> tuple[str, ...]:
    missing = all(row.measure.name != AGE_GRADE.name for row in rows)
    return (NOTHING_GRADED,) if question.runner and missing else ()


def _summary(rows: Iterable[Row]) -> Summary:
    counted = [row for row in rows if not row.times_a_distance]
    verdicts = Counter(row.verdict for row in counted)
    return Summary(
        better=verdicts[Verdict.BETTER],
        level=verdicts[Verdict.LEVEL],
        worse=verdicts[Verdict.WORSE],
        too_few=verdicts[Verdict.TOO_FEW],
        greatest_better=_greatest(counted, Verdict.BETTER),
        greatest_worse=_greatest(counted, Verdict.WORSE),
    )


def _greatest(rows: Iterable[Row], verdict: Verdict) -> Row | None:
    """Return the row with the greatest change by per cent; by effect where none has one.

    A score (NPS) has no zero that would make a per cent of it mean anything.
    """
    changed = [row for row in rows if row.verdict is verdict]
    shares = [row for row in changed if row.measure.dimension is not Dimension.SCORE]
    if any(row.change_percent for row in shares):
        return max(shares, key=lambda row: abs(row.change_percent or 0.0))
    return max(changed, key=lambda row: abs(row.effect or 0.0), default=None)
