"""Where goals stand depends on what was done, not on when or in which order it was logged."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random

from goal_lines import LINES, goal_of
from hypothesis import given
from hypothesis import strategies as st

from stridelog.cli.goals.kinds import kind_named
from stridelog.domain.entry import Draft
from stridelog.domain.goal import Goal
from stridelog.domain.record import EXCLUDED
from stridelog.domain.standing import Facts, Standing
from stridelog.store.catalog import read_catalog
from stridelog.store.change import Stamp
from stridelog.store.reading.goal_facts import facts
from stridelog.store.writing import Journal, empty_journal

NOW = datetime(2026, 11, 21, 8, 12, tzinfo=UTC)

FIRST, LAST = date(2026, 4, 1), date(2026, 12, 31)

GOALS = [goal_of(line, FIRST, LAST) for line in LINES] + [goal_of("run 3/week", FIRST)]

DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(8), UTC)


RUNS = st.builds(
    lambda day, metres, pace, tags: Draft(
        "run",
        _at(day),
        {"distance": metres, "duration": round(metres * pace, 1)},
        tags=tags,
    ),
    DAYS,
    st.sampled_from([3_000.0, 4_950.0, 5_000.0, 10_000.0, 10_300.0, 21_100.0, 31_000.0, 42_195.0]),
    st.floats(0.25, 0.5),
    st.sampled_from([(), (), ("race",), ("injury",), ("stroller",), (EXCLUDED,)]),
)

SHIFTS = st.builds(
    lambda day, tickets, responses, csat, resolution: Draft(
        "shift",
        _at(day),
        {
            "tickets": float(tickets),
            "responses": float(responses),
            "csat": csat,
            "resolution": resolution,
        },
    ),
    DAYS,
    st.integers(1, 40),
    st.integers(1, 9),
    st.floats(0.5, 1.0),
    st.floats(60.0, 7_200.0),
)

ENTRIES = st.lists(RUNS | SHIFTS, min_size=1, max_size=14)


@cache
def _in_memory() -> tuple[Journal, sqlite3.Connection]:
    """Return a journal in memory, and a copy of what a new one is: emptying it is fast."""
    journal = empty_journal(NOW)
    untouched = sqlite3.connect(":memory:")
    journal.look().backup(untouched)
    return journal, untouched


def _stand(pieces: Sequence[Sequence[Draft]], day: date) -> list[Standing]:
    """Return how the goals stand in a journal into which the pieces were logged one by one."""
    journal, untouched = _in_memory()
    untouched.backup(journal.look())
    for drafts in pieces:
        with journal.change(Stamp("log", NOW, "laptop")) as change:
            change.add(drafts)
    connection = journal.look()
    asked = [kind_named(goal.latest.kind).asks(goal.latest) for goal in GOALS]
    found = facts(connection, read_catalog(connection), asked, day)
    return [_judged(goal, found, day) for goal in GOALS]


def _judged(goal: Goal, found: Facts, day: date) -> Standing:
    return kind_named(goal.latest.kind).stands(goal, goal.latest, found, day)


@given(ENTRIES, st.randoms(use_true_random=False), DAYS)
def test_progress_and_state_are_the_same_in_whatever_order_entries_were_logged(
    entries: list[Draft], chance: Random, day: date
) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)
    ordered = sorted(entries, key=lambda draft: draft.at)
    at_once = _stand([ordered], day)
    assert _stand([shuffled[:4], shuffled[4:]], day) == at_once


@given(ENTRIES, DAYS, st.integers(1, 200))
def test_what_is_logged_for_later_days_changes_no_day_before(
    entries: list[Draft], day: date, later: int
) -> None:
    known = [entry for entry in entries if entry.at.date() <= day]
    after = [replace(entry, at=_at(day + timedelta(later)), day=None) for entry in entries]
    assert _without_doubts(_stand([known], day)) == _without_doubts(_stand([known, after], day))


def _without_doubts(standings: list[Standing]) -> list[tuple[object, ...]]:
    """Return what no doubt about a value can change: that looks at the whole history."""
    return [
        (goal.title, one.state, one.current, one.progress)
        for goal, one in zip(GOALS, standings, strict=True)
        if goal.latest.kind != "reach"
    ]
