"""What was set for streaks: kept, changed, taken back, imported."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from any_entries import RULES
from changed_journals import redo, take, undo
from example_journals import DAY, add, assert_sound, content, journal_in_memory, run, stamp
from hypothesis import given

from stridelog.domain.activity import Activity
from stridelog.domain.cadence import (
    NO_RULES,
    Cadence,
    CadenceChange,
    Protection,
    Rules,
    SkipChange,
)
from stridelog.domain.importing import Ruled
from stridelog.domain.period import Span
from stridelog.store.history import NothingToUndoError
from stridelog.store.reading.rules import rules, said
from stridelog.store.recorded import ChangedMeanwhileError, GoneMeanwhileError
from stridelog.store.writing import Journal

THRICE = CadenceChange(DAY, Cadence(3, "week"))

INJURED = Protection(Span(DAY, date.max), reason="injured")

SUNDAYS = Protection(Span(DAY, date.max), frozenset({6}))

TWO = SkipChange(DAY, 2)

OWN = Rules((THRICE,), (INJURED,), (TWO,))


@pytest.fixture
def journal() -> Journal:
    return journal_in_memory()


def set_rules(journal: Journal, activity: str | None, wanted: Rules) -> None:
    with journal.change(stamp("cadence run 3/week")) as change:
        change.set_rules(activity, wanted)


def stand(journal: Journal, activity: str | None = "run") -> Rules:
    """Return the rules that were set, without what tells them apart."""
    found = said(journal.look()).get(activity, NO_RULES)
    return Rules(
        tuple(replace(change, uid="") for change in found.cadences),
        tuple(replace(protection, uid="") for protection in found.protections),
        tuple(replace(change, uid="") for change in found.skips),
    )


def in_order(rules: Rules) -> Rules:
    """Return rules as they are read: by day."""
    return Rules(
        tuple(sorted(rules.cadences, key=lambda c: (c.since, c.cadence.unit))),
        tuple(sorted(rules.protections, key=lambda p: p.span.first)),
        tuple(sorted(rules.skips, key=lambda s: s.since)),
    )


@given(RULES, RULES)
def test_what_is_set_is_read_back_and_undone(first: Rules, second: Rules) -> None:
    journal = journal_in_memory()
    states = [content(journal.look())]
    for wanted in (first, second):
        set_rules(journal, "run", wanted)
        assert stand(journal) == in_order(wanted)
        if content(journal.look()) != states[-1]:
            states.append(content(journal.look()))
    for state in reversed(states[:-1]):
        undo(journal)
        assert content(journal.look()) == state
    for state in states[1:]:
        redo(journal)
        assert content(journal.look()) == state
    assert_sound(journal.look())


def test_what_is_set_for_an_activity_leaves_the_others_alone(journal: Journal) -> None:
    set_rules(journal, None, Rules(skips=(TWO,)))
    set_rules(journal, "ride", OWN)
    set_rules(journal, "run", OWN)
    set_rules(journal, "run", NO_RULES)
    assert stand(journal, None) == Rules(skips=(TWO,))
    assert stand(journal, "ride") == OWN
    assert stand(journal) == NO_RULES


def test_what_is_like_that_already_is_no_change(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    kept = said(journal.look())["run"]
    set_rules(journal, "run", kept)
    undo(journal)
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_a_rule_that_is_changed_stays_the_same_rule(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    (pause,) = said(journal.look())["run"].protections
    ended = replace(pause, span=Span(DAY, DAY))
    set_rules(journal, "run", Rules(protections=(ended,)))
    assert said(journal.look())["run"].protections == (ended,)
    assert pause.uid


def test_another_rule_may_take_the_day_of_one_that_is_taken_away(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    other = Rules((CadenceChange(DAY, Cadence(4, "week")),), (), (SkipChange(DAY, 1),))
    set_rules(journal, "run", other)
    assert stand(journal) == other


def test_rules_of_an_activity_that_is_not_there_are_refused(journal: Journal) -> None:
    with pytest.raises(GoneMeanwhileError):
        set_rules(journal, "climbing", OWN)


def test_rules_that_another_program_changed_meanwhile_are_refused(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    with pytest.raises(ChangedMeanwhileError), journal.change(stamp()) as change:
        change.set_rules("run", Rules(skips=(TWO,)), was=NO_RULES)
    assert stand(journal) == OWN


def test_a_renamed_activity_keeps_its_rules(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    with journal.change(stamp()) as change:
        runs = change.catalog["run"].activity
        change.replace_activity("run", replace(runs, name="trail"), {})
    assert stand(journal, "trail") == OWN
    assert stand(journal) == NO_RULES


def test_an_activity_that_is_taken_out_takes_its_rules_along_and_brings_them_back(
    journal: Journal,
) -> None:
    set_rules(journal, "run", OWN)
    before = content(journal.look())
    with journal.change(stamp()) as change:
        change.remove_activity(change.catalog["run"])
    after = content(journal.look())
    assert after["cadence"] == after["protection"] == after["skip_budget"] == []
    undo(journal)
    assert content(journal.look()) == before
    redo(journal)
    assert content(journal.look()) == after
    assert_sound(journal.look())


@pytest.mark.parametrize(
    "row",
    [
        "cadence (uid, unit, times, since) VALUES ('1', 'year', 1, '2026-11-21')",
        "cadence (uid, unit, times, since) VALUES ('1', 'week', 0, '2026-11-21')",
        "cadence (uid, unit, times, since) VALUES ('1', 'week', 1, 'today')",
        "cadence (uid, unit, times, since) VALUES ('1', 'month', 4, '2026-11-20')",
        "skip_budget (uid, skips, since) VALUES ('1', -1, '2026-11-21')",
        "skip_budget (uid, skips, since) VALUES ('1', 3, '2026-11-20')",
        "protection VALUES (9, '1', NULL, '2026-11-21', '2026-11-20', '', '')",
        "protection VALUES (9, '1', NULL, '2026-11-21', NULL, '7', '')",
        "protection VALUES (9, '1', 999, '2026-11-21', NULL, '', '')",
    ],
)
def test_the_journal_itself_refuses_rules_that_make_no_sense(journal: Journal, row: str) -> None:
    set_rules(journal, None, Rules((CadenceChange(DAY, Cadence(2, "month")),), (), (TWO,)))
    with pytest.raises(sqlite3.IntegrityError):
        journal.look().execute(f"INSERT INTO {row}")


# What holds


def test_what_was_said_for_everything_protects_every_activity_too(journal: Journal) -> None:
    set_rules(journal, None, Rules(protections=(SUNDAYS,)))
    set_rules(journal, "run", Rules(protections=(INJURED,)))
    found = {
        name: {(p.reason, p.weekdays) for p in each.protections}
        for name, each in rules(journal.look()).items()
    }
    sundays, injured = ("", SUNDAYS.weekdays), ("injured", INJURED.weekdays)
    assert found[None] == {sundays}
    assert found["run"] == {sundays, injured}
    assert found["ride"] == {sundays}


def test_skips_said_for_everything_are_those_of_activities_without_their_own(
    journal: Journal,
) -> None:
    earlier = SkipChange(date(2026, 1, 1), 3)
    set_rules(journal, None, Rules(skips=(earlier, SkipChange(date(2026, 12, 1), 9))))
    set_rules(journal, "run", Rules(skips=(TWO,)))
    found = rules(journal.look())
    assert [change.skips for change in found["ride"].skips] == [3, 9]
    assert [change.skips for change in found["run"].skips] == [3, 2]


def test_a_cadence_said_for_everything_is_that_of_the_whole_journal_alone(
    journal: Journal,
) -> None:
    set_rules(journal, None, Rules((THRICE,)))
    assert list(rules(journal.look())) == [None]


def test_where_nothing_was_set_nothing_holds(journal: Journal) -> None:
    assert rules(journal.look()) == {}


# Imports


def exported(journal: Journal) -> list[Ruled]:
    return [
        Ruled(activity, rule) for activity, own in said(journal.look()).items() for rule in own.each
    ]


def test_rules_are_imported_once(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    file = exported(journal)
    undo(journal)
    assert take(journal, *file).new_rules == 3
    once = content(journal.look())
    assert take(journal, *file).new_rules == 0
    assert content(journal.look()) == once
    assert exported(journal) == file


def test_a_pause_that_was_ended_is_not_begun_again_by_an_import(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    file = exported(journal)
    (pause,) = said(journal.look())["run"].protections
    set_rules(journal, "run", Rules(protections=(replace(pause, span=Span(DAY, DAY)),)))
    take(journal, *file)
    assert [p.span.last for p in stand(journal).protections] == [DAY]


def test_a_rule_of_ones_own_stays_where_a_file_has_another_for_its_day(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    four = CadenceChange(DAY, Cadence(4, "week"), "from-elsewhere")
    assert take(journal, Ruled("run", four)).new_rules == 0
    assert stand(journal) == OWN


def test_a_pause_without_a_uid_is_imported_once(journal: Journal) -> None:
    assert take(journal, Ruled(None, INJURED)).new_rules == 1
    assert take(journal, Ruled(None, INJURED)).new_rules == 0


def test_rules_come_with_the_activity_that_a_file_defines(journal: Journal) -> None:
    juggling = Activity("juggling", "hobbies")
    before = content(journal.look())
    take(journal, juggling, Ruled("juggling", SUNDAYS), run(DAY))
    assert stand(journal, "juggling") == Rules(protections=(SUNDAYS,))
    undo(journal)
    assert content(journal.look()) == before


def test_a_journal_that_has_rules_is_not_as_it_was_made(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    with journal.change(stamp()) as change:
        assert not change.is_first()


def test_entries_say_nothing_of_rules(journal: Journal) -> None:
    set_rules(journal, "run", OWN)
    add(journal, run(DAY))
    undo(journal)
    assert stand(journal) == OWN
