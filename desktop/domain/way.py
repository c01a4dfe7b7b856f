"""The way somebody wants to be guided: how brisk, what lies between two steps, and from where the body is seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.pace import Pace, paced
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint

CHANGE_OVERS: Final = (0, 5, 10)
"""Seconds to choose from for the wait between two steps."""


@dataclass(frozen=True, slots=True)
class Way:
    """`change_over` seconds lie between two steps; where they are `untimed` somebody ends each one, and nothing waits.
    A routine with a partner has a viewpoint of its own."""

    pace: Pace = Pace.NEUTRAL
    change_over: int = 0
    untimed: bool = False
    alone: Viewpoint = Viewpoint.AS_ON_ME
    with_partner: Viewpoint = Viewpoint.PARTNER

    def viewpoint(self, mode: str) -> Viewpoint:
        """From where the body is seen; `mode` as in Routine."""
        return self.with_partner if mode == "partner" else self.alone

    def seen_from(self, viewpoint: Viewpoint, mode: str) -> Way:
        """The same from another viewpoint."""
        return replace(self, with_partner=viewpoint) if mode == "partner" else replace(self, alone=viewpoint)

    def laid(self, plan: Plan, guide: Guide, atlas: Atlas) -> tuple[Plan, Timeline]:
        """The plan at this pace, and over time."""
        at_pace = paced(plan, self.pace, guide)
        waits = 0 if self.untimed else self.change_over
        return at_pace, Timeline(at_pace.routine.steps, guide, atlas, waits, self.untimed)
