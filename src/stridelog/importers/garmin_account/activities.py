"""An activity of the account export as a draft."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from stridelog.domain.definition_name import definition_name
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.importers._names import kebab
from stridelog.importers._sports import on_wheels, sport_of
from stridelog.importers._times import in_zone, with_offset

_TRANSITION = re.compile(r"([a-z]+-to-[a-z]+-)?transition(-v2)?")
"""Types of what lies between the legs of a multisport activity."""

_BY_TYPE = {"multi-sport": "multisport", "uncategorized": "workout"}

_RACE = 1
"""The number of Garmin's event type "race"."""

_CENTIMETRES, _MILLISECONDS = 0.01, 0.001
_TOO_LARGE = 1e15
_QUARTER, _WEST, _EAST = 900.0, -12 * 3600.0, 14 * 3600.0
"""Seconds that offsets from UTC are whole numbers of, and lie between."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class AccountError(StrideError):
    """An activity is not as Garmin writes it."""


def identity(value: object, member: str) -> str:
    """Return the number of an activity that ``member`` holds; empty if none."""
    number = value.get(member) if isinstance(value, dict) else None
    return str(number) if isinstance(number, int) and 0 < number < _TOO_LARGE else ""


def is_transition(value: object) -> bool:
    """Tell whether an activity is none, but what lies between two."""
    return isinstance(value, dict) and bool(_TRANSITION.fullmatch(_kind(value)))


def draft_of(value: object, row: int, zone: tzinfo) -> Draft:
    """Return an activity as a draft. Raises ``StrideError``."""
    if not isinstance(value, dict):
        raise AccountError("The activity is no JSON object.")
    label = _kind(value)
    sport = _BY_TYPE.get(label) or sport_of(label)
    if not sport:
        raise AccountError("It does not say what kind of activity it is.")
    definition_name(sport, "an activity")
    at, moment = _times(value, zone)
    key = identity(value, "activityId") or f"{moment:%Y-%m-%dT%H:%M:%SZ}/{sport}"
    return Draft(
        activity=sport,
        at=at,
        measurements=dict(_measurements(value, sport)),
        tags=tuple(_tags(value)),
        note=_note(value),
        origins=(Origin("garmin-account", key),),
        row=row,
    )


def _times(value: Mapping[str, object], zone: tzinfo) -> tuple[datetime, datetime]:
    """Return when it was: with the offset of the wall clock where it is known, and in UTC."""
    utc = _number(value, "startTimeGmt") or _number(value, "beginTimestamp")
    if not utc:
        raise AccountError("It does not say when it was.")
    try:
        moment = _EPOCH + timedelta(milliseconds=utc)
        offset = (_number(value, "startTimeLocal") - utc) * _MILLISECONDS
        if _WEST <= offset <= _EAST and offset % _QUARTER == 0:
            at = with_offset(moment.astimezone(timezone(timedelta(seconds=offset))))
        else:
            at = in_zone(moment, zone)
    except OverflowError as error:
        raise AccountError("Its time is out of the calendar.") from error
    return at, moment


def _measurements(value: Mapping[str, object], sport: str) -> Iterator[tuple[str, float]]:
    """Give what was measured, in base units; what is zero or missing was not."""
    distance = _number(value, "distance") * _CENTIMETRES
    moving = _number(value, "movingDuration") if distance else 0.0
    found = {
        "distance": distance,
        "duration": (moving or _number(value, "duration")) * _MILLISECONDS,
        "elapsed": _number(value, "elapsedDuration") * _MILLISECONDS,
        "climb": _number(value, "elevationGain") * _CENTIMETRES,
        "heart-rate": _number(value, "avgHr"),
        "power": _number(value, "avgPower") if on_wheels(sport) else 0.0,
    }
    return ((name, number) for name, number in found.items() if number)


def _number(value: Mapping[str, object], member: str) -> float:
    """Return a number; 0 where there is none, or one that nothing measures."""
    number = value.get(member)
    if not isinstance(number, int | float) or isinstance(number, bool):
        return 0.0
    return float(number) if 0 < number < _TOO_LARGE else 0.0


def _text(value: Mapping[str, object], member: str) -> str:
    """Return a text; the types of activities stood in an object once."""
    text = value.get(member)
    if isinstance(text, dict):
        text = text.get("typeKey")
    return text if isinstance(text, str) else ""


def _kind(value: Mapping[str, object]) -> str:
    return kebab(_text(value, "activityType"))


def _note(value: Mapping[str, object]) -> str:
    """Return the activity's name, and its description on further lines."""
    description = _text(value, "description").replace("\r\n", "\n").replace("\r", "\n").strip()
    return "\n".join(filter(None, (" ".join(_text(value, "name").split()), description)))


def _tags(value: Mapping[str, object]) -> Iterator[str]:
    if value.get("favorite") is True:
        yield "favorite"
    if _number(value, "eventTypeId") == _RACE:
        yield "race"
