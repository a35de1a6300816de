"""Shifts on the help desk: who works when, and what customers said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stridelog.demo.chance import Chance, Whole, along
from stridelog.demo.civil_time import FRIDAY, MONDAY, THURSDAY, TUESDAY, at_minute, is_holiday
from stridelog.demo.life import Life
from stridelog.demo.scene import Scene
from stridelog.domain.entry import Draft
from stridelog.domain.period import shift

_CSAT = ((0, 0.885), (0.3, 0.96), (1, 0.938), (3, 0.907), (5, 0.879), (5.25, 0.875), (6, 0.86))
"""By years ago. It rises, but for the last three months."""

_RESOLUTION = ((0, 13.8), (0.25, 14.1), (2.5, 17.6), (5, 21.9), (5.25, 22.1), (6, 23.4))
"""Minutes to the end of a ticket, by years ago."""

_FIRST_REPLY = ((0, 5.6), (3, 7.4), (6, 10.2))
"""Minutes to the first reply, by years ago."""

_PROMOTERS = ((0, 0.545), (1, 0.53), (3, 0.485), (5, 0.44), (6, 0.425))
_INDIFFERENT = ((0, 0.06), (5, 0.12), (6, 0.125))
"""Shares of the answers: would recommend us; content, and yet would not. By years ago."""

_TICKETS = ((0, 32), (3, 31), (6, 28.5))
_REOPENED = ((0, 0.04), (6, 0.085))

_DAYS_AT_FIRST = (MONDAY, TUESDAY, THURSDAY)
_MORE_HOURS_SINCE = 2.0
"""Years ago; before, every other Friday was free."""

_AT_HOME = (TUESDAY, FRIDAY)
_AT_HOME_SINCE = 3.2

_LEAVE_FOR_THE_CHILD = (2.58, 2.45)
"""From so many years ago to so many."""

_GOOD, _BAD = 0.045, -0.08
"""CSAT beside the usual from which a day stands out."""

_OUTAGE = 1.7
_SECONDS_A_MINUTE = 60


def shifts(life: Life) -> Iterator[Scene]:
    """Give the shifts of a life in the order of their days."""
    desk = _Desk(life, Chance(1_845))
    for past in range((life.today - life.first).days, 0, -1):
        day = life.today - timedelta(days=past)
        if desk.is_worked(day):
            yield desk.shift(day)


@dataclass(frozen=True, slots=True)
class _Answers:
    """What customers answered on one day."""

    responses: int
    unhappy: int
    promoters: int
    detractors: int

    @property
    def csat(self) -> float:
        """The share of those who were content."""
        return (self.responses - self.unhappy) / self.responses


class _Desk:
    """Works one shift after the other."""

    def __init__(self, life: Life, chance: Chance) -> None:
        self._life = life
        self._chance = chance
        self._unhappy, self._promoters, self._indifferent = Whole(), Whole(), Whole()
        self._reopened = Whole()
        third = shift(life.today, -2, "years")
        self._third_outage = third
        self._outages = {third - timedelta(weeks=weeks) for weeks in range(3)}

    def is_worked(self, day: date) -> bool:
        """Tell whether there was a shift."""
        years = self._life.years_ago(day)
        gone, back = _LEAVE_FOR_THE_CHILD
        if day.weekday() > FRIDAY or is_holiday(day) or back < years < gone:
            return False
        if day in self._outages:
            return True
        friday = day.weekday() == FRIDAY and (
            years < _MORE_HOURS_SINCE or day.toordinal() // 7 % 2 == 0
        )
        return (friday or day.weekday() in _DAYS_AT_FIRST) and not self._chance.happens(0.035)

    def shift(self, day: date) -> Scene:
        """Return what became of a shift."""
        years = self._life.years_ago(day)
        outage = day in self._outages or self._chance.happens(0.025)
        strain = _OUTAGE if outage else self._chance.about(0.0, 1.0)
        tickets = round(self._chance.about(along(_TICKETS, years), 6) + 2 * strain)
        answers = self._answers(years, tickets, strain)
        resolution = along(_RESOLUTION, years) * (1 + 0.2 * strain) + self._chance.about(0, 2)
        first_reply = along(_FIRST_REPLY, years) * (1 + 0.25 * strain) + self._chance.about(0, 1)
        draft = Draft(
            activity="shift",
            at=at_minute(day, self._chance.between(16 * 60 + 10, 17 * 60 + 10)),
            measurements={
                "duration": 3_600 * self._chance.one_of((7.5, 7.75, 7.75, 8.0, 8.0, 8.25)),
                "tickets": float(tickets),
                "responses": float(answers.responses),
                "promoters": float(answers.promoters),
                "passives": float(answers.responses - answers.promoters - answers.detractors),
                "detractors": float(answers.detractors),
                "reopened": float(self._reopened.of(along(_REOPENED, years) * tickets, 9)),
                "csat": answers.csat,
                "first-reply": float(_SECONDS_A_MINUTE * round(first_reply)),
                "resolution": float(_SECONDS_A_MINUTE * round(resolution)),
            },
            tags=("outage",) if outage else (),
            place=self._place(day),
            effort=None if self._chance.happens(0.7) else round(5.5 + 2 * strain),
            note="Third outage this month." if day == self._third_outage else "",
        )
        about = "outage" if outage else _about(answers.csat - along(_CSAT, years))
        return Scene(about, draft)

    def _answers(self, years: float, tickets: int, strain: float) -> _Answers:
        """Return the answers; who was unhappy is a detractor as well."""
        count = round(tickets * self._chance.about(0.5, 0.12))
        complaints = count * (1 - along(_CSAT, years)) * (1 + 0.8 * strain)
        unhappy = self._unhappy.of(complaints, count // 2)
        indifferent = self._indifferent.of(count * along(_INDIFFERENT, years), 4)
        detractors = unhappy + indifferent
        promoters = self._promoters.of(
            count * (along(_PROMOTERS, years) - 0.05 * strain), count - detractors
        )
        return _Answers(count, unhappy, promoters, detractors)

    def _place(self, day: date) -> str:
        at_home = self._life.years_ago(day) < _AT_HOME_SINCE and day.weekday() in _AT_HOME
        return "home" if at_home else "office"


def _about(above_usual: float) -> str:
    if above_usual > _GOOD:
        return "good shift"
    return "bad shift" if above_usual < _BAD else "shift"
