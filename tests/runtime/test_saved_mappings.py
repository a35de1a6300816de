"""Mappings that were saved under a name, to be used again and to be shared."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.domain.errors import StrideError
from stridelog.runtime.mappings import (
    LARGEST,
    MappingFileError,
    MappingNameError,
    MappingTakenError,
    NoSuchMappingError,
    SavedMapping,
    load,
    mappings_folder,
    save,
    saved,
    text_of,
)

WATCH = SavedMapping(
    "my-watch", ("date=Start", "activity:=run", "distance=Distance:km"), "What my watch writes"
)


def test_a_mapping_is_found_again_by_its_name(tmp_path: Path) -> None:
    folder = mappings_folder(tmp_path / "config.toml")
    path = save(WATCH, folder)
    assert path == tmp_path / "mappings" / "my-watch.toml"
    assert load("my-watch", folder) == WATCH
    assert saved(folder) == (WATCH,)


def test_a_mapping_is_for_its_owner_to_read(tmp_path: Path) -> None:
    assert save(WATCH, tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_mapping_is_a_file_that_can_be_shared(tmp_path: Path) -> None:
    assert save(WATCH, tmp_path).read_text(encoding="utf-8") == (
        'about = "What my watch writes"\n'
        "map = [\n"
        '  "date=Start",\n'
        '  "activity:=run",\n'
        '  "distance=Distance:km",\n'
        "]\n"
    )


def test_a_mapping_is_loaded_from_any_file(tmp_path: Path) -> None:
    file = tmp_path / "from-a-friend.toml"
    file.write_text('map = ["date=Day"]\nheader = ["Day", "Km"]\n', encoding="utf-8")
    mapping = load(str(file), tmp_path / "nowhere")
    assert mapping == SavedMapping("from-a-friend", ("date=Day",), header=("Day", "Km"))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(TEXTS, min_size=1), TEXTS, st.lists(TEXTS))
def test_whatever_is_in_a_mapping_comes_back(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], about: str, header: list[str]
) -> None:
    mapping = SavedMapping("any", tuple(words), about, tuple(header))
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(text_of(mapping).encode())
    assert load(str(file), file.parent) == mapping


def test_a_mapping_is_not_replaced_by_another(tmp_path: Path) -> None:
    path = save(WATCH, tmp_path)
    assert save(WATCH, tmp_path) == path
    with pytest.raises(MappingTakenError, match='Another mapping is saved as "my-watch"'):
        save(SavedMapping("my-watch", ("date=Day",)), tmp_path)
    assert load("my-watch", tmp_path) == WATCH


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a b", ".x", "x.toml", "x" * 41, "a\0b", "-a"])
def test_a_name_is_no_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(MappingNameError):
        save(SavedMapping(name, ("date=Day",)), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "word", ["my-wach", "x", "", "a b", "none.toml", "./none", "a\0b", "~nobody/x.toml"]
)
def test_a_mapping_that_is_not_there_is_not_found(tmp_path: Path, word: str) -> None:
    save(WATCH, tmp_path)
    with pytest.raises(NoSuchMappingError) as caught:
        load(word, tmp_path)
    near = "Did you mean my-watch?" if "wach" in word else "There is: my-watch."
    assert caught.value.hint == near


def test_without_any_mapping_it_is_told_how_to_save_one(tmp_path: Path) -> None:
    with pytest.raises(NoSuchMappingError) as caught:
        load("watch", tmp_path)
    assert caught.value.hint == "None is saved yet: --save-mapping NAME"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no mapping."),
        (b"map = []", "is no mapping."),
        (b'map = "date=Day"', "is no mapping."),
        (b"map = [1]", "is no mapping."),
        (b'map = ["a=b"]\nheader = "x"', "is no mapping."),
        (b'map = ["a=b"]\nabout = 1', "is no mapping."),
        (b'map = ["a=b"]\nurl = "x"', 'sets "url", which a mapping does not have.'),
        (b"map = [", "is not valid TOML"),
        (b"x = " + b"[" * 9_000, "is not valid TOML"),
        (b"\xff\xfe", "is not text in UTF-8."),
        (b"#" * (LARGEST + 1), "is too large for a mapping."),
    ],
)
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(content)
    with pytest.raises(MappingFileError) as caught:
        load(str(file), tmp_path)
    assert message in caught.value.message
    assert saved(tmp_path) == ()


@pytest.mark.parametrize("path", ["/dev/zero", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(MappingFileError, match="is not a regular file"):
        load(f"{path}/" if path == "." else path, tmp_path)


def test_a_mapping_that_cannot_be_saved_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(MappingFileError, match="cannot be written"):
        save(WATCH, tmp_path / "file")
    with pytest.raises(StrideError, match="bytes that are no text"):
        save(SavedMapping("x", ("date=\udcff",)), tmp_path)
    assert not (tmp_path / "x.toml").exists()
