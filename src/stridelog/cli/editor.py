"""The person's own editor."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from stridelog.domain.errors import StrideError


class EditorError(StrideError):
    """The editor could not be used."""


def edited(text: str) -> str:
    """Let the person change ``text`` in ``$VISUAL`` or ``$EDITOR``; return what they saved.

    Raises ``EditorError``.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="stride-") as folder:
        file = Path(folder) / "entry.txt"
        file.write_text(text, encoding="utf-8", newline="")
        try:
            done = subprocess.run([*shlex.split(command), str(file)], check=False)  # noqa: S603 (the person's own)
        except (OSError, ValueError) as error:
            raise EditorError(
                f'The editor "{command}" cannot be started.',
                "Set EDITOR, or name the fields: stride edit 12 distance=10.2km",
            ) from error
        if done.returncode:
            raise EditorError("The editor gave up. Nothing was changed.")
        try:
            left = file.read_bytes()
        except OSError as error:
            raise EditorError("The editor left no text. Nothing was changed.") from error
    try:
        return left.decode()
    except UnicodeDecodeError as error:
        raise EditorError(
            "What the editor left is no text. Nothing was changed.",
            f"What you wrote is kept in {kept(left)}",
        ) from error


def kept(written: bytes) -> Path:
    """Put what was written in a file of its own, which only the person can read; say where."""
    descriptor, name = tempfile.mkstemp(prefix="stride-entry-", suffix=".txt")
    with os.fdopen(descriptor, "wb") as file:
        file.write(written)
    return Path(name)
