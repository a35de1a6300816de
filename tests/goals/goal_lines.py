"""Lines of goals as people type them, the kinds that take them, and goals made of them."""

from dataclasses import replace
from datetime import date

from stridelog.cli.goals.kinds import KINDS, kind_named
from stridelog.domain.activity import built_in_activities
from stridelog.domain.additions import names
from stridelog.domain.goal import Goal, Version
from stridelog.domain.goal_line.line import Claim, GoalLine, GoalTime
from stridelog.domain.goal_line.reading import apart, read_goal_line
from stridelog.domain.quantity import Notation

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}

CLAIMS: dict[str, Claim] = {
    "--average": "average",
    "--once": "once",
    "--avoid": "avoid",
    "--do": "do",
}

LINES = {
    "run 1500km": "total",
    "run 100x": "total",
    "run marathon 3:50:00": "reach",
    "run 10k 50:00 +stroller": "reach",
    "run 30k --once": "reach",
    "run marathon": "reach",
    "shift csat=95%": "average",
    "shift csat=95% --once": "reach",
    "shift csat=95% --average": "average",
    "run 10k --average": "average",
    "run 3/week": "rate",
    "run 40km/week": "rate",
    "run 40km/week --average": "rate",
    "shift resolution -10%": "change",
    "run distance +20%": "change",
    "--avoid +injury": "avoid",
    "run --avoid +injury": "avoid",
    "--do Run the whole thing": "do",
}
"""Lines, and the one kind that takes each."""


def line_of(text: str, time: GoalTime) -> GoalLine:
    """Read a line with its options."""
    typed = [word for word in text.split() if not word.startswith("--")]
    claim: Claim = next((CLAIMS[word] for word in text.split() if word in CLAIMS), "")
    if claim == "do":
        return GoalLine(time, claim=claim, words=tuple(typed))
    _, name, words = apart(typed, ACTIVITIES)
    line = read_goal_line(words, ACTIVITIES.get(name), time, Notation())
    return replace(line, claim=claim)


def version_of(text: str, first: date, deadline: date | None = None) -> Version:
    """Return what a line asks for, made on its first day."""
    time = GoalTime(first, deadline)
    line = line_of(text, time)
    taking = (kind_named(name) for name in names(KINDS))
    return next(kind for kind in taking if kind.takes(line)).made(line, first)


def goal_of(text: str, first: date, deadline: date | None = None) -> Goal:
    """Return a goal of one version."""
    return Goal((version_of(text, first, deadline),), title=text)
