"""What is likely to be logged: the activity by the time, its measures and values by habit."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from stridelog.domain.activity import Activity, leading_measure
from stridelog.domain.dates import format_day
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.distance import LONGEST, SHORTEST
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Measure

LAST = 20
"""A habit is what the last so many entries of an activity have in common."""

FEWEST = 4
"""Values that it takes to speak of a usual range."""

HALF_LIFE = 28
"""Days after which an entry says half as much about today."""

HOURS_APART = 1.5
"""Hours between two times of day at which an entry says half as much about now."""

ABOUT_NOW = 2.0
"""Hours between two times of day that are called about the same."""

WEEKS = 8
"""So many weeks back, weekdays are counted to say what is done on most of them."""

FEWEST_WEEKS = 3

SAME_KIND_OF_DAY, OTHER_KIND_OF_DAY = 0.5, 0.25
"""What an entry of another weekday counts: among working days or at weekends, and across."""

DONE_TODAY = 0.1
"""How likely again is what was done today as often as it usually is in a day."""

SATURDAY = 5
HOURS_A_DAY = 24.0


@dataclass(frozen=True, slots=True)
class Occasion:
    """That something was logged: the activity, the civil time, and the day it counts for."""

    activity: str
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Guess:
    """An activity that could be logged now, and why it stands where it stands."""

    activity: str
    reason: str = ""


def likeliest(
    activities: Sequence[str],
    occasions: Sequence[Occasion],
    last_days: Mapping[str, date],
    at: datetime,
    day: date,
    today: date | None = None,
) -> tuple[Guess, ...]:
    """Return the activities in the order in which they are likely at a civil time of a day.

    ``occasions`` are the latest entries of the journal. Each speaks for its activity: louder the
    later it is, on the same weekday, and at about the same time of day. What nobody logged lately
    follows by its last day; what nobody ever logged comes last, in the order given. ``today`` is
    the day of whoever reads the reasons, where that is another one.
    """
    scores = dict.fromkeys(activities, 0.0)
    for occasion in occasions:
        if occasion.activity in scores:
            scores[occasion.activity] += _weight(occasion, at, day)
    for activity in activities:
        if _is_done(activity, occasions, day):
            scores[activity] *= DONE_TODAY
    ordered = sorted(
        activities,
        key=lambda name: (scores[name], last_days.get(name, date.min)),
        reverse=True,
    )
    return tuple(
        Guess(
            name,
            _habit(name, occasions, last_days, at, day)
            or _last_time(name, last_days, today or day),
        )
        for name in ordered
    )


def _weight(occasion: Occasion, at: datetime, day: date) -> float:
    recent: float = 0.5 ** (max((day - occasion.day).days, 0) / HALF_LIFE)
    close = 1 / (1 + (_hours_apart(occasion.at, at) / HOURS_APART) ** 2)
    if occasion.day.weekday() == day.weekday():
        return recent * close
    alike = (occasion.day.weekday() < SATURDAY) == (day.weekday() < SATURDAY)
    return recent * close * (SAME_KIND_OF_DAY if alike else OTHER_KIND_OF_DAY)


def _hours_apart(one: datetime, other: datetime) -> float:
    """Return the hours between two times of day, round midnight where that is shorter."""
    apart = abs((one.hour - other.hour) + (one.minute - other.minute) / 60)
    return min(apart, HOURS_A_DAY - apart)


def _is_done(activity: str, occasions: Sequence[Occasion], day: date) -> bool:
    """Tell whether the activity was logged on the day as often as on its other days."""
    days = Counter(o.day for o in occasions if o.activity == activity)
    today = days.pop(day, 0)
    return today > 0 and today >= round(days.total() / len(days) if days else 1)


def _last_time(activity: str, last_days: Mapping[str, date], today: date) -> str:
    last = last_days.get(activity)
    return f"last time {format_day(last, today)}" if last else ""


def _habit(
    activity: str,
    occasions: Sequence[Occasion],
    last_days: Mapping[str, date],
    at: datetime,
    day: date,
) -> str:
    weeks = min((day - min((o.day for o in occasions), default=day)).days // 7, WEEKS)
    such_days = {
        o.day: _hours_apart(o.at, at) <= ABOUT_NOW
        for o in occasions
        if o.activity == activity and 0 < (day - o.day).days <= 7 * WEEKS
        if o.day.weekday() == day.weekday()
    }
    if last_days.get(activity) == day or weeks < FEWEST_WEEKS or 2 * len(such_days) <= weeks:
        return ""
    about_now = 2 * sum(such_days.values()) > weeks
    return f"most {WEEKDAYS[day.weekday()]}s" + (" about now" if about_now else "")


def usual_measures(activity: Activity, entries: Sequence[Entry]) -> tuple[Measure, ...]:
    """Return the measures that at least a third of the last entries have a value of.

    Where there is no such habit: the first two, and what the leading measure is worked out from.
    """
    logged = Counter(name for entry in entries for name in entry.measurements)
    usual = tuple(m for m in activity.loggable if 0 < len(entries) <= 3 * logged[m.name])
    if usual:
        return usual
    leading = leading_measure(activity)
    needed = {m.name for m in activity.loggable[:2]} | ({leading.name} if leading else set())
    if leading and leading.ratio:
        needed |= {term.measure for term in leading.ratio.numerator + leading.ratio.denominator}
    return tuple(m for m in activity.loggable if m.name in needed)


def usual_circumstances(entries: Sequence[Entry], most: int) -> tuple[str, ...]:
    """Return the tags (``+race``) and places (``@home``) of the entries, the usual ones first."""
    words = Counter(
        word
        for entry in entries
        for word in (
            *(f"+{tag}" for tag in entry.tags),
            *((f"@{entry.place}",) if entry.place else ()),
        )
    )
    return tuple(word for word, _ in words.most_common(most))


def as_far(entries: Iterable[Entry], metres: float) -> list[Entry]:
    """Return the entries that covered about as great a distance."""
    return [
        entry
        for entry in entries
        if metres * SHORTEST <= entry.measurements.get("distance", 0.0) <= metres * LONGEST
    ]


def values_of(measure: Measure, entries: Iterable[Entry]) -> list[float]:
    """Return the values of a measure on the entries, in their order."""
    return [e.measurements[measure.name] for e in entries if measure.name in e.measurements]


def usual_range(values: Sequence[float]) -> tuple[float, float] | None:
    """Return the least and the largest of the middle half of the values; None of too few."""
    if len(values) < FEWEST:
        return None
    quarter = len(values) // 4
    ordered = sorted(values)
    return ordered[quarter], ordered[-1 - quarter]
