"""Questions on a terminal, a line each, and what is said between them."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from stridelog.cli.typed_line import UnreadableLineError, typed_line
from stridelog.domain.plain_text import plain
from stridelog.domain.text_width import cells, folded
from stridelog.page import Page
from stridelog.render.paper import USUAL_WIDTH, paper_of, write
from stridelog.render.text import drawn

YES, NO = frozenset({"y", "yes"}), frozenset({"n", "no"})


_COMMAND = re.compile(r"\bstride(?: [a-z]+){1,2}(?: [0-9]+(?: --[a-z-]+ \S+)?)?")
"""A command that is named in a sentence: it stays in one line."""

INDENT = "   "
"""What stands before a question."""

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
        asked = [f"{question}  ({hint})"]
        if cells(asked[0]) + len(INDENT) > self._paper.width:
            asked = [*self._folded(question, INDENT), *self._folded(f"({hint})", INDENT)]
        while True:
            self.write("".join(f"{INDENT}{line}\n" for line in asked) + f"{INDENT}› ")
            sys.stdout.flush()
            try:
                return " ".join(typed_line().split())
            except UnreadableLineError as error:
                self.tell(error.message)

    def yes_or_no(self, question: str, skip: str) -> bool | None:
        """Return what was answered, None where Enter was pressed: ``skip`` says what that means."""
        while True:
            answer = plain(self.ask(question, f"y or n; {skip}"))
            if answer in YES | NO or not answer:
                return answer in YES if answer else None
            self.tell("Say y for yes or n for no.")

    def tell(self, text: str) -> None:
        """Say something about the last answer."""
        indent = f"{INDENT}  "
        self.write("".join(f"{indent}{line}\n" for line in self._folded(text, indent)))

    def _folded(self, text: str, indent: str) -> list[str]:
        """Return the lines of a text behind an indent; a command in it stays in one piece."""
        width = max(self._paper.width, USUAL_WIDTH // 2) - len(indent)
        whole = _COMMAND.sub(lambda command: command[0].replace(" ", _UNBROKEN), text)
        return [line.replace(_UNBROKEN, " ") for line in folded(whole, width)]

    def draw(self, page: Page) -> None:
        """Show a page."""
        sys.stdout.write(drawn(page, self._paper))

    def height(self, page: Page) -> int:
        """Return how many lines a page would take."""
        return drawn(page, self._paper).count("\n")

    def write(self, text: str) -> None:
        """Write lines, harmless whatever stands in them."""
        write("\n".join(map(self._paper.shown, text.split("\n"))), sys.stdout)
