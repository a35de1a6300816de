"""What a meaning looks like in a terminal.

Better and worse are green and magenta: with red in its place, one man in twelve could not tell
them apart. No colour carries a meaning alone; a sign or a word beside it says the same. The 16
colours of ANSI are those that the person chose for the terminal, on light ground or dark.
"""

from rich.theme import Theme

THEME = Theme(
    {
        "strong": "bold",
        "muted": "dim",
        "accent": "cyan",
        "better": "green",
        "worse": "magenta",
        "level": "none",
        "warning": "bold yellow",
    }
)
"""The look of each style that a page can name, for Rich."""
