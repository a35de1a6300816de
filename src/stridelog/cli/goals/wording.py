"""What is said of a goal on the command line: what it aims at, and what it is called."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal, cast

import typer

from stridelog.cli.asking import UnknownActivityError, activity_named
from stridelog.cli.context import Context, say
from stridelog.cli.options import UNSAID
from stridelog.domain.activity import Activity
from stridelog.domain.circumstances import note_text, tag_name
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Rank, Way
from stridelog.domain.goal_line.line import Claim, GoalError, GoalLine, GoalTime
from stridelog.domain.goal_line.reading import apart, read_goal_line
from stridelog.domain.plain_text import plain, shown
from stridelog.domain.quantity import Notation, format_quantity
from stridelog.store.catalog import Catalog, read_catalog

NOTHING = "-"
"""The text that takes away what was said before."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What words alone do not tell of what is aimed at."""

    at_least: Annotated[bool, typer.Option("--at-least", help="So much, or more.")] = False
    at_most: Annotated[bool, typer.Option("--at-most", help="So much, or less.")] = False
    average: Annotated[bool, typer.Option("--average", help="The average of those days.")] = False
    once: Annotated[bool, typer.Option("--once", help="In one entry.")] = False
    avoid: Annotated[bool, typer.Option("--avoid", help="That there be none of it.")] = False
    do: Annotated[bool, typer.Option("--do", help="To have done it: you say yes or no.")] = False
    not_tag: Annotated[
        list[str], typer.Option("--not-tag", metavar="TAG", help="Count no entries with this tag.")
    ] = UNSAID

    @property
    def claim(self) -> Claim:
        """What the options say of the kind. Raises ``UsageError`` where they contradict."""
        flags = {name: getattr(self, name) for name in ("average", "once", "avoid", "do")}
        return cast("Claim", _one_of(flags, "Keep one of them."))

    @property
    def way(self) -> Way | Literal[""]:
        """On which side of the target it is reached, as far as it is said."""
        return cast(
            "Way | Literal['']",
            _one_of({"at least": self.at_least, "at most": self.at_most}, _TWO_GOALS),
        )

    @property
    def not_tags(self) -> tuple[str, ...]:
        """The tags that do not count."""
        return tuple(tag_name(tag) for tag in self.not_tag or ())

    @property
    def is_said(self) -> bool:
        """Whether any option is given."""
        return bool(self.claim or self.way or self.not_tags)


@dataclass(frozen=True, slots=True)
class About:
    """What a goal is called and belongs to: it judges nothing."""

    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What it is called, said otherwise.")
    ] = ""
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it matters.")] = ""
    event: Annotated[str, typer.Option("--event", metavar="NAME", help="Its race or day.")] = ""
    rank: Annotated[
        str, typer.Option("--rank", metavar="A|B|C", help="Of several goals for an event.")
    ] = ""
    area: Annotated[str, typer.Option("--area", metavar="AREA", help="Its area of life.")] = ""
    shared: Annotated[bool, typer.Option("--shared", help="Others may see it.")] = False

    def of(self, goal: Goal) -> Goal:
        """Return the goal with what is said of it. Raises ``UsageError``."""
        rank = _rank(self.rank)
        found = replace(
            goal,
            title=_said(note_text(self.title), goal.title),
            why=_said(note_text(self.why), goal.why),
            area=_said(self.area.strip().lower(), goal.area),
            event=_said(note_text(self.event), goal.event),
            rank=cast("Rank", _said(rank, goal.rank)),
            shared=self.shared or goal.shared,
        )
        if rank not in {"", NOTHING} and not found.event:
            raise UsageError(
                "A rank tells apart several goals for one event, and no event was said.",
                f'--event "Rotterdam marathon" --rank {rank}',
            )
        return found if found.event else replace(found, rank="")


def _said(text: str, before: str) -> str:
    return "" if text == NOTHING else text or before


_TWO_GOALS = "Make two goals of it, each with an amount of its own."


def _one_of(flags: dict[str, bool], hint: str) -> str:
    given = [name for name, is_given in flags.items() if is_given]
    if len(given) > 1:
        one, other = (f"--{name.replace(' ', '-')}" for name in given[:2])
        raise UsageError(f"{one} and {other} contradict each other.", hint)
    return given[0] if given else ""


def _rank(text: str) -> str:
    rank = text.strip().upper()
    if rank not in {"", "A", "B", "C", NOTHING}:
        raise UsageError(f'--rank takes A, B or C, not "{shown(text)}".', "--rank A")
    return rank


def _with_who_has_it(
    error: GoalError, activity: Activity | None, words: Sequence[str], catalog: Catalog
) -> GoalError:
    """Return the error with the activity that has the measure which this one lacks."""
    for word in words:
        measure = plain(word).partition("=")[0]
        is_alone = "=" not in word and len(words) == 1
        if activity is None or is_alone or activity.measure(measure):
            continue
        has_it = [name for name, known in catalog.items() if known.activity.measure(measure)]
        if has_it:
            said = shlex.join(words)
            hint = f"{has_it[0]} has {measure}: stride goals add {has_it[0]} {said}"
            return GoalError(error.message, f"{error.hint.partition(chr(10))[0]}\n  {hint}")
    return error


def line_said(context: Context, words: list[str], time: GoalTime, aim: Aim) -> GoalLine:
    """Return what the words of a new goal and the options say; its title stands in it."""
    words = [word for word in words if word.strip()]
    if aim.claim == "do":
        title = " ".join(words)
        return GoalLine(time, title=title, claim="do", words=tuple(words))
    catalog = read_catalog(context.reading)
    title, name, rest = apart(words, catalog)
    activity = _activity(context, name) if name else None
    claim, _ = aim.claim, aim.way  # options that contradict each other come before their words
    try:
        line = read_goal_line(rest, activity, time, context.config.notation)
    except GoalError as error:
        raise _with_who_has_it(error, activity, rest, catalog) from None
    say_hours(line, context.config.notation)
    way = side_of(aim, line)
    return replace(line, claim=claim, way=way, title=title, not_tags=aim.not_tags)


def say_hours(line: GoalLine, notation: Notation) -> None:
    """Say of a time how it was understood, where it was taken for hours: ``3:50: 3:50:00``."""
    for amount in line.amounts:
        if amount.is_hours:
            understood = format_quantity(amount.value, amount.measure.dimension, notation)
            say(f"{shown(amount.word)}: {understood}")


def _activity(context: Context, name: str) -> Activity:
    """Return the activity of a goal; one that is not there can be made."""
    try:
        return activity_named(context, name).activity
    except UnknownActivityError as error:
        new = "-".join(shown(name).lower().split())
        raise UnknownActivityError(
            error.message, f"Make a new one with: stride activities add {new}"
        ) from None


def side_of(aim: Aim, line: GoalLine) -> Way | Literal[""]:
    """Return the side of the target that an option or the words say. Raises ``UsageError``."""
    if aim.way and line.way and aim.way != line.way:
        raise UsageError(
            f"--{aim.way.replace(' ', '-')} and {line.way} contradict each other.",
            _TWO_GOALS,
        )
    return aim.way or line.way
