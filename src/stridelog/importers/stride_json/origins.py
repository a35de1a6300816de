"""Where an entry came from, what each source told of it, and what its track held, from JSON."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from stridelog.domain.circumstances import note_text
from stridelog.domain.entry import Origin, Segment
from stridelog.importers._export import EntryError, effort_of, label_of, name_of, time_of
from stridelog.importers._times import with_offset
from stridelog.importers.stride_json import fields

_LONGEST_PATH = 10_000

_TEXTS = ("place", "gear", "note")

_NUMBERS_A_SEGMENT = 3


def origin_of(value: object) -> Origin:
    """Return where an entry came from. Raises ``StrideError``."""
    members = fields.object_of(value, "Where it came from")
    source, key = fields.text(members, "source"), fields.text(members, "key")
    taken_at = fields.text(members, "taken_at", "")
    if taken_at:
        time_of(taken_at)
    return Origin(
        label_of(source),
        label_of(key),
        told=_told(members.get("told")),
        file=_encodable(fields.text(members, "file", "")[:_LONGEST_PATH]),
        taken_at=taken_at,
    )


def segments_of(values: Sequence[object]) -> tuple[Segment, ...]:
    """Return the fastest stretches of a track, one for each distance. Raises ``StrideError``."""
    return _distinct([_segment(value) for value in values])


def _segment(value: object) -> Segment:
    members = fields.object_of(value, "A part of its track")
    metres, seconds, start = (fields.number(members, n) for n in ("metres", "seconds", "start"))
    return Segment(metres, seconds, start)


def _distinct(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    if len({segment.metres for segment in segments}) < len(segments):
        raise EntryError("Its track has two parts of the same distance.")
    if any(s.metres <= 0 or s.seconds <= 0 or s.start < 0 for s in segments):
        raise EntryError("A part of its track is nowhere, or took no time.")
    return tuple(segments)


def _told(value: object) -> str:
    """Return what a source told, as the text that the journal keeps, once it is sound."""
    if value is None:
        return ""
    members = fields.object_of(value, "What its source told")
    name_of(fields.text(members, "activity"), "an activity")
    _check_time(fields.text(members, "at"), fields.whole(members, "offset") or 0)
    measurements = fields.object_of(members.get("measurements", {}), "What its source measured")
    for name in measurements:
        name_of(name, "a measure")
        fields.number(measurements, name)
    if any(not isinstance(tag, str) for tag in fields.items(members, "tags")):
        raise EntryError("One of its tags is no text.")
    for name in _TEXTS:
        note_text(fields.text(members, name, ""))
    effort = fields.whole(members, "effort")
    if effort is not None:
        effort_of(effort)
    _distinct([_told_segment(segment) for segment in fields.items(members, "segments")])
    fields.flag(members, "wall_clock")
    return _encodable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _check_time(text: str, offset: int) -> None:
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=timezone(timedelta(seconds=offset)))
    except (ValueError, OverflowError) as error:
        raise EntryError("Its source does not tell its time.") from error
    with_offset(at)


def _told_segment(value: object) -> Segment:
    if not isinstance(value, list) or len(value) != _NUMBERS_A_SEGMENT:
        raise EntryError("A part of its track is not told in three numbers.")
    members = dict(zip(("metres", "seconds", "start"), value, strict=True))
    return _segment(members)


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise EntryError("Where it came from holds bytes that are no text.") from error
    return text
