"""From where a body is seen: on which side of the picture its left is, what that side is called, where it is heard.

Picture, labels, spoken words and sound all ask here, so that they cannot disagree."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from desktop.domain.body import Side
from desktop.domain.staging import POSE

FROM_THE_FRONT: Final = frozenset({"face", "throat_chest", POSE})
"""The views whose body looks at the person: as drawn, its left is on the picture's right."""


class Viewpoint(StrEnum):
    """How a person sees the body that is shown.

    AS_ON_ME shows every view as it is drawn. MIRROR turns the views from the front as a mirror does, so that what is on
    one's left is on the left in every view; from behind and from above it is there already. PARTNER is the same left
    and right for somebody behind another person, whose sides are named as theirs."""

    AS_ON_ME = "as_on_me"
    MIRROR = "mirror"
    PARTNER = "partner"

    @property
    def whose(self) -> str:
        return "their" if self is Viewpoint.PARTNER else "your"

    def flips(self, view: str) -> bool:
        """Whether a view's picture is turned left to right."""
        return self is not Viewpoint.AS_ON_ME and view in FROM_THE_FRONT

    def words(self, side: Side) -> str:
        """A side as it is called: your left, their right; empty for the middle."""
        return "" if side is Side.MIDDLE else f"{self.whose} {side}"

    def seen(self, side: Side, view: str) -> Side:
        """The side of the picture where a side of the body is seen. In a view from one side it is the body's own."""
        drawn = side.other if view in FROM_THE_FRONT else side
        return drawn.other if self.flips(view) else drawn

    def pan(self, side: Side | None, view: str) -> float:
        """Where a side is heard, where it is seen: -1 left, 1 right, 0 for the middle and for both (None)."""
        return 0.0 if side is None else _PAN[self.seen(side, view)]


_PAN: Final = {Side.LEFT: -1.0, Side.MIDDLE: 0.0, Side.RIGHT: 1.0}


def first_viewpoint(mode: str) -> Viewpoint:
    """The viewpoint of a routine until another is chosen; `mode` as in Routine."""
    return Viewpoint.PARTNER if mode == "partner" else Viewpoint.AS_ON_ME
