"""Carrying the skin of one frame to a moment between two."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.ui.player.move_warp import FlowFile, Warp

SIDE = 96
CELL = 12
SHIFTS = st.integers(-24, 24)


def flow_file(folder: Path, across: float, down: float, frames: int = 3) -> Path:
    """Everything goes the same way from each frame to the next, in quarters of a pixel."""
    cells = SIDE // CELL + 1
    units = np.empty((frames - 1, 2, cells, cells), np.int8)
    units[:, 0], units[:, 1] = across * 4, down * 4
    file = folder / "drift.flow"
    header = struct.pack("<4sHHHHf", b"UMF1", frames - 1, cells, cells, CELL, 0.25)
    file.write_bytes(zlib.compress(header + units.tobytes()))
    return file


def soft(across: float, down: float) -> QImage:
    """A soft pattern that has drifted so far."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    tone = 120 + 60 * np.sin((x - across) / 9) + 50 * np.cos((y - down) / 11)
    pixels = 0xFF000000 | np.round(tone).astype(np.uint32)
    return QImage(pixels.tobytes(), SIDE, SIDE, SIDE * 4, QImage.Format.Format_RGB32).copy()


def pixels(image: QImage) -> NDArray[np.uint32]:
    return np.frombuffer(image.constBits(), np.uint32).reshape(SIDE, SIDE).copy()


def blue(pixels: NDArray[np.uint32]) -> NDArray[np.float64]:
    return (pixels & 0xFF).astype(float)


def drifting(folder: Path, across: float, down: float) -> Warp:
    area = QRect(0, 0, SIDE, SIDE)
    warp = Warp(FlowFile(flow_file(folder, across, down)), area, area, (0.0, 0.0), 1.0, 3)
    for frame in range(3):
        warp.keep(frame, soft(frame * across, frame * down), 0)
    return warp


@settings(deadline=None, max_examples=25)
@given(across=SHIFTS, down=SHIFTS, share=st.floats(0, 1))
def test_skin_lies_where_it_has_drifted_to(
    tmp_path_factory: pytest.TempPathFactory, across: int, down: int, share: float
) -> None:
    """Away from the rim, where a frame has nothing to fetch."""
    warp = drifting(tmp_path_factory.mktemp("flow"), across, down)
    shown = blue(warp.between(1, share))
    truth = pixels(soft((1 + share) * across, (1 + share) * down))
    inner = np.s_[26:-26, 26:-26]
    assert np.abs(shown - blue(truth))[inner].max() <= 9  # half a pixel of the steepest slope, twice


def test_a_frame_at_its_own_amount_is_itself(tmp_path: Path) -> None:
    warp = drifting(tmp_path, 5, -3)
    for frame, before, share in ((0, 0, 0.0), (1, 0, 1.0), (1, 1, 0.0), (2, 1, 1.0)):
        own = pixels(soft(frame * 5, frame * -3))
        assert (warp.between(before, share) == own).all()


def test_the_furthest_frame_makes_room(tmp_path: Path) -> None:
    area = QRect(0, 0, SIDE, SIDE)
    warp = Warp(FlowFile(flow_file(tmp_path, 1, 1, 9)), area, area, (0.0, 0.0), 1.0, 3)
    for frame in range(5):
        warp.keep(frame, soft(frame, frame), frame)
    assert warp.kept == {2, 3, 4}
    assert warp.places == 3


def test_what_lies_around_the_area_is_carried_into_it(tmp_path: Path) -> None:
    source, area = QRect(0, 0, SIDE, SIDE), QRect(32, 32, 32, 32)
    warp = Warp(FlowFile(flow_file(tmp_path, 12, 0)), area, source, (0.0, 0.0), 1.0, 2)
    for frame in (0, 1):
        warp.keep(frame, soft(0, 0), 0)
    still = pixels(soft(0, 0))
    assert warp.area == area
    assert (warp.between(0, 0.3) == still[32:64, 28:60]).all()


def test_a_file_that_is_no_flow_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "no.flow"
    file.write_bytes(zlib.compress(bytes(16)))
    with pytest.raises(ValueError, match="no flow"):
        FlowFile(file)
