"""A further build: pictures and charts of its own; all else is drawn once, for the neutral build."""

from __future__ import annotations

from pathlib import Path

from desktop.assets.atlas import BodyAtlas, FileChart, FileFigure, FileMove
from desktop.domain.chart import HandSheet, Layer


class BuildAtlas(BodyAtlas):
    """`domain.chart.Atlas` over a build's folder and, for what is not in it, the neutral build's atlas."""

    def __init__(self, folder: Path, neutral: BodyAtlas) -> None:
        super().__init__(folder)
        self._neutral = neutral

    @property
    def moving(self) -> BodyAtlas:
        return self._neutral

    def chart(self, view: str) -> FileChart:
        return super().chart(view) if view in self.views else self._neutral.chart(view)

    def picture(self, layer: Layer, view: str, scale: int) -> Path | None:
        return super().picture(layer, view, scale) if view in self.views else self._neutral.picture(layer, view, scale)

    def hands(self) -> HandSheet:
        return self._neutral.hands()

    def move(self, name: str, view: str) -> FileMove | None:
        return self._neutral.move(name, view)

    def figure(self, name: str) -> FileFigure | None:
        return self._neutral.figure(name)
