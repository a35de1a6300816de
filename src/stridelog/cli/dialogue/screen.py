"""The dialogue on a terminal: below the last line of the shell, redrawing only what changes."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout
from prompt_toolkit.layout.containers import ConditionalContainer, VerticalAlign, Window
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style

from stridelog.cli.dialogue.drawing import STYLES, Fragments
from stridelog.cli.dialogue.field import Field
from stridelog.cli.dialogue.frame import END, Frame
from stridelog.cli.dialogue.questionnaire import Questionnaire
from stridelog.render.paper import Paper

AT_THE_END = "Enter saves, Up corrects, Ctrl-C drops."


def fill_in(sheet: Questionnaire[Any], paper: Paper, understood: Callable[[], str]) -> None:
    """Let the person fill in the sheet, until it may be saved. Raises ``KeyboardInterrupt``.

    ``understood`` gives the line that sums up a sheet that is filled in.
    """
    _Screen(sheet, paper, understood).run()


class _Screen:
    """Shows a sheet, and does what the keys say."""

    def __init__(
        self, sheet: Questionnaire[Any], paper: Paper, understood: Callable[[], str]
    ) -> None:
        self._sheet = sheet
        self._paper = paper
        self._understood = understood
        self._field = Field(END, "")
        self._buffer = Buffer(multiline=False, on_text_changed=self._typed)
        self._app = self._application()
        self._load()

    def run(self) -> None:
        self._app.run(set_exception_handler=False)

    def _is_at_end(self) -> bool:
        return self._sheet.asked is None

    def _load(self) -> None:
        """Take up the question that is asked now, with what was answered to it before."""
        question = self._sheet.asked or END
        self._field = Field(question, self._sheet.text(question))
        self._buffer.set_document(Document(self._field.typed))

    def _typed(self, buffer: Buffer) -> None:
        self._field.type(buffer.text)

    # What the keys do

    def _enter(self) -> None:
        if not self._is_at_end():
            self._sheet.answer(self._field.answer)
        elif self._sheet.confirmed(self._buffer.text, AT_THE_END):
            self._app.exit()
            return
        self._load()

    def _up(self) -> None:
        if not self._field.move(-1):
            self._sheet.back(self._field.answer)
            self._load()

    def _down(self) -> None:
        if not self._field.move(1) and not self._field.options:
            self._enter()

    def _space(self) -> None:
        if not self._field.tick():
            self._buffer.insert_text(" ")

    def _right(self) -> None:
        if self._buffer.text:
            self._buffer.cursor_right()
        else:
            self._buffer.insert_text(self._field.question.last)

    def _more(self) -> None:
        if self._sheet.has_more:
            self._sheet.more(self._field.answer)
            self._load()

    def _done(self) -> None:
        self._sheet.finish(self._field.answer)
        self._load()

    def _correct(self) -> None:
        self._sheet.correct()
        self._load()

    def _drop(self) -> None:
        self._app.exit(exception=KeyboardInterrupt())

    def _suspend(self) -> None:
        self._app.suspend_to_background()

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        at_end = Condition(self._is_at_end)
        nothing_typed = Condition(lambda: not self._buffer.text)
        for key, do, when in (
            (Keys.ControlC, self._drop, True),
            (Keys.SIGINT, self._drop, True),
            (Keys.ControlM, self._enter, True),
            (Keys.Up, self._up, True),
            (Keys.ControlP, self._up, True),
            (Keys.Down, self._down, ~at_end),
            (Keys.ControlN, self._down, ~at_end),
            (Keys.Right, self._right, True),
            (Keys.ControlI, self._more, True),
            (Keys.ControlD, self._done, ~at_end),
            (" ", self._space, True),
            ("e", self._correct, at_end & nothing_typed),
            (Keys.ControlZ, self._suspend, True),
        ):
            keys.add(key, filter=when)(self._doing(do))
        return keys

    def _doing(self, do: Callable[[], None]) -> Callable[[KeyPressEvent], None]:
        """Return what a key does; an error ends the dialogue, where it would be swallowed."""

        def pressed(_: KeyPressEvent) -> None:
            try:
                do()
            except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 (whatever it is, it leaves by run)
                self._app.exit(exception=error)

        return pressed

    # What is shown

    def _application(self) -> "Application[None]":
        answer = Window(
            BufferControl(self._buffer),
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=lambda line, wraps: (
                self._frame().answer_goes_on() if line or wraps else self._frame().answer_begins()
            ),
        )
        asking = HSplit(
            [
                _lines(lambda: self._frame().above()),
                answer,
                _lines(lambda: self._frame().below()),
                _lines(lambda: self._frame().after()),
                _lines(lambda: self._frame().footer()),
            ],
            align=VerticalAlign.TOP,
        )
        left = ConditionalContainer(_lines(lambda: self._frame().left()), is_done)
        colour = self._paper.colour
        return Application(
            layout=Layout(
                HSplit([ConditionalContainer(asking, ~is_done), left]), focused_element=answer
            ),
            key_bindings=self._keys(),
            style=Style.from_dict(STYLES if colour else {}),
            color_depth=ColorDepth.DEPTH_4_BIT if colour else ColorDepth.DEPTH_1_BIT,
            output=_terminal(),
        )

    def _frame(self) -> Frame:
        size = self._app.output.get_size()
        understood = self._understood() if self._is_at_end() else ""
        paper = replace(self._paper, width=size.columns)
        return Frame(self._sheet, self._field, paper, size.rows, understood)


def _lines(content: Callable[[], Fragments]) -> ConditionalContainer:
    """Return as many lines as there are; nothing at all where there are none."""

    def shown() -> Fragments:
        fragments = content()
        if fragments and fragments[-1][1].endswith("\n"):
            return [*fragments[:-1], (fragments[-1][0], fragments[-1][1].removesuffix("\n"))]
        return fragments

    window = Window(FormattedTextControl(shown), dont_extend_height=True)
    return ConditionalContainer(window, Condition(lambda: bool(content())))


def _terminal() -> Output:
    output = create_output(sys.stdout)
    if isinstance(output, Vt100_Output):
        # Where the cursor stands does not matter here, and to ask for it takes a round trip.
        output.enable_cpr = False
    return output
