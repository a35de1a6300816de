"""The month with the most extra miles: what was done beyond what was expected."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from stridelog.domain.activity import Activity
from stridelog.domain.milestone import Found, History, Size, State, Stretch
from stridelog.domain.monthly import month_said
from stridelog.domain.quantity import Notation

SUMMARY = "Extra miles: more of them in a month than in any month before"

ORDER = 60

EACH: Literal["day", "month"] = "month"

EXTRA_MILE = "extra-mile"
"""The activity that this is about."""

FEWEST = 3
"""Fewer extra miles in a month than so many are not yet worth a word."""

FEWEST_MONTHS = 3
"""The most of fewer months than so many others is a small one."""


def begin() -> State:
    """Return no month at all: how many there were, and the most, with its month and last entry."""
    return {"months": 0, "most": 0}


def step(state: State, stretch: Stretch, history: History) -> Iterator[Found]:
    """Give the month, where it has more extra miles than each before it."""
    if history.activity.name != EXTRA_MILE:
        return
    count, last = len(stretch.entries), stretch.entries[-1].number
    months, state["months"] = state["months"], state["months"] + 1
    if count <= state["most"]:
        return
    if months and count >= FEWEST:
        size: Size = "big" if months >= FEWEST_MONTHS else "small"
        what = {"count": count, "before": state["most"], "since": state["month"]}
        yield Found(stretch.last, size, (last, state["number"]), what)
    state.update(most=count, month=stretch.first.isoformat(), number=last)


def sentence(found: Found, _activity: Activity, _notation: Notation) -> str:
    """Say it: ``most extra miles in a month: 7 in May 2024, before that 5 in Mar 2024``."""
    what = found.said
    since = month_said(date.fromisoformat(what["since"]))
    now = f"{what['count']} in {month_said(found.day)}"
    return f"most extra miles in a month: {now}, before that {what['before']} in {since}"
