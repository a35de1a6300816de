"""Files that answers are written into: asked for before one is replaced, and never half-written."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from stridelog.cli.context import Context, say
from stridelog.domain.errors import StrideError

SQLITE = b"SQLite format 3\0"
"""How every database of SQLite begins."""


class OutputFileError(StrideError):
    """The file cannot be written."""


def write_file(
    context: Context, file: Path, write: Callable[[TextIO], object], usual: str, *, yes: bool
) -> None:
    """Write a file that only its owner can read; ask before one is replaced, and say where it is.

    ``usual`` is how such a file may be called. Raises ``OutputFileError``, ``NotConfirmedError``.
    """
    if file.exists():
        _refuse_what_is_no_answer(file, usual)
        context.confirm(f"{file} is there already. Replace it?", yes)
    _write(write, file)
    say(f"Written: {file}")


def _write(write: Callable[[TextIO], object], file: Path) -> None:
    """Write the file, which is there whole or not at all."""
    target = file.resolve()  # a symbolic link stays, and what it leads to is replaced
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with _private(unfinished) as out:
            write(out)
        unfinished.replace(target)
    except OSError as error:
        raise OutputFileError(
            f"{file} cannot be written: {(error.strerror or str(error)).lower()}.",
            "Name another place with --output.",
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _refuse_what_is_no_answer(file: Path, usual: str) -> None:
    """Refuse to put a file in the place of a folder, a device, or a journal."""
    if file.is_dir():
        raise OutputFileError(f"{file} is a folder.", f"Name a file: {file / usual}")
    if not file.is_file() or file.absolute().is_relative_to("/dev"):
        raise OutputFileError(
            f"{file} is not a regular file.", "Without --output, everything goes to stdout."
        )
    with file.open("rb") as there:
        if there.read(len(SQLITE)) == SQLITE:
            raise OutputFileError(
                f"{file} is a journal or another database.",
                f"Name another file: {file.with_suffix(Path(usual).suffix)}",
            )


def _private(file: Path) -> TextIO:
    """Open a new file that only its owner can read."""
    descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", newline="")
