"""``stride log``: one line becomes an entry, and says how it stands."""

import pytest

from command_line import Stride
from conftest import Golden


@pytest.fixture
def before(stride: Stride) -> Stride:
    """Begin with two runs of 10k, five years ago and last week."""
    return stride.begin(
        "log run 10k 51:46 --on '2021-11-25 8:00' 'Felt like flying.'",
        "log run 10k 50:50 --on '2026-11-19 7:30'",
    )


def test_a_run_says_what_was_understood_and_stands_beside_the_last_and_the_best(
    before: Stride, golden: Golden
) -> None:
    before.type(
        "log run 10k 50:42 +stroller @turkey-trot 'Pushed 50 lb all the way.'",
        "log run 10k 50:45",
        "log run 6.2mi 52:00",
        "log run 7k 38:00",
        "log run 7.1k 38:00",
        "log run 5k",
    )
    golden("log-runs.txt", before.transcript)


def test_a_shift_is_set_beside_the_last_one_by_its_satisfaction(
    stride: Stride, golden: Golden
) -> None:
    stride.type(
        "log shift 8h 29 csat=94 first-reply=14m resolution=22m responses=12 --on yesterday",
        "log shift 31 csat=92% first-reply=12m promoters=10 passives=3 detractors=1 7h45",
        "log shift 1 reopened=1 csat=92",
        "log shift 30",
    )
    golden("log-shifts.txt", stride.transcript)


def test_what_has_no_distance_is_set_beside_the_last_time(stride: Stride, golden: Golden) -> None:
    stride.type(
        "log study 1h30 --on yesterday",
        "log study 45m",
        "log study 1h30",
        "log ride 40k 1:30:00 --gear 'Old Bike' --effort 7",
        "log swim 1500m 30:00",
        "log strength 5 reps=30 volume=1200kg",
        "log extra-mile 'Stayed late to call a customer back.' +customer",
    )
    golden("log-others.txt", stride.transcript)


def test_the_document_of_a_logged_entry(before: Stride, golden: Golden) -> None:
    words = (
        "log",
        "run",
        "10k",
        "50:42",
        "+race",
        "@home",
        "Cold and dark.",
        "effort=8",
        "--gear",
        "Peg",
    )
    before.at("2026-11-26T08:12:00+01:00")
    golden("log.json", before.steady(before.ok(*words, "--note", "Windy.", "--json")))


def test_a_pace_fills_in_what_is_missing(stride: Stride) -> None:
    stride.ok("log", "run", "10k", "5:00/km")
    stride.ok("log", "run", "50:00", "5:00/km")
    stride.ok("log", "ride", "40km", "26km/h")
    stride.ok("log", "swim", "1500m", "2:00/100m")
    values = [entry["values"] for entry in stride.json("list")["entries"]]
    filled = [(round(v["distance"]["value"]), round(v["duration"]["value"])) for v in values]
    assert filled == [(1500, 1800), (40_000, 5538), (10_000, 3000), (10_000, 3000)]


def test_tags_and_places_are_kept_in_small_letters_and_once(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "+Race", "+RACE", "@RiverSide", "+cafe\u0301", "+café", "++c++")
    (entry,) = stride.json("show", "last")["entries"]
    assert (entry["tags"], entry["place"]) == (["c++", "café", "race"], "riverside")


def test_names_of_activities_take_capitals_and_spaces(stride: Stride) -> None:
    stride.ok("log", "RUN", "5k")
    stride.ok("log", " Extra  Mile ")
    activities = [entry["activity"] for entry in stride.json("list")["entries"]]
    assert activities == ["extra-mile", "run"]


def test_notes_from_the_line_and_from_the_option_come_together(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "first words", "--note", "more\nlines", "second words")
    (entry,) = stride.json("show", "1")["entries"]
    assert entry["note"] == "first words\nsecond words\nmore\nlines"


def test_notes_from_several_options_come_together(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "--note", "One.", "--note", "Two.")
    assert stride.json("show", "1")["entries"][0]["note"] == "One.\nTwo."
    stride.ok("edit", "1", "A third.", "--note", "Four.", "--note", "Five.")
    assert stride.json("show", "1")["entries"][0]["note"] == "A third.\nFour.\nFive."


def test_an_empty_note_says_nothing(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "--note", "")
    assert stride.json("show", "1")["entries"][0]["note"] is None


def test_a_note_may_look_like_an_option(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "-- hard going", "- cold", "-wet and windy")
    note = stride.json("show", "1")["entries"][0]["note"]
    assert note == "-- hard going\n- cold\n-wet and windy"


HOSTILE = (
    "[red]bold[/red] \x1b[31mred\x1b[0m\x07 =HYPERLINK('x') <script>alert(1)</script> "
    "\u202edesrever\u202c \x00 \x9b31m %s {0} \\n $(date)"
)


def test_text_is_text(stride: Stride, golden: Golden) -> None:
    stride.at("2026-11-26T08:12:00+01:00")
    stride.ok("log", "run", "5k", "25:00", "--note", HOSTILE, "--gear", "[b]=1+1[/b]", "+<b>")
    shown = {form: stride.ok("show", "1", f"--{form}") for form in ("json", "csv", "markdown")}
    pages = {"show": stride.ok("show", "1"), "list": stride.ok("list"), **shown}
    coloured = stride.ok("--color", "always", "show", "1")
    assert stride.json("show", "1")["entries"][0]["note"] == HOSTILE
    for text in pages.values():
        assert all(line.isprintable() for line in text.splitlines())
    assert "\x1b[31m" not in coloured
    assert "\x07" not in coloured
    golden("hostile-note.txt", stride.steady("\n".join(pages.values())))


def test_a_note_of_100_000_characters_is_kept_and_its_beginning_echoed(stride: Stride) -> None:
    note = "long " * 19_999 + "words"
    out = stride.ok("log", "run", "5k", note)
    assert stride.json("show", "1")["entries"][0]["note"] == note
    assert len(out) < 500
    assert len(stride.ok("list").splitlines()) == 2
    err = stride.refused(2, "log", "run", "5k", "--note", f"{note}!")
    assert err == "stride: The note has 100001 characters; 100000 are the most.\n"


def test_a_line_break_in_a_note_stays_a_line_break(stride: Stride) -> None:
    stride.ok("log", "run", "5k", "--note", "one\ntwo\tthree")
    assert stride.ok("show", "1").endswith("\none\ntwo␉three\n")
