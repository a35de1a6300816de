"""``stride goals share``: a page of the shared goals for a friend. Nothing is sent."""

import shlex
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from stridelog.cli.context import Context, say
from stridelog.cli.goals.judging import judged
from stridelog.cli.options import Output, Yes, with_options
from stridelog.cli.output_file import write_file
from stridelog.cli.words import command as made
from stridelog.domain.circumstances import note_text
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.goal import Goal, Review, Scope
from stridelog.domain.goal_sharing import (
    Shared,
    bare,
    promise_of_last_week,
    promise_of_this_week,
    shared,
    tells_circumstances,
)
from stridelog.domain.period import week_of
from stridelog.domain.plain_text import shown
from stridelog.domain.review import Promise, promise_of
from stridelog.domain.standing import Asked, Facts
from stridelog.reports import goals_share as report
from stridelog.store.catalog import read_catalog
from stridelog.store.reading.contents import contents
from stridelog.store.reading.goal_facts import facts
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
    left_out = tuple(_left_out(context, every, found, told)) if privacy else None
    week = week_of(context.today, start)
    return report.Answer(context.today, week, friend, tuple(told), left_out)


def _with_promises(context: Context, found: list[Goal]) -> list[Shared]:
    today, start = context.today, context.config.week_start
    made = [
        (promise_of_last_week(goal, today, start), promise_of_this_week(goal, today))
        for goal in found
    ]
    catalog = read_catalog(context.reading)
    scopes = tuple(dict.fromkeys(s for pair in made for review in pair if (s := _scope(review))))
    known = facts(context.reading, catalog, [Asked(scopes)], today) if scopes else Facts()
    return [
        Shared(bare(one), _promise(last, known, context), _promise(this, known, context))
        for one, (last, this) in zip(judged(context, found, today), made, strict=True)
    ]


def _scope(review: Review | None) -> Scope | None:
    return review.commitment.scope if review and review.commitment else None


def _promise(review: Review | None, known: Facts, context: Context) -> Promise | None:
    if review is None:
        return None
    scope = _scope(review)
    return promise_of(review, known.of(scope) if scope else None, context.today)


def _left_out(
    context: Context, every: list[Goal], seen: list[Goal], told: list[Shared]
) -> list[report.LeftOut]:
    held = contents(context.reading)
    promises = sum(r.commitment is not None for goal in seen for r in goal.reviews)
    shown_promises = sum(bool(one.last_week) + bool(one.this_week) for one in told)
    rows = (
        (len(every) - len(seen), "goals that are not shared, or were closed before last week"),
        (sum(bool(g.why) for g in seen), "reasons why a shared goal matters"),
        (sum(bool(g.event or g.rank) for g in seen), "events of shared goals"),
        (sum(len(g.latest.steps) for g in seen), "steps of shared goals"),
        (sum(len(g.notes) for g in seen), "notes on shared goals"),
        (sum(bool(g.learned) for g in seen), "lines of what was learned"),
        (sum(len(g.versions) - 1 for g in seen), "earlier versions of shared goals"),
        (promises - shown_promises, "promises from before last week"),
        (held.entries, "entries: what you did, when and with whom"),
        (held.notes, "notes of entries"),
        (held.tags, "tags"),
        (held.places, "places"),
        (held.gear, "pieces of gear"),
    )
    return [report.LeftOut(what, count) for count, what in rows]


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
