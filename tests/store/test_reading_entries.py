"""Lists, counts and searches find what a walk over all entries finds."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from any_entries import DAYS, FILTERS, drafts
from example_journals import add, at, journal_in_memory, run
from hypothesis import given
from hypothesis import strategies as st
from naive_journal import NaiveJournal, NumberedDraft, as_entry, day_of, holds_words

from stridelog.domain.activity import built_in_activities
from stridelog.domain.entry import Draft, Entry, Origin
from stridelog.domain.filters import Filters
from stridelog.domain.period import Span
from stridelog.store.catalog import entries_of_activities
from stridelog.store.reading import entries, exported
from stridelog.store.reading.days import first_day, holds_something, nearest_day
from stridelog.store.reading.streaks import days

ACTIVITIES = {a.name: a for a in built_in_activities() if a.name in {"run", "ride", "shift"}}

MANY = st.lists(st.sampled_from(list(ACTIVITIES.values())).flatmap(drafts), min_size=1, max_size=12)

SOUGHT = ("felt", "fly", "flying", "FLY", "Öl", "oel", "ol", "red", "race", "track", "river", "x")

DAY = date(2026, 11, 20)


def logged(made_up: Sequence[Draft]) -> tuple[sqlite3.Connection, NaiveJournal]:
    """Return a journal with these entries, to look at, and the same in plain Python."""
    journal = journal_in_memory()
    numbers = add(journal, *made_up)
    return journal.look(), NaiveJournal(ACTIVITIES, list(zip(numbers, made_up, strict=True)))


def assert_same(
    found: Sequence[Entry], naive: NaiveJournal, expected: Sequence[NumberedDraft]
) -> None:
    """See to it that the entries found are the expected ones, whole and in this order."""
    assert [entry.number for entry in found] == [number for number, _ in expected]
    for entry, numbered in zip(found, expected, strict=True):
        wanted = as_entry(naive, numbered, entry.uid)
        assert replace(entry, derived={}) == replace(wanted, derived={})
        assert entry.derived == pytest.approx(wanted.derived)


@given(MANY, st.lists(FILTERS, min_size=3, max_size=3), st.integers(1, 4))
def test_the_entries_that_meet_the_filters_are_listed_latest_first_counted_and_exported(
    made_up: list[Draft], questions: list[Filters], limit: int
) -> None:
    look, naive = logged(made_up)
    for asked in [Filters(), *questions]:
        expected = naive.latest(asked)
        assert_same(entries.latest(look, asked, limit), naive, expected[:limit])
        assert_same(entries.latest(look, asked, len(made_up)), naive, expected)
        assert entries.count(look, asked) == len(expected)
        whole = [found.entry for found in exported.every(look, asked)]
        assert_same(whole, naive, naive.meeting(asked))


@given(MANY, FILTERS, st.lists(st.sampled_from(SOUGHT), min_size=1, max_size=2))
def test_a_search_finds_the_entries_that_hold_every_word(
    made_up: list[Draft], asked: Filters, words: list[str]
) -> None:
    sought = " ".join(words)
    look, naive = logged(made_up)
    for question in (Filters(), asked):
        expected = [
            (number, draft)
            for number, draft in naive.latest(question)
            if holds_words(draft, sought)
        ]
        found, total = entries.search(look, sought, question, 3)
        assert_same(found, naive, expected[:3])
        assert total == len(expected)
        assert_same(entries.search(look, sought, question, -1)[0], naive, expected)


@given(MANY, FILTERS, DAYS, st.integers(0, 3), DAYS)
def test_the_day_nearest_to_an_empty_window_is_found(
    made_up: list[Draft], asked: Filters, first: date, longer: int, before: date
) -> None:
    window = Span(first, first + timedelta(days=longer))
    look, naive = logged(made_up)
    there = sorted(day_of(draft) for _, draft in naive.meeting(asked))
    assert first_day(look, asked) == min(there, default=None)
    assert holds_something(look, asked, window) == any(map(window.contains, there))
    if not any(map(window.contains, there)):
        nearest = min(
            (day for day in there if day < before),
            key=lambda day: (
                window.first - day if day < window.first else day - window.last,
                -day.toordinal(),
            ),
            default=None,
        )
        assert nearest_day(look, asked, window, before) == nearest


def test_of_two_days_that_are_equally_near_to_a_window_the_later_one_is_found() -> None:
    look, _ = logged([run(DAY - timedelta(2)), run(DAY + timedelta(2))])
    window = Span(DAY, DAY)
    found = nearest_day(look, Filters(), window, before=DAY + timedelta(3))
    assert found == DAY + timedelta(2)


@given(MANY)
def test_each_entry_is_found_by_its_number_and_counted_on_its_day(made_up: list[Draft]) -> None:
    look, naive = logged(made_up)
    for number, draft in naive.entries:
        one = entries.entry(look, number)
        assert one is not None
        assert_same([one], naive, [(number, draft)])
    assert entries.entry(look, len(made_up) + 1) is None
    assert entries.newest_number(look) == len(made_up)
    expected = {
        name: Counter(
            day_of(draft).toordinal() for draft in made_up if name in {None, draft.activity}
        )
        for name in (None, *{draft.activity for draft in made_up})
    }
    assert days(look) == expected
    assert days(look, "run") == ({"run": expected["run"]} if "run" in expected else {})
    assert entries_of_activities(look) == Counter(draft.activity for draft in made_up)


def test_a_search_does_not_mind_case_accents_or_the_end_of_a_word() -> None:
    note = "Über die Brücke, wie im Flug – ÉTÉ!"
    look, _ = logged([run(DAY, note=note, tags=("schnee",), place="grünau")])
    for words in ("bru", "BRÜCKE", "uber flug", "ete", "schnee grunau", "flug !", "“brücke”"):
        assert entries.search(look, words, Filters(), 1)[1] == 1, words
    for words in ("rucke", "brücken", "flug regen"):
        assert entries.search(look, words, Filters(), 1)[1] == 0, words


@pytest.mark.parametrize(
    "words", ['fly" OR "x', "note:flying", "fly*", "NOT flying", "(fly", "^fly"]
)
def test_what_means_something_to_sqlite_means_nothing_in_a_search(words: str) -> None:
    look, _ = logged([run(DAY, note="Felt like flying.")])
    found, total = entries.search(look, words, Filters(), 1)
    assert len(found) == total


def test_entries_of_one_day_are_listed_by_their_time_and_then_by_their_number() -> None:
    early, late = run(DAY), replace(run(DAY), at=at(DAY, 18))
    look, _ = logged([late, early, early])
    found = entries.latest(look, Filters(), 3)
    assert [entry.number for entry in found] == [1, 3, 2]


def test_the_origins_of_an_entry_are_told() -> None:
    origins = (Origin("csv", "2"), Origin("strava", "17"))
    look, _ = logged([run(DAY, origins=origins), run(DAY)])
    assert entries.origins(look, 1) == origins
    assert entries.origins(look, 2) == ()
    assert [found.origins for found in exported.every(look, Filters())] == [origins, ()]


def test_an_empty_journal_has_no_newest_number() -> None:
    look, _ = logged([])
    assert entries.newest_number(look) is None
    assert entries.latest(look, Filters(), 20) == []
    assert entries.count(look, Filters()) == 0
    assert entries.search(look, "flying", Filters(), 20) == ([], 0)
    assert list(exported.every(look, Filters())) == []
    assert first_day(look, Filters()) is None
    assert days(look) == {None: {}}
