import pytest

from stridelog.domain.additions import UnknownAdditionError, load, names


def test_additions_are_the_modules_of_a_package() -> None:
    assert names("stridelog.importers") == ("mapped_csv", "strava", "stride_csv", "stride_json")
    assert names("stridelog.exporters") == ("csv", "json")


def test_an_addition_is_loaded_by_its_name() -> None:
    assert load("stridelog.exporters", "json").__name__ == "stridelog.exporters.json"


@pytest.mark.parametrize("name", ["xlsx", "", "_text", "../json", "json.write"])
def test_an_unknown_addition_is_named_with_those_that_there_are(name: str) -> None:
    with pytest.raises(UnknownAdditionError) as caught:
        load("stridelog.exporters", name)
    assert caught.value.message == f'"{name}" is not known here.'
    assert caught.value.hint == "There is: csv, json."
    assert caught.value.exit_code == 2
