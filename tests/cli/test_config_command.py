"""``stride config``: settings in a file that stays the person's own."""

import pytest

from command_line import Stride
from conftest import Golden


def test_settings_are_listed_read_set_and_unset(stride: Stride, golden: Golden) -> None:
    stride.type(
        "config",
        "config list",
        "config get units",
        "config set units imperial",
        "config set day-starts 4:00",
        "config get day_starts",
        "config list --csv",
        "config unset units",
        "config unset units",
        "config get units",
    )
    golden("config.txt", stride.transcript)
    assert stride.config.read_text() == 'day_starts = "04:00"\n'
    assert stride.config.stat().st_mode & 0o077 == 0


def test_the_document_of_settings(stride: Stride, golden: Golden) -> None:
    golden("config.json", stride.steady(stride.ok("config", "list", "--json")))


def test_comments_and_order_survive(stride: Stride) -> None:
    stride.config.write_text('# mine\nunits = "imperial"   # feet\n\n# the end\n')
    stride.ok("config", "set", "units", "metric")
    stride.ok("config", "set", "week_start", "Sunday")
    assert stride.config.read_text() == (
        '# mine\nunits = "metric"   # feet\n\n# the end\nweek_start = "sunday"\n'
    )


def test_slips_are_explained_and_change_nothing(stride: Stride, golden: Golden) -> None:
    stride.config.write_text('units = "imperial"\n')
    stride.type(
        "config get",
        "config get unit",
        "config get nothing",
        "config set units",
        "config set units furlongs",
        "config set units ''",
        "config set nothing x",
        "config set week_start mon",
        "config set day_starts 25:00",
        "config set day_starts 13:00",
        "config set date_order 'month first'",
        "config set decimal point",
        "config set colour red",
        "config unset nothing",
        "config list --json --markdown",
        "config show",
    )
    golden("config-refusals.txt", stride.transcript)
    assert stride.config.read_text() == 'units = "imperial"\n'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"units = \n", "is not valid TOML"),
        (b"[units", "is not valid TOML"),
        (b'units = "furlongs"\n', 'sets units to "furlongs"; it can be metric or imperial.'),
        (b"units = 5\n", 'sets units to "5"; it can be metric or imperial.'),
        (b"colour = true\n", 'sets colour to "True"; it can be auto, always or never.'),
        (b'unit = "metric"\n', 'sets "unit", which does not exist.'),
        (b"[nested]\nunits = 1\n", 'sets "nested", which does not exist.'),
        (b"\xff\xfe", "is not text in UTF-8."),
        (b'units = "\x00"\n', "is not valid TOML"),
    ],
)
def test_a_broken_file_stops_every_command_with_a_reason(
    stride: Stride, content: bytes, reason: str
) -> None:
    stride.config.write_bytes(content)
    for words in (["list"], ["log", "run", "5k"], ["config"], ["config", "get", "units"]):
        err = stride(*words).err
        assert err.startswith(f"stride: {stride.config} ")
        assert reason in err
        assert stride(*words).code == 1
    assert stride.config.read_bytes() == content
    assert not stride.journal.exists()


def test_a_wrong_value_is_mended_by_setting_it(stride: Stride) -> None:
    stride.config.write_text('units = "furlongs"\n')
    stride.ok("config", "set", "units", "metric")
    assert stride.ok("config", "get", "units") == "metric\n"


def test_help_needs_no_settings(stride: Stride) -> None:
    stride.config.write_text("units = \n")
    assert stride("list", "--help").code == 0
    assert stride("--version").code == 0


def test_settings_change_what_is_shown(stride: Stride) -> None:
    stride.ok("log", "run", "10k", "50:00")
    stride.ok("config", "set", "units", "imperial")
    stride.ok("config", "set", "decimal", "comma")
    assert "6,21 mi in 50:00 · 8:03/mi" in stride.ok("list")
    assert stride.json("list")["entries"][0]["values"]["distance"] == {"value": 10_000, "unit": "m"}
