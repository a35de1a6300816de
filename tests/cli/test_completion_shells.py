"""Tab, pressed in the shells that are installed here, in a pseudo-terminal."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stridelog.cli.app import run
from stridelog.cli.commands.completion import place_of
from stridelog.domain.entry import Draft
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

pexpect = pytest.importorskip("pexpect")

NOW = datetime(2026, 11, 26, 8, 12, tzinfo=UTC)

PATIENCE = 30
"""Seconds that a shell may take to start on a busy machine."""

SHELLS = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "-i"],
}

READY = {
    "bash": "source {script}; PS1='rea''dy> '",
    "zsh": "fpath+=({script.parent}); autoload -U compinit; compinit -u -D; PS1='rea''dy> '",
    "zsh, sourced": "autoload -U compinit; compinit -u -D; source {script}; PS1='rea''dy> '",
    "fish": "function fish_prompt; echo 'rea''dy> '; end",
}
"""What loads the script where it was installed, and lets the prompt tell that this is done."""

STRIDE = """#!/bin/sh
# Completes as stride does; whatever else is asked of it, it only shows the words that it got.
case "$1" in __complete) exec {python} -m stridelog "$@" ;; esac
printf '<%s>' "$@"
echo
"""

TYPED = {
    "stride log ru\t": "<log><run>",
    "stride comp\t--y\t": "<compare><--years>",
    "stride log run +st\t": "<log><run><+stroller>",
    "stride list --place @r\t": "<list><--place><@riverside>",
    "stride list --place r\t": "<list><--place><riverside>",
    "stride list --place=r\t": "<list><--place=riverside>",
    "stride log run 10k @r\t+st\t": "<log><run><10k><@riverside><+stroller>",
    "stride log run el\t52:10": "<log><run><elapsed=52:10>",
    "stride log run effort=1\t": "<log><run><effort=1",
    "stride log run --gear P\t": "<log><run><--gear><Pegasus 41>",
    'stride log run --gear "P\t': "<log><run><--gear><Pegasus 41>",
    "stride log run --gear Pegasus\\ 4\t": "<log><run><--gear><Pegasus 41>",
    "stride compare --by=t\t": "<compare><--by=tag>",
    "stride --color ne\tlist": "<--color><never><list>",
    "stride config set un\ti\t": "<config><set><units><imperial>",
    "stride log run +\\$\t": "<log><run><+$(reboot)>",
    "stride log run +it\t": "<log><run><+it's;reboot>",
    "stride log run @caf\t": "<log><run><@café>",
    "stride export --output jour\t": "<export><--output><journal.db>",
}
"""What is typed, and the words that the command then gets."""

Pressed = Callable[[str], str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a home folder with a journal and a ``stride``."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "bin").mkdir()
    stride = folder / "bin" / "stride"
    stride.write_text(STRIDE.format(python=sys.executable))
    stride.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.delenv("XDG_CONFIG_HOME", raising=False)
        patch.delenv("XDG_DATA_HOME", raising=False)
        for shell in SHELLS:
            assert run(["completion", shell, "--install", "--yes"]) == 0
    journal = open_journal(folder / "journal.db", NOW)
    with journal.change(Stamp("log", NOW, "here")) as change:
        tags = ("stroller", "$(reboot)", "it's;reboot")
        change.add(
            [
                Draft("run", NOW, {"distance": 10_000.0}, tags, "riverside", "Pegasus 41"),
                Draft("run", NOW, {"distance": 5_000.0}, (), "café"),
            ]
        )
    return folder


@pytest.fixture(params=READY, scope="module")
def pressed(request: pytest.FixtureRequest, home: Path) -> Iterator[Pressed]:
    """Type a line in a shell, and return the words that the command got."""
    name, *_ = request.param.split(",")
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed here.")
    environment = {
        "HOME": str(home),
        "PATH": f"{home / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
        "STRIDE_JOURNAL": str(home / "journal.db"),
    }
    program, *options = SHELLS[name]
    shell = pexpect.spawn(
        program, options, env=environment, cwd=str(home), encoding="utf-8", timeout=PATIENCE,
        dimensions=(24, 200),
    )  # fmt: skip
    shell.sendline(
        READY[request.param].format(
            script=place_of(name, {"XDG_DATA_HOME": str(home / ".local/share")})
        )
    )
    shell.expect("ready> ")

    def press(line: str) -> str:
        shell.send(f"{line}\r")
        shell.expect(r"<[^\r\n]*>\r\n")
        words: str = shell.after
        shell.expect("ready> ")
        return words.strip()

    yield press
    shell.close(force=True)


@pytest.mark.parametrize(("typed", "words"), TYPED.items())
def test_tab_completes(pressed: Pressed, typed: str, words: str) -> None:
    assert pressed(typed).startswith(words)


def test_tab_leaves_the_journal_as_it_was(home: Path, pressed: Pressed) -> None:
    assert pressed("stride log run +st\t") == "<log><run><+stroller>"
    assert sorted(file.name for file in home.glob("journal.db*")) == ["journal.db"]


@pytest.mark.parametrize("typed", ["stride log ru\t", "stride comp\t", "stride list --pl\t"])
def test_tab_works_while_the_journal_is_locked(home: Path, pressed: Pressed, typed: str) -> None:
    journal = sqlite3.connect(home / "journal.db", isolation_level=None)
    journal.execute("PRAGMA locking_mode = EXCLUSIVE")
    journal.execute("BEGIN EXCLUSIVE")
    try:
        assert pressed(typed) in {"<log><run>", "<compare>", "<list><--place>"}
    finally:
        journal.close()
