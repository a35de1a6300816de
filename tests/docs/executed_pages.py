"""Pages of documentation, executed: what stands in them is what the program does.

A block of ``console`` holds what is typed (behind ``$``) and what a terminal then shows. The
blocks of a page are one session; it begins with an empty journal. Comments, which no reader of a
page sees, arrange what the page does not talk about:

- ``<!-- now: 2026-11-26T08:12:00+01:00 -->`` sets the clock;
- ``<!-- journal: new -->`` begins a new journal;
- ``<!-- quietly: stride log run 10k -->`` does something that is not shown;
- ``<!-- file: runs.csv -->`` puts the block that follows into a file of that name, and a comment
  that goes on for several lines (``<!-- file: runs.csv``) puts these there;
- ``<!-- generated: settings -->`` to ``<!-- end -->`` hold what ``GENERATED`` makes of that name.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from terminal_sessions import QUESTION, Session

PROMPT = "$ "

_COMMENT = re.compile(r"<!-- (now|journal|quietly|file|generated): (.*) -->")
_HIDDEN_FILE = "<!-- file: "
_END = "<!-- end -->"
_FENCE = "```"


class Command(NamedTuple):
    """What is typed on a page (a line that ends with a backslash goes on), and what is shown."""

    typed: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def line(self) -> str:
        """What is typed, in one line."""
        return " ".join(line.removesuffix("\\").strip() for line in self.typed)


def commands(block: Sequence[str]) -> Iterator[Command]:
    """Give the commands in the lines of a console block."""
    starts = [at for at, line in enumerate(block) if line.startswith(PROMPT)]
    for start, end in zip(starts, [*starts[1:], len(block)], strict=True):
        lines = block[start:end]
        goes_on = (at for at, line in enumerate(lines) if not line.endswith("\\"))
        told = next(goes_on) + 1
        typed = (lines[0].removeprefix(PROMPT), *lines[1:told])
        yield Command(typed, tuple(lines[told:]))


def console_blocks(text: str) -> Iterator[list[str]]:
    """Give the lines of each console block of a page."""
    lines = iter(text.splitlines())
    for line in lines:
        if line == f"{_FENCE}console":
            yield list(_until(lines, _FENCE))


def current(text: str, session: Session, generated: Mapping[str, Callable[[], str]]) -> str:
    """Return the page as it should be: with what its commands show now."""
    return "\n".join(_current(iter(text.splitlines()), session, generated)) + "\n"


def _current(
    lines: Iterator[str], session: Session, generated: Mapping[str, Callable[[], str]]
) -> Iterator[str]:
    file = ""
    for line in lines:
        yield line
        comment = _COMMENT.fullmatch(line)
        if comment and comment[1] == "generated":
            list(_until(lines, _END))
            yield from ("", *generated[comment[2]]().splitlines(), "", _END)
        elif comment and comment[1] == "file":
            file = comment[2]
        elif comment:
            _arrange(comment[1], comment[2], session)
        elif line.startswith(_HIDDEN_FILE):
            hidden = list(_until(lines, "-->"))
            session.write_file(line.removeprefix(_HIDDEN_FILE), _text(hidden))
            yield from (*hidden, "-->")
        elif line.startswith(_FENCE):
            block = list(_until(lines, _FENCE))
            if file:
                session.write_file(file, _text(block))
                file = ""
            yield from _run(block, session) if line == f"{_FENCE}console" else block
            yield _FENCE


def _arrange(what: str, how: str, session: Session) -> None:
    if what == "now":
        session.set_the_clock(how)
    elif what == "journal":
        session.begin_a_journal()
    else:
        shown = session.typed(how)
        assert session.code == 0, f"{how}: {shown}"


def _run(block: Sequence[str], session: Session) -> Iterator[str]:
    """Give a block as it should be; between two commands is an empty line."""
    for at, command in enumerate(commands(block)):
        if at:
            yield ""
        yield PROMPT + command.typed[0]
        yield from command.typed[1:]
        answer = _answer(command.shown)
        yield from session.typed(command.line, answer).rstrip("\n").splitlines()


def _answer(shown: Sequence[str]) -> str | None:
    """Return what the page says was answered to a question; None where nothing was asked."""
    answers = [line.partition(QUESTION)[2] for line in shown if QUESTION in line]
    return answers[0] if answers else None


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _until(lines: Iterator[str], end: str) -> Iterator[str]:
    for line in lines:
        if line == end:
            return
        yield line
    message = f"A page ends before {end}."
    raise ValueError(message)
