"""The page of one goal."""

from collections.abc import Iterator, Sequence
from datetime import date

from stridelog.domain.dates import format_day
from stridelog.domain.goal_words import left_said, said, state_told
from stridelog.domain.quantity import Notation
from stridelog.domain.standing import OVER, Judged
from stridelog.domain.text_width import cells
from stridelog.page import Fact, Heading, Page, Text
from stridelog.reports.goal.answer import Answer, Met
from stridelog.reports.goal.lines import INDENT, labelled, lines_of, standing


def page(answer: Answer, notation: Notation) -> Page:
    """Lay out the letters of SMART, where it stands, and what was and is on the way."""
    one = answer.goal
    left = left_said(one.version, one.standing.at)
    state = state_told(one)
    aside = state if one.version.status != "open" or state in OVER else left
    parts = (
        [line for letter in answer.letters for line in lines_of(letter)],
        [*standing(one, notation)],
        [*_listed("On the way", [_step(met, one, notation) for met in answer.steps])],
        [*_listed("Asked for since", _versions(answer))],
        [*_listed("Notes", _notes(one))],
    )
    heading = Heading(f"{one.goal.number}  {one.title}", aside)
    return Page((heading, *(Text(tuple(part)) for part in parts if part)))


def _listed(title: str, rows: Sequence[tuple[str, str]]) -> Iterator[Fact | str]:
    """Give a title and the rows below it, the first part of each as wide as the widest."""
    if rows:
        yield f"{'':{INDENT}}{title}"
    columns = max((cells(f"  {name}  ") for name, _ in rows), default=0)
    for name, text in rows:
        yield from labelled(f"  {name}", [text], columns=columns)


def _step(met: Met, one: Judged, notation: Notation) -> tuple[str, str]:
    step, value = met.step, said(one, met.value, notation)
    aim = said(one, step.value, notation) if step.value is not None else step.text
    if step.done:
        stood = f"done {format_day(step.done)}"
    elif step.by < one.standing.at:
        untold = "not known" if step.text == "" else "nobody said that it is done"
        stood = {True: "there", False: "missed", None: untold}[met.met]
        stood += f", {value} by then" if value else ""
    elif met.met and value:
        stood = f"there, {value}"
    else:
        stood = f"{value} now" if value else "to come"
    return f"by {format_day(step.by)}", f"{aim}: {stood}"


def _versions(answer: Answer) -> list[tuple[str, str]]:
    """Return what the goal asked for before, where it was changed."""
    if len(answer.versions) == 1:
        return []
    rows, before = [], ""
    for asked in answer.versions:
        version = asked.version
        words = [] if asked.words == before else [asked.words]
        words += [] if version.status == "open" else [version.status]
        rows.append((format_day(version.since), ", ".join(words) or _again(answer, version.since)))
        before = asked.words
    return rows


def _again(answer: Answer, since: date) -> str:
    """Say what a version changed that asks for the same: its steps, or that it is pursued again."""
    statuses = [one.version.status for one in answer.versions if one.version.since < since]
    return "taken up again" if statuses[-1:] != ["open"] else "the same, with other steps"


def _notes(one: Judged) -> list[tuple[str, str]]:
    return [
        (f"{format_day(note.day)} {note.author}".strip(), f'"{note.text}"')
        for note in one.goal.notes
    ]
