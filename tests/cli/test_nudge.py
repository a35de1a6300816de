"""``stride nudge``: what is due, told by the exit code and a line each."""

import csv
import json
import os
import plistlib
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from configparser import ConfigParser
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from stridelog.cli.app import run
from stridelog.domain.cadence import Protection, Rules
from stridelog.domain.entry import Draft
from stridelog.domain.likely import Occasion
from stridelog.domain.period import Span
from stridelog.reports import nudge
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

THURSDAY = date(2026, 11, 26)

NOW = datetime.fromisoformat("2026-11-26T20:00:00+01:00")

Nudged = Callable[..., tuple[int, str]]


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STRIDE_JOURNAL", str(tmp_path / "journal.db"))
    monkeypatch.setenv("STRIDE_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setenv("STRIDE_NOW", NOW.isoformat())
    return tmp_path / "journal.db"


@pytest.fixture
def nudged(journal: Path, capsys: pytest.CaptureFixture[str]) -> Nudged:
    """Log an activity so many days ago, each at eight in the evening, and be nudged."""

    def nudged(days_ago: Iterable[int], *words: str, activity: str = "run") -> tuple[int, str]:
        drafts = [Draft(activity, NOW - timedelta(days)) for days in days_ago]
        with open_journal(journal, NOW).change(Stamp("log", NOW, "here")) as change:
            change.add(drafts)
        code = run(["nudge", *words])
        out, err = capsys.readouterr()
        assert err == ""
        return code, out

    return nudged


def test_nothing_is_due_without_a_journal(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["nudge"]) == 1
    assert capsys.readouterr() == ("", "")
    assert not journal.exists()


def test_a_streak_that_ends_today_is_due(nudged: Nudged) -> None:
    assert nudged([1, 2, 3]) == (0, "run: 3 days in a row, one more today\n")


def test_nothing_is_due_when_it_was_done(nudged: Nudged) -> None:
    assert nudged([0, 1, 2, 3]) == (1, "")


def test_two_days_in_a_row_are_nothing_to_speak_of(nudged: Nudged) -> None:
    assert nudged([1, 2]) == (1, "")


def test_a_streak_of_weeks_is_due_by_the_end_of_the_week(nudged: Nudged) -> None:
    assert nudged([5, 12, 19]) == (0, "run: 3 weeks in a row, one more by Sun 29 Nov 2026\n")


def test_a_streak_of_months_is_due_in_its_last_week(nudged: Nudged) -> None:
    assert nudged([30, 60, 90]) == (1, "")  # by Monday: the last day of November is in next week


def test_what_ends_first_is_told_first_and_each_activity_once(nudged: Nudged) -> None:
    nudged([5, 12, 19], activity="swim")
    code, out = nudged([1, 2, 3, 8, 15, 22])
    assert code == 0
    assert out.splitlines() == [
        "run: 3 days in a row, one more today",
        "swim: 3 weeks in a row, one more by Sun 29 Nov 2026",
    ]


def test_the_whole_journal_is_told_where_no_activity_keeps_it(nudged: Nudged) -> None:
    nudged([2], activity="swim")
    nudged([3], activity="ride")
    assert nudged([1]) == (0, "anything: 3 days in a row, one more today\n")


def test_what_is_usual_by_now_on_this_weekday_is_due(nudged: Nudged) -> None:
    nudged([1], activity="swim")
    code, out = nudged([0, 14, 21, 28, 35], activity="study")
    assert (code, out) == (1, "")
    code, out = nudged([2, 7, 14, 21, 35])
    told = "run: usually done by now on a Thursday (4 of the last 5), not yet today\n"
    assert (code, out) == (0, told)


def test_three_of_five_are_not_usual(nudged: Nudged) -> None:
    assert nudged([2, 7, 21, 35]) == (1, "")


def test_what_is_usually_done_later_is_not_due_yet(
    nudged: Nudged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_NOW", "2026-11-26T19:59:00+01:00")
    assert nudged([2, 7, 14, 21, 28, 35]) == (1, "")


def usual(activity: str, at: str, day: date) -> nudge.NudgeFacts:
    """Return facts by which the activity was done on five days that lie a week apart."""
    first = datetime.fromisoformat(at)
    weeks = [timedelta(7 * weeks) for weeks in range(5)]
    return nudge.NudgeFacts(
        days={activity: {day.toordinal(): 1}},
        occasions=[Occasion(activity, first - ago, day - ago) for ago in weeks],
    )


def test_a_night_counts_for_the_day_that_it_belongs_to() -> None:
    facts = usual("shift", "2026-11-20T02:30", THURSDAY - timedelta(7))
    late, later = map(datetime.fromisoformat, ("2026-11-27T02:00", "2026-11-27T03:00"))
    assert nudge.compute(facts, THURSDAY, late).due == ()
    assert [due.done for due in nudge.compute(facts, THURSDAY, later).due] == [5]


@pytest.mark.parametrize("weekdays", [frozenset({3}), frozenset(range(7))])
def test_nothing_is_due_on_a_rest_day_or_in_a_pause(weekdays: frozenset[int]) -> None:
    facts = usual("run", "2026-11-19T07:00", THURSDAY - timedelta(7))
    assert nudge.compute(facts, THURSDAY, NOW).due
    rest = Rules(protections=(Protection(Span(THURSDAY - timedelta(7), THURSDAY), weekdays),))
    assert nudge.compute(replace(facts, rules={"run": rest}), THURSDAY, NOW).due == ()


def test_a_retired_activity_is_left_in_peace(
    nudged: Nudged, capsys: pytest.CaptureFixture[str]
) -> None:
    nudged([1, 2, 3])
    assert run(["activities", "retire", "run"]) == 0
    capsys.readouterr()
    assert nudged([]) == (0, "anything: 3 days in a row, one more today\n")


def test_quiet_prints_nothing(nudged: Nudged) -> None:
    assert nudged([1, 2, 3], "--quiet") == (0, "")
    assert nudged([0], "-q") == (1, "")


def test_it_is_a_document(nudged: Nudged) -> None:
    code, out = nudged([1, 2, 3], "--json")
    assert code == 0
    assert json.loads(out) == {
        "schema": "stride.nudge/1",
        "due": [
            {
                "activity": "run",
                "reason": "streak",
                "unit": "day",
                "length": 3,
                "keep_by": "2026-11-26",
                "missing": 1,
                "such_days": None,
                "done": None,
            }
        ],
    }
    code, out = nudged([0], "--json")
    assert (code, json.loads(out)) == (1, {"schema": "stride.nudge/1", "due": []})


def test_it_is_a_page_and_a_table(nudged: Nudged) -> None:
    code, out = nudged([1, 2, 3], "--markdown")
    assert (code, out.strip()) == (0, "run: 3 days in a row, one more today")
    _, out = nudged([], "--csv")
    rows = list(csv.DictReader(out.splitlines()))
    assert [(row["activity"], row["reason"], row["length"]) for row in rows] == [
        ("run", "streak", "3")
    ]


def test_a_journal_that_cannot_be_read_is_an_error_and_not_nothing(journal: Path) -> None:
    journal.write_text("This is no journal.")
    assert run(["nudge"]) == 4


RECIPES = (Path(__file__).parents[2] / "docs" / "reminders.md").read_text(encoding="utf-8")


def recipe(language: str) -> str:
    """Return the first block of a language in the page about reminders."""
    return RECIPES.partition(f"```{language}\n")[2].partition("```")[0]


@pytest.fixture
def shown(journal: Path, tmp_path: Path) -> Callable[..., str]:
    """Run a program where a notification is only printed, and something is due or not."""
    (tmp_path / "bin").mkdir()
    programs = {
        "stride": f'exec "{sys.executable}" -m stridelog "$@"',
        "notify-send": "printf '%s|' notified \"$@\"",
        "osascript": "printf '%s|' notified \"$@\"",
    }
    for name, program in programs.items():
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{program}\n")
        (tmp_path / "bin" / name).chmod(0o700)

    def shown(*words: str, due: bool = True) -> str:
        with open_journal(journal, NOW).change(Stamp("log", NOW, "here")) as change:
            change.add([Draft("run", NOW - timedelta(days)) for days in range(due, 4)])
        environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}
        return subprocess.run(
            words, env=environment, capture_output=True, encoding="utf-8", check=False
        ).stdout

    return shown


TOLD = "run: 3 days in a row, one more today"

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="The recipe is for another system.")


@POSIX_ONLY
@pytest.mark.parametrize("due", [True, False])
def test_the_recipe_of_cron_prints_what_is_due(shown: Callable[..., str], due: bool) -> None:  # noqa: FBT001
    *times, line = recipe("cron").strip().split(" ", 5)
    assert times == ["0", "18", "*", "*", "*"]
    assert shown("/bin/sh", "-c", line, due=due) == (f"{TOLD}\n" if due else "")


@POSIX_ONLY
@pytest.mark.parametrize("due", [True, False])
def test_the_recipe_of_systemd_notifies(shown: Callable[..., str], due: bool) -> None:  # noqa: FBT001
    unit = ConfigParser(interpolation=None)
    unit.read_string(recipe("ini"))
    words = shlex.split(unit["Service"]["ExecStart"].removeprefix("-").replace("$$", "$"))
    assert shown(*words, due=due) == (f"notified|stride|{TOLD}|" if due else "")


@POSIX_ONLY
@pytest.mark.parametrize("due", [True, False])
def test_the_recipe_of_launchd_notifies(shown: Callable[..., str], due: bool) -> None:  # noqa: FBT001
    agent = plistlib.loads(recipe("xml").encode())
    shell, _, line = agent["ProgramArguments"]
    answer = shown(shell, "-c", line, due=due)
    assert answer.startswith("notified|-e|on run words|") is due
    assert answer.endswith(f"|end run|{TOLD}|") is due


@POSIX_ONLY
def test_the_recipe_of_starship_shows_what_is_due(shown: Callable[..., str]) -> None:
    custom = tomllib.loads(recipe("toml"))["custom"]["stride"]
    assert custom["when"] is True
    assert shown("/bin/sh", "-c", custom["command"]) == f"{TOLD}\n"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed here.")
@pytest.mark.parametrize("due", [True, False])
def test_the_recipe_of_the_prompt_shows_a_dot(shown: Callable[..., str], due: bool) -> None:  # noqa: FBT001
    prompt = 'eval "$PROMPT_COMMAND"; eval "printf \'%s\' \\"$PS1\\""'
    line = f"PS1='> '\n{recipe('bash')}\n{prompt}; {prompt}"
    assert shown("bash", "-c", line, due=due) == ("● > ● > " if due else "> > ")
