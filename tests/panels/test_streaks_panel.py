from datetime import date, timedelta

from journals_of_today import MORNING, TODAY, back, done, facts, run

from stridelog.domain.cadence import Cadence, CadenceChange, Protection, Rules
from stridelog.domain.period import Span
from stridelog.domain.quantity import Notation
from stridelog.page import Page
from stridelog.panels.streaks import AT_MOST, block, compute
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw


def read(panel_facts: object) -> str:
    rows = compute(panel_facts, MORNING)  # type: ignore[arg-type]
    return draw(Page((block(rows, MORNING, Notation()),)), Paper())


def test_a_streak_that_ends_today_stands_before_a_longer_one_that_is_kept() -> None:
    journal = facts(
        [*done("practice", *back(1, 2, 3, 4, 5, 6, 7)), *done("run", *back(*range(99)))]
    )
    first, second = compute(journal, MORNING)
    assert (first.activity, first.streak.at_risk) == ("practice", True)
    assert (second.activity, second.streak.at_risk) == ("run", False)


def test_two_days_in_a_row_say_less_than_weeks() -> None:
    (row,) = compute(facts(done("run", *back(1, 2, 8, 15, 22))), MORNING)
    assert row.streak.unit == "week"


def test_a_week_of_days_says_more_than_weeks() -> None:
    (row,) = compute(facts(done("run", *back(*range(7), 8, 15, 22))), MORNING)
    assert row.streak.unit == "day"


def test_once_is_no_streak() -> None:
    assert compute(facts(done("run", TODAY)), MORNING) == ()


def test_days_in_a_row_of_the_whole_journal_count_where_no_activity_has_as_many() -> None:
    alternating = [*done("run", *back(*range(1, 11, 2))), *done("study", *back(*range(0, 10, 2)))]
    assert "everything  10 days  this one  kept, next by tomorrow" in read(facts(alternating))
    assert "everything" not in read(facts(done("run", *back(*range(10)))))


def test_retired_activities_ask_for_nothing() -> None:
    journal = facts(done("run", *back(0, 7, 14)))
    (row,) = compute(journal, MORNING)
    assert row.activity == "run"
    journal.connection.execute("PRAGMA query_only = OFF")
    journal.connection.execute("UPDATE activity SET retired = 1 WHERE name = 'run'")
    assert compute(type(journal)(journal.connection, {}), MORNING) == ()


def test_a_cadence_that_was_set_says_how_many_are_missing() -> None:
    rules = Rules((CadenceChange(date.min, Cadence(3, "week")),))
    weeks = [run(TODAY - timedelta(7 * week + day)) for week in (1, 2) for day in (1, 2, 3)]
    assert "two more by tomorrow" in read(facts([*weeks, run(TODAY)], {"run": rules}))


def test_a_pause_keeps_a_streak() -> None:
    rules = Rules(protections=(Protection(Span(*reversed(back(0, 20)))),))
    days = back(*range(21, 30))
    assert compute(facts(done("run", *days)), MORNING) == ()
    assert "9 days" in read(facts(done("run", *days), {"run": rules}))


def test_only_the_most_urgent_ones_are_shown() -> None:
    names = ("run", "walk", "ride", "swim", "study", "practice")
    journal = facts([draft for name in names for draft in done(name, *back(1, 8, 15))])
    assert len(compute(journal, MORNING)) == AT_MOST
