"""Words that make no goal of their kind: what is wrong, and the nearest valid form."""

import shlex

import pytest

from command_line import Stride

WRONG = {
    "run -10%": "stride goals add run distance -10%",
    "shift csat=95%/week": "stride goals add shift csat=95% --average",
    "run 5km --avoid": "stride goals add run 5km --at-most",
    "--avoid": "stride goals add --avoid +injury --this-year",
    "--do": 'stride goals add --do "Run the whole thing" --this-year',
    "run heart-rate=150 --average": "stride goals add run heart-rate=150 --at-most",
    "run csat=95%": "stride goals add shift csat=95%",
    "run distance=95%": "distance=1500km",
    "run 12km 1:00:00": "10k",
}
"""Lines, and what the hint says instead."""


@pytest.mark.parametrize(("line", "instead"), WRONG.items())
def test_the_nearest_valid_form_is_said(stride: Stride, line: str, instead: str) -> None:
    said = stride.refused(2, "goals", "add", *shlex.split(line))
    assert instead in said
    first, *_ = said.splitlines()
    assert first.startswith("stride: ")
    assert first.endswith((".", "?"))


@pytest.mark.parametrize("line", [line for line, said in WRONG.items() if "goals add" in said])
def test_and_makes_a_goal(stride: Stride, line: str) -> None:
    hint = WRONG[line].removeprefix("stride ")
    stride.ok(*shlex.split(hint))
    assert len(stride.json("goals")["goals"]) == 1
