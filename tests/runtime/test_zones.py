"""Time zones."""

import os
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from machine_zone import machine_in

from stridelog.runtime import zones
from stridelog.runtime.zones import (
    SystemZone,
    UnknownZoneError,
    at_local,
    in_zone,
    local_zone,
    zone,
)

BERLIN_RULES = "CET-1CEST,M3.5.0,M10.5.0/3"
"""The rules of Europe/Berlin since 1996, as POSIX writes them."""

MODERN_TIMES = st.datetimes(datetime(1996, 1, 2), datetime(2037, 12, 30))  # noqa: DTZ001
ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo", "Africa/Monrovia"]
).map(ZoneInfo)


PLACED = pytest.mark.parametrize(
    ("civil", "place", "at"),
    [
        ("2014-07-14T18:00", "Europe/Berlin", "2014-07-14T18:00:00+02:00"),
        ("2014-03-30T01:59", "Europe/Berlin", "2014-03-30T01:59:00+01:00"),
        ("2014-03-30T02:30", "Europe/Berlin", "2014-03-30T03:30:00+02:00"),
        ("2014-10-26T02:30", "Europe/Berlin", "2014-10-26T02:30:00+02:00"),
        ("2026-03-08T02:30", "America/New_York", "2026-03-08T03:30:00-04:00"),
        ("2026-11-01T01:30", "America/New_York", "2026-11-01T01:30:00-04:00"),
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T02:45:00+11:00"),
        ("2011-12-30T12:00", "Pacific/Apia", "2011-12-31T12:00:00+14:00"),
    ],
)


@PLACED
def test_a_civil_time_gets_the_offset_of_its_day(civil: str, place: str, at: str) -> None:
    found = at_local(datetime.fromisoformat(civil), ZoneInfo(place))
    assert found.isoformat() == at
    assert isinstance(found.tzinfo, timezone)


@PLACED
def test_the_system_places_a_civil_time_alike(civil: str, place: str, at: str) -> None:
    with machine_in(place):
        assert at_local(datetime.fromisoformat(civil), SystemZone()).isoformat() == at


def test_a_moment_is_told_by_the_clocks_of_a_zone() -> None:
    moment = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
    found = in_zone(moment, ZoneInfo("Asia/Tokyo"))
    assert found.isoformat() == "2026-11-21T23:30:00+09:00"
    assert isinstance(found.tzinfo, timezone)


@given(st.datetimes(), st.one_of(ZONES, st.just(SystemZone())))
def test_every_civil_time_has_a_place_in_every_zone(civil: datetime, where: tzinfo) -> None:
    found = at_local(civil, where)
    assert isinstance(found.tzinfo, timezone)
    # Clocks have been set by a day at most (Samoa, which skipped one).
    assert timedelta(0) <= found.replace(tzinfo=None) - civil <= timedelta(days=1)


@given(st.datetimes(timezones=ZONES), ZONES)
def test_telling_a_moment_elsewhere_keeps_it(moment: datetime, where: tzinfo) -> None:
    found = in_zone(moment, where)
    assert found.tzinfo is not None
    assert found == moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))


@given(MODERN_TIMES, st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Tokyo"]))
def test_the_system_answers_as_the_database_of_zones(civil: datetime, name: str) -> None:
    with machine_in(name):
        assert at_local(civil, SystemZone()) == at_local(civil, ZoneInfo(name))
        moment = civil.replace(tzinfo=UTC)
        assert in_zone(moment, SystemZone()) == in_zone(moment, ZoneInfo(name))


@given(MODERN_TIMES)
def test_rules_that_tz_spells_out_are_followed(civil: datetime) -> None:
    with machine_in(BERLIN_RULES):
        where = local_zone()
        assert isinstance(where, SystemZone)
        assert at_local(civil, where) == at_local(civil, ZoneInfo("Europe/Berlin"))


def test_the_second_of_two_times_alike_comes_back_from_utc() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    with machine_in("Europe/Berlin"):
        local = second.astimezone(SystemZone())
        assert (local.hour, local.fold, local.utcoffset()) == (2, 1, timedelta(hours=1))


def test_a_system_zone_has_a_name_and_no_rule_of_its_own() -> None:
    where = SystemZone()
    assert (str(where), where.tzname(None), where.dst(None)) == ("local time", "local time", None)
    assert where.utcoffset(None) is None


@pytest.mark.parametrize("name", ["Europe/Berlin", ":Europe/Berlin"])
def test_tz_names_the_local_zone(name: str) -> None:
    with machine_in(name):
        assert local_zone() == ZoneInfo("Europe/Berlin")


def test_an_empty_tz_is_utc() -> None:
    with machine_in(""):
        assert local_zone() == UTC


def rules_of(name: str) -> Path:
    """Return the compiled rules of a zone on this computer."""
    folders = [Path("/usr/share/zoneinfo"), Path("/var/db/timezone/zoneinfo")]
    found = [folder / name for folder in folders if (folder / name).is_file()]
    if not found:
        pytest.skip("this computer keeps no compiled rules of zones")
    return found[0]


def test_tz_can_be_a_file() -> None:
    with machine_in(f":{rules_of('Asia/Tokyo')}"):
        assert str(local_zone()) == "Asia/Tokyo"
        assert at_local(datetime(2026, 1, 1), local_zone()).utcoffset() == timedelta(hours=9)  # noqa: DTZ001


def test_without_tz_the_local_zone_is_the_one_of_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "localtime"
    link.symlink_to(rules_of("America/New_York"))
    monkeypatch.setattr(zones, "LOCAL_TIME_FILE", link)
    with machine_in(None):
        where = local_zone()
    assert str(where) == "America/New_York"
    assert at_local(datetime(2014, 7, 1), where).utcoffset() == timedelta(hours=-4)  # noqa: DTZ001


def test_a_copy_of_the_rules_has_no_name_but_their_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "localtime"
    copy.write_bytes(rules_of("Europe/Berlin").read_bytes())
    monkeypatch.setattr(zones, "LOCAL_TIME_FILE", copy)
    with machine_in(None):
        where = local_zone()
    assert str(where) == "local time"
    assert at_local(datetime(1980, 7, 1), where).utcoffset() == timedelta(hours=2)  # noqa: DTZ001


@pytest.mark.parametrize("content", [None, b"", b"not rules"])
def test_without_readable_rules_the_system_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    file = tmp_path / "localtime"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setattr(zones, "LOCAL_TIME_FILE", file)
    with machine_in(None):
        assert isinstance(local_zone(), SystemZone)


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("UTC", "+00:00"),
        ("utc", "+00:00"),
        ("Z", "+00:00"),
        ("+02:00", "+02:00"),
        ("-0330", "-03:30"),
        ("+2", "+02:00"),
        ("UTC-5", "-05:00"),
        ("GMT+05:45", "+05:45"),
        ("Asia/Tokyo", "+09:00"),
        ("asia/tokyo", "+09:00"),
        (" Asia/Tokyo ", "+09:00"),
        ("america/new york", "-05:00"),
        ("Etc/GMT+3", "-03:00"),
    ],
)
def test_zones_as_people_name_them(name: str, offset: str) -> None:
    new_year = datetime(2026, 1, 1)  # noqa: DTZ001
    assert at_local(new_year, zone(name)).isoformat() == f"2026-01-01T00:00:00{offset}"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Europe/Berln", "Did you mean Europe/Berlin?"),
        ("berlin", "Did you mean Europe/Berlin?"),
        ("New York", "Did you mean America/New_York?"),
        ("+25:00", "Name one like Europe/Berlin, UTC or +02:00."),
        ("+02:0", "Name one like Europe/Berlin, UTC or +02:00."),
        ("+14:30", "Name one like Europe/Berlin, UTC or +02:00."),
        ("+2:60", "Name one like Europe/Berlin, UTC or +02:00."),
        ("+", "Name one like Europe/Berlin, UTC or +02:00."),
        ("", "Name one like Europe/Berlin, UTC or +02:00."),
        ("../../etc/passwd", "Name one like Europe/Berlin, UTC or +02:00."),
        ("/etc/localtime", "Name one like Europe/Berlin, UTC or +02:00."),
        ("\0", "Name one like Europe/Berlin, UTC or +02:00."),
        ("x" * 5000, "Name one like Europe/Berlin, UTC or +02:00."),
    ],
)
def test_an_unknown_zone_is_refused(name: str, hint: str) -> None:
    with pytest.raises(UnknownZoneError, match="There is no time zone") as refused:
        zone(name)
    assert refused.value.hint == hint
    assert refused.value.exit_code == 2


def test_without_a_database_of_zones_the_hint_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zoneinfo.available_timezones", set)
    with pytest.raises(UnknownZoneError) as refused:
        zone("Europe/Nowhere")
    assert "tzdata" in refused.value.hint


def test_the_machine_is_put_back() -> None:
    before = os.environ.get("TZ")
    with machine_in("Asia/Tokyo"):
        pass
    assert os.environ.get("TZ") == before
