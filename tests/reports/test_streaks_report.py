import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Golden
from stridelog.domain.cadence import CADENCE_UNITS, Cadence, CadenceChange, Protection, Rules
from stridelog.domain.period import Span as Days
from stridelog.domain.quantity import Notation
from stridelog.page import Calendar, Row, Span, Table
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
from stridelog.reports import streaks
from stridelog.reports.streaks import StreakFacts, compute, document, page

TODAY = date(2026, 11, 21)
METRIC = Notation()


def in_a_row(last: date, count: int, step: int = 1) -> dict[int, int]:
    return {last.toordinal() - step * back: 1 for back in range(count)}


PRACTICE = in_a_row(TODAY - timedelta(1), 12)
RUNS = in_a_row(TODAY - timedelta(7), 7, 7) | in_a_row(date(2024, 6, 30), 19, 7)
JOURNAL = StreakFacts({None: PRACTICE | RUNS, "run": RUNS, "practice": PRACTICE, "ride": {}})


def read(facts: StreakFacts, today: date = TODAY) -> str:
    return draw(page(compute(facts, today), METRIC), Paper(80))


def test_the_page_is_read_like_this(golden: Golden) -> None:
    golden("streaks.txt", read(JOURNAL))


def test_what_is_missing_is_counted() -> None:
    rules: dict[str | None, Rules] = {"run": Rules((CadenceChange(date.min, Cadence(3, "week")),))}
    monday = date(2026, 11, 9).toordinal()
    text = read(StreakFacts({"run": {monday: 3, monday + 7: 1}}, rules))
    assert "run  1 week: two more by tomorrow\n" in text


def cells(facts: StreakFacts, today: date = TODAY) -> list[str]:
    """Return what must happen to keep the day, the week and the month streak, and when."""
    (table,) = (b for b in page(compute(facts, today), METRIC).blocks if isinstance(b, Table))
    found = [row.cells[-1] for row in table.rows if isinstance(row, Row)]
    return [cell.text if isinstance(cell, Span) else f"{cell}" for cell in found]


def weekly(times: int) -> Rules:
    return Rules((CadenceChange(date.min, Cadence(times, "week")),))


def pause(first: date, last: date) -> Protection:
    return Protection(Days(first, last))


def test_what_keeps_each_streak_is_said_with_when() -> None:
    friday, saturday = TODAY - timedelta(1), TODAY
    assert cells(StreakFacts({"run": in_a_row(friday, 3)})) == [
        "one today",
        "one next week",
        "one next month",
    ]
    assert cells(StreakFacts({"run": in_a_row(saturday, 3)}))[0] == "one tomorrow"
    assert cells(StreakFacts({"run": in_a_row(friday, 2, 7)}), TODAY + timedelta(7)) == [
        "–",
        "one by tomorrow",
        "one next month",
    ]
    assert cells(StreakFacts({"run": {date(2026, 10, 31).toordinal(): 1}}), date(2026, 11, 9)) == [
        "–",
        "–",
        "one by 30 Nov",
    ]


def test_a_cadence_other_than_once_is_shown_and_asked_for() -> None:
    monday = date(2026, 11, 9).toordinal()
    days = {monday: 3, monday + 7: 1}
    facts = StreakFacts({"run": days}, {"run": weekly(3)})
    assert "\nrun  3/week\n" in read(facts)
    assert cells(facts)[1] == "two by tomorrow"
    kept = StreakFacts({"run": days | {monday + 8: 2}}, {"run": weekly(3)})
    assert cells(kept)[1] == "three next week"
    assert cells(StreakFacts({"run": {monday: 9}}, {"run": weekly(9)}))[1] == "9 by tomorrow"


def test_after_a_pause_the_days_are_named_that_count() -> None:
    days = in_a_row(TODAY, 20)
    short = Rules(protections=(pause(TODAY + timedelta(1), date(2026, 12, 31)),))
    assert cells(StreakFacts({None: days}, {None: short})) == [
        "one on 1 Jan",
        "one, 28 Dec – 3 Jan",
        "one, 1 – 31 Jan",
    ]
    long = Rules(protections=(pause(TODAY + timedelta(1), date(2027, 12, 31)),))
    assert cells(StreakFacts({None: days}, {None: long})) == [
        "one by 1 Jan 2028",
        "one by 2 Jan 2028",
        "one by 31 Jan 2028",
    ]


def test_nothing_is_asked_for_within_an_endless_pause() -> None:
    endless = Rules(protections=(pause(TODAY, date.max),))
    facts = StreakFacts({"run": in_a_row(TODAY - timedelta(1), 30)}, {"run": endless})
    assert cells(facts)[0] == "–"
    assert "30 days" in read(facts)


def calendars(facts: StreakFacts, today: date = TODAY) -> list[Calendar]:
    blocks = page(compute(facts, today), METRIC).blocks
    return [block for block in blocks if isinstance(block, Calendar)]


def marks(facts: StreakFacts, today: date = TODAY) -> tuple[str, ...]:
    return compute(facts, today).marks


def test_the_calendar_ends_today_and_begins_with_a_week_53_weeks_long() -> None:
    (calendar,) = calendars(JOURNAL)
    assert (calendar.title, calendar.first) == ("everything", date(2025, 11, 17))
    assert len(calendar.marks) == (TODAY - calendar.first).days + 1
    sunday = replace(JOURNAL, week_start=6)
    assert len(marks(sunday)) == 52 * 7 + 7  # a Saturday ends it


def test_the_calendar_tells_how_often_something_was_done() -> None:
    days = {TODAY.toordinal() - back: entries for back, entries in enumerate((1, 2, 3, 40))}
    assert marks(StreakFacts({"run": days}))[-5:] == (
        "nothing",
        "often",
        "often",
        "twice",
        "once",
    )


def test_the_calendar_is_that_of_the_activity_or_of_the_whole_journal() -> None:
    assert marks(JOURNAL)[-2:] == ("once", "open")
    assert marks(StreakFacts({"run": RUNS}))[-2:] == ("nothing", "open")
    assert [calendar.title for calendar in calendars(StreakFacts({"run": RUNS}))] == ["run"]


def test_rest_and_pauses_are_told_from_days_with_nothing() -> None:
    monday = date(2026, 11, 9)
    rest = Protection(Days(monday, date.max), frozenset({0, 4}))
    paused = pause(date(2026, 11, 17), date(2026, 11, 18))
    set_ = Rules(protections=(rest, paused))
    days = {date(2026, 11, 13).toordinal(): 1, date(2026, 11, 18).toordinal(): 1}
    assert marks(StreakFacts({"run": days}, {"run": set_}))[-13:] == (
        *("protected", "nothing", "nothing", "nothing", "once", "nothing", "nothing"),
        *("protected", "protected", "once", "nothing", "protected", "open"),
    )


def test_today_is_open_unless_nothing_is_asked_for() -> None:
    facts = StreakFacts({"run": in_a_row(TODAY - timedelta(1), 3)})
    paused = Rules(protections=(pause(TODAY, TODAY),))
    assert marks(facts)[-1] == "open"
    assert marks(replace(facts, rules={"run": paused}))[-1] == "protected"
    assert marks(replace(facts, retired=frozenset({"run"})))[-1] == "nothing"


@pytest.mark.parametrize("today", [date.min, date(1, 1, 9), date.max - timedelta(3), date.max])
@pytest.mark.parametrize("week_start", range(7))
def test_a_calendar_stands_at_both_ends_of_the_calendar(today: date, week_start: int) -> None:
    facts = StreakFacts({None: {today.toordinal(): 1}}, week_start=week_start)
    lines = read(facts, today).splitlines()
    assert any("▒ one entry" in line for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_an_empty_journal_has_no_calendar() -> None:
    for facts in (StreakFacts({}), StreakFacts({None: {}}), StreakFacts({"run": {}})):
        assert calendars(facts) == []


def test_several_streaks_of_an_activity_stand_in_one_line() -> None:
    sunday = date(2026, 11, 15)
    monday = sunday + timedelta(1)
    assert read(StreakFacts({"run": in_a_row(sunday, 3)}), monday).endswith(
        "\nrun  3 days: one more run today · 1 week: one more run by Sun 22 Nov 2026\n"
    )


def test_a_streak_that_has_all_it_needs_is_not_in_danger() -> None:
    text = read(StreakFacts({"run": in_a_row(TODAY, 3)}))
    assert "one more" not in text
    assert "one tomorrow" in text


def test_an_empty_journal_says_how_to_begin() -> None:
    for facts in (StreakFacts({}), StreakFacts({None: {}, "run": {}})):
        text = read(facts)
        assert "stride log run 10k 50:42" in text
        assert "stride import PATH" in text


def test_a_long_history_fits_in_80_columns() -> None:
    long = in_a_row(TODAY - timedelta(400), 9_000)
    name = "an-activity-that-somebody-named-on-a-long-and-rainy-sunday"
    text = read(StreakFacts({None: long, name: long | in_a_row(TODAY, 30)}))
    assert all(len(line) <= 80 for line in text.splitlines())


def test_the_document_is_what_is_promised() -> None:
    runs = in_a_row(TODAY - timedelta(1), 2) | in_a_row(date(2026, 5, 31), 10)
    assert document(compute(StreakFacts({None: runs, "run": {}}), TODAY)) == {
        "schema": "stride.streaks/1",
        "streaks": [
            {
                "activity": None,
                "unit": "day",
                "cadence": "1/day",
                "current": {"length": 2, "from": "2026-11-19", "to": "2026-11-20"},
                "longest": {"length": 10, "from": "2026-05-22", "to": "2026-05-31"},
                "at_risk": True,
                "keep_by": "2026-11-21",
                "missing": 1,
            },
            {
                "activity": None,
                "unit": "week",
                "cadence": "1/week",
                "current": {"length": 1, "from": "2026-11-16", "to": "2026-11-22"},
                "longest": {"length": 2, "from": "2026-05-18", "to": "2026-05-31"},
                "at_risk": False,
                "keep_by": "2026-11-29",
                "missing": 1,
            },
            {
                "activity": None,
                "unit": "month",
                "cadence": "1/month",
                "current": {"length": 1, "from": "2026-11-01", "to": "2026-11-30"},
                "longest": {"length": 1, "from": "2026-11-01", "to": "2026-11-30"},
                "at_risk": False,
                "keep_by": "2026-12-31",
                "missing": 1,
            },
            *(
                {
                    "activity": "run",
                    "unit": unit,
                    "cadence": f"1/{unit}",
                    "current": {"length": 0, "from": None, "to": None},
                    "longest": {"length": 0, "from": None, "to": None},
                    "at_risk": False,
                    "keep_by": None,
                    "missing": 0,
                }
                for unit in ("day", "week", "month")
            ),
        ],
    }


def test_weeks_start_when_the_person_says() -> None:
    days = in_a_row(date(2026, 11, 15), 2)
    sunday, monday = (
        compute(StreakFacts({None: days}, week_start=start), TODAY).activities[0].streaks[1]
        for start in (6, 0)
    )
    assert sunday.longest is not None
    assert monday.longest is not None
    assert (sunday.longest.length, monday.longest.length) == (2, 1)


journals = st.dictionaries(
    st.integers(TODAY.toordinal() - 800, TODAY.toordinal() + 20), st.integers(1, 5), max_size=60
)


@given(st.dictionaries(st.none() | st.text(min_size=1, max_size=20), journals, max_size=4))
def test_any_journal_makes_a_page_and_a_document(
    days: dict[str | None, dict[int, int]],
) -> None:
    found = compute(StreakFacts(days), TODAY)
    assert draw(page(found, METRIC), Paper(80))
    assert json.loads(json.dumps(document(found))) == document(found)
    assert [ours.activity for ours in found.activities] == list(days)


days_of_any_year = st.dates(date(2025, 1, 1), date(2040, 1, 1))
rules = st.builds(
    Rules,
    st.lists(
        st.builds(
            CadenceChange,
            days_of_any_year,
            st.builds(Cadence, st.integers(1, 12), st.sampled_from(CADENCE_UNITS)),
        ),
        max_size=3,
    ).map(tuple),
    st.lists(
        st.builds(
            Protection,
            st.tuples(days_of_any_year, days_of_any_year).map(lambda ends: Days(*sorted(ends))),
            st.sets(st.integers(0, 6), min_size=1).map(frozenset),
        ),
        max_size=3,
    ).map(tuple),
)


@given(journals, rules, st.integers(0, 6))
def test_any_rules_make_a_page_of_80_columns(
    days: dict[int, int], set_: Rules, week_start: int
) -> None:
    facts = StreakFacts({"run": days}, {"run": set_}, week_start)
    assert all(len(line) <= 80 for line in read(facts).splitlines())
    asked = [bool(answer.keep_by) for answer in compute(facts, TODAY).activities[0].streaks]
    if calendars(facts):
        assert [cell != "–" for cell in cells(facts)] == asked


def test_the_report_says_what_it_is() -> None:
    assert streaks.SUMMARY.startswith("Streaks")
    assert streaks.ROWS in document(compute(JOURNAL, TODAY))


def test_nothing_is_asked_for_of_what_is_retired() -> None:
    days = in_a_row(TODAY - timedelta(1), 3)
    active = compute(StreakFacts({"run": days}), TODAY).activities[0].streaks
    retired = compute(StreakFacts({"run": days}, retired=frozenset({"run"})), TODAY)
    (ours,) = retired.activities
    assert any(streak.at_risk for streak in active)
    assert [(s.current, s.longest) for s in ours.streaks] == [
        (s.current, s.longest) for s in active
    ]
    assert not any(s.at_risk or s.keep_by or s.missing for s in ours.streaks)
