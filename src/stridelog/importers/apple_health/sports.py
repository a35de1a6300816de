"""What Apple Health calls activities, and what stride calls them."""

from stridelog.domain.definition_name import DefinitionError, definition_name
from stridelog.importers._sports import sport_of

PREFIX = "HKWorkoutActivityType"
"""What the names of all types begin with."""

UNKNOWN = "workout"
"""What Apple Health does not name: "other", and what is newer than the phone that wrote."""

_BY_TYPE = {
    "Climbing": "rock-climb",
    "HandCycling": "handcycle",
    "Other": UNKNOWN,
    "SurfingSports": "surfing",
    "SwimBikeRun": "swim-bike-run",
    "WheelchairRunPace": "wheelchair",
    "WheelchairWalkPace": "wheelchair",
}
"""Types that only Apple Health calls so."""

STILL = frozenset(
    {
        "cooldown",
        "core-training",
        "flexibility",
        "mind-and-body",
        "pilates",
        "preparation-and-recovery",
        "strength",
        "yoga",
    }
)
"""Activities on the spot: the steps between the mats are no distance."""


def activity_of(workout_type: str) -> str:
    """Return the activity of a type: ``run`` for ``HKWorkoutActivityTypeRunning``.

    What is not known keeps its own name, in kebab case; empty where there is none at all.
    """
    label = workout_type.removeprefix(PREFIX)
    if label in _BY_TYPE:
        return _BY_TYPE[label]
    name = sport_of(label) if "rawValue" not in label else UNKNOWN
    try:
        return definition_name(name, "an activity") if name else ""
    except DefinitionError:
        return UNKNOWN
