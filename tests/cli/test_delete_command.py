"""``stride delete``: taking entries out, and asking first where there are several."""

import sys

import pytest

from command_line import Program, Stride
from conftest import Golden


@pytest.fixture
def three(stride: Stride) -> Stride:
    """Begin with three entries."""
    return stride.begin(
        "log run 10k 50:42 +race --on 2026-11-20",
        "log shift 29 csat=92 --on 2026-11-21",
        "log extra-mile 'Stayed late.' --on 2026-11-22",
    )


def numbers(stride: Stride) -> list[int]:
    return [entry["number"] for entry in stride.json("list")["entries"]]


def test_what_is_deleted_is_told(three: Stride, golden: Golden) -> None:
    three.type(
        "delete 1",
        "delete 1",
        "delete 2 last",
        "delete 2 3 --yes",
        "delete last",
        "undo",
        "list",
        "delete 2 99 --yes",
        "delete 2 two",
        "delete rnu",
        "delete 99999999999 --yes",
        "delete",
    )
    golden("delete.txt", three.transcript)


def test_several_without_an_answer_are_left_alone(three: Stride) -> None:
    before = three.kept()
    assert three("delete", "1", "2").code == 1
    assert three.kept() == before


def test_one_of_several_that_is_not_there_stops_all(three: Stride) -> None:
    before = three.kept()
    assert three("delete", "1", "99", "--yes").code == 3
    assert three.kept() == before


def test_the_same_entry_named_twice_is_one(three: Stride) -> None:
    assert three("delete", "1", "#1").code == 0
    assert numbers(three) == [3, 2]


def test_numbers_of_deleted_entries_are_not_given_again(three: Stride) -> None:
    three.ok("delete", "3")
    assert "✓ 4 " in three.ok("log", "run", "5k")


@pytest.mark.parametrize(
    ("answer", "left"),
    [("y", [1]), ("YES", [1]), ("", [3, 2, 1]), ("n", [3, 2, 1]), ("maybe", [3, 2, 1])],
)
def test_on_a_terminal_only_a_yes_deletes_several(
    three: Stride, program: Program, answer: str, left: list[int]
) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "stridelog", "delete", "2", "3"],
        env=program.environment,
        encoding="utf-8",
        timeout=30,
    )
    child.expect_exact("Delete these 2 entries? [y/N] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == (0 if len(left) == 1 else 1)
    assert numbers(three) == left
