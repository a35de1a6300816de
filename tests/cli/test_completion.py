"""What completion offers, and what each shell is told; ``stride completion`` itself."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from stridelog.cli.app import COMMANDS, run
from stridelog.cli.commands.completion import SCRIPTS, SHELLS, place_of
from stridelog.cli.completion import FILES_WANTED, main
from stridelog.cli.completion.candidates import MOST, candidates
from stridelog.cli.completion.shells import ANSWERS, LINE_VARIABLE
from stridelog.domain.entry import Draft
from stridelog.domain.goal import Goal, Scope, Status, Target, Version
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

NOW = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)

TAGS = ("stroller", "snow", "$(reboot)", "it's")


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name a place for a journal that was not begun."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("STRIDE_JOURNAL", str(tmp_path / "journal.db"))
    monkeypatch.setenv("STRIDE_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "journal.db"


@pytest.fixture
def journal(nowhere: Path) -> Path:
    """Make a journal with two entries."""
    with open_journal(nowhere, NOW).change(Stamp("log", NOW, "here")) as change:
        run = Draft("run", NOW, {"distance": 10_000.0}, TAGS, "riverside", "Pegasus 41")
        change.add([run, Draft("shift", NOW, {"csat": 0.94})])
        change.add_goal(goal("Run a marathon", status="closed"))
        change.add_goal(goal("Read more", activity=""))
        change.add_goal(goal(""))
    return nowhere


def goal(title: str, activity: str = "run", status: Status = "open") -> Goal:
    scope = Scope(activity, "distance" if activity else "")
    target = Target(1.0) if activity else None
    day, end = NOW.date(), date(2026, 12, 31)
    kind = "total" if activity else "do"
    return Goal((Version(day, kind, day, end, scope, target, status=status),), title)


def offered(line: str) -> list[str] | None:
    found = candidates(line.split(" "))
    return None if found is None else [word.text for word in found]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("co", ["compare", "config"]),
        ("compl", ["completion"]),
        ("completion ", list(SHELLS)),
        ("nothing-like-it", []),
        ("nothing ", []),
        ("rest ev", ["everything"]),
        ("rest run t", ["tuesday", "thursday"]),
        ("rest run tuesday t", ["thursday"]),
        ("rest run no", ["none"]),
        ("pause ru", ["run"]),
        ("cadence run da", ["daily"]),
        ("log r", ["run", "ride"]),
        ("log RU", ["run"]),
        ("log nothing ", ["effort=", *(f"+{tag}" for tag in sorted(TAGS)), "@riverside"]),
        ("log shift cs", ["csat="]),
        ("log shift csat=", []),
        ("log shift csat=94 cs", []),
        ("log run effort=1", ["effort=1", "effort=10"]),
        ("log run +s", ["+snow", "+stroller"]),
        ("log run +snow +s", ["+stroller"]),
        ("log run @", ["@riverside"]),
        ("log run --effort 1", ["1", "10"]),
        ("log run --gear p", ["Pegasus 41"]),
        ("log run --gear=P", ["--gear=Pegasus 41"]),
        ("log run --on ", []),
        ("log run -- --", []),
        ("edit 1 di", ["distance="]),
        ("goals s", ["show", "share"]),
        ("goals show ", ["2", "3", "1"]),
        ("goals show 3", ["3"]),
        ("goals show r", ["Read more", "Run a marathon"]),
        ("goals edit 3 di", ["distance="]),
        ("goals edit 2 di", []),
        ("goals add ru", ["run"]),
        ("goals add run di", ["distance="]),
        ("goals add --rank ", ["A", "B", "C"]),
        ("goals add run --by ", []),
        ("goals share --with ", []),
        ("compare --by ", ["distance", "tag", "place"]),
        ("edit last c", ["csat="]),
        ("edit last --activity ri", ["ride"]),
        ("list --tag st", ["stroller"]),
        ("list --not-tag +st", ["+stroller"]),
        ("list --place @r", ["@riverside"]),
        ("list --area w", ["work"]),
        ("list --distance ma", ["marathon"]),
        ("list --this-w", ["--this-week"]),
        ("list --json --cs", ["--csv"]),
        ("--color never lis", ["list"]),
        ("--color=", ["--color=always", "--color=never", "--color=auto"]),
        ("compare run --color n", ["never"]),
        ("compare --by t", ["tag"]),
        ("export --format ", ["csv", "ical", "json", "jsonl", "markdown"]),
        ("show ", ["2", "1", "last"]),
        ("delete ru", ["run"]),
        ("edit ru", ["run"]),
        ("activities sh", ["show"]),
        ("activities show sw", ["swim"]),
        ("activities edit run --retire-measure cl", ["climb"]),
        ("config set we", ["week_start"]),
        ("config set units ", ["metric", "imperial"]),
        ("config set week-start s", ["saturday", "sunday"]),
        ("config set day_starts 0", []),
        ("config set nothing ", []),
        ("demo compare --ye", ["--years"]),
        ("demo --re", ["--reset"]),
        ("demo com", ["compare"]),
        ("list --journal ", None),
        ("--journal=", None),
        ("import ru", None),
        ("import a.csv b", None),
    ],
)
def test_tab_offers(line: str, words: list[str] | None) -> None:
    assert offered(line) == words


@pytest.mark.usefixtures("journal")
def test_options_are_told_with_their_help() -> None:
    assert dict(candidates(["list", "--pl"]) or ()) == {"--place": "Only there."}
    assert dict(candidates(["undo", ""]) or ())["--help"]


@pytest.mark.usefixtures("nowhere")
def test_without_a_journal_there_is_what_every_journal_begins_with() -> None:
    assert offered("log ru") == ["run"]
    assert offered("log run di") == ["distance="]
    assert offered("list --tag ") == []
    assert offered("show ") == ["last"]
    assert offered("demo list --tag ") == []
    assert offered("") == [name for name in COMMANDS if name != "completion"]


def test_another_journal_may_be_named(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRIDE_JOURNAL", str(journal.with_name("none.db")))
    assert offered(f"--journal {journal} list --place r") == ["riverside"]
    assert offered(f"list --journal={journal} --place r") == ["riverside"]


@pytest.mark.parametrize("path", ["", " ", "~nobody-of-that-name/j.db", "\udcff.db"])
def test_a_journal_that_cannot_be_keeps_nobody_from_completing(
    path: str, nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDE_JOURNAL", path)
    nowhere.with_name("config.toml").write_text("this is = no = TOML")
    assert offered("log run --ge") == ["--gear"]
    assert offered("log ru") == ["run"]
    assert offered("config set un") == ["units"]


def test_what_is_offered_is_bounded(nowhere: Path) -> None:
    with open_journal(nowhere, NOW).change(Stamp("log", NOW, "here")) as change:
        change.add([Draft("run", NOW, {}, (f"tag-{number}",)) for number in range(100)])
    assert len(offered("list --tag ") or ()) == MOST


def told(capfd: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """Return the lines that a shell gets."""
    assert main(words) == 0
    return capfd.readouterr().out.splitlines()


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("line", "replaced", "words"),
    [
        ("stride log run +st", "+st", ["+stroller"]),
        ("stride list --tag=st", "st", ["stroller"]),
        ("stride list --tag=", "", ["--tag=stroller"]),
        ("stride log run '+$", "+$", ["+$(reboot)"]),
        ("stride log run +\\$", "+\\$", ["+\\$\\(reboot\\)"]),
        ('stride log run "+$', "+$", ["+\\$(reboot)"]),
        ("stride log run +it", "+it", ["+it\\'s"]),
        ("stride log run --gear Peg", "Peg", ["Pegasus\\ 41"]),
        ('stride log run --gear "Pegasus 4', "Pegasus 4", ["Pegasus 41"]),
        ('stride log run --gear="Peg', "Peg", ["Pegasus 41"]),
    ],
)
def test_bash_gets_what_it_inserts_quoted(
    line: str, replaced: str, words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert set(words) <= set(told(capfd, "bash", line, replaced))


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("stride lis", ["list\tList entries, latest first."]),
        ("stride list --place r", ["riverside\triverside"]),
        ("stride list --place '@r", ["'@riverside'\t@riverside"]),
        ("stride log run --gear p", ["'Pegasus 41'\tPegasus 41"]),
        ("stride log run '+it", ["'+it''s'\t+it's"]),
        ("stride log run +`$", ["'+$(reboot)'\t+$(reboot)"]),
        ("stride list --place ", ["riverside\triverside"]),
    ],
)
def test_powershell_gets_what_it_inserts_quoted(
    line: str,
    lines: list[str],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(LINE_VARIABLE, line)
    assert told(capfd, "powershell") == lines


@pytest.mark.usefixtures("journal")
def test_zsh_and_fish_get_words_and_what_to_show(capfd: pytest.CaptureFixture[str]) -> None:
    assert told(capfd, "fish", "log", "sh") == ["shift\twork"]
    assert told(capfd, "fish", "list", "--gear", '"Peg') == ["Pegasus 41\t"]
    assert told(capfd, "zsh", "log", "r") == ["run\trun   fitness", "ride\tride  fitness"]


def test_a_shell_is_asked_to_complete_files() -> None:
    assert main(["zsh", "import", ""]) == FILES_WANTED


@pytest.mark.parametrize(
    "line", ["", "bash", "bash log", "bash log r", "bash a b c", "zsh", "csh l"]
)
def test_what_no_script_asks_is_not_answered(
    line: str, nowhere: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert not nowhere.exists()
    assert main(line.split()) == 2
    assert capfd.readouterr() == ("", "")


def test_completion_imports_neither_typer_nor_what_draws_or_writes(journal: Path) -> None:
    program = (
        "import sys; from stridelog.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules)"
    )
    for line in ("log run +s", "list --place r", "show ", "config set units ", "co"):
        done = subprocess.run(
            [sys.executable, "-c", program, "__complete", "fish", *line.split(" ")],
            env={**os.environ, "STRIDE_JOURNAL": str(journal)},
            capture_output=True,
            text=True,
            check=True,
        )
        outside = {name.partition(".")[0] for name in done.stdout.split("\n")[-2].split()}
        assert not outside & {"typer", "rich", "sqlmodel", "pydantic", "sqlalchemy", "json"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_is_printed(
    shell: str, capsys: pytest.CaptureFixture[str], nowhere: Path
) -> None:
    assert run(["completion", shell]) == 0
    assert capsys.readouterr().out == (SCRIPTS / shell).read_text(encoding="utf-8")
    assert f"stride __complete {shell}" in (SCRIPTS / shell).read_text(encoding="utf-8")
    assert not nowhere.exists()


def test_every_shell_with_a_script_has_an_answer() -> None:
    assert set(SHELLS) == set(ANSWERS) == {file.name for file in SCRIPTS.iterdir()}


@pytest.mark.usefixtures("nowhere")
def test_without_a_name_it_is_the_shell_of_the_person(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert run(["completion"]) == 0
    assert capsys.readouterr().out.startswith("#compdef stride\n")
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    assert run(["completion"]) == 2
    assert 'no completion for the shell "tcsh"' in capsys.readouterr().err
    monkeypatch.setenv("SHELL", "")
    assert run(["completion"]) == 2
    assert "Nothing says which shell is meant." in capsys.readouterr().err


@pytest.mark.usefixtures("nowhere")
@pytest.mark.parametrize("shell", SHELLS)
def test_it_installs_itself_and_says_where(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = place_of(shell, os.environ)
    assert run(["completion", shell, "--install"]) == 1  # nobody is there to say yes
    assert not file.exists()
    assert run(["completion", shell, "--install", "--yes"]) == 0
    assert f"Written: {file}\n" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == (SCRIPTS / shell).read_text(encoding="utf-8")


def test_it_says_why_it_cannot_be_installed(
    nowhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (nowhere.parent / "XDG_CONFIG_HOME").write_text("a file where a folder should be")
    assert run(["completion", "fish", "--install", "--yes"]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.usefixtures("journal")
def test_after_a_title_in_quotes_comes_the_activity() -> None:
    found = candidates(["goals", "add", "Run far", "ru"])
    assert found is not None
    assert [word.text for word in found] == ["run"]


@pytest.mark.usefixtures("journal")
def test_goals_are_offered_with_what_they_are_called() -> None:
    found = candidates(["goals", "show", ""])
    assert found is not None
    assert [word.help for word in found] == ["Read more", "run by 2026-12-31", "Run a marathon"]
