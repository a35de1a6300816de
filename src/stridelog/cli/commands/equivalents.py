"""``stride equivalents``: what a race is worth over other distances."""

from collections.abc import Sequence
from typing import Annotated

import typer

from stridelog.cli.asking import entry_numbered
from stridelog.cli.context import Context
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.activity import is_running
from stridelog.domain.entry import Entry
from stridelog.domain.equivalents import RIEGEL, Exponent, Race, best, own_exponent, raced
from stridelog.domain.errors import UsageError
from stridelog.domain.period import Length, length_until
from stridelog.domain.plausible import fastest_pace
from stridelog.domain.quantity import format_quantity, parse_quantity, put_together
from stridelog.domain.units import Dimension
from stridelog.domain.windows import DEFAULT_LENGTH
from stridelog.reports import equivalents as report
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading.races import standard_runs, tagged_races

RUN = "run"
"""The activity among whose entries the best race is looked for."""

A_YEAR = Length(1, "years")
"""As far back the races lie that tell how a runner's time grows with the distance."""

LAST = "last"

LIKE = "stride equivalents 10k 50:42"


@with_options
def equivalents(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="[NUMBER|last|DISTANCE TIME]...", show_default=False),
    ] = (),  # type: ignore[assignment]
    output: Output = Output(),
) -> None:
    """Show what your best race is worth over 5k, 10k, half and marathon, and how sure that is.

    stride equivalents
    stride equivalents 12
    stride equivalents 10k 50:42
    """
    context: Context = ctx.obj
    refuse_options(ctx, words or ())
    named = _named(context, put_together(words or ()))
    listed = read_catalog(context.reading).get(RUN)
    race, found = (named, "named") if named else _best(context, listed)
    answer = report.compute(race, found, _exponent(context, listed), _age_grade(context, race))
    context.show(report, answer, output)


def _named(context: Context, words: Sequence[str]) -> Race | None:
    """Return the race that the words say, None where there are none. Raises ``UsageError``."""
    match words:
        case []:
            return None
        case [number] if number == LAST or number.removeprefix("#").isdecimal():
            return _running(context, _of_entry(entry_numbered(context, number)))
        case [distance, time]:
            notation = context.config.notation
            metres = parse_quantity(distance, notation, {Dimension.DISTANCE}).value
            seconds = parse_quantity(time, notation, {Dimension.DURATION}).value
            return _running(context, Race(metres, seconds))
    raise UsageError("A race is the number of an entry, or a distance and a time.", LIKE)


def _of_entry(entry: Entry) -> Race:
    """Return an entry as a race. Raises ``UsageError`` where it is none."""
    if not is_running(entry.activity):  # the equations are those of running
        raise UsageError(
            f"Entry {entry.number} was logged as {entry.activity}; only runs have equivalents.",
            LIKE,
        )
    metres, seconds = (entry.measurements.get(name) for name in ("distance", "duration"))
    if not (metres and seconds):
        raise UsageError(f"Entry {entry.number} has no distance with a time.", LIKE)
    return Race(raced(metres), seconds, entry.number, entry.day, metres)


def _running(context: Context, race: Race) -> Race:
    """Return the race where its pace can be run. Raises ``UsageError``."""
    pace = 1000 * race.seconds / race.metres
    fast = pace < fastest_pace(RUN, race.metres)
    if not fast and best([race]):
        return race
    notation = context.config.notation
    said = f"{format_quantity(race.metres, Dimension.DISTANCE, notation)} in "
    said += format_quantity(race.seconds, Dimension.DURATION, notation)
    if fast:
        raise UsageError(f"{said} is faster than anyone ran.", LIKE)
    raise UsageError(f"{said} is too short or too slow to be a race.", LIKE)


def _best(context: Context, listed: Listed | None) -> tuple[Race | None, report.Found]:
    """Return the best race of the last 13 weeks, or the best run where none is tagged as a race."""
    if listed is None:
        return None, "run"
    window = length_until(context.today, DEFAULT_LENGTH)
    race = best(tagged_races(context.reading, listed, window))
    if race is not None:
        return race, "race"
    return best(standard_runs(context.reading, listed, window)), "run"


def _exponent(context: Context, listed: Listed | None) -> Exponent:
    """Return the exponent that the races of a year tell, or Riegel's."""
    if listed is None:
        return RIEGEL
    window = length_until(context.today, A_YEAR)
    return own_exponent(tagged_races(context.reading, listed, window)) or RIEGEL


def _age_grade(context: Context, race: Race | None) -> float | None:
    """Return the race's age grade, where the settings say whose it is."""
    from stridelog.runtime.age_tables import runner

    known = runner(context.config)
    if race is None or known is None:
        return None
    return known.grade(race.day or context.today, race.metres, race.seconds)


command = made(equivalents, "equivalents")
