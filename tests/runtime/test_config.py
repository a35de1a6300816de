"""What a person has set."""

from contextlib import suppress
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.dates import DateOrder
from stridelog.domain.quantity import DecimalMark, Notation
from stridelog.domain.units import UnitSystem
from stridelog.runtime.config import (
    KEYS,
    WEEKDAYS,
    Config,
    ConfigError,
    SettingError,
    config_in,
    key_named,
    load,
)

FILE = Path("/home/me/config.toml")
DAYS = "monday, tuesday, wednesday, thursday, friday, saturday or sunday"
TIMES = "a time from 00:00 to 12:00"
COLON_AFTER_KEY = "Expected '=' after a key in a key/value pair"


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "config.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert load(tmp_path / "none" / "config.toml") == Config(
        units=UnitSystem.METRIC,
        week_start=0,
        day_starts=time(0),
        date_order=DateOrder.DAY_FIRST,
        decimal=DecimalMark.DOT,
        colour="auto",
        birth_year=None,
        sex=None,
    )


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "\ufeff"])
def test_an_empty_file_sets_nothing(tmp_path: Path, content: str) -> None:
    assert load(write(tmp_path, content)) == Config()


def test_a_file_can_set_everything(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        units = "imperial"  # miles
        week_start = "sunday"
        day_starts = "4:00"
        date_order = "month-first"
        decimal = "comma"
        colour = "never"
        birth_year = 1980
        sex = "female"
        """,
    )
    assert load(path) == Config(
        units=UnitSystem.IMPERIAL,
        week_start=6,
        day_starts=time(4),
        date_order=DateOrder.MONTH_FIRST,
        decimal=DecimalMark.COMMA,
        colour="never",
        birth_year=1980,
        sex="female",
    )


def test_quantities_are_written_as_set() -> None:
    config = config_in('units = "imperial"\ndecimal = "comma"', FILE)
    assert config.notation == Notation(UnitSystem.IMPERIAL, DecimalMark.COMMA)


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ('"04:00"', time(4)),
        ('"4:00"', time(4)),
        ('" 4:30 "', time(4, 30)),
        ("04:00:00", time(4)),
        ('"12:00"', time(12)),
    ],
)
def test_a_day_starts_at_a_time_to_the_minute(written: str, start: time) -> None:
    assert config_in(f"day_starts = {written}", FILE).day_starts == start


@pytest.mark.parametrize("written", ["1980", '"1980"', '" 1980 "'])
def test_a_birth_year_is_a_number_or_a_text(written: str) -> None:
    assert config_in(f"birth_year = {written}", FILE).birth_year == 1980


@pytest.mark.parametrize(
    "written",
    [
        "80",
        "1899",
        "2100",
        "true",
        "1980.0",
        "1980-01-01",
        '"in 1980"',
        '"-1980"',
    ],
)
def test_nobody_is_born_in_any_year(written: str) -> None:
    with pytest.raises(ConfigError, match="a year from 1900 to 2099") as refused:
        config_in(f"birth_year = {written}", FILE)
    assert refused.value.hint == "Set it like: stride config set birth_year 1980"


def test_words_may_be_written_large() -> None:
    assert config_in('week_start = "Sunday"', FILE).week_start == 6


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            'units = "metrik"',
            '/home/me/config.toml sets units to "metrik"; it can be metric or imperial.',
            "Did you mean metric?",
        ),
        (
            'week_start = "mon"',
            f'/home/me/config.toml sets week_start to "mon"; it can be {DAYS}.',
            "Did you mean monday?",
        ),
        (
            "week_start = 1",
            f'/home/me/config.toml sets week_start to "1"; it can be {DAYS}.',
            "Set it like: stride config set week_start monday",
        ),
        (
            'day_starts = "25:00"',
            f'/home/me/config.toml sets day_starts to "25:00"; it can be {TIMES}.',
            "Set it like: stride config set day_starts 00:00",
        ),
        (
            'color = "never"',
            '/home/me/config.toml sets "color", which does not exist.',
            "Did you mean colour?",
        ),
        (
            'editor = "vim"',
            '/home/me/config.toml sets "editor", which does not exist.',
            f"There are {', '.join(KEYS)}.",
        ),
        (
            'units = "metric',
            "/home/me/config.toml is not valid TOML: Unterminated string (at end of document).",
            'A setting is written like: units = "imperial"',
        ),
        (
            "\nunits: metric",
            f"/home/me/config.toml is not valid TOML: {COLON_AFTER_KEY} (at line 2, column 6).",
            'A setting is written like: units = "imperial"',
        ),
    ],
)
def test_what_makes_no_sense_is_named_with_its_file(line: str, message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as refused:
        config_in(line, FILE)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert refused.value.exit_code == 1


@pytest.mark.parametrize(
    "value",
    ["12:01", "23:00", "04:00:30", "4", "04", "0400", "04:00Z", "04:00.5", "-4:00", "4:0", "", "x"],
)
def test_a_day_does_not_start_at_any_time(value: str) -> None:
    with pytest.raises(ConfigError, match="a time from 00:00 to 12:00"):
        config_in(f'day_starts = "{value}"', FILE)


@pytest.mark.parametrize(
    "line",
    [
        "units = 1",
        "units = true",
        'units = ["metric"]',
        "[units]",
        "day_starts = 4",
        "day_starts = 04:00:30",
        "day_starts = 23:00:00",
        "day_starts = 2026-11-21T04:00:00Z",
        "colour = { when = 'always' }",
        'units = "metric"\nunits = "metric"',
        "units = " + "[" * 5000,
        "units = " + "9" * 5000,
        "units = 0x" + "f" * 5000,
        "birth_year = 0x" + "f" * 5000,
    ],
)
def test_a_value_of_another_kind_is_refused(line: str) -> None:
    with pytest.raises(ConfigError):
        config_in(line, FILE)


def test_control_characters_of_a_file_stay_out_of_the_message() -> None:
    with pytest.raises(ConfigError) as refused:
        config_in(r'"\u001b[31m" = 1', FILE)
    assert "\x1b" not in refused.value.message


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match=r"is not text in UTF-8\."):
        load(path)


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot be read: .*\.$"):
        load(tmp_path)


def test_every_setting_is_described_and_its_default_allowed() -> None:
    assert list(KEYS) == list(Config().as_text())
    for name, key in KEYS.items():
        assert key.name == name
        assert key.meaning.endswith(".")
        assert key.canonical(key.default) == key.default


CONFIGS = st.builds(
    Config,
    st.sampled_from(UnitSystem),
    st.integers(0, 6),
    st.times(max_value=time(12)).map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from(DateOrder),
    st.sampled_from(DecimalMark),
    st.sampled_from(("auto", "always", "never")),
    st.none() | st.integers(1900, 2099),
    st.sampled_from((None, "female", "male")),
)


@given(CONFIGS)
def test_what_is_set_reads_back(config: Config) -> None:
    text = "\n".join(f'{name} = "{value}"' for name, value in config.as_text().items())
    assert config_in(text, FILE) == config


@given(st.text() | st.sampled_from(sorted(KEYS)).flatmap(lambda key: st.text().map(key.__add__)))
def test_any_text_is_a_configuration_or_refused(text: str) -> None:
    with suppress(ConfigError):
        config_in(text, FILE)


def test_a_setting_is_found_by_its_name() -> None:
    assert key_named("week-start") is key_named("week_start") is KEYS["week_start"]
    with pytest.raises(SettingError, match=r'There is no setting "colors"\.') as refused:
        key_named("colors")
    assert (refused.value.hint, refused.value.exit_code) == ("Did you mean colour?", 2)


def test_weeks_can_start_on_any_day() -> None:
    starts = [config_in(f'week_start = "{day}"', FILE).week_start for day in WEEKDAYS]
    assert starts == list(range(7))
