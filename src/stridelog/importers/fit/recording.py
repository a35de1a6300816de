"""What one FIT file says, gathered: who wrote it, what was recorded, how its activities sum up."""

from dataclasses import dataclass, field

from stridelog.domain.track import Sample, Totals
from stridelog.importers._track import MOST_SAMPLES
from stridelog.importers.fit.messages import TOO_LONG, DamageError, Message, messages, number, word

EPOCH = 631_065_600
"""Midnight of 31 December 1989 in UTC, from which FIT counts seconds."""

ABSOLUTE = EPOCH + 0x10000000
"""Moments before this one (in 1998) count from when a device was switched on, not from 1989."""

NO_TOTALS = Totals()

_DEGREES = 180 / 2**31
_HARDEST = 100
"""The most that a watch can be told how hard it was; 10 is the least that means anything."""


@dataclass(frozen=True, slots=True)
class Session:
    """One activity of a file, as the device sums it up. ``number`` counts from 1.

    ``summed_up`` is false where the file has no summary of it.
    """

    number: int
    sport: str = ""
    sub_sport: str = ""
    start: float | None = None
    end: float | None = None
    totals: Totals = NO_TOTALS
    effort: int | None = None
    summed_up: bool = True


@dataclass(frozen=True, slots=True)
class Length:
    """One length of a pool, swum or rested."""

    start: float
    end: float
    swum: bool


@dataclass(frozen=True, slots=True)
class StrengthSet:
    """One set of an exercise; ``weight`` is in kilograms."""

    at: float
    repetitions: float
    weight: float


@dataclass(slots=True)
class Recording:
    """All of one file. Moments are in seconds of UTC since 1970, or of a clock never set.

    ``before`` is how many activities come before it in a file of several. ``finish`` and
    ``finish_local`` are the same moment in UTC and on the wall. ``pool`` is a length in metres.
    ``timer`` holds when the timer was started (true) and stopped (false). ``timeless`` counts the
    records that do not say when. ``damage`` says why the rest could not be read; empty where all
    was.
    """

    before: int = 0
    kind: str = ""
    maker: str = ""
    serial: int | None = None
    created: float | None = None
    sport: str = ""
    sub_sport: str = ""
    finish: float | None = None
    finish_local: float | None = None
    pool: float | None = None
    sessions: list[Session] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    timer: list[tuple[float, bool]] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    sets: list[StrengthSet] = field(default_factory=list)
    timeless: int = 0
    damage: str = ""


def recording_of(data: bytes, before: int = 0) -> Recording:
    """Gather what one FIT file says, as far as it can be read; ``before`` as in ``Recording``."""
    found = Recording(before)
    try:
        for kind, message in messages(data):
            _TAKE[kind](found, message)
    except DamageError as error:
        found.damage = error.message
    return found


def moment(message: Message, name: str) -> float | None:
    """Return a field that is a moment."""
    seconds = number(message, name)
    return None if seconds is None else seconds + EPOCH


def _take_file(found: Recording, message: Message) -> None:
    serial = number(message, "serial_number")
    found.kind = word(message, "type")
    found.maker = word(message, "manufacturer")
    found.serial = None if serial is None else int(serial)
    found.created = moment(message, "time_created")


def _take_activity(found: Recording, message: Message) -> None:
    found.finish = moment(message, "timestamp")
    found.finish_local = moment(message, "local_timestamp")


def _take_sport(found: Recording, message: Message) -> None:
    """Take what sport it is of a message about that; the last one tells what was done last."""
    found.sport = word(message, "sport")
    found.sub_sport = word(message, "sub_sport")


def _take_lap(found: Recording, message: Message) -> None:
    if not found.sport:
        _take_sport(found, message)


def _take_session(found: Recording, message: Message) -> None:
    rpe = number(message, "workout_rpe") or 0.0
    found.pool = number(message, "pool_length") or found.pool
    found.sessions.append(
        Session(
            found.before + len(found.sessions) + 1,
            word(message, "sport"),
            word(message, "sub_sport"),
            moment(message, "start_time"),
            moment(message, "timestamp"),
            _totals(message),
            effort=int(rpe) // 10 if _HARDEST // 10 <= rpe <= _HARDEST else None,
        )
    )


def _totals(message: Message) -> Totals:
    """Return what a session sums up; what is zero was not measured."""
    pool, lengths = number(message, "pool_length"), number(message, "num_active_lengths")
    return Totals(
        distance=number(message, "total_distance") or (pool or 0.0) * (lengths or 0.0) or None,
        duration=number(message, "total_timer_time") or None,
        elapsed=number(message, "total_elapsed_time") or None,
        climb=number(message, "total_ascent") or None,
        heart_rate=number(message, "avg_heart_rate") or None,
        power=number(message, "avg_power") or None,
    )


def _take_record(found: Recording, message: Message) -> None:
    at = moment(message, "timestamp")
    if at is None:
        found.timeless += 1
        return
    if len(found.samples) == MOST_SAMPLES:
        raise DamageError(TOO_LONG)
    if not found.sport:
        found.sport = word(message, "activity_type")
    found.samples.append(
        Sample(
            at,
            number(message, "distance"),
            _degrees(message, "position_lat", 90.0),
            _degrees(message, "position_long", 180.0),
            number(message, "enhanced_altitude", "altitude"),
            number(message, "heart_rate"),
            number(message, "power"),
        )
    )


def _degrees(message: Message, name: str, most: float) -> float | None:
    semicircles = number(message, name)
    if semicircles is None or abs(semicircles * _DEGREES) > most:
        return None
    return semicircles * _DEGREES


def _take_event(found: Recording, message: Message) -> None:
    at = moment(message, "timestamp")
    kind = word(message, "event_type")
    if at is not None and word(message, "event") == "timer" and kind in _RUNNING:
        found.timer.append((at, _RUNNING[kind]))


_RUNNING = {
    "start": True,
    "stop": False,
    "stop_all": False,
    "stop_disable": False,
    "stop_disable_all": False,
}


def _take_length(found: Recording, message: Message) -> None:
    start = moment(message, "start_time")
    seconds = number(message, "total_elapsed_time", "total_timer_time")
    if start is not None and seconds is not None and len(found.lengths) < MOST_SAMPLES:
        found.lengths.append(Length(start, start + seconds, word(message, "length_type") != "idle"))


def _take_set(found: Recording, message: Message) -> None:
    at = moment(message, "start_time") or moment(message, "timestamp")
    active = message.get("set_type") in {"active", 1}
    if at is not None and active and len(found.sets) < MOST_SAMPLES:
        repetitions = number(message, "repetitions") or 0.0
        found.sets.append(StrengthSet(at, repetitions, number(message, "weight") or 0.0))


_TAKE = {
    "file_id": _take_file,
    "activity": _take_activity,
    "sport": _take_sport,
    "session": _take_session,
    "lap": _take_lap,
    "record": _take_record,
    "event": _take_event,
    "length": _take_length,
    "set": _take_set,
}
