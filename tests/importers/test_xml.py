import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from stridelog.domain.importing import ImportFileError
from stridelog.importers._xml import child, nodes, root_of, text_of
from stridelog.importers._xml.tree import (
    DEEPEST,
    LARGEST_ELEMENT,
    MOST_INSIDE,
    MOST_NAMES,
)

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
BOMB = (
    '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;">]>'
    "<a><b>&z;</b></a>"
)


def saved(folder: Path, content: str | bytes) -> Path:
    path = folder / "a.xml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def names(folder: Path, content: str | bytes, skip_to: bytes = b"") -> list[str]:
    found = nodes(saved(folder, content), whole=("b",), outer=("a",), skip_to=skip_to)
    return [f"/{node.name}" if node.ended else node.name for node in found]


def refusal(folder: Path, content: str | bytes, skip_to: bytes = b"") -> str:
    with pytest.raises(ImportFileError) as caught:
        names(folder, content, skip_to)
    assert caught.value.message.endswith(".")
    return caught.value.message.removeprefix(f"{folder / 'a.xml'} ")


def test_whole_elements_come_once_and_outer_ones_twice(tmp_path: Path) -> None:
    assert names(tmp_path, "<a><b/><c><b><b/></b></c></a>") == ["a", "/b", "/b", "/a"]


def test_a_whole_element_has_all_that_is_in_it(tmp_path: Path) -> None:
    path = saved(tmp_path, '<a x="1"><b y="2"><c>3<d> 4 </d></c><n:e xmlns:n="u">5</n:e></b></a>')
    outer, inner, _ = nodes(path, whole=("b",), outer=("a",))
    assert (outer.element.get("x"), inner.element.get("y")) == ("1", "2")
    assert text_of(inner.element, "c", "d") == "4"
    assert text_of(inner.element, "e") == "5"
    assert text_of(inner.element, "c", "x") == ""
    assert child(inner.element, "d") is None


def test_namespaces_make_no_difference(tmp_path: Path) -> None:
    assert names(tmp_path, '<n:a xmlns:n="u"><n:b/></n:a>') == ["a", "/b", "/a"]
    assert names(tmp_path, '<a xmlns="u"><b/></a>') == ["a", "/b", "/a"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?><a><b>Übung</b></a>'
    path = saved(tmp_path, text.encode(encoding))
    (found,) = nodes(path, whole=("b",))
    assert found.element.text == "Übung"
    assert root_of(path.read_bytes()) == "a"


def test_what_programs_write_and_xml_forbids_is_put_up_with(tmp_path: Path) -> None:
    assert names(tmp_path, f" \r\n {DECLARATION}<a><b>x\x0b\x01</b></a>") == ["a", "/b", "/a"]
    assert root_of(f"\n{DECLARATION}<a>".encode()) == "a"


def test_what_stands_before_the_content_can_be_skipped(tmp_path: Path) -> None:
    broken = f"{DECLARATION}<!DOCTYPE a [<!ELEMENT broken>{'x' * 300_000}]><a><b/></a>"
    assert refusal(tmp_path, broken) == "is no text in XML."
    assert names(tmp_path, broken, b"<a>") == ["a", "/b", "/a"]
    assert refusal(tmp_path, broken, b"<nowhere") == "has no <nowhere in it."


@pytest.mark.parametrize("shift", range(5))
def test_what_is_skipped_to_may_lie_across_two_chunks(tmp_path: Path, shift: int) -> None:
    content = "x" * ((1 << 18) - shift) + "<a><b/></a>"
    assert names(tmp_path, content, b"<a>") == ["a", "/b", "/a"]


def test_a_document_type_without_entities_is_fine(tmp_path: Path) -> None:
    text = '<!DOCTYPE a [<!ELEMENT a (b*)><!ATTLIST b c CDATA "d">]><a><b/></a>'
    assert names(tmp_path, text) == ["a", "/b", "/a"]


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    reason = "is not read. It declares entities of its own, which no journal needs."
    assert refusal(tmp_path, BOMB) == reason
    outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><b>&x;</b></a>'
    assert refusal(tmp_path, outside) == reason
    parameter = '<!DOCTYPE a [<!ENTITY % x "<!ELEMENT b ANY>"> %x;]><a/>'
    assert refusal(tmp_path, parameter) == reason
    assert root_of(BOMB.encode()) == "a"  # as it is announced: so it is refused by who knows it
    assert refusal(tmp_path, BOMB.encode("utf-16")) == reason


def test_a_default_that_grows_a_file_is_refused(tmp_path: Path) -> None:
    text = f'<!DOCTYPE a [<!ATTLIST b c CDATA "{"d" * 5_000}">]><a>{"<b/>" * 100}</a>'
    assert "document type is larger" in refusal(tmp_path, text)


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    deep = "<a>" * DEEPEST
    assert "nested" in refusal(tmp_path, f"{deep}<a>")
    assert names(tmp_path, deep + "</a>" * DEEPEST)[:2] == ["a", "a"]
    assert "nested" in refusal(tmp_path, "<b>" * 1_000_000)


def test_children_without_number_are_refused(tmp_path: Path) -> None:
    children = "<c/>" * (MOST_INSIDE + 10)
    assert "inside" in refusal(tmp_path, f"<a><b>{children}</b></a>")
    assert names(tmp_path, f"<a>{children}</a>") == ["a", "/a"]


def test_names_without_number_are_refused(tmp_path: Path) -> None:
    many = "".join(f"<n{n}/>" for n in range(MOST_NAMES + 1))
    assert "names of elements" in refusal(tmp_path, f"<a>{many}</a>")
    many = "".join(f'<b n{n}=""/>' for n in range(MOST_NAMES + 1))
    assert "names of elements" in refusal(tmp_path, f"<a>{many}</a>")


def test_ten_megabytes_of_text_are_read_like_any_other(tmp_path: Path) -> None:
    path = saved(tmp_path, f"<a><b>{'x' * 10_000_000}</b></a>")
    (found,) = nodes(path, whole=("b",))
    assert len(found.element.text or "") == 10_000_000


@pytest.mark.parametrize(
    ("start", "filler"),
    [
        ("<a><b>", "x" * 1_000),
        ("<a>", "x" * 1_000),
        ('<a><b c="', "x" * 1_000),
        ("<a><!--", "x" * 1_000),
        ("<a>", "<!-- x -->" * 100),
        ("<a", "b" * 1_000),
        ("<a><![CDATA[", "x" * 1_000),
    ],
)
def test_an_element_that_swallows_the_file_is_given_up_on(
    tmp_path: Path, start: str, filler: str
) -> None:
    path = tmp_path / "a.xml"
    with path.open("w") as file:
        file.write(start)
        for _ in range(2 * LARGEST_ELEMENT // 1_000):
            file.write(filler)
    with pytest.raises(ImportFileError, match=r"larger than 16 MB\."):
        list(nodes(path, whole=("b",), outer=("a",)))


def test_a_large_file_is_read_in_little_memory(tmp_path: Path) -> None:
    record = f'<b c="{"x" * 500}"><d>{"y" * 500}</d></b><e><f g="1"/></e>\n'
    path = saved(tmp_path, f"<a>{record * 20_000}</a>")
    tracemalloc.start()
    try:
        count = sum(1 for _ in nodes(path, whole=("b",)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty."),
        (b"  \n", "is empty."),
        (b"\xef\xbb\xbf", "is empty."),
        (b"text", "is no text in XML."),
        (b"\x1f\x8b\x08abc", "is no text in XML."),
        (b"<a><b></a>", "is not well-formed XML: see line 1."),
        (b"<a>\n\xe4</a>", "is not well-formed XML: see line 2."),
        (b"<a>\n<b>&auml;</b></a>", "is not well-formed XML: see line 2."),
        (b"<a/><a/>", "is not well-formed XML: see line 1."),
        (b"<a>\n<b>", "is cut off: it stops in line 2."),
        (b"<a>\n<b", "is cut off: it stops in line 2."),
        (b'<?xml version="1.0" encoding="x-9"?><a/>', "is no text in XML."),
        ("<a/>".encode("utf-32"), "is no text in XML."),
    ],
)
def test_what_is_no_xml_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert refusal(tmp_path, content) == reason


@pytest.mark.parametrize("content", [b"<a/>\0", b"<a>\0</a>", b"\0" * 100])
def test_a_nul_spoils_the_file(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path, content).startswith("has NUL bytes in it: it is not a text file")


def test_a_file_that_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    def read(path: Path) -> Iterator[object]:
        return nodes(path, whole=("b",))

    for path in (tmp_path, tmp_path / "none", Path("/dev/null")):
        with pytest.raises(ImportFileError):
            list(read(path))


@pytest.mark.parametrize("head", [b"", b"<", b"text", b"\0", b"<?xml", b"<!DOCTYPE a", b"\xff\xfe"])
def test_a_beginning_without_an_element_has_no_root(head: bytes) -> None:
    assert root_of(head) == ""
