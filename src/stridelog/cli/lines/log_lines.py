"""``stride log -``: one entry a line from standard input, all of them or none."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from stridelog.cli.context import Context, say
from stridelog.cli.drafting import Drafter
from stridelog.cli.lines.json_drafts import draft_of_json
from stridelog.cli.lines.standard_input import numbered_lines, opened
from stridelog.cli.options import Output
from stridelog.domain.dates.moment import DateError
from stridelog.domain.entry import Draft, day_of
from stridelog.domain.errors import StrideError, UsageError
from stridelog.domain.logline.json_line import read_json_line
from stridelog.domain.logline.said import LONGEST_DATE, Said, said_in, time_apart
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.reports import logged_lines as report
from stridelog.store.catalog import activities

TOLD = 20
"""Lines of which it is told what is wrong with them."""

MANY = 1000
"""Bad lines after which the rest is not even read: that is no list of entries."""

_NOT_SAVED = " Nothing was saved."
"""What the error of a whole command adds; here it is said once for all lines."""

_ON_A_TERMINAL = """\
One entry a line, as in: run 10k 50:42 +race
Ctrl-D on a line of its own saves them all, Ctrl-C drops them."""


class LinesError(UsageError):
    """Some of the lines cannot be taken, so none was."""


def log_lines(context: Context, usual: Said, output: Output, *, dry_run: bool) -> None:
    """Log every line of standard input in one change, or none where one cannot be taken.

    ``usual`` is what holds for every line that does not say it itself. Raises ``LinesError``.
    """
    stream = opened()
    if stream.isatty():
        say(_ON_A_TERMINAL)
    drafter = Drafter(context)
    drafter.begun(usual, drafter.at(usual.on))  # what is wrong with an option is of no one line
    drafts = _all_of(_read(drafter, usual, numbered_lines(stream)))
    for unsure in dict.fromkeys(drafter.said_back[:TOLD]):
        say(unsure)
    save(context, drafts, output, dry_run=dry_run)


def save(context: Context, drafts: list[Draft], output: Output, *, dry_run: bool) -> None:
    """Add the drafts in one change, and show them; a dry run only shows them."""
    saved = []
    if drafts:
        with context.change(trial=dry_run) as change:
            numbers = change.add(drafts)
            saved = change.look(numbers if output.is_data else numbers[: report.LISTED])
    days = [draft.day or day_of(draft.at, context.config.day_starts) for draft in drafts]
    answer = report.Answer(
        entries=tuple(saved),
        total=len(drafts),
        days=(min(days), max(days)) if days else None,
        activities=activities(context.reading),
        dry_run=dry_run,
    )
    context.show(report, answer, output)


def _all_of(read: Iterator[tuple[int, Draft | StrideError]]) -> list[Draft]:
    """Return the drafts of all lines. Raises ``LinesError`` where there are others."""
    drafts: list[Draft] = []
    problems: list[str] = []
    total = 0
    for number, found in read:
        total += 1
        if isinstance(found, Draft):
            drafts.append(found)
            continue
        message = found.message.removesuffix(_NOT_SAVED)
        problems.append(f"line {number}: {message} {found.hint}".rstrip())
        if len(problems) == MANY:
            break
    if problems:
        raise LinesError(_how_many(len(problems), total), "\n  ".join(_told(problems)))
    return drafts


def _how_many(problems: int, total: int) -> str:
    if problems == MANY:
        return f"{MANY} of the first {total} lines cannot be taken. Nothing was saved."
    lines = "1 line" if total == 1 else f"{problems} of {total} lines"
    return f"{lines} cannot be taken. Nothing was saved."


def _told(problems: list[str]) -> list[str]:
    more = len(problems) - TOLD
    return [*problems[:TOLD], *([f"and {more} more"] if more > 0 else [])]


def _read(
    drafter: Drafter, usual: Said, lines: Iterator[tuple[int, str | StrideError]]
) -> Iterator[tuple[int, Draft | StrideError]]:
    """Give the draft of each line that says something, or what is wrong with it."""
    for number, line in lines:
        if not isinstance(line, str):
            yield number, line
        elif line and not line.startswith("#"):
            try:
                yield number, _draft(drafter, usual, line)
            except StrideError as error:
                yield number, error


def _draft(drafter: Drafter, usual: Said, line: str) -> Draft:
    if line.startswith("{"):
        return draft_of_json(drafter, read_json_line(line), usual)
    said = said_in(line)
    before, words = time_apart(said.words, drafter.catalog)
    if before and said.on:
        raise DateError("The line says twice when it was.", f"Keep one: {shown(before)}, or --on.")
    at = _time(drafter, before, usual) if before else drafter.at(said.on, usual.on)
    if words and words[0].lower() not in drafter.catalog:
        _refuse_activity(drafter, words)
    return drafter.draft(replace(said.or_else(usual), words=words), at)


def _time(drafter: Drafter, before: str, usual: Said) -> datetime:
    """Return the time that stands before an activity; it may as well be one that is misspelt."""
    try:
        return drafter.at(before, usual.on)
    except DateError:
        first = before.split(maxsplit=1)[0]
        if nearest(first, drafter.catalog):
            drafter.activity(first)
        raise


def _refuse_activity(drafter: Drafter, words: Sequence[str]) -> None:
    """Refuse the word that should name an activity: the first, or the first behind a time."""
    for end in range(min(LONGEST_DATE, len(words) - 1), 0, -1):
        with suppress(StrideError):
            drafter.at(" ".join(words[:end]))
            words = words[end:]
            break
    drafter.activity(words[0])
