"""Path data becomes painter paths, or is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from desktop.ui.outline import painter_path


def test_a_square_holds_its_middle() -> None:
    path = painter_path("M0 0L10 0L10 10L0 10Z")
    assert path.contains(QPointF(5, 5))
    assert not path.contains(QPointF(11, 5))


def test_curves_pieces_and_repeated_instructions() -> None:
    path = painter_path("M1.5,2C3 4 5 6 7 8 9 10 11 12 13 14Z M-4 -4 -2 -4 -2 -2Z")
    assert path.boundingRect().right() == pytest.approx(13)
    assert path.contains(QPointF(-2.5, -3.5))


@pytest.mark.parametrize("bad", ["M1 2 Q3 4 5 6", "L1", "M1 2C3 4 5 6", "12 13", "M0 0Z 4 4"])
def test_what_is_no_path_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"path data|numbers"):
        painter_path(bad)
