"""With the arrow keys every place of a view can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.ui.map.hit_map import HitMap
from desktop.ui.map.neighbours import next_spot

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@pytest.mark.parametrize("view", load_atlas().views)
def test_every_place_can_be_reached(view: str) -> None:
    spots = HitMap(load_atlas().chart(view), load_guide()).spots
    reached, waiting = {spots[0]}, [spots[0]]
    while waiting:
        here = waiting.pop()
        steps = {next_spot(here, spots, key) for key in ARROWS}
        for spot in steps - reached - {None}:
            assert spot is not None
            reached.add(spot)
            waiting.append(spot)
    assert not [spot.full_name for spot in spots if spot not in reached]


def test_other_keys_lead_nowhere() -> None:
    spots = HitMap(load_atlas().chart("face"), load_guide()).spots
    assert next_spot(spots[0], spots, Qt.Key.Key_A) is None
