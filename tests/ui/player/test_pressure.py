from __future__ import annotations

import pytest

from desktop.domain.timeline import Timeline
from desktop.ui.player.pressure import Pressure


@pytest.mark.parametrize(
    ("by", "level"),
    [(1, 4), (2, 5), (3, 5), (-2, 1), (-9, 1)],
)
def test_it_stays_between_one_and_the_ceiling(by: int, level: int) -> None:
    assert Pressure(planned=3, ceiling=5, level=3).changed(by).level == level


def test_a_ceiling_of_nothing_stays_nothing() -> None:
    assert Pressure(planned=0, ceiling=0, level=0).changed(1).level == 0


def test_the_hands_press_in_proportion(timeline: Timeline) -> None:
    frame = timeline.frame_at(33.0)
    lighter = Pressure(planned=3, ceiling=5, level=1).adjust(frame)
    assert max(hand.pressure for hand in frame.hands) > 0
    for before, after in zip(frame.hands, lighter.hands, strict=True):
        assert after.pressure == pytest.approx(before.pressure / 3)
        assert (after.at, after.turn) == (before.at, before.turn)


def test_the_planned_pressure_changes_nothing(timeline: Timeline) -> None:
    frame = timeline.frame_at(33.0)
    assert Pressure(planned=3, ceiling=5, level=3).adjust(frame) is frame
