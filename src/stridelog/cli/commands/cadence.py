"""``stride cadence``: how often is often enough, since when."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from stridelog.cli.asking import day
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.ruling import apart, rules_of, set_rules, show, subject, tell
from stridelog.cli.words import command as made
from stridelog.domain.cadence import Cadence, Periods, Rules
from stridelog.domain.dates import format_day
from stridelog.domain.errors import UsageError
from stridelog.domain.period import shift
from stridelog.domain.rule_words import WHOLE_JOURNAL, is_cadence, parse_cadence
from stridelog.domain.rules import cadence_on, with_cadence


@with_options
def cadence(
    ctx: typer.Context,
    activity: Annotated[
        str, typer.Argument(metavar="[ACTIVITY|everything]", show_default=False)
    ] = "",
    often: Annotated[list[str], typer.Argument(metavar="[CADENCE]...", show_default=False)] = (),  # type: ignore[assignment]
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="From this day on, not from tomorrow.")
    ] = "",
    output: Output = Output(),
) -> None:
    """Show and set how many entries a day, a week or a month must hold to be kept.

    stride cadence run 3/week

    It holds from tomorrow on, so that what was kept until now stays kept. Once is enough where
    nothing is set. Without an activity it is for the streaks of the whole journal.
    """
    context: Context = ctx.obj
    typed = [activity, *(often or ())] if activity else []
    named, words = apart(context, typed, lambda each: is_cadence(" ".join(each)))
    chosen = subject(context, named) if named else None
    if not words:
        if since:
            raise UsageError(
                "--since says from when, but not how often.",
                "stride cadence run 3/week --since DAY",
            )
        show(context, "cadence", output, {chosen} if named else None)
        return
    wanted = parse_cadence(" ".join(words))
    first = day(context, since) if since else shift(context.today, 1, "days")
    was = rules_of(context, chosen)
    if set_rules(context, chosen, was, with_cadence(was, wanted, first)):
        week_start = context.config.week_start
        sentences = _sentences(chosen or WHOLE_JOURNAL, wanted, first, was, week_start)
        tell(context, sentences, "cadence", output, {chosen})


def _sentences(
    name: str, wanted: Cadence, first: date, was: Rules, week_start: int
) -> Iterator[str]:
    yield f"{name}: {wanted} from {format_day(first)} on. What was kept before stays kept."
    periods = Periods(wanted.unit, week_start)
    before = cadence_on(was, wanted.unit, shift(first, -1, "days"))
    begins = periods.first(periods.number(first.toordinal())) == first.toordinal()
    if not begins and before != wanted:
        gentler = min(before, wanted, key=lambda each: each.times)
        yield f"In the {wanted.unit} of that day, {gentler} is enough."


command = made(cadence, "cadence")
