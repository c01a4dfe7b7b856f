"""When the app asks how it is: after each firm step and at half-time (content sheet 5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from desktop.domain.routine import Step

QUESTION = "How is it?"
FIRM = 5
"""From this pressure on a step is asked about."""
SHOWN_SECONDS = 12.0
"""The question waits for nothing: after this long it goes by itself."""
_APART_SECONDS = 45.0


class Answer(StrEnum):
    """What is said to the question; a partner may say it at any time."""

    LIGHTER = "lighter"
    SAME = "same"
    FIRMER = "firmer"
    STOP = "stop"


def check_ins(steps: Sequence[Step], change_over: float = 0.0) -> tuple[float, ...]:
    """Guide seconds at which to ask, rising; never twice within a short time, and not at the very end. `change_over`
    seconds lie between two steps."""
    moments, end = [], -change_over
    for step in steps:
        end += change_over + step.seconds
        if step.pressure >= FIRM:
            moments.append(end)
    kept: list[float] = []
    for moment in sorted([*moments, end / 2]):
        if moment + SHOWN_SECONDS <= end and (not kept or moment - kept[-1] >= _APART_SECONDS):
            kept.append(moment)
    return tuple(kept)


def asked_last(moments: Sequence[float], t: float) -> float | None:
    """The last moment to ask at or before guide second `t`, None before the first."""
    return max((moment for moment in moments if moment <= t), default=None)


def asked_at(moments: Sequence[float], t: float) -> float | None:
    """The moment whose question is shown at guide second `t`, None where none is."""
    return next((moment for moment in moments if moment <= t < moment + SHOWN_SECONDS), None)
