"""Milestones follow from the entries alone: not from when, nor how, they came to be there."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from example_journals import ZONE, at, journal_in_memory, run, stamp
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.entry import Draft, Segment
from stridelog.domain.period import Span
from stridelog.domain.record import EXCLUDED
from stridelog.store import history
from stridelog.store.change import Change
from stridelog.store.reading.milestones import milestones, milestones_of
from stridelog.store.writing import Journal

FIRST = date(2019, 11, 20)

DISTANCES = (1_000.0, 5_000.0, 5_050.0, 10_000.0, 21_100.0, 12_345.0)

TAGS = ((), (), ("stroller",), ("race",), ("race", "snow"), (EXCLUDED,))

EVER = Span(date.min, date.max)

Told = tuple[str, str, str, str, str]

What = tuple[object, ...]
"""What an entry says, without its number."""


@st.composite
def entries(draw: st.DrawFn) -> Draft:
    """Make up a run, a ride, a shift or an extra mile, on few days, so that they meet."""
    day = FIRST + timedelta(draw(st.sampled_from([0, 1, 7, 30, 40, 365, 366, 400, 1826, 2000])))
    day += timedelta(draw(st.integers(0, 6)))
    activity = draw(st.sampled_from(["run", "run", "run", "ride", "shift", "extra-mile"]))
    values: dict[str, float] = {}
    if activity in {"run", "ride"}:
        metres = draw(st.sampled_from(DISTANCES))
        pace = draw(st.integers(200, 420)) / 1000.0
        values = {"distance": metres, "duration": float(round(metres * pace))}
    elif activity == "shift":
        values = {
            "csat": draw(st.integers(60, 100)) / 100.0,
            "responses": float(draw(st.integers(1, 40))),
            "detractors": float(draw(st.integers(0, 5))),
            "promoters": float(draw(st.integers(0, 9))),
        }
    return Draft(
        activity,
        at(day, draw(st.integers(6, 8))).astimezone(ZONE),
        values,
        tags=draw(st.sampled_from(TAGS)),
        place=draw(st.sampled_from(["", "", "riverside"])),
        segments=(Segment(1_000.0, float(draw(st.integers(200, 400))), 0.0),)
        if activity == "run" and draw(st.booleans())
        else (),
    )


def told(journal: Journal) -> list[Told]:
    """Return the milestones with what their entries are in the place of their numbers."""
    connection = journal.look()
    return sorted(
        (
            each.found.day.isoformat(),
            each.rule,
            each.found.size,
            json.dumps(each.found.said, sort_keys=True),
            repr([_entry(connection, number) for number in each.found.numbers]),
        )
        for each in milestones(connection, EVER)
    )


def _entry(connection: sqlite3.Connection, number: int) -> What:
    (at,) = connection.execute("SELECT at FROM entry WHERE id = ?", (number,)).fetchone()
    values = "SELECT measure_id, value FROM measurement WHERE entry_id = ? ORDER BY 1"
    return at, connection.execute(values, (number,)).fetchall()


def at_once(drafts: Sequence[Draft]) -> Journal:
    """Return a journal in which all was logged in one change."""
    journal = journal_in_memory()
    with journal.change(stamp()) as change:
        change.add(drafts)
    return journal


def one_by_one(drafts: Sequence[Draft]) -> Journal:
    """Return a journal in which each was logged in a change of its own."""
    journal = journal_in_memory()
    for draft in drafts:
        with journal.change(stamp()) as change:
            change.add([draft])
    return journal


@given(st.data())
def test_they_are_the_same_in_whatever_order_the_entries_came(data: st.DataObject) -> None:
    drafts = data.draw(st.lists(entries(), max_size=25))
    shuffled = data.draw(st.permutations(drafts))
    ordered = sorted(drafts, key=lambda draft: draft.at)
    assert told(one_by_one(shuffled)) == told(at_once(drafts)) == told(one_by_one(ordered))


@given(st.data())
def test_what_is_deleted_or_corrected_takes_back_what_no_longer_holds(data: st.DataObject) -> None:
    drafts = data.draw(st.lists(entries(), min_size=1, max_size=12))
    passing = data.draw(st.lists(entries(), min_size=1, max_size=6))
    expected = told(at_once(drafts))
    journal = one_by_one(data.draw(st.permutations([*drafts, *passing])))
    before = told(journal)
    _take_out(journal, passing)
    assert told(journal) == expected
    with journal.swap() as swap:
        history.undo(swap)
    assert told(journal) == before


def _take_out(journal: Journal, passing: Sequence[Draft]) -> None:
    """Delete one entry for each of these drafts."""
    with journal.change(stamp()) as change:
        left = dict(_numbered(change))
        for draft in passing:
            number = next(n for n, stands in left.items() if stands == _what(draft))
            del left[number]
            change.delete([number])


def _numbered(change: Change) -> list[tuple[int, What]]:
    numbers = [number for (number,) in change.raw.execute("SELECT id FROM entry").fetchall()]
    segments = dict(change.raw.execute("SELECT entry_id, seconds FROM segment").fetchall())
    return [
        (
            entry.number,
            (
                entry.activity,
                entry.at,
                dict(entry.measurements),
                entry.tags,
                entry.place,
                segments.get(entry.number),
            ),
        )
        for entry in change.look(numbers)
    ]


def _what(draft: Draft) -> What:
    seconds = draft.segments[0].seconds if draft.segments else None
    values = dict(draft.measurements)
    return (draft.activity, draft.at, values, tuple(sorted(draft.tags)), draft.place, seconds)


def test_an_entry_tells_what_it_has_earned() -> None:
    journal = one_by_one([run(FIRST), run(FIRST + timedelta(7), duration=1_480.0)])
    assert [each.rule for each in milestones_of(journal.look(), 2)] == ["personal_best"]
    with journal.change(stamp()) as change:
        change.replace(2, run(FIRST + timedelta(7), duration=1_520.0))
    assert milestones_of(journal.look(), 2) == []


def test_the_best_that_a_doubtful_one_hid_comes_back_with_its_correction() -> None:
    times = [1_500.0, 1_490.0, 1_495.0, 1_505.0, 1_498.0, 1_492.0, 1_501.0]
    drafts = [run(FIRST + timedelta(n), duration=time) for n, time in enumerate(times)]
    wrong = run(FIRST + timedelta(20), duration=900.0)
    after = run(FIRST + timedelta(30), duration=1_470.0)
    expected = told(at_once([*drafts, wrong, after]))
    journal = one_by_one([*drafts, wrong, after])
    assert told(journal) == expected
    assert [each.rule for each in milestones_of(journal.look(), 8)] == []
    assert "personal_best" in [each.rule for each in milestones_of(journal.look(), 9)]
    with journal.change(stamp()) as change:
        change.replace(8, replace(wrong, measurements={"distance": 5_000.0, "duration": 1_460.0}))
    assert "personal_best" in [each.rule for each in milestones_of(journal.look(), 8)]
    assert "personal_best" not in [each.rule for each in milestones_of(journal.look(), 9)]
