"""What ``--map`` says, checked against the columns and the measures that there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stridelog.domain.errors import UsageError
from stridelog.domain.importing import ImportOptions
from stridelog.domain.measure import Kind, Measure
from stridelog.domain.plain_text import shown
from stridelog.domain.quantity import QuantityError
from stridelog.domain.quantity.unit import unit_of
from stridelog.importers._names import kebab

CONSTANTS = ("activity", "tags", "place", "gear", "note")
"""Fields that can be the same in every row."""

FIELDS = ("date", *CONSTANTS, "effort")
"""Fields that are no measures."""

_EXAMPLE = 'Write FIELD=COLUMN, like date="Start time" or distance=km:km.'
_MOST_COLUMNS_SHOWN = 30


class MappingError(UsageError):
    """A word of ``--map`` names no field, no column or no unit that there is."""


@dataclass(frozen=True, slots=True)
class MeasureColumn:
    """A column of numbers: what they measure, and the unit that they are in."""

    measure: Measure
    column: int
    unit: str


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Where everything stands in a row; ``constants`` holds what no row says."""

    date: int
    columns: Mapping[str, int]
    constants: Mapping[str, str]
    measures: tuple[MeasureColumn, ...]

    def text(self, field: str, cells: Sequence[str]) -> str:
        """Return what a row says in ``field``, or what all rows say; empty where nothing does."""
        column = self.columns.get(field)
        return self.constants.get(field, "") if column is None else cells[column].strip()

    def places(self) -> dict[str, int]:
        """Return the column of each field and each measure, in the order of the words."""
        return {**self.columns, **{found.measure.name: found.column for found in self.measures}}


def mapping_of(
    words: Iterable[str], header: Sequence[str], options: ImportOptions
) -> ColumnMapping:
    """Make sense of the words of ``--map``. Raises ``MappingError``."""
    labels = [label.strip() for label in header]
    columns: dict[str, int] = {}
    constants: dict[str, str] = {}
    measures: dict[str, MeasureColumn] = {}
    for word in words:
        field, constant, rest = _split(word, options.measures)
        if field in columns or field in constants or field in measures:
            raise MappingError(f"{field} is mapped twice.", "Map each field to one column.")
        if constant:
            constants[field] = rest
        elif field in FIELDS:
            columns[field] = _column(rest, labels)
        else:
            measures[field] = _measure_column(options.measures[field], rest, labels)
    _require(columns, constants, labels)
    return ColumnMapping(columns["date"], columns, constants, tuple(measures.values()))


def _split(word: str, measures: Mapping[str, Measure]) -> tuple[str, bool, str]:
    """Return field, whether the rest is a constant, and the rest."""
    name, equals, rest = word.partition("=")
    constant = name.endswith(":")
    field = kebab(name)
    if not equals or not field or not rest.strip():
        raise MappingError(f'"{word}" does not map a field to a column.', _EXAMPLE)
    if field not in FIELDS and field not in measures:
        known = [*FIELDS, *(m.name for m in measures.values() if m.kind is not Kind.DERIVED)]
        raise MappingError(
            f'There is no field or measure "{name}".', _near(field, known) or _listed(known)
        )
    if constant and field not in CONSTANTS:
        raise MappingError(
            f"{field} cannot be the same in every row.", f"Only {', '.join(CONSTANTS)} can."
        )
    if field in measures and measures[field].kind is Kind.DERIVED:
        raise MappingError(
            f"{field} is worked out from other measures.", "Map those, and leave it out."
        )
    return field, constant, rest.strip()


def _measure_column(measure: Measure, rest: str, labels: Sequence[str]) -> MeasureColumn:
    """Read ``COLUMN[:UNIT]``. A label may have colons in it: the longest that exists is meant."""
    name, unit = rest, ""
    while not _places(name, labels):
        name, colon, last = name.rpartition(":")
        if not colon:
            raise _no_column(rest.rpartition(":")[0] or rest, labels)
        unit = f"{last}:{unit}" if unit else last
    if unit:
        _check_unit(measure, unit)
    return MeasureColumn(measure, _column(name, labels), unit)


def _check_unit(measure: Measure, unit: str) -> None:
    try:
        unit_of(measure.dimension, unit)
    except QuantityError as error:
        raise MappingError(error.message, error.hint) from error


def _column(name: str, labels: Sequence[str]) -> int:
    """Return the place of the column that is called ``name``."""
    places = _places(name, labels)
    if not places:
        raise _no_column(name, labels)
    if len(places) > 1:
        raise MappingError(
            f'{len(places)} columns are called "{name}".', "Give one of them another name."
        )
    return places[0]


def _places(name: str, labels: Sequence[str]) -> list[int]:
    """Return where ``name`` stands in the header: to the letter, else in whatever case."""
    exact = [place for place, label in enumerate(labels) if label == name.strip()]
    wanted = name.strip().casefold()
    return exact or [place for place, label in enumerate(labels) if label.casefold() == wanted]


def _require(
    columns: Mapping[str, int], constants: Mapping[str, str], labels: Sequence[str]
) -> None:
    if "date" not in columns:
        raise MappingError(
            "The mapping does not say where the dates are.",
            f"Add --map date=COLUMN. {_listed(labels)}",
        )
    if "activity" not in columns and "activity" not in constants:
        raise MappingError(
            "The mapping does not say what was done.",
            "Add --map activity=COLUMN, or --map activity:=run where it is always a run.",
        )


def _no_column(name: str, labels: Sequence[str]) -> MappingError:
    hint = f"{_near(name, labels)} {_listed(labels)}".strip()
    return MappingError(f'There is no column "{name}".', hint)


def _near(name: str, known: Sequence[str]) -> str:
    """Suggest the nearest of the names that there are; the module for it is only loaded here."""
    from difflib import get_close_matches

    by_small_letters = {word.casefold(): word for word in known}
    near = get_close_matches(name.casefold(), by_small_letters, n=1)
    return f"Did you mean {shown(by_small_letters[near[0]])}?" if near else ""


def _listed(names: Sequence[str]) -> str:
    first = ", ".join(shown(name) for name in names[:_MOST_COLUMNS_SHOWN] if name)
    return f"There are: {first}{', …' if len(names) > _MOST_COLUMNS_SHOWN else ''}."
