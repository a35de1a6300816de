"""The made-up journal: one believable person, whose six years show what stride is for."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from math import fsum
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.demo import drafts, goals
from stridelog.demo.life import life_until, monday_of
from stridelog.demo.notes import EXTRA_MILES, NOTES
from stridelog.domain.activity import built_in_activities, leading_measure
from stridelog.domain.circumstances import (
    effort_value,
    gear_name,
    note_text,
    place_name,
    tag_name,
)
from stridelog.domain.comparison import Facts, Row, Sample, Verdict, compare, elapsed
from stridelog.domain.distance import distance_class
from stridelog.domain.entry import Draft
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.period import PeriodError, Span, days_until, shift
from stridelog.domain.plausible import check_plausible
from stridelog.domain.quantity import Notation, exact, parse_quantity
from stridelog.domain.statistics import median
from stridelog.domain.streak import StreakAnswer, streaks

TODAYS = [
    date(2026, 11, 21),
    date(2028, 2, 29),  # five years earlier there is no such day
    date(2027, 1, 1),
    date(2027, 5, 9),  # the marathon is today
    date(2027, 5, 11),  # the marathon was two days ago
    date(2026, 11, 28),  # the turkey trot was two days ago
    date(2027, 8, 16),  # a Monday: nothing logged this week
    date(2031, 3, 30),  # the clocks change today
]

ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
NOTATION = Notation()
DAY = timedelta(days=1)


@cache
def journal(today: date) -> tuple[Draft, ...]:
    return tuple(drafts(today))


@pytest.fixture(params=TODAYS, ids=str)
def today(request: pytest.FixtureRequest) -> date:
    day: date = request.param
    return day


def of(activity: str, today: date) -> list[Draft]:
    return [draft for draft in journal(today) if draft.activity == activity]


def within(entries: Sequence[Draft], span: Span) -> list[Draft]:
    return [draft for draft in entries if span.contains(draft.at.date())]


def window(today: date, years_back: int) -> Span:
    return days_until(shift(today, -years_back, "years"), 91)


def pace(run: Draft) -> float:
    return 1_000 * run.measurements["duration"] / run.measurements["distance"]


def tens(entries: Sequence[Draft]) -> list[Draft]:
    runs = (draft for draft in entries if draft.activity == "run")
    return [run for run in runs if distance_class(run.measurements["distance"]) == "10k"]


def total(entries: Sequence[Draft], measure: str) -> float:
    return fsum(draft.measurements[measure] for draft in entries)


def sample(measure: Measure, entries: Sequence[Draft]) -> Sample:
    """Work out the values and weights of a measure from the drafts themselves."""
    points: list[tuple[int, float, float]] = []
    for draft in entries:
        day, values = draft.at.date().toordinal(), draft.measurements
        if ratio := measure.ratio:
            over = fsum(term.coefficient * values[term.measure] for term in ratio.numerator)
            under = fsum(term.coefficient * values[term.measure] for term in ratio.denominator)
            points.append((day, ratio.scale * over / under, under))
        elif measure.name in values:
            points.append((day, values[measure.name], values.get(measure.weight, 1.0)))
    return Sample(*zip(*points, strict=True)) if points else Sample()


def compared(name: str, entries: Sequence[Draft], today: date, years: int = 5) -> Row:
    """One row of then against now, of entries of one activity."""
    activity = ACTIVITIES[entries[0].activity]
    measure = activity.measure(name)
    assert measure is not None
    then, now = window(today, years), window(today, 0)
    before, after = (sample(measure, within(entries, span)) for span in (then, now))
    facts = Facts(activity.name, activity.area, measure, None, before, after)
    row = compare(facts, elapsed(then, today), elapsed(now, today))
    assert row is not None
    return row


def typical(row: Row) -> tuple[float, float]:
    then, now = row.then.typical, row.now.typical
    assert then is not None
    assert now is not None
    return then, now


def streak_of(activity: str, unit: str, today: date) -> StreakAnswer:
    days = Counter(draft.at.date().toordinal() for draft in of(activity, today))
    return next(answer for answer in streaks(days, today) if answer.unit == unit)


def digest(today: date) -> str:
    told = "\n".join(map(repr, drafts(today)))
    return hashlib.sha256(told.encode()).hexdigest()


def test_the_same_day_gives_the_same_journal(today: date) -> None:
    assert tuple(drafts(today)) == journal(today)


def test_another_zone_and_locale_give_the_same_journal() -> None:
    script = (
        "import hashlib; from datetime import date; from stridelog.demo import drafts; "
        "told = '\\n'.join(map(repr, drafts(date(2026, 11, 21)))); "
        "print(hashlib.sha256(told.encode()).hexdigest())"
    )
    elsewhere = {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join(sys.path),
        "SYSTEMROOT": os.environ.get("SYSTEMROOT", ""),
    }
    printed = subprocess.run(
        [sys.executable, "-c", script],
        env=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert printed.strip() == digest(date(2026, 11, 21))


def test_it_is_told_with_next_to_nothing_imported() -> None:
    printed = subprocess.run(
        [sys.executable, "-c", "import sys, stridelog.demo; print(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    dear = {"csv", "decimal", "json", "rich", "sqlite3", "sqlmodel", "statistics", "zoneinfo"}
    assert dear.isdisjoint(printed.split())


@pytest.mark.parametrize("today", [date.min, date.max])
def test_at_the_ends_of_the_calendar_there_is_no_such_life(today: date) -> None:
    with pytest.raises(PeriodError):
        drafts(today)


def test_goals_stand_with_a_review_on_each_monday(today: date) -> None:
    for goal in goals(today):
        days = [review.day for review in goal.reviews]
        assert all(day.weekday() == 0 for day in days)
        assert all(later - day == 7 * DAY for day, later in pairwise(days))
        assert not days or today - 7 * DAY <= days[-1] < today
        assert goal.latest.since <= today <= (goal.latest.deadline or today)


def test_where_the_calendar_ends_before_the_deadlines_there_are_no_goals() -> None:
    with pytest.raises(PeriodError):
        list(goals(date.max))


def test_another_day_gives_another_journal() -> None:
    assert journal(TODAYS[0]) != journal(TODAYS[1])


def test_it_is_a_journal_of_six_years(today: date) -> None:
    days = [draft.at.date() for draft in journal(today)]
    assert shift(today, -6, "years") <= min(days) <= shift(today, -6, "years") + 14 * DAY
    assert max(days) == today - DAY
    assert 1_600 <= len(days) <= 2_200


def test_entries_come_in_the_order_of_time(today: date) -> None:
    assert all(one.at <= other.at for one, other in pairwise(journal(today)))


def test_the_offsets_are_those_of_a_real_zone(today: date) -> None:
    zone = ZoneInfo("Europe/Berlin")
    for draft in journal(today):
        there = draft.at.replace(tzinfo=zone)
        assert draft.at.utcoffset() == there.utcoffset()


def test_what_is_measured_belongs_to_the_activity(today: date) -> None:
    for draft in journal(today):
        loggable = {measure.name for measure in ACTIVITIES[draft.activity].loggable}
        assert draft.measurements.keys() <= loggable


def test_every_value_is_one_that_people_can_type(today: date) -> None:
    for draft in journal(today):
        activity = ACTIVITIES[draft.activity]
        check_plausible(activity, draft.measurements, NOTATION)
        for name, value in draft.measurements.items():
            measure = activity.measure(name)
            assert measure is not None
            typed = exact(value, measure.dimension, NOTATION)
            assert parse_quantity(typed, NOTATION, {measure.dimension}).value == value


def test_words_are_as_the_journal_keeps_them(today: date) -> None:
    for draft in journal(today):
        assert draft.tags == tuple(dict.fromkeys(map(tag_name, draft.tags)))
        assert not draft.place or draft.place == place_name(draft.place)
        assert not draft.gear or draft.gear == gear_name(draft.gear)
        assert draft.note == note_text(draft.note)
        assert draft.effort is None or draft.effort == effort_value(str(draft.effort))


def test_nobody_runs_twice_a_day_or_works_on_a_weekend(today: date) -> None:
    for activity in ("run", "shift", "practice"):
        days = [draft.at.date() for draft in of(activity, today)]
        assert len(days) == len(set(days))
    assert all(draft.at.weekday() < 5 for draft in of("shift", today))
    assert not any((d.at.month, d.at.day) == (12, 25) for d in of("shift", today))


def test_answers_are_promoters_passives_and_detractors(today: date) -> None:
    for shift_ in (draft.measurements for draft in of("shift", today)):
        parts = (shift_["promoters"], shift_["passives"], shift_["detractors"])
        assert sum(parts) == shift_["responses"]
        assert min(parts) >= 0
        assert 0 < shift_["responses"] <= shift_["tickets"]


def test_csat_is_a_share_of_the_answers(today: date) -> None:
    for shift_ in (draft.measurements for draft in of("shift", today)):
        content = shift_["csat"] * shift_["responses"]
        assert content == pytest.approx(round(content))
        assert shift_["responses"] - round(content) <= shift_["detractors"]


def test_a_reply_comes_before_the_resolution(today: date) -> None:
    for shift_ in (draft.measurements for draft in of("shift", today)):
        assert 0 < shift_["first-reply"] < shift_["resolution"]
        assert shift_["reopened"] <= shift_["tickets"]


def test_standing_still_takes_time(today: date) -> None:
    for draft in (*of("run", today), *of("ride", today)):
        assert draft.measurements["elapsed"] >= draft.measurements["duration"]


def test_only_a_treadmill_measures_round_distances(today: date) -> None:
    outside = [run for run in tens(journal(today)) if "treadmill" not in run.tags]
    assert sum(run.measurements["distance"] == 10_000 for run in outside) < len(outside) / 20


def test_shoes_last_for_about_700_km(today: date) -> None:
    metres: Counter[str] = Counter()
    for run in of("run", today):
        metres[run.gear] += round(run.measurements["distance"])
    *worn, _ = metres.values()
    assert len(worn) > 8
    assert all(600_000 < distance < 800_000 for distance in worn)


def test_the_10k_is_some_seconds_faster_stroller_and_all(today: date) -> None:
    row = compared("pace", tens(journal(today)), today)
    then, now = typical(row)
    assert 308 <= then <= 315
    assert 4 <= then - now <= 11
    assert row.verdict is Verdict.BETTER
    assert any("stroller" in run.tags for run in within(tens(journal(today)), window(today, 0)))


def test_the_10k_is_what_is_run_most_on_both_sides(today: date) -> None:
    for years in (0, 5):
        runs = within(of("run", today), window(today, years))
        classes = Counter(distance_class(run.measurements["distance"]) for run in runs)
        del classes[None]
        assert classes.most_common(1)[0][0] == "10k"
        assert classes["10k"] >= 5


@pytest.mark.parametrize(
    ("measure", "then", "now"),
    [("csat", 0.86, 0.93), ("resolution", 22 * 60, 14 * 60), ("nps", 18, 41)],
)
def test_the_help_desk_got_better(today: date, measure: str, then: float, now: float) -> None:
    row = compared(measure, of("shift", today), today)
    assert typical(row)[0] == pytest.approx(then, rel=0.2)
    assert typical(row)[1] == pytest.approx(now, rel=0.1)
    assert row.verdict is Verdict.BETTER


def test_more_is_run_and_practice_takes_longer(today: date) -> None:
    assert compared("distance", of("run", today), today).verdict is Verdict.BETTER
    assert compared("duration", of("practice", today), today).verdict is Verdict.BETTER


def test_csat_slips_in_the_last_three_months(today: date) -> None:
    shifts = of("shift", today)
    weeks = [days_until(today - timedelta(weeks=back), 42) for back in (0, 13)]
    lately, before = (within(shifts, span) for span in weeks)
    dip = [
        fsum(d.measurements["csat"] * d.measurements["responses"] for d in some)
        / total(some, "responses")
        for some in (before, lately)
    ]
    assert 0.02 < dip[0] - dip[1] < 0.08


def test_csat_rises_from_year_to_year(today: date) -> None:
    shifts = of("shift", today)
    years = [days_until(shift(today, -back, "years"), 365) for back in range(5, -1, -1)]
    typical_ = [median([d.measurements["csat"] for d in within(shifts, y)]) for y in years]
    assert all(
        one is not None and other is not None and one <= other + 0.006
        for one, other in pairwise(typical_)
    )


def test_the_words_of_the_best_10k_stand_on_both_sides(today: date) -> None:
    runs = tens(journal(today))
    then, now = (min(within(runs, window(today, years)), key=pace) for years in (5, 0))
    assert then.note == "Felt like flying."
    assert now.note == "Stroller and all. Easy."
    assert "stroller" in now.tags
    assert pace(now) < pace(then)


def test_something_good_was_written_about_the_best_shift(today: date) -> None:
    for years in (5, 0):
        shifts = within(of("shift", today), window(today, years))
        noted = [draft for draft in shifts if draft.note]
        best = max(noted, key=lambda draft: draft.measurements["csat"])
        assert best.note in NOTES["good shift"]


def test_on_this_day_there_was_a_run_and_an_outage() -> None:
    [run] = within(of("run", date(2026, 11, 21)), days_until(date(2021, 11, 21), 1))
    assert run.note == "Felt like flying."
    [desk] = within(of("shift", date(2026, 11, 21)), days_until(date(2024, 11, 21), 1))
    assert desk.note == "Third outage this month."


def test_runs_are_seven_weeks_in_a_row_and_were_nineteen(today: date) -> None:
    answer = streak_of("run", "week", today)
    assert answer.current is not None
    assert answer.longest is not None
    assert 7 <= answer.current.length <= 10, answer
    assert 17 <= answer.longest.length <= 21, answer


def test_practice_is_to_be_kept_alive_today(today: date) -> None:
    answer = streak_of("practice", "day", today)
    assert answer.current is not None
    assert answer.longest is not None
    assert (answer.current.length, answer.current.last) == (12, today - DAY)
    assert answer.longest.length == 40
    assert (answer.at_risk, answer.keep_by) == (True, today)


def test_a_bad_ankle_cost_seven_weeks_of_the_third_year(today: date) -> None:
    runs = of("run", today)
    gaps = [
        (before, after)
        for before, after in pairwise(runs)
        if (after.at.date() - before.at.date()).days > 7 * 7
    ]
    [(before, after)] = gaps
    assert "injury" in before.tags
    assert before.note
    assert shift(today, -4, "years") <= before.at.date() <= shift(today, -3, "years")
    assert (after.at.date() - before.at.date()).days < 8 * 7
    assert pace(after) > pace(before)


def test_there_is_a_marathon_each_may_since_the_third_year(today: date) -> None:
    runs = of("run", today)
    far = [r for r in runs if distance_class(r.measurements["distance"]) == "marathon"]
    years = [run.at.year for run in far]
    assert years == list(range(years[0], years[0] + len(years)))
    assert len(years) >= 3
    assert all((run.at.month, run.tags) == (5, ("race",)) for run in far)
    assert all(faster.measurements["duration"] < slower.measurements["duration"]
               for slower, faster in pairwise(far))  # fmt: skip


def test_the_turkey_trot_is_run_each_november(today: date) -> None:
    trots = [run for run in of("run", today) if run.place == "turkey-trot"]
    assert len(trots) >= 4
    assert {run.at.month for run in trots} == {11}
    assert all("race" in run.tags for run in trots)
    assert {r.at.date() for r in trots}.isdisjoint(d.at.date() for d in of("shift", today))
    assert tens(trots) == trots
    assert "stroller" in trots[-1].tags


def test_the_stroller_came_about_two_years_ago(today: date) -> None:
    pushed = [run for run in of("run", today) if "stroller" in run.tags]
    assert shift(today, -26, "months") < pushed[0].at.date() < shift(today, -22, "months")
    assert len(pushed) > 60
    assert pushed[0].note == "First run with the stroller. She slept, I sweated."


def test_snow_and_treadmill_belong_to_winter(today: date) -> None:
    for tag in ("snow", "treadmill"):
        months = {run.at.month for run in of("run", today) if tag in run.tags}
        assert months
        assert months <= {12, 1, 2}


def test_easy_runs_are_slower_and_hearts_beat_faster_when_it_is_quick(today: date) -> None:
    now = within(of("run", today), window(today, 0))
    beats = {
        name: [r.measurements["heart-rate"] for r in group if "heart-rate" in r.measurements]
        for name, group in {
            "quick": [run for run in now if pace(run) < 300],
            "slow": [run for run in now if pace(run) > 325],
        }.items()
    }
    assert min(beats["quick"]) > sum(beats["slow"]) / len(beats["slow"])


def test_two_winters_were_spent_studying(today: date) -> None:
    subjects = {draft.tags for draft in of("study", today)}
    assert len(subjects) == 2
    assert {draft.at.month for draft in of("study", today)} <= {11, 12, 1, 2, 3}


def test_rides_are_for_early_summer(today: date) -> None:
    rides = of("ride", today)
    assert 15 <= len(rides) <= 60
    assert {ride.at.month for ride in rides} <= {5, 6, 7}


def test_each_extra_mile_says_for_whom(today: date) -> None:
    miles = of("extra-mile", today)
    assert len(miles) == len(EXTRA_MILES)
    assert all(draft.tags and draft.note for draft in miles)


def test_about_one_entry_in_six_has_a_note(today: date) -> None:
    noted = [draft for draft in journal(today) if draft.note]
    assert 5 <= len(journal(today)) / len(noted) <= 7


def test_nothing_is_said_twice(today: date) -> None:
    notes = [draft.note for draft in journal(today) if draft.note]
    assert len(set(notes)) == len(notes) >= 120


def test_all_notes_are_different() -> None:
    notes = [note for pool in NOTES.values() for note in pool]
    notes += [note for _, note in EXTRA_MILES]
    assert len(set(notes)) == len(notes)


def test_every_kind_of_note_finds_an_entry(today: date) -> None:
    said = {draft.note for draft in journal(today)}
    assert [about for about, pool in NOTES.items() if said.isdisjoint(pool)] == []


def test_the_first_run_knows_that_it_is_the_first(today: date) -> None:
    first = next(draft for draft in journal(today) if draft.activity == "run")
    assert first.note.startswith("First run in here.")


def test_practised_days_are_counted_right(today: date) -> None:
    practised = of("practice", today)
    start = next(d.at.date() for d in practised if d.note.startswith("Every day this month"))
    last = next(d.at.date() for d in practised if d.note.startswith("Forty days"))
    assert (last - start).days == 39


DAYS = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_whatever_today_is_the_life_has_no_run_while_injured(today: date) -> None:
    life = life_until(today)
    booked = (life.first_ten, *life.marathons, *life.trots, life.flying, life.easy)
    assert not any(life.injured.contains(day) for day in booked)
    assert shift(today, -4, "years") <= life.injured.first
    assert life.injured.last < shift(today, -34, "months")


@given(DAYS)
def test_whatever_today_is_no_week_that_is_booked_is_idle(today: date) -> None:
    life = life_until(today)
    booked = (life.first_ten, *life.marathons, *life.trots, life.flying, life.easy, life.ankle)
    assert not any(monday_of(day) in life.idle_weeks for day in booked)
    assert all(life.first <= day < today for day in booked)


def test_leading_measures_are_always_logged() -> None:
    """What a comparison quotes is the note of the entry with the best leading measure."""
    for activity in ("run", "shift"):
        leading = leading_measure(ACTIVITIES[activity])
        assert leading is not None
        names = {t.measure for t in (*leading.ratio.numerator, *leading.ratio.denominator)} if (
            leading.kind is Kind.DERIVED and leading.ratio
        ) else {leading.name}  # fmt: skip
        assert all(names <= d.measurements.keys() for d in of(activity, TODAYS[0]))


def test_drafts_are_as_new(today: date) -> None:
    """Nothing in them claims to come from a file or from another journal."""
    assert all(
        draft == replace(draft, origins=(), uid="", number=None, row=None, day=None)
        for draft in journal(today)
    )
