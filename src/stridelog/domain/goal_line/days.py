"""Days that are still to come, as people say them: ``15 may``, ``friday``, ``in 12 weeks``.

Dates without a year are past ones everywhere else, for what is logged was done. What is aimed at
lies ahead: of such a date the next one is meant.
"""

from datetime import date

from stridelog.domain.dates import DateError, DateOrder, parse_day
from stridelog.domain.period import (
    DAYS_A_WEEK,
    Bucket,
    PeriodError,
    Span,
    bucket_of,
    parse_period,
    shift,
)

_AHEAD = "Days ahead look like friday, 15 may, in 12 weeks or 2027-05-15."

_BUCKETS: tuple[Bucket, ...] = ("week", "month", "quarter", "year")

_FURTHER = 10
"""Days from today from which a text is read once more, to tell whether it counts from today."""


def coming_day(text: str, today: date, order: DateOrder, week_start: int) -> date:
    """Return the day that the text means; without a year, or as a weekday, the next one.

    A period means its last day. Raises ``DateError``.
    """

    def seen_from(day: date) -> date:
        return parse_day(text, day, order, week_start)

    period = _period(text)
    if period:
        return period.last
    try:
        found = seen_from(today)
    except DateError as error:
        if _nearest(error, today, order) >= today:
            raise DateError(error.message, _hint(text, error.hint, today, week_start)) from None
        # This year lacks it; in the next one there may be such a day, or one beside it.
        return seen_from(shift(today, 1, "years"))
    if found >= today or "last" in text.lower().split():
        return found
    further = seen_from(shift(today, _FURTHER, "days"))
    if (further - found).days == _FURTHER:
        return found  # three days ago
    if seen_from(shift(today, DAYS_A_WEEK, "days")) == shift(found, DAYS_A_WEEK, "days"):
        return shift(found, DAYS_A_WEEK, "days")
    return max(found, seen_from(shift(today, 1, "years")))


def _nearest(error: DateError, today: date, order: DateOrder) -> date:
    """Return the day that an error says instead; today where it says none."""
    try:
        return parse_day(error.hint.rpartition("say ")[2].rstrip("."), today, order, 0)
    except DateError:
        return today


def _hint(text: str, hint: str, today: date, week_start: int) -> str:
    """Return the day of ``end of year``; of what is like no date, what dates ahead look like."""
    words = text.lower().split()
    bucket = next((bucket for bucket in _BUCKETS if words[-1:] == [bucket]), None)
    if bucket and words[0] == "end":
        return f"Say {bucket_of(today, bucket, week_start).last}."
    return _AHEAD if hint.startswith("Dates look like") else hint


def _period(text: str) -> Span | None:
    try:
        return parse_period(text.strip())
    except PeriodError:
        return None
