"""Without goals, whoever asks for them looks once, and imports nothing for their sake."""

import subprocess
import sys
from pathlib import Path

import pytest
from traced_statements import traced

from command_line import Stride

GOALS = ("stridelog.domain.goal", "stridelog.domain.standing", "stridelog.cli.goals")

MODULES = """
import sys
from stridelog.cli.app import run
run(sys.argv[1:])
print(*sys.modules)
"""


@pytest.fixture
def journal(stride: Stride) -> Stride:
    return stride.begin("log run 10k 50:00 --on 2026-11-20")


@pytest.mark.parametrize("words", [(), ("celebrate", "--week"), ("log", "run", "5k", "25:00")])
def test_a_journal_without_goals_is_asked_once_whether_it_has_any(
    journal: Stride, words: tuple[str, ...]
) -> None:
    with traced() as statements:
        assert journal(*words).code == 0
    assert len([statement for statement in statements if "goal" in statement]) == 1


@pytest.mark.parametrize("words", [(), ("celebrate", "--week")])
def test_nothing_is_imported_for_goals_that_are_not_there(
    journal: Stride, words: tuple[str, ...]
) -> None:
    assert Path(journal.journal).exists()
    ran = subprocess.run(
        [sys.executable, "-c", MODULES, *words], capture_output=True, text=True, check=True
    )
    imported = ran.stdout.splitlines()[-1].split()
    assert [name for name in imported if name.startswith(GOALS)] == []
