"""What holds for every kind of goal, by the names of their modules."""

import shlex
from datetime import date

import pytest
from goal_lines import LINES, line_of

from command_line import Stride
from stridelog.cli.goals.kinds import KINDS, kind_named
from stridelog.domain.additions import names
from stridelog.domain.goal import Goal
from stridelog.domain.goal_line.line import GoalTime
from stridelog.domain.standing import Facts


@pytest.mark.parametrize("kind", names(KINDS))
def test_the_example_of_a_kind_makes_such_a_goal(kind: str, stride: Stride) -> None:
    stride.ok("goals", "add", *shlex.split(kind_named(kind).EXAMPLE))
    (goal,) = stride.json("goals")["goals"]
    assert goal["kind"] == kind
    assert goal["title"]


@pytest.mark.parametrize(("text", "kind"), LINES.items())
def test_of_every_line_one_kind_says_that_it_is_its_own(text: str, kind: str) -> None:
    line = line_of(text, GoalTime(date(2026, 1, 1), date(2026, 12, 31)))
    assert [name for name in names(KINDS) if kind_named(name).takes(line)] == [kind]


@pytest.mark.parametrize(("text", "name"), LINES.items())
def test_a_kind_can_judge_a_goal_of_which_the_journal_knows_nothing(text: str, name: str) -> None:
    kind = kind_named(name)
    for deadline in (None, date(2026, 12, 31)):
        version = kind.made(line_of(text, GoalTime(date(2026, 2, 1), deadline)), date(2026, 2, 1))
        assert version.kind == name
        for at in (date(2026, 2, 1), date(2026, 8, 1), date(2026, 12, 31), date(2027, 1, 1)):
            assert kind.stands(Goal((version,)), version, Facts(), at).at == at
        kind.demand(version, Facts())
