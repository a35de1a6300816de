"""Whether two accounts are of one and the same occurrence.

Two devices and three programs may tell of one run, each with a start a little different, in its
own zone, its distance rounded or measured by another watch. Two short runs of one morning are
alike as well. So the same is only what was done at the same time; a clock that is off by hours,
as where a zone is not known, counts for nothing unless distance and time agree to the second.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from stridelog.domain.account import BY_HAND, Account
from stridelog.domain.entry import Draft, Entry

FAMILIES = (
    frozenset({"run", "walk", "hike", "trail-run", "virtual-run", "treadmill-run", "race"}),
    frozenset({"swim", "open-water-swim", "pool-swim"}),
    frozenset({"strength", "weight-training", "workout", "crossfit"}),
)
"""Activities that programs do not tell apart alike. Whatever ends in ``ride`` is one more."""

DAYS_APART = timedelta(days=1)
"""How far apart the days of one occurrence may lie: in two zones, or over midnight."""

START_APART = timedelta(minutes=2)
"""How far apart the starts of one occurrence may lie, while both still last: people press two
buttons. Of two sprints, one is over before the other begins."""

OVERLAP = 0.8
"""Share of the time of both together that must be common where the starts lie further apart."""

DISTANCE_APART, METRES_APART = 0.03, 50.0
TIME_APART, SECONDS_APART = 0.05, 60.0
"""How far two measurements of one occurrence may differ: by this share, or by this much."""

EXACT_DISTANCE, EXACT_SECONDS = 0.002, 2.0
"""How far copies of one measurement may differ, by rounding."""

LONGEST_SHIFT = timedelta(hours=26)
"""The most that two clocks on the wall differ: from UTC-12 to UTC+14."""

QUARTER, MINUTE = 15 * 60, 60
"""Zones differ by whole quarters of an hour; what people type is in whole minutes."""


class Sameness(StrEnum):
    """What two accounts have to do with each other."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    """Likely the same, but a person should say."""
    DIFFERENT = "different"


def sameness(one: Account, other: Account) -> Sameness:
    """Tell whether two accounts are of the same occurrence; it does not matter which is first."""
    a, b = one.draft, other.draft
    if not alike(a.activity, b.activity) or not _comparable(a, b) or not _agree(a, b):
        return Sameness.DIFFERENT
    sources = one.origin.source, other.origin.source
    if BY_HAND in sources and sources[0] != sources[1]:
        # Who logs by hand logs after the run, or says the day alone.
        return Sameness.DOUBTFUL if a.at.date() == b.at.date() else Sameness.DIFFERENT
    if sources[0] == sources[1]:
        # A source knows its own: two of it are two, unless a watch and a phone both recorded.
        return Sameness.DOUBTFUL if _at_once(a, b) else Sameness.DIFFERENT
    return _across(a, b)


def one_occurrence(some: Sequence[Account], others: Sequence[Account]) -> bool:
    """Tell whether what some sources told of one occurrence, and what others told, is of the same.

    It is where any two accounts are, unless one source told of both, or two clocks that are known
    say that one was over before the other began.
    """
    pairs = [(one, other) for one in some for other in others]
    return any(sameness(*pair) is Sameness.SAME for pair in pairs) and not any(
        one.origin.source == other.origin.source or _one_after_the_other(one, other)
        for one, other in pairs
    )


def apart(some: Sequence[Account], others: Sequence[Account]) -> timedelta:
    """Return how far apart the nearest beginnings are that were told."""
    return min(abs(one.draft.at - other.draft.at) for one in some for other in others)


def _one_after_the_other(one: Account, other: Account) -> bool:
    a, b = one.draft, other.draft
    if BY_HAND in (one.origin.source, other.origin.source) or a.wall_clock or b.wall_clock:
        return False
    return _comparable(a, b) and a.at != b.at and _common(a, b) <= 0


def _across(a: Draft, b: Draft) -> Sameness:
    """Compare the times of what two sources told, whose amounts agree."""
    if _at_once(a, b):
        return Sameness.SAME
    if (a.wall_clock or b.wall_clock) and _shifted(a.at, b.at):
        return Sameness.SAME if _copied(a, b) else Sameness.DOUBTFUL
    return Sameness.DIFFERENT


def can_be_one(one: Entry, other: Entry) -> bool:
    """Tell whether a person may say that two entries are one: alike, and not days apart."""
    return alike(one.activity, other.activity) and abs(one.day - other.day) <= DAYS_APART


def alike(one: str, other: str) -> bool:
    """Tell whether two activities may be one under two names: a trail run and a run."""
    return family(one) == family(other)


def family(activity: str) -> str:
    """Return one name for all activities that are alike."""
    if activity.endswith("ride"):
        return "ride"
    return next((min(family) for family in FAMILIES if activity in family), activity)


def _comparable(a: Draft, b: Draft) -> bool:
    """Tell whether both say how long or how far: without that, nothing can be said."""
    return bool(spent(a) and spent(b))


def spent(draft: Draft) -> list[float]:
    """Return the seconds that it took, moving and elapsed, as far as they were told."""
    return [draft.measurements[n] for n in ("duration", "elapsed") if n in draft.measurements]


def _agree(a: Draft, b: Draft) -> bool:
    """Tell whether distance and time are near enough; moving and elapsed time may be mixed up."""
    far, near = a.measurements.get("distance"), b.measurements.get("distance")
    if far and near and abs(far - near) > max(METRES_APART, DISTANCE_APART * max(far, near)):
        return False
    return any(
        abs(x - y) <= max(SECONDS_APART, TIME_APART * max(x, y)) for x in spent(a) for y in spent(b)
    )


def _at_once(a: Draft, b: Draft) -> bool:
    common = _common(a, b)
    if abs(a.at - b.at) <= START_APART:
        return common > 0 or a.at == b.at
    return common >= OVERLAP * (max(spent(a)) + max(spent(b)) - common)


def _common(a: Draft, b: Draft) -> float:
    """Return the seconds that both lasted; below zero, those that passed between them."""
    later = (b.at - a.at).total_seconds()
    return min(max(spent(a)), later + max(spent(b))) - max(0.0, later)


def _shifted(one: datetime, other: datetime) -> bool:
    """Tell whether two times differ by what two zones can."""
    apart = abs(one - other)
    off = apart.total_seconds() % QUARTER
    return apart <= LONGEST_SHIFT and min(off, QUARTER - off) <= EXACT_SECONDS


def _copied(a: Draft, b: Draft) -> bool:
    """Tell whether distance and time are the same but for rounding.

    Of what was typed in round numbers, that says nothing: half an hour on the treadmill, at six.
    """
    if any(_typed(draft) for draft in (a, b)):
        return False
    far, near = a.measurements.get("distance"), b.measurements.get("distance")
    if not far or not near or abs(far - near) > EXACT_DISTANCE * max(far, near):
        return False
    return any(abs(x - y) <= EXACT_SECONDS for x in spent(a) for y in spent(b))


def _typed(draft: Draft) -> bool:
    """Tell whether start and time are in whole minutes, as no watch measures but by chance."""
    return not draft.at.second and all(not seconds % MINUTE for seconds in spent(draft))
