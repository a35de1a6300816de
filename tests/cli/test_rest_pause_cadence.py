"""``stride rest``, ``stride pause`` and ``stride cadence``: what protects streaks, since when."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from command_line import Stride
from conftest import Golden

RUNS = (
    *("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-18", "2026-11-20"),
    *("2026-11-23", "2026-11-24", "2026-11-25"),
)
"""Days of runs: one week after the other, and three days in a row up to yesterday."""


@pytest.fixture
def runs(stride: Stride) -> Stride:
    return stride.begin(*(f"log run 5k --on {day}" for day in RUNS))


def streak(stride: Stride, unit: str = "day", activity: str | None = "run") -> dict[str, Any]:
    rows = stride.json("streaks")["streaks"]
    (row,) = [row for row in rows if (row["activity"], row["unit"]) == (activity, unit)]
    found: dict[str, Any] = row
    return found


def current(stride: Stride, unit: str = "day", activity: str | None = "run") -> int:
    length: int = streak(stride, unit, activity)["current"]["length"]
    return length


def rows(stride: Stride, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = stride.json(*words)["rules"]
    return found


# Whole sessions


def test_rest_days_and_skips_from_the_first_to_the_last(runs: Stride, golden: Golden) -> None:
    runs.type(
        "rest",
        "rest run thu sat",
        "rest run thu,sat",
        "rest sun --since 2026-11-01",
        "rest run --skips 2",
        "rest run",
        "rest walk",
        "rest run none --since tomorrow",
        "rest everything none",
        "rest run mon --skips 0",
        "rest",
        "rest run fri --json",
        "undo",
        "rest run --csv",
    )
    golden("rest.txt", runs.transcript)


def test_pauses_from_the_first_to_the_last(runs: Stride, golden: Golden) -> None:
    runs.type(
        "pause",
        "pause run --from today --to 2026-12-05 --reason 'knee [red]'",
        "pause everything --from 2026-12-24 --to 2027-01-02",
        "pause ride --from 2026-03-01 --to 2026-03-09",
        "pause walk",
        "pause walk",
        "pause",
        "pause run --to 2026-11-30",
        "pause walk --to yesterday",
        "pause everything --to today",
        "pause --json",
        "undo",
        "redo",
        "pause --markdown",
    )
    golden("pause.txt", runs.transcript)


def test_cadences_from_the_first_to_the_last(runs: Stride, golden: Golden) -> None:
    runs.type(
        "cadence",
        "cadence run 3/week",
        "cadence run 3 a week",
        "cadence run 2/week --since 2026-11-09",
        "cadence 20/month --since 2026-12-01",
        "cadence",
        "cadence run",
        "cadence run once a week --json",
        "undo",
        "cadence --csv",
    )
    golden("cadence.txt", runs.transcript)


def test_what_makes_no_sense_is_refused_with_what_would(stride: Stride, golden: Golden) -> None:
    stride.begin("log run 5k")
    stride.type(
        "rest rnu mon",
        "rest run monn",
        "rest mon tue wed thu fri sat sun",
        "rest run none mon",
        "rest run --skips two",
        "rest run --skips 32",
        "rest run mon --since soon",
        "rest run --since today",
        "pause --reason injured",
        "pause rnu",
        "pause run --to yesterday",
        "pause run --from 2026-12-24 --to 15jan",
        "pause run --from tomorrow --to wed",
        "pause run --reason ''",
        "cadence run often",
        "cadence rnu 3/week",
        "cadence run 0/week",
        "cadence run 40/day",
        "cadence run --since today",
    )
    golden("rules-refused.txt", stride.transcript)


@pytest.mark.parametrize(
    "line",
    [
        "rest mon tue wed thu fri sat sun",
        "pause run --from tomorrow --to yesterday",
        "pause run --to yesterday",
        "cadence run 0/week",
    ],
)
def test_what_is_refused_makes_no_journal(stride: Stride, line: str) -> None:
    stride.refused(2, *shlex.split(line))
    assert not stride.journal.exists()


# What it means for streaks


def test_a_rest_day_neither_breaks_nor_lengthens_a_streak(runs: Stride) -> None:
    runs.ok("rest", "run", "thu")
    assert (current(runs), streak(runs)["keep_by"]) == (3, "2026-11-27")
    runs.at("2026-11-27T20:00:00")
    assert (current(runs), streak(runs)["at_risk"]) == (3, True)
    assert current(runs.at("2026-11-28T00:00:00")) == 0


def test_rest_days_hold_from_today_on_unless_an_earlier_day_is_said(runs: Stride) -> None:
    runs.ok("rest", "run", "sun", "sat")
    assert current(runs) == 3
    runs.ok("rest", "run", "sun", "sat", "--since", "2026-11-01")
    assert current(runs) == 4


def test_other_rest_days_leave_what_held_before(runs: Stride) -> None:
    runs.ok("rest", "run", "sat", "sun", "--since", "2026-11-01")
    runs.ok("rest", "run", "mon")
    assert current(runs) == 4
    assert [(row["from"], row["to"]) for row in rows(runs, "rest", "run")] == [
        ("2026-11-01", "2026-11-25"),
        ("2026-11-26", None),
    ]


def test_a_pause_keeps_a_streak_over_months(runs: Stride) -> None:
    runs.ok("pause", "run", "--reason", "injured")
    assert (streak(runs)["keep_by"], streak(runs)["at_risk"]) == (None, False)
    runs.at("2027-03-10T08:00:00")
    assert [current(runs, unit) for unit in ("day", "week", "month")] == [3, 4, 1]
    runs.ok("pause", "run", "--to", "yesterday")
    assert (current(runs), streak(runs)["keep_by"]) == (3, "2027-03-10")
    runs.ok("log", "run", "2k")
    assert [current(runs, unit) for unit in ("day", "week", "month")] == [4, 5, 2]


def test_without_a_pause_they_would_have_ended(runs: Stride) -> None:
    runs.at("2027-03-10T08:00:00")
    assert [current(runs, unit) for unit in ("day", "week", "month")] == [0, 0, 0]


def test_a_pause_that_is_said_too_late_is_taken_back_to_when_it_began(runs: Stride) -> None:
    runs.at("2026-12-08T08:00:00")
    assert current(runs) == 0
    runs.ok("pause", "run", "--from", "2026-11-26", "--to", "yesterday")
    assert current(runs) == 3


def test_skips_let_misses_pass_month_by_month(runs: Stride) -> None:
    runs.ok("rest", "run", "--skips", "2")
    assert current(runs) == 4  # the 21st and the 22nd, but not the 19th
    runs.at("2026-12-15T08:00:00").ok("rest", "run", "--skips", "0")
    assert streak(runs)["longest"]["length"] == 4


def test_a_cadence_from_tomorrow_on_leaves_what_was_kept(runs: Stride) -> None:
    assert current(runs, "week") == 4
    runs.ok("cadence", "run", "3/week")
    assert streak(runs, "week")["cadence"] == "1/week"
    assert (current(runs, "week"), streak(runs, "week")["keep_by"]) == (4, "2026-12-06")
    runs.at("2026-12-02T08:00:00")
    assert streak(runs, "week")["cadence"] == "3/week"
    assert (current(runs, "week"), streak(runs, "week")["missing"]) == (4, 3)
    assert current(runs.at("2026-12-07T08:00:00"), "week") == 0
    assert streak(runs, "week")["longest"]["length"] == 4


def test_a_cadence_since_an_earlier_day_is_asked_of_the_weeks_since(runs: Stride) -> None:
    runs.ok("cadence", "run", "3/week", "--since", "2026-11-09")
    assert current(runs, "week") == 2
    assert streak(runs, "week")["longest"]["length"] == 2


def test_what_is_said_again_of_an_earlier_day_is_no_change(stride: Stride) -> None:
    stride.begin(
        "cadence run 3/week --since 2026-01-05",
        "cadence run 5/week --since 2026-02-02",
        "rest run --skips 2 --since 2026-01-01",
        "rest run --skips 3 --since 2026-02-01",
    )
    for line in ("cadence run 3/week --since 2026-01-05", "rest run --skips 2 --since 2026-01-01"):
        assert "Nothing was changed." in stride(*line.split()).err
    assert "--skips 3" in stride("undo").err


def test_a_cadence_that_rest_days_leave_no_room_for_is_missed_by_doing_nothing(
    stride: Stride,
) -> None:
    stride.begin(
        "rest run sat sun --since 2026-10-01",
        "cadence run 6/week --since 2026-10-01",
        *("log run 5k --on 2026-11-02" for _ in range(6)),
    )
    assert streak(stride, "week")["longest"]["length"] == 1
    assert current(stride, "week") == 0


def test_rest_for_everything_holds_for_each_activity_and_for_all_of_them(runs: Stride) -> None:
    runs.ok("rest", "thu")
    runs.at("2026-11-27T08:00:00")
    assert (current(runs), current(runs, activity=None)) == (3, 3)


def test_rest_of_an_activity_does_not_protect_the_whole_journal(runs: Stride) -> None:
    runs.ok("rest", "run", "thu")
    runs.at("2026-11-27T08:00:00")
    assert (current(runs), current(runs, activity=None)) == (3, 0)


def test_rest_of_an_activity_says_when_everything_rests_too(stride: Stride) -> None:
    stride.begin("rest sun")
    assert "With everything, it rests on Sun too." in stride("rest", "run", "mon", "thu").err
    assert stride("rest", "run", "none").err.splitlines() == [
        "run has no rest days of its own from Thu 26 Nov 2026 on.",
        "With everything, it rests on Sun too.",
    ]
    assert "everything," not in stride("rest", "run", "sun").err


def test_the_longest_names_and_reasons_fit_in_80_columns(stride: Stride) -> None:
    name = "playing-the-accordion-with-my-brothers-x"
    stride.begin(
        f"activities add {name}",
        f"pause {name} --from 2026-01-01 --to 2026-01-02 --reason {'x' * 200}",
        f"rest {name} mon tue wed thu fri --since 2026-01-01",
        f"rest {name} none --since 2026-02-01",
        f"cadence {name} 300/month --since 2026-01-01",
        "pause run --from 2026-01-01 --to 2026-01-02",
    )
    for command in ("pause", "rest", "cadence"):
        lines = stride.ok(command).splitlines()
        assert max(map(len, lines)) <= 80
        assert any(line.startswith("playing-the-") for line in lines)
    assert "\nrun  " in stride.ok("pause")


def test_skips_of_everything_hold_to_the_end_of_the_month_in_which_an_activity_gets_its_own(
    stride: Stride,
) -> None:
    stride.begin("rest everything --skips 2 --since 2026-01-01")
    assert stride("rest", "run", "--skips", "0").err == (
        "run has no skips from December 2026 on.\n"
    )


def test_a_pause_of_everything_is_no_pause_of_an_activity_to_end(stride: Stride) -> None:
    stride.begin("pause everything --from 2026-12-24")
    assert "run is not paused" in stride.refused(2, "pause", "run", "--to", "yesterday")
    stride.begin("pause everything --from 2026-11-09")
    assert stride.refused(2, "pause", "run", "--to", "yesterday").splitlines()[-2:] == [
        "stride: run has no pause of its own: everything is paused.",
        "  stride pause everything --to 2026-11-25",
    ]


def test_nudge_knows_of_rest_days(runs: Stride) -> None:
    assert runs("nudge").out == "run: 3 days in a row, one more today\n"
    runs.ok("rest", "thu")
    assert (runs("nudge").code, runs("nudge").out) == (1, "")


def test_today_knows_of_pauses(runs: Stride) -> None:
    assert [row["keep_by"] for row in runs.json()["streaks"]] == ["2026-12-06"]
    runs.ok("pause", "run")
    assert [row["keep_by"] for row in runs.json()["streaks"]] == [None]


def test_the_streak_after_a_log_knows_of_rest_days(runs: Stride) -> None:
    runs.ok("rest", "run", "sat", "sun", "--since", "2026-11-01")
    assert runs.json("log", "run", "5k")["streak"]["missing"] == 1
    runs.ok("pause", "run", "--from", "tomorrow")
    assert runs.json("log", "run", "5k")["streak"]["missing"] == 0


# Names, and where they could be confused


def test_an_activity_that_is_called_like_a_weekday_comes_first(stride: Stride) -> None:
    stride.begin("activities add sun")
    stride.ok("rest", "sun", "mon")
    assert [row["activity"] for row in rows(stride, "rest")] == ["sun"]


def test_everything_can_be_named(runs: Stride) -> None:
    runs.ok("rest", "Everything", "mon")
    runs.ok("cadence", "everything", "daily", "--since", "2026-01-01")
    assert [row["activity"] for row in rows(runs, "rest")] == [None]
    assert rows(runs, "cadence", "everything") == []


def test_renamed_activities_keep_their_rules(runs: Stride) -> None:
    runs.ok("rest", "run", "thu")
    runs.ok("activities", "edit", "run", "--rename", "trail")
    assert [row["activity"] for row in rows(runs, "rest")] == ["trail"]


@pytest.mark.parametrize(
    "line",
    [
        "rest run thu",
        "rest run --skips 1",
        "pause run --reason injured",
        "pause everything --from 2026-12-24 --to 2027-01-02",
        "cadence run 3/week",
    ],
)
def test_each_of_them_can_be_taken_back_and_brought_again(runs: Stride, line: str) -> None:
    before = runs.kept()
    runs.ok(*shlex.split(line))
    after = runs.kept()
    assert after != before
    runs.ok("undo")
    assert runs.kept() == before
    runs.ok("redo")
    assert runs.kept() == after


# Out and in again


@pytest.fixture
def ruled(runs: Stride) -> Stride:
    for line in (
        "rest run thu sat",
        "rest sun --since 2026-01-01",
        "rest run --skips 2",
        "pause walk --reason 'knee, \"left\" [red]'",
        "pause everything --from 2026-12-24 --to 2027-01-02",
        "cadence run 3/week",
        "cadence run 4/week --since 2027-01-01",
    ):
        runs.ok(*shlex.split(line))
    return runs


def test_an_export_that_is_imported_elsewhere_is_the_same_journal(ruled: Stride) -> None:
    file = ruled.here / "journal.json"
    ruled.ok("export", "--output", file)
    ruled.journal.unlink()
    (report,) = ruled.json("import", file, "--yes")["files"]
    assert (report["added"], report["new_rules"]) == (len(RUNS), 7)
    assert ruled.kept() == file.read_text(encoding="utf-8")
    (again,) = ruled.json("import", file, "--yes")["files"]
    assert (again["added"], again["new_rules"]) == (0, 0)
    assert ruled.kept() == file.read_text(encoding="utf-8")
    ruled.ok("undo")
    assert json.loads(ruled.kept())["rules"] == []


def test_rules_alone_are_worth_an_import(ruled: Stride) -> None:
    file = ruled.here / "journal.json"
    ruled.ok("export", "--output", file)
    for _ in range(7):
        ruled.ok("undo")
    ran = ruled("import", file)
    assert ran.code == 1
    assert "Add what holds for streaks? Nobody is there to answer" in ran.err
    out = ruled.ok("import", file, "--yes")
    assert "7 new rules of streaks" in out
    assert "Take it all back with: stride undo" in out
    assert ruled.kept() == file.read_text(encoding="utf-8")


def test_a_part_of_the_journal_is_exported_without_rules(ruled: Stride) -> None:
    assert json.loads(ruled.ok("export", "run"))["rules"] == []


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (3, "A rule is no JSON object."),
        ({"rule": "nap"}, '"nap" is no rule that stride knows.'),
        ({"activity": "chess", "rule": "pause"}, 'It does not define the activity "chess".'),
        ({"rule": "pause", "from": "today"}, '"today" is no day.'),
        ({"rule": "pause", "from": "2026-11-26", "to": "2026-11-25"}, "A period cannot end"),
        ({"rule": "pause", "from": "2026-11-26", "reason": "a\x1bb"}, "is no reason"),
        ({"rule": "rest", "from": "2026-11-26", "weekdays": []}, "Its weekdays are not some"),
        ({"rule": "rest", "from": "2026-11-26", "weekdays": [["monday"]]}, "Its weekdays are"),
        ({"rule": "rest", "from": "2026-11-26", "weekdays": ["mon"]}, "Its weekdays are not"),
        ({"rule": "skips", "since": "2026-11-26", "skips": -1}, "Its skips are no number"),
        ({"rule": "cadence", "since": "2026-11-26", "unit": "year"}, '"year" is not day, week'),
        ({"rule": "cadence", "since": "2026-11-26", "unit": "day", "times": 99}, "99/day is"),
        ({"rule": "cadence", "since": "2026-11-26", "unit": "day"}, "0/day asks for nothing."),
    ],
)
def test_a_file_with_a_rule_that_makes_no_sense_is_refused(
    stride: Stride, tmp_path: Path, rule: object, why: str
) -> None:
    stride.begin("log run 5k")
    file = tmp_path / "export.json"
    document = {"schema": "stride.export/1", "activities": [], "rules": [rule], "entries": []}
    file.write_text(json.dumps(document))
    said = stride.refused(1, "import", file, "--yes")
    assert "has a rule of streaks that stride cannot read." in said
    assert why in said
