"""From skin to muscles, as a slider."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_S, SPACE_XS, set_kind


class LayerSwitch(QWidget):
    """`moved` carries the share of the muscles, 0 to 1. Shut with a reason where a view has no muscles."""

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(50)
        self.slider.setAccessibleName("Layer, from skin to muscles")
        ends = QHBoxLayout()
        for text in ("Skin", "Muscles"):
            label = QLabel(text)
            set_kind(label, "small", soft=True)
            ends.addWidget(label)
        ends.insertStretch(1, 1)
        self._reason = QLabel("Muscles are not drawn for this view.")
        self._reason.setWordWrap(True)
        set_kind(self._reason, "small", soft=True)
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addLayout(ends)
        column.addWidget(self.slider)
        column.addSpacing(SPACE_S)
        column.addWidget(self._reason)
        self.slider.valueChanged.connect(self._on_moved)

    @property
    def share(self) -> float:
        return self.slider.value() / 100

    def set_share(self, share: float) -> None:
        self.slider.setValue(round(share * 100))

    def set_possible(self, possible: bool) -> None:
        self.slider.setEnabled(possible)
        self.slider.setToolTip("What lies under your hands" if possible else self._reason.text())
        self._reason.setVisible(not possible)

    def _on_moved(self, value: int) -> None:
        self.moved.emit(value / 100)
