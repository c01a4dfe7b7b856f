"""Where regions are seen, and what lies next to them."""

from __future__ import annotations

import pytest

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.ui.map.nearby import Whereabouts

GUIDE = load_guide()
WHERE = Whereabouts(load_atlas(), GUIDE)


def has_routine(slug: str) -> bool:
    return bool(GUIDE.routines_for(slug))


@pytest.mark.parametrize(
    ("place", "view"),
    [
        (Place("jaw", Side.LEFT), "head_left"),
        (Place("jaw", Side.RIGHT), "head_right"),
        (Place("lower_back", Side.LEFT), "whole_back"),
        (Place("upper_chest", Side.RIGHT), "throat_chest"),
        (Place("whole_scalp", Side.MIDDLE), "head_top"),
    ],
)
def test_a_place_is_seen_in_its_view(place: Place, view: str) -> None:
    assert view in WHERE.views(place)


def test_a_side_is_not_looked_for_from_the_other() -> None:
    assert "head_right" not in WHERE.views(Place("temple", Side.LEFT))


@pytest.mark.parametrize("region", list(GUIDE.regions))
def test_every_region_leads_to_one_with_a_routine(region: str) -> None:
    nearest = WHERE.nearest(region, has_routine)
    assert nearest != region
    assert has_routine(nearest)


def test_from_the_jaw_the_base_of_the_skull_is_nearer_than_the_shoulder() -> None:
    """Seen from the front the shoulder seems nearer than it is."""
    assert WHERE.nearest("jaw", {"skull_base", "nape", "shoulder_top"}.__contains__) == "skull_base"


def test_paired_regions_have_two_sides_and_the_spine_has_none() -> None:
    assert WHERE.sides("nape") == (Side.LEFT, Side.RIGHT)
    assert WHERE.sides("spine_line") == (Side.MIDDLE,)
    assert WHERE.sides("whole_scalp") == (Side.MIDDLE,)
