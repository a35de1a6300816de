"""What makes no goal: what is wrong with it, and the nearest that is right."""

import shlex

import pytest
from goal_years import lived

from command_line import Stride
from conftest import Golden

REFUSED = (
    # a target in the wrong dimension
    "goals add run distance=95% --this-year",
    "goals add run 95% --this-year",
    "goals add shift csat=50km --this-year",
    "goals add run pace=50km --this-year",
    "goals add run marathon 250bpm=3 --this-year",
    "goals add shift csat=950% --this-year",
    "goals add run resolution -10% --this-year",
    # a deadline in the past
    "goals add run 500km --by 2026-05-15",
    'goals add run 500km --by "15 may 2025"',
    "goals add run 500km --by yesterday",
    "goals add run 500km --period 2025",
    "goals add run 500km --period 2026-Q3",
    "goals add run 500km --by 30feb",
    'goals add run 500km --by "29 feb"',
    "goals add run 500km --from 2027-05-01 --by 2027-04-01",
    "goals add run 500km --this-year --by 2027-01-01",
    'goals add run 500km --this-year --step "200km by 2027-02-01"',
    'goals add run 500km --this-year --step "600km by 2026-12-01"',
    'goals add run 500km --this-year --step "1:30 by 2026-12-01"',
    'goals add run 500km --this-year --step "200km"',
    # a measure that the activity lacks
    "goals add run csat=95% --this-year",
    "goals add run csat --this-year",
    "goals add run distnce=500km --this-year",
    "goals add study 500km --this-year",
    "goals add extra-mile 30m --this-year",
    # what nothing can be, and what is meant by it
    'goals add ""',
    "goals add run 200 --this-year",
    "goals add shift 200 --this-year",
    "goals add run 1/year",
    'goals add run 500km --by "end of year"',
    "goals add run 500km --by christmas",
    "goals add run --avoid --do",
    "goals delete 1",
    "goals done 1",
    # a contradictory range
    "goals add run 500km --at-least --at-most --this-year",
    "goals add run at least 500km --at-most --this-year",
    "goals add run --at-least 10km --at-most 5km --this-year",
    "goals add run -10% --from-last-quarter",
    "goals add run distance=3runs --this-year",
    "goals add run 40-50km/week --this-year",
    "goals add run 50-40km/week --this-year",
    "goals add run 400km 500km --this-year",
    "goals add run 3/week 4/week --this-year",
    "goals add run 3/week 40km/week --this-year",
    "goals add shift csat=95% resolution=14m --this-year",
    "goals add shift resolution -150% --this-quarter",
    # words that are nothing, or nothing yet
    "goals add rnu 500km --this-year",
    "goals add run --this-year",
    "goals add 500km --this-year",
    "goals add run 0km --this-year",
    "goals add run 500km this year",
    "goals add run 500km 2027-05-15",
    "goals add run 12km 50:00 --this-year",
    "goals add run marathon 1:50:00 --this-year",
    "goals add --do --this-year",
    "goals add run 500km --this-year --rank A",
    "goals add run 500km --this-year --event Rotterdam --rank D",
    "goals add run 500km --this-yaer",
    # goals that are not there, and changes that change nothing
    "goals show 99",
    "goals edit 1",
    "goals edit 1 20%",
    "goals edit 1 60h",
    "goals edit 1 3/week",
    "goals edit 1 shift 50x",
    "goals edit 1 --by 2026-05-15",
    "goals edit 1 --shared --private",
    "goals edit 1 --drop-step friday",
    "goals edit 99 --why no",
    "goals close 1 --done",
    "goals pause nothing",
    "goals resume 99999999999",
)


@pytest.mark.parametrize("line", REFUSED)
def test_it_is_refused_and_changes_nothing(stride: Stride, line: str) -> None:
    lived(stride).ok("goals", "add", "run", "500km", "--this-year")
    before = stride.kept()
    ran = stride(*shlex.split(line))
    assert ran.code in {2, 3}, ran
    assert ran.err.count("\n") >= 2, "what is wrong, and what would be right"
    assert stride.kept() == before


def test_what_is_wrong_is_said_with_what_would_be_right(stride: Stride, golden: Golden) -> None:
    lived(stride).ok("goals", "add", "run", "500km", "--this-year")
    stride.type(*REFUSED)
    golden("goals-refusals.txt", stride.transcript)
    assert all(len(line) <= 88 for line in stride.transcript.splitlines())
