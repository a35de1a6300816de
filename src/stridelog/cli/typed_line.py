"""A line that somebody types on a terminal."""

import sys

from stridelog.domain.errors import UsageError


class UnreadableLineError(UsageError):
    """What was typed is no text in the terminal's encoding."""


def typed_line() -> str:
    """Return the next line that is typed, without blanks at its ends.

    Raises ``UnreadableLineError``, and ``KeyboardInterrupt`` where the person stops or is not
    there any more.
    """
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        message = "What was typed is no text in the terminal's encoding."
        raise UnreadableLineError(message) from None
    except KeyboardInterrupt:
        line = ""
    if not line:
        sys.stdout.write("\n")  # after the question, or the ^C that the terminal shows
        raise KeyboardInterrupt
    return line.strip()
