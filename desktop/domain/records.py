"""What people write down beside their sessions. A question that was not answered is None; it is never a number.

Every record is whole: keeping one with the same id (the same day for a check-in) replaces the earlier, and what was
removed can be kept again. `day` is the local day as the person lived it; `at` an aware time of entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum

SCALE = range(11)
"""0 to 10, for tension, stress, sleep and pain alike."""


def check_scale(**given: int | None) -> None:
    """Raises ValueError for an answer that is off the scale."""
    for name, value in given.items():
        if value is not None and value not in SCALE:
            raise ValueError(f"{name} is 0 to 10, not {value}")


@dataclass(frozen=True, slots=True)
class DailyCheckIn:
    """One a day (content sheet 6.1). `tension` and `stress` of this day, `sleep` of the night before (10 excellent),
    `pain` the average of the last 24 hours; `headache` and `painkiller`: yes, no, or None for not answered."""

    day: date
    at: datetime
    tension: int | None = None
    stress: int | None = None
    sleep: int | None = None
    pain: int | None = None
    headache: bool | None = None
    painkiller: bool | None = None

    def __post_init__(self) -> None:
        check_scale(tension=self.tension, stress=self.stress, sleep=self.sleep, pain=self.pain)


@dataclass(frozen=True, slots=True)
class DayNote:
    """A note on a day; a life event (a move, an illness) is also marked in the daily chart."""

    id: str
    day: date
    text: str
    life_event: bool = False


class Effect(StrEnum):
    """What can be unpleasant after a session (content sheet 5.8 and 6.1)."""

    SORE = "sore"
    BRUISE = "bruise"
    HEADACHE = "headache"
    DIZZY = "dizzy"
    SKIN = "skin"
    MORE_PAIN = "more_pain"
    NUMB = "numb"
    TIRED = "tired"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SideEffects:
    """What was unpleasant since the last time; none of them is an answer too. `session` is the id of the session it is
    put down to, empty where there is none."""

    id: str
    at: datetime
    effects: frozenset[Effect] = frozenset()
    session: str = ""
    note: str = ""

    @property
    def day(self) -> date:
        return self.at.date()


class Step7(IntEnum):
    """Compared with the start, in seven steps."""

    MUCH_WORSE = -3
    WORSE = -2
    A_LITTLE_WORSE = -1
    SAME = 0
    A_LITTLE_BETTER = 1
    BETTER = 2
    MUCH_BETTER = 3


@dataclass(frozen=True, slots=True)
class GlobalChange:
    """How it is now, compared with the start; asked every GLOBAL_DAYS days."""

    id: str
    at: datetime
    step: Step7

    @property
    def day(self) -> date:
        return self.at.date()


GLOBAL_DAYS = 28


def global_change_due(today: date, first_session: date | None, last_asked: date | None) -> bool:
    """Whether four weeks have passed since the first session, or since the question was last answered."""
    since = last_asked or first_session
    return since is not None and (today - since).days >= GLOBAL_DAYS
