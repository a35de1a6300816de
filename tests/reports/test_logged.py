from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from stridelog.domain.activity import built_in_activities
from stridelog.domain.comparable import Comparable, Mark, SameWeeks
from stridelog.domain.entry import Entry
from stridelog.domain.measure import Measure
from stridelog.domain.milestone import Found, Milestone
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.streak import streaks
from stridelog.domain.units import UnitSystem
from stridelog.render.paper import Paper
from stridelog.render.terminal import draw
from stridelog.reports.logged import Answer, page

TODAY = date(2026, 11, 26)
ACTIVITIES = {activity.name: activity for activity in built_in_activities()}
RUN = ACTIVITIES["run"]
TEN = Entry(
    number=1846,
    uid="uid",
    activity="run",
    at=datetime(2026, 11, 26, 8, 12, tzinfo=UTC),
    day=TODAY,
    measurements={"distance": 10_000.0, "duration": 3_042.0},
    derived={"pace": 304.2},
    tags=("stroller",),
    place="turkey-trot",
    note="Pushed 50 lb\nall the way.",
)


def measure(name: str, activity: str = "run") -> Measure:
    found = ACTIVITIES[activity].measure(name)
    assert found is not None
    return found


def mark(day: date, value: float) -> Mark:
    return Mark(1, day, value)


FIRST = mark(date(2021, 11, 25), 311.0)
LAST = mark(date(2026, 11, 12), 308.3)
BESIDE = Comparable(measure("pace"), 304.2, "10k", 10_000.0, FIRST, LAST, FIRST)
ANSWER = Answer(TODAY, TEN, RUN, BESIDE)


def read(answer: Answer, notation: Notation = Notation()) -> list[str]:  # noqa: B008 (frozen)
    return draw(page(answer, notation), Paper()).splitlines()


def then(beside: Comparable, notation: Notation = Notation()) -> str:  # noqa: B008 (frozen)
    return read(replace(ANSWER, beside=beside), notation)[-1]


def test_what_was_saved_stands_first_with_its_number() -> None:
    assert read(ANSWER)[:2] == [
        "✓ 1846  run · Thu 26 Nov 2026, 8:12 · 10.00 km in 50:42 · 5:04/km",
        '  +stroller @turkey-trot "Pushed 50 lb all the way."',
    ]


def test_then_is_the_first_like_it_of_years_ago() -> None:
    expected = "  then    5:11/km over your first 10k, 25 Nov 2021: ▲ 7 s/km faster now"
    assert then(BESIDE) == expected


def test_then_is_the_last_like_it_where_the_first_is_less_than_a_year_ago() -> None:
    expected = "  then    5:08/km in the last 10k, 12 Nov 2026: ▲ 4 s/km faster now"
    assert then(replace(BESIDE, first=mark(date(2025, 11, 27), 311.0))) == expected
    assert "25 Nov 2025" not in then(replace(BESIDE, first=None))
    assert "first 10k" in then(replace(BESIDE, first=mark(date(2025, 11, 26), 311.0)))


def test_a_distance_that_is_no_standard_one_is_named() -> None:
    odd = replace(BESIDE, distance_class="", covered=7_300.0)
    assert "over 7.30 km or so, 25 Nov 2021" in then(odd)
    assert "over 4.54 mi or so" in then(odd, Notation(UnitSystem.IMPERIAL))
    assert "over 7,30 km or so" in then(odd, Notation(decimal=DecimalMark.COMMA))


def test_a_slower_one_is_told_as_it_is_and_one_that_reads_alike_is_the_same() -> None:
    assert "▼ 5 s/km slower now" in then(replace(BESIDE, first=mark(FIRST.day, 299.2)))
    assert "= the same now" in then(replace(BESIDE, first=mark(FIRST.day, 304.4)))


def test_without_a_distance_then_is_an_average_of_the_same_weeks() -> None:
    weeks = SameWeeks(date(2021, 11, 13), date(2021, 12, 10), 12, 0.86)
    beside = Comparable(measure("csat", "shift"), 0.92, "", None, None, LAST, None, weeks)
    assert then(beside) == "  then    csat 86 % in the same weeks of 2021: ▲ 6 points up now"
    alone = replace(beside, same_weeks=None, last=mark(LAST.day, 0.9))
    assert then(alone) == "  then    csat 90 % the last time, 12 Nov 2026: ▲ 2 points up now"


def test_an_entry_with_later_ones_does_not_stand_for_now() -> None:
    assert read(replace(ANSWER, later=True))[-1].endswith("▲ 7 s/km faster")


WEEK = 7


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        (range(7), "7 weeks, your longest yet"),
        ((0, 1, 2, 3, *range(5, 14)), "4 weeks, longest 9"),
        ((0, 12, 13, 14), "1 week, begun anew, longest 3"),
        ((0,), "1 week, just begun"),
    ],
)
def test_the_streak_that_it_continues_or_starts(weeks: tuple[int, ...], expected: str) -> None:
    days = {TODAY.toordinal() - WEEK * week: 1 for week in weeks}
    by_week = streaks(days, TODAY)[1]
    assert read(replace(ANSWER, streak=by_week, beside=None))[-1] == f"  streak  {expected}"


def best(name: str, value: float, before: float) -> Milestone:
    said = {"name": name, "value": value, "before": before, "with": "", "since": "2021-05-03"}
    return Milestone("personal_best", "run", Found(TODAY, "small", (1846, 12), said))


def test_what_it_has_earned_stands_last() -> None:
    lines = read(replace(ANSWER, milestones=(best("10k", 3_042.0, 3_083.0),)))
    assert lines[-1] == (
        "  ·       your fastest 10k by 41 s: 50:42, before that 51:23 on 3 May 2021"
    )


def test_what_it_had_earned_at_its_time_is_told_as_of_then() -> None:
    found = best("marathon", 3_042.0, 3_083.0)
    assert read(replace(ANSWER, milestones=(found,), later=True))[-2:] == [
        "  ·       then your fastest marathon by 41 s: 50:42, before that 51:23 on 3 May",
        "          2021",
    ]


def test_three_milestones_are_told_at_most_the_most_telling_first() -> None:
    names = ["mile", "5k", "10k", "half"]
    found = tuple(best(name, 3_042.0, 3_083.0) for name in names)
    big = replace(found[3], found=replace(found[3].found, size="big"))
    told = [line.split() for line in read(replace(ANSWER, milestones=(*found[:3], big)))]
    starred = [(line[0], line[3]) for line in told if line[0] in {"★", "·"}]
    assert starred == [("★", "half"), ("·", "mile"), ("·", "5k")]


def test_what_is_hard_to_believe_is_told_with_what_makes_it_count() -> None:
    (line,) = [line for line in read(replace(ANSWER, doubtful=True)) if "believe" in line]
    assert line == "  doubt   too good to believe yet: stride edit 1846 --include-in-records"
    assert not [line for line in read(ANSWER) if "believe" in line]


def test_a_long_note_is_cut_to_the_line() -> None:
    line = read(replace(ANSWER, entry=replace(TEN, note="So good. " * 40)))[1]
    assert len(line) <= 80
    assert line.endswith('…"')


def test_the_day_that_it_counts_for_is_told_where_it_is_another() -> None:
    night = replace(TEN, at=datetime(2026, 11, 27, 1, 30, tzinfo=UTC))
    assert "counts for Thu 26 Nov 2026" in read(replace(ANSWER, entry=night))[1]


def test_what_a_person_wrote_does_nothing_on_the_terminal() -> None:
    line = read(replace(ANSWER, entry=replace(TEN, note="[red]\x1b[31m\x07")))[1]
    assert '"[red]␛[31m␇"' in line
