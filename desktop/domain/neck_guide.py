"""How the neck check is done, one movement at a time, and who leaves it out (content sheet 6.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.domain.answers import Answers
from desktop.domain.neck_check import NeckMove
from desktop.domain.neck_words import value_words

QUESTIONS: Final = ("Q2", "Q4", "Q5")
"""The safety questions whose answers leave the check out."""
HALF: Final = 0.5
"""Tries are entered in halves; where the nose points, in whole steps."""
BEFORE: Final = (
    "Sit with your back against the chair, shoulders still. Best with a warm neck and at about the same time of day.",
    "Every movement is slow and easy, three times; the middle of the three counts. Go only as far as nothing hurts.",
    "Leave out whatever you like. Numbers are for you alone: there is no good or bad one.",
)
GENTLY: Final = "Stop at pain or dizziness. If it stays, talk to a doctor."
STOP: Final = (
    "Stop at pain, dizziness, blurred sight, numbness or a pins-and-needles feeling, and let the head come back to the "
    "middle. If it stays, or comes again, talk to a doctor."
)
LEFT_OUT: Final = (
    "After your answers to the safety check the neck check is left out. If something has changed, answer again in the "
    "settings."
)


@dataclass(frozen=True, slots=True)
class MoveGuide:
    """`how` tells the movement, `read` where to read it off; `low` and `high` are the ends of its scale."""

    how: str
    read: str
    low: str
    high: str


_CLOCK = (
    "Imagine you sit in the middle of a clock that lies flat around you: straight ahead is 12. Which mark does your "
    "nose reach?"
)
GUIDES: Final[Mapping[NeckMove, MoveGuide]] = {
    NeckMove.TURN_LEFT: MoveGuide("Turn your head to your left, chin level.", _CLOCK, "straight ahead", "o'clock"),
    NeckMove.TURN_RIGHT: MoveGuide("Turn your head to your right, chin level.", _CLOCK, "straight ahead", "o'clock"),
    NeckMove.BEND_LEFT: MoveGuide(
        "Let your left ear sink towards your left shoulder. The shoulder stays down.",
        "How many fingers, laid flat, fit between ear and shoulder?",
        "touching",
        "fingers",
    ),
    NeckMove.BEND_RIGHT: MoveGuide(
        "Let your right ear sink towards your right shoulder. The shoulder stays down.",
        "How many fingers, laid flat, fit between ear and shoulder?",
        "touching",
        "fingers",
    ),
    NeckMove.CHIN: MoveGuide(
        "Let your chin sink to your chest, mouth closed.",
        "How many fingers fit between chin and chest?",
        "touching",
        "fingers",
    ),
    NeckMove.UP: MoveGuide(
        "Look up slowly, only to the point that is easy. Do not let the head drop back.",
        "Where does your nose point?",
        "straight ahead",
        "overhead",
    ),
}


def left_out(answers: Answers) -> bool:
    """Whether the check is not to be done: one of the three questions was not answered with a plain no. A question
    that was not answered leaves nothing out; it has to be asked."""
    return any(set(answers[question]) - {"no"} for question in QUESTIONS if question in answers)


def stops(move: NeckMove) -> tuple[float, ...]:
    """The values that can be entered for a movement, rising."""
    step = 1.0 if move is NeckMove.UP else HALF
    return tuple(n * step for n in range(round(move.most / step) + 1))


def stop_words(move: NeckMove, value: float) -> str:
    """A value as it is read off: between 2 and 3 o'clock, 2½ fingers, edge of the ceiling."""
    if move.turns:
        return _clock_words(move, value)
    if move is NeckMove.UP:
        return value_words(move, value)
    return f"{short_words(value)} finger{'' if 0 < value <= 1 else 's'}"


def short_words(value: float) -> str:
    """The number alone, halves as a half: 2½."""
    whole, rest = divmod(value, 1.0)
    half = "½" if rest else ""
    return f"{int(whole) or ''}{half}" if value else "0"


def _clock_words(move: NeckMove, value: float) -> str:
    whole, rest = divmod(value, 1.0)
    hours = [_hour(move, int(whole)), _hour(move, int(whole) + 1)]
    if not rest:
        return f"{hours[0]} o'clock"
    first, last = reversed(hours) if move is NeckMove.TURN_LEFT else hours
    return f"between {first} and {last} o'clock"


def _hour(move: NeckMove, marks: int) -> int:
    return (12 - marks if move is NeckMove.TURN_LEFT else marks) or 12
