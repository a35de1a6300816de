"""From what was said of an entry to the draft of it."""

from dataclasses import replace
from datetime import datetime, time, tzinfo
from functools import cached_property

from stridelog.cli.asking import activity_to_log
from stridelog.cli.context import Context, say
from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import company_tags, effort_value, gear_name, note_text
from stridelog.domain.dates import Moment, format_moment, parse_moment
from stridelog.domain.entry import Draft
from stridelog.domain.errors import UsageError
from stridelog.domain.logline import LogLine, read_line
from stridelog.domain.logline.said import Said
from stridelog.domain.plausible import check_plausible
from stridelog.store.catalog import Catalog, read_catalog

NOON = time(12)
"""When something was done on an earlier day, if nobody says."""


class FutureError(UsageError):
    """What is logged has not happened yet."""


class Drafter:
    """Makes a draft of what was said, or of many such; what is the same for all is read once."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.notation = context.config.notation
        self.said_back: list[str] = []
        """Dates that could be two, as they were understood."""

    @cached_property
    def catalog(self) -> Catalog:
        """What can be logged."""
        return read_catalog(self.context.reading)

    def activity(self, name: str) -> Activity:
        """Return an activity that can be logged. Raises what ``activity_to_log`` raises."""
        return activity_to_log(self.context, name, self.catalog).activity

    def at(self, text: str, usual_day: str = "") -> datetime:
        """Return when an entry was, now where nothing is said. Raises ``DateError``.

        A time alone is one of the usual day, if there is one.
        """
        if not text:
            text = usual_day
        elif usual_day and _is_time_alone(text):
            text = f"{usual_day} {text}"
        if not text:
            return self.context.now
        at, moment = _understood(self.context, text, NOON, self.zone)
        if moment.ambiguous:
            self.said_back.append(f"{text}: taken for {format_moment(at)}")
        return at

    def draft(self, said: Said, at: datetime) -> Draft:
        """Return the draft of what was said; its first word is the activity."""
        activity = self.activity(said.words[0] if said.words else "")
        line = read_line(said.words[1:], activity, self.notation)
        return self.checked(activity, line, said, at)

    def draft_like(self, model: Draft, said: Said) -> Draft:
        """Return the draft of something done once more: like the model, and as it was said.

        The first word may name another activity; the gear is the model's only for the same one.
        """
        words = said.words
        if words and words[0].lower() in self.catalog:
            activity, words = self.activity(words[0]), words[1:]
        else:
            activity = self.activity(model.activity)
        line = read_line(words, activity, self.notation)
        again = replace(line, tags=(*model.tags, *line.tags), place=line.place or model.place)
        usual = Said(gear=model.gear if activity.name == model.activity else "")
        return self.checked(activity, again, said.or_else(usual), model.at)

    def begun(self, said: Said, at: datetime) -> Draft:
        """Return a draft of which only the time and what options say is known."""
        return self.checked(Activity("", ""), LogLine(), said, at)

    def checked(self, activity: Activity, line: LogLine, said: Said, at: datetime) -> Draft:
        """Return the draft of a line and what options say beside it. Raises ``StrideError``."""
        check_plausible(activity, line.measurements, self.notation)
        company = (tag for names in said.company for tag in company_tags(names))
        return Draft(
            activity=activity.name,
            at=at,
            measurements=line.measurements,
            tags=tuple(dict.fromkeys((*line.tags, *company))),
            place=line.place,
            gear=gear_name(said.gear) if said.gear else "",
            effort=effort_value(said.effort) if said.effort else line.effort,
            note=note_text("\n".join(text for text in (line.note, *said.notes) if text)),
        )

    @cached_property
    def zone(self) -> tzinfo:
        """Where this computer is."""
        from stridelog.runtime.zones import local_zone

        return local_zone()


def when(context: Context, text: str, usual: time, where: tzinfo | None = None) -> datetime:
    """Return the civil time that ``--on`` means, with its offset: as clocks ``where`` show it.

    That is here unless somewhere else is given. Where it names no hour, that of today is now,
    and that of an earlier day the ``usual`` one. Raises ``FutureError``.
    """
    from stridelog.runtime.zones import in_zone, local_zone

    now = in_zone(context.now, where) if where else context.now
    at, moment = _understood(context, text, usual, where or local_zone(), now)
    if moment.ambiguous:
        say(f"{text}: taken for {format_moment(at)}")
    return at


def _understood(
    context: Context, text: str, usual: time, where: tzinfo, now: datetime | None = None
) -> tuple[datetime, Moment]:
    from stridelog.runtime.zones import happened_at

    seen_from = now or context.now
    set_ = context.config
    moment = parse_moment(text, seen_from, set_.date_order, set_.week_start, set_.day_starts)
    at = happened_at(moment, seen_from, usual, where, set_.day_starts)
    refuse_future(at, context.now)
    return at, moment


def refuse_future(at: datetime, now: datetime) -> None:
    """Raise ``FutureError`` where a time is still to come."""
    if at > now:
        raise FutureError(f"{format_moment(at)} is still to come.", "Log it when it is done.")


def _is_time_alone(text: str) -> bool:
    from re import fullmatch

    return bool(fullmatch(r"\s*\d{1,2}([:.]\d{2})?\s*([ap]\.?m\.?)?\s*", text.lower()))
