"""Filters as SQL."""

from collections.abc import Iterable

from stridelog.domain.filters import Filters

Condition = tuple[str, list[object]]
"""Text to stand behind WHERE, about a table named ``entry``, and its parameters."""

_COVERED = """EXISTS (
  SELECT 1 FROM measurement JOIN measure ON measure.id = measurement.measure_id
  WHERE measurement.entry_id = entry.id AND measure.name = 'distance'
  AND measurement.value BETWEEN ? AND ?)"""

_TAGGED = "EXISTS (SELECT 1 FROM entry_tag WHERE entry_id = entry.id AND tag = ?)"


def condition(filters: Filters) -> Condition:
    """Return what an entry must meet; ``TRUE`` where the filters ask nothing."""
    circumstance, parameters = circumstances(filters)
    parts = [circumstance]
    for text, value in (
        ("entry.activity_id = (SELECT id FROM activity WHERE name = ?)", filters.activity),
        ("entry.activity_id IN (SELECT id FROM activity WHERE area = ?)", filters.area),
        ("entry.day >= ?", filters.since.isoformat() if filters.since else ""),
        ("entry.day <= ?", filters.until.isoformat() if filters.until else ""),
    ):
        if value:
            parts.append(text)
            parameters.append(value)
    return " AND ".join(parts), parameters


def circumstances(filters: Filters) -> Condition:
    """Return what is asked of an entry beside its activity and its day."""
    parts, parameters = ["TRUE"], list[object]()
    for tag in filters.tags:
        parts.append(_TAGGED)
        parameters.append(tag)
    for tag in filters.not_tags:
        parts.append(f"NOT {_TAGGED}")
        parameters.append(tag)
    for column, value in (("place", filters.place), ("gear", filters.gear)):
        if value:
            # The indexes hold only entries that have one, and SQLite has to be told.
            parts.append(f"entry.{column} = ? AND entry.{column} <> ''")
            parameters.append(value)
    if filters.distance:
        parts.append(_COVERED)
        parameters += filters.distance
    return " AND ".join(parts), parameters


def these(numbers: Iterable[int]) -> str:
    """Return the numbers as a list to stand behind IN.

    Spelled out, because SQLite carries only a list of constants into the parts of a view.
    """
    return f"({', '.join(str(int(number)) for number in numbers)})"
