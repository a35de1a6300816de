"""What was set for streaks, from JSON."""

from collections.abc import Container, Mapping
from datetime import date

from stridelog.domain.cadence import (
    CADENCE_UNITS,
    EVERY_WEEKDAY,
    AnyRule,
    CadenceChange,
    Protection,
    SkipChange,
)
from stridelog.domain.dates.names import WEEKDAYS
from stridelog.domain.importing import Ruled
from stridelog.domain.period import Span
from stridelog.domain.plain_text import shown
from stridelog.domain.rule_words import MOST_SKIPS, cadence_of, reason_text
from stridelog.importers._export import EntryError, label_of
from stridelog.importers.stride_json import fields

_WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}


def ruled_of(value: object, activities: Container[str]) -> Ruled:
    """Return a rule, and the activity it was set for, which the file must define.

    Raises ``StrideError``.
    """
    members = fields.object_of(value, "A rule")
    activity = fields.text(members, "activity", "") or None
    if activity is not None and activity not in activities:
        raise EntryError(f'It does not define the activity "{shown(activity)}".')
    return Ruled(activity, _rule(members))


def _rule(members: Mapping[str, object]) -> AnyRule:
    uid = label_of(fields.text(members, "uid", ""))
    kind = fields.text(members, "rule")
    match kind:
        case "cadence":
            return _cadence(members, uid)
        case "skips":
            skips = fields.whole(members, "skips")
            if skips is None or not 0 <= skips <= MOST_SKIPS:
                raise EntryError("Its skips are no number that a month can have.")
            return SkipChange(_day(members, "since"), skips, uid)
        case "pause":
            reason = reason_text(fields.text(members, "reason", ""))
            return Protection(_span(members), reason=reason, uid=uid)
        case "rest":
            return Protection(_span(members), _weekdays(members), uid=uid)
    raise EntryError(f'"{shown(kind)}" is no rule that stride knows.')


def _cadence(members: Mapping[str, object], uid: str) -> CadenceChange:
    named = fields.text(members, "unit")
    unit = next((unit for unit in CADENCE_UNITS if unit == named), None)
    if unit is None:
        raise EntryError(f'"{shown(named)}" is not day, week or month.')
    times = fields.whole(members, "times") or 0
    return CadenceChange(_day(members, "since"), cadence_of(times, unit), uid)


def _span(members: Mapping[str, object]) -> Span:
    to = date.max if members.get("to") is None else _day(members, "to")
    return Span(_day(members, "from"), to)


def _weekdays(members: Mapping[str, object]) -> frozenset[int]:
    names = fields.items(members, "weekdays")
    found = frozenset(_WEEKDAYS[n] for n in names if isinstance(n, str) and n in _WEEKDAYS)
    if not found or len(found) != len(names) or found >= EVERY_WEEKDAY:
        raise EntryError("Its weekdays are not some of those from monday to sunday, each once.")
    return found


def _day(members: Mapping[str, object], name: str) -> date:
    text = fields.text(members, name)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise EntryError(f'"{shown(text)}" is no day.') from error
