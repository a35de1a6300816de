from datetime import date

from journals_of_today import MORNING, TODAY, back, done, facts

from stridelog.domain.cadence import Protection, Rules
from stridelog.domain.period import Span
from stridelog.panels.gone_quiet import compute


def quiet(*days: date) -> list[int]:
    return [row.silent_days for row in compute(facts(done("run", *days)), MORNING)]


def test_a_habit_without_an_entry_for_weeks_has_gone_quiet() -> None:
    assert quiet(*back(*range(20, 60, 3))) == [20]


def test_ten_days_are_no_silence() -> None:
    assert quiet(*back(*range(10, 60, 2))) == []


def test_what_is_done_every_second_week_is_not_quiet_after_three() -> None:
    assert quiet(*back(*range(21, 240, 12))) == []


def test_what_was_tried_a_few_times_was_no_habit() -> None:
    assert quiet(*back(30, 33, 40)) == []


def test_what_is_out_of_season_is_not_quiet() -> None:
    season = [*range(60, 120, 3)]
    assert quiet(*back(*season)) == [60]
    assert quiet(*back(*season, *(365 + day for day in season))) == []
    assert quiet(*back(*season, *(365 + day for day in range(5, 120, 3)))) == [60]
    assert quiet(*back(*season, 800)) == [60]


def test_a_week_in_the_mountains_was_no_habit() -> None:
    assert quiet(*back(*range(30, 40))) == []
    (row,) = compute(facts(done("run", *back(*range(30, 40), 50, 60, 70))), MORNING)
    assert (row.silent_days, row.usual_gap) == (30, 40 / 12)


def test_what_was_given_up_half_a_year_ago_is_not_called_back() -> None:
    assert quiet(*back(*range(190, 230, 2))) == []


def test_what_is_paused_is_not_quiet() -> None:
    paused = Rules(protections=(Protection(Span(back(25)[0], TODAY)),))
    rest = Rules(protections=(Protection(Span(back(25)[0], TODAY), frozenset({5})),))
    drafts = list(done("run", *back(*range(25, 60, 2))))
    assert compute(facts(drafts, {"run": paused}), MORNING) == ()
    assert len(compute(facts(drafts, {"run": rest}), MORNING)) == 1
