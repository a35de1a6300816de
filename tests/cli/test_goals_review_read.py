"""How a review reads: amounts as amounts, an event as a heading, narrow screens, promises."""

import pytest

from command_line import Stride
from stridelog.domain.errors import UsageError

MONDAY, NEXT_MONDAY = "2026-10-12T08:00:00", "2026-10-19T08:00:00"


@pytest.fixture
def runner(stride: Stride) -> Stride:
    return stride.at(MONDAY).begin("log run 10k 50:00 --on 2026-09-05")


@pytest.fixture
def agent(stride: Stride) -> Stride:
    return stride.at(MONDAY).begin(
        "log shift 8h tickets=30 responses=10 csat=90% resolution=25m --on 2026-10-05",
        "goals add shift csat=95% --this-quarter",
    )


def review(stride: Stride, *words: str) -> str:
    return stride.ok("goals", "review", *words)


@pytest.mark.parametrize("form", [(), ("--markdown",), ("--week", "2026-W42")])
def test_what_a_sum_is_to_change_by_is_shown_as_the_amount_it_comes_to(
    runner: Stride, form: tuple[str, ...]
) -> None:
    runner.ok("goals", "add", "run", "distance", "+10%", "--from-last-quarter")
    assert "0 km of 11 km" in review(runner, *form)


def test_an_event_is_a_heading_with_its_goals_below_by_rank(runner: Stride) -> None:
    for rank, time in (("C", "2:00"), ("A", "1:45"), ("B", "1:50")):
        words = f"run half {time} --by 2027-04-11 --event Rotterdam --rank {rank}"
        runner.ok("goals", "add", *words.split())
    runner.ok("goals", "add", "run", "100km", "--this-year")
    page = review(runner)
    parts = ["run 100 km", "\nRotterdam\n\n2  A: run", "\n3  B: run", "\n1  C: run"]
    assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)
    assert page.count("Rotterdam\n") == 1
    assert page.count("last week no runs") == 2


def test_what_holds_does_not_say_twice_that_there_was_none(runner: Stride) -> None:
    runner.ok("goals", "add", "run", "+injury", "--avoid", "--this-year")
    page = review(runner)
    assert "holding   no run +injury" in page
    assert "last week" not in page


@pytest.mark.parametrize("columns", ["40", "30"])
def test_on_a_narrow_screen_lines_fold_below_what_they_go_on_with(
    agent: Stride, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = review(agent).splitlines()
    goal = next(place for place, line in enumerate(lines) if line.startswith("1  "))
    assert all(line.startswith("   ") for line in lines[goal + 1 :] if line)
    assert all(len(line) <= int(columns) for line in lines[goal:])
    assert not any(line.endswith(" 95") or line.strip() == "%" for line in lines)


@pytest.mark.parametrize(
    ("promise", "came"),
    [
        ("csat 93%", "kept: csat 94 %"),
        ("csat=95%", "csat 94 %, not 95 %"),
        ("resolution=20m", "resolution 21 min, not 20 min"),
        ("resolution at most 22m", "kept: resolution 21 min"),
        ("at least 2 shifts", "kept: 2 shifts"),
        ("2 shifts.", "kept: 2 shifts"),
        ("2 shifts @desk", "1 of 2 shifts @desk"),
        ("tickets=50", "kept: 60 tickets"),
    ],
)
def test_what_an_agent_is_measured_by_can_be_promised(
    agent: Stride, promise: str, came: str
) -> None:
    assert "You are asked" not in agent("goals", "review", "--promise", f"1={promise}").err
    agent.at("2026-10-14T20:00:00")
    for shift in ("csat=92% resolution=22m @desk", "csat=96% resolution=20m"):
        agent.ok("log", "shift", "tickets=30", "responses=10", *shift.split())
    assert f'"{promise}"' in review(agent)
    assert came in review(agent.at(NEXT_MONDAY))
    (goal,) = agent.json("goals")["goals"]
    assert goal["commitment"] == {"text": promise, "kept": came.startswith("kept")}
    assert agent.kept() == _taken_over(agent)


def _taken_over(stride: Stride) -> str:
    """Return what a new journal keeps that was made from an export."""
    file = stride.here / "all.json"
    stride.ok("export", "--output", file, "--yes")
    stride.journal.unlink()
    stride.ok("import", file, "--yes")
    return stride.kept()


def test_an_average_is_open_while_its_week_is(agent: Stride) -> None:
    review(agent, "--promise", "1=csat 93%")
    agent.at("2026-10-14T20:00:00").ok("log", "shift", "responses=10", "csat=92%")
    assert "csat 92 % so far" in review(agent)
    (goal,) = agent.json("goals")["goals"]
    assert goal["promise"] == {"text": "csat 93%", "kept": None}


def test_what_can_be_promised_is_told_in_the_words_of_the_goals_activity(agent: Stride) -> None:
    said = agent("goals", "review", "--promise", "1=95 or so").err
    assert 'the journal can tell "3 shifts" or "150 tickets".' in said


def test_nothing_is_said_of_a_promise_that_is_then_refused(agent: Stride) -> None:
    said = agent("goals", "review", "--promise", "1=smile", "--promise", "77=b").err
    assert said.startswith('stride: There is no goal "77".')


@pytest.mark.parametrize("what", ["95%", "95", "csat=95%", "95% by 2026-12-31"])
def test_adjusting_to_what_a_goal_asks_already_is_no_change(agent: Stride, what: str) -> None:
    words = ("goals", "review", "--adjust", f"1={what}")
    assert "The goal says so already." in agent.refused(UsageError.exit_code, *words)


def test_a_step_that_was_not_met_is_told_in_a_sentence(runner: Stride) -> None:
    steps = ("--step", "Buy shoes by 2026-10-20", "--step", "50km by 2026-10-20")
    runner.ok("goals", "add", "run", "100km", "--this-quarter", *steps)
    page = runner.at("2026-11-02T08:00:00").ok("goals", "show", "1")
    assert "Buy shoes: nobody said that it is done" in page
    assert "50 km: missed, 0 km by then" in page


def test_days_that_are_over_are_told_once(runner: Stride) -> None:
    runner.ok("goals", "add", "run", "100km", "--by", "2026-10-15")
    page = runner.at(NEXT_MONDAY).ok("goals", "show", "1")
    assert "Thu 15 Oct 2026, which is over" in page


def test_what_is_reached_needs_no_forecast(runner: Stride) -> None:
    runner.ok("goals", "add", "run", "5km", "--this-quarter")
    runner.ok("log", "run", "10k", "50:00")
    page = runner.ok("goals", "show", "1")
    assert "★ reached" in page
    assert "forecast" not in page


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("2026-12-12", "61 days to go"),
        ("2027-10-10", "52 weeks to go"),
        ("2027-12-10", "61 weeks to go"),
        ("2036-10-12", "10 years to go"),
    ],
)
def test_what_is_left_is_told_in_a_fitting_unit(runner: Stride, by: str, says: str) -> None:
    assert says in runner.ok("goals", "add", "run", "100km", "--by", by)


def test_what_does_not_count_is_left_out_in_words(runner: Stride) -> None:
    words = ("run", "30x", "--not-tag", "race", "--not-tag", "hill", "--this-year")
    page = runner.ok("goals", "add", *words)
    assert page.startswith("1  run 30 times without +race or +hill in 2026")
    assert "run entries without +race or +hill" in page
