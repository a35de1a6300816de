"""``stride activities``: what can be logged."""

from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.asking import activity_named
from stridelog.cli.context import Context, say
from stridelog.cli.options import Output, with_options
from stridelog.cli.words import Command, app
from stridelog.domain.activity import AREAS, Activity
from stridelog.domain.definition import with_measures
from stridelog.domain.definition_name import DefinitionError, definition_name
from stridelog.domain.errors import NotFoundError, UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.reports import activities as report
from stridelog.store.catalog import entries_of_activities, read_catalog

group = app(invoke_without_command=True)

Measures = Annotated[
    list[str],
    typer.Option(
        "--measure",
        metavar="NAME:DIMENSION[:WORD]...",
        help="laps:count:higher, csat:fraction:higher:by=answers",
    ),
]

Derived = Annotated[
    list[str],
    typer.Option("--derived", metavar="NAME=A/B[:WORD]...", help="pace=duration/distance:lower"),
]

Area = Annotated[
    str, typer.Option("--area", metavar="AREA", help=f"{', '.join(AREAS)}, or your own.")
]

Name = Annotated[str, typer.Argument(metavar="ACTIVITY", show_default=False)]


class NoSuchMeasureError(NotFoundError):
    """The activity has no measure of that name."""


@group.callback(help="List and change what can be logged, with its measures.")
@with_options
def activities(ctx: typer.Context, output: Output = Output()) -> None:
    """List everything where no command follows."""
    if ctx.invoked_subcommand is None:
        _show(ctx.obj, tuple(a.activity for a in read_catalog(ctx.obj.reading).values()), output)


@group.command("list", cls=Command)
@with_options
def list_activities(ctx: typer.Context, output: Output = Output()) -> None:
    """List what can be logged."""
    catalog = read_catalog(ctx.obj.reading)
    _show(ctx.obj, tuple(listed.activity for listed in catalog.values()), output)


@group.command("show", cls=Command)
@with_options
def show(ctx: typer.Context, name: Name, output: Output = Output()) -> None:
    """Show an activity with its measures."""
    _show(ctx.obj, (activity_named(ctx.obj, name).activity,), output)


@group.command("add", cls=Command)
@with_options
def add(
    ctx: typer.Context,
    name: Name,
    area: Area = "",
    like: Annotated[
        str, typer.Option("--like", metavar="ACTIVITY", help="Begin with its measures.")
    ] = "",
    measure: Measures = (),  # type: ignore[assignment]
    derived: Derived = (),  # type: ignore[assignment]
    output: Output = Output(),
) -> None:
    """Make an activity of your own.

    stride activities add climbing --area fitness --measure routes:count:higher

    --measure is NAME:DIMENSION, then in any order higher, lower or neutral (which is better),
    sum or average, by=MEASURE (what weighs an average), in=UNIT. Dimensions: distance,
    elevation, duration, mass, count, fraction, heart-rate, power, score, pace, speed, rate.
    """
    context: Context = ctx.obj
    known = read_catalog(context.reading)
    name = definition_name(name, "an activity")
    if name in known:
        raise UsageError(f"There is an activity {name} already.", f"stride activities show {name}")
    begun = activity_named(context, like).activity if like else Activity(name, "hobbies")
    activity = with_measures(
        replace(begun, name=name, area=_area(area or begun.area), retired=False), measure, derived
    )
    with context.change() as change:
        change.add_activity(activity)
    _show(context, (activity,), output)


@group.command("edit", cls=Command)
@with_options
def edit(
    ctx: typer.Context,
    name: Name,
    rename: Annotated[str, typer.Option("--rename", metavar="NAME", help="Its new name.")] = "",
    area: Area = "",
    measure: Measures = (),  # type: ignore[assignment]
    derived: Derived = (),  # type: ignore[assignment]
    rename_measure: Annotated[
        list[str], typer.Option("--rename-measure", metavar="OLD=NEW", help="A measure's new name.")
    ] = (),  # type: ignore[assignment]
    retire_measure: Annotated[
        list[str],
        typer.Option("--retire-measure", metavar="MEASURE", help="Log it no more; keep its past."),
    ] = (),  # type: ignore[assignment]
    restore_measure: Annotated[
        list[str], typer.Option("--restore-measure", metavar="MEASURE", help="Log it again.")
    ] = (),  # type: ignore[assignment]
    restore: Annotated[bool, typer.Option("--restore", help="Log the activity again.")] = False,
    output: Output = Output(),
) -> None:
    """Change an activity: its name, its area, its measures. What was logged stays.

    stride activities edit run --measure distance:distance:neutral
    """
    context: Context = ctx.obj
    listed = activity_named(context, name)
    activity = with_measures(listed.activity, measure, derived)
    renamed: dict[str, str] = {}
    for words in rename_measure or ():
        old, equals, new = words.partition("=")
        if not equals:
            raise UsageError(f'"{shown(words)}" gives no new name.', f"Write {shown(words)}=NEW.")
        new = definition_name(new, "a measure")
        _measure_named(activity, old)
        activity = _with_measure_renamed(activity, old, new)
        # A name that was itself given a moment ago leads back to the one in the journal.
        renamed[new] = renamed.pop(old, old)
    for chosen, retired in ((retire_measure, True), (restore_measure, False)):
        for word in chosen or ():
            activity = _with_measure_retired(activity, word, retired=retired)
    activity = replace(
        activity,
        name=definition_name(rename, "an activity") if rename else activity.name,
        area=_area(area or activity.area),
        retired=activity.retired and not restore,
    )
    if activity.name != listed.activity.name and activity.name in read_catalog(context.reading):
        raise UsageError(f"There is an activity {activity.name} already.")
    _save(context, listed.activity, activity, renamed, output)


@group.command("retire", cls=Command)
@with_options
def retire(ctx: typer.Context, name: Name, output: Output = Output()) -> None:
    """Log an activity no more; its entries stay.

    stride activities edit NAME --restore brings it back.
    """
    activity = activity_named(ctx.obj, name).activity
    _save(ctx.obj, activity, replace(activity, retired=True), {}, output)


def _save(
    context: Context, old: Activity, new: Activity, renamed: dict[str, str], output: Output
) -> None:
    if new == old:
        say(f"{old.name} is like that already. Nothing was changed.")
    else:
        with context.change() as change:
            change.replace_activity(old.name, new, renamed)
    _show(context, (new,), output)


def _show(context: Context, shown: tuple[Activity, ...], output: Output) -> None:
    answer = report.Answer(shown, entries_of_activities(context.reading))
    context.show(report, answer, output)


def _area(text: str) -> str:
    try:
        return definition_name(text, "an area")
    except DefinitionError as error:
        raise UsageError(error.message, f"One of {', '.join(AREAS)}, or your own.") from error


def _measure_named(activity: Activity, name: str) -> None:
    if activity.measure(name) is None:
        names = [measure.name for measure in activity.measures]
        guess = nearest(name, names)
        raise NoSuchMeasureError(
            f'{activity.name} has no measure "{shown(name)}".'
            + (f" Did you mean {guess}?" if guess else ""),
            f"It has: {', '.join(names) or 'none'}.",
        )


def _with_measure_retired(activity: Activity, name: str, *, retired: bool) -> Activity:
    _measure_named(activity, name)
    measures = tuple(
        replace(m, retired=retired) if m.name == name else m for m in activity.measures
    )
    return replace(activity, measures=measures)


def _with_measure_renamed(activity: Activity, old: str, new: str) -> Activity:
    """Return the activity with a measure renamed, also where others speak of it."""
    if activity.measure(new) is not None:
        raise UsageError(f"{activity.name} has a measure {new} already.")

    def name(known: str) -> str:
        return new if known == old else known

    return replace(
        activity,
        measures=tuple(
            replace(
                m,
                name=name(m.name),
                weight=name(m.weight),
                ratio=m.ratio
                and replace(
                    m.ratio,
                    numerator=tuple(replace(t, measure=name(t.measure)) for t in m.ratio.numerator),
                    denominator=tuple(
                        replace(t, measure=name(t.measure)) for t in m.ratio.denominator
                    ),
                ),
            )
            for m in activity.measures
        ),
    )


command = typer.main.get_group(group)
