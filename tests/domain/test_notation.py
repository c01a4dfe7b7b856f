from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.notation import spell, stroke, waypoint
from desktop.domain.routine import Waypoint

offsets = st.integers(-200, 200).map(lambda n: n / 10)
names = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
waypoints = st.builds(Waypoint, names, offsets, offsets)


@given(st.lists(waypoints, min_size=1, max_size=6).map(tuple))
def test_words_read_back_as_they_were_spelled(passing: tuple[Waypoint, ...]) -> None:
    assert stroke(spell(passing)) == passing


def test_offsets() -> None:
    assert waypoint(" occiput_bump-1.5^-2 ") == Waypoint("occiput_bump", -1.5, -2)
    assert stroke("crown > crown_side+2^1.5") == (Waypoint("crown"), Waypoint("crown_side", 2, 1.5))


@pytest.mark.parametrize(
    "words", ["", "crown >", "Crown", "crown+", "crown+1+2", "crown^", "crown++1", "crown+1e9", "a b"]
)
def test_what_is_no_waypoint_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="is not a landmark"):
        stroke(words)
