"""``stride undo`` and ``stride redo``: everything can be taken back, and brought again."""

from pathlib import Path

import pytest

from command_line import Stride
from conftest import Golden

RUNS = """\
date,km
2026-11-01,5
2026-11-02,6
"""

COMMANDS = (
    "log run 10k 50:42 +race @home 'first words'",
    "log shift 29 csat=92",
    "edit 1 11k --without +race --note 'second thoughts'",
    "edit 2 --activity study --without tickets --without csat",
    "delete 1",
    "activities add climbing --measure routes:count:higher",
    "log climbing 12",
    "activities edit climbing --rename bouldering --rename-measure routes=problems",
    "activities edit bouldering --measure falls:count:lower",
    "activities retire bouldering",
    "activities edit run --measure distance:distance:neutral",
    "import runs.csv --map date=date --map activity:=run --map distance=km:km --yes",
    "delete 2 3 --yes",
    "activities edit bouldering --restore",
    "rest run mon fri",
    "rest run thu --skips 2",
    "pause bouldering --reason injured",
    "pause bouldering --to yesterday",
    "cadence 3/week",
    "activities edit run --rename trail",
)


@pytest.fixture
def runs(stride: Stride) -> Stride:
    """Work in a folder with a file of two runs."""
    (stride.here / "runs.csv").write_text(RUNS)
    stride.monkeypatch.chdir(stride.here)
    return stride


def state(stride: Stride) -> str:
    """Return everything that a person can see of the journal."""
    shown = (stride.ok(*words) for words in (("export",), ("streaks", "--json")))
    return "\n".join([*shown, stride.ok("search", "words", "--json")])


def test_every_command_can_be_taken_back_and_brought_again(runs: Stride) -> None:
    states = [state(runs)]
    for line in COMMANDS:
        runs.type(line)
        states.append(state(runs))
    assert "[exit" not in runs.transcript
    for before in reversed(states[:-1]):
        assert runs("undo").code == 0
        assert state(runs) == before
    for after in states[1:]:
        assert runs("redo").code == 0
        assert state(runs) == after


def test_what_was_taken_back_is_named(runs: Stride, golden: Golden) -> None:
    for line in COMMANDS:
        runs.type(line)
    runs.transcript = ""
    runs.type(*["undo"] * (len(COMMANDS) + 1), *["redo"] * (len(COMMANDS) + 1))
    golden("undo-redo.txt", runs.transcript)


def test_a_new_change_closes_the_way_forward(stride: Stride) -> None:
    stride.ok("log", "run", "5k")
    stride.ok("log", "run", "6k")
    stride.ok("undo")
    stride.ok("log", "run", "7k")
    assert stride("redo").code == 3
    stride.ok("undo")
    stride.ok("undo")
    assert stride("undo").code == 3
    stride.ok("redo")
    stride.ok("redo")
    assert stride("redo").code == 3
    distances = [e["values"]["distance"]["value"] for e in stride.json("list")["entries"]]
    assert distances == [7000.0, 5000.0]


def test_a_refused_command_leaves_nothing_to_undo(stride: Stride) -> None:
    stride.ok("log", "run", "5k")
    assert stride("log", "run", "10k", "2:00").code == 2
    assert stride("delete", "99").code == 3
    assert stride("activities", "edit", "run").code == 0
    assert stride("undo").err == "Undone: stride log run 5k  (1 entry)\n"


def test_a_dry_run_leaves_nothing_to_undo(runs: Stride) -> None:
    runs.ok("import", "runs.csv", "--map", "date=date", "--map", "activity:=run", "--dry-run")
    assert runs("undo").code == 3


def test_options_of_the_program_itself_are_no_part_of_what_is_undone(stride: Stride) -> None:
    stride.ok("--color", "never", "--journal", stride.journal, "log", "run", "5k")
    assert stride("undo").err == "Undone: stride log run 5k  (1 entry)\n"


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_with_nothing_to_undo_nothing_is_made(stride: Stride, command: str) -> None:
    assert stride.refused(3, command).startswith(f"stride: There is nothing to {command}.")
    assert not stride.journal.exists()


def test_undo_takes_back_an_import_and_a_second_one_adds_it_again(runs: Stride) -> None:
    words = ("import", "runs.csv", "--map", "date=date", "--map", "activity:=run", "--yes")
    runs.ok(*words)
    runs.ok("undo")
    assert runs.json(*words)["files"][0]["added"] == 2


def test_deleted_entries_of_an_import_stay_deleted(runs: Stride) -> None:
    words = ("import", "runs.csv", "--map", "date=date", "--map", "activity:=run", "--yes")
    runs.ok(*words)
    runs.ok("delete", "1")
    (file,) = runs.json(*words)["files"]
    assert (file["added"], file["known"], file["deleted"]) == (0, 1, [2])


def test_journals_of_undone_imports_export_alike(runs: Stride, tmp_path: Path) -> None:
    runs.ok("log", "run", "5k")
    before = runs.kept()
    words = ("import", "runs.csv", "--map", "date=date", "--map", "activity:=jog", "--yes")
    runs.ok(*words)
    assert "jog" in runs.kept()
    runs.ok("undo")
    assert runs.kept() == before
    assert (tmp_path / "runs.csv").read_text() == RUNS
