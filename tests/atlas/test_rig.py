"""The rig: bones below a bone, weights, arms lowered."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.rig import Rig, lower_arms, rotation

PARENTS = {
    bone: parent
    for side in "LR"
    for bone, parent in (
        (f"shoulder01.{side}", ""),
        (f"upperarm01.{side}", f"shoulder01.{side}"),
        (f"lowerarm01.{side}", f"upperarm01.{side}"),
    )
}
ARM = np.array([[0.0, 50, 0], [30.0, 50, 0], [-30.0, 50, 0]])  # spine, left hand, right hand
JOINTS = {
    f"{side}-{name}": np.array([sign * x, 50.0, 0])
    for side, sign in (("l", 1), ("r", -1))
    for name, x in (("scapula", 3), ("shoulder", 15), ("elbow", 25))
}


@pytest.fixture
def rig() -> Rig:
    return Rig({"lowerarm01.L": [(1, 1.0)], "lowerarm01.R": [(2, 1.0)]}, PARENTS)


def test_a_bone_carries_all_that_hangs_on_it(rig: Rig) -> None:
    assert rig.below("shoulder01.L") == ["shoulder01.L", "upperarm01.L", "lowerarm01.L"]
    np.testing.assert_array_equal(rig.weight(rig.below("shoulder01.L"), 3), [0, 1, 0])


def test_weights_of_overlapping_bones_never_exceed_one() -> None:
    rig = Rig({"a": [(0, 0.8)], "b": [(0, 0.7)]}, {})
    assert rig.weight(["a", "b"], 1)[0] == 1


def test_arms_come_down_alike_on_both_sides_and_the_trunk_stays(rig: Rig) -> None:
    lowered, joints = lower_arms(ARM, JOINTS, rig)
    np.testing.assert_allclose(lowered[0], ARM[0])
    assert lowered[1, 1] < 45
    np.testing.assert_allclose(lowered[1], lowered[2] * [-1, 1, 1])
    assert joints["l-elbow"][1] < JOINTS["l-elbow"][1]


def test_a_quarter_turn_about_up_brings_front_to_left() -> None:
    np.testing.assert_allclose(rotation((0, 2, 0), 90) @ [0, 0, 1], [1, 0, 0], atol=1e-12)
