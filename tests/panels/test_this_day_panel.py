from datetime import UTC, date, datetime

from journals_of_today import MORNING, at, done, facts, run

from stridelog.domain.entry import Draft
from stridelog.domain.quantity import Notation
from stridelog.domain.today import Glance
from stridelog.page import Page
from stridelog.panels.this_day import AT_MOST, block, compute
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw


def years(*drafts: Draft, today: date = MORNING.today) -> list[date]:
    glance = Glance(today, datetime.combine(today, datetime.min.time(), UTC))
    return [row.entry.day for row in compute(facts(drafts), glance)]


def test_past_years_stand_newest_first_and_today_is_not_among_them() -> None:
    days = [date(year, 11, 21) for year in (2020, 2023, 2026)]
    assert years(*done("run", *days)) == [date(2023, 11, 21), date(2020, 11, 21)]


def test_no_more_years_are_shown_than_fit() -> None:
    found = years(*done("run", *(date(year, 11, 21) for year in range(2000, 2026))))
    assert found == [date(year, 11, 21) for year in range(2025, 2025 - AT_MOST, -1)]


def test_of_a_day_the_entry_that_says_something_is_shown() -> None:
    day = date(2022, 11, 21)
    later = Draft("study", at(day, 20), note="\n  Read a whole page.\nThen slept.")
    (row,) = compute(facts([run(day), later]), MORNING)
    assert row.entry.activity == "study"
    drawn = draw(Page((block((row,), MORNING, Notation()),)), Paper())
    assert drawn.splitlines()[1].split() == ["2022", "study", '"Read', "a", "whole", 'page."']


def test_29_february_has_its_turn_on_28_february_in_other_years() -> None:
    leap, plain = date(2024, 2, 29), date(2023, 2, 28)
    logged = list(done("run", leap, plain, date(2024, 2, 28)))
    assert years(*logged, today=date(2026, 2, 28)) == [leap, date(2024, 2, 28), plain]
    assert years(*logged, today=date(2028, 2, 28)) == [date(2024, 2, 28), plain]
    assert years(*logged, today=date(2028, 2, 29)) == [leap, plain]


def test_what_was_written_does_nothing_but_stand_there() -> None:
    note = "[red]\x1b[31m=HYPERLINK(<b>)"
    (row,) = compute(facts([run(date(2022, 11, 21), note=note)]), MORNING)
    drawn = draw(Page((block((row,), MORNING, Notation()),)), Paper())
    assert '"[red]␛[31m=HYPERLINK(<b>)"' in drawn
