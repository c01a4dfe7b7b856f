"""How firm the hands press: the plan's pressure, made lighter or firmer by the person within the ceiling."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.domain.frame import Frame


@dataclass(frozen=True, slots=True)
class Pressure:
    """A step's pressure: `planned` and `level` on the scale of ten, `level` between 1 and `ceiling`."""

    planned: int
    ceiling: int
    level: int

    def changed(self, by: int) -> Pressure:
        """The pressure `by` levels firmer (negative: lighter), held within 1 and the ceiling."""
        return replace(self, level=max(min(self.level + by, self.ceiling), min(1, self.ceiling)))

    def adjust(self, frame: Frame) -> Frame:
        """The frame with its hands pressing at this level instead of the planned one."""
        if self.level == self.planned or not self.planned:
            return frame
        factor = self.level / self.planned
        hands = tuple(replace(hand, pressure=hand.pressure * factor) for hand in frame.hands)
        return replace(frame, hands=hands, pressure=frame.pressure * factor)
