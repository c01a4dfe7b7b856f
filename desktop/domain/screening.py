"""The safety check: questions, answers, effects, and the plan they leave of a routine (content sheet 5.3, 5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.domain.routine import Routine, Step
from desktop.domain.signs import Sign


class Asked(StrEnum):
    """How often a question is asked."""

    EVERY_SESSION = "every_session"
    MONTHLY = "monthly"
    """Before the first session, again after 30 days or when something changed."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What an answer does. Caps are pressures 0 to 10; regions, techniques and routines by slug or id."""

    block_all: bool = False
    cap: int | None = None
    block_regions: frozenset[str] = frozenset()
    cap_regions: Mapping[str, int] | None = None
    remove_techniques: frozenset[str] = frozenset()
    remove_tags: frozenset[str] = frozenset()
    block_routines: frozenset[str] = frozenset()
    max_minutes: int | None = None
    lock_tapped: bool = False
    hide_pages: frozenset[str] = frozenset()
    """Pages that are not shown as long as the answer stands."""
    card: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer with what it does."""

    id: str
    text: str
    effects: Effects


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its options; the first option is the plain no. "Not sure" counts as the strictest other one."""

    id: str
    text: str
    asked: Asked
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """Advice that ends in a doctor or a pause, never in a routine (content sheet 5.3)."""

    id: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Safety:
    """Questions, cards and the rules of combination."""

    questions: tuple[Question, ...]
    cards: Mapping[str, Card]
    signs: tuple[Sign, ...]
    """What may be felt during a session, the most urgent first (content sheet 5.5)."""
    standing_line: str
    about: tuple[str, ...]
    """What the app is and is not (content sheet 5.7), a paragraph each."""
    replace_over: float
    """Share of a routine's seconds that may fall away before it is replaced."""
    first_sessions: int
    first_sessions_cap: int
    repeat_days: int
    consent: tuple[str, ...]
    """What two people confirm before each session with a partner, a line each (content sheet 5.4, 5.7)."""
    light_cue: str
    """What is said where a step is done as stroking because its technique would be too firm."""
    light_breath: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A step that is left out, and why in plain words."""

    step: Step
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left of a routine: `routine` holds only the steps to be done, with their own pressures.

    `ceiling` is the lowest cap on the whole body (None: no answer gave one), `ceilings` the firmest allowed by step
    number, `lightened` the steps made lighter; `card` is shown beside the plan where an answer asks for it."""

    routine: Routine
    dropped: tuple[Dropped, ...]
    ceiling: int | None
    notes: tuple[str, ...]
    card: str = ""
    lightened: tuple[int, ...] = ()
    ceilings: Mapping[int, int] = field(default_factory=dict)

    @property
    def gentle(self) -> bool:
        return bool(self.dropped or self.lightened)


@dataclass(frozen=True, slots=True)
class Refusal:
    """No routine for these answers: the card to show (may be empty), the notes, and what may be offered instead."""

    card: str
    notes: tuple[str, ...]
    replacement: str
