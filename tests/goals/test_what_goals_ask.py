"""What goals are said to ask for, beside what the journal holds."""

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


def test_a_time_is_the_same_in_goals_and_in_records(stride: Stride) -> None:
    stride.at("2026-11-23T08:00:00").ok("log", "run", "42.3k", "4:07:08", "--on", "2026-11-01")
    assert "Your best is 4:06:31" in told(
        stride, "run", "marathon", "3:50:00", "--by", "2027-05-15"
    )
    assert "4:06:31" in stride.ok("records")
