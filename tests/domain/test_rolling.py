"""A ball or a roller turns with the skin beneath it: its picture depends on where it lies, not on how it came there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.body import Side
from desktop.domain.carriers import Place
from desktop.domain.frame import Trace
from desktop.domain.hand_at_work import HandAtWork
from desktop.domain.motions.strokes import roll
from desktop.domain.tempo import Beat
from desktop.domain.ways import Spot

PX_PER_CM = 15.2
FRAMES = 8
ROUND_CM = {tool: roll(tool, on_spot=False).turning for tool in ("ball", "roller")}


@dataclass(frozen=True)
class Put:
    """Carries a hand to one place."""

    spot: Spot

    @property
    def places(self) -> tuple[Spot, ...]:
        return (self.spot,)

    def place(self, beat: Beat) -> Place:
        return Place(self.spot)

    def trace(self, beat: Beat) -> Trace | None:
        return None


def frame(tool: str, x: float, y: float) -> int:
    spot = Spot(x, y, 0.0, PX_PER_CM, PX_PER_CM, 0.0, -PX_PER_CM)
    tool_at_work = HandAtWork(Side.LEFT, None, tool, Put(spot), roll(tool, on_spot=False), 4.0, PX_PER_CM, 1, -1)
    grip = tool_at_work.touch(Beat(None, 0, 0.25, 1.0, 9.0), 0.0, 0.0).hand.grip
    assert 0 <= grip <= 1
    return round(grip * (FRAMES - 1))


@given(st.sampled_from(sorted(ROUND_CM)), st.floats(0, 900), st.floats(0, 1100))
def test_one_frame_further_up_is_the_next_one(tool: str, x: float, y: float) -> None:
    ahead = ROUND_CM[tool] / FRAMES * PX_PER_CM
    assert (frame(tool, x, y - 1.001 * ahead) - frame(tool, x, y)) % FRAMES in (1, 2)
    assert (frame(tool, x, y) - frame(tool, x, y + 1.001 * ahead)) % FRAMES in (1, 2)


@pytest.mark.parametrize("tool", sorted(ROUND_CM))
def test_a_whole_round_shows_every_frame_once(tool: str) -> None:
    step = ROUND_CM[tool] / FRAMES * PX_PER_CM
    shown = [frame(tool, 450, 1000 - (i + 0.5) * step) for i in range(FRAMES)]
    assert sorted(shown) == list(range(FRAMES))
