"""The units that a goal's values are in, wherever they are written down."""

from collections.abc import Mapping

from stridelog.domain.activity import Activity
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.goal import Scope, Version
from stridelog.domain.units import BASE_UNIT, Dimension

OF_SHARES = "change"
"""The kind of goal whose target is a share of what was."""


def scope_unit(scope: Scope, activities: Mapping[str, Activity]) -> str:
    """Return the base unit of what a scope measures; that of a count where it counts entries."""
    activity = activities.get(scope.activity)
    measure = activity.measure(scope.measure) if activity and scope.measure else None
    return (measure or FREQUENCY).base_unit


def target_unit(version: Version, activities: Mapping[str, Activity]) -> str:
    """Return the unit of a version's target."""
    if version.kind == OF_SHARES:
        return BASE_UNIT[Dimension.FRACTION]
    return scope_unit(version.scope, activities)
