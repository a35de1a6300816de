"""The files behind a path: on disk, in folders, in zips, packed by gzip."""

import gzip
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from stridelog.domain.errors import StrideError
from stridelog.domain.importing import ImportFileError, SourceFile
from stridelog.intake import files
from stridelog.intake.files import NoSuchFileError, files_at


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def content(file: SourceFile) -> bytes:
    with file.open("rb") as opened:
        return opened.read()


def found(path: Path) -> dict[str, bytes]:
    return {file.name: content(file) for file in files_at(path)}


def test_a_file_is_itself(tmp_path: Path) -> None:
    path = tmp_path / "runs.csv"
    path.write_bytes(b"date\n")
    assert list(files_at(path)) == [path]


def test_gzip_is_taken_off_by_content_not_by_name(tmp_path: Path) -> None:
    path = tmp_path / "run.fit.gz"
    path.write_bytes(gzip.compress(b"track"))
    assert found(path) == {"run.fit": b"track"}
    plain = tmp_path / "folder" / "plain.csv.gz"
    plain.parent.mkdir()
    plain.write_bytes(b"date\n")
    assert found(plain) == {"plain.csv.gz": b"date\n"}


def test_a_folder_gives_its_files_in_order_and_hides_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.csv", "a/z.gpx", "a/.DS_Store", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    assert [str(file) for file in files_at(tmp_path)] == [
        str(tmp_path / "b.csv"),
        str(tmp_path / "a/z.gpx"),
    ]


def test_a_zip_gives_what_is_in_it(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "export.zip",
        {
            "activities.csv": b"id\n",
            "activities/1.fit.gz": gzip.compress(b"track"),
            "__MACOSX/activities.csv": b"junk",
            "activities/": b"",
        },
    )
    assert found(path) == {"activities.csv": b"id\n", "1.fit": b"track"}
    assert next(str(file) for file in files_at(path)) == f"{path}/activities.csv"


def test_a_member_can_be_read_twice_and_from_its_beginning_again(tmp_path: Path) -> None:
    (member,) = files_at(zipped(tmp_path / "e.zip", {"a.csv": b"0123456789" * 10_000}))
    assert content(member) == content(member)
    with member.open("rb") as opened:
        assert opened.read(3) == b"012"
        opened.seek(0)
        assert opened.read(4) == b"0123"


def test_names_that_lead_out_of_a_zip_lead_nowhere(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = zipped(inside / "slip.zip", {"../../evil.csv": b"x", "/etc/passwd": b"y"})
    assert sorted(found(path).values()) == [b"x", b"y"]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["inside", "slip.zip"]


@pytest.mark.parametrize("name", ["bomb.gz", "bomb.zip"])
def test_a_bomb_is_refused_while_it_is_read(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ORDINARY", 1 << 20)
    zeros = bytes(1 << 24)
    path = tmp_path / name
    if name.endswith("gz"):
        path.write_bytes(gzip.compress(zeros))
    else:
        zipped(path, {"zeros.csv": zeros})
    with pytest.raises(ImportFileError, match="200 times its size"):
        found(path)


def test_what_lies_about_its_size_is_refused_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ORDINARY", 1 << 20)
    path = zipped(tmp_path / "liar.zip", {"inner.gz": gzip.compress(bytes(1 << 24))})
    with pytest.raises(ImportFileError, match="200 times its size"):
        found(path)


def test_every_beginning_of_a_zip_and_a_gzip_is_read_or_refused(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "whole.zip", {"a.csv": b"date\n" * 20, "b.csv.gz": b"no gzip"})
    for name, data in (("zip", whole.read_bytes()), ("gz", gzip.compress(b"date\n" * 20))):
        for end in range(len(data)):
            path = tmp_path / f"{end}.{name}"
            path.write_bytes(data[:end])
            with suppress(StrideError):
                found(path)


def test_a_locked_zip_says_so(tmp_path: Path) -> None:
    path = zipped(tmp_path / "locked.zip", {"a.csv": b"date\n"})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)
    with pytest.raises(ImportFileError, match="password"):
        found(path)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        list(files_at(tmp_path / "no.csv"))
    with pytest.raises(ImportFileError):
        list(files_at(Path("a\0b")))
