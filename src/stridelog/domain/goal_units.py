"""What a goal's values are measured by, and the units that they are in wherever they are kept."""

from collections.abc import Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.goal import Scope, Version
from stridelog.domain.measure import Measure
from stridelog.domain.units import BASE_UNIT, Dimension

OF_SHARES = "change"
"""The kind of goal whose target is a share of what was."""


def scope_measure(scope: Scope, activities: Mapping[str, Activity]) -> Measure:
    """Return the measure of a scope; how often, where it counts entries."""
    activity = activities.get(scope.activity)
    return (activity.measure(scope.measure) if activity else None) or FREQUENCY


def scope_unit(scope: Scope, activities: Mapping[str, Activity]) -> str:
    """Return the base unit of what a scope measures."""
    return scope_measure(scope, activities).base_unit


def target_unit(version: Version, activities: Mapping[str, Activity]) -> str:
    """Return the unit of a version's target."""
    if version.kind == OF_SHARES:
        return BASE_UNIT[Dimension.FRACTION]
    return scope_unit(version.scope, activities)
