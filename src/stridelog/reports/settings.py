"""The settings: what each is, what it means, what it can be."""

from collections.abc import Mapping
from dataclasses import dataclass

from stridelog.domain.quantity import Notation
from stridelog.page import Column, Page, Row, Table, Text

SUMMARY = "The settings: what each is, and what it can be"

ROWS = "settings"

NOT_SET = "\N{EN DASH}"
"""Stands for the value of a setting that is not said."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; its value is "" where it is not said. ``allowed`` says what it can be."""

    name: str
    value: str
    default: str
    allowed: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Every setting, and the file they stand in."""

    settings: tuple[Setting, ...]
    path: str


def page(answer: Answer, _notation: Notation) -> Page:
    """Lay the settings out, a row each."""
    columns = (Column("setting"), Column("is"), Column("can be", flexible=True))
    rows = tuple(Row((s.name, s.value or NOT_SET, s.allowed)) for s in answer.settings)
    return Page(
        (
            Table(columns, rows),
            Text((f"They stand in {answer.path}", "Change one with: stride config set NAME VALUE")),
        )
    )


def document(answer: Answer) -> Mapping[str, object]:
    """Return the settings as ``stride.config/1``."""
    return {
        "schema": "stride.config/1",
        "path": answer.path,
        ROWS: [
            {
                "name": setting.name,
                "value": setting.value or None,
                "default": setting.default or None,
                "meaning": setting.meaning,
            }
            for setting in answer.settings
        ],
    }
