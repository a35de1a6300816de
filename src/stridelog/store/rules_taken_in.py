"""The rules of streaks that an import brings."""

from collections.abc import Iterable

from stridelog.domain.cadence import AnyRule
from stridelog.domain.importing import Ruled
from stridelog.domain.rules import with_rules
from stridelog.store.change import Change


def take_rules(change: Change, ruled: Iterable[Ruled]) -> int:
    """Add rules, but for those that are there, were changed since, or whose day is taken.

    Returns how many were added.
    """
    known = change.rule_uids()
    by_activity: dict[str | None, list[AnyRule]] = {}
    for item in ruled:
        if not item.rule.uid or item.rule.uid not in known:
            known.add(item.rule.uid)
            by_activity.setdefault(item.activity, []).append(item.rule)
    added = 0
    for activity, new in by_activity.items():
        stand = change.rules(activity)
        rules = with_rules(stand, new)
        change.set_rules(activity, rules)
        added += len(rules.each) - len(stand.each)
    return added
