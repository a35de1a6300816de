import pytest

from stridelog.domain.additions import UnknownAdditionError, load, names


def test_additions_are_the_modules_of_a_package() -> None:
    found = names("stridelog.importers")
    assert {"apple_health", "fit", "mapped", "strava", "stride_json"} <= set(found)
    assert not [name for name in found if name.startswith("_")]
    assert names("stridelog.exporters") == ("csv", "ical", "json", "jsonl", "markdown")


def test_an_addition_is_loaded_by_its_name() -> None:
    assert load("stridelog.exporters", "json").__name__ == "stridelog.exporters.json"


@pytest.mark.parametrize("name", ["xlsx", "", "_text", "../json", "json.write"])
def test_an_unknown_addition_is_named_with_those_that_there_are(name: str) -> None:
    with pytest.raises(UnknownAdditionError) as caught:
        load("stridelog.exporters", name)
    assert caught.value.message == f'"{name}" is not known here.'
    assert caught.value.hint == "There is: csv, ical, json, jsonl, markdown."
    assert caught.value.exit_code == 2
