"""``stride tag``: tags on and off, of one entry or many."""

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def some(stride: Stride) -> Stride:
    """Begin with five entries."""
    return stride.begin(
        "log run 10k 51:46 @turkey-trot --on '2021-11-25 8:00'",
        "log run 10k 52:10 @turkey-trot +stroller --on '2022-11-24 8:00'",
        "log run 5k @park --on 2026-11-20",
        "log shift 29 csat=92 +stroller --on 2026-11-21",
        "log run 10k 50:42 @turkey-trot --on today",
    )


def tags(stride: Stride) -> dict[int, list[str]]:
    return {entry["number"]: entry["tags"] for entry in stride.json("list")["entries"]}


def test_tags_go_on_and_off(some: Stride, golden: Golden) -> None:
    some.type(
        "tag 3 +race +Snow",
        "tag last +race --without stroller",
        "tag 2 --without +stroller",
        "tag 3 +race",
        "tag 1-3,5 +hilly --dry-run",
        "tag 1-3,5 +hilly --yes",
        "tag run --place turkey-trot --since 2022-01-01 +race --yes",
        "tag --tag hilly --without hilly --yes",
        "tag --tag stroller +stroller",
        "undo",
        "list",
    )
    golden("tag.txt", some.transcript)


@pytest.mark.parametrize(
    ("words", "tagged"),
    [
        (["2"], {2}),
        (["#2"], {2}),
        (["last"], {5}),
        (["1", "3"], {1, 3}),
        (["1,3"], {1, 3}),
        (["1,", "3,", "#4"], {1, 3, 4}),
        (["2-4"], {2, 3, 4}),
        (["4-last", "1"], {1, 4, 5}),
        (["4-99"], {4, 5}),
        (["1-3", "2-5"], {1, 2, 3, 4, 5}),
        (["run"], {1, 2, 3, 5}),
        (["run", "--not-tag", "stroller"], {1, 3, 5}),
        (["--area", "work"], {4}),
        (["--distance", "10k"], {1, 2, 5}),
        (["--period", "2021"], {1}),
        (["--place", "turkey-trot", "--this-year"], {5}),
    ],
)
def test_entries_are_named_by_number_or_by_what_they_are(
    some: Stride, words: list[str], tagged: set[int]
) -> None:
    some.ok("tag", *words, "+new", "--yes")
    assert {number for number, found in tags(some).items() if "new" in found} == tagged


def test_commas_stand_between_tags(some: Stride) -> None:
    some.ok("tag", "3", "+wet,windy", "+cold,")
    assert {"wet", "windy", "cold"} <= set(tags(some)[3])
    some.ok("tag", "3", "--without", "wet,cold")
    assert {"wet", "windy", "cold"} & set(tags(some)[3]) == {"windy"}


def test_many_are_one_change(some: Stride) -> None:
    before = some.kept()
    some.ok("tag", "run", "+new", "--yes")
    assert some("undo").err == "Undone: stride tag run +new --yes  (4 entries)\n"
    assert some.kept() == before


def test_what_is_so_already_is_left_out_and_counted(some: Stride) -> None:
    document = some.json("tag", "1-5", "+stroller", "--yes")
    assert (document["unchanged"], [e["number"] for e in document["entries"]]) == (2, [1, 3, 5])
    assert some.json("tag", "2,4", "+stroller", "--yes") == {
        "schema": "stride.edit/1",
        "dry_run": False,
        "unchanged": 2,
        "entries": [],
    }
    assert some("undo").err.startswith("Undone: stride tag 1-5")


def test_without_an_answer_several_are_left_alone(some: Stride) -> None:
    before = some.kept()
    ran = some("tag", "1-3", "+new")
    assert ran.code == 1
    assert "Change these 3 entries? Nobody is there to answer" in ran.err
    assert some.kept() == before


def test_slips_are_explained_and_nothing_is_changed(some: Stride, golden: Golden) -> None:
    before = some.kept()
    some.type(
        "tag",
        "tag 1",
        "tag +race",
        "tag 1 race",
        "tag 1 -race",
        "tag 1 --nope",
        "tag 1 @park +race",
        "tag 1 '+two words'",
        "tag 1 +",
        "tag 1 --without snow",
        "tag 1-3 --without snow",
        "tag 1 --without ''",
        "tag 99 +race",
        "tag 50-60 +race",
        "tag 3-1 +race",
        "tag 1- +race",
        "tag 1 --tag stroller +race",
        "tag run ride +race",
        "tag --tag nowhere +race",
        "tag run --since 2030-01-01 +race",
        "tag rnu +race",
    )
    golden("tag-refusals.txt", some.transcript)
    assert some.kept() == before


def test_in_an_empty_journal_there_is_nothing_to_tag(stride: Stride) -> None:
    assert stride.refused(3, "tag", "last", "+race").startswith("stride: Nothing is logged yet.")
    assert stride.refused(3, "tag", "--tag", "x", "+race").startswith("stride: No entry is like")
