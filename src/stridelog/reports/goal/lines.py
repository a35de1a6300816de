"""Lines of the page of one goal: the letters of SMART, and where it stands."""

from collections.abc import Iterator, Sequence

from stridelog.domain.dates import format_day
from stridelog.domain.goal_pace import forecast_said, pace_said
from stridelog.domain.goal_words import (
    about_said,
    estimated_said,
    feels,
    is_amount,
    is_limit,
    line_on,
    now_said,
    percent_said,
    state_told,
    stretch_said,
    target_said,
    way_said,
)
from stridelog.domain.quantity import Notation
from stridelog.domain.smart import Letter
from stridelog.domain.standing import OVER, Judged
from stridelog.domain.text_width import cells
from stridelog.page import Fact, Span, Style

INDENT = 3

NAMES = 14
"""Columns of the names that stand before what is said, with the blanks after them."""

WIDTH = 80
"""Columns of a usual page."""


def lines_of(letter: Letter) -> Iterator[Fact]:
    """Give the lines of a letter, what is missing with how to say it."""
    sentences = [*letter.said]
    if letter.is_missing:
        sentences[-1] = f"– {sentences[-1]}:" if len(sentences) == 1 else sentences[-1]
        sentences.append(letter.advice)
    style: Style = "warning" if letter.is_missing else ""
    yield from labelled(f"{letter.letter} {letter.word}", sentences, style)


def labelled(
    name: str, sentences: Sequence[str], style: Style = "", columns: int = NAMES
) -> Iterator[Fact]:
    """Give sentences beside a name: in one line where they fit, else below each other."""
    lines: list[str] = []
    for sentence in sentences:
        joined = f"{lines[-1]} {sentence}" if lines else sentence
        if lines and INDENT + columns + cells(joined) <= WIDTH:
            lines[-1] = joined
        else:
            lines.append(sentence)
    for place, line in enumerate(lines):
        label = Span("" if place else name)
        yield Fact(Span(line, style), label=label, columns=columns, indent=INDENT)


def standing(one: Judged, notation: Notation) -> Iterator[Fact]:
    """Give the lines that say where a goal stands, and what is known of it beside."""
    stands = one.standing
    race = stands.estimated_from
    is_open = one.version.status == "open" and stands.state not in OVER
    label, pace = pace_said(one, notation)
    known = {
        "state": _state(one),
        "now": _now(one, notation),
        "estimated": f"from {estimated_said(race, notation)}" if race else "",
        "line": _line(one, notation),
        label: pace if is_open else "",
        "forecast": forecast_said(one, notation) if is_open else "",
        "last": format_day(stands.latest) if _is_avoided(one) and stands.latest else "",
        "area": one.goal.area,
        "shared": "yes" if one.goal.shared else "",
        "learned": f'"{one.goal.learned}"' if one.goal.learned else "",
    }
    for name, text in known.items():
        if text:
            style = feels(stands.state) if name == "state" else ""
            yield from labelled(f"  {name}", [text], style)


def _state(one: Judged) -> str:
    """Say the state, and how many days ahead of the line or behind it one is."""
    days, state = one.standing.buffer_days, state_told(one)
    state = f"{state} as planned" if state == "out of reach" else state
    star = "★ " if one.standing.state == "reached" and one.version.status != "paused" else ""
    has_days = line_on(one) is not None and not (is_amount(one) and is_limit(one))
    if days is None or not has_days or one.version.status != "open" or abs(days) < 1:
        return f"{star}{state}"
    if one.standing.state in OVER or one.standing.state == "not begun":
        return f"{star}{state}"
    side = "ahead of" if days > 0 else "behind"
    return f"{state}, {stretch_said(round(abs(days)))} {side} the line"


def _now(one: Judged, notation: Notation) -> str:
    standing, target = one.standing, target_said(one, notation)
    now = now_said(one, notation)
    if _is_avoided(one):
        return now if standing.current else "none"
    if not (now and target):
        return ""
    if one.version.target and one.version.target.per:
        per = one.version.target.per
        kept = "" if standing.progress is None else f", kept in {percent_said(standing.progress)}"
        return f"{now} a {per}, goal {target}" + (f"{kept} of the {per}s" if kept else "")
    now = f"{now} of {target}" if one.version.kind == "total" else f"{now}, goal {target}"
    return ", ".join(filter(None, (now, way_said(one))))


def _line(one: Judged, notation: Notation) -> str:
    """Say where the line of a goal that is pursued stands today."""
    line = line_on(one) if one.version.status == "open" else None
    return "" if line is None else f"{about_said(one, line, notation)} by today"


def _is_avoided(one: Judged) -> bool:
    return one.version.kind == "avoid"
