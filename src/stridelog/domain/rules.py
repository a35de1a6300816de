"""How a person changes what protects streaks, and which rules hold for what.

Each function takes the rules of an activity, or of the whole journal, in the order of days, and
returns what they are after the change: the same ones, where they are like that already.

What was said for the whole journal holds for its own streaks; rest weekdays and pauses hold for
each activity as well, and so do skips, for an activity that has none of its own. What was said
for an activity is no business of the whole journal's streaks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from stridelog.domain.cadence import (
    NO_RULES,
    AnyRule,
    Cadence,
    CadenceChange,
    CadenceUnit,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.period import Span

ONE_DAY = timedelta(1)


def in_force(
    said: Mapping[str | None, Rules], activities: Sequence[str]
) -> dict[str | None, Rules]:
    """Return the rules that hold for each activity and for the whole journal (None).

    ``said`` is what was said for each of them. Where no rules hold, there is no item.
    """
    whole = said.get(None, NO_RULES)
    found: dict[str | None, Rules] = {None: whole}
    for name in activities:
        found[name] = together(said.get(name, NO_RULES), whole)
    return {name: rules for name, rules in found.items() if rules != NO_RULES}


def together(own: Rules, whole: Rules) -> Rules:
    """Return what holds for an activity by its own rules and by those of the whole journal.

    Until it got skips of its own, those of the whole journal held.
    """
    first = min((change.since for change in own.skips), default=date.max)
    return Rules(
        cadences=own.cadences,
        protections=(*own.protections, *whole.protections),
        skips=(*(change for change in whole.skips if change.since < first), *own.skips),
    )


def cadence_on(rules: Rules, unit: CadenceUnit, day: date) -> Cadence:
    """Return the cadence of a unit on a day: once, unless set."""
    past = [c for c in rules.cadences if c.cadence.unit == unit and c.since <= day]
    return max(past, key=lambda change: change.since).cadence if past else Cadence(1, unit)


def skips_on(rules: Rules, day: date) -> int:
    """Return the budget of skips a month on a day."""
    past = [change for change in rules.skips if change.since <= day]
    return max(past, key=lambda change: change.since).skips if past else 0


def rest_on(rules: Rules, day: date) -> frozenset[int]:
    """Return the rest weekdays that hold on a day."""
    found = (p.weekdays for p in rules.protections if not p.is_pause and p.span.contains(day))
    return frozenset().union(*found)


def is_paused(rules: Rules, day: date) -> bool:
    """Tell whether a day lies in a pause."""
    return any(p.is_pause and p.span.contains(day) for p in rules.protections)


def with_cadence(rules: Rules, cadence: Cadence, since: date) -> Rules:
    """Let a cadence hold from a day on, until the next change for its unit."""
    others = tuple(c for c in rules.cadences if (c.since, c.cadence.unit) != (since, cadence.unit))
    without = replace(rules, cadences=others)
    if cadence_on(without, cadence.unit, since) == cadence:
        return without
    uid = next((c.uid for c in rules.cadences if c not in others), "")
    changes = (*others, CadenceChange(since, cadence, uid))
    in_order = sorted(changes, key=lambda change: (change.since, change.cadence.unit))
    return replace(rules, cadences=tuple(in_order))


def with_skips(rules: Rules, skips: int, since: date, otherwise: int = 0) -> Rules:
    """Let a budget of skips hold from a day on, until the next change.

    ``otherwise`` is what holds on that day for an activity without a budget of its own.
    """
    others = tuple(change for change in rules.skips if change.since != since)
    without = replace(rules, skips=others)
    held = any(change.since <= since for change in others)
    if skips == (skips_on(without, since) if held else otherwise):
        return without
    uid = next((change.uid for change in rules.skips if change.since == since), "")
    changes = (*others, SkipChange(since, skips, uid))
    return replace(rules, skips=tuple(sorted(changes, key=lambda change: change.since)))


def resting(rules: Rules, weekdays: frozenset[int], since: date) -> Rules:
    """Rest on these weekdays, and on no others, from a day on; what held before stays."""
    ends = [p for p in rules.protections if not p.is_pause and p.span.last >= since]
    same = [p for p in ends if p.weekdays == weekdays and p.span.first <= since and p.is_endless]
    if ends == same and bool(same) == bool(weekdays):
        return rules
    kept = [
        _cut(p, since - ONE_DAY) if p in ends else p
        for p in rules.protections
        if p not in ends or p.span.first < since
    ]
    if weekdays:
        kept.append(Protection(Span(since, date.max), weekdays))
    return replace(rules, protections=tuple(kept))


def paused(rules: Rules, span: Span, reason: str) -> Rules:
    """Pause on the days of a span, unless a pause covers them already and says as much."""
    for known in rules.protections:
        covers = known.span.first <= span.first and span.last <= known.span.last
        if known.is_pause and covers and reason in {"", known.reason}:
            return rules
    return replace(rules, protections=(*rules.protections, Protection(span, reason=reason)))


def pauses_to_end(rules: Rules, last: date, today: date) -> tuple[Protection, ...]:
    """Return the pauses that are meant where only their ``last`` day is said; often none.

    Those that run and would go on longer; without one, the one that runs longest; without any
    that runs, the next to come, unless ``last`` lies between today and its beginning: that may
    be a pause of its own.
    """
    standing = [p for p in rules.protections if p.is_pause and p.span.last >= today]
    running = [p for p in standing if p.span.first <= today]
    if running:
        longer = [p for p in running if p.span.last > last]
        return tuple(longer or [max(running, key=lambda p: p.span.last)])
    coming = sorted(standing, key=lambda p: p.span.first)[:1]
    return tuple(p for p in coming if last < today or p.span.first <= last)


def ended(rules: Rules, pauses: Sequence[Protection], last: date) -> Rules:
    """Let pauses end with the day ``last``; those that would begin later are taken out."""
    kept = (
        _cut(p, last) if p in pauses else p
        for p in rules.protections
        if p not in pauses or p.span.first <= last
    )
    return replace(rules, protections=tuple(kept))


def with_rules(rules: Rules, added: Iterable[AnyRule]) -> Rules:
    """Add rules that were set elsewhere, but for those that are there or whose day is taken."""
    taken = {_place(rule) for rule in rules.each}
    new: list[AnyRule] = []
    for rule in added:
        if _place(rule) not in taken:
            taken.add(_place(rule))
            new.append(rule)
    return Rules(
        (*rules.cadences, *(rule for rule in new if isinstance(rule, CadenceChange))),
        (*rules.protections, *(rule for rule in new if isinstance(rule, Protection))),
        (*rules.skips, *(rule for rule in new if isinstance(rule, SkipChange))),
    )


def _place(rule: AnyRule) -> tuple[object, ...]:
    """Return what no two rules of an activity have in common."""
    match rule:
        case CadenceChange(since, cadence):
            return ("cadence", since, cadence.unit)
        case SkipChange(since):
            return ("skips", since)
        case Protection(span, weekdays, reason):
            return ("protection", span, weekdays, reason)


def _cut(protection: Protection, last: date) -> Protection:
    return replace(protection, span=Span(protection.span.first, last))
