"""What a goal asks for beside what the journal holds, in sentences: the A of SMART."""

from collections.abc import Callable, Mapping
from datetime import date

from stridelog.domain.dates import format_span
from stridelog.domain.goal_words import about_said, estimated_said, said, share_said, stretch_said
from stridelog.domain.measure import Kind
from stridelog.domain.period import DAYS_A_WEEK
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import Demand, Judged
from stridelog.domain.units import Dimension

A_YEAR = 52 * DAYS_A_WEEK
"""A best that is older than so many days is told with its day."""

ABSURD = 1.0
"""A gain of more than this share comes of next to nothing before, not of getting better."""

Sentences = tuple[str, ...]
"""What is said of a demand; empty ones are left out."""


def _total(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    """Say what as many days before held, and the best such days there ever were."""
    assert demand.baseline is not None  # noqa: S101 (asked before)
    stretch = stretch_said(demand.days or 0)
    before = said(one, demand.baseline, notation)
    best = ""
    if demand.best is not None:
        most = said(one, demand.baseline * (1 + demand.best), notation)
        best = f"Your best {stretch}: {most}{_more(demand.best, 'those')}."
    asks = f"; this asks for {_asked(demand)}" if demand.asked is not None else ""
    return (f"{before} in the {stretch} before{asks}.", best)


def _rate(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    """Say the rate of as many days before, and that of the best such days."""
    assert demand.baseline is not None  # noqa: S101 (asked before)
    target = one.version.target
    per = f" a {target.per}" if target else ""
    over = f" in the {stretch_said(demand.days)} before" if demand.days else " lately"
    before = f"{said(one, demand.baseline, notation)}{per}{over}"
    asks = f"; this asks for {_asked(demand)}" if demand.asked is not None else ""
    known = (about_said(one, each, notation) for each in (demand.baseline, one.version.aim.value))
    if len(set(known)) == 1:
        asks = "; this asks for as much"
    best = ""
    if demand.best is not None:
        most = said(one, demand.baseline * (1 + demand.best), notation)
        best = f"Your best: {most}{per}{_more(demand.best, 'that')}."
    return (f"{before}{asks}.", best)


def _reach(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    race, record = demand.estimated_from, demand.record
    worth = f"{estimated_said(race, notation)} is worth" if race else ""
    if record:
        best = f"Your best is {said(one, record.value, notation)}{_on(record.day)}"
        lead = f"{best}; {worth or 'of the last 52 weeks'}"
    else:
        lead = f"{worth[0].upper()}{worth[1:]}" if worth else "Your best is"
    return _gained(lead, one, demand, notation)


def _on(day: date | None) -> str:
    return f" ({format_span(day, day)})" if day else ""


def _long_ago(one: Judged, demand: Demand) -> str:
    """Say the day of a best that is older than a year."""
    day = None if demand.estimated_from else demand.done
    return _on(day) if day and (one.version.first - day).days > A_YEAR else ""


def _change(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    """Say what was; of a sum also what it comes to in the days of the goal, if these are others."""
    against, baseline = one.version.against, demand.baseline
    known = _gained("It was", one, demand, notation)
    is_summed = one.measure.kind is Kind.ADDITIVE
    if not (is_summed and against and demand.days and baseline) or against.days == demand.days:
        return known
    then = said(one, baseline / demand.days * against.days, notation)
    as_much = said(one, baseline, notation)
    days, own = stretch_said(against.days), stretch_said(demand.days)
    if days == own:
        days, own = f"{against.days} days", f"{demand.days} days"
    compared = f"It was {then} in {days}, as much a day as {as_much} in {own}"
    return (known[0].replace(f"It was {as_much}", compared, 1), *known[1:])


def _average(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    return _gained("It was", one, demand, notation)


def _gained(lead: str, one: Judged, demand: Demand, notation: Notation) -> Sentences:
    """Say the baseline, what is asked, and the most that was gained in as many days."""
    assert demand.baseline is not None  # noqa: S101 (asked before)
    before = f"{lead} {said(one, demand.baseline, notation)}{_long_ago(one, demand)}"
    if demand.asked is None:
        return (f"{before}.",)
    if not demand.asked or demand.asked * _way(one) < 0:
        if demand.done is None or demand.estimated_from:
            return (f"{before}, which is there already.",)
        value = said(one, demand.baseline, notation)
        return (f"You did that already ({value}, {format_span(demand.done, demand.done)}).",)
    within = f" in {stretch_said(demand.days)}" if demand.days else ""
    that = ". From there it" if demand.record else "; that"
    asks = f"{before}{that} is {share_said(demand.asked)}{_called(one, demand.asked)}{within}."
    if demand.best is None or not demand.days or abs(demand.best) > ABSURD:
        return (asks,)
    stretch = f"In your best {stretch_said(demand.days)} so far you"
    if round(100 * demand.best * _way(one), 1) <= 0:
        return (asks, f"{stretch} gained nothing.")
    return (asks, f"{stretch} gained {share_said(demand.best)}.")


def _avoid(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    before = said(one, demand.baseline, notation) if demand.baseline else "None"
    return (f"{before} in the {stretch_said(demand.days or 0)} before.",)


_SAYINGS: Mapping[str, Callable[[Judged, Demand, Notation], Sentences]] = {
    "total": _total,
    "rate": _rate,
    "reach": _reach,
    "avoid": _avoid,
    "change": _change,
}
"""How a demand is said, where it is not that of an average."""


def _way(one: Judged) -> int:
    """Return the sign of a change that leads to the target."""
    target = one.version.target
    if one.version.kind == "change" and target is not None:
        return 1 if target.value > 0 else -1
    return -1 if target is not None and target.way == "at most" else 1


def _called(one: Judged, share: float) -> str:
    """Return the word for a change of a time over a distance, or of a pace."""
    timed = one.version.scope.distance and one.measure.dimension is Dimension.DURATION
    if one.measure.dimension is Dimension.SPEED:
        return " faster" if share > 0 else " slower"
    if timed or one.measure.dimension is Dimension.PACE:
        return " faster" if share < 0 else " slower"
    return " more" if share > 0 else " less"


def _asked(demand: Demand) -> str:
    share = demand.asked or 0.0
    if not round(100 * share, 1):
        return "as much"
    return f"{share_said(share)} {'more' if share > 0 else 'less'}"


def _more(share: float, than: str) -> str:
    """Say how much more, or less, the best was than what was before."""
    if not round(100 * share, 1):
        return ""
    return f", {share_said(share)} {'more' if share > 0 else 'less'} than {than}"


def sentences(one: Judged, demand: Demand, notation: Notation) -> Sentences:
    """Say a demand that has a baseline: what was, what is asked, and the most that ever was."""
    say = _SAYINGS.get(one.version.kind, _average)
    return tuple(filter(None, say(one, demand, notation)))
