"""Ways to breathe by oneself (content sheet 7.3): nothing is held strictly, nothing is fast."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from desktop.domain.easing import between, smooth
from desktop.domain.frame import Breath

STOP_CUE = "If you feel light-headed or your lips tingle, breathe as usual. A blocked nose? The mouth is fine."


class Word(StrEnum):
    """What is to be done, in the ring."""

    IN = "In"
    MORE = "More"
    PAUSE = "Pause"
    OUT = "Out"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a breath: seconds, and how full it makes, 0 to 1. One that is `optional` may be left out."""

    word: Word
    seconds: float
    fill: float
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Breathing:
    """A way to breathe. `breaths` is how many are done where that is not a matter of minutes; `note` is read first."""

    id: str
    name: str
    note: str
    parts: tuple[Part, ...]
    breaths: int = 0

    def chosen(self, pauses: bool) -> tuple[Part, ...]:
        """The parts that are done."""
        return tuple(part for part in self.parts if pauses or not part.optional)

    @property
    def may_pause(self) -> bool:
        return any(part.optional for part in self.parts)

    def seconds(self, minutes: float, pauses: bool) -> float:
        """How long it takes, to the end of the last breath."""
        breath = sum(part.seconds for part in self.chosen(pauses))
        return breath * (self.breaths or ceil(60 * minutes / breath - 1e-9))

    def at(self, t: float, pauses: bool) -> tuple[Breath, Word]:
        """The ring and its word `t` seconds after the beginning."""
        parts = self.chosen(pauses)
        left, before = t % sum(part.seconds for part in parts), parts[-1].fill
        for part in parts:
            if left < part.seconds:
                fill = between(before, part.fill, smooth(left / part.seconds))
                return Breath(part.word is not Word.OUT, fill), part.word
            left, before = left - part.seconds, part.fill
        return Breath(False, parts[-1].fill), parts[-1].word


LONGER_OUT = Breathing(
    "BR3",
    "Longer out",
    "Four seconds in through the nose, six out. The one to begin with.",
    (Part(Word.IN, 4, 1), Part(Word.OUT, 6, 0)),
)
EVEN = Breathing(
    "BR2",
    "Even",
    "Five seconds in, five out, slowly and evenly.",
    (Part(Word.IN, 5, 1), Part(Word.OUT, 5, 0)),
)
LET_GO = Breathing(
    "BR1",
    "Let go",
    "In through the nose, out through the mouth: worries out, calm in. Leave the pause out when short of breath, in "
    "pregnancy, with high blood pressure or panic.",
    (Part(Word.IN, 4, 1), Part(Word.PAUSE, 2, 1, optional=True), Part(Word.OUT, 6, 0)),
    breaths=5,
)
SIGH = Breathing(
    "BR4",
    "Sigh",
    "Two short breaths in, one long breath out. Five times, then breathe as usual.",
    (Part(Word.IN, 2, 0.75), Part(Word.MORE, 1, 1), Part(Word.OUT, 6, 0)),
    breaths=5,
)
WAYS = (LONGER_OUT, EVEN, LET_GO, SIGH)
