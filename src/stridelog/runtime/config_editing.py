"""Changing the configuration file; its comments and its order stay."""

from pathlib import Path

from tomlkit import TOMLDocument, dumps, parse

from stridelog.domain.plain_text import shown
from stridelog.runtime.config import (
    Config,
    ConfigError,
    SettingError,
    config_in,
    key_named,
    not_toml,
    read,
    reason,
)
from stridelog.runtime.private_file import write_private


def set_value(path: Path, name: str, text: str) -> Config:
    """Set ``name`` to ``text`` in the file at ``path``, and return what is set then.

    Nothing is written unless the whole file makes sense afterwards. Raises ``SettingError`` for
    what was typed and ``ConfigError`` for the file.
    """
    key = key_named(name)
    value = key.canonical(text)
    if value is None:
        raise SettingError(f'{key.name} can be {key.allowed}, not "{shown(text)}".', key.hint(text))
    document = _document(path)
    document[key.name] = value
    return _write(document, path)


def unset(path: Path, name: str) -> Config:
    """Take ``name`` out of the file at ``path``, and return what is set then.

    A setting that the file should not have can be taken out as well. Raises ``SettingError`` and
    ``ConfigError``.
    """
    document = _document(path)
    known = name if name in document else key_named(name).name
    if known not in document:
        return config_in(dumps(document), path)
    document.remove(known)
    return _write(document, path)


def _document(path: Path) -> TOMLDocument:
    try:
        return parse(read(path))
    except (ValueError, RecursionError) as error:
        raise not_toml(path, error) from error


def _write(document: TOMLDocument, path: Path) -> Config:
    text = dumps(document)
    config = config_in(text, path)
    try:
        write_private(path, text)
    except OSError as error:
        raise ConfigError(f"{path} cannot be written: {reason(error)}.") from error
    return config
