"""Changing what is set."""

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.units import UnitSystem
from stridelog.runtime.config import KEYS, Config, ConfigError, SettingError, load
from stridelog.runtime.config_editing import set_value, unset
from stridelog.runtime.private_file import write_private

COMMENTED = """\
# How I like it.

colour = "always"   # the terminal at work lies

# miles, of course
units = "imperial" # since 1996
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stride" / "config.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())
    return file


def test_setting_makes_the_file(file: Path) -> None:
    config = set_value(file, "units", "imperial")
    assert config.units is UnitSystem.IMPERIAL
    assert file.read_text(encoding="utf-8") == 'units = "imperial"\n'
    assert load(file) == config


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions elsewhere")
def test_file_and_folder_are_for_their_owner_only(file: Path) -> None:
    umask = os.umask(0)
    try:
        set_value(file, "units", "imperial")
    finally:
        os.umask(umask)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_comments_and_order_survive(file: Path) -> None:
    set_value(written(file, COMMENTED), "colour", "never")
    assert file.read_text(encoding="utf-8") == COMMENTED.replace('"always"', '"never"')


def test_a_new_setting_comes_last(file: Path) -> None:
    set_value(written(file, COMMENTED), "day_starts", "4:00")
    assert file.read_text(encoding="utf-8") == COMMENTED + 'day_starts = "04:00"\n'


def test_a_last_line_without_an_end_is_no_trap(file: Path) -> None:
    set_value(written(file, 'units = "metric"'), "decimal", "comma")
    assert load(file).as_text()["decimal"] == "comma"


def test_lines_from_windows_are_no_trap(file: Path) -> None:
    set_value(written(file, '# here\r\nunits = "metric"\r\n'), "units", "imperial")
    assert file.read_bytes() == b'# here\r\nunits = "imperial"\r\n'


def test_a_setting_may_be_typed_with_hyphens_and_large_letters(file: Path) -> None:
    assert set_value(file, "week-start", "Sunday").week_start == 6
    assert unset(file, "week-start").week_start == 0


def test_unsetting_leaves_the_rest(file: Path) -> None:
    config = unset(written(file, COMMENTED), "colour")
    assert config == Config(units=UnitSystem.IMPERIAL)
    assert file.read_text(encoding="utf-8").startswith("# How I like it.\n")
    assert 'units = "imperial" # since 1996' in file.read_text(encoding="utf-8")


def test_unsetting_what_is_not_set_changes_nothing(file: Path) -> None:
    assert unset(file, "colour") == Config()
    assert not file.exists()


def test_what_the_file_should_not_have_can_be_unset(file: Path) -> None:
    unset(written(file, 'units = "imperial"\ncolor = "never"\n'), "color")
    assert file.read_text(encoding="utf-8") == 'units = "imperial"\n'


def test_a_wrong_value_can_be_set_right(file: Path) -> None:
    assert set_value(written(file, 'units = "miles"\n'), "units", "imperial").units == "imperial"


@pytest.mark.parametrize(
    ("name", "text", "message", "hint"),
    [
        ("color", "never", 'There is no setting "color".', "Did you mean colour?"),
        (
            "units",
            "metrik",
            'units can be metric or imperial, not "metrik".',
            "Did you mean metric?",
        ),
        (
            "day_starts",
            "noon",
            'day_starts can be a time from 00:00 to 12:00, not "noon".',
            "Set it like: stride config set day_starts 00:00",
        ),
    ],
)
def test_what_was_typed_wrong_is_refused(
    file: Path, name: str, text: str, message: str, hint: str
) -> None:
    with pytest.raises(SettingError) as refused:
        set_value(file, name, text)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert refused.value.exit_code == 2
    assert not file.exists()


def test_an_unknown_setting_cannot_be_unset(file: Path) -> None:
    with pytest.raises(SettingError, match='There is no setting "unit"'):
        unset(file, "unit")


@pytest.mark.parametrize("text", ["units = ", 'color = "never"\n', 'decimal = "point"\n'])
def test_a_file_that_makes_no_sense_stays_as_it_is(file: Path, text: str) -> None:
    written(file, text)
    with pytest.raises(ConfigError):
        set_value(file, "units", "imperial")
    assert file.read_text(encoding="utf-8") == text


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    target = written(tmp_path / "dotfiles" / "stride.toml", 'units = "metric"\n')
    file.parent.mkdir()
    file.symlink_to(target)
    set_value(file, "units", "imperial")
    assert file.is_symlink()
    assert target.read_text(encoding="utf-8") == 'units = "imperial"\n'


def test_where_nothing_can_be_written_the_error_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be"):
        set_value(tmp_path / "file" / "config.toml", "units", "imperial")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_is_no_ordinary_file_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    with pytest.raises(OSError, match="it is no ordinary file"):
        write_private(file, "")
    assert file.is_fifo()


def test_a_failed_change_leaves_nothing_behind(file: Path) -> None:
    written(file, 'units = "metric"\n')
    with pytest.raises(ConfigError):
        set_value(written(file, "units = 1\n"), "decimal", "comma")
    assert [each.name for each in file.parent.iterdir()] == ["config.toml"]


@given(st.data())
def test_changes_in_any_order_read_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    file = tmp_path_factory.mktemp("config") / "config.toml"
    expected = Config().as_text()
    for name in data.draw(st.lists(st.sampled_from(sorted(KEYS)), max_size=4)):
        key = KEYS[name]
        free = {"day_starts": ("03:00", "11:30"), "birth_year": ("1980", "2001")}
        value = data.draw(st.sampled_from((*(key.choices or free[name]), None)))
        changed = set_value(file, name, value) if value else unset(file, name)
        expected[name] = value or key.default
        assert changed.as_text() == expected == load(file).as_text()
