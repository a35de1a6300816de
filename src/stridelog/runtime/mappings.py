"""Mappings of tables that were saved under a name: one small TOML file each, made to be shared.

    about = "What my watch writes"
    map = ["date=Start", "activity:=run", "distance=Distance:km"]
    header = ["Start", "Distance", "Stride length"]

``map`` holds what ``--map`` would be told. ``header`` may be left out; with it, a table that has
all these columns is read by this mapping without being asked to.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stridelog.domain.errors import NotFoundError, StrideError, UsageError
from stridelog.domain.nearest import nearest
from stridelog.domain.plain_text import shown
from stridelog.runtime.config import reason
from stridelog.runtime.private_file import write_private

FOLDER = "mappings"
"""The folder beside the configuration file in which saved mappings lie."""

SUFFIX = ".toml"

LARGEST = 65_536
"""Bytes that a mapping may have: a file that is larger is something else."""

LONGEST_NAME = 40

_NAME = re.compile(r"[^\W_]+(-[^\W_]+)*")

_EXAMPLE = 'A mapping is written like: map = ["date=Start", "activity:=run"]'


class MappingFileError(StrideError):
    """The file of a mapping cannot be read or written, or is no mapping."""


class MappingNameError(UsageError):
    """A mapping cannot be called so."""


class NoSuchMappingError(NotFoundError):
    """No mapping was saved under the name, and no file is called so."""


class MappingTakenError(StrideError):
    """Another mapping was saved under the name."""


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """The words of ``--map`` under a name, what they are for, and the columns they are known by."""

    name: str
    words: tuple[str, ...]
    about: str = ""
    header: tuple[str, ...] = ()


def mappings_folder(config: Path) -> Path:
    """Return where mappings are saved by whose configuration file is ``config``."""
    return config.parent / FOLDER


def load(word: str, folder: Path) -> SavedMapping:
    """Return the mapping of that name, or the one in the file that ``word`` is the path of.

    Raises ``NoSuchMappingError`` and ``MappingFileError``.
    """
    try:
        if _is_path(word):
            return _read(Path(word).expanduser())
        if _NAME.fullmatch(word):
            return _read(folder / f"{word}{SUFFIX}")
    except (FileNotFoundError, RuntimeError):  # no file, or ~ is the home of nobody
        pass
    raise _missing(word, folder)


def save(mapping: SavedMapping, folder: Path) -> Path:
    """Save a mapping under its name, for its owner to read, and return where.

    What was saved under the name before stays, unless it says the same. Raises
    ``MappingNameError``, ``MappingTakenError`` and ``MappingFileError``.
    """
    path = place_for(mapping, folder)
    try:
        if path.exists():
            return path
        write_private(path, text_of(mapping))
    except OSError as error:
        raise MappingFileError(f"{path} cannot be written: {reason(error)}.") from error
    except UnicodeEncodeError as error:
        raise MappingFileError(
            "The mapping holds bytes that are no text.", "Name the columns in UTF-8."
        ) from error
    return path


def place_for(mapping: SavedMapping, folder: Path) -> Path:
    """Return where a mapping would be saved: where nothing is, or what says the same.

    Raises ``MappingNameError``, ``MappingTakenError`` and ``MappingFileError``.
    """
    if not _NAME.fullmatch(mapping.name) or len(mapping.name) > LONGEST_NAME:
        raise MappingNameError(
            f'A mapping cannot be called "{shown(mapping.name)}".',
            "Name it with small letters, digits and dashes, like my-watch.",
        )
    path = folder / f"{mapping.name}{SUFFIX}"
    try:
        if path.exists():
            _check_same(_read(path), mapping, path)
    except OSError as error:
        raise MappingFileError(f"{path} cannot be read: {reason(error)}.") from error
    return path


def saved(folder: Path) -> tuple[SavedMapping, ...]:
    """Return all mappings that were saved, by name; files that are none are passed over."""
    found: list[SavedMapping] = []
    try:
        paths = sorted(folder.glob(f"*{SUFFIX}"))
    except OSError:
        return ()
    for path in paths:
        try:
            found.append(_read(path))
        except (OSError, MappingFileError):
            continue
    return tuple(found)


def text_of(mapping: SavedMapping) -> str:
    """Return a mapping as the text of its file."""
    lines = [f"about = {_quoted(mapping.about)}"] if mapping.about else []
    lines += ["map = [", *(f"  {_quoted(word)}," for word in mapping.words), "]"]
    if mapping.header:
        lines += [f"header = [{', '.join(map(_quoted, mapping.header))}]"]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a TOML string, which but for one character is written like a JSON one."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _is_path(word: str) -> bool:
    return word.endswith(SUFFIX) or "/" in word or "\\" in word


def _read(path: Path) -> SavedMapping:
    """Read a mapping's file. Raises ``FileNotFoundError`` and ``MappingFileError``."""
    import tomllib

    try:
        if path.exists() and not path.is_file():
            raise MappingFileError(f"{path} is not a regular file.", _EXAMPLE)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise MappingFileError(f"{path} is too large for a mapping.", _EXAMPLE)
        values = tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise MappingFileError(f"{path} cannot be read: {reason(error)}.") from error
    except UnicodeDecodeError as error:
        raise MappingFileError(
            f"{path} is not text in UTF-8.", "Save it again as UTF-8."
        ) from error
    except (ValueError, RecursionError) as error:
        if "\0" in str(path):
            raise MappingFileError(f'"{shown(str(path))}" is no path.') from error
        raise MappingFileError(f"{path} is not valid TOML: {error}.", _EXAMPLE) from error
    return _mapping(path, values)


def _mapping(path: Path, values: Mapping[str, object]) -> SavedMapping:
    strange = next((name for name in values if name not in {"about", "map", "header"}), None)
    if strange is not None:
        raise MappingFileError(
            f'{path} sets "{shown(strange)}", which a mapping does not have.',
            "It has map, and perhaps about and header.",
        )
    about = values.get("about", "")
    words, header = _texts(values.get("map")), _texts(values.get("header", []))
    if not words or header is None or not isinstance(about, str):
        raise MappingFileError(f"{path} is no mapping.", _EXAMPLE)
    return SavedMapping(path.stem, words, about, header)


def _texts(value: object) -> tuple[str, ...] | None:
    """Return a list of texts; None if it is anything else."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return None
    return tuple(value)


def _check_same(there: SavedMapping, mapping: SavedMapping, path: Path) -> None:
    if there.words != mapping.words:
        raise MappingTakenError(
            f'Another mapping is saved as "{mapping.name}".',
            f"Choose another name, or remove {path}.",
        )


def _missing(word: str, folder: Path) -> NoSuchMappingError:
    names = [mapping.name for mapping in saved(folder)]
    guess = nearest(word, names)
    there = f"There is: {', '.join(names)}." if names else "None is saved yet: --save-mapping NAME"
    return NoSuchMappingError(
        f'There is no mapping "{shown(word)}".', f"Did you mean {guess}?" if guess else there
    )
