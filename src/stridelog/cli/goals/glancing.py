"""The goals that are pursued, as today's page is told of them."""

from stridelog.cli.context import Context
from stridelog.cli.goals.judging import judged
from stridelog.domain.goal_words import line_on, state_told
from stridelog.domain.period import week_of
from stridelog.domain.standing import Judged
from stridelog.domain.today import Aim
from stridelog.store.reading.goals import goals


def aims(context: Context) -> list[Aim]:
    """Return every open goal as it stands today."""
    open_ = [goal for goal in goals(context.reading) if goal.latest.status == "open"]
    week = week_of(context.today, context.config.week_start)
    return [
        _aim(one, reviewed=any(week.contains(review.day) for review in one.goal.reviews))
        for one in judged(context, open_, context.today)
    ]


def _aim(one: Judged, *, reviewed: bool) -> Aim:
    version, standing = one.version, one.standing
    return Aim(
        number=one.goal.number,
        title=one.title,
        measure=one.measure,
        state=state_told(one),
        current=standing.current,
        expected=standing.expected,
        target=standing.target,
        buffer_days=standing.buffer_days,
        deadline=version.deadline,
        distance=version.scope.distance,
        reviewed=reviewed,
        has_line=line_on(one) is not None,
        is_measured=version.target is not None,
        is_estimate=standing.estimated_from is not None,
    )
