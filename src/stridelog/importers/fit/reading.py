"""From one of the FIT files in a file to drafts, and to sentences on what could not be taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from hashlib import sha256

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportItem, Problem, Remark
from stridelog.importers.fit.content import Part
from stridelog.importers.fit.drafts import activity_in, draft_of, summary_of
from stridelog.importers.fit.kinds import TIMELESS, is_no_activity
from stridelog.importers.fit.legs import Leg, legs_of
from stridelog.importers.fit.messages import CUT_OFF
from stridelog.importers.fit.recording import ABSOLUTE, Recording, recording_of
from stridelog.importers.fit.times import Clock, set_right

_OTHER_CHECKSUM = "The file does not match its checksum: something in it may be wrong."

_NOT_SUMMED_UP = "The device did not sum it up; what its records tell was taken."


@dataclass(slots=True)
class File:
    """What is known of a file as a whole, as its parts are gone through.

    ``activities`` counts those that were seen so far. ``kind`` and ``damage`` are those of the
    first part that had none.
    """

    content: bytes
    zone: tzinfo
    activities: int = 0
    kind: str = ""
    damage: str = ""


def items_of(part: Part, file: File) -> Iterator[ImportItem]:
    """Yield the activities of one of the FIT files in a file, and what is to be known of them."""
    found = recording_of(part.data, file.activities)
    damage = found.damage or ("" if part.whole else CUT_OFF)
    if not found.sessions and (is_no_activity(found.kind) or not found.samples):
        kind = TIMELESS if found.timeless else found.kind
        file.kind, file.damage = file.kind or kind, file.damage or damage
        if damage and file.activities:
            yield Remark(f"The file is {damage} after the last activity in it.")
        return
    file.activities += max(1, len(found.sessions))
    try:
        found, clock = set_right(found)
    except StrideError as error:
        yield Problem(file.activities, error.message)
        return
    key = _key(found, file)
    for leg in legs_of(found):
        yield from _items(leg, clock, file.zone, key)
    if damage:
        until = _until(found, clock, file.zone)
        reason = f"The file is {damage}: what was recorded until {until} was taken."
        yield Remark(reason)
    elif not part.intact:
        yield Remark(_OTHER_CHECKSUM)


def _items(leg: Leg, clock: Clock, zone: tzinfo, key: str) -> Iterator[ImportItem]:
    activity = activity_in(leg)
    summed = summary_of(leg, activity)
    try:
        draft = draft_of(leg, activity, summed, clock, zone, key)
    except StrideError as error:
        yield Problem(leg.session.number, error.message)
        return
    yield draft
    remarks = () if leg.session.summed_up else (_NOT_SUMMED_UP,)
    for remark in (*remarks, *(summed.remarks if summed else ())):
        yield Remark(f"{activity} of {draft.at:%Y-%m-%d %H:%M}: {remark}")


def _key(found: Recording, file: File) -> str:
    """Return what tells a file from all others, however often it is downloaded.

    That is the device, and when it began the file; where it does not tell, it is the content.
    """
    if found.serial and (found.created or 0.0) >= ABSOLUTE:
        return f"{found.serial}-{datetime.fromtimestamp(found.created or 0.0, UTC):%Y%m%dT%H%M%SZ}"
    return sha256(file.content).hexdigest()


def _until(found: Recording, clock: Clock, zone: tzinfo) -> str:
    """Return the time of the last thing that was recorded, as a clock showed it."""
    moments = [sample.at for sample in found.samples]
    moments += [session.end for session in found.sessions if session.end is not None]
    try:
        return f"{clock.local(max(moments), zone):%H:%M:%S}"
    except (StrideError, ValueError):
        return "then"
