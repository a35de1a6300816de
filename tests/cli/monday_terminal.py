"""The journal of a year on a pseudo-terminal: its days, commands, questions and answers."""

import re
import time
from datetime import date, datetime, timedelta

from dialogue_terminal import CTRL_C, ENTER, PATIENCE, Terminal, environment
from year_of_mondays import BEGUN, BERLIN, done_on

from command_line import Stride
from stridelog.store.change import Stamp
from stridelog.store.writing import open_journal

PROMPT = "   › "

STOPPED = re.compile(r"(?:\^C)?\n*stride: stopped")
"""What stands where Ctrl-C was pressed: the terminal may drop what was written meanwhile."""

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


class Review(Terminal):
    """``stride`` on a terminal that asks line by line."""

    def is_asked(self, prompts: int) -> str:
        """Wait for so many prompts since the start; return what was written up to there."""
        deadline = time.monotonic() + PATIENCE
        while self.written.count(PROMPT) < prompts:
            assert self._read(deadline), f"asked less than {prompts} times:\n{self.written}"
        return self.written

    @property
    def written(self) -> str:
        """All that was written and typed, without colours."""
        text = self.sent.decode(errors="ignore").replace("\r\n", "\n")
        return STOPPED.sub("^C\nstride: stopped", ESCAPES.sub("", text))


class Year:
    """The journal of the year, its clock, and what is on the terminal on a day."""

    def __init__(self, stride: Stride) -> None:
        self.stride = stride
        self._lived_until = BEGUN - timedelta(days=1)
        self._now = ""

    def comes(self, day: date) -> None:
        """Let a morning come: what was done up to yesterday stands in the journal."""
        days = (day - self._lived_until).days - 1
        lived = [self._lived_until + timedelta(n + 1) for n in range(days)]
        self._now = f"{day}T08:00:00"
        at = datetime.fromisoformat(self._now).replace(tzinfo=BERLIN)
        with open_journal(self.stride.journal, at).change(Stamp("log", at, "")) as change:
            change.add([draft for each in lived for draft in done_on(each)])
        self._lived_until = day - timedelta(days=1)
        self.stride.transcript = ""
        self.stride.at(self._now)

    def types(self, *lines: str) -> None:
        """Run command lines."""
        self.stride.type(*lines)

    def is_asked(self, line: str, *asked: tuple[str, str], ends: int = 0) -> None:
        """Run a command on a terminal: what each question holds, and what is answered."""
        terminal, seen = self.terminal(*line.split()), 0
        try:
            for number, (question, answer) in enumerate(asked, 1):
                written = terminal.is_asked(number)
                assert question in written[seen:], f"not asked: {question}\n{written[seen:]}"
                seen = len(written)
                terminal.press(answer if answer == CTRL_C else answer + ENTER)
            assert terminal.ends() == ends, terminal.written
            self._shows(line, terminal.written)
        finally:
            terminal.close()

    def fills_in(self, line: str, *asked: tuple[str, str]) -> None:
        """Run a command that asks on a whole screen: the cursor's line, and what is typed there.

        What is on the screen at the end, before it is saved, is added to the transcript.
        """
        terminal = self.terminal(*line.split())
        try:
            for question, answer in asked:
                terminal.answers(question, answer + ENTER)
            terminal.sees(asked="Right?")
            filled = terminal.text
            terminal.press(ENTER)
            assert terminal.ends() == 0, terminal.text
            self._shows(line, f"{filled}\n\n{terminal.text}\n")
        finally:
            terminal.close()

    def terminal(self, *words: str) -> Review:
        """Open a terminal of the usual size."""
        variables = {**environment(self.stride.here, self._now), "NO_COLOR": "1"}
        return Review(list(words), variables)

    def _shows(self, line: str, text: str) -> None:
        self.stride.transcript += self.stride.steady(f"$ stride {line}\n{text}\n")
