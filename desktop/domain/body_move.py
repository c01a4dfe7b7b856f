"""The body's own movement in a step: how far it has gone, and to which side."""

from __future__ import annotations

import math

from desktop.domain.body import Side
from desktop.domain.chart import Atlas, MoveSheet
from desktop.domain.frame import Move
from desktop.domain.score import Score
from desktop.domain.technique import Motion
from desktop.domain.tempo import Beat


class BodyMove:
    """A move of a step in a view. `sheet` is None where it is not drawn there: then nothing goes with it."""

    def __init__(self, name: str, sheet: MoveSheet | None, score: Score) -> None:
        self._name, self.sheet, self._score = name, sheet, score
        self._sided = sheet is not None and sheet.amounts[0] < 0

    def at(self, beat: Beat) -> Move:
        return Move(self._name, self.amount(beat))

    def amount(self, beat: Beat) -> float:
        """0 to 1, in a loop round and round; a move that can go to either side goes below 0 to the person's left."""
        if self.sheet is not None and self.sheet.loop:
            return beat.phase
        if self._sided and self._score.motion is Motion.ROCK:
            return math.sin(2 * math.pi * beat.phase)
        amount = self._score.amount(beat.phase)
        return -amount if self._sided and beat.side is Side.LEFT else amount


def body_move(score: Score, atlas: Atlas, view: str) -> BodyMove | None:
    """The move of a step in a view, None for a step without one."""
    name = score.step.move
    return BodyMove(name, atlas.move(name, view), score) if name else None
