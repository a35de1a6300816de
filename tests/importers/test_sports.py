import pytest

from stridelog.importers._sports import AMBIGUOUS, NAMED_IN_PASSING, sport_in, sport_of


@pytest.mark.parametrize(
    ("labels", "sport"),
    [
        ("Running,running,street_running,track_running,treadmill_running,Outdoor Run", "run"),
        ("Cycling,Biking,road_biking,indoor_cycling,Bike Ride", "ride"),
        ("Swimming,lap_swimming,open_water_swimming,Pool Swim", "swim"),
        ("Walking,casual_walking,speed_walking,Outdoor Walk", "walk"),
        ("Hiking,Hike", "hike"),
        ("mountain_biking,Mountain Biking", "mountain-bike-ride"),
        ("trail_running,Trail Run", "trail-run"),
        ("strength_training,TraditionalStrengthTraining", "strength"),
        ("Other,generic,fitness_equipment", "workout"),
        ("resort_skiing_snowboarding,DownhillSkiing", "alpine-ski"),
        ("yoga", "yoga"),
    ],
)
def test_sports_are_known_by_what_garmin_and_apple_call_them(labels: str, sport: str) -> None:
    assert {sport_of(label) for label in labels.split(",")} == {sport}


@pytest.mark.parametrize(
    ("words", "sport"),
    [
        ("Morning Run", "run"),
        ("Sexta-Feira Corrida Matutina", "run"),
        ("Feierabendrunde: Laufen", "run"),
        ("Sortie vélo", "ride"),
        ("Course à pied le midi", "run"),
        ("Lunch walk with Ann", "walk"),
        ("朝の ランニング", "run"),
    ],
)
def test_a_name_may_name_a_sport(words: str, sport: str) -> None:
    assert sport_in(words) == sport


@pytest.mark.parametrize(
    "words",
    [
        "",
        "🏃",
        "Track 001",
        "Swim, bike and run",
        "Runkeeper",
        "Il giro del lago",
        "Yoga",
        "word " * 50 + "run",
    ],
)
def test_a_name_that_names_none_or_several_tells_nothing(words: str) -> None:
    assert sport_in(words) == ""


def test_every_ambiguous_label_would_tell_a_sport() -> None:
    assert all(sport_of(label) in NAMED_IN_PASSING for label in AMBIGUOUS)
