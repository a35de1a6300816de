"""``stride list`` and ``stride show``: looking back."""

import pytest

from command_line import Stride
from conftest import Golden, Zone


@pytest.fixture
def journal(stride: Stride, zone: Zone) -> Stride:
    """Six entries of four activities, not logged in their order."""
    zone("Europe/Berlin")
    return stride.begin(
        "log run 10k 51:46 --on '2021-11-25 8:00' +race 'Felt like flying.'",
        "log run 10k 50:42 +race +stroller @turkey-trot 'Easy going.'",
        "log ride 40k 1:30:00 --gear 'Old Bike' --on '2026-11-22 9:00'",
        "log shift 8h 29 csat=92 first-reply=14m promoters=9 detractors=1 @office "
        "--on '2026-11-24 17:00' --effort 6",
        "log run 5k 24:30 --on '2026-11-24 7:00' climb=35m heart-rate=168",
        "log extra-mile --note 'Brought\nsoup to a neighbour.' --on yesterday",
    )


def test_entries_stand_in_rows_latest_first(journal: Stride, golden: Golden) -> None:
    journal.type("list", "list run", "list --limit 2", "list --tag race --not-tag stroller")
    golden("list.txt", journal.transcript)


def test_the_document_of_a_list(journal: Stride, golden: Golden) -> None:
    golden("list.json", journal.steady(journal.ok("list", "--limit", "3", "--json")))


def test_the_table_of_a_list(journal: Stride, golden: Golden) -> None:
    golden("list.csv", journal.steady(journal.ok("list", "--csv")))
    golden("list.md", journal.ok("list", "--markdown"))


def test_one_entry_whole(journal: Stride, golden: Golden) -> None:
    journal.type("show 1", "show '#3'", "show 4", "show last", "show 4 --json", "show 5 --csv")
    golden("show.txt", journal.transcript)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ((), [2, 6, 4, 5, 3, 1]),
        (("run",), [2, 5, 1]),
        (("Run", "--distance", "10k"), [2, 1]),
        (("--tag", "race", "--tag", "stroller"), [2]),
        (("--tag", "+RACE"), [2, 1]),
        (("--not-tag", "race"), [6, 4, 5, 3]),
        (("--place", "@Office"), [4]),
        (("--place", "turkey-trot"), [2]),
        (("--area", "work"), [4]),
        (("--area", "Fitness"), [2, 5, 3, 1]),
        (("--gear", "Old Bike"), [3]),
        (("--since", "2026-11-24"), [2, 6, 4, 5]),
        (("--until", "2026-11-22"), [3, 1]),
        (("--since", "2026-11-22", "--until", "2026-11-24"), [4, 5, 3]),
        (("--since", "yesterday"), [2, 6]),
        (("--period", "2021"), [1]),
        (("--period", "2026-11"), [2, 6, 4, 5, 3]),
        (("--period", "2026-W48"), [2, 6, 4, 5]),
        (("--period", "2026-Q4"), [2, 6, 4, 5, 3]),
        (("--period", "2026-11-24"), [4, 5]),
        (("--this-week",), [2, 6, 4, 5]),
        (("--last-week",), [3]),
        (("--this-month",), [2, 6, 4, 5, 3]),
        (("--last-month",), []),
        (("--this-year", "run"), [2, 5]),
        (("--last-year",), []),
        (("-n", "2"), [2, 6]),
    ],
)
def test_filters_choose_entries(
    journal: Stride, words: tuple[str, ...], numbers: list[int]
) -> None:
    document = journal.json("list", *words)
    assert [entry["number"] for entry in document["entries"]] == numbers
    assert document["total"] == (6 if "-n" in words else len(numbers))


def test_a_day_that_was_typed_is_told_as_it_was_understood(journal: Stride) -> None:
    ran = journal("list", "--since", "last monday", "--until", "yesterday")
    assert ran.err == "last monday: Mon 23 Nov 2026\nyesterday: Wed 25 Nov 2026\n"


def test_a_week_begins_when_the_person_says(journal: Stride) -> None:
    journal.ok("config", "set", "week_start", "sunday")
    numbers = [entry["number"] for entry in journal.json("list", "--this-week")["entries"]]
    assert numbers == [2, 6, 4, 5, 3]


def test_a_page_holds_twenty_entries_and_data_holds_all(stride: Stride) -> None:
    stride.begin(*(f"log study 30m --on 2026-10-{day:02}" for day in range(1, 23)))
    page = stride.ok("list").splitlines()
    assert len(page) == 23
    assert page[-1] == "The latest 20 of 22. All: --limit 22"
    assert len(stride.json("list")["entries"]) == 22
    assert len(stride.ok("list", "--csv").splitlines()) == 23
    assert len(stride.ok("list", "--limit", "22").splitlines()) == 23


def test_every_line_fits_into_80_columns(journal: Stride) -> None:
    journal.ok("activities", "add", "rock-climbing", "--like", "run")
    journal.ok("log", "rock-climbing", "142km", "11:10:00", "+a", "many words " * 9)
    for words in (["list"], ["show", "4"], ["show", "last"], ["list", "--limit", "1"]):
        assert all(len(line) <= 80 for line in journal.ok(*words).splitlines())


def test_an_empty_journal_says_how_to_begin(stride: Stride, golden: Golden) -> None:
    stride.type("list", "list --tag race", "list --json", "list --csv", "show 1", "show last")
    golden("list-nothing.txt", stride.transcript)
    assert not stride.journal.exists()


def test_what_cannot_be_asked_is_explained(journal: Stride, golden: Golden) -> None:
    journal.transcript = ""
    journal.type(
        "list rnu",
        "list run ride",
        "list --limit 0",
        "list --limit many",
        "list --limit 99999999999999999999",
        "list --since 2026-11-20 --until 2026-11-10",
        "list --since 2026-02-30",
        "list --since ''",
        "list --period 2026-13",
        "list --period autumn",
        "list --period 2026 --this-week",
        "list --this-week --last-week",
        "list --distance fast",
        "list --distance 10kg",
        "list --tag 'two words'",
        "list --json --csv",
        "list --jsn",
        "show 99",
        "show 0",
        "show -1",
        "show first",
        "show 1.5",
        "show",
    )
    golden("list-refusals.txt", journal.transcript)
