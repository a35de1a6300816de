"""Commands as a person types them: run in this process, or in a terminal where they ask.

What a command writes is told as a terminal shows it: answer and narration in one, 80 columns
wide, without colour.
"""

import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pyte
import pytest

from stridelog.cli.app import run

QUESTION = "[y/N] "
"""How a question ends that is asked in a terminal."""

INTERRUPT = "^C"
"""The answer that stands for the keys Ctrl and C."""

COLUMNS, LINES = 80, 400

NOW = "2026-11-21T08:12:00+01:00"
"""When a page is read, unless it says otherwise."""

ZONE = "Europe/Berlin"

UID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@dataclass
class Session:
    """A home folder with its own journal and settings, a clock that stands, and a terminal."""

    home: Path
    patch: pytest.MonkeyPatch
    code: int = field(default=0, init=False)
    answers: list[str] = field(default_factory=list, init=False)
    _journals: int = field(default=0, init=False)
    _uids: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        (self.home / "here").mkdir()
        self.patch.chdir(self.home / "here")
        for name in ("STRIDE_JOURNAL", "NO_COLOR", "EDITOR", "VISUAL"):
            self.patch.delenv(name, raising=False)
        self.patch.setenv("STRIDE_CONFIG", str(self.home / ".config/stride/config.toml"))
        self.patch.setenv("COLUMNS", str(COLUMNS))
        self.patch.setenv("TZ", ZONE)
        self.begin_a_journal()
        self.set_the_clock(NOW)

    def begin_a_journal(self) -> None:
        """Leave the journal behind, and start with an empty one."""
        self._journals += 1
        self.patch.setenv("STRIDE_JOURNAL", str(self.home / f"journal-{self._journals}.db"))

    def set_the_clock(self, now: str) -> None:
        """Let it be ``now`` until further notice."""
        self.patch.setenv("STRIDE_NOW", now)

    def write_file(self, name: str, text: str) -> None:
        """Put a file where the commands are typed."""
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    def typed(self, line: str, answer: str | None = None) -> str:
        """Return what the terminal shows after ``line``, and after the ``answer`` to a question."""
        line, _, cut = line.partition(" | ")
        match shlex.split(line):
            case ["echo", "$?"]:
                shown = f"{self.code}\n"
            case ["cat", name]:
                shown = Path(name).read_text(encoding="utf-8")
            case ["stride", *words, "<", name]:
                with (
                    Path(name).open(encoding="utf-8") as file,
                    pytest.MonkeyPatch.context() as patch,
                ):
                    patch.setattr(sys, "stdin", file)
                    told, self.code = _told(words)
                shown = self._without_chance(told)
            case ["stride", *words]:
                told, self.code = _told(words) if answer is None else _asked(words, answer)
                shown = self._without_chance(told)
            case _:
                message = f"Examples can run stride (… < FILE), cat FILE and echo $?, not: {line}"
                raise ValueError(message)
        self.answers.append(shown)
        return _cut(shown, cut) if cut else shown

    def _without_chance(self, shown: str) -> str:
        """Replace what is never the same twice: the home folder, and the random part of ids."""
        for uid in UID.findall(shown):
            number = len(self._uids) + 1
            self._uids.setdefault(uid, f"{uid[:13]}-7000-8000-{number:012}")
        for uid, stand_in in self._uids.items():
            shown = shown.replace(uid, stand_in)
        return shown.replace(str(self.home), "/home/ann")


def _cut(text: str, how: str) -> str:
    """Return the first or the last lines: what ``head -3`` and ``tail -3`` leave."""
    program, count = how.split(" -")
    lines = text.splitlines(keepends=True)
    return "".join({"head": lines[: int(count)], "tail": lines[-int(count) :]}[program])


def _told(words: list[str]) -> tuple[str, int]:
    """Run a command in this process; return what it writes, and its exit code."""
    screen = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
    with redirect_stdout(screen), redirect_stderr(screen):
        code = run(words)
    screen.flush()
    shown = screen.buffer.getvalue()
    return str(shown, "utf-8"), code


def _asked(words: list[str], answer: str) -> tuple[str, int]:
    """Run a command in a terminal of its own, and answer its question."""
    controller, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (LINES, COLUMNS))
    with subprocess.Popen(
        [sys.executable, "-m", "stridelog", *words],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "1", "PYTHONUTF8": "1"},
    ) as process:
        os.close(terminal)
        written = _read(controller, lambda so_far: so_far.endswith(QUESTION.encode()))
        if answer == INTERRUPT:
            process.send_signal(signal.SIGINT)
            written += INTERRUPT.encode()
        else:
            os.write(controller, f"{answer}\n".encode())
        written += _read(controller, lambda _: False)
    os.close(controller)
    if answer == INTERRUPT:
        written = written.replace(INTERRUPT.encode(), f"{INTERRUPT}\r\n".encode(), 1)
    return _on_screen(written), process.returncode


def _read(controller: int, is_enough: Callable[[bytes], bool]) -> bytes:
    """Read what comes from a terminal, until it is enough or nobody writes any more."""
    written = b""
    while not is_enough(written):
        try:
            piece = os.read(controller, 4096)
        except OSError:  # how Linux says that the other end was closed
            break
        if not piece:
            break
        written += piece
    return written


def _on_screen(written: bytes) -> str:
    """Return what stands on the screen after something was written to a terminal."""
    screen = pyte.Screen(COLUMNS, LINES)
    pyte.ByteStream(screen).feed(written)
    lines = [line.rstrip() for line in screen.display]
    return "\n".join(lines).rstrip("\n") + "\n"
