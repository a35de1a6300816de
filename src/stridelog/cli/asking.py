"""From the words of shared options to what the store is asked."""

from collections.abc import Mapping
from datetime import date

from stridelog.cli.context import Context, say
from stridelog.cli.options import Circumstances, Period
from stridelog.domain.cadence import Rules
from stridelog.domain.circumstances import gear_name, place_name, tag_name
from stridelog.domain.dates import format_day, parse_day
from stridelog.domain.distance import LONGEST, SHORTEST
from stridelog.domain.entry import Entry
from stridelog.domain.errors import NotFoundError, UsageError
from stridelog.domain.filters import Filters
from stridelog.domain.nearest import nearest
from stridelog.domain.period import (
    Bucket,
    Length,
    Span,
    Unit,
    bucket_of,
    length_until,
    parse_period,
    shift,
)
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import parse_quantity
from stridelog.domain.units import Dimension
from stridelog.store.catalog import Catalog, Listed, read_catalog
from stridelog.store.reading import entries, spellings

LONGEST_NUMBER = 9
"""Digits that a whole number on the command line may have."""

_NAMED: tuple[tuple[str, Bucket, Unit, int], ...] = (
    ("this_week", "week", "weeks", 0),
    ("last_week", "week", "weeks", -1),
    ("this_month", "month", "months", 0),
    ("last_month", "month", "months", -1),
    ("this_year", "year", "years", 0),
    ("last_year", "year", "years", -1),
)
"""The options that name a period by today: its bucket, and how many of them away it lies."""

_COUNTED: tuple[Unit, ...] = ("years", "months", "weeks")
"""The options that name a period by how much of it has passed today."""


class UnknownActivityError(NotFoundError):
    """No activity has that name."""


class UnknownAreaError(NotFoundError):
    """No activity belongs to that area."""


class NoSuchEntryError(NotFoundError):
    """No entry has that number."""


def activity_named(context: Context, name: str) -> Listed:
    """Return the activity called ``name``. Raises ``UnknownActivityError``."""
    return _activity(context, name, "All activities: stride activities")


def activity_to_log(context: Context, name: str, catalog: Catalog | None = None) -> Listed:
    """Return an activity that can be logged. Raises ``UnknownActivityError`` and ``UsageError``.

    The ``catalog`` is that of the journal, where it was read already.
    """
    if not name.strip():
        raise UsageError("The first word says what you did.", "stride log run 10k 50:42")
    new = "-".join(shown(name).split())
    hint = f"Make a new one with: stride activities add {new}"
    if not new[0].isalpha():
        hint = "The first word says what you did: stride log run 10k 50:42"
    listed = _activity(context, name, hint, catalog)
    if listed.activity.retired:
        known = listed.activity.name
        raise UsageError(
            f"{known} is retired.", f"Bring it back with: stride activities edit {known} --restore"
        )
    return listed


def _activity(context: Context, name: str, hint: str, catalog: Catalog | None = None) -> Listed:
    catalog = catalog or read_catalog(context.reading)
    found = catalog.get("-".join(name.lower().split()))
    if found is None:
        guess = nearest(name, catalog)
        raise UnknownActivityError(
            f'There is no activity "{shown(name)}".' + (f" Did you mean {guess}?" if guess else ""),
            hint,
        )
    return found


def filters(
    context: Context, activity: str, circumstances: Circumstances, period: Period | None = None
) -> Filters:
    """Return the filters that the words mean; say on stderr which days they were taken for.

    Said as well is what no entry has: it may be misspelt. Raises ``UnknownActivityError`` and
    ``UnknownAreaError``.
    """
    span = period_asked(context, period) if period else (None, None)
    asked = Filters(
        activity=activity_named(context, activity).activity.name if activity else "",
        area=_area_named(context, circumstances.area) if circumstances.area else "",
        tags=tuple(tag_name(tag) for tag in circumstances.tag or ()),
        not_tags=tuple(tag_name(tag) for tag in circumstances.not_tag or ()),
        place=place_name(circumstances.place) if circumstances.place else "",
        gear=gear_name(circumstances.gear) if circumstances.gear else "",
        distance=_distance(context, circumstances.distance),
        since=span[0],
        until=span[1],
    )
    say_what_no_entry_has(context, asked)
    return asked


def _area_named(context: Context, name: str) -> str:
    areas = {listed.activity.area for listed in read_catalog(context.reading).values()}
    area = name.strip().lower()
    if area not in areas:
        guess = nearest(area, sorted(areas))
        raise UnknownAreaError(
            f'There is no area "{shown(name)}".' + (f" Did you mean {guess}?" if guess else ""),
            f"One of: {', '.join(sorted(areas))}.",
        )
    return area


def say_what_no_entry_has(context: Context, asked: Filters) -> None:
    """Say which tags, places and gear of those asked for no entry has: one may be misspelt."""
    if entries.newest_number(context.reading) is None:
        return  # the answer says so itself
    named: tuple[tuple[spellings.Kind, tuple[str, ...]], ...] = (
        ("tag", asked.tags + asked.not_tags),
        ("place", (asked.place,)),
        ("gear", (asked.gear,)),
    )
    for kind, wanted in named:
        for name in filter(None, wanted):
            if not spellings.is_known(context.reading, kind, name):
                guess = nearest(name, spellings.known(context.reading, kind))
                meant = f" Did you mean {guess}?" if guess else ""
                say(f"No entry has the {kind} {name}.{meant}")


def day(context: Context, text: str) -> date:
    """Return the day that the text means, and say on stderr which one it is."""
    settings = context.config
    found = parse_day(text, context.today, settings.date_order, settings.week_start)
    say(f"{text}: {format_day(found)}")
    return found


def period_asked(context: Context, period: Period) -> tuple[date | None, date | None]:
    """Return the first and the last day that are named, None for what is open.

    Say on stderr which days they were taken for. Raises ``UsageError``.
    """
    spans = _spans(context, period)
    named = bool(period.since or period.until)
    if len(spans) + named > 1:
        raise UsageError(
            "More than one period was named.", "Name one: --since 2026-01-01, or --period 2026."
        )
    if spans:
        return spans[0].first, spans[0].last
    since = day(context, period.since) if period.since else None
    until = day(context, period.until) if period.until else None
    if since and until and until < since:
        raise UsageError(
            f"{format_day(until)} is before {format_day(since)}.", "Swap --since and --until."
        )
    return since, until


def _spans(context: Context, period: Period) -> list[Span]:
    """Return what each option says that names both ends of a period at once."""
    spans = [
        bucket_of(shift(context.today, away, unit), bucket, context.config.week_start)
        for name, bucket, unit, away in _NAMED
        if getattr(period, name)
    ]
    for unit in _COUNTED:
        count = whole_number(getattr(period, unit), f"--{unit}")
        if count:
            spans.append(length_until(context.today, Length(count, unit)))
    if period.period:
        spans.append(parse_period(period.period))
    return spans


def _distance(context: Context, text: str) -> tuple[float, float] | None:
    if not text:
        return None
    wanted = parse_quantity(text, context.config.notation, {Dimension.DISTANCE})
    return wanted.value * SHORTEST, wanted.value * LONGEST


def whole_number(text: str, option: str) -> int | None:
    """Return the whole number from 1 that an option says, None where it says nothing."""
    if not text:
        return None
    if len(text) > LONGEST_NUMBER and text.isascii() and text.isdigit():
        raise UsageError(f"{option} is at most {10**LONGEST_NUMBER - 1}, not {text}.")
    if not (text.isascii() and text.isdigit() and int(text)):
        raise UsageError(f'{option} is a whole number from 1, not "{shown(text)}".')
    return int(text)


def entry_numbered(context: Context, text: str) -> Entry:
    """Return the entry that a number or ``last`` means. Raises ``NoSuchEntryError``."""
    number = entry_number(context, text)
    found = entries.entry(context.reading, number)
    if found is None:
        raise NoSuchEntryError(f"There is no entry {number}.", "List them with: stride list")
    return found


def entry_number(context: Context, text: str) -> int:
    """Return the number that is meant, that of the newest entry by ``last``.

    Raises ``NoSuchEntryError`` in an empty journal and for numbers that no entry can have,
    ``UsageError`` for what is no number.
    """
    newest = entries.newest_number(context.reading)
    if newest is None:
        raise NoSuchEntryError("Nothing is logged yet.", "Start with: stride log run 5k 30:00")
    if text == "last":
        return newest
    digits = text.removeprefix("#")
    if not (digits.isascii() and digits.isdigit()):
        raise UsageError(
            f'"{shown(text)}" is no number of an entry.', "List them with: stride list"
        )
    if len(digits) > LONGEST_NUMBER:
        raise NoSuchEntryError(f"There is no entry {shown(digits)}.", "List them with: stride list")
    return int(digits)


def streak_rules(context: Context) -> Mapping[str | None, Rules]:
    """Return the rules for the streaks of each activity, and of the whole journal (None)."""
    from stridelog.store.reading.rules import rules

    return rules(context.reading)
