"""``stride log``: what was done, in one line."""

from datetime import datetime, time, tzinfo
from typing import Annotated

import typer

from stridelog.cli.asking import activity_to_log
from stridelog.cli.context import Context, say
from stridelog.cli.options import Output, with_options
from stridelog.cli.saving import saved
from stridelog.cli.words import command as made
from stridelog.domain.circumstances import effort_value, gear_name, note_text
from stridelog.domain.dates import format_moment, parse_moment
from stridelog.domain.entry import Draft
from stridelog.domain.errors import UsageError
from stridelog.domain.logline import read_line
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.domain.plausible import check_plausible
from stridelog.reports import logged as report

NOON = time(12)
"""When something was done on an earlier day, if nobody says."""


class FutureError(UsageError):
    """What is logged has not happened yet."""


@with_options
def log(
    ctx: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="ACTIVITY [QUANTITY|NAME=VALUE|+TAG|@PLACE|NOTE]...")
    ] = (),  # type: ignore[assignment]
    on: Annotated[
        str, typer.Option("--on", metavar="WHEN", help='When: yesterday, "last thursday 7:30".')
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What you thought.")] = "",
    effort: Annotated[
        str, typer.Option("--effort", metavar="1-10", help="How hard it felt (session RPE).")
    ] = "",
    gear: Annotated[str, typer.Option("--gear", metavar="NAME", help="Shoes, bike, …")] = "",
    output: Output = Output(),
) -> None:
    """Log what you did, in one line.

    stride log run 10k 50:42 +race @riverside "turkey trot"

    After the activity, in any order: quantities (each goes to the measure of its kind),
    NAME=VALUE for one measure, +TAG, @PLACE, and a note in quotes. A pace fills in the
    distance or the time that you leave out. Without any words you are asked.
    """
    context: Context = ctx.obj
    if not words:
        from stridelog.cli.dialogue import log_by_asking

        known = effort_value(effort) if effort else None
        worn = gear_name(gear) if gear else ""
        begun = Draft(
            "",
            when(context, on, NOON) if on else context.now,
            effort=known,
            gear=worn,
            note=note_text(note),
        )
        context.show(report, saved(context, log_by_asking(context, begun)), output)
        return
    activity, *rest = words
    refuse_options(ctx, words)
    listed = activity_to_log(context, activity)
    notation = context.config.notation
    line = read_line(rest, listed.activity, notation)
    check_plausible(listed.activity, line.measurements, notation)
    draft = Draft(
        activity=listed.activity.name,
        at=when(context, on, NOON) if on else context.now,
        measurements=line.measurements,
        tags=line.tags,
        place=line.place,
        gear=gear_name(gear) if gear else "",
        effort=effort_value(effort) if effort else line.effort,
        note=note_text("\n".join(text for text in (line.note, note) if text)),
    )
    with context.change() as change:
        (number,) = change.add([draft])
    context.show(report, saved(context, number), output)


def refuse_options(ctx: typer.Context, words: list[str]) -> None:
    """Refuse words that look like options: they reach us so that ``-5k`` can be explained."""
    known = [option for param in ctx.command.params for option in param.opts]
    for word in words:
        name = word.partition("=")[0]
        looks_like_one = name.startswith("--") or (name[:1] == "-" and name[1:2].isalpha())
        if looks_like_one and not any(character.isspace() for character in name):
            guess = nearest(word, known)
            raise UsageError(
                f'There is no option "{shown(word)}".'
                + (f" Did you mean {guess}?" if guess else ""),
                f"See: {ctx.command_path} --help",
            )


def when(context: Context, text: str, usual: time, where: tzinfo | None = None) -> datetime:
    """Return the civil time that ``--on`` means, with its offset: as clocks ``where`` show it.

    That is here unless somewhere else is given. Where it names no hour, that of today is now,
    and that of an earlier day the ``usual`` one. Raises ``FutureError``.
    """
    from stridelog.runtime.zones import at_local, in_zone, local_zone

    now = in_zone(context.now, where) if where else context.now
    moment = parse_moment(text, now, context.config.date_order, context.config.week_start)
    hour = moment.time or (now.time() if moment.day == now.date() else usual)
    at = at_local(datetime.combine(moment.day, hour), where or local_zone())
    if at > context.now:
        raise FutureError(f"{format_moment(at)} is still to come.", "Log it when it is done.")
    if moment.ambiguous:
        say(f"{text}: taken for {format_moment(at)}")
    return at


command = made(log, "log", ignore_unknown_options=True)
