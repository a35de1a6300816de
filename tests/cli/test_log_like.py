"""``stride log --like``: once more, with its own numbers; and with whom."""

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def done_before(stride: Stride) -> Stride:
    """Begin with a run that has everything, and a ride."""
    return stride.begin(
        "log run 10k 50:42 +race +snow @riverside 'turkey trot' --gear Pegasus --effort 7 "
        "--with sam --on '2026-11-20 7:30'",
        "log ride 40km --gear Gravel --on 2026-11-21",
    )


def newest(stride: Stride) -> dict[str, object]:
    (entry,) = stride.json("show", "last")["entries"]
    return entry  # type: ignore[no-any-return]


def test_its_circumstances_are_kept_and_its_numbers_are_new(
    done_before: Stride, golden: Golden
) -> None:
    done_before.type(
        "log --like 1 48:10",
        "log --like 1 run 5k +night @park 'Another note.' --gear Ghost --effort 3 --on yesterday",
        "log --like 1 --without +snow --without @ --without gear --without with-sam 9k",
        "log --like last",
        "log --like 2 30km --dry-run",
    )
    golden("log-like.txt", done_before.transcript)


def test_what_was_felt_and_thought_is_not_repeated(done_before: Stride) -> None:
    done_before.ok("log", "--like", "1", "48:10")
    entry = newest(done_before)
    assert (entry["effort"], entry["note"], list(entry["values"])) == (None, None, ["duration"])  # type: ignore[call-overload]
    assert entry["tags"] == ["race", "snow", "with-sam"]
    assert (entry["place"], entry["gear"]) == ("riverside", "Pegasus")
    assert str(entry["at"]).startswith("2026-11-26T08:12")


def test_another_activity_does_not_take_the_gear_along(done_before: Stride) -> None:
    done_before.ok("log", "--like", "1", "walk", "5k")
    entry = newest(done_before)
    assert (entry["activity"], entry["place"], entry["gear"]) == ("walk", "riverside", None)


def test_slips_are_explained_and_nothing_is_saved(done_before: Stride, golden: Golden) -> None:
    before = done_before.kept()
    done_before.type(
        "log --like 99 48:10",
        "log --like one 48:10",
        "log --like '' 48:10",
        "log --like 1 rnu 48:10",
        "log --like 1 14m",
        "log --like 1 --without +night",
        "log --like 1 --without note",
        "log run 5k --without +race",
        "log --like 1 2:10 10k",
        "log run 5k --with ' '",
        "log run 5k --with sam,with-",
        "log run 5k --with 'a[b\x1b'",
        "log --dry-run",
    )
    golden("log-like-refused.txt", done_before.transcript)
    assert done_before.kept() == before


def test_what_was_retired_is_not_repeated(done_before: Stride) -> None:
    done_before.ok("activities", "retire", "ride")
    assert "ride is retired" in done_before.refused(2, "log", "--like", "2", "30km")


@pytest.mark.parametrize(
    ("names", "tags"),
    [
        (["sam"], ["with-sam"]),
        (["Sam"], ["with-sam"]),
        (["sam", "ann"], ["with-ann", "with-sam"]),
        (["sam, Ann Lee"], ["with-ann-lee", "with-sam"]),
        (["+sam", "sam", "+with-sam"], ["with-sam"]),
    ],
)
def test_with_whom_is_a_tag_that_lists_can_ask_for(
    stride: Stride, names: list[str], tags: list[str]
) -> None:
    stride.ok("log", "run", "5k", *(word for name in names for word in ("--with", name)))
    assert newest(stride)["tags"] == tags
    assert stride.json("list", "--tag", "with-sam")["total"] == 1


def test_with_whom_can_be_corrected(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "--with", "sam")
    stride.ok("edit", "last", "--with", "ann", "--without", "+with-sam")
    assert newest(stride)["tags"] == ["with-ann"]
