"""The command line as tests use it: in this process, or as a program of its own."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from stridelog.cli.app import run

NOW = "2026-11-26T08:12:00"
"""When the tests take place, in the zone of the machine: a Thursday morning, Thanksgiving."""

_MADE: dict[tuple[str | None, ...], bytes] = {}
"""Journals that tests begin with, by their zone, clock and the lines that made them."""

_UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")

_OURS = re.compile("STRIDE_|XDG_|NO_COLOR$|FORCE_COLOR$|VISUAL$|EDITOR$")
"""Variables of whoever runs the tests that are no business of theirs."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: its exit code, and what it wrote to stdout and to stderr."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """What a person sees in the terminal, with the exit code where it is not 0."""
        return self.out + self.err + (f"[exit {self.code}]\n" if self.code else "")


@dataclass
class Stride:
    """The command line, in this process, with a journal and a configuration of its own."""

    here: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    transcript: str = ""
    """What was typed to ``type`` and what it answered, as a terminal shows it."""

    _uids: dict[str, str] = field(default_factory=dict)

    @property
    def journal(self) -> Path:
        """Where the journal lies."""
        return self.here / "journal.db"

    @property
    def config(self) -> Path:
        """Where the configuration lies."""
        return self.here / "config.toml"

    def __call__(self, *words: str | Path) -> Ran:
        """Run a command."""
        self.capsys.readouterr()
        code = run([str(word) for word in words])
        out, err = self.capsys.readouterr()
        return Ran(code, out, err)

    def ok(self, *words: str | Path) -> str:
        """Run a command that must succeed; return what it wrote to stdout."""
        ran = self(*words)
        assert ran.code == 0, ran.err
        return ran.out

    def refused(self, code: int, *words: str | Path) -> str:
        """Run a command that must fail with ``code``, say why, and change nothing."""
        before = self.kept()
        ran = self(*words)
        assert (ran.code, ran.out) == (code, ""), ran
        assert self.kept() == before
        return ran.err

    def json(self, *words: str | Path) -> Any:  # noqa: ANN401 (each command's own document)
        """Run a command with ``--json``; return its document."""
        import json

        return json.loads(self.ok(*words, "--json"))

    def kept(self) -> str:
        """Return everything that the journal keeps, as its export; "" where there is none."""
        return self.ok("export") if self.journal.exists() else ""

    def begin(self, *lines: str) -> "Stride":
        """Begin with the journal that these command lines make: made once, then copied."""
        key = (os.environ.get("TZ"), os.environ.get("STRIDE_NOW"), *lines)
        if key in _MADE:
            self.journal.write_bytes(_MADE[key])
            return self
        for line in lines:
            self.ok(*shlex.split(line))
        _MADE[key] = self.journal.read_bytes()
        return self

    def at(self, now: str) -> "Stride":
        """Move the clock."""
        self.monkeypatch.setenv("STRIDE_NOW", now)
        return self

    def type(self, *lines: str) -> None:
        """Run command lines as a shell would, and add them to the transcript."""
        for line in lines:
            ran = self(*shlex.split(line))
            self.transcript += self.steady(f"$ stride {line}\n{ran.text}\n")

    def steady(self, text: str) -> str:
        """Return a text with stand-ins for what differs from run to run: ids and this folder."""
        for uid in _UID.findall(text):
            self._uids.setdefault(uid, f"uid-{len(self._uids) + 1}")
        text = _UID.sub(lambda match: self._uids[match[0]], text)
        return text.replace(str(self.here), "HERE")


@dataclass(frozen=True, slots=True)
class Program:
    """``stride`` as a program of its own."""

    here: Path
    variables: Mapping[str, str]

    @property
    def environment(self) -> dict[str, str]:
        """The variables that it is started with."""
        kept = {name: value for name, value in os.environ.items() if not _OURS.match(name)}
        return {**kept, **self.variables}

    @property
    def words(self) -> list[str]:
        """What starts it."""
        return [sys.executable, "-m", "stridelog"]

    def __call__(self, *words: str | Path, **variables: str) -> Ran:
        """Run a command; nobody is there to answer questions."""
        done = subprocess.run(
            [*self.words, *map(str, words)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**self.environment, **variables},
            cwd=self.here,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout, done.stderr)
