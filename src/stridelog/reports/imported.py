"""After an import: how many rows were read, added and left out, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from stridelog.domain.dates import format_span
from stridelog.domain.outcome import Outcome
from stridelog.domain.quantity import Notation
from stridelog.page import Column, Heading, Line, Page, Row, Span, Table, Text

SUMMARY = "how many rows an import read, added and left out, and why"

ROWS = "files"

LISTED = 20
"""Rows that the page names one by one; the document names them all."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of each file, by its name; ``tried`` where nothing was to be changed."""

    files: Mapping[str, Outcome]
    tried: bool = False


def page(answer: Answer, _notation: Notation) -> Page:
    """Lay out the counts of each file, and the rows that were left out."""
    blocks: list[Heading | Table | Text] = []
    for name, outcome in answer.files.items():
        blocks.append(Heading(name, _dates(outcome)))
        blocks.append(
            Table((Column("", "right"), Column("")), tuple(_counts(outcome, answer.tried)))
        )
        left_out = list(_left_out(outcome))
        if left_out:
            blocks.append(Text(tuple(left_out[:LISTED])))
        if len(left_out) > LISTED:
            blocks.append(Text((Span(f"… and {len(left_out) - LISTED} more rows.", "muted"),)))
    if answer.tried:
        blocks.append(Text(("Nothing was changed: this was a dry run.",)))
    elif any(outcome.added for outcome in answer.files.values()):
        blocks.append(Text((Span("Take it all back with: stride undo", "muted"),)))
    return Page(tuple(blocks))


def document(answer: Answer) -> Mapping[str, object]:
    """Return the counts as ``stride.import/1``."""
    return {
        "schema": "stride.import/1",
        "dry_run": answer.tried,
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


def _counts(outcome: Outcome, tried: bool) -> Iterator[Row]:  # noqa: FBT001 (a fact of the answer)
    counts = (
        (outcome.read, "rows read"),
        (outcome.added, "entries to add" if tried else "entries added"),
        (outcome.known, "in the journal already"),
        (len(outcome.repeated), "twice in the file"),
        (len(outcome.deleted), "left out: you deleted them"),
        (len(outcome.problems), "left out: they cannot be read"),
    )
    for position, (count, what) in enumerate(counts):
        if count or position < 2:  # noqa: PLR2004 (read and added are always told)
            yield Row((str(count), what))
    for names, what in (
        (outcome.new_activities, "new activities"),
        (outcome.new_measures, "new measures"),
    ):
        if names:
            yield Row((str(len(names)), f"{what}: {', '.join(names)}"))


def _left_out(outcome: Outcome) -> Iterable[Line | str]:
    rows = [(row, "stands in the file twice") for row in outcome.repeated]
    rows += [(row, "is an entry that you deleted") for row in outcome.deleted]
    rows += [(problem.row, problem.reason) for problem in outcome.problems]
    for row, reason in sorted(rows):
        yield f"row {row}: {reason}"
