"""A promise for the week that the journal can measure: ``3 runs``, ``40 km``, ``csat 93%``.

Only what can mean nothing else is measured; all else is a promise in the person's own words, and
whether it was kept is asked.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import note_text, place_name, tag_names
from stridelog.domain.dates.names import NUMBERS
from stridelog.domain.distance import STANDARD_DISTANCES, standard_distance
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.goal import Commitment, Scope, Version, Way
from stridelog.domain.goal_line.phrases import side
from stridelog.domain.measure import Direction, Kind, Measure
from stridelog.domain.plain_text import plain
from stridelog.domain.quantity import Notation, parse_quantity
from stridelog.domain.units import Dimension

LONGEST = 300
"""Characters that a promise may have."""

_COUNTED = ("run", "walk", "ride", "swim", "hike", "shift", "race", "session", "class", "game")
"""What the names of activities end with that one counts as things: three runs."""

_TIMES = re.compile(r"(0|[1-9][0-9]{0,2})(?: ?x| times)?")

_MOST_TIMES = 100

_PER_WEEK = re.compile(r"(?:/ ?| per | an? )(?:week|wk)$| (?:this|a) week$")

_NO_MORE = re.compile(r"\b(?:no|not) more than\b")
"""Another way to say at most."""

_ON_AVERAGE = frozenset({"of", "on", "average"})

_NAMED = frozenset({Dimension.COUNT, Dimension.ELEVATION})
"""What is measured in these only has a meaning beside the name of its measure."""


class PromiseError(UsageError):
    """What was said is no promise that can be kept in a journal."""


def read_commitment(
    text: str, own: Activity | None, activities: Mapping[str, Activity], notation: Notation
) -> Commitment:
    """Return the promise that a text is; measured where it can be.

    ``own`` is the activity of the goal: what names none is of that. Raises ``PromiseError``.
    """
    said = " ".join(note_text(text).split())
    if not said or len(said) > LONGEST:
        raise PromiseError(
            f"A promise is one line of up to {LONGEST} letters.", 'Say it shorter: "3 runs".'
        )
    measured = _measured(plain(said), own, activities, notation)
    return Commitment(said, *measured) if measured else Commitment(said)


def counted_as(activity: str, count: int) -> str:
    """Say how often: ``3 runs``, ``no runs``; of what is not counted ``yoga 3 times``."""
    if not activity:
        return f"{count or 'no'} {'entry' if count == 1 else 'entries'}"
    if _is_counted(activity):
        return f"{count or 'no'} {activity if count == 1 else plural(activity)}"
    return f"{activity} {'once' if count == 1 else f'{count} times'}" if count else f"no {activity}"


def _is_counted(activity: str) -> bool:
    return activity.endswith(_COUNTED)


def plural(name: str) -> str:
    """Return the plural of an activity's name: ``runs``, ``studies``, ``classes``."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"


def amount_measure(activity: Activity) -> Measure | None:
    """Return the measure that tells how much was done: distance, tickets, duration."""
    summed = [m for m in activity.measures if m.kind is Kind.ADDITIVE and not m.retired]
    better = [m for m in summed if m.direction is Direction.HIGHER]
    timed = [m for m in summed if m.name == "duration"]
    return next(iter((*better, *timed, *summed)), None)


def _measured(
    said: str, own: Activity | None, activities: Mapping[str, Activity], notation: Notation
) -> tuple[Scope, float] | None:
    way, words = _sided(_PER_WEEK.sub("", said.rstrip(".!")))
    tags = [word for word in words if word.startswith("+")]
    places = [word for word in words if word.startswith("@")]
    left = [word for word in words if word not in {*tags, *places}]
    try:
        named = tuple(tag for word in tags for tag in tag_names(word))
        place = place_name(places[0]) if places else ""
    except StrideError:
        return None
    activity, left = _activity_apart(left, own, activities)
    if activity is None or len(places) > 1:
        return None
    scope = Scope(activity.name, tags=tuple(sorted(set(named))), place=place)
    if average := _average(left, scope, activity, notation, way):
        return average
    times = _times(left, scope, notation)
    if times is None and words[1:] and words[-1] == activity.name and _is_counted(activity.name):
        return None  # a 26 km run is one run of that length, which no measure tells
    return times or _amount(left, scope, activity, notation)


def _sided(said: str) -> tuple[Way | Literal[""], list[str]]:
    """Return on which side a promise is kept, as far as it is said; ``no runs`` are 0 of them."""
    way, words = side(_NO_MORE.sub("at most", said).split())
    return way, ["0", *words[1:]] if words[:1] == ["no"] else words


def promised_way(said: Commitment, measure: Measure, version: Version | None = None) -> Way:
    """Return on which side of its value a measured promise is kept.

    It is the side that its words say, or else that of the ``version`` of the goal which counts the
    same, or the better one of the measure. Nothing is kept by more of what is promised to be none.
    """
    if better := better_side(measure):
        return better
    if not said.value:
        return "at most"
    if way := _sided(plain(said.text))[0]:
        return way
    target = version.target if version and version.scope == said.scope else None
    if version and target and version.kind != "reach":
        return target.way
    return "at most" if measure.direction is Direction.LOWER else "at least"


def _activity_apart(
    words: list[str], own: Activity | None, activities: Mapping[str, Activity]
) -> tuple[Activity | None, list[str]]:
    """Return the activity that is named, or the goal's own, and the other words."""
    forms = {form: activity for activity in activities.values() for form in _forms(activity.name)}
    joined = [" ".join(words[at : at + 2]).replace(" ", "-") for at in range(len(words) - 1)]
    for at, pair in enumerate(joined):
        if pair in forms:
            return forms[pair], words[:at] + words[at + 2 :]
    named = next((place for place, word in enumerate(words) if word in forms), None)
    if named is None:
        return own, words
    return forms[words[named]], [*words[:named], *words[named + 1 :]]


def _forms(name: str) -> Iterable[str]:
    """Give the forms in which an activity is named: run, runs, running."""
    yield name
    yield plural(name)
    yield f"{name}ing"
    yield f"{name}{name[-1]}ing"
    if name.endswith("e"):
        yield f"{name[:-1]}ing"


def _times(words: list[str], scope: Scope, notation: Notation) -> tuple[Scope, float] | None:
    """Read how often, of a standard distance perhaps: ``3``, ``two``, ``2 of 10k``, ``0 runs``."""
    if len(words) > 2 and words[-2] == "of":  # noqa: PLR2004 (a number before it)
        name = _standard(words[-1], notation)
        return _times(words[:-2], replace(scope, distance=name), notation) if name else None
    count = " ".join(words)
    numbers = {"a": 1, "an": 1, "once": 1, "twice": 2, **{n: i for i, n in enumerate(NUMBERS, 1)}}
    if count in numbers:
        return scope, float(numbers[count])
    match = _TIMES.fullmatch(count)
    times = int(match[1]) if match else 0
    return (scope, float(times)) if match and times <= _MOST_TIMES else None


def _standard(word: str, notation: Notation) -> str:
    if word in STANDARD_DISTANCES:
        return word
    try:
        metres = parse_quantity(word, notation, {Dimension.DISTANCE}).value
    except StrideError:
        return ""
    return standard_distance(metres) or ""


def _average(
    words: list[str], scope: Scope, activity: Activity, notation: Notation, way: str
) -> tuple[Scope, float] | None:
    """Read what a week is to average: ``csat 93%``, ``resolution=20m``, ``at most 20 min``."""
    known = {m.name: m for m in activity.measures if better_side(m) and not m.retired}
    said = " ".join(words).replace("=", " ")
    for name in known:
        said = said.replace(name.replace("-", " "), name)
    parts = said.split()
    named = [known[part] for part in parts if part in known]
    if len(named) != 1 or way not in {"", better_side(named[0])}:
        return None
    value = " ".join(part for part in parts if part not in {*known, *_ON_AVERAGE})
    try:
        found = parse_quantity(value, notation, {named[0].dimension})
    except StrideError:
        return None
    return replace(scope, measure=named[0].name), found.value


def better_side(measure: Measure) -> Way | Literal[""]:
    """Return the side of a value on which an average is better; "" of sums, and where none is."""
    if measure.kind is Kind.ADDITIVE:
        return ""
    sides: Mapping[Direction, Way] = {Direction.HIGHER: "at least", Direction.LOWER: "at most"}
    return sides.get(measure.direction, "")


def _amount(
    words: list[str], scope: Scope, activity: Activity, notation: Notation
) -> tuple[Scope, float] | None:
    """Read how much in all: ``40 km``, ``5 hours of`` practice, ``100 tickets``."""
    words = words[:-1] if words[-1:] == ["of"] else words
    if len(words) == 1 and "=" in words[0]:
        words = words[0].split("=")[::-1]  # tickets=30 as 30 tickets
    summed = [m for m in activity.loggable if m.kind is Kind.ADDITIVE]
    named = next((m for m in summed if words[-1:] == [m.name]), None)
    fitting = [named] if named else [m for m in summed if m.dimension not in _NAMED]
    if not fitting:
        return None
    try:
        text = " ".join(words[:-1] if named else words)
        found = parse_quantity(text, notation, {m.dimension for m in fitting})
    except StrideError:
        return None
    measure = next(m for m in fitting if m.dimension is found.dimension)
    return replace(scope, measure=measure.name), found.value
