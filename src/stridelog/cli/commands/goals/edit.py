"""``stride goals edit``: what a goal asks for from today on, and what it is called."""

from dataclasses import replace
from typing import Annotated

import typer

from stridelog.cli.commands.goals.show import show_goal
from stridelog.cli.context import Context, say
from stridelog.cli.goals.choosing import OneGoal, goal_named
from stridelog.cli.goals.timing import GoalDays, changed_time
from stridelog.cli.goals.wording import About, Aim
from stridelog.cli.options import UNSAID, Output, with_options
from stridelog.cli.words import command as made
from stridelog.cli.words import refuse_options
from stridelog.domain.circumstances import note_text
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, changed
from stridelog.domain.goal_event import event_named, refuse_rank_taken
from stridelog.domain.goal_over import refuse_if_over
from stridelog.store.reading.goals import goals


class GoalIsClosedError(UsageError):
    """What is over cannot ask for something else."""


@with_options
def edit(
    ctx: typer.Context,
    goal: OneGoal,
    words: Annotated[
        list[str], typer.Argument(metavar="[QUANTITY|NAME=VALUE|+TAG|@PLACE]...")
    ] = UNSAID,
    days: GoalDays = GoalDays(),
    aim: Aim = Aim(),
    about: About = About(),
    private: Annotated[bool, typer.Option("--private", help="Nobody else may see it.")] = False,
    step: Annotated[
        list[str],
        typer.Option("--step", metavar="STEP", help='On the way: "750km by 30 june".'),
    ] = UNSAID,
    drop_step: Annotated[
        list[str],
        typer.Option(
            "--drop-step", metavar="STEP", help="Take it away: as it was said, or its day."
        ),
    ] = UNSAID,
    output: Output = Output(),
) -> None:
    """Change what a goal asks for from today on, or what it is called.

    stride goals edit 1 1300km

    What is not said again stays. The weeks before today are judged by the goal as it was. A "-"
    takes a title, a reason, an event, an area or a deadline away.
    """
    context: Context = ctx.obj
    refuse_options(ctx, words)
    was = goal_named(context, goal)
    asks = bool(words or aim.is_said or step or drop_step or days != GoalDays())
    if not asks and not private and about == About():
        raise UsageError(
            "Nothing says what is to change.", f'stride goals edit {was.number} --why "Stairs."'
        )
    if about.shared and private:
        raise UsageError("--shared and --private contradict each other.", "Keep one of them.")
    now = about.of(was)
    if about.event or about.rank:
        known = goals(context.reading)
        now = event_named(now, known)
        refuse_rank_taken(now, known)
    now = replace(now, shared=False) if private else now
    if words and was.latest.target is None and not aim.is_said:
        # A yes or no asks for nothing but what its title says.
        now, words = replace(now, title=note_text(" ".join(words))), []
    if asks:
        now = _asking(context, now, list(words), days, aim, step, drop_step)
    if now == was:
        say(f"Goal {was.number} says so already.")
    else:
        with context.change() as change:
            change.set_goal(was.number, now, was)
    show_goal(context, goal_named(context, str(was.number)), output)


def _asking(
    context: Context,
    goal: Goal,
    words: list[str],
    days: GoalDays,
    aim: Aim,
    step: list[str],
    drop_step: list[str],
) -> Goal:
    """Return the goal with what it asks for from today on."""
    from stridelog.cli.goals.making import refuse_another, revised
    from stridelog.cli.goals.stepping import with_steps, without_steps, without_values

    if goal.is_closed:
        raise GoalIsClosedError(
            f"Goal {goal.number} is closed, and asks for nothing any more.",
            f"Take it up again first: stride goals resume {goal.number}",
        )
    if aim.claim and not words:
        kind = "reach" if aim.claim == "once" else aim.claim
        refuse_another(goal, replace(goal.latest, kind=kind), f"--{aim.claim}")
    version = revised(context, goal.latest, words, changed_time(context, days, goal.latest), aim)
    refuse_another(goal, version, " ".join(words) or f"--{aim.claim}")
    version = without_values(context, goal.latest, version)
    version = without_steps(context, version, drop_step)
    (version,) = with_steps(context, replace(goal, versions=(version,)), step).versions
    refuse_if_over(goal.latest, version, context.today)
    return changed(goal, version)


command = made(edit, "edit", ignore_unknown_options=True)
