"""Two people at one journal: a run is logged while another one is."""

import subprocess
from contextlib import closing

import pytest
from example_journals import DAY, NOW, add, assert_file_sound, run
from recomputed import assert_kept_ready

from command_line import Program
from stridelog.domain.filters import Filters
from stridelog.store.connect import open_reading
from stridelog.store.reading.entries import count
from stridelog.store.writing import open_journal


@pytest.mark.parametrize("begun", [False, True], ids=["a new journal", "a journal that stands"])
def test_what_two_processes_log_at_the_same_time_is_all_there(
    program: Program,
    begun: bool,  # noqa: FBT001 (a parameter of pytest)
) -> None:
    path = program.here / "journal.db"
    if begun:
        add(open_journal(path, NOW), run(DAY))
    words = [*program.words, "log", "run", "5k", "25:00"]
    processes = [
        subprocess.Popen(
            words, env=program.environment, cwd=program.here, stdout=subprocess.DEVNULL
        )
        for _ in range(2)
    ]
    assert [process.wait() for process in processes] == [0, 0]
    with closing(open_reading(path)) as connection:
        assert count(connection, Filters()) == 2 + begun
        assert_kept_ready(connection)
    assert_file_sound(path)
    assert [left.name for left in program.here.iterdir()] == ["journal.db"]


def test_a_journal_can_be_read_while_it_is_changed(program: Program) -> None:
    path = program.here / "journal.db"
    journal = open_journal(path, NOW)
    add(journal, run(DAY))
    with journal.swap() as change:
        change.execute("UPDATE entry SET note = 'not yet'")
        ran = program("list", "--json")
    assert ran.code == 0
    assert "not yet" not in ran.out
