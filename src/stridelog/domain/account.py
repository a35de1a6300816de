"""What the sources of an entry told of it, and the one entry that comes out of all of them.

A run may stand in Strava, in a watch's file and in Apple Health. Each of them gives an *account*.
The entry is put together from all accounts by a fixed order of trust, so that it does not matter
which came first, and that taking one out again leaves what the others told. What the person
changed by hand stays theirs.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from itertools import chain
from typing import Any

from stridelog.domain.entry import Draft, Entry, Origin, Segment, as_draft

BY_HAND = "hand"
"""The source of what a person logged, once something else is known of it; its key is the uid."""

MEASURED = (
    BY_HAND,
    "fit",
    "tcx",
    "garmin",
    "garmin-account",
    "strava",
    "apple-health",
    "runkeeper",
)
"""Sources by how well they measure: what the person says, then devices, then what was made of
their files.

Those that are not named stand after them, and ``gpx`` last: its distance is worked out from
positions.
"""

DESCRIBED = (BY_HAND, "strava", "runkeeper", "garmin", "garmin-account", "apple-health")
"""Sources by how well they say what it was, the best first: where people correct and describe it.

Those that are not named stand after them, and the files of devices last.
"""

DEVICES = ("tcx", "gpx", "fit")

TOGETHER = ("distance", "duration", "elapsed")
"""Measures that are taken from one account, so that a pace is one that was run."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one source told of an occurrence."""

    origin: Origin
    draft: Draft


def told(draft: Draft) -> str:
    """Return what a draft says as text, to be kept with its origin."""
    said: dict[str, object] = {
        "activity": draft.activity,
        "at": draft.at.replace(tzinfo=None).isoformat(),
        "offset": _seconds(draft.at),
        "measurements": dict(sorted(draft.measurements.items())),
        "tags": sorted(draft.tags),
        "place": draft.place,
        "gear": draft.gear,
        "effort": draft.effort,
        "note": draft.note,
        "segments": [[s.metres, s.seconds, s.start] for s in draft.segments],
        "wall_clock": draft.wall_clock,
    }
    kept = {name: value for name, value in said.items() if value not in ("", None, [], {}, False)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def account(origin: Origin) -> Account | None:
    """Return what an origin told; None where that was not kept, or cannot be read any more."""
    if not origin.told:
        return None
    try:
        return Account(origin, _read(json.loads(origin.told)))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _read(said: Mapping[str, Any]) -> Draft:
    """Return what ``told`` wrote. Raises what damaged text leads to."""
    at = datetime.fromisoformat(said["at"])
    measurements = dict(said.get("measurements", {}))
    if not all(map(math.isfinite, measurements.values())):
        raise ValueError
    texts = [said.get(name, "") for name in ("place", "gear", "note")]
    tags = tuple(said.get("tags", ()))
    if not all(isinstance(text, str) for text in (said["activity"], *texts, *tags)):
        raise TypeError
    return Draft(
        activity=said["activity"],
        at=at.replace(tzinfo=timezone(timedelta(seconds=said.get("offset", 0)))),
        measurements=measurements,
        tags=tags,
        place=texts[0],
        gear=texts[1],
        effort=said.get("effort"),
        note=texts[2],
        segments=tuple(Segment(*segment) for segment in said.get("segments", ())),
        wall_clock=said.get("wall_clock", False),
    )


def accounts(origins: Iterable[Origin]) -> list[Account]:
    """Return what the origins told, those left out of which nothing was kept."""
    return [found for found in map(account, origins) if found is not None]


def accounts_of(entry: Entry, origins: Sequence[Origin]) -> list[Account]:
    """Return what is told of an entry: by its origins, else what it says itself."""
    given = accounts(origins)
    if given:
        return given
    source = origins[0] if origins else Origin(BY_HAND, entry.uid)
    return [Account(source, as_draft(entry))]


def heard(before: Draft, now: Draft) -> Draft:
    """Return what a source has told in all, once it tells again: what is new, and what it had said.

    A help desk exported in the middle of a day knows less of it than later: the fuller day stays,
    whichever comes first.
    """
    if before.measurements.get("tickets", 0) > now.measurements.get("tickets", 0):
        return before
    return replace(
        now,
        measurements={**before.measurements, **now.measurements},
        tags=now.tags or before.tags,
        place=now.place or before.place,
        gear=now.gear or before.gear,
        effort=before.effort if now.effort is None else now.effort,
        note=now.note or before.note,
        segments=now.segments or before.segments,
    )


def put_together(given: Sequence[Account]) -> Draft:
    """Return the one draft that all accounts make; there must be one at least."""
    measuring = sorted(given, key=lambda a: _rank(a, MEASURED, last=("gpx",)))
    describing = sorted(given, key=lambda a: _rank(a, DESCRIBED, last=DEVICES))
    timing = sorted(measuring, key=lambda a: a.draft.wall_clock)
    values = {name: one.draft.measurements[name] for name, one in _measured(measuring).items()}
    words = [one.draft for one in describing]
    return Draft(
        activity=words[0].activity,
        at=timing[0].draft.at,
        measurements=values,
        tags=tuple(dict.fromkeys(chain.from_iterable(draft.tags for draft in words))),
        place=next((d.place for d in words if d.place), ""),
        gear=next((d.gear for d in words if d.gear), ""),
        effort=next((d.effort for d in words if d.effort is not None), None),
        note=next((d.note for d in words if d.note), ""),
        segments=next((a.draft.segments for a in measuring if a.draft.segments), ()),
        wall_clock=timing[0].draft.wall_clock,
    )


def measured_by(given: Sequence[Account]) -> Mapping[str, Origin]:
    """Return, for each measure, the origin that its value was taken from."""
    measuring = sorted(given, key=lambda a: _rank(a, MEASURED, last=("gpx",)))
    return {name: one.origin for name, one in _measured(measuring).items()}


def revised(stands: Draft, before: Draft | None, after: Draft) -> Draft:
    """Return an entry that stood as ``stands`` once its accounts make ``after``.

    ``before`` is what they made until now. What differs from it was changed by hand and stays;
    None says that all was written by hand: then only what is missing is filled in.
    """
    was = before or Draft(activity="", at=stands.at)
    by_hand = {name for name in stands.measurements if _changed(name, stands, was)}
    gone = {name for name in was.measurements if name not in stands.measurements}
    values = {
        name: value for name, value in after.measurements.items() if name not in by_hand | gone
    }
    tags = {tag for tag in stands.tags if tag not in was.tags}
    tags |= {tag for tag in after.tags if tag in stands.tags or tag not in was.tags}
    same_activity = before is not None and stands.activity == was.activity
    same_time = before is not None and _same_clock(stands.at, was.at)
    return replace(
        stands,
        activity=after.activity if same_activity else stands.activity,
        at=after.at if same_time else stands.at,
        day=None if same_time and not _same_clock(after.at, stands.at) else stands.day,
        measurements={**{n: stands.measurements[n] for n in by_hand}, **values},
        tags=tuple(sorted(tags)),
        place=after.place if stands.place == was.place else stands.place,
        gear=after.gear if stands.gear == was.gear else stands.gear,
        effort=after.effort if stands.effort == was.effort else stands.effort,
        note=after.note if stands.note == was.note else stands.note,
        segments=after.segments,
    )


def _same_clock(one: datetime, other: datetime) -> bool:
    """Tell whether two times are the same moment, told in the same zone: days hang on that."""
    return one == other and one.utcoffset() == other.utcoffset()


def _changed(name: str, stands: Draft, was: Draft) -> bool:
    return stands.measurements[name] != was.measurements.get(name)


def _rank(one: Account, order: Sequence[str], last: Sequence[str]) -> tuple[int, str, str]:
    source = one.origin.source
    if source in order:
        place = order.index(source)
    else:
        place = len(order) + (1 + last.index(source) if source in last else 0)
    return place, source, one.origin.key


def _measured(given: Sequence[Account]) -> dict[str, Account]:
    """Return, for each measure, the account that it is taken from: the first that has it."""
    whole = (a for a in given if {"distance", "duration"} <= a.draft.measurements.keys())
    leading = next(whole, None)
    found: dict[str, Account] = {}
    for one in given if leading is None else (leading, *given):
        for name in one.draft.measurements:
            found.setdefault(name, one)
    return found


def _seconds(at: datetime) -> int:
    offset = at.utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
