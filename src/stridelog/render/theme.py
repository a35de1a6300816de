"""What a meaning looks like in a terminal.

Better and worse are green and magenta: with red in its place, one man in twelve could not tell
them apart. No colour carries a meaning alone; a sign or a word beside it says the same. The 16
colours of ANSI are those that the person chose for the terminal, on light ground or dark.
"""

from rich.color import ColorSystem
from rich.style import Style as RichStyle

from stridelog.page import Span, Style

STYLES: dict[Style, RichStyle] = {
    "": RichStyle.null(),
    "strong": RichStyle(bold=True),
    "muted": RichStyle(dim=True),
    "accent": RichStyle(color="cyan"),
    "better": RichStyle(color="green"),
    "worse": RichStyle(color="magenta"),
    "level": RichStyle.null(),
    "warning": RichStyle(color="yellow", bold=True),
}
"""The look of each style that a page can name."""


def painted(span: Span) -> str:
    """Return the text of ``span`` between the escape sequences of its style."""
    return STYLES[span.style].render(span.text, color_system=ColorSystem.STANDARD)
