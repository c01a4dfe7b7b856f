"""What frames the stage: YOUR LEFT and YOUR RIGHT (or THEIR) on the sides where they are, and its round corners."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from desktop.domain.body import Side
from desktop.domain.chart import ViewChart
from desktop.domain.viewpoint import Viewpoint
from desktop.ui.player.sticker import Sticker, round_corners, sticker
from desktop.ui.theme import SPACE_L, Theme

CORNER: Final = 16


class EdgePainter:
    """Draws the labels and corners, which are kept until view, stage or theme change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: list[Sticker] = []
        self._key: tuple[object, ...] = ()

    def paint(
        self, painter: QPainter, chart: ViewChart | None, viewpoint: Viewpoint, stage: QRectF, ratio: float
    ) -> None:
        """Without a chart there are no sides to be named."""
        look = (self._theme.palette.dark, self._theme.text_percent)
        key = (chart and chart.view, viewpoint, stage.width(), stage.height(), ratio, *look)
        if key != self._key:
            self._key = key
            labels = [self._label(*label, stage, ratio) for label in self.labels(chart, viewpoint)] if chart else []
            self._kept = labels + round_corners(stage, CORNER, ratio, self._theme.palette.surface)
        for edge in self._kept:
            edge.paint(painter)

    @staticmethod
    def labels(chart: ViewChart, viewpoint: Viewpoint) -> list[tuple[str, bool]]:
        """What the sides are called, and whether each is on the left of the stage."""
        return [(viewpoint.words(side).upper(), viewpoint.seen(side, chart.view) is Side.LEFT) for side in chart.labels]

    def _label(self, words: str, at_left: bool, stage: QRectF, ratio: float) -> Sticker:
        font = self._theme.font("small")
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 112)
        font.setWeight(QFont.Weight.DemiBold)
        area = stage.adjusted(SPACE_L + 4, SPACE_L, -SPACE_L - 4, 0)
        area.setHeight(2 * font.pointSizeF() + 4)
        area.setWidth(area.width() / 2)
        if not at_left:
            area.moveLeft(stage.width() / 2)
        across = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight

        def draw(painter: QPainter) -> None:
            painter.setFont(font)
            painter.setPen(self._theme.palette.text_soft)
            painter.drawText(area, across | Qt.AlignmentFlag.AlignVCenter, words)

        return sticker(area, ratio, draw)
