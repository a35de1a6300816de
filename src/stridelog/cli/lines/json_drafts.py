"""From a line of JSON to the draft of an entry."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from stridelog.cli.drafting import Drafter, refuse_future
from stridelog.domain.circumstances import place_name, tag_name
from stridelog.domain.dates.moment import OLDEST_YEAR, out_of_time
from stridelog.domain.entry import Draft
from stridelog.domain.logline import LineError, LogLine
from stridelog.domain.logline.json_line import EXAMPLE, JsonLine, measurements_of
from stridelog.domain.logline.said import Said
from stridelog.domain.plain_text import shown


def draft_of_json(drafter: Drafter, line: JsonLine, usual: Said) -> Draft:
    """Return the draft of what a line of JSON says, and what is ``usual`` where it does not.

    Raises ``StrideError``.
    """
    texts = line.texts
    if not texts.get("activity"):
        raise LineError("Its activity is missing.", EXAMPLE)
    activity = drafter.activity(texts["activity"])
    said = Said(
        notes=(texts["note"],) if texts.get("note") else (),
        effort=line.effort,
        gear=texts.get("gear", ""),
        company=line.company,
    )
    read = LogLine(
        measurements=measurements_of(line, activity, drafter.notation),
        tags=tuple(map(tag_name, line.tags)),
        place=place_name(texts["place"]) if texts.get("place") else "",
    )
    at, day = _time(drafter, line, usual)
    return replace(drafter.checked(activity, read, said.or_else(usual), at), day=day)


def _time(drafter: Drafter, line: JsonLine, usual: Said) -> tuple[datetime, date | None]:
    """Return when it was, and the day that it counts for where that is settled."""
    at, day, on = (line.texts.get(key, "") for key in ("at", "day", "on"))
    if on and (at or day):
        raise LineError("It says twice when it was.", "Keep one: at, day or on.")
    day_read = _day(day) if day else None
    if at and not day and len(at) <= len("2026-11-20"):
        return drafter.at(_day(at).isoformat()), None
    if not at:
        return drafter.at(on or day or usual.on), None
    moment = _moment(drafter, at)
    if day_read and abs(day_read - moment.date()) > timedelta(days=1):
        raise LineError(f"What was at {moment.date()} cannot count for {day_read}.", "Keep one.")
    return moment, day_read


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise LineError(f'"{shown(text)}" is no day.', '"day": "2026-11-20"') from None


def _moment(drafter: Drafter, text: str) -> datetime:
    """Return a time in ISO 8601; without an offset it is one of this computer's zone."""
    from stridelog.runtime.zones import at_local

    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise LineError(
            f'"{shown(text)}" is no time.', '"at": "2026-11-20T07:30:00+01:00"'
        ) from None
    if at.year < OLDEST_YEAR:
        raise out_of_time()
    offset = at.utcoffset()
    at = at_local(at, drafter.zone) if offset is None else at.replace(tzinfo=timezone(offset))
    at = at.replace(microsecond=0)
    refuse_future(at, drafter.context.now)
    return at
