"""FIT files made by the tests: headers, definitions, data and checksums, byte by byte.

Values are as people write them (metres, seconds, degrees); this file scales them as the FIT
protocol's profile says. Moments are aware datetimes.
"""

import struct
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from import_examples import only, options

from stridelog.domain.entry import Draft
from stridelog.domain.importing import ImportItem
from stridelog.importers import fit as importer

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
START = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")

Value = datetime | float | str


class Field(NamedTuple):
    """A field of the profile: its number, base type, scale and offset."""

    number: int
    base: int
    scale: float = 1.0
    offset: float = 0.0


ENUM, UINT8, SINT8, UINT16, SINT32, UINT32, STRING, UINT32Z = (
    0x00, 0x02, 0x01, 0x84, 0x85, 0x86, 0x07, 0x8C
)  # fmt: skip
FORMATS = {
    ENUM: "B",
    UINT8: "B",
    SINT8: "b",
    UINT16: "H",
    SINT32: "i",
    UINT32: "I",
    STRING: "16s",
    UINT32Z: "I",
}
DEGREE = 2**31 / 180

MESSAGES: dict[str, tuple[int, dict[str, Field]]] = {
    "file_id": (
        0,
        {
            "type": Field(0, ENUM),
            "manufacturer": Field(1, UINT16),
            "serial_number": Field(3, UINT32Z),
            "time_created": Field(4, UINT32),
        },
    ),
    "sport": (12, {"sport": Field(0, ENUM), "sub_sport": Field(1, ENUM)}),
    "session": (
        18,
        {
            "start_time": Field(2, UINT32),
            "sport": Field(5, ENUM),
            "sub_sport": Field(6, ENUM),
            "total_elapsed_time": Field(7, UINT32, 1000),
            "total_timer_time": Field(8, UINT32, 1000),
            "total_distance": Field(9, UINT32, 100),
            "avg_heart_rate": Field(16, UINT8),
            "avg_power": Field(20, UINT16),
            "total_ascent": Field(22, UINT16),
            "pool_length": Field(44, UINT16, 100),
            "num_active_lengths": Field(47, UINT16),
            "workout_rpe": Field(193, UINT8),
            "timestamp": Field(253, UINT32),
        },
    ),
    "lap": (19, {"sport": Field(25, ENUM), "timestamp": Field(253, UINT32)}),
    "record": (
        20,
        {
            "position_lat": Field(0, SINT32, DEGREE),
            "position_long": Field(1, SINT32, DEGREE),
            "altitude": Field(2, UINT16, 5, 500),
            "heart_rate": Field(3, UINT8),
            "distance": Field(5, UINT32, 100),
            "power": Field(7, UINT16),
            "activity_type": Field(42, ENUM),
            "timestamp": Field(253, UINT32),
        },
    ),
    "event": (
        21,
        {"event": Field(0, ENUM), "event_type": Field(1, ENUM), "timestamp": Field(253, UINT32)},
    ),
    "activity": (34, {"local_timestamp": Field(5, UINT32), "timestamp": Field(253, UINT32)}),
    "length": (
        101,
        {
            "start_time": Field(2, UINT32),
            "total_elapsed_time": Field(3, UINT32, 1000),
            "length_type": Field(12, ENUM),
        },
    ),
    "set": (
        225,
        {
            "repetitions": Field(3, UINT16),
            "weight": Field(4, UINT16, 16),
            "set_type": Field(5, ENUM),
            "start_time": Field(6, UINT32),
        },
    ),
    "field_description": (
        206,
        {
            "developer_data_index": Field(0, UINT8),
            "field_definition_number": Field(1, UINT8),
            "fit_base_type_id": Field(2, UINT8),
            "field_name": Field(3, STRING),
        },
    ),
    "developer_data_id": (207, {"developer_data_index": Field(3, UINT8)}),
}

RUNNING, CYCLING, TRANSITION, SWIMMING, TRAINING = 1, 2, 3, 5, 10
GARMIN, ZWIFT, COROS, SUUNTO = 1, 260, 294, 23


def message(kind: str, /, **values: Value) -> bytes:
    """Return the definition of a message and the message."""
    return definition(kind, *values) + data(kind, **values)


def definition(kind: str, /, *names: str, developer: bytes = b"") -> bytes:
    """Return a definition of local message 0; ``developer`` are fields of developers."""
    number, fields = MESSAGES[kind]
    found = bytes([0x60 if developer else 0x40, 0, 0]) + struct.pack("<HB", number, len(names))
    for name in names:
        field = fields[name]
        found += bytes([field.number, struct.calcsize(FORMATS[field.base]), field.base])
    return found + (bytes([len(developer) // 3]) + developer if developer else b"")


def data(kind: str, /, **values: Value) -> bytes:
    """Return a message as ``definition`` lays it out."""
    fields = MESSAGES[kind][1]
    return b"\0" + b"".join(_packed(fields[name], value) for name, value in values.items())


def _packed(field: Field, value: Value) -> bytes:
    if isinstance(value, str):
        return struct.pack(FORMATS[field.base], value.encode())
    if isinstance(value, datetime):
        value = (value - EPOCH).total_seconds()
    return struct.pack("<" + FORMATS[field.base], round((value + field.offset) * field.scale))


def crc(content: bytes) -> int:
    """Return the checksum of the protocol's description, four bits at a time."""
    nibbles = (
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    )  # fmt: skip
    found = 0
    for byte in content:
        for nibble in (byte & 0xF, byte >> 4):
            found = (found >> 4) ^ nibbles[found & 0xF] ^ nibbles[nibble]
    return found


def fit(*messages: bytes, size: int | None = None) -> bytes:
    """Return a FIT file; ``size`` is what its header says of the body, if not the truth."""
    body = b"".join(messages)
    header = struct.pack("<2BHI4s", 14, 0x20, 2100, len(body) if size is None else size, b".FIT")
    content = header + struct.pack("<H", crc(header)) + body
    return content + struct.pack("<H", crc(content))


def file_id(
    kind: int = 4, maker: int = GARMIN, serial: int = 3_945_849_289, created: Value = START
) -> bytes:
    """Return a ``file_id``; a serial number of 0 is none."""
    return message(
        "file_id", type=kind, manufacturer=maker, serial_number=serial, time_created=created
    )


def activity(at: Value = START, local: Value = START) -> bytes:
    """Return an ``activity``: a moment in UTC, and the same one on the wall."""
    return message("activity", timestamp=at, local_timestamp=local)


def timer(at: datetime, kind: int) -> bytes:
    """Return an event of the timer: 0 starts it, 1 and 4 stop it."""
    return message("event", timestamp=at, event=0, event_type=kind)


def records(
    seconds: Iterable[int], speed: float = 3.0, start: datetime = START, begin: float = 0.0
) -> bytes:
    """Return records at an even speed, in metres a second, with a heart that beats as well."""
    names = ("timestamp", "distance", "heart_rate")
    return definition("record", *names) + b"".join(
        data(
            "record",
            timestamp=start + timedelta(seconds=second),
            distance=begin + speed * second,
            heart_rate=150,
        )
        for second in seconds
    )


def session(start: datetime = START, seconds: float = 600.0, **values: Value) -> bytes:
    """Return a ``session`` of a run without pauses, unless ``values`` say otherwise."""
    return message(
        "session",
        **{
            "timestamp": start + timedelta(seconds=seconds),
            "start_time": start,
            "sport": RUNNING,
            "total_elapsed_time": seconds,
            "total_timer_time": seconds,
            **values,
        },
    )


def triathlon() -> Iterator[bytes]:
    """Yield the messages of a swim, a ride and a run of 20 minutes, with changes of 1 minute."""
    yield file_id()
    legs = (
        (SWIMMING, 18, 20, 1.0),
        (TRANSITION, 0, 1, 1.0),
        (CYCLING, 7, 20, 8.0),
        (TRANSITION, 0, 1, 1.0),
        (RUNNING, 0, 20, 3.0),
    )
    start = START
    sessions = []
    for sport, sub_sport, minutes, speed in legs:
        seconds = 60 * minutes
        yield records(range(seconds), speed, start)
        sessions.append(
            session(
                start, seconds, sport=sport, sub_sport=sub_sport, total_distance=speed * seconds
            )
        )
        start += timedelta(seconds=seconds)
    yield from sessions
    yield activity(start, start + timedelta(hours=1))


RUN = (records(range(601)), session(total_distance=1800.0, avg_heart_rate=151, total_ascent=12))
"""The messages of a run of ten minutes."""


def items(folder: Path, content: bytes) -> list[ImportItem]:
    """Import a file for a person in Berlin."""
    path = folder / "a.fit"
    path.write_bytes(content)
    assert importer.sniff(path.name, content[: 1 << 16])
    return list(importer.read(path, options(zone=BERLIN)))


def drafts(folder: Path, *messages: bytes) -> list[Draft]:
    """Import a file of ``messages`` in which there is nothing to complain of."""
    return only(Draft, items(folder, fit(*messages)))


def draft(folder: Path, *messages: bytes) -> Draft:
    """Import a file that holds one activity."""
    (found,) = drafts(folder, *messages)
    return found
