"""Goals: those that are behind their line or about to end, else the one nearest its line."""

from collections.abc import Sequence

from stridelog.domain.quantity import Notation
from stridelog.domain.text_width import cells
from stridelog.domain.today import Aim, Glance, TodayFacts
from stridelog.page import Block, Line, Span, Style, Text

SUMMARY = "Goals that need attention, else the one nearest its line"

ORDER = 30

AT_MOST = 3
"""Goals that are shown."""

SOON = 7
"""Days before its deadline from which on a goal is shown, and after it while it is not closed."""

FAR = 1e9
"""More days than any goal has."""

LONGEST_TITLE = 34
"""Columns of a title that are shown."""

SHORTEST_TITLE = 12
"""Columns of a title that are shown in any case."""

WIDTH = 80
"""Columns of a line, up to which there is room to name a command."""

STYLES: dict[str, Style] = {"behind": "worse", "out of reach": "worse", "missed": "worse"}

RUNNING = frozenset({"faster", "slower"})
"""Words for paces and speeds; any other value is above or below."""

LABEL = "goals  "


def compute(facts: TodayFacts, glance: Glance) -> tuple[Aim, ...]:
    """Return the goals that need attention, the most urgent first; else the nearest its line."""
    pursued = [aim for aim in facts.goals if aim.state not in {"reached", "not begun"}]
    urgent = sorted((aim for aim in pursued if _is_urgent(aim, glance)), key=_urgency)
    if urgent:
        return tuple(urgent[:AT_MOST])
    going = [aim for aim in pursued if _days_left(aim, glance) >= 0]
    return tuple(sorted(going, key=lambda aim: abs(_buffer(aim)))[:1])


def _is_urgent(aim: Aim, glance: Glance) -> bool:
    return abs(_days_left(aim, glance)) <= SOON or (
        aim.state in STYLES and _days_left(aim, glance) >= 0
    )


def _urgency(aim: Aim) -> tuple[bool, float]:
    """Put what is behind its line first, by how far."""
    return aim.state not in STYLES, _buffer(aim)


def _buffer(aim: Aim) -> float:
    return FAR if aim.buffer_days is None else aim.buffer_days


def _days_left(aim: Aim, glance: Glance) -> float:
    return (aim.deadline - glance.today).days if aim.deadline else FAR


def block(rows: Sequence[Aim], glance: Glance, notation: Notation) -> Block:
    """Say where each goal stands beside its line, and which command tells more."""
    return Text(tuple(_line(row, glance, notation, first=row is rows[0]) for row in rows))


def _line(aim: Aim, glance: Glance, notation: Notation, *, first: bool) -> Line:
    told = ", ".join(
        filter(None, (_now(aim, notation), _beside(aim, notation), _due(_days_left(aim, glance))))
    )
    title = _cut(aim.title, WIDTH - cells(f"{LABEL}: {told}"))
    command = f"   stride goals{'' if aim.reviewed else ' review'}"
    length = cells(f"{LABEL}{title}: {told}{command}")
    return (
        Span(LABEL if first else " " * len(LABEL), "muted"),
        Span(f"{title}: "),
        Span(told, STYLES.get(aim.state, "")),
        Span(command if first and length <= WIDTH else "", "muted"),
    )


def _cut(title: str, room: int) -> str:
    """Return as much of a title as there is room for, so that no line is broken."""
    longest = max(min(LONGEST_TITLE, room), SHORTEST_TITLE)
    if cells(title) <= longest:
        return title
    while cells(title) >= longest:
        title = title[:-1]
    return f"{title.rstrip()}…"


def _now(aim: Aim, notation: Notation) -> str:
    from stridelog.domain.goal_saying import about, amount
    from stridelog.domain.measure import Kind

    if aim.current is None:
        return ""
    if not (aim.current or aim.target):
        return "none so far"
    if aim.is_estimate:
        return f"~{about(aim.measure, aim.current, notation, aim.distance)}"
    is_rate = aim.measure.kind is Kind.ADDITIVE and not aim.has_line
    write = about if is_rate else amount
    return write(aim.measure, aim.current, notation, aim.distance)


def _beside(aim: Aim, notation: Notation) -> str:
    """Say how far from its line a goal is: ``23 km behind the line``; else its state.

    Where the line says no more than the goal, it is told how far from the goal it is.
    """
    from stridelog.domain.goal_saying import about, rounded
    from stridelog.domain.measure import Kind
    from stridelog.domain.phrasing import difference

    if aim.state == "open" and not aim.is_measured:
        return "not done yet"
    if aim.expected is None or aim.current is None or aim.state != "behind":
        return aim.state
    if aim.measure.kind is Kind.ADDITIVE:
        expected, current = (
            rounded(aim.measure, value) if aim.distance else value
            for value in (aim.expected, aim.current)
        )
        apart = abs(expected - current)
        if not (apart and aim.has_line):
            return aim.state
        return f"{about(aim.measure, apart, notation, aim.distance)} behind the line"
    size, _, way = difference(aim.measure, aim.expected, aim.current, notation).rpartition(" ")
    side = "above" if aim.current > aim.expected else "below"
    beside = f"{way} than" if way in RUNNING and not _is_a_wait(aim) else side
    return f"{size} {beside} the {'line' if aim.has_line else 'goal'}"


def _is_a_wait(aim: Aim) -> bool:
    """Tell whether the value is how long something takes: it is not slow, but long."""
    from stridelog.domain.units import Dimension

    return aim.measure.dimension is Dimension.DURATION


def _due(days: float) -> str:
    if not 0 <= days <= SOON:
        return ""
    return {0: "due today", 1: "due tomorrow"}.get(int(days), f"due in {days:.0f} days")


def document(rows: Sequence[Aim]) -> list[object]:
    """Return the goals with where they stand, in base units."""
    from stridelog.domain.goal_documents import plain_number

    return [
        {
            "id": aim.number,
            "title": aim.title,
            "unit": aim.measure.base_unit,
            "target": plain_number(aim.target),
            "deadline": aim.deadline.isoformat() if aim.deadline else None,
            "current": plain_number(aim.current),
            "estimated": aim.is_estimate,
            "expected": plain_number(aim.expected),
            "buffer_days": plain_number(aim.buffer_days),
            "state": aim.state,
        }
        for aim in rows
    ]
