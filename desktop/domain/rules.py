"""The rules a routine keeps, by name, and how to mend what breaks them (content sheet 2.3, 2.4, 2.7 and 5.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FIRM = 5
"""From this pressure on a step counts as firm."""


class Rule(StrEnum):
    """O1 to O12 are the content sheet's ordering rules; the others are called by what they keep."""

    SOFT_BEGINNING = "O1"
    WARM_FIRST = "O2"
    GRADUAL = "O3"
    GENERAL_SPECIFIC_GENERAL = "O4"
    TAPPING_LATE = "O5"
    LIGHTER_BETWEEN = "O6"
    SPARED_PLACES = "O7"
    SOFT_END = "O8"
    BOTH_SIDES = "O9"
    DIRECTION = "O10"
    NO_PAIN = "O11"
    BREATH = "O12"
    CEILING = "ceiling"
    RANGE = "range"
    DOSE = "dose"
    ALLOWED = "allowed places"
    FIRM_TIME = "firm time"
    SECOND_DAY = "every second day"
    COUNT = "count"
    NAMES = "names"
    COMPLETE = "complete"
    TAGS = "tags"
    CROSSED = "crossed places"
    WORDS = "words"
    DRAWN = "drawn"
    READABLE = "readable"

    @property
    def mend(self) -> str:
        """What to do about it, in one line."""
        return _MEND[self]


_MEND = {
    Rule.SOFT_BEGINNING: "Put stroking or resting hands first.",
    Rule.WARM_FIRST: "Put more stroking before it, or move it further back.",
    Rule.GRADUAL: "Lower its pressure, or put a step in between.",
    Rule.GENERAL_SPECIFIC_GENERAL: "Put stroking or kneading before the first small spot and after the last.",
    Rule.TAPPING_LATE: "Move it towards the end, or leave it out of a bedtime routine.",
    Rule.LIGHTER_BETWEEN: "Put a step below 5 between the two.",
    Rule.SPARED_PLACES: "Lead the path round it, or take a technique and a place that may be worked.",
    Rule.SOFT_END: "End with strokes that are no faster and no firmer than the first ones, then rest.",
    Rule.BOTH_SIDES: "Give both sides the same: left_then_right, an even number of turns, or both hands.",
    Rule.DIRECTION: "Turn the path round, or stroke lightly.",
    Rule.NO_PAIN: "Plan 6 at most; 7 is where a hand lets go.",
    Rule.BREATH: "Say how to breathe, three seconds or more a breath, and ask nobody to hold it.",
    Rule.CEILING: "Lower the pressure, or leave the place out.",
    Rule.RANGE: "Stay within the range, or choose another technique.",
    Rule.DOSE: "Make it shorter.",
    Rule.ALLOWED: "Choose a technique that suits the place.",
    Rule.FIRM_TIME: "Make the firm steps shorter, or put longer lighter ones beside them.",
    Rule.SECOND_DAY: "Write `every_second_day = true`.",
    Rule.COUNT: "Make seconds, rate, repetitions, spots and passes agree.",
    Rule.NAMES: "Look the name up in docs/routine-format.md.",
    Rule.COMPLETE: "Add what is missing.",
    Rule.TAGS: "Add the tag: the safety check leaves steps out by it.",
    Rule.CROSSED: "Add it to `crosses`: the safety check leaves steps out by it.",
    Rule.WORDS: "Say it more plainly.",
    Rule.DRAWN: "Choose what the player can show.",
    Rule.READABLE: "",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where (a place such as `$.steps[0].pressure`) and by which rule."""

    place: str
    reason: str
    rule: Rule = Rule.READABLE

    def __str__(self) -> str:
        where = f"{self.place}: {self.reason}" if self.place else self.reason
        return f"{where} ({self.rule}). {self.rule.mend}" if self.rule.mend else where
