"""Where things are kept. platformdirs is imported only where nobody says otherwise."""

from collections.abc import Mapping
from pathlib import Path

from stridelog.domain.errors import UsageError
from stridelog.domain.plain_text import shown

APPLICATION = "stride"

JOURNAL_VARIABLE = "STRIDE_JOURNAL"

CONFIG_VARIABLE = "STRIDE_CONFIG"


class BadPathError(UsageError):
    """What was given cannot be the path of a file."""


def journal_path(given: str | None, environ: Mapping[str, str]) -> Path:
    """Return the journal that was ``given``, else the one in ``STRIDE_JOURNAL``, else the usual.

    Raises ``BadPathError``.
    """
    if given is not None:
        return _path(given, "--journal")
    if chosen := environ.get(JOURNAL_VARIABLE):
        return _path(chosen, JOURNAL_VARIABLE)
    from platformdirs import user_data_path

    return user_data_path(APPLICATION, appauthor=False) / "journal.db"


def config_path(environ: Mapping[str, str]) -> Path:
    """Return the configuration file in ``STRIDE_CONFIG``, else the usual one.

    Raises ``BadPathError``.
    """
    if chosen := environ.get(CONFIG_VARIABLE):
        return _path(chosen, CONFIG_VARIABLE)
    from platformdirs import user_config_path

    return user_config_path(APPLICATION, appauthor=False) / "config.toml"


def demo_folder() -> Path:
    """Return the throw-away folder that the demo journal is made in."""
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False) / "demo"


def tracks_folder() -> Path:
    """Return the folder that keeps what recorded tracks were decoded to."""
    from platformdirs import user_cache_path

    return user_cache_path(APPLICATION, appauthor=False) / "tracks"


def _path(text: str, source: str) -> Path:
    """Return ``text`` as a path, a leading ``~`` as the home folder of whom it names."""
    try:
        if text.strip() and "\0" not in text:
            return Path(text).expanduser()
    except RuntimeError:  # nobody of that name, or no home folder
        pass
    raise BadPathError(
        f'{source} is "{shown(text)}", which is not the path of a file.',
        "Name a file like ~/journals/mine.db.",
    )
