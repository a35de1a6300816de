from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridelog.importers import _sports, strava
from stridelog.importers._names import kebab
from stridelog.importers._sports import on_wheels, sport_of


@pytest.mark.parametrize(
    ("labels", "sport"),
    [
        ("Run,Lauf,Course à pied,Carrera,Hardloopsessie,Běh,Corsa,Corrida,ランニング,跑步", "run"),
        ("Ride,Radfahrt,Vélo,Bicicleta,Rit,Fietsrit,Jízda,ライド,骑行", "ride"),
        ("Swim,Schwimmen,Natation,Natación,Zwemmen,Nuoto,Uinti", "swim"),
        ("Walk,Spaziergang,Marche,Caminata,Wandeling,Camminata", "walk"),
        ("Hike,Wanderung,Randonnée,Senderismo,Vandring", "hike"),
        ("Weight Training,WeightTraining,Krafttraining,Entraînement aux poids", "strength"),
        ("Workout,Training,Entraînement,Entrenamiento", "workout"),
        ("Virtual Ride,VirtualRide,Virtuelle Radfahrt,Pedalada virtual", "virtual-ride"),
        ("Nordic Ski,NordicSki,Langlauf,Ski de fond", "nordic-ski"),
        ("E-Bike Ride,EBikeRide,E-Bike-Fahrt", "e-bike-ride"),
        ("Kitesurf", "kitesurf"),
        ("Stand Up Paddling", "stand-up-paddling"),
    ],
)
def test_activities_are_known_in_every_language(labels: str, sport: str) -> None:
    assert {sport_of(label) for label in labels.split(",")} == {sport}


def test_a_type_that_is_not_known_keeps_its_name() -> None:
    assert sport_of("Fútbol  sala") == "fútbol-sala"
    assert sport_of("🤸") == ""


def test_decomposed_letters_are_the_same_letters() -> None:
    assert sport_of("Course a\N{COMBINING GRAVE ACCENT} pied") == "run"


def test_power_belongs_to_what_has_wheels() -> None:
    assert all(map(on_wheels, ["ride", "virtual-ride", "e-bike-ride", "velomobile"]))
    assert not any(map(on_wheels, ["run", "swim", "bride"]))


def test_every_label_is_listed_once_and_as_it_is_looked_up() -> None:
    table = Path(_sports.__file__).with_name("_sports.txt").read_text(encoding="utf-8")
    lines = [line for line in table.splitlines() if not line.endswith(":") and line[:1] != "#"]
    labels = [label for line in lines for label in line.split()]
    assert len(labels) == len(set(labels))
    assert [kebab(label) for label in labels] == labels


def test_every_month_name_means_one_month() -> None:
    table = Path(strava.__file__).with_name("months.txt").read_text(encoding="utf-8")
    languages = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
    assert {len(months) for months in languages} == {12}
    meant: dict[str, int] = {}
    for months in languages:
        for number, names in enumerate(months, start=1):
            for name in names.split("/"):
                assert meant.setdefault(name, number) == number, name


@given(st.text())
def test_names_are_made_once(text: str) -> None:
    name = kebab(text)
    assert kebab(name) == name
    assert not name.startswith("-")
    assert " " not in name
