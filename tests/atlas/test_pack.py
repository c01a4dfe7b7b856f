"""Finished pictures and the index of the views."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from tools.atlas.pack import THUMB, shrunk, write_index, write_thumb, write_view
from tools.atlas.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def pixels(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as picture:
        return np.asarray(picture)


def test_a_picture_is_written_at_two_scales(tmp_path: Path) -> None:
    write_view(np.ones((60, 40, 4), np.float32), tmp_path, "face")
    shapes = [pixels(tmp_path / name).shape[:2] for name in ("face.webp", "face@2x.webp")]
    assert shapes == [(30, 20), (60, 40)]


def test_what_is_transparent_leaves_no_rim_when_shrunk() -> None:
    half = np.zeros((4, 4, 4), np.uint8)
    half[:, :2] = (200, 100, 50, 255)  # opaque skin beside transparent black
    red, green, blue, alpha = np.asarray(shrunk(Image.fromarray(half), (1, 1)))[0, 0]
    assert alpha == pytest.approx(128, abs=2)
    assert (red, green, blue) == pytest.approx((200, 100, 50), abs=2)


def test_thumbnails_fade_where_the_crop_cuts_the_body(tmp_path: Path) -> None:
    view = VIEWS["face"]
    write_thumb(np.ones((view.size[1], view.size[0], 4), np.float32), tmp_path, view, 1)
    alpha = pixels(tmp_path / "face.webp")[..., 3]
    assert alpha.shape == (THUMB, THUMB)
    assert alpha[THUMB // 2, THUMB // 2] == 255
    assert max(alpha[-1].max(), alpha[:, 0].max(), alpha[:, -1].max()) < 30


def test_the_index_lists_the_views_in_the_order_of_the_rail(tmp_path: Path) -> None:
    write_index(tmp_path)
    index = json.loads((tmp_path / "atlas.json").read_text(encoding="utf-8"))
    assert index["format"] == 1
    assert list(index["views"]) == list(VIEWS)
    assert index["views"]["head_back"] == {"size": [1100, 1100], "px_per_cm": 23.0}
