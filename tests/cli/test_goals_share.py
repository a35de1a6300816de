"""``stride goals share``: a page for a friend, with the shared goals and nothing else."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from command_line import Stride
from conftest import Golden
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.goal import Commitment, Goal, Note, Review, Scope, Step, Target, Version
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

MONDAY = "2026-11-23T08:12:00"

LAST, THIS = date(2026, 11, 16), date(2026, 11, 23)

FORMS = ("--text", "--html", "--markdown", "--json", "--csv")

DISTANCE = Version(
    since=date(2026, 1, 1),
    kind="total",
    first=date(2026, 1, 1),
    deadline=date(2026, 12, 31),
    scope=Scope("run", "distance"),
    target=Target(1_500_000.0),
)

SHARED = Goal(
    (DISTANCE,),
    title="1 500 km this year",
    shared=True,
    reviews=(
        Review(LAST, commitment=Commitment("3 runs", Scope("run"), 3.0)),
        Review(THIS, commitment=Commitment("long run of 26 km on Saturday")),
    ),
)


def secretive(word: str) -> tuple[Goal, ...]:
    """Return goals in whose every field that is not for a friend a word stands."""
    note = Note(THIS, f"{word}note", f"{word}author")
    narrow = replace(
        DISTANCE,
        scope=Scope("run", "distance", tags=(f"{word}tag",), place=f"{word}place"),
        steps=(Step(date(2026, 12, 1), f"{word}step"),),
    )
    older = Review(date(2026, 10, 5), commitment=Commitment(f"{word}promise of October"))
    shared = replace(
        SHARED,
        versions=(replace(narrow, since=date(2025, 1, 1)), narrow),
        why=f"{word}why",
        area=f"{word}area",
        event=f"{word}event",
        rank="A",
        learned=f"{word}learned",
        reviews=(older, *SHARED.reviews),
        notes=(note,),
    )
    private = replace(
        shared,
        title=f"{word}title",
        shared=False,
        reviews=(Review(THIS, commitment=Commitment(f"{word}promise")),),
    )
    gone = replace(
        SHARED,
        title=f"{word}gone",
        versions=(DISTANCE, replace(DISTANCE, since=date(2026, 10, 1), status="closed")),
    )
    return shared, private, gone


Holding = Callable[..., Stride]


@pytest.fixture
def holding(stride: Stride) -> Holding:
    """Make a journal of some runs that holds these goals, on a Monday."""

    def made(*goals: Goal, word: str = "") -> Stride:
        told = f"+{word}tag @{word}place --note {word}note --gear {word}gear" if word else ""
        stride.begin(
            f"log run 1300k 100:00:00 --on 2026-06-01 {told}",
            f"log run 10k 50:00 --on 2026-11-17 {told}",
            f"log run 8k 40:00 --on 2026-11-19 {told}",
            f"log run 4k 20:00 --on 2026-11-21 {told}",
        )
        now = datetime(2026, 11, 23, 8, tzinfo=UTC)
        with open_journal(stride.journal, now).change(Stamp("goals", now, "")) as change:
            for goal in goals:
                change.add_goal(goal)
        return stride.at(MONDAY)

    return made


def test_the_page_has_where_goals_stand_and_what_was_promised(
    holding: Holding, golden: Golden
) -> None:
    for_sam = holding(SHARED, replace(SHARED, shared=False))
    pages = [for_sam.ok("goals", "share", "--with", "sam", form) for form in FORMS]
    golden("goals_share.txt", pages[0])
    golden("goals_share.html", pages[1])
    golden("goals_share.md", pages[2])
    golden("goals_share.json", pages[3])


@pytest.mark.parametrize("form", FORMS)
def test_no_word_that_is_not_for_a_friend_is_in_it_in_any_form(
    holding: Holding, form: str, tmp_path: Path
) -> None:
    stride = holding(*secretive("zqx"), word="zqx")
    file = tmp_path / "page"
    said = stride("goals", "share", "--with", "sam", form, "--output", file)
    assert said.code == 0
    for text in (file.read_text(encoding="utf-8"), said.err):
        plain = re.sub("[^a-z]", "", html.unescape(text).lower())
        assert "zqx" not in plain
        assert "zqx" not in plain[::-1]
    assert "1 500 km this year" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_the_page_is_the_same_whatever_else_is_in_the_journal(holding: Holding, form: str) -> None:
    stride = holding(*secretive("abc"), word="abc")
    one = stride.ok("goals", "share", form)
    stride.journal.unlink()
    other = holding(*secretive("xyz"), word="xyz")
    other.ok("log", "shift", "29", "--note", "tired", "--on", "yesterday")
    assert other.ok("goals", "share", form) == one


def test_the_list_of_what_is_left_out_counts_all_of_it(holding: Holding, golden: Golden) -> None:
    stride = holding(*secretive("zqx"), word="zqx")
    golden("goals_share_privacy.txt", stride.ok("goals", "share", "--privacy", "--with", "sam"))
    left_out = stride.json("goals", "share", "--privacy")["left_out"]
    counts = {left["what"].partition(":")[0]: left["count"] for left in left_out}
    assert counts["entries"] == counts["notes of entries"] == 4
    assert counts["tags"] == counts["places"] == counts["notes on shared goals"] == 1
    assert counts["promises from before last week"] == 1
    assert stride.json("goals", "share")["left_out"] is None


def test_a_goal_that_is_called_by_its_tag_is_warned_of(holding: Holding) -> None:
    injured = replace(DISTANCE, scope=Scope("run", tags=("injury",)), target=Target(0.0, "at most"))
    named = replace(SHARED, versions=(replace(injured, kind="avoid"),), title="")
    stride = holding(named)
    assert "Goal 1 is called by a tag or a place" in stride("goals", "share").err
    assert "Called by a tag or a place: 1." in stride.ok("goals", "share", "--privacy")


def test_a_promise_that_can_be_measured_is_not_asked_about(holding: Holding) -> None:
    (goal,) = holding(SHARED).json("goals", "share")["goals"]
    assert goal["last_week"] == {"text": "3 runs", "kept": True}
    assert goal["this_week"] == {"text": "long run of 26 km on Saturday", "kept": None}


def test_a_promise_of_long_ago_is_not_last_weeks(holding: Holding) -> None:
    old = replace(SHARED, reviews=(Review(date(2026, 11, 2), commitment=Commitment("swim")),))
    stride = holding(old)
    (goal,) = stride.json("goals", "share")["goals"]
    assert (goal["last_week"], goal["this_week"]) == (None, None)
    assert "Nothing promised for this week yet." in stride.ok("goals", "share")


def test_a_goal_that_was_closed_last_week_is_told_of_once_more(holding: Holding) -> None:
    closed = replace(DISTANCE, since=date(2026, 11, 18), status="closed")
    stride = holding(replace(SHARED, versions=(DISTANCE, closed), reviews=()))
    assert stride.json("goals", "share")["goals"][0]["state"] == "closed"
    stride.at("2026-11-30T08:00:00")
    assert "No goal is shared" in stride.refused(StrideError.exit_code, "goals", "share")


def test_where_nothing_is_shared_no_page_is_written(holding: Holding, tmp_path: Path) -> None:
    stride, file = holding(replace(SHARED, shared=False)), tmp_path / "goals.html"
    said = stride.refused(StrideError.exit_code, "goals", "share", "--output", file)
    assert "stride goals edit GOAL --shared" in said
    assert not file.exists()
    assert "no goal is shared" in stride.ok("goals", "share", "--privacy")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("g.html", "<!doctype html>"), ("g.md", "## My goals"), ("g.txt", "My goals"), ("g", "My")],
)
def test_the_ending_of_a_file_tells_its_form(
    holding: Holding, tmp_path: Path, name: str, begins: str
) -> None:
    holding(SHARED).ok("goals", "share", "--out", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_file_is_not_replaced_without_asking(holding: Holding, tmp_path: Path) -> None:
    stride, file = holding(SHARED), tmp_path / "goals.html"
    file.write_text("mine")
    refused = stride.refused(StrideError.exit_code, "goals", "share", "--output", file)
    assert "Replace it?" in refused
    assert file.read_text() == "mine"
    stride.ok("goals", "share", "--output", file, "--yes")
    assert "My goals" in file.read_text(encoding="utf-8")
    journal = stride.refused(StrideError.exit_code, "goals", "share", "-o", stride.journal, "--yes")
    assert "is a journal" in journal


def test_two_forms_at_once_are_refused(holding: Holding) -> None:
    said = holding(SHARED).refused(UsageError.exit_code, "goals", "share", "--html", "--json")
    assert "--html and --json cannot both be written." in said


def test_markup_in_names_is_text(holding: Holding) -> None:
    stride = holding(replace(SHARED, title="<script>alert(1)</script> [red] \x1b[31m"))
    page = stride.ok("goals", "share", "--html", "--with", "<b>sam</b>")
    assert "<script>" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [red] ␛[31m" in page
    assert json.loads(stride.ok("goals", "share", "--json"))["goals"][0]["title"].endswith("[31m")


def test_plain_text_fits_a_mail(holding: Holding) -> None:
    long = replace(SHARED, title="One thousand five hundred kilometres " * 4)
    lines = holding(long).ok("goals", "share", "--text").splitlines()
    assert max(map(len, lines)) <= 72


def test_a_change_is_shared_with_the_value_that_it_comes_to(stride: Stride) -> None:
    stride.at("2026-08-01T08:00:00").ok("log", "shift", "resolution=20m")
    stride.at("2026-10-05T08:00:00").ok(
        *("goals", "add", "shift", "resolution", "-10%", "--this-quarter", "--shared")
    )
    (goal,) = stride.json("goals", "share")["goals"]
    assert (goal["target"], goal["unit"]) == (1_080.0, "s")


def test_a_closed_goal_has_no_days_to_go_and_is_no_reproach(stride: Stride) -> None:
    stride.at("2026-10-05T08:00:00").ok("goals", "add", "run", "900km", "--this-year", "--shared")
    stride.ok("goals", "close", "1")
    page = stride.ok("goals", "share", "--html")
    assert "to go" not in page
    assert '<span class="worse">' not in page


def test_a_friend_reads_what_came_of_a_promise_in_the_words_of_the_review(holding: Holding) -> None:
    review = Review(LAST, commitment=Commitment("4 runs", Scope("run"), 4.0))
    stride = holding(replace(SHARED, reviews=(review,)))
    assert 'Last week I promised "4 runs": 3 of 4 runs.' in stride.ok("goals", "share")


def test_counts_and_ranks_are_told_in_words(stride: Stride) -> None:
    stride.at(MONDAY).ok("log", "run", "10k", "50:00", "--on", "2026-11-10")
    stride.ok("goals", "add", "run", "3/week", "--this-quarter", "--shared")
    race = ("--event", "City race", "--rank", "A", "--shared", "--by", "2027-05-01")
    stride.ok("goals", "add", "run", "half", "1:50:00", *race)
    page = stride.ok("goals", "share")
    assert " times a week, the goal 3 times a week" in page
    assert "\nA: run half in 1:50:00 by 1 May 2027" in page
    assert "City" not in page


def test_a_goal_that_nothing_was_done_for_says_so(stride: Stride) -> None:
    stride.at(MONDAY).ok("goals", "add", "swim", "1km", "--once", "--shared", "--by", "31 dec")
    assert "Nothing yet, the goal 1 km" in stride.ok("goals", "share")
