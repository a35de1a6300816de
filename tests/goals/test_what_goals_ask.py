"""What goals are said to ask for, beside what the journal holds."""

import pytest

from command_line import Stride


def told(stride: Stride, *line: str) -> str:
    return " ".join(stride.ok("goals", "add", *line).split())


def test_what_was_done_already_is_said_with_its_day(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "run", "42.2k", "4:10:00", "--on", "2026-05-11")
    said = told(stride, "run", "30k", "--once", "--by", "2026-12-31")
    assert "You did that already (42.2 km, 11 May 2026)." in said


def test_a_change_against_other_days_says_what_they_come_to(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00")
    for month in (7, 8, 9):
        stride.ok("log", "run", "46k", "4:50:00", "--on", f"2026-{month:02}-10")
    line = ("run", "distance", "+10%", "--against", "2026-Q3")
    shorter = told(stride, *line, "--from", "2026-11-23", "--by", "2026-12-08")
    assert (
        "It was 138 km in 13 weeks, as much a day as 24 km in 16 days; that is 10 % more" in shorter
    )
    same = told(stride, *line, "--from", "2026-11-23", "--by", "2027-02-22")
    assert "It was 138 km; that is 10 % more" in same


def test_what_is_weighed_by_others_is_to_be_an_average(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "shift", "first-reply=5m", "--on", "2026-11-20")
    said = told(stride, "shift", "first-reply=8m", "--by", "2026-12-31")
    assert "shift first-reply at most 8 min on average by 31 Dec 2026" in said


@pytest.mark.parametrize(("ran", "best"), [("42.3k", "4:07:08"), ("43k", "4:02:30")])
def test_a_time_is_the_same_in_goals_and_in_records(stride: Stride, ran: str, best: str) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "run", ran, "4:07:08", "--on", "2026-11-01")
    assert f"Your best is {best}" in told(
        stride, "run", "marathon", "3:50:00", "--by", "2027-05-15"
    )
    assert best in stride.ok("records")


def test_the_best_that_is_told_is_the_best_ever(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "run", "10k", "48:00", "--on", "2024-05-01")
    stride.ok("log", "run", "30k", "3:00:00", "--on", "2024-04-01")
    stride.ok("log", "run", "10k", "52:00", "--on", "2026-10-01")
    stride.ok("log", "run", "12k", "1:05:00", "--on", "2026-11-01")
    assert (
        "Your best is 48:00 (1 May 2024); of the last 52 weeks 52:00. "
        "From there it is 4 % faster in 39 days."
    ) in told(stride, "run", "10k", "50:00", "--by", "2026-12-31")
    assert (
        "Your best is 30 km (1 Apr 2024); of the last 52 weeks 12 km. "
        "From there it is 108 % more in 39 days."
    ) in told(stride, "run", "25km", "--once", "--by", "2026-12-31")


def test_a_best_that_is_hardly_better_than_that_of_the_year_stands_alone(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "run", "10k", "51:50", "--on", "2024-05-01")
    stride.ok("log", "run", "10k", "52:00", "--on", "2026-10-01")
    said = told(stride, "run", "10k", "50:00", "--by", "2026-12-31")
    assert "Your best is 51:50 (1 May 2024); that is 4 % faster in 39 days." in said


def test_a_best_of_years_ago_stands_beside_what_other_distances_tell_now(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "run", "10k", "48:00", "--on", "2019-05-01")
    stride.ok("log", "run", "5k", "26:00", "--on", "2026-10-01")
    said = told(stride, "run", "10k", "50:00", "--by", "2026-12-31")
    assert (
        "Your best is 48:00 (1 May 2019); the 5k of 1 Oct 2026 is worth 54:12. From there it is"
    ) in said


def practised(stride: Stride, *hours: int) -> None:
    """Practise so many hours in each quarter of 2026, in four parts."""
    for quarter, each in enumerate(hours):
        for part in range(4):
            day = f"2026-{3 * quarter + 1 + part // 2:02}-{3 + 14 * (part % 2):02}"
            stride.ok("log", "practice", f"{each * 15}m", "--on", day)


def test_the_best_gain_looks_at_the_last_days_too(stride: Stride) -> None:
    stride.at("2026-10-05T08:00:00")
    practised(stride, 28, 27, 36)
    said = told(stride, "practice", "duration", "+20%", "--from-last-quarter")
    assert "It was 36 h; that is 20 % more in 13 weeks." in said
    gained = next(word for word in said.split("you gained ")[1].split())
    assert 30 <= int(gained) <= 50  # from 27 hours to 36, in weeks that are not quite a quarter


def test_without_two_full_stretches_nothing_is_said_of_gains(stride: Stride) -> None:
    stride.at("2026-10-05T08:00:00")
    for month in (8, 9):
        stride.ok("log", "practice", "10h", "--on", f"2026-{month:02}-05")
    assert "gained" not in told(stride, "practice", "duration", "+20%", "--from-last-quarter")


def test_a_gain_on_next_to_nothing_is_not_told(stride: Stride) -> None:
    stride.at("2026-10-05T08:00:00")
    practised(stride, 1, 1, 36)
    said = told(stride, "practice", "duration", "+20%", "--from-last-quarter")
    assert "gained" not in said


def test_a_run_over_any_distance_tells_what_one_over_another_takes(stride: Stride) -> None:
    stride.at("2026-07-20T08:00:00").ok("log", "run", "5k", "26:08", "--on", "2026-01-10")
    for day in ("05-04", "05-20", "06-08", "06-29"):
        stride.ok("log", "run", "8k", "41:00", "--on", f"2026-{day}")
    said = told(stride, "run", "10k", "50:00", "--by", "2026-09-27")
    assert "The 8 km of 29 Jun 2026 is worth 51:56; that is 4 % faster in 10 weeks." in said
    (goal,) = stride.json("goals")["goals"]
    assert (goal["state"], goal["estimated_from"]["distance"]) == ("on course", 8000.0)
    assert goal["forecast"] is None or goal["forecast"]["high"] < 54 * 60


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        (("run", "10k", "50:00"), "stride log run 10k 50:00"),
        (("run", "10k", "50:00", "+race"), "stride log run 10k 50:00 +race"),
        (("run", "30km", "--once"), "stride log run distance=30km"),
        (("shift", "csat=95%"), "stride log shift csat=95%"),
        (("run", "3/week"), "stride log run"),
    ],
)
def test_what_is_not_in_the_journal_yet_can_be_logged_as_the_hint_has_it(
    stride: Stride, line: tuple[str, ...], hint: str
) -> None:
    stride.at("2026-07-20T08:00:00")
    assert f"nothing of it is in the journal yet: {hint} " in told(
        stride, *line, "--by", "2026-09-27"
    )
    stride.ok(*hint.split()[1:])
