"""``stride activities``: what can be logged, and how it is measured."""

import pytest

from command_line import Stride
from conftest import Golden


def test_a_new_journal_can_log_what_the_product_promises(stride: Stride, golden: Golden) -> None:
    stride.type("activities", "activities list", "activities show run", "activities show shift")
    golden("activities.txt", stride.transcript)
    assert not stride.journal.exists()


def test_the_document_of_activities(stride: Stride, golden: Golden) -> None:
    golden("activities.json", stride.ok("activities", "list", "--json"))


def test_activities_of_ones_own(stride: Stride, golden: Golden) -> None:
    stride.type(
        "activities add climbing --area fitness --measure routes:count:higher "
        "--measure height:elevation --measure falls:count:lower",
        "log climbing routes=12 height=80m falls=2",
        "log climbing 9",
        "activities add 'Trail Run' --like run --measure falls:count:lower",
        "activities add reading --measure pages:count:higher --measure duration:duration "
        "--measure joy:score:higher --derived pages-per-hour=pages/duration:higher",
        "log reading pages=40 2h joy=8",
        "show last",
        "activities add survey --area work --measure promoters:count --measure detractors:count "
        "--measure passives:count "
        "--derived nps=(promoters-detractors)/(promoters+passives+detractors):x100:higher",
        "log survey promoters=8 passives=1 detractors=1",
        "show last",
        "activities add weighing --area health --measure weight:mass:lower:average:in=kg",
        "log weighing 71.5kg",
        "activities add support --measure answers:count "
        "--measure csat:fraction:higher:by=answers --area 'Help Desk'",
        "activities list",
    )
    golden("activities-own.txt", stride.transcript)


def test_changes_to_activities(stride: Stride, golden: Golden) -> None:
    stride.ok("log", "run", "10k", "50:00")
    stride.type(
        "activities edit run --measure distance:distance:neutral --area health",
        "activities edit run --measure distance:distance:neutral",
        "activities edit run --measure cadence:rate --derived stride=distance/elapsed",
        "activities edit run --rename-measure heart-rate=pulse --rename jog",
        "activities edit jog --retire-measure climb",
        "activities edit jog --restore-measure climb",
        "activities retire jog",
        "activities retire jog",
        "activities edit jog --restore",
        "list jog",
        "activities show jog --markdown",
    )
    golden("activities-changes.txt", stride.transcript)


@pytest.mark.parametrize(
    "definition",
    [
        "rate=(a-b)/(a+b)",
        "rate=(a - b)/(a + b)",
        "rate = a-b / a+b",
        "rate=a -b/b+a",
    ],
)
def test_a_ratio_takes_plus_and_minus_with_or_without_spaces(
    stride: Stride, definition: str
) -> None:
    stride.ok(
        *("activities", "add", "vote", "--measure", "a:count", "--measure", "b:count"),
        *("--derived", definition),
    )
    stride.ok("log", "vote", "a=3", "b=1")
    value = stride.json("show", "1")["entries"][0]["values"]["rate"]["value"]
    assert value == 0.5


def test_a_dash_inside_a_name_is_no_minus(stride: Stride) -> None:
    stride.ok(
        *("activities", "add", "vote", "--measure", "no-show:count", "--measure", "all:count"),
        *("--derived", "present=(all-no-show)/all"),
    )
    stride.ok("log", "vote", "all=4", "no-show=1")
    assert stride.json("show", "1")["entries"][0]["values"]["present"]["value"] == 0.75


def test_a_new_name_takes_the_past_along(stride: Stride) -> None:
    stride.ok("log", "run", "10k", "50:00")
    stride.ok("activities", "edit", "run", "--rename", "jog")
    (entry,) = stride.json("list", "jog")["entries"]
    assert entry["activity"] == "jog"
    assert stride("log", "run", "5k").code == 3


def test_retired_measures_keep_their_values(stride: Stride) -> None:
    stride.ok("log", "run", "10k", "50:00", "climb=20m")
    stride.ok("activities", "edit", "run", "--retire-measure", "climb")
    assert "climb     20 m" in stride.ok("show", "1")


def test_slips_in_definitions_are_explained_and_change_nothing(
    stride: Stride, golden: Golden
) -> None:
    stride.ok("log", "run", "5k")
    before = stride.kept()
    stride.type(
        "activities add",
        "activities add run",
        "activities add 9lives",
        "activities add note",
        "activities add ''",
        "activities add a/b",
        f"activities add {'x' * 41}",
        "activities add x --like rnu",
        "activities add x --area '9 x'",
        "activities add x --measure routes",
        "activities add x --measure ''",
        "activities add x --measure routes:cuont",
        "activities add x --measure routes:count:bigger",
        "activities add x --measure routes:count:in=km",
        "activities add x --measure routes:count:by=x",
        "activities add x --measure part:fraction:by=routes",
        "activities add x --measure effort:count",
        "activities add x --measure a:count --derived r=a",
        "activities add x --measure a:count --derived r=a/b",
        "activities add x --measure a:count --derived r=a/",
        "activities add x --measure a:count --derived r=/a",
        "activities add x --measure a:count --derived r=a/a:x0",
        "activities add x --measure a:count --derived r=a/a:sum",
        "activities add x --measure a:count --measure d:distance --derived 'r=(a+d)/a'",
        "activities edit rnu",
        "activities edit run --measure distance:duration",
        "activities edit run --measure pace:pace",
        "activities edit run --derived distance=climb/duration",
        "activities edit run --rename ride",
        "activities edit run --rename note",
        "activities edit run --rename-measure climb",
        "activities edit run --rename-measure nope=x",
        "activities edit run --rename-measure climb=distance",
        "activities edit run --rename-measure climb=at",
        "activities edit run --retire-measure hart-rate",
        "activities edit run --restore-measure nope",
        "activities retire rnu",
        "activities show",
        "activities show rnu",
        "activities shwo run",
        "activities list run",
    )
    golden("activities-refusals.txt", stride.transcript)
    assert stride.kept() == before


def test_a_measure_can_be_renamed_twice_at_once(stride: Stride) -> None:
    stride.ok("log", "run", "10k", "50:00")
    renamed = ("--rename-measure", "duration=a", "--rename-measure", "a=b")
    stride.ok("activities", "edit", "run", *renamed)
    assert stride.json("show", "last")["entries"][0]["values"]["b"]["value"] == 3000


def test_a_summed_measure_of_a_ratio_cannot_become_an_average(stride: Stride) -> None:
    stride.ok("log", "run", "10k")
    said = stride.refused(2, "activities", "edit", "shift", "--measure", "reopened:count:average")
    assert "as reopen-rate needs" in said


def test_a_new_direction_leaves_the_weight_of_a_measure(stride: Stride) -> None:
    stride.ok("activities", "edit", "shift", "--measure", "csat:fraction:lower")
    (shift,) = stride.json("activities", "show", "shift")["activities"]
    (csat,) = [measure for measure in shift["measures"] if measure["name"] == "csat"]
    assert (csat["direction"], csat["weight"]) == ("lower", "responses")
