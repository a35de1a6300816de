"""After an import: how many rows were read, added and left out, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

from stridelog.domain.dates import format_span
from stridelog.domain.outcome import Outcome
from stridelog.domain.quantity import Notation
from stridelog.page import Column, Heading, Line, Page, Row, Span, Table, Text

SUMMARY = "How many rows an import read, added and left out, and why"

ROWS = "files"

LISTED = 20
"""Rows that the page names one by one; the document names them all."""


class State(StrEnum):
    """How far an import has come."""

    DONE = "done"
    ASKED = "asked"
    """Nothing was changed yet: the person is about to be asked."""
    TRIED = "tried"
    """Nothing was to be changed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of each file, or would, by its name."""

    files: Mapping[str, Outcome]
    state: State = State.DONE


def page(answer: Answer, _notation: Notation) -> Page:
    """Lay out the counts of each file, and the rows that were left out."""
    blocks: list[Heading | Table | Text] = []
    for name, outcome in answer.files.items():
        blocks.append(Heading(name, _dates(outcome)))
        blocks.append(
            Table((Column("", "right"), Column("")), tuple(_counts(outcome, answer.state)))
        )
        if new := tuple(_new(outcome)):
            blocks.append(Text(new))
        left_out = list(_left_out(outcome))
        if left_out:
            blocks.append(Text(tuple(left_out[:LISTED])))
        if len(left_out) > LISTED:
            blocks.append(Text((Span(f"… and {len(left_out) - LISTED} more rows.", "muted"),)))
    if answer.state is State.TRIED:
        blocks.append(Text(("Nothing was changed: this was a dry run.",)))
    elif answer.state is State.DONE and any(o.added or o.new_rules for o in answer.files.values()):
        blocks.append(Text((Span("Take it all back with: stride undo", "muted"),)))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the counts as ``stride.import/1``."""
    return {
        "schema": "stride.import/1",
        "dry_run": answer.state is not State.DONE,
        ROWS: [
            {
                "file": name,
                **asdict(outcome),
                "problems": [asdict(problem) for problem in outcome.problems],
            }
            for name, outcome in answer.files.items()
        ],
    }


def _dates(outcome: Outcome) -> str:
    if outcome.first is None or outcome.last is None:
        return ""
    return format_span(outcome.first, outcome.last)


def _counts(outcome: Outcome, state: State) -> Iterator[Row]:
    entries = "entry" if outcome.added == 1 else "entries"
    counts = (
        (outcome.read, "row read" if outcome.read == 1 else "rows read"),
        (outcome.added, f"{entries} {'added' if state is State.DONE else 'to add'}"),
        (outcome.known, "in the journal already"),
        (len(outcome.repeated), "twice in the file"),
        (len(outcome.deleted), "left out: you deleted them"),
        (len(outcome.problems), "left out: they cannot be read"),
    )
    for position, (count, what) in enumerate(counts):
        if count or position < 2:  # noqa: PLR2004 (read and added are always told)
            yield Row((str(count), what))


def _new(outcome: Outcome) -> Iterator[str]:
    """Name the activities and measures that the journal did not know, and count the rules."""
    for names, one, many in (
        (outcome.new_activities, "new activity", "new activities"),
        (outcome.new_measures, "new measure", "new measures"),
    ):
        if names:
            yield f"{len(names)} {one if len(names) == 1 else many}: {', '.join(names)}"
    if outcome.new_rules:
        rules = "rule" if outcome.new_rules == 1 else "rules"
        yield f"{outcome.new_rules} new {rules} of streaks: rest days, pauses, skips, cadences"


def _left_out(outcome: Outcome) -> Iterable[Line | str]:
    rows = [(row, "stands in the file twice") for row in outcome.repeated]
    rows += [(row, "is an entry that you deleted") for row in outcome.deleted]
    rows += [(problem.row, problem.reason) for problem in outcome.problems]
    for row, reason in sorted(rows):
        yield f"row {row}: {reason}"
