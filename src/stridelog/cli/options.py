"""Options that several commands share, as sets that a command takes whole.

A command names a set as one parameter; ``with_options`` spreads it into the options that Typer
sees, and hands the command the set filled in.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import wraps
from typing import Annotated, Any

import typer

from stridelog.domain.errors import UsageError


def with_options(function: Callable[..., None]) -> Callable[..., None]:
    """Spread every parameter of ``function`` that is a set of options into its options."""
    parameters = inspect.signature(function).parameters.values()
    sets: dict[str, type[Any]] = {
        p.name: p.annotation
        for p in parameters
        if isinstance(p.annotation, type) and is_dataclass(p.annotation)
    }
    spread: list[inspect.Parameter] = []
    for parameter in parameters:
        if parameter.name in sets:
            spread += [
                inspect.Parameter(
                    f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=f.type
                )
                for f in fields(sets[parameter.name])
            ]
        else:
            spread.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))

    @wraps(function)
    def called(**words: Any) -> None:  # noqa: ANN401 (what Typer read)
        given = {
            name: options(**{f.name: words.pop(f.name) for f in fields(options)})
            for name, options in sets.items()
        }
        function(**words, **given)

    del called.__wrapped__
    called.__signature__ = inspect.Signature(spread)  # type: ignore[attr-defined]
    called.__annotations__ = {p.name: p.annotation for p in spread}
    return called


Yes = Annotated[bool, typer.Option("--yes", "-y", help="Answer every question with yes.")]
"""What a script says."""

DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what it would do, change nothing.")]
"""What looks before it leaps."""

UNSAID: list[str] = ()  # type: ignore[assignment]
"""What an option is that can be given several times, and was not."""

ThisWeek = Annotated[bool, typer.Option("--this-week", help="This week.")]
ThisMonth = Annotated[bool, typer.Option("--this-month", help="This month.")]
ThisYear = Annotated[bool, typer.Option("--this-year", help="This year.")]

With = Annotated[
    list[str],
    typer.Option("--with", metavar="NAME", help="Who was there: sam becomes the tag +with-sam."),
]
"""With whom something was done."""


@dataclass(frozen=True, slots=True)
class Output:
    """In which form an answer is written."""

    json: Annotated[bool, typer.Option("--json", help="Write one JSON document.")] = False
    csv: Annotated[bool, typer.Option("--csv", help="Write rows of CSV.")] = False
    markdown: Annotated[bool, typer.Option("--markdown", help="Write a Markdown page.")] = False

    @property
    def form(self) -> str:
        """The form that was asked for; ``terminal`` unless said otherwise."""
        asked = [name for name in ("json", "csv", "markdown") if getattr(self, name)]
        if len(asked) > 1:
            raise UsageError(
                f"--{asked[0]} and --{asked[1]} cannot both be written.", f"Leave out --{asked[1]}."
            )
        return asked[0] if asked else "terminal"

    @property
    def is_data(self) -> bool:
        """Tell whether a program reads the answer, rather than a person."""
        return self.form in {"json", "csv"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Which entries are meant, by what is known of them."""

    tag: Annotated[
        list[str], typer.Option("--tag", metavar="TAG", help="Only entries with this tag.")
    ] = UNSAID
    not_tag: Annotated[
        list[str], typer.Option("--not-tag", metavar="TAG", help="Only entries without this tag.")
    ] = UNSAID
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="Only there.")] = ""
    area: Annotated[str, typer.Option("--area", metavar="AREA", help="Only this area of life.")] = (
        ""
    )
    gear: Annotated[str, typer.Option("--gear", metavar="GEAR", help="Only with this gear.")] = ""
    distance: Annotated[
        str, typer.Option("--distance", metavar="DISTANCE", help="Only about this long: 10k, half.")
    ] = ""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which entries are meant where ``--gear`` says what they should have."""

    tag: Annotated[
        list[str], typer.Option("--tag", metavar="TAG", help="Of several: those with this tag.")
    ] = UNSAID
    not_tag: Annotated[
        list[str], typer.Option("--not-tag", metavar="TAG", help="Those without this tag.")
    ] = UNSAID
    place: Annotated[str, typer.Option("--place", metavar="PLACE", help="Those there.")] = ""
    area: Annotated[str, typer.Option("--area", metavar="AREA", help="Those of this area.")] = ""
    with_gear: Annotated[
        str, typer.Option("--with-gear", metavar="GEAR", help="Those with this gear.")
    ] = ""
    distance: Annotated[
        str, typer.Option("--distance", metavar="DISTANCE", help="Those about this long.")
    ] = ""

    @property
    def circumstances(self) -> Circumstances:
        """The same as filters of any command."""
        return Circumstances(
            self.tag, self.not_tag, self.place, self.area, self.with_gear, self.distance
        )


@dataclass(frozen=True, slots=True)
class Period:
    """Which days are meant."""

    since: Annotated[str, typer.Option("--since", metavar="DAY", help="From this day on.")] = ""
    until: Annotated[str, typer.Option("--until", metavar="DAY", help="Up to this day.")] = ""
    period: Annotated[
        str, typer.Option("--period", metavar="PERIOD", help="2026, 2026-11, 2026-W47 or 2026-Q4.")
    ] = ""
    years: Annotated[str, typer.Option("--years", metavar="N", help="The last N years.")] = ""
    months: Annotated[str, typer.Option("--months", metavar="N", help="The last N months.")] = ""
    weeks: Annotated[str, typer.Option("--weeks", metavar="N", help="The last N weeks.")] = ""
    this_week: ThisWeek = False
    last_week: Annotated[bool, typer.Option("--last-week", help="Last week.")] = False
    this_month: ThisMonth = False
    last_month: Annotated[bool, typer.Option("--last-month", help="Last month.")] = False
    this_year: ThisYear = False
    last_year: Annotated[bool, typer.Option("--last-year", help="Last year.")] = False
