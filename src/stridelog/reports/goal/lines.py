"""Lines of the page of one goal: the letters of SMART, and where it stands."""

from collections.abc import Iterator
from textwrap import wrap

from stridelog.domain.dates import format_day
from stridelog.domain.goal_words import (
    about_said,
    estimated_said,
    feels,
    is_amount,
    is_limit,
    line_on,
    now_said,
    percent_said,
    range_said,
    state_told,
    stretch_said,
    target_said,
    way_said,
)
from stridelog.domain.quantity import Notation
from stridelog.domain.smart import Letter
from stridelog.domain.standing import OVER, Judged
from stridelog.page import Line, Span, Style

BEFORE, NAMES, WIDTH = "   ", 10, 79
"""What stands before a line, the letters of the longest name, and the columns of a whole line."""


def lines_of(letter: Letter) -> Iterator[Line]:
    """Give the lines of a letter, what is missing with how to say it."""
    sentences = [*letter.said]
    if letter.is_missing:
        sentences[-1] = f"– {sentences[-1]}:" if len(sentences) == 1 else sentences[-1]
        sentences.append(letter.advice)
    style: Style = "warning" if letter.is_missing else ""
    name = f"{BEFORE}{letter.letter} {letter.word:<{NAMES}}  "
    yield from labelled(name, sentences, style)


def labelled(name: str, sentences: list[str], style: Style = "") -> Iterator[Line]:
    """Give lines that stand below each other after a name, none longer than a usual page."""
    room = WIDTH - len(name)
    lines: list[str] = []
    for sentence in sentences:
        joined = f"{lines[-1]} {sentence}" if lines else sentence
        if lines and len(joined) <= room:
            lines[-1] = joined
        else:
            lines += wrap(sentence, room, break_long_words=False, break_on_hyphens=False)
    for place, line in enumerate(lines):
        yield (Span(name if place == 0 else " " * len(name)), Span(line, style))


def standing(one: Judged, notation: Notation) -> Iterator[Line]:
    """Give the lines that say where a goal stands, and what is known of it beside."""
    stands = one.standing
    race = stands.estimated_from
    forecast = stands.forecast if one.version.status == "open" else None
    known = {
        "state": _state(one),
        "now": _now(one, notation),
        "estimated": f"from {estimated_said(race, notation)}" if race else "",
        "line": _line(one, notation),
        "needed": _needed(one, notation),
        "forecast": range_said(one, forecast.low, forecast.high, notation) if forecast else "",
        "last": format_day(stands.latest) if _is_avoided(one) and stands.latest else "",
        "area": one.goal.area,
        "shared": "yes" if one.goal.shared else "",
        "learned": f'"{one.goal.learned}"' if one.goal.learned else "",
    }
    for name, text in known.items():
        if text:
            style = feels(stands.state) if name == "state" else ""
            yield from labelled(f"{BEFORE}  {name:<{NAMES}}  ", [text], style)


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


def _needed(one: Judged, notation: Notation) -> str:
    standing = one.standing
    if not standing.needed_per_week or one.version.status != "open":
        return ""
    lately = about_said(one, standing.rate_per_week, notation)
    needed = about_said(one, standing.needed_per_week, notation)
    return f"{'at most ' if is_limit(one) else ''}{needed} a week" + (
        f", lately {lately}" if lately else ""
    )


def _is_avoided(one: Judged) -> bool:
    return one.version.kind == "avoid"
