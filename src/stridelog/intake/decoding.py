"""Reading recorded tracks: several at a time, and each only once.

A track takes half a second to decode and a life holds thousands of them. So they are decoded in
as many processes as there are processors, and what came out is kept in the cache folder by what
was in the file: whoever is interrupted, or imports the same folder again, goes on from there.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from hashlib import sha256
from pathlib import Path

from stridelog.domain.account import account, told
from stridelog.domain.entry import Draft, Origin
from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportFileError, ImportItem, ImportOptions, Problem, Remark
from stridelog.intake.recognising import Recognised
from stridelog.runtime.zones import local_zone

FORM = 2
"""Of what is kept; it gets a new number when tracks are worked out differently."""

FEW = 4
"""Files that are sooner decoded than other processes are started, at a tenth of a second each."""

MOST_KEPT = 30_000
"""Tracks that the cache keeps, those asked for last: more than a life holds. A thousand take three
megabytes."""

LARGEST = 1 << 28
"""Bytes that a recording may have; real ones have at most a tenth of that."""

CHUNK = 1 << 20
"""Bytes that are read at a time to tell a file by its content."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What is in one track file, or why nothing is."""

    items: Sequence[ImportItem]
    refused: str = ""
    hint: str = ""


def decoded(
    tracks: Sequence[Recognised], options: ImportOptions, cache: Path
) -> Iterator[tuple[Recognised, Decoded]]:
    """Give what is in each file, in the order of the files."""
    if len(tracks) <= FEW:
        for track in tracks:
            yield track, decode(track, options, cache)
        return
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial
    from multiprocessing import active_children, get_context

    _forget_oldest(cache)
    here = not _can_be_sent(options.zone)
    sent = replace(options, zone=UTC) if here else options
    work = partial(_decode_elsewhere, options=sent, cache=cache, here=here)
    # A forked process would share the journal's connection, which SQLite forbids.
    pool = ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _end_with_parent)
    with _one_interrupt():
        try:
            with _interrupts_left_to_this_process():
                found = pool.map(work, tracks)
            yield from zip(tracks, found, strict=True)
        except BaseException:
            for process in active_children():  # nobody waits for what they are at
                process.terminate()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _end_with_parent() -> None:
    """Let this process end when the one that started it does, even where that was killed."""
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    assert parent is not None  # noqa: S101 (it is called in such processes only)

    def wait() -> None:
        parent.join()
        os._exit(1)

    Thread(target=wait, daemon=True).start()


@contextmanager
def _one_interrupt() -> Iterator[None]:
    """Hear Ctrl-C once: who presses it again does not keep the processes from being ended."""
    import signal

    def interrupted(*_signal: object) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _interrupts_left_to_this_process() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it ends the program once, and in one place."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def decode(track: Recognised, options: ImportOptions, cache: Path) -> Decoded:
    """Return what is in a file: from the cache, if it was decoded before."""
    try:
        kept = cache / f"{_key(track, options)}.json"
        if (known := _kept(kept)) is not None:
            return known
        items = tuple(track.read(options))
    except StrideError as error:
        return Decoded((), error.message, error.hint)
    except OSError as error:
        return Decoded((), f"{track.file} cannot be read: {error.strerror}.")
    found = Decoded(items)
    _keep(kept, found)
    return found


def _can_be_sent(zone: tzinfo) -> bool:
    """Tell whether a zone can go to another process; one whose rules come from a file cannot."""
    import pickle

    try:
        pickle.dumps(zone)
    except pickle.PicklingError:
        return False
    return True


def _decode_elsewhere(
    track: Recognised, options: ImportOptions, cache: Path, *, here: bool
) -> Decoded:
    """Decode in another process: ``here`` says that the zone is the computer's own."""
    return decode(track, replace(options, zone=local_zone()) if here else options, cache)


def _offsets(zone: tzinfo) -> tuple[object, ...]:
    """Return what tells a zone: its name says nothing where it is that of a computer."""
    days = (datetime(year, month, 1) for year in range(1980, 2030, 5) for month in (1, 7))  # noqa: DTZ001 (local)
    return tuple(day.replace(tzinfo=zone).utcoffset() for day in days)


def _key(track: Recognised, options: ImportOptions) -> str:
    """Return what tells a file and the way that it is read from all others."""
    content = sha256(repr((FORM, track.importer, _offsets(options.zone))).encode())
    with track.file.open("rb") as file:
        while chunk := file.read(CHUNK):
            content.update(chunk)
            if file.tell() > LARGEST:
                raise ImportFileError(f"{track.file} is larger than any recording.")
    return content.hexdigest()


def _forget_oldest(cache: Path) -> None:
    """Take out of the cache what was not asked for in a long time, where it holds too much."""
    try:
        found = sorted(cache.iterdir(), key=lambda kept: kept.stat().st_mtime)
        for kept in found[: max(0, len(found) - MOST_KEPT)]:
            kept.unlink()
    except OSError:
        return


def _keep(kept: Path, found: Decoded) -> None:
    """Keep what is in a file; a cache that cannot be written is no reason to stop."""
    rows: list[dict[str, object]] = []
    for item in found.items:
        if isinstance(item, Draft):
            origins = [[origin.source, origin.key] for origin in item.origins]
            rows.append({"told": told(item), "origins": origins, "row": item.row})
        elif isinstance(item, Problem):
            rows.append({"row": item.row, "reason": item.reason})
        elif isinstance(item, Remark):
            rows.append({"remark": item.text})
        else:
            return
    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = kept.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(rows), encoding="utf-8")
        unfinished.replace(kept)
    except OSError:
        return


def _kept(kept: Path) -> Decoded | None:
    try:
        rows = json.loads(kept.read_text(encoding="utf-8"))
        found = Decoded(tuple(map(_item, rows))) if isinstance(rows, list) else None
    except (OSError, ValueError, KeyError, TypeError, AssertionError):
        return None
    with suppress(OSError):
        kept.touch()
    return found


def _item(row: dict[str, object]) -> ImportItem:
    if "reason" in row:
        return Problem(int(str(row["row"])), str(row["reason"]))
    if "remark" in row:
        return Remark(str(row["remark"]))
    origins = tuple(Origin(*pair) for pair in row["origins"])  # type: ignore[attr-defined]
    found = account(replace(origins[0], told=str(row["told"])))
    assert found is not None  # noqa: S101 (what it told stands there)
    number = row["row"]
    return replace(found.draft, origins=origins, row=number if isinstance(number, int) else None)
