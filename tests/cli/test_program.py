"""``stride`` as a program among others: pipes, signals, encodings, several at once."""

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from command_line import Program, Stride

ROWS = 30_000
"""Rows of an import that is interrupted: long enough to be caught in the middle."""


@pytest.fixture
def journal(stride: Stride) -> Stride:
    """Begin with three entries, whose notes are not all ASCII."""
    return stride.begin(
        "log run 10k 50:00 'Straße im Café' +été",
        "log run 5k 25:00 '🏃 東京'",
        "log shift 29 csat=92",
    )


@pytest.mark.usefixtures("journal")
def test_whoever_reads_may_stop_reading(program: Program) -> None:
    for words in (["list"], ["list", "--json"], ["export"], ["export", "--format", "csv"]):
        first = subprocess.Popen(
            [*program.words, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=program.environment,
        )
        assert first.stdout is not None
        first.stdout.close()
        _, err = first.communicate(timeout=30)
        assert (first.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.usefixtures("journal")
def test_a_full_disk_behind_stdout_is_told(program: Program) -> None:
    for words in (["list"], ["export"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*program.words, *words],
                stdout=full,
                stderr=subprocess.PIPE,
                env=program.environment,
                check=False,
            )
        assert done.returncode == 1
        said, hint = done.stderr.splitlines()
        assert said == b"stride: What there is to say cannot be written: no space left on device."
        assert b"is saved all the same" in hint


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(journal: Stride, program: Program, closed: str) -> None:
    words = " ".join(program.words)
    done = subprocess.run(
        ["/bin/sh", "-c", f"{words} log run 7k {closed}; {words} list nothing {closed}"],
        env=program.environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert journal.json("list")["total"] == 4


@pytest.mark.parametrize("words", [["list"], ["show", "1"], ["compare"], ["search", "strasse"]])
@pytest.mark.usefixtures("journal")
def test_a_terminal_that_knows_only_ascii_gets_ascii(program: Program, words: list[str]) -> None:
    ran = program(*words, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ran.code == 0, ran
    assert ran.out.isascii()


def test_data_for_ascii_loses_nothing(journal: Stride, program: Program) -> None:
    import json

    plain = program("list", "--json", PYTHONIOENCODING="ascii")
    assert plain.out.isascii()
    assert json.loads(plain.out) == journal.json("list")


def test_bytes_that_are_no_text_are_refused(journal: Stride, program: Program) -> None:
    before = journal.kept()
    for words in ((b"run", b"5k", b"caf\xe9 au lait"), (b"run", b"+caf\xe9")):
        done = subprocess.run(
            [*program.words, "log", *words],
            env=program.environment,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"stride: ")
        assert b"went wrong" not in done.stderr
    assert journal.kept() == before


def test_a_journal_may_lie_under_any_name(program: Program, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9 %20?#.db"
    words: list[str | bytes] = [*program.words, "--journal", name]
    for command in (["log", "run", "5k"], ["undo"], ["redo"], ["list"]):
        done = subprocess.run(
            [*words, *command], env=program.environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert b"5.00 km" in done.stdout


def test_an_interrupted_import_leaves_nothing_behind(
    journal: Stride, program: Program, tmp_path: Path
) -> None:
    lines = (f"2020-01-01 {n // 3600 % 24}:{n // 60 % 60:02}:{n % 60:02},{n}" for n in range(ROWS))
    (tmp_path / "many.csv").write_text("\n".join(["day,metres", *lines]))
    before = journal.kept()
    log = tmp_path / "journal.db-wal"
    words = ("--map", "date=day", "--map", "activity:=run", "--map", "distance=metres:m", "--yes")
    with subprocess.Popen(
        [*program.words, "import", "many.csv", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program.environment,
        cwd=tmp_path,
    ) as importing:
        limit = time.monotonic() + 60
        while importing.poll() is None and time.monotonic() < limit:
            if log.exists() and log.stat().st_size > 0:
                break
        importing.send_signal(signal.SIGINT)
        out, err = importing.communicate(timeout=60)
    assert (importing.returncode, out) == (130, b"")
    assert err == b"stride: interrupted. Nothing was saved.\n"
    assert journal.kept() == before
    assert "3 entries" not in journal("undo").err
    with closing(sqlite3.connect(journal.journal)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_several_at_once_lose_nothing(stride: Stride, program: Program) -> None:
    stride.begin("log run 1k")
    logging = [
        subprocess.Popen(
            [*program.words, "log", "run", f"{number}k"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=program.environment,
        )
        for number in range(2, 8)
    ]
    for one in logging:
        _, err = one.communicate(timeout=60)
        assert (one.returncode, err) == (0, b"")
    distances = [e["values"]["distance"]["value"] for e in stride.json("list")["entries"]]
    assert sorted(distances) == [1000.0 * number for number in range(1, 8)]


def test_two_that_begin_a_journal_at_once_share_it(stride: Stride, program: Program) -> None:
    logging = [
        subprocess.Popen(
            [*program.words, "log", "run", f"{number}k"], env=program.environment, stdout=-3
        )
        for number in (1, 2, 3)
    ]
    assert [one.wait(timeout=60) for one in logging] == [0, 0, 0]
    assert stride.json("list")["total"] == 3
    assert sorted(file.name for file in stride.here.iterdir()) == ["journal.db"]


def test_nothing_is_left_beside_the_journal(program: Program, tmp_path: Path) -> None:
    for words in (["log", "run", "5k"], ["list"], ["edit", "1", "6k"], ["undo"], ["streaks"]):
        assert program(*words).code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["journal.db"]
    assert (tmp_path / "journal.db").stat().st_mode & 0o077 == 0
