"""Where things are kept."""

import sys
from pathlib import Path

import pytest

from stridelog.runtime.paths import BadPathError, config_path, demo_folder, journal_path

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux's")


def test_the_journal_that_was_named_comes_first() -> None:
    environ = {"STRIDE_JOURNAL": "/else/where.db"}
    assert journal_path("/here/mine.db", environ) == Path("/here/mine.db")


def test_then_the_one_in_the_environment() -> None:
    assert journal_path(None, {"STRIDE_JOURNAL": "/else/where.db"}) == Path("/else/where.db")


@on_linux
def test_then_the_usual_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert journal_path(None, {}) == tmp_path / "stride" / "journal.db"
    assert journal_path(None, {"STRIDE_JOURNAL": ""}) == tmp_path / "stride" / "journal.db"


@on_linux
def test_the_configuration_has_a_usual_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_path({}) == tmp_path / "stride" / "config.toml"


def test_the_environment_can_name_the_configuration() -> None:
    assert config_path({"STRIDE_CONFIG": "my.toml"}) == Path("my.toml")


@on_linux
def test_the_demo_is_made_where_nothing_lasts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert demo_folder() == tmp_path / "stride" / "demo"


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert journal_path("~/mine.db", {}) == tmp_path / "mine.db"


@pytest.mark.parametrize("given", ["", " ", "a\0b", "~nobody-of-that-name/mine.db"])
def test_what_is_no_path_is_refused(given: str) -> None:
    with pytest.raises(
        BadPathError, match=r"--journal is .*, which is not the path of a file\."
    ) as e:
        journal_path(given, {})
    assert e.value.exit_code == 2
    assert "\0" not in e.value.message


def test_a_bad_path_in_the_environment_is_named_after_its_variable() -> None:
    with pytest.raises(BadPathError, match="STRIDE_CONFIG"):
        config_path({"STRIDE_CONFIG": "~nobody-of-that-name/config.toml"})
