"""What is shown after every log: what was saved, then against now, the streak, a celebration."""

import pytest

from command_line import Stride
from conftest import Golden, Zone

LINES, STARS, COLUMNS = 4, 3, 80
"""What is shown takes so many lines, and two for each milestone, of so many characters at most."""


@pytest.fixture
def runner(stride: Stride, zone: Zone) -> Stride:
    """Who ran a first 10k five years ago, and pushes a stroller now."""
    zone("UTC")
    return stride.begin(
        "log run 10k 51:46 --on '2021-11-25 8:00' --note 'Felt like flying.'",
        "log run 10k 49:58 --on '2025-05-04 9:00' +race",
        "log run 10k 51:23 --on '2026-10-12 7:30' +stroller",
        *(f"log run 7k 36:00 --on '2026-{day} 7:30'" for day in ("10-19", "10-26", "11-02")),
        *(f"log run 7k 36:00 --on '2026-11-{day} 7:30'" for day in ("09", "16")),
    )


def test_after_a_run(runner: Stride, golden: Golden) -> None:
    runner.type(
        "log run 10k 50:42 +stroller @turkey-trot 'Pushed 50 lb all the way.'",
        "log run 10k 49:50",
        "log run 7.1k 35:00",
        "log run half 1:50:00",
        "log run 10k 55:00 --on 2025-05-03",
        "log run 10k 49:00 --on 2025-05-05",
        "log run 30:00",
        "log run 10k",
    )
    golden("after-log-runs.txt", runner.transcript)


def test_after_a_shift(stride: Stride, golden: Golden) -> None:
    for year, csat in ((2021, 86), (2025, 90)):
        for day in (18, 22, 24, 29):
            stride.ok("log", "shift", f"csat={csat}%", "--on", f"{year}-11-{day} 17:00")
    stride.type(
        "log shift 29 csat=92% first-reply=14m --note 'Said I do not know twice. Worked.'",
        "log shift 8h 31 csat=80% first-reply=12m resolution=22m responses=12 promoters=8 "
        "passives=3 detractors=1 reopened=2 +oncall @office effort=7 --note 'Long.'",
        "log shift 33",
    )
    golden("after-log-shifts.txt", stride.transcript)


def test_after_anything_else(stride: Stride, golden: Golden) -> None:
    stride.type(
        "log practice 40m --on '2026-11-20 20:00'",
        *(f"log practice 40m --on '2026-11-{day} 20:00'" for day in range(21, 25)),
        "log practice 45m --on yesterday",
        "log practice 30m",
        "log practice 30m",
        "log extra-mile --note 'Stayed late to call a customer back.'",
        "log extra-mile",
        "log strength 5 reps=30 volume=1200kg",
        "log strength 5 reps=30 volume=1200kg",
    )
    golden("after-log-others.txt", stride.transcript)


def test_a_streak_that_broke_begins_anew(runner: Stride) -> None:
    text = runner.at("2027-01-20T08:00:00").ok("log", "run", "5k", "25:00")
    assert "streak  1 week, begun anew, longest 6\n" in text


def test_an_old_entry_that_is_corrected_stands_among_those_of_its_time(
    runner: Stride, golden: Golden
) -> None:
    runner.type(
        "edit 2 10k 49:00",
        "edit 2 10k 52:00",
        "edit 6 +rain",
        "edit last 10k 48:00",
        "edit 1 +first",
    )
    golden("after-edit.txt", runner.transcript)


def test_the_document_of_a_celebrated_run(runner: Stride, golden: Golden) -> None:
    words = ("log", "run", "10k", "49:00", "+race", "--json")
    golden("after-log.json", runner.steady(runner.ok(*words)))


def test_a_log_is_told_in_few_lines(runner: Stride) -> None:
    shift = "8h 31 csat=80 first-reply=12m resolution=22m responses=12 promoters=8 passives=3"
    for words in (
        ("run", "10k", "48:00", "+race", "+stroller", "@riverside", "--note", "So good. " * 40),
        ("run", "marathon", "4:00:00", "+race", "@city", "--gear", "Pegasus 40", "effort=9"),
        ("shift", *shift.split(), "detractors=1", "reopened=2", "+oncall", "@office"),
        ("shift", *shift.split(), "detractors=1", "reopened=2", "--note", "So bad. " * 40),
    ):
        lines = runner.ok("log", *words).splitlines()
        assert len(lines) <= LINES + 2 * STARS
        assert sum(line[2:3] in {"★", "·"} for line in lines) <= STARS
        assert max(map(len, lines)) <= COLUMNS


def test_nothing_is_celebrated_that_reads_alike(runner: Stride) -> None:
    assert "★" not in runner.ok("log", "run", "10k", "49:58")
    assert "= the same now" in runner.ok("log", "run", "10k", "51:46")


def test_a_mark_of_a_streak_is_celebrated_once(stride: Stride) -> None:
    days = [f"log practice 30m --on '2026-11-{day} 20:00'" for day in range(20, 26)]
    stride.begin(*days)
    assert "·       practice: 7 days in a row" in stride.ok("log", "practice", "30m")
    assert "in a row" not in stride.ok("log", "practice", "30m")
    assert "in a row" not in stride.ok("edit", "3", "+late")


def test_a_mark_that_a_forgotten_day_completes_is_celebrated_with_it(stride: Stride) -> None:
    days = [f"log practice 30m --on '2026-11-{day} 20:00'" for day in (19, 20, 22, 23, 24, 25)]
    stride.begin(*days)
    forgotten = stride.ok("log", "practice", "30m", "--on", "21 nov")
    assert "·       then practice: 7 days in a row" in forgotten
    assert "in a row" not in stride.ok("log", "practice", "30m", "--on", "21 nov")
    assert "in a row" not in stride.ok("log", "practice", "30m", "--on", "18 nov")


def test_what_was_done_in_the_morning_is_not_set_beside_what_was_done_at_night(
    stride: Stride,
) -> None:
    stride.ok("log", "run", "10k", "50:00", "--on", "2026-11-20 18:00")
    morning = stride.ok("log", "run", "10k", "51:00", "--on", "2026-11-20 8:00")
    assert "in the last 10k" not in morning
    assert "★       then your first run: a 10k" in morning
    night = stride.ok("log", "run", "10k", "49:00", "--on", "2026-11-20 21:00")
    assert "5:00/km in the last 10k, 20 Nov 2026: ▲ 6 s/km faster now" in night
