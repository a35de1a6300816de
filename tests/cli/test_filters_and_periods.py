"""Filters and periods that commands share: what they mean, and what they say of slips."""

import pytest

from command_line import Stride


@pytest.fixture
def journal(stride: Stride) -> Stride:
    """Begin with entries of five years, one of them with everything."""
    return stride.begin(
        "log run 10k 50:42 +race @riverside --gear Pegasus --on '2026-11-20 7:30'",
        "log run 5k --on '2026-10-27 7:00'",
        "log run 5k --on '2026-10-26 7:00'",
        "log run 5k --on '2021-11-27 7:00'",
        "log run 5k --on '2021-11-26 7:00'",
    )


def numbers(stride: Stride, *words: str) -> list[int]:
    """Return the numbers of the entries that a command finds."""
    return [entry["number"] for entry in stride.json("list", *words)["entries"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--weeks", "1"), [1]),
        (("--months", "1"), [1, 2]),
        (("--years", "5"), [1, 2, 3, 4]),
        (("--years", "6"), [1, 2, 3, 4, 5]),
    ],
)
def test_a_period_is_counted_back_from_today(
    journal: Stride, words: tuple[str, ...], found: list[int]
) -> None:
    assert numbers(journal, *words) == found


@pytest.mark.parametrize(
    "words",
    [
        ("--years", "1", "--months", "1"),
        ("--weeks", "1", "--this-week"),
        ("--years", "1", "--since", "yesterday"),
        ("--years", "1", "--period", "2026"),
        ("--years", "0"),
        ("--years", "99999"),
        ("--weeks", "999999999"),
    ],
)
def test_what_is_no_one_period_is_refused(journal: Stride, words: tuple[str, ...]) -> None:
    for command in ("list", "export"):
        assert "went wrong" not in journal.refused(2, command, *words)


def test_weeks_begin_where_the_person_says(journal: Stride) -> None:
    monday = journal("list", "--since", "sunday last week").err
    journal.ok("config", "set", "week-start", "sunday")
    assert monday == "sunday last week: Sun 22 Nov 2026\n"
    assert journal("list", "--since", "sunday last week").err.startswith(
        "sunday last week: Sun 15 Nov"
    )


def test_an_area_of_no_activity_is_refused(journal: Stride) -> None:
    assert journal.refused(3, "list", "--area", "fitnes").startswith(
        'stride: There is no area "fitnes". Did you mean fitness?\n  One of: '
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--place", "nowhere"), "No entry has the place nowhere.\n"),
        (("--place", "@Riversid"), "No entry has the place riversid. Did you mean riverside?\n"),
        (("--tag", "rcae"), "No entry has the tag rcae. Did you mean race?\n"),
        (("--not-tag", "rcae"), "No entry has the tag rcae. Did you mean race?\n"),
        (("--gear", "pegasus"), "No entry has the gear pegasus. Did you mean Pegasus?\n"),
        (("--gear", " Pegasus "), ""),
        (("--tag", "race", "--place", "riverside"), ""),
    ],
)
def test_what_no_entry_has_is_said_beside_the_answer(
    journal: Stride, words: tuple[str, ...], said: str
) -> None:
    ran = journal("list", *words, "--json")
    assert (ran.code, ran.err) == (0, said)


@pytest.mark.parametrize(
    "words",
    [
        ("search", "caf\udcff"),
        ("list", "--gear", "\udcff"),
        ("list", "--area", "\udcff"),
        ("compare", "--place", "\udcff"),
        ("export", "--gear", "\udcff"),
        ("log", "run", "5k", "--gear", "\udcff"),
    ],
)
def test_bytes_that_are_no_text_are_told(journal: Stride, words: tuple[str, ...]) -> None:
    said = journal.refused(2, *words)
    assert "went wrong" not in said
    assert "\udcff" not in said


def test_a_file_may_have_any_bytes_for_a_name(journal: Stride) -> None:
    name = journal.here / "caf\udce9.json"
    journal.ok("export", "--output", name)
    assert name.exists()
    journal.ok("import", name, "--yes")
