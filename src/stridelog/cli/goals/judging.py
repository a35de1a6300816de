"""Where goals stand on a day: the facts that their kinds ask for, and what these make of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from stridelog.cli.context import Context
from stridelog.cli.goals.kinds import asked_by, kind_named
from stridelog.domain.commitment_line import amount_measure, better_side, promised_way
from stridelog.domain.comparison import FREQUENCY
from stridelog.domain.goal import Goal, Review, Scope, Version, in_force
from stridelog.domain.goal_progress import as_it_was
from stridelog.domain.goal_sharing import promise_of_this_week
from stridelog.domain.measure import Measure
from stridelog.domain.period import Span, shift
from stridelog.domain.quantity import Notation
from stridelog.domain.review import (
    Done,
    Promise,
    done_in,
    looked_at_by,
    promise_of,
    scope_of_week,
    to_look_at,
)
from stridelog.domain.standing import OVER, Asked, Facts, Judged
from stridelog.store.catalog import Listed, read_catalog
from stridelog.store.reading.goal_facts import facts


def judged(context: Context, goals: Iterable[Goal], at: date) -> list[Judged]:
    """Return how goals stood at the end of a day; those that were made later are left out."""
    return judged_then(context, [(goal, at) for goal in goals])


def judged_then(
    context: Context, moments: Iterable[tuple[Goal, date]], *, as_reviewed: bool = False
) -> list[Judged]:
    """Return how each goal stood at the end of a day of its own; facts are read once for all.

    With ``as_reviewed``, by what the review of the day looked at, not by what it decided.
    """
    version_of = looked_at_by if as_reviewed else in_force
    catalog = read_catalog(context.reading)
    standing = [(goal, day, v) for goal, day in moments if (v := version_of(goal, day)) is not None]
    asked = [kind_named(version.kind).asks(version) for _, _, version in standing]
    asked += [_asked(to_look_at(goal, day)) for goal, day, _ in standing]
    asked += [_asked(promise_of_this_week(goal, day)) for goal, day, _ in standing]
    latest = max((day for _, day, _ in standing), default=context.today)
    found = replace(
        facts(context.reading, catalog, asked, latest), week_start=context.config.week_start
    )
    notation = context.config.notation
    return [
        _judged(goal, version, found.until(day), day, catalog, notation)
        for goal, day, version in standing
    ]


def _judged(
    goal: Goal,
    version: Version,
    found: Facts,
    at: date,
    catalog: Mapping[str, Listed],
    notation: Notation,
) -> Judged:
    kind = kind_named(version.kind)
    measure = measure_of(version.scope, catalog)
    title = goal.title or asked_by(version, measure, notation)
    standing = kind.stands(as_it_was(goal, at), version, found, at)
    last, this = to_look_at(goal, at), promise_of_this_week(goal, at)
    promises = (_came_of(goal, review, found, at, catalog) for review in (last, this))
    return Judged(goal, version, measure, title, standing, *promises)


def told_before(context: Context, goals: Iterable[Judged], day: date) -> frozenset[int]:
    """Return the numbers of goals that are decided, and were so in a review before a day."""
    moments = [
        _known_in_review(one.goal, version, reviewed)
        for one in goals
        if one.standing.state in OVER
        and (reviewed := max((r.day for r in one.goal.reviews if r.day < day), default=None))
        and (version := looked_at_by(one.goal, reviewed))
    ]
    if not moments:
        return frozenset()
    then = judged_then(context, moments)
    return frozenset(one.goal.number for one in then if one.standing.state in OVER)


def _known_in_review(goal: Goal, version: Version, reviewed: date) -> tuple[Goal, date]:
    """Return a goal as a review looked at it, and the last day of which it certainly knew all.

    That is the eve: what is logged on the day itself may come after the review.
    """
    is_past = version.deadline is not None and version.deadline < reviewed
    day = reviewed if is_past else shift(reviewed, -1, "days")
    before = tuple(known for known in goal.versions if known.since < min(version.since, day))
    held = replace(version, since=min(version.since, day))
    return replace(goal, versions=(*before, held)), day


def measure_of(scope: Scope, catalog: Mapping[str, Listed]) -> Measure:
    """Return the measure that values of a scope are shown as; of a count, how often."""
    listed = catalog.get(scope.activity)
    return (listed.activity.measure(scope.measure) if listed else None) or FREQUENCY


def promises(
    context: Context, reviews: Iterable[tuple[Goal, Review | None]], at: date
) -> list[Promise | None]:
    """Return what came of promises by the end of a day, each in its own days.

    Each review stands beside its goal.
    """
    every = list(reviews)
    asked, catalog = [_asked(review) for _, review in every], read_catalog(context.reading)
    found = facts(context.reading, catalog, asked, at)
    return [_came_of(goal, review, found, at, catalog) for goal, review in every]


def _asked(review: Review | None) -> Asked:
    scope = review.commitment.scope if review and review.commitment else None
    return Asked((scope,), since=review.day) if review and scope else Asked()


def _came_of(
    goal: Goal, review: Review | None, found: Facts, at: date, catalog: Mapping[str, Listed]
) -> Promise | None:
    if review is None or review.commitment is None:
        return None
    scope = review.commitment.scope
    if scope is None:
        return promise_of(review, None, at)
    measure = measure_of(scope, catalog)
    way = promised_way(review.commitment, measure, in_force(goal, review.day))
    averaged = bool(better_side(measure))
    return promise_of(review, found.of(scope), at, way, averaged=averaged)


def week_of_goals(context: Context, goals: Iterable[Judged], week: Span) -> dict[int, Done]:
    """Return what was done in a week for each goal that is of an activity, by its number."""
    catalog = read_catalog(context.reading)
    asked = {
        one.goal.number: (scope, _amount_of(one, catalog[scope.activity]))
        for one in goals
        if (scope := scope_of_week(one.version.scope, one.measure)).activity in catalog
    }
    scopes = [
        Asked((scope, *([replace(scope, measure=measure.name)] if measure else [])), week.first)
        for scope, measure in asked.values()
    ]
    found = facts(context.reading, catalog, scopes, week.last)
    return {
        number: done_in(
            scope,
            found.of(scope),
            measure,
            found.of(replace(scope, measure=measure.name)) if measure else None,
        )
        for number, (scope, measure) in asked.items()
    }


def _amount_of(one: Judged, listed: Listed) -> Measure | None:
    """Return the measure of a goal, or that which tells how much was done of its activity.

    A time over a distance is no amount of a week.
    """
    scope = one.version.scope
    own = listed.activity.measure(scope.measure) if not scope.distance else None
    return own or amount_measure(listed.activity)
