"""``stride`` on a pseudo-terminal: keys go in, and what is on the screen can be read."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pyte

PATIENCE = 60.0
"""Seconds to wait for what must come."""

ENTER, ESCAPE, TAB, BACKSPACE = "\r", "\x1b", "\t", "\x7f"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
CTRL_C, CTRL_D, CTRL_U = "\x03", "\x04", "\x15"

PROGRAM = """
import fcntl, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C and a new size reach the program
from stridelog.__main__ import main
main()
"""


class Terminal:
    """A terminal with a program running on it. ``sent`` is all that the program wrote."""

    def __init__(
        self, words: list[str], environ: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        self._controller, terminal = pty.openpty()
        termios.tcsetwinsize(terminal, (rows, columns))
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self._program = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", PROGRAM, *words],
            env=dict(environ),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        )
        os.close(terminal)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, without the blanks around it."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """What stands on the screen, in one piece."""
        return "\n".join(self.lines).rstrip()

    @property
    def said(self) -> str:
        """What stands on the screen, wherever its lines were broken."""
        return " ".join(self.text.split())

    @property
    def asked(self) -> str:
        """The line that the cursor is in."""
        return self.lines[self.screen.cursor.y]

    @property
    def modes(self) -> list[object]:
        """How the terminal is set: whether it echoes, waits for whole lines, and so on."""
        return [*termios.tcgetattr(self._controller)]

    def press(self, *keys: str) -> None:
        """Press keys one after the other; a longer text is typed letter by letter."""
        os.write(self._controller, "".join(keys).encode())

    def sees(self, *texts: str, asked: str = "") -> None:
        """Wait until all the texts are on the screen, and the cursor in a line that begins so.

        How the texts are spaced and broken into lines does not matter.
        """
        wanted = [" ".join(text.split()) for text in texts]
        deadline = time.monotonic() + PATIENCE
        while not (all(text in self.said for text in wanted) and self.asked.startswith(asked)):
            if not self._read(deadline):
                raise AssertionError(f"{texts} {asked!r} not on the screen:\n{self.text}")

    def answers(self, question: str, *keys: str) -> None:
        """Wait for a question and press keys."""
        self.sees(asked=question)
        self.press(*keys)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        termios.tcsetwinsize(self._controller, (rows, columns))

    def ends(self) -> int:
        """Wait until the program ends; return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read(deadline):
            pass
        return self._program.wait(max(deadline - time.monotonic(), 0.1))

    def close(self) -> None:
        """Make an end of it."""
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        os.close(self._controller)

    def _read(self, deadline: float) -> bool:
        """Take in what the program writes next; False where nothing comes any more."""
        ready, _, _ = select.select([self._controller], [], [], deadline - time.monotonic())
        data = b""
        with suppress(OSError):  # Linux says so when the program has ended
            data = os.read(self._controller, 65_536) if ready else b""
        self.sent += data
        self._stream.feed(data)
        return bool(data)


def environment(folder: Path, now: str) -> dict[str, str]:
    """Return the variables of a person who has a journal in the folder, and a usual terminal."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "Europe/Berlin",
        "STRIDE_JOURNAL": str(folder / "journal.db"),
        "STRIDE_CONFIG": str(folder / "config.toml"),
        "STRIDE_NOW": now,
    }
