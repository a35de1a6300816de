"""Correcting and deleting several entries at once: shown first, asked about, one change."""

import sys

import pytest

from command_line import Program, Stride
from conftest import Golden


@pytest.fixture
def some(stride: Stride) -> Stride:
    """Begin with runs on one course and in one pair of shoes, and a shift."""
    return stride.begin(
        "log run 10k 50:42 @riverside +race --gear Pegasus --effort 7 --on '2026-11-18 7:30'",
        "log run 5k 24:59 @riverside 'So easy.' --gear Pegasus --on '2026-11-19 7:30'",
        "log run 8k 40:00 @park +race --gear Ghost --on '2026-11-20 7:30'",
        "log shift 8h 29 csat=92 --on 2026-11-21",
    )


def test_several_are_corrected_at_once(some: Stride, golden: Golden) -> None:
    some.type(
        "edit 1,2 @river-path +loop --dry-run",
        "edit 1,2 @river-path +loop --yes",
        "edit --with-gear Pegasus --gear 'Pegasus 41' --without effort --yes",
        "edit run --since 2026-11-19 --activity walk --effort 2 --with sam --yes",
        "edit 1-4 effort=2 --note '' --yes",
        "edit --tag race --without +race --yes",
        "edit 1-3 @river-path",
        "edit 1 12k --on yesterday --without effort --dry-run",
        "list",
        "show 2",
        "undo",
    )
    golden("bulk-edit.txt", some.transcript)


def test_what_cannot_be_said_of_several_is_refused(some: Stride, golden: Golden) -> None:
    before = some.kept()
    some.type(
        "edit 1,2 50:00",
        "edit 1,2 distance=5k",
        "edit 1,2 'A note.'",
        "edit 1,2 --note 'A note.'",
        "edit 1,2 --on yesterday",
        "edit 1,2 --effort 11",
        "edit 1,2 --without +snow",
        "edit 1,2",
        "edit 1 --dry-run",
        "edit , +x",
        "delete 1-",
        "delete '#'",
        "delete ,",
        "edit --tag race",
        "edit --tag race 1 +x",
        "edit --tag nowhere +x",
        "edit --gear Ghost",
        "edit +x",
        "edit 1,99 +x",
        "edit 1-4 --activity shift --yes",
        "edit run --activity rnu",
        "edit 1,2 @one @two",
        "edit --since 2026-11-20 --until 2026-11-19 +x",
    )
    golden("bulk-edit-refusals.txt", some.transcript)
    assert some.kept() == before


def test_ids_and_origins_stay(some: Stride) -> None:
    before = {e["number"]: e["uid"] for e in some.json("list")["entries"]}
    some.ok("edit", "1-4", "@elsewhere", "--yes")
    assert {e["number"]: e["uid"] for e in some.json("list")["entries"]} == before


def test_thousands_are_corrected_and_brought_back(
    stride: Stride, monkeypatch: pytest.MonkeyPatch
) -> None:
    from io import BytesIO, TextIOWrapper

    lines = "".join(f"2026-{1 + n % 10:02}-{1 + n % 28:02} run 5k\n" for n in range(1500))
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(lines.encode())))
    stride.ok("log", "-")
    before = stride.kept()
    assert stride.ok("edit", "run", "@park", "--yes").splitlines()[-2:] == [
        "and 1490 more: 1500 entries change, 1 Jan – 28 Oct 2026",
        "Take it all back with: stride undo",
    ]
    assert stride.json("list", "--place", "park", "--limit", "1")["total"] == 1500
    stride.ok("undo")
    assert stride.kept() == before
    assert "Deleted 1500 entries" in stride("delete", "run", "--yes").err
    stride.ok("undo")
    assert stride.kept() == before


@pytest.mark.parametrize(("answer", "places"), [("y", {"x"}), ("n", {"riverside", "park"})])
def test_on_a_terminal_it_is_shown_and_asked(
    some: Stride, program: Program, answer: str, places: set[str]
) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "stridelog", "edit", "run", "@x"],
        env=program.environment,
        encoding="utf-8",
        timeout=30,
    )
    child.expect_exact("@riverside → @x")
    child.expect_exact("Change these 3 entries? [y/N] ")
    child.sendline(answer)
    if answer == "y":
        child.expect_exact("Changed 3 entries. Take it all back with: stride undo")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == (0 if answer == "y" else 1)
    assert {entry["place"] for entry in some.json("list", "run")["entries"]} == places


def test_a_pace_alone_changes_the_time_and_says_so(some: Stride) -> None:
    ran = some("edit", "1", "pace=5:00/km")
    assert ran.err == "duration: 50:42 → 50:00\n"
    assert "10.00 km in 50:00 · 5:00/km" in ran.out
    assert "12.00 km in 1:00:00" in some.ok("edit", "1", "12k", "5:00/km")
    assert "10.00 km in 50:00" in some.ok("edit", "1", "50:00", "5:00/km")


def test_a_pace_changes_the_distance_where_only_the_time_is_known(stride: Stride) -> None:
    stride.ok("log", "run", "50:00")
    assert "10.00 km in 50:00" in stride.ok("edit", "last", "pace=5:00/km")


def test_a_speed_alone_changes_the_time(stride: Stride) -> None:
    stride.ok("log", "ride", "40km", "2h")
    ran = stride("edit", "last", "30km/h")
    assert ran.err == "duration: 2:00:00 → 1:20:00\n"
    assert "40.00 km in 1:20:00" in ran.out


def test_a_pace_needs_a_distance_or_a_time(stride: Stride) -> None:
    stride.ok("log", "run", "140bpm")
    assert stride.refused(2, "edit", "last", "pace=5:00/km") == (
        "stride: pace=5:00/km alone does not say how much.\n  Add the duration or the distance.\n"
    )


def test_several_are_deleted_by_what_they_are(some: Stride, golden: Golden) -> None:
    some.type(
        "delete run --place riverside --dry-run",
        "delete run --place riverside",
        "delete run --place riverside --yes",
        "delete --tag nowhere --yes",
        "delete 3-4 --yes",
        "list",
        "delete",
        "delete --yes",
    )
    golden("bulk-delete.txt", some.transcript)
