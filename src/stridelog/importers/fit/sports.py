"""What FIT calls sports, and what stride calls them."""

from stridelog.importers._names import kebab

_GENERAL = frozenset({"", "all", "generic", "training", "fitness_equipment", "racket"})
"""Sports that say little: what was done is said by the sub-sport, if at all."""

_UNKNOWN = "workout"

_SPORTS = {
    "running": "run",
    "wheelchair_push_run": "wheelchair",
    "walking": "walk",
    "wheelchair_push_walk": "wheelchair",
    "hiking": "hike",
    "snowshoeing": "snowshoe",
    "cycling": "ride",
    "e_biking": "e-bike-ride",
    "swimming": "swim",
    "cross_country_skiing": "nordic-ski",
    "alpine_skiing": "alpine-ski",
    "snowboarding": "snowboard",
    "inline_skating": "inline-skate",
    "ice_skating": "ice-skate",
    "sailing": "sail",
    "stand_up_paddleboarding": "stand-up-paddling",
    "windsurfing": "windsurf",
    "kitesurfing": "kitesurf",
    "floor_climbing": "stair-stepper",
    "hiit": "high-intensity-interval-training",
}
"""Sports that stride, and Strava, call otherwise."""

_PAIRS = {
    ("running", "trail"): "trail-run",
    ("running", "virtual_activity"): "virtual-run",
    ("cycling", "virtual_activity"): "virtual-ride",
    ("cycling", "mountain"): "mountain-bike-ride",
    ("cycling", "downhill"): "mountain-bike-ride",
    ("cycling", "gravel_cycling"): "gravel-ride",
    ("cycling", "e_bike_fitness"): "e-bike-ride",
    ("cycling", "e_bike_mountain"): "e-mountain-bike-ride",
    ("e_biking", "e_bike_mountain"): "e-mountain-bike-ride",
    ("cycling", "hand_cycling"): "handcycle",
    ("cycling", "indoor_hand_cycling"): "handcycle",
    ("rowing", "virtual_activity"): "virtual-row",
    ("alpine_skiing", "backcountry"): "backcountry-ski",
}

_SUB_SPORTS = {
    "treadmill": "run",
    "indoor_running": "run",
    "indoor_walking": "walk",
    "indoor_cycling": "ride",
    "spin": "ride",
    "indoor_rowing": "rowing",
    "lap_swimming": "swim",
    "open_water": "swim",
    "strength_training": "strength",
    "elliptical": "elliptical",
    "stair_climbing": "stair-stepper",
    "yoga": "yoga",
    "pilates": "pilates",
    "hiit": "high-intensity-interval-training",
    "amrap": "high-intensity-interval-training",
    "emom": "high-intensity-interval-training",
    "tabata": "high-intensity-interval-training",
    "indoor_climbing": "rock-climbing",
    "bouldering": "rock-climbing",
    "badminton": "badminton",
    "padel": "padel",
    "pickleball": "pickleball",
    "racquetball": "racquetball",
    "squash": "squash",
    "table_tennis": "table-tennis",
}
"""What sub-sports tell where the sport is a general one."""

_TAGS = {
    "treadmill": "treadmill",
    "indoor_running": "treadmill",
    "indoor_walking": "treadmill",
    "indoor_cycling": "indoor",
    "spin": "indoor",
    "indoor_rowing": "indoor",
    "open_water": "open-water",
    "commuting": "commute",
}


def activity_of(sport: str, sub_sport: str) -> str:
    """Return the activity that a sport of the FIT profile is; ``workout`` where it is unknown.

    A run on a treadmill is a run, as other programs have it: where it was is told by a tag.
    """
    pair = _PAIRS.get((sport, sub_sport))
    if pair is not None:
        return pair
    if sport in _GENERAL:
        return _SUB_SPORTS.get(sub_sport, _UNKNOWN)
    return _SPORTS.get(sport) or kebab(sport) or _UNKNOWN


def tags_of(sub_sport: str) -> tuple[str, ...]:
    """Return what a sub-sport tells about where and why."""
    tag = _TAGS.get(sub_sport)
    return () if tag is None else (tag,)


def is_between(sport: str, sub_sport: str) -> bool:
    """Tell whether it is no activity: the way from one to the next, or the frame around several."""
    return sport in {"transition", "multisport"} or sub_sport.endswith("_transition")
