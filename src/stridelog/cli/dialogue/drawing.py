"""Lines of the dialogue as fragments of styled text: no terminal is touched here.

Wide enough, a question is one line: its label, its hint, and the answer. Else the hint stands
below the question that is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples, fragment_list_width
from prompt_toolkit.utils import get_cwidth

from stridelog.cli.dialogue.question import Answers, Option, Question
from stridelog.domain.text_width import folded
from stridelog.render.fallback import has_all
from stridelog.render.paper import Paper

Fragments = StyleAndTextTuples
"""Pieces of text, each with the class of its style before it."""

STYLES = {"hint": "dim", "footer": "dim", "mark": "bold", "problem": "bold ansiyellow"}
"""The look of each class, in colour; without, nothing but the text tells them apart."""

WIDEST_HINT = 45
"""Columns that hints have before the answers."""

NARROWEST_ANSWER = 16

DEEPEST_INDENT = 0.25
"""What stands below a label is not set in further than this share of the width."""

GAP = "  "

PROMPT = "› "
MARK = "❯ "

DOTS = "..."


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide labels and hints are. No columns for the hint: it stands below."""

    whole: int
    label: int
    hint: int

    @property
    def indent(self) -> str:
        """What stands before the lines below a question."""
        return " " * min(self.label, int(self.whole * DEEPEST_INDENT))


def columns(questions: Sequence[Question[Any]], width: int, *, beside: bool = True) -> Columns:
    """Return the columns in which the questions fit on a terminal; hints ``beside``, or below."""
    label = max(get_cwidth(question.label) for question in questions) + len(GAP)
    label = min(label, width // 2)
    fits = label + WIDEST_HINT + len(PROMPT) + NARROWEST_ANSWER <= width
    return Columns(width, label, WIDEST_HINT if fits and beside else 0)


class Drawing:
    """Draws on a paper that is divided into columns."""

    def __init__(self, paper: Paper, columns: Columns) -> None:
        self._paper = paper
        self._columns = columns

    def before_answer(self, question: Question[Any]) -> Fragments:
        """Return the label, the hint where it has a column, and the sign before the answer."""
        label = _cut(self._paper.shown(question.label), self._columns.label - 1)
        hint = ""
        if question.answers is Answers.TEXT and question.hint and self._columns.hint:
            hint = "" if self.hint_below(question) else self._paper.shown(question.hint)
            hint = _padded(hint, self._columns.hint)
        return [
            ("", _padded(label, self._columns.label)),
            ("class:hint", hint),
            ("", self._paper.shown(PROMPT)),
        ]

    def hint_below(self, question: Question[Any]) -> str:
        """Return the hint where it has to stand below its question."""
        hint = self._paper.shown(question.hint)
        fits = get_cwidth(hint) + len(GAP) <= self._columns.hint
        return "" if question.options or (question.answers is Answers.TEXT and fits) else hint

    def answered(self, question: Question[Any], text: str) -> Fragments:
        """Return the line of a question that is not being asked, cut to the width."""
        before = self.before_answer(question)
        room = self._columns.whole - fragment_list_width(before)
        return [*before, ("", _cut(self._paper.shown(text), room)), ("", "\n")]

    def options(
        self, options: Sequence[Option], marked: Option | None, ticked: Sequence[str] | None
    ) -> Fragments:
        """Return a line for each option; those that are not to be ticked have no box."""
        widest = max((get_cwidth(self._paper.shown(o.text)) for o in options), default=0)
        lines: Fragments = []
        for option in options:
            mark = self._paper.shown(MARK) if option is marked else GAP
            box = "" if ticked is None else "[x] " if option.text in ticked else "[ ] "
            name = _padded(self._paper.shown(option.text), widest + len(GAP))
            head = _cut(self._columns.indent + mark + box + name, self._columns.whole)
            about = _cut(self._paper.shown(option.about), self._columns.whole - get_cwidth(head))
            style = "class:mark" if option is marked else ""
            lines += [(style, head), ("class:hint", about), ("", "\n")]
        return lines

    def paragraph(self, style: str, text: str) -> Fragments:
        """Return a text below a question, in as many lines as it takes; long words are cut."""
        indent = self._columns.indent
        width = self._columns.whole - len(indent) - 1
        return [
            (style, f"{indent}{_cut(line, width)}\n")
            for line in folded(self._paper.shown(text), width)
        ]

    def footer(self, parts: Sequence[str]) -> Fragments:
        """Return what the keys do: the first of the parts, as many as fit in a line."""
        arrows = has_all(self._paper.encoding, "↑↓→")
        line = ""
        for part in parts if arrows else map(_in_letters, parts):
            longer = self._paper.shown(f"{line} · {part}" if line else part)
            if len(longer) >= self._columns.whole:
                break
            line = longer
        return [("class:footer", line)]


def _in_letters(text: str) -> str:
    return text.replace("↑↓", "Up/Down").replace("↑", "Up").replace("→", "Right")


def _padded(text: str, width: int) -> str:
    return text + " " * (width - get_cwidth(text))


def _cut(text: str, width: int) -> str:
    """Return as much of a line as fits, and dots where that is not all."""
    if get_cwidth(text) <= width:
        return text
    while text and get_cwidth(text) > width - len(DOTS):
        text = text[:-1]
    return f"{text}{DOTS}"[: max(width, 0)]
