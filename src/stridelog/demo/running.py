"""What a run was like: its pace, its circumstances, what the watch and the shoes say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stridelog.demo.chance import Bag, Chance, along
from stridelog.demo.civil_time import DAYS_A_YEAR, SATURDAY, at_minute
from stridelog.demo.life import STROLLER_SINCE, Life, monday_of
from stridelog.demo.scene import Scene
from stridelog.demo.training import Session, sessions
from stridelog.domain.circumstances import HARDEST
from stridelog.domain.entry import Draft

_PACE_OF_TEN = (
    (0, 303.4), (0.2, 304), (1.5, 305.5), (2.3, 306), (2.5, 303), (3, 304.5), (4, 307.5),
    (5, 310.5), (5.25, 312), (5.5, 320), (6, 338),
)  # fmt: skip
"""Seconds per kilometre by years ago. It falls by 7 in five years, child and stroller included."""

_STILL_INJURED = ((0, 34), (0.06, 22), (0.2, 9), (0.45, 0))
"""Seconds per kilometre that the ankle costs, by years since the comeback."""

_HOW_IT_WENT = (-3, -2.5, -2, -1, -0.5, 0.5, 1, 2.5, 5)
"""Seconds per kilometre beside the usual; in the long run they come to nothing."""

_COST = {"snow": 5.0, "stroller": 1.0, "rain": 1.0, "treadmill": 0.0}
"""Seconds per kilometre."""

_CLIMB = {
    "riverside": 3, "park": 7, "canal": 2, "forest": 15, "turkey-trot": 9, "city-marathon": 4,
}  # fmt: skip
"""Metres per kilometre; elsewhere it is flat."""

_PAVED = ("riverside", "riverside", "park")
"""Where the stroller goes."""

_PAIRS = (
    "Pegasus 36", "Ghost 12", "Pegasus 37", "Pegasus 37 (blue)", "Ghost 13", "Pegasus 38",
    "Ride 14", "Ghost 14", "Pegasus 39", "Ride 15", "Pegasus 39 (green)", "Ghost 15",
    "Pegasus 40", "Ride 16", "Pegasus 41", "Ghost 16",
)  # fmt: skip
_METRES_A_PAIR = 700_000

_HEART = ((0, -2), (6, 4))
"""Beats per minute beside the usual, by years ago: fitness."""

_WITHOUT_STRAP = 0.06
_WINTER = {12, 1, 2}


def runs(life: Life) -> Iterator[Scene]:
    """Give the runs of a life in the order of their days."""
    chance = Chance(10_000)
    runner = _Runner(life, Chance(42_195))
    return (runner.run(day, session) for day, session in sessions(life, chance))


@dataclass(frozen=True, slots=True)
class _Course:
    """What a session came upon: the day, what came along, where, and how far in metres."""

    day: date
    session: Session
    tags: tuple[str, ...]
    place: str
    metres: int

    @property
    def harder(self) -> int:
        """1 where it was harder than such a session is, else 0."""
        return int(bool(self.session.open_to) and not {"stroller", "snow"}.isdisjoint(self.tags))

    @property
    def about(self) -> str:
        """What there is to say about it: what came along, else what kind of run it was."""
        came = (tag for tag in self.tags if self.session.open_to and tag in _COST)
        return next(came, self.session.about)


class _Runner:
    """Runs one session after the other."""

    def __init__(self, life: Life, chance: Chance) -> None:
        self._life = life
        self._chance = chance
        self._form: dict[str, Bag[float]] = {}
        self._shoes = _Shoes(chance)
        self._week = (life.first, False)

    def run(self, day: date, session: Session) -> Scene:
        """Return what became of a session."""
        course = self._course(day, session)
        gear, new = self._shoes.run(course.metres)
        draft = Draft(
            activity="run",
            at=at_minute(day, self._minute(course)),
            measurements=self._measurements(course),
            tags=course.tags,
            place=course.place,
            gear=gear,
            effort=self._effort(course),
            note=session.note,
        )
        plain = course.about == session.about
        return Scene("new shoes" if new and plain else course.about, draft)

    def _course(self, day: date, session: Session) -> _Course:
        tags = (*session.tags, *self._circumstances(day, session))
        metres = round(self._chance.between(*session.metres))
        place = self._chance.one_of(session.places)
        if "treadmill" in tags:
            return _Course(day, session, tags, "gym", round(metres, -3))
        if "stroller" in tags and session.open_to:
            place = self._chance.one_of(_PAVED)
        return _Course(day, session, tags, place, metres)

    def _circumstances(self, day: date, session: Session) -> tuple[str, ...]:
        """Return what comes along by chance: at most one thing."""
        stroller = self._life.years_ago(day) < STROLLER_SINCE and self._chance.happens(0.5)
        snow = self._snows(day)
        possible = {
            "snow": snow and self._chance.happens(0.7),
            "treadmill": day.month in _WINTER and self._chance.happens(0.25 if snow else 0.08),
            "stroller": stroller and not snow,
            "rain": self._chance.happens(0.1),
        }
        came = (name for name, comes in possible.items() if comes and name in session.open_to)
        return tuple(came)[:1]

    def _snows(self, day: date) -> bool:
        monday = monday_of(day)
        if monday != self._week[0]:
            self._week = (monday, self._chance.happens(0.25))
        return self._week[1] and day.month in _WINTER

    def _minute(self, course: _Course) -> float:
        """Return when it began: in minutes after midnight."""
        tags = course.tags
        if course.day.weekday() >= SATURDAY or "race" in tags:
            return self._chance.between(8 * 60 + 15, 10 * 60 + 15)
        if "stroller" in tags or "treadmill" in tags or self._chance.happens(0.6):
            return self._chance.between(17 * 60 + 20, 19 * 60 + 5)
        return self._chance.between(6 * 60, 6 * 60 + 35)

    def _measurements(self, course: _Course) -> dict[str, float]:
        seconds = round(self._pace(course) * course.metres / 1_000)
        found = {
            "distance": float(course.metres),
            "duration": float(seconds),
            "elapsed": float(seconds + round(self._stops(course))),
        }
        if course.place in _CLIMB:
            climb = self._chance.about(_CLIMB[course.place], _CLIMB[course.place] / 4)
            found["climb"] = float(round(climb * course.metres / 1_000))
        if not self._chance.happens(_WITHOUT_STRAP):
            usual = course.session.heart_rate + along(_HEART, self._life.years_ago(course.day))
            found["heart-rate"] = float(round(self._chance.about(usual + 3 * course.harder, 6)))
        return found

    def _pace(self, course: _Course) -> float:
        """Return the pace in seconds per kilometre."""
        session, day = course.session, course.day
        pace = along(_PACE_OF_TEN, self._life.years_ago(day)) + session.slower
        since_injury = (day - self._life.comeback.first).days / DAYS_A_YEAR
        if since_injury >= 0:
            pace += along(_STILL_INJURED, since_injury)
        if session.open_to:
            pace += sum(_COST.get(tag, 0.0) for tag in course.tags)
        form = self._form.setdefault(session.about, Bag(_HOW_IT_WENT, self._chance))
        return pace + form.draw() * session.spread

    def _stops(self, course: _Course) -> float:
        """Return the seconds of standing still: traffic lights, ducks."""
        if "race" in course.tags or course.place not in _CLIMB:
            return 0.0
        stops = 5 * self._chance.between(0, course.metres / 1_000)
        return stops + self._chance.between(20, 240) if "stroller" in course.tags else stops

    def _effort(self, course: _Course) -> int | None:
        if self._chance.happens(0.2):
            return None
        effort = self._chance.about(course.session.effort + course.harder, 1.2)
        return min(HARDEST, max(1, round(effort)))


class _Shoes:
    """The pair that is worn, until it has run its kilometres."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._pairs = iter(_PAIRS)
        self._pair = ""
        self._left = 0.0

    def run(self, metres: float) -> tuple[str, bool]:
        """Return the pair that is on for so many metres, and whether it is a new one."""
        new = self._left <= 0
        if new:
            self._pair = next(self._pairs, self._pair)
            self._left = self._chance.about(_METRES_A_PAIR, 60_000)
        self._left -= metres
        return self._pair, new
