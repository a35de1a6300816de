"""Questions on a terminal, a line each, and what is said between them."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import fill

from stridelog.domain.plain_text import plain
from stridelog.page import Page
from stridelog.render.paper import USUAL_WIDTH, paper_of, write

YES, NO = frozenset({"y", "yes"}), frozenset({"n", "no"})


_COMMAND = re.compile(r"\bstride(?: [a-z]+){1,2}(?: [0-9]+(?: --[a-z-]+ \S+)?)?")
"""A command that is named in a sentence: it stays in one line."""

_UNBROKEN = "\N{NO-BREAK SPACE}"


@contextmanager
def until_hung_up() -> Iterator[None]:
    """Take a terminal that is closed for Ctrl-C, so that what was answered can be saved."""
    hung_up = getattr(signal, "SIGHUP", None)
    if hung_up is None:
        yield
        return
    before = signal.signal(hung_up, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(hung_up, before)


class Conversation:
    """What is written and read on a terminal, whatever it can do.

    A question raises ``KeyboardInterrupt`` where the person stops, or is not there any more.
    """

    def __init__(self, *, colour: bool) -> None:
        self._paper = paper_of(sys.stdout, os.environ, colour=colour)

    def ask(self, question: str, hint: str) -> str:
        """Return the answer to a question, in one line."""
        asked = f"   {question}  ({hint})"
        if len(asked) > self._paper.width:
            asked = f"   {question}\n   ({hint})"
        while True:
            self.write(f"{asked}\n   › ")
            sys.stdout.flush()
            try:
                line = sys.stdin.readline()
            except KeyboardInterrupt:
                self.write("\n")  # after the ^C that the terminal shows
                raise
            except UnicodeDecodeError:
                self.tell("What was typed is no text in the terminal's encoding.")
                continue
            if not line:
                self.write("\n")
                raise KeyboardInterrupt  # nobody is there any more
            return " ".join(line.split())

    def yes_or_no(self, question: str, skip: str) -> bool | None:
        """Return what was answered, None where Enter was pressed: ``skip`` says what that means."""
        while True:
            answer = plain(self.ask(question, f"y or n; {skip}"))
            if answer in YES | NO or not answer:
                return answer in YES if answer else None
            self.tell("Say y for yes or n for no.")

    def tell(self, text: str) -> None:
        """Say something about the last answer."""
        indent = " " * 5
        width = max(self._paper.width, USUAL_WIDTH // 2)
        folded = fill(
            _COMMAND.sub(lambda command: command[0].replace(" ", _UNBROKEN), text),
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,  # a command stays in one piece
        )
        self.write(f"{folded.replace(_UNBROKEN, ' ')}\n")

    def draw(self, page: Page) -> None:
        """Show a page."""
        from stridelog.render import text

        drawn = text.draw(page, self._paper)
        if drawn is None:
            from stridelog.render import terminal

            drawn = terminal.draw(page, self._paper)
        sys.stdout.write(drawn)

    def write(self, text: str) -> None:
        """Write lines, harmless whatever stands in them."""
        write("\n".join(map(self._paper.shown, text.split("\n"))), sys.stdout)
