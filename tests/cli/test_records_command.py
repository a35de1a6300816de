"""``stride records``: bests, their history, and how far off them one is now."""

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def runner(stride: Stride) -> Stride:
    """Begin with five years of runs, one of them a ride, and two shifts."""
    return stride.begin(
        "log run 10k 51:46 --on 2021-11-21 --note 'Felt like flying.'",
        "log run 5k 25:10 --on 2022-04-01 @riverside",
        "log run 5k 24:34 --on 2023-05-01 @riverside",
        "log run 12k 1:02:00 --on 2023-06-01",
        "log run 10k 50:42 --on 2024-11-26 +stroller @turkey-trot",
        "log run 11.4k 33:18 --on 2025-04-27",
        "log run 5k 24:50 --on 2026-02-01",
        "log run 10k 51:02 --on 2026-10-11 +stroller",
        "log run 8k 44:00 --on 2026-11-20",
        "log shift tickets=31 csat=94 --on 2026-11-24",
        "log shift tickets=28 csat=96 --on 2026-11-25",
    )


def test_the_records_and_how_they_fell(runner: Stride, golden: Golden) -> None:
    runner.type("records run", "records", "records run --by tag", "records run --place riverside")
    golden("records.txt", runner.transcript)


def test_the_document_of_records(runner: Stride, golden: Golden) -> None:
    golden("records.json", runner.ok("records", "run", "--json"))
    golden("records.csv", runner.ok("records", "--csv"))


def test_a_doubtful_one_is_confirmed_or_excluded(runner: Stride, golden: Golden) -> None:
    runner.type(
        "edit 6 --include-in-records",
        "records run",
        "edit 6 --exclude-from-records",
        "records run",
        "undo",
        "edit 6 --without +record-confirmed",
    )
    golden("records-confirmed.txt", runner.transcript)


def holders(stride: Stride) -> dict[str, int]:
    return {
        f"{r['distance'] or r['measure']} {r['how']}": r["number"]
        for r in stride.json("records", "run")["records"]
    }


def test_a_ride_saved_as_a_run_holds_no_record(runner: Stride) -> None:
    assert 6 not in holders(runner).values()
    doubtful = runner.json("records", "run")["doubtful"]
    assert {(each["number"], each["distance"]) for each in doubtful} == {(6, "5k"), (6, "10k")}


def test_an_excluded_entry_gives_its_record_back(runner: Stride) -> None:
    assert holders(runner)["5k exact"] == 3
    runner.ok("edit", "3", "--exclude-from-records")
    assert holders(runner)["5k exact"] == 7
    assert runner.json("show", "3")["entries"][0]["tags"] == ["no-record"]
    runner.ok("edit", "3", "--include-in-records")
    assert holders(runner)["5k exact"] == 3
    assert runner.json("show", "3")["entries"][0]["tags"] == ["record-confirmed"]


def test_several_are_excluded_at_once(runner: Stride) -> None:
    runner.ok("edit", "run", "--place", "riverside", "--exclude-from-records", "--yes")
    assert holders(runner)["5k exact"] == 7


def test_excluded_and_included_is_no_answer(runner: Stride, golden: Golden) -> None:
    runner.type("edit 3 --exclude-from-records --include-in-records", "records --by shoe")
    golden("records-refused.txt", runner.transcript)


def test_the_order_of_logging_makes_no_difference(runner: Stride, stride: Stride) -> None:
    def told() -> list[tuple[object, ...]]:
        rows = runner.json("records", "run")["records"]
        return [
            (r["distance"], r["how"], [(s["day"], s["value"], s["gain"]) for s in r["history"]])
            for r in rows
        ]

    before = told()
    stride.ok("delete", "2", "--yes")
    assert told() != before
    stride.ok("log", "run", "5k", "25:10", "--on", "2022-04-01", "@riverside")
    assert told() == before


def test_an_empty_journal_has_no_records(stride: Stride, golden: Golden) -> None:
    stride.type("records", "records --json", "records rnu")
    golden("records-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def stars(answer: str) -> list[str]:
    return [line.partition("★")[2].strip() for line in answer.splitlines() if "★" in line]


def test_what_is_doubtful_is_celebrated_neither_when_logged_nor_as_what_was_beaten(
    runner: Stride,
) -> None:
    assert stars(runner.ok("log", "run", "5k", "16:30", "--on", "2026-11-25")) == []
    assert stars(runner.ok("log", "run", "5k", "24:00")) == ["your fastest 5k, by 34 s"]


def test_what_is_excluded_is_not_what_a_record_beats(runner: Stride) -> None:
    runner.ok("edit", "3,7", "--exclude-from-records", "--yes")
    assert stars(runner.ok("log", "run", "5k", "24:45")) == ["your fastest 5k, by 25 s"]
    assert stars(runner.ok("log", "run", "5k", "24:40", "+no-record")) == []


def test_what_is_confirmed_is_what_a_record_beats(runner: Stride) -> None:
    runner.ok("log", "run", "5k", "16:30", "--on", "2026-11-25")
    runner.ok("edit", "last", "--include-in-records")
    assert stars(runner.ok("log", "run", "5k", "24:00")) == []
    assert holders(runner)["5k exact"] == 12


def test_a_longest_run_that_is_a_ride_is_not_the_one_to_beat(runner: Stride) -> None:
    runner.ok("log", "run", "40k", "2:05:00", "--on", "2026-11-25")
    assert stars(runner.ok("log", "run", "13k", "1:10:00")) == ["your longest run, 1.00 km more"]
