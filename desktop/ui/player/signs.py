"""What a person may feel that asks for a stop, and what to do then (content sheet 5.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Reaction(Enum):
    """END: the session is over. WAIT: let go for a minute, then on without the step, or end. LIGHTEN: two levels
    lighter or without the step; the second time it ends."""

    END = auto()
    WAIT = auto()
    LIGHTEN = auto()


@dataclass(frozen=True, slots=True)
class Sign:
    """`words` is what the person chooses, `title` and `lines` what they are told."""

    id: str
    words: str
    reaction: Reaction
    title: str
    lines: tuple[str, ...]


SIGNS = (
    Sign(
        "warning",
        "Dizzy, faint, blurred sight, slurred speech, numb face or a sudden headache",
        Reaction.END,
        "Sit or lie down now",
        (
            "Call your local emergency number.",
            "Ask someone to stay with you. Do not drive.",
            "This session has ended. Leave the neck and head alone.",
        ),
    ),
    Sign(
        "tingling",
        "Tingling or an electric feeling in arm, hand, leg or scalp",
        Reaction.WAIT,
        "Let go and rest for a minute",
        ("Hands in your lap, shoulders loose.", "Is the feeling gone after a minute?"),
    ),
    Sign(
        "pain",
        "Sharp, burning or rising pain",
        Reaction.LIGHTEN,
        "Let that place be",
        ("It should never hurt. Go on much lighter, or leave this step out.",),
    ),
    Sign(
        "unwell",
        "Sick, sweating or a racing heart",
        Reaction.END,
        "Sit down and drink some water",
        ("This session has ended.", "If it does not pass soon, or you feel it in your chest, get medical help."),
    ),
    Sign(
        "reaction",
        "Itching, a rash or wheezing",
        Reaction.END,
        "Wash off any oil or cream",
        ("This session has ended.", "With swelling or wheezing, call your local emergency number."),
    ),
    Sign(
        "skin",
        "Broken skin, strong redness or a new bruise",
        Reaction.END,
        "That is enough for this place",
        ("This session has ended.", "Leave it alone until the skin looks as it always does."),
    ),
)

STAYING_TINGLE = Sign(
    "tingling_stays",
    "It is still there",
    Reaction.END,
    "End here for today",
    ("If the feeling stays or comes back, book an appointment with a doctor.", "With weakness, go the same day."),
)
SECOND_PAIN = Sign(
    "pain_again",
    "Pain again",
    Reaction.END,
    "Enough for today",
    ("It hurt a second time, so this session has ended.", "If the pain stays, ask a doctor or a physiotherapist."),
)


def sign(sign_id: str) -> Sign:
    """Raises KeyError for an id there is none of."""
    found = {known.id: known for known in (*SIGNS, STAYING_TINGLE, SECOND_PAIN)}
    return found[sign_id]
