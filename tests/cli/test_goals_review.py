"""``stride goals review`` and ``history``: the page, answers as options, reading them again."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from reviewed_journal import GOALS, MADE, MONDAY, lived

from command_line import Program, Stride
from stridelog.domain.errors import NotFoundError, UsageError

Golden = Callable[[str, str], None]

RUNS = ("10k 50:00 --on 2026-09-01", "30k 2:50:00 --on 2026-11-20")

NEXT_MONDAY = "2026-11-30T08:00:00"


@pytest.fixture
def mondays(stride: Stride) -> Stride:
    return lived(stride)


@pytest.fixture
def runner(stride: Stride) -> Stride:
    """Return somebody with one goal and few runs."""
    stride.at(MONDAY).begin(*(f"log run {run}" for run in RUNS))
    stride.at(MADE).ok("goals", "add", "run", "1500km", "--this-year")
    return stride.at(MONDAY)


def review(stride: Stride, *words: str) -> str:
    return stride.ok("goals", "review", *words)


def promised(stride: Stride) -> object:
    (goal,) = stride.json("goals", "review")["goals"]
    return goal["commitment"]


def test_a_page_of_every_kind(mondays: Stride, golden: Golden) -> None:
    golden("goals_review.txt", review(mondays))


def test_a_page_a_week_after_everything_was_answered(mondays: Stride, golden: Golden) -> None:
    mondays.type(
        'goals review --promise "1=2 runs" --promise 5=25km --promise "6=ask every customer" '
        '--promise "8=no late ones" --pause 7 --done 4 --close 3 --learned "3=Sleep more." '
        '--adjust "2=3/week by 31 jan"',
    )
    mondays.at("2026-11-25T08:00:00").type("log run 12k 1:05:00", "goals review 1")
    mondays.at("2026-11-27T08:00:00").type("log run 14k 1:15:00")
    mondays.at(NEXT_MONDAY).type("goals review --kept 6 --not-kept 8 --keep 1", "goals history")
    golden("goals_review_answered.txt", mondays.transcript)


def test_a_page_after_all_is_over(mondays: Stride, golden: Golden) -> None:
    golden("goals_review_over.txt", review(mondays.at("2027-05-17T08:00:00")))


def test_a_page_on_the_day_on_which_the_goals_were_set(mondays: Stride, golden: Golden) -> None:
    golden("goals_review_begun.txt", review(mondays, "--week", "2026-W41"))
    golden("goals_review_markdown.md", review(mondays, "--markdown"))


def test_the_document_is_what_the_issue_says(mondays: Stride, golden: Golden) -> None:
    review(mondays, "--promise", "1=2 runs", "--promise", "6=ask every customer")
    golden("goals_review.json", mondays.at(NEXT_MONDAY).ok("goals", "review", "--json"))
    golden("goals_history.json", mondays.ok("goals", "history", "--json"))
    document = mondays.json("goals", "review")
    assert document["week"] == {"from": "2026-11-30", "to": "2026-12-06"}
    assert len(document["goals"]) == len(GOALS)


def test_rows_as_csv_are_the_goals(mondays: Stride) -> None:
    review(mondays, "--promise", "1=2 runs")
    titles = [line.split(",")[1] for line in review(mondays, "--csv").splitlines()]
    assert titles[:3] == ["title", "run 1 000 km in 2026", "Run steadily"]
    assert mondays.ok("goals", "history", "--csv").startswith("day,week_from,week_to,decision,")


def test_an_empty_journal_has_nothing_to_review(stride: Stride) -> None:
    assert "There are no goals yet. Set one:" in review(stride)
    assert stride.json("goals", "review")["goals"] == []
    assert "There was no review yet." in stride.ok("goals", "history")
    assert stride.json("goals", "history")["reviews"] == []
    assert not stride.journal.exists()


def test_where_every_goal_is_paused_it_says_so_and_how_to_go_on(runner: Stride) -> None:
    review(runner, "--pause", "1")
    page = review(runner)
    assert "No goal is open." in page
    assert "stride goals resume 1" in page
    assert "is not open" in runner.refused(UsageError.exit_code, "goals", "review", "--keep", "1")


def test_where_no_goal_is_open_the_next_one_can_be_set(runner: Stride) -> None:
    review(runner, "1", "--close", "1", "--learned", "Start = slower.")
    assert "No goal is open." in review(runner)
    assert "learned: Start = slower." in runner.ok("goals", "history")
    assert "Goal 1 is closed." in runner.refused(UsageError.exit_code, "goals", "review", "1")


def test_without_a_terminal_nothing_is_saved(runner: Stride, program: Program) -> None:
    before = runner.kept()
    ran = program("goals", "review", STRIDE_NOW=MONDAY)
    assert (ran.code, ran.err) == (0, "")
    assert "so far    40 km of 1 500 km" in ran.out
    assert "What will you do" not in ran.out
    assert runner.kept() == before


def test_a_measured_promise_is_kept_by_what_is_logged(runner: Stride) -> None:
    review(runner, "--promise", "1=2 runs")
    runner.at("2026-11-25T08:00:00").ok("log", "run", "5k", "25:00")
    assert promised(runner) == {"text": "2 runs", "kept": None}
    runner.at("2026-11-29T22:00:00").ok("log", "run", "5k", "25:00")
    assert promised(runner) == {"text": "2 runs", "kept": True}
    runner.at(NEXT_MONDAY).ok("delete", "3")
    assert promised(runner) == {"text": "2 runs", "kept": False}
    assert "1 of 2 runs" in review(runner)


def test_a_promise_in_words_is_kept_by_what_is_answered(runner: Stride) -> None:
    review(runner, "1", "--promise", "a = long run")
    runner.at(NEXT_MONDAY)
    assert "not answered yet" in review(runner)
    review(runner, "--not-kept", "1")
    assert promised(runner) == {"text": "a = long run", "kept": False}
    review(runner, "--kept", "1")
    assert promised(runner) == {"text": "a = long run", "kept": True}
    assert promised(runner.at("2026-12-07T08:00:00")) is None


def test_undo_takes_a_whole_review_back_and_redo_gives_it_again(mondays: Stride) -> None:
    before = mondays.kept()
    review(mondays, "--promise", "1=2 runs", "--adjust", "2=3/week", "--close", "3", "--done", "4")
    after = mondays.kept()
    mondays.ok("undo")
    assert mondays.kept() == before
    mondays.ok("redo")
    assert mondays.kept() == after


def test_a_second_review_of_a_day_adds_to_the_first(runner: Stride) -> None:
    review(runner, "--promise", "1=2 runs")
    review(runner, "--keep", "1")
    assert '"2 runs"' in review(runner)
    review(runner, "--promise", "1=3 runs")
    (row,) = runner.json("goals", "history")["reviews"]
    assert (row["day"], row["commitment"]["text"]) == ("2026-11-23", "3 runs")


def test_the_same_answers_again_change_nothing(runner: Stride) -> None:
    review(runner, "--promise", "1=2 runs")
    assert "nothing changed" in runner("goals", "review", "--promise", "1=2 runs").err
    runner.ok("undo")
    assert runner.json("goals", "history")["reviews"] == []


def test_past_reviews_judge_the_goal_as_it_then_was(runner: Stride) -> None:
    for week in range(4):
        runner.at(f"{date(2026, 11, 2) + timedelta(7 * week)}T08:00:00")
        review(runner, "--keep", "1")
    seen = runner.json("goals", "history")["reviews"]
    review(runner.at(NEXT_MONDAY), "--adjust", "1=500km by 2027-03-31")
    now, *then = runner.json("goals", "history")["reviews"]
    assert then == seen
    assert (now["target"], now["deadline"], now["decision"]) == (
        1_500_000.0,
        "2026-12-31",
        "adjusted",
    )
    assert now["adjusted_to"] == {"target": 500_000.0, "deadline": "2027-03-31"}
    assert {row["target"] for row in then} == {1_500_000.0}
    assert {row["adjusted_to"] for row in then} == {None}
    assert "adjusted to 500 km by Wed 31 Mar 2027" in runner.ok("goals", "history")
    last = runner.json("goals", "review", "--week", "2026-W48")["goals"][0]
    assert (last["target"], last["start"]["date"]) == (1_500_000.0, "2026-01-01")


def test_a_week_counts_once_and_weeks_in_a_row_are_told(runner: Stride) -> None:
    for day in ("2026-11-09", "2026-11-11", "2026-11-16", "2026-11-22", "2026-11-23"):
        page = review(runner.at(f"{day}T08:00:00"), "--keep", "1")
    assert "Reviewed 3 weeks in a row." in page
    assert "No review lately; at best 3 weeks in a row." in review(runner.at("2026-12-21T08:00"))
    streak = runner.json("goals", "review")["streak"]
    assert streak["current"] is None
    assert streak["longest"] == {"length": 3, "from": "2026-11-09", "to": "2026-11-29"}


def test_on_a_sunday_the_week_that_ends_is_looked_at(runner: Stride) -> None:
    page = review(runner.at("2026-11-22T20:00:00"))
    assert page.startswith("Sunday review")
    assert "week 47, Sun 22 Nov 2026" in page
    assert "this week 1 run, 30 km" in page


def test_weeks_may_start_on_sunday(runner: Stride) -> None:
    runner.ok("config", "set", "week_start", "sunday")
    runner.at("2026-11-22T20:00:00").ok("log", "run", "6k", "30:00", "--on", "2026-11-15")
    page = review(runner, "--keep", "1")
    assert "week of 22 – 28 Nov 2026, Sun 22 Nov 2026" in page
    assert "last week 2 runs, 36 km, longest 30 km" in page
    document = runner.json("goals", "review")
    assert document["week"] == {"from": "2026-11-22", "to": "2026-11-28"}
    assert "Sun 22 Nov 2026\n" in runner.ok("goals", "history")


def test_a_review_goes_back_so_many_weeks(runner: Stride) -> None:
    review(runner.at("2026-06-01T08:00:00"), "--week", "2026-W20")
    for day in ("2026-11-02", "2026-11-23"):
        review(runner.at(f"{day}T08:00:00"), "--keep", "1")
    assert "1 older review: add --weeks 52" in runner.ok("goals", "history", "--weeks", "1")
    assert len(runner.json("goals", "history", "--weeks", "4")["reviews"]) == 2
    words = ("goals", "history", "1", "--weeks", "999999999")
    assert "outside the calendar" in runner.refused(UsageError.exit_code, *words)


def test_a_reached_goal_is_celebrated(runner: Stride) -> None:
    review(runner, "--adjust", "1=40km")
    page = review(runner)
    assert "★         Reached on Mon 23 Nov 2026!" in page
    assert "████████████████████  100 %" in page


def test_a_review_read_again_says_what_was_read_before_it_was_answered(runner: Stride) -> None:
    runner.at(MADE).ok("goals", "add", "run", "3/week", "--this-quarter")
    runner.at(NEXT_MONDAY)
    (total, rate) = runner.json("goals", "review")["goals"]
    review(runner, "--adjust", "2=2/week", "--close", "1", "--learned", "1=Start slower.")
    again = runner.json("goals", "review", "--week", "2026-W49")["goals"]
    assert again == [total, rate]
    page = review(runner, "--week", "2026-W49")
    assert "then      closed" in page
    assert "then      adjusted to 2 a week" in page
    told = {one["id"]: one for one in runner.json("goals", "history")["reviews"]}
    assert told[2]["progress"] == rate["progress"]
    assert (told[1]["state"], told[1]["decision"]) == (total["state"], "closed")
    assert [one["target"] for one in runner.json("goals", "review")["goals"]] == [2.0]


def test_a_goal_that_is_over_is_told_once_and_then_only_waits_to_be_closed(runner: Stride) -> None:
    runner.ok("goals", "edit", "1", "40km", "--step", "new shoes by 2026-12-24")
    assert "★         Reached on Mon 23 Nov 2026!" in review(runner, "--keep", "1")
    page = review(runner.at(NEXT_MONDAY), "1")
    assert "★         Reached on Mon 23 Nov 2026!" in page
    page = review(runner)
    assert "★" not in page
    assert re.search("1  run 40 km in 2026 +reached on Mon 23 Nov 2026\n", page)
    assert "   Close it: stride goals close 1\n" in page
    assert len(runner.json("goals", "review")["goals"]) == 1


def test_what_only_the_end_decides_is_told_in_the_review_after_it(runner: Stride) -> None:
    runner.at("2026-12-28T08:00:00").ok("goals", "review", "--keep", "1")
    assert "missed" in review(runner.at("2027-01-04T08:00:00"), "--keep", "1")
    assert "so far" in review(runner)
    page = review(runner.at("2027-01-11T08:00:00"))
    assert "so far" not in page
    assert re.search("1  run 1 500 km in 2026 +missed\n", page)


def test_a_review_names_the_event_and_which_of_its_goals(runner: Stride) -> None:
    runner.ok("goals", "edit", "1", "--event", "Riverside Marathon", "--rank", "B")
    page = review(runner)
    assert "\n1  B: run 1 500 km in 2026" in page
    assert "\n\nRiverside Marathon\n\n" in page


def test_a_week_without_goals_says_so_and_a_week_to_come_names_this_one(runner: Stride) -> None:
    page = review(runner, "--week", "2026-W30")
    assert "No goal was set by then.\n" in page
    words = ("goals", "review", "--week", "2030-W01")
    assert "stride goals review --week 2026-W48" in runner.refused(UsageError.exit_code, *words)


def test_goals_that_were_set_tomorrow_wait_until_then(stride: Stride) -> None:
    stride.at("2026-11-24T08:00:00").ok("goals", "add", "run", "100km", "--by", "31 dec")
    page = review(stride.at(MONDAY))
    assert "No goal was set by then.\nThose that were set later: stride goals\n" in page
    refused = stride.refused(UsageError.exit_code, "goals", "review", "--promise", "1=3 runs")
    assert "Goal 1 was set on Tue 24 Nov 2026, which is to come." in refused


def test_a_promise_that_no_measure_tells_is_said_to_be_asked(runner: Stride) -> None:
    ran = runner("goals", "review", "--promise", "1=3 rns")
    assert 'You are asked next Monday; the journal can tell "3 runs" or "40 km".' in ran.err
    ran = runner("goals", "review", "--promise", "1=a long run")
    assert "Goal 1: You are asked next Monday whether it was kept." in ran.err
    assert "You are asked" not in runner("goals", "review", "--promise", "1=3 runs").err
    runner.ok("goals", "review", "--promise", "1=a long run")
    assert "not answered" not in runner.ok("goals", "history")
    assert "not answered yet" in runner.at(NEXT_MONDAY).ok("goals", "history")


def test_a_closed_goal_is_not_paused(runner: Stride) -> None:
    runner.ok("goals", "close", "1")
    said = runner.refused(UsageError.exit_code, "goals", "pause", "1")
    assert "Goal 1 is closed, so it cannot be paused." in said
    assert "stride goals resume 1" in said
    assert runner.json("goals", "list", "--all")["goals"][0]["state"] == "closed"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--keep", "1", "--close", "1"), "Goal 1 cannot be kept and closed."),
        (("--promise", "1=2 runs", "--promise", "1=3 runs"), "--promise says two things of goal 1"),
        (("--adjust", "1=40km", "--adjust", "1=by 31 jan"), "--adjust says two things of goal 1"),
        (("--close", "1", "--promise", "1=2 runs"), "Goal 1 is closed by this review"),
        (("--learned", "1=a", "--learned", "1=b"), "--learned says two things of goal 1"),
    ],
)
def test_answers_that_contradict_each_other_are_refused(
    runner: Stride, words: tuple[str, ...], says: str
) -> None:
    before = runner.kept()
    assert says in runner.refused(UsageError.exit_code, "goals", "review", *words)
    assert runner.kept() == before


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("--kept 1", 2, "Nothing was promised for goal 1 that could be answered."),
        ("--kept 9", 3, 'There is no goal "9".'),
        ("--done 1", 2, "Whether goal 1 is reached, the journal tells."),
        ("--done 4 --kept 4", 2, "Nothing was promised for goal 4"),
        ("--promise 3runs", 2, 'Say its number: --promise "1=3 runs"'),
        ("--promise 9=3runs", 3, 'There is no goal "9".'),
        ("--promise 1=", 2, "A promise is one line"),
        ("--pause 1 --close 1", 2, "Goal 1 cannot be paused and closed."),
        ("--adjust 1=95%", 2, "distance"),
        ("--adjust 1=3cows", 2, '"3cows" is no distance.'),
        ("--adjust 2=40km", 2, "is not what this goal asks for"),
        ("--adjust 4=3x", 2, "This goal has no amount"),
        ("--adjust 1=", 2, "What the goal is to be was not said."),
        ("--adjust", 2, "--adjust is given without a value."),
        ("--step 1=book", 2, 'Goal 1 has no step "book".'),
        ("--week 2026-W40 --keep 1", 2, "A past week can only be read."),
        ("--week 2027-W40", 2, "That week is still to come."),
        ("--week monday", 2, '"monday" is not a period.'),
        ("9", 3, 'There is no goal "9".'),
    ],
)
def test_answers_that_mean_nothing_are_refused_with_what_would(
    mondays: Stride, words: str, code: int, says: str
) -> None:
    assert says in mondays.refused(code, "goals", "review", *words.split())


def test_a_measured_promise_is_not_answered(runner: Stride) -> None:
    review(runner, "--promise", "1=2 runs")
    runner.at(NEXT_MONDAY)
    said = runner.refused(UsageError.exit_code, "goals", "review", "--kept", "1")
    assert 'Whether "2 runs" was kept, the journal tells.' in said


def test_kept_and_not_kept_contradict_each_other(runner: Stride) -> None:
    review(runner, "--promise", "1=a long run")
    runner.at(NEXT_MONDAY)
    words = ("goals", "review", "--kept", "1", "--not-kept", "1")
    assert "contradict each other" in runner.refused(UsageError.exit_code, *words)


def test_history_of_a_goal_that_is_not_there(runner: Stride) -> None:
    runner.refused(NotFoundError.exit_code, "goals", "history", "7")
    runner.refused(UsageError.exit_code, "goals", "history", "--weeks", "0")


def test_what_was_promised_does_nothing_whatever_it_says(runner: Stride) -> None:
    review(runner, "1", "--promise", "[red]run\x1b[31m =HYPERLINK(1)")
    runner.at(NEXT_MONDAY)
    assert '"[red]run␛[31m =HYPERLINK(1)"' in review(runner)
    assert json.loads(review(runner, "--json"))["goals"][0]["commitment"]["kept"] is None


def test_a_step_that_is_done_is_answered_by_how_it_begins(runner: Stride) -> None:
    runner.ok("goals", "edit", "1", "--step", "new shoes by 2026-11-28")
    assert "step      new shoes, by Sat 28 Nov 2026" in review(runner)
    assert "Open are:" in runner.refused(UsageError.exit_code, "goals", "review", "--step", "1=old")
    review(runner, "--step", "1=New")
    assert "new shoes" not in review(runner)
    review(runner.at(NEXT_MONDAY), "--adjust", "1=1400km")
    assert "new shoes" not in review(runner)


def test_what_is_logged_late_changes_what_came_of_a_promise(runner: Stride) -> None:
    review(runner, "--promise", "1=1 run of 10k")
    runner.at(NEXT_MONDAY).ok("log", "run", "10k", "50:00", "--on", "2026-11-30")
    assert "0 of 1 run of 10k" in review(runner)
    runner.ok("log", "run", "10k", "50:00", "--on", "2026-11-29")
    assert "kept: 1 run of 10k" in review(runner)


def test_what_is_not_counted_in_a_plural_is_told_by_how_often(runner: Stride) -> None:
    review(runner, "--promise", "1=practice 5x")
    assert "practice 0 of 5 times" in review(runner.at(NEXT_MONDAY))


def test_what_is_promised_for_now_stands_in_every_document(runner: Stride) -> None:
    runner.ok("goals", "review", "--promise", "1=call Sam")
    runner.at(NEXT_MONDAY).ok("goals", "review", "--kept", "1", "--promise", "1=3 runs")
    looked_at, now = {"text": "call Sam", "kept": True}, {"text": "3 runs", "kept": None}
    for words in (("review",), ("list",), ("show", "1")):
        (goal,) = runner.json("goals", *words)["goals"]
        assert (goal["commitment"], goal["promise"]) == (looked_at, now)
    (goal,) = runner.at("2026-12-06T08:00:00").json("goals")["goals"]
    assert (goal["commitment"], goal["promise"]) == (now, now)
    (goal,) = runner.at("2026-12-07T08:00:00").json("goals")["goals"]
    assert (goal["commitment"], goal["promise"]) == ({"text": "3 runs", "kept": False}, None)
