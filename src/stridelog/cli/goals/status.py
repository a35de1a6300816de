"""Whether a goal is pursued, from today on."""

from dataclasses import replace

from stridelog.cli.context import Context, say
from stridelog.cli.goals.choosing import goal_named
from stridelog.cli.options import Output
from stridelog.domain.errors import UsageError
from stridelog.domain.goal import Goal, Status, changed

SAID = {
    "open": "Goal {0} is pursued again.",
    "paused": "Goal {0} is paused. Take it up again with: stride goals resume {0}",
    "closed": "Goal {0} is closed.",
}


def put(
    context: Context, was: Goal, status: Status, output: Output, now: Goal | None = None
) -> None:
    """Pursue a goal, pause it, or close it from today on; show it as it is then.

    ``now`` is the goal with what else changes. Raises ``UsageError`` where a closed goal is to be
    paused.
    """
    from stridelog.cli.commands.goals.show import show_goal

    if was.is_closed and status == "paused":
        raise UsageError(
            f"Goal {was.number} is closed, so it cannot be paused.",
            f"Take it up again: stride goals resume {was.number}",
        )
    version = replace(was.latest, since=max(context.today, was.latest.since), status=status)
    now = changed(now or was, version)
    if now == was:
        say(f"Goal {was.number} is {'pursued' if status == 'open' else status} already.")
    else:
        with context.change() as change:
            change.set_goal(was.number, now, was)
        say(SAID[status].format(was.number))
    show_goal(context, goal_named(context, str(was.number)), output)
