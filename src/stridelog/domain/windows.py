"""The two windows of a comparison: from what was asked for to the days of *then* and *now*."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from stridelog.domain.dates import format_span
from stridelog.domain.errors import UsageError
from stridelog.domain.period import (
    Length,
    Span,
    Unit,
    days_until,
    length_from,
    length_until,
    name_of,
    shift,
)

DEFAULT_LENGTH = Length(91, "days")
"""13 weeks, so that each weekday stands in a window 13 times."""

SHORTEST_MONTH, LONGEST_MONTH = 28, 31
"""Windows whose lengths differ no more than these count as equally long."""

TOGETHER = frozenset(
    frozenset((option, other))
    for option, others in {
        "--window": ("--years", "--months", "--weeks", "--first", "--around"),
        "--now": ("--years", "--months", "--weeks", "--first", "--then"),
    }.items()
    for other in others
)
"""The options that can stand side by side; any other two contradict each other."""


@dataclass(frozen=True, slots=True)
class WindowQuestion:
    """The options as they were given; None where one was not."""

    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    length: Length | None = None
    then: Span | None = None
    now: Span | None = None
    first: bool = False
    around: date | None = None

    @property
    def back(self) -> tuple[int, Unit]:
        """How far before *now* the window *then* lies; a year where nothing was said."""
        if self.months is not None:
            return self.months, "months"
        if self.weeks is not None:
            return self.weeks, "weeks"
        return self.years or 1, "years"


@dataclass(frozen=True, slots=True)
class Windows:
    """The days that are compared, and sentences to read before the numbers.

    ``then_notes`` are those that hold no more where another window takes the place of ``then``.
    """

    then: Span
    now: Span
    notes: tuple[str, ...] = ()
    then_notes: tuple[str, ...] = ()


def resolve(question: WindowQuestion, today: date, first_day: date | None) -> Windows:
    """Return the two windows that ``question`` means.

    Unless said otherwise *now* is the last 91 days up to ``today``, and *then* as many days of
    which the last lies a year earlier. A ``length`` in months or years starts a day after the
    same day that much earlier, on both sides. ``now`` alone is set against the same calendar
    days of an earlier year (month, week); ``then`` alone against as many days up to today.
    ``first_day`` is that of the first entry asked about, None where there is none.

    Raises UsageError for contradicting options, PeriodError where a window leaves the calendar.
    """
    _refuse_contradictions(question)
    if question.around is not None:
        windows = _around(question.around, question.length or DEFAULT_LENGTH, today)
    elif question.first:
        windows = _first(question, today, first_day)
    else:
        windows = _named(question, today)
    return replace(
        windows,
        notes=windows.notes + _not_over(windows.now, today),
        then_notes=windows.then_notes + _remarks_on_then(windows, today, first_day),
    )


def nearest(asked: Span, day_with_entries: date, now: Span) -> Span:
    """Return the window to show where ``asked`` holds nothing: as long, and with entries.

    ``day_with_entries`` is the day nearest to ``asked`` that has some, and lies before
    ``now``. The window reaches from it away from ``asked``, so that it holds as much as it
    can: days between the two are known to be empty. It ends before ``now``.
    """
    if asked.contains(day_with_entries):
        return asked
    away = day_with_entries.toordinal()
    if day_with_entries > asked.last:
        away = min(away + asked.days, now.first.toordinal()) - 1
    first = max(away - asked.days + 1, 1)
    return Span(date.fromordinal(first), date.fromordinal(max(away, first)))


def elapsed_days(span: Span, today: date) -> int:
    """Return how many days of ``span`` have come, today included."""
    over = span.until(today)
    return over.days if over else 0


def _refuse_contradictions(question: WindowQuestion) -> None:
    counts = {"--years": question.years, "--months": question.months, "--weeks": question.weeks}
    for option, count in counts.items():
        if count is not None and count < 1:
            raise UsageError(f"{option} {count} is not in the past.", f"Say {option} 1 or more.")
    others = {
        "--window": question.length,
        "--then": question.then,
        "--now": question.now,
        "--first": question.first or None,
        "--around": question.around,
    }
    given = [option for option, value in (counts | others).items() if value is not None]
    for one, other in combinations(given, 2):
        if frozenset((one, other)) not in TOGETHER:
            raise UsageError(f"{one} and {other} contradict each other.", "Leave one of them out.")


def _back(question: WindowQuestion, today: date) -> Windows:
    count, unit = question.back
    length = question.length or DEFAULT_LENGTH
    then = length_until(shift(today, -count, unit), length)
    now = length_until(today, length)
    if then.shared_days(now):
        apart = today.toordinal() - then.last.toordinal()
        note = f"With --window {apart}d then and now would lie apart."
        return Windows(then, now, then_notes=(note,))
    return Windows(then, now)


def _named(question: WindowQuestion, today: date) -> Windows:
    then, now = question.then, question.now
    if now is not None:
        return _both_named(then, now) if then is not None else _moved_back(now, *question.back)
    if then is not None:
        note = f"Now is the last {_days(then.days)}, as many as {_name(then)} has."
        return _in_order(Windows(then, days_until(today, then.days), (note,)))
    return _back(question, today)


def _moved_back(now: Span, count: int, unit: Unit) -> Windows:
    after = shift(shift(now.last, 1, "days"), -count, unit)
    then = Span(shift(now.first, -count, unit), shift(after, -1, "days"))
    earlier = f"{count} {unit if count > 1 else unit.removesuffix('s')}"
    note = f"Then is {_name(now)} moved back by {earlier}; --then names another period."
    return Windows(then, now, then_notes=(note,))


def _both_named(then: Span, now: Span) -> Windows:
    shorter, longer = sorted((then.days, now.days))
    if shorter * LONGEST_MONTH >= longer * SHORTEST_MONTH:
        return _in_order(Windows(then, now))
    lengths = f"Then has {_days(then.days)} and now {_days(now.days)}"
    note = f"{lengths}: amounts are per week, counts and bests are not."
    return _in_order(Windows(then, now, (note,)))


def _in_order(windows: Windows) -> Windows:
    then, now = windows.then, windows.now
    if then.first > now.first or then == now:
        raise UsageError(
            f"{_name(then)} is not before {_name(now)}.",
            "Name the earlier one with --then, the later one with --now.",
        )
    return windows


def _first(question: WindowQuestion, today: date, first_day: date | None) -> Windows:
    length = question.length or DEFAULT_LENGTH
    now = question.now or length_until(today, length)
    before = shift(now.first, -1, "days")
    if first_day is None:
        return Windows(days_until(before, now.days), now)
    if first_day >= now.first:
        note = f"The first entry, of {_name(Span(first_day, first_day))}, is not before now."
        return Windows(days_until(before, now.days), now, then_notes=(note,))
    last = shift(first_day, now.days - 1, "days")
    if question.now is None:
        last = length_from(first_day, length).last
    if last <= before:
        return Windows(Span(first_day, last), now)
    then = Span(first_day, before)
    note = f"Then is cut to {_days(then.days)}: there now begins."
    return Windows(then, now, then_notes=(note,))


def _around(day: date, length: Length, today: date) -> Windows:
    if day > today:
        raise UsageError(
            f"{_name(Span(day, day))} has not come yet: there is no after.",
            "--around needs a day in the past.",
        )
    whole = length_from(day, length)
    then = length_until(shift(day, -1, "days"), length)
    if whole.last <= today:
        return Windows(then, whole)
    now = Span(day, today)
    return Windows(then, now, (_so_far("Now", now.days, whole.days),))


def _not_over(span: Span, today: date) -> tuple[str, ...]:
    over = elapsed_days(span, today)
    if over == 0:
        return (f"{_name(span)} has not begun.",)
    return (_so_far(_name(span), over, span.days),) if over < span.days else ()


def _remarks_on_then(windows: Windows, today: date, first_day: date | None) -> tuple[str, ...]:
    then = windows.then
    notes = [*_not_over(then, today)]
    if shared := then.shared_days(windows.now):
        notes.append(f"Then and now share {_days(shared)}, which count on both sides.")
    if first_day is not None and then.first < first_day <= then.last:
        first = _name(Span(first_day, first_day))
        notes.append(f"The first entry is of {first}: then holds nothing before it.")
    return tuple(notes)


def _so_far(name: str, over: int, days: int) -> str:
    so_far = f"{name} has {over} of its {days} days so far"
    return f"{so_far}: amounts are per week of the days that are over."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _name(span: Span) -> str:
    return name_of(span) or format_span(span.first, span.last)
