"""``stride search``: entries by the words of notes, tags and places."""

import json

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def words(stride: Stride) -> Stride:
    """Nine entries whose words are hard to find."""
    return stride.begin(
        "log run 1k 'Straße im Café, naïve Führung' +Schnee @Zürich",
        "log run 2k 'AND OR NOT NEAR quick brown'",
        "log run 3k 'quotes \"inside\" and * star ( paren' +a-b",
        "log run 4k '🏃‍♀️ emoji run 東京マラソン done'",
        'log run 5k "it\'s C++ and C# at 100% foo:bar note:x"',
        "log ride 6k 'quick descent' --on 2026-11-20 +race",
        "log run 7k 'nothing of note' --on 2026-11-21 @river-side",
        "log run 8k '[red]marked[/red] <b>up</b> =1+1'",
        "log extra-mile 'кофе для коллеги' +étape",
    )


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("straße", [1]),
        ("STRASS", []),
        ("cafe", [1]),
        ("CAFÉ", [1]),
        ("naïv", [1]),
        ("fuhr", [1]),
        ("schnee", [1]),
        ("+schnee", [1]),
        ("zur", [1]),
        ("@zürich", [1]),
        ("AND", [5, 3, 2]),
        ("OR", [2]),
        ("NOT", [5, 2, 7]),
        ("NEAR", [2]),
        ("quick NOT brown", [2]),
        ("quick brown", [2]),
        ("brown quick", [2]),
        ("quick -brown", [2]),
        ('"brown quick"', [2]),
        ("quick", [2, 6]),
        ('quick"', [2, 6]),
        ("qu*", [3, 2, 6]),
        ("^quick", [2, 6]),
        ("{quick", [2, 6]),
        ("(quick", [2, 6]),
        ("inside", [3]),
        ("a-b", [3]),
        ("C++", [5, 1]),
        ("C#", [5, 1]),
        ("100%", [5]),
        ("foo:bar", [5]),
        ("note:x", [5]),
        ("note:quick", []),
        ("it's", [5]),
        ("東京", [4]),
        ("КОФЕ", [9]),
        ("etape", [9]),
        ("river", [7]),
        ("side", [7]),
        ("river-side", [7]),
        ("red", [8]),
        ("marked up", [8]),
        ("NEAR(quick brown)", [2]),
        ("quick brown fox", []),
    ],
)
def test_a_word_is_a_word_and_no_operator(words: Stride, sought: str, found: list[int]) -> None:
    document = json.loads(words.ok("search", "--json", "--", sought))
    assert [entry["number"] for entry in document["entries"]] == found
    assert document["total"] == len(found)


def test_several_words_may_stand_apart(words: Stride) -> None:
    apart = words.json("search", "brown", "quick")["entries"]
    assert apart == words.json("search", "quick brown")["entries"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--activity", "ride"), [6]),
        (("--tag", "race"), [6]),
        (("--not-tag", "race"), [2]),
        (("--since", "2026-11-21"), [2]),
        (("--period", "2026-11-20"), [6]),
        (("--place", "home"), []),
        (("--limit", "1"), [2]),
    ],
)
def test_a_search_can_be_narrowed(
    words: Stride, filters: tuple[str, ...], found: list[int]
) -> None:
    entries = words.json("search", "quick", *filters)["entries"]
    assert [entry["number"] for entry in entries] == found


def test_words_follow_what_becomes_of_the_entry(words: Stride) -> None:
    words.ok("edit", "2", "--note", "slow green")
    assert words.json("search", "brown")["total"] == 0
    assert words.json("search", "green")["total"] == 1
    words.ok("delete", "2")
    assert words.json("search", "green")["total"] == 0
    words.ok("undo")
    words.ok("undo")
    assert words.json("search", "brown")["total"] == 1


def test_what_was_found_stands_in_rows(words: Stride, golden: Golden) -> None:
    words.type(
        "search quick",
        "search quick --limit 1",
        "search 東京",
        "search zebra",
        "search quick --tag snow",
        "search zebra --json",
        "search",
        "search ''",
        "search '*'",
        "search '\"'",
        "search 🏃",
        "search quick --limit none",
        "search quick --activity rnu",
    )
    golden("search.txt", words.transcript)


def test_nothing_is_found_in_an_empty_journal(stride: Stride) -> None:
    assert stride.ok("search", "quick") == "No entry holds quick.\n"
