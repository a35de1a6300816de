import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.cadence import Cadence, CadenceChange, Rules
from stridelog.domain.quantity import Notation
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


def test_the_page_is_read_like_this() -> None:
    assert read(JOURNAL) == (
        """\
Streaks                                                  Sat 21 Nov 2026

   current  since         longest  its dates             keep by
everything
   12 days  9 Nov 2026    12 days  the current one       today
   8 weeks  28 Sep 2026  19 weeks  19 Feb – 30 Jun 2024  Sun 29 Nov 2026
  2 months  1 Oct 2026   5 months  1 Feb – 30 Jun 2024   Thu 31 Dec 2026
run
    0 days  –               1 day  14 Nov 2026           –
   7 weeks  28 Sep 2026  19 weeks  19 Feb – 30 Jun 2024  tomorrow
  2 months  1 Oct 2026   5 months  1 Feb – 30 Jun 2024   Thu 31 Dec 2026
practice
   12 days  9 Nov 2026    12 days  the current one       today
   2 weeks  9 Nov 2026    2 weeks  the current one       Sun 29 Nov 2026
   1 month  1 Nov 2026    1 month  the current one       Thu 31 Dec 2026

everything  12 days: one more entry today
run  7 weeks: one more run by tomorrow
practice  12 days: one more practice today
"""
    )


def test_what_is_missing_is_counted() -> None:
    rules: dict[str | None, Rules] = {"run": Rules((CadenceChange(date.min, Cadence(3, "week")),))}
    monday = date(2026, 11, 9).toordinal()
    text = read(StreakFacts({"run": {monday: 3, monday + 7: 1}}, rules))
    assert "run  1 week: two more by tomorrow\n" in text


def test_several_streaks_of_an_activity_stand_in_one_line() -> None:
    sunday = date(2026, 11, 15)
    monday = sunday + timedelta(1)
    assert read(StreakFacts({"run": in_a_row(sunday, 3)}), monday).endswith(
        "\nrun  3 days: one more run today · 1 week: one more run by Sun 22 Nov 2026\n"
    )


def test_a_streak_that_has_all_it_needs_is_not_in_danger() -> None:
    text = read(StreakFacts({"run": in_a_row(TODAY, 3)}))
    assert "one more" not in text
    assert "tomorrow" in text


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
