"""``stride goals share``: a page of the shared goals for a friend. Nothing is sent."""

import shlex
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.goals.judging import judged, promises
from stridelog.cli.options import Output, Yes, with_options
from stridelog.cli.output_file import write_file
from stridelog.cli.words import command as made
from stridelog.domain.circumstances import note_text
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.goal import Goal
from stridelog.domain.goal_sharing import (
    LeftOut,
    Shared,
    bare,
    left_out,
    promise_of_last_week,
    promise_of_this_week,
    shared,
    tells_circumstances,
)
from stridelog.domain.period import week_of
from stridelog.domain.plain_text import shown
from stridelog.reports import goals_share as report
from stridelog.store.catalog import activities
from stridelog.store.reading.contents import contents
from stridelog.store.reading.goals import goals

LONGEST_NAME = 60
"""Characters that the name of a friend may have."""

MAIL_WIDTH = 72
"""Columns of plain text, so that a mail can quote it."""

Form = Literal["text", "html", "markdown", "json", "csv"]

FORMS: dict[str, Form] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
}
"""The form that the ending of a file tells."""


class NothingToShareError(StrideError):
    """No goal is marked as shared."""


@with_options
def share(
    ctx: typer.Context,
    with_: Annotated[str, typer.Option("--with", metavar="NAME", help="Whom it greets: sam.")] = "",
    html: Annotated[bool, typer.Option("--html", help="Write a page for a browser.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Write plain text, for a mail.")] = False,
    privacy: Annotated[
        bool, typer.Option("--privacy", help="Only say what would be seen, and what is left out.")
    ] = False,
    to: Annotated[
        str,
        typer.Option(
            "--output",
            "--out",
            "-o",
            metavar="FILE",
            help="Write here, not to stdout; the ending tells the form.",
        ),
    ] = "",
    yes: Yes = False,
    output: Output = Output(),
) -> None:
    """Write a page of the goals that are shared, for a friend who holds you to them.

    stride goals share --with sam --output goals.html

    It holds where they stand, last week's promise and this week's, and nothing else. Nothing is
    sent.
    """
    context: Context = ctx.obj
    file = Path(to).expanduser() if to else None
    form = _form(output, html, text, file)
    answer = _answer(context, _friend(with_), privacy=privacy)
    if privacy and file is None and form == "text":
        context.show(report, answer, output)
        return
    if not (answer.goals or privacy):
        raise NothingToShareError(
            "No goal is shared, so there is nothing to write.",
            "Share one: stride goals edit GOAL --shared",
        )
    drawn = _drawn(context, answer, form)
    if file is None:
        from stridelog.render.paper import write

        write(drawn, sys.stdout)
    else:
        write_file(context, file, lambda out: out.write(drawn), "goals.html", yes=yes)
    if not privacy:
        _say_what_is_told(answer)


def _form(output: Output, html: bool, text: bool, file: Path | None) -> Form:  # noqa: FBT001 (options as they were typed)
    """Return the form that an option asks for, else that of the file's ending, else text."""
    said = [name for name, asked in (("html", html), ("text", text)) if asked]
    other = output.form
    said += [other] if other != "terminal" else []
    if len(said) > 1:
        raise UsageError(
            f"--{said[0]} and --{said[1]} cannot both be written.", f"Leave out --{said[1]}."
        )
    ending = file.suffix.lower() if file else ""
    return said[0] if said else FORMS.get(ending, "text")  # type: ignore[return-value]


def _friend(text: str) -> str:
    name = " ".join(note_text(text).split())
    if len(name) > LONGEST_NAME:
        raise UsageError(f'"{shown(name)}" is no name.', "--with sam")
    return name


def _answer(context: Context, friend: str, *, privacy: bool) -> report.Answer:
    every, start = goals(context.reading), context.config.week_start
    found = shared(every, context.today, start)
    told = _with_promises(context, found)
    hidden = tuple(_left_out(context, every, found, told)) if privacy else None
    week = week_of(context.today, start)
    known = activities(context.reading)
    return report.Answer(context.today, week, friend, tuple(told), hidden, known)


def _with_promises(context: Context, found: list[Goal]) -> list[Shared]:
    today, start = context.today, context.config.week_start
    before = [(goal, promise_of_last_week(goal, today, start)) for goal in found]
    now = [(goal, promise_of_this_week(goal, today)) for goal in found]
    last, this = promises(context, before, today), promises(context, now, today)
    standing = map(bare, judged(context, found, today))
    return list(map(Shared, standing, last, this))


def _left_out(
    context: Context, every: list[Goal], seen: list[Goal], told: list[Shared]
) -> list[LeftOut]:
    held = contents(context.reading)
    return [
        *left_out(every, seen, told),
        LeftOut("entries: what you did, when and with whom", held.entries),
        LeftOut("notes of entries", held.notes),
        LeftOut("tags", held.tags),
        LeftOut("places", held.places),
        LeftOut("pieces of gear", held.gear),
    ]


def _drawn(context: Context, answer: report.Answer, form: Form) -> str:
    if form == "json":
        from stridelog.render import json

        return json.draw(report.document(answer))
    if form == "csv":
        from stridelog.render import csv

        return csv.draw(report.document(answer)[report.ROWS])  # type: ignore[arg-type]
    page = report.page(answer, context.config.notation)
    if form == "html":
        from stridelog.render import html

        return html.draw(page)
    if form == "markdown":
        from stridelog.render import markdown

        return markdown.draw(page)
    from stridelog.render import terminal
    from stridelog.render.paper import Paper

    return terminal.draw(page, Paper(MAIL_WIDTH))


def _say_what_is_told(answer: report.Answer) -> None:
    """Say that nothing was sent, and which names tell more than they need to."""
    for one in answer.goals:
        if tells_circumstances(one.judged):
            number = one.judged.goal.number
            say(f"Goal {number} is called by a tag or a place on this page.")
            say(f'  Give it another name: stride goals edit {number} --title "…"')
    goal = str(answer.goals[0].judged.goal.number) if len(answer.goals) == 1 else "GOAL"
    friend = shlex.quote(answer.friend or "NAME")
    say(f'Nothing was sent. Keep an answer: stride goals note {goal} --from {friend} "…"')


command = made(share, "share")
