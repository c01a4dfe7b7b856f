"""What is heard as light on the stage's edges: a beat or a tone glows at the hand's side, a chime all around."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGradient, QLinearGradient, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QWidget

from desktop.domain.frame import Frame
from desktop.domain.sound_light import Light, SoundLights
from desktop.domain.sounds import Sound, SoundCue
from desktop.domain.viewpoint import Viewpoint
from desktop.ui.player.edges import CORNER
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Theme

DEEP, FAR, HIGH = 24.0, 54.0, 240.0
"""Logical pixels: how far a chime's glow reaches in from the edge, how far a beat's does, and how high that is."""
# how bright the light of each sound of the hands may be, and that of a chime
_BRIGHTEST = {Sound.TICK: 0.8, Sound.PRESS: 0.9, Sound.RELEASE: 0.5}
_CHIME = 0.6
_WITHIN = 0.99
"""Where a round corner begins, as a share of its radius: nothing is painted beyond it."""


class SoundGlow(QWidget):
    """Lies over the stage; clicks go through it. The same cue list as for the ear, so that both say the same."""

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._theme = theme
        self._lights = SoundLights()
        self._lit: tuple[Light, ...] = ()
        self._around: list[Sticker] = []
        self._key: tuple[object, ...] = ()
        self._view = ""
        self._viewpoint = Viewpoint.AS_ON_ME
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        stage.installEventFilter(self)

    @property
    def lit(self) -> tuple[Light, ...]:
        return self._lit

    def set_cues(self, cues: Sequence[SoundCue]) -> None:
        self._lights, self._lit = SoundLights(cues), ()
        self.hide()

    def follow(self, frame: Frame, viewpoint: Viewpoint) -> None:
        """Hidden while nothing is heard. The stage is painted with each frame and all on it too: with an update of its
        own Qt would paint the stage twice."""
        self._view, self._viewpoint = frame.view, viewpoint
        self._lit = tuple(self._lights.at(frame.t))
        self.setVisible(bool(self._lit))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        stage = self.parentWidget()
        if event.type() == QEvent.Type.Resize and stage is not None:
            self.setGeometry(stage.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for light in self._lit:
            if light.cue.sound.is_chime:
                painter.setOpacity(light.brightness * _CHIME)
                self._paint_around(painter)
            else:
                painter.setOpacity(light.brightness * _BRIGHTEST[light.cue.sound])
                self._paint_beside(painter, light.cue)

    def _paint_beside(self, painter: QPainter, cue: SoundCue) -> None:
        """At the side where the hand is seen; at both where it is in the middle or there are two."""
        colour = self._theme.palette.accent if cue.sound is Sound.TICK else self._theme.palette.chosen
        pan = self._viewpoint.pan(cue.side, self._view)
        middle = self.height() / 2
        for x, seen in ((0.0, pan <= 0), (float(self.width()), pan >= 0)):
            if seen:
                painter.save()
                painter.translate(x, middle)
                painter.scale(FAR, HIGH / 2)
                painter.setBrush(_fading(QRadialGradient(QPointF(0, 0), 1.0), colour))
                painter.drawRect(QRectF(-1, -1, 2, 2))
                painter.restore()

    def _paint_around(self, painter: QPainter) -> None:
        """From pictures that are kept until stage, screen or theme change."""
        key = (self.size(), self.devicePixelRatioF(), self._theme.palette.dark)
        if key != self._key:
            self._key, deep = key, DEEP + CORNER
            width, height, between = self.width(), self.height(), self.height() - 2 * deep
            bands = (
                QRectF(0, 0, width, deep), QRectF(0, height - deep, width, deep),
                QRectF(0, deep, DEEP, between), QRectF(width - DEEP, deep, DEEP, between),
            )  # fmt: skip
            self._around = [sticker(band, self.devicePixelRatioF(), self._draw_around) for band in bands]
        for picture in self._around:
            picture.paint(painter)

    def _draw_around(self, painter: QPainter) -> None:
        """Each side with the round corner it begins at; all four are the upper one, turned."""
        colour, width, height, deep = self._theme.palette.accent, self.width(), self.height(), DEEP + CORNER
        side = _fading(QLinearGradient(0, 0, 0, DEEP), colour)
        corner = _fading(QRadialGradient(deep, deep, deep), colour, begin=_WITHIN, by=-DEEP / deep)
        corner.setColorAt(1.0, Qt.GlobalColor.transparent)
        corners = ((0, 0, width), (width, 0, height), (width, height, width), (0, height, height))
        for turn, (x, y, along) in enumerate(corners):
            painter.save()
            painter.translate(x, y)
            painter.rotate(90 * turn)
            painter.fillRect(QRectF(deep, 0, along - 2 * deep, DEEP), side)
            painter.fillRect(QRectF(0, 0, deep, deep), corner)
            painter.restore()


def _fading(gradient: QGradient, colour: QColor, begin: float = 0.0, by: float = 1.0) -> QGradient:
    """From the colour at `begin` to nothing of it `by` further, softly."""
    for at, share in ((0.0, 1.0), (0.3, 0.55), (0.65, 0.16), (1.0, 0.0)):
        faint = QColor(colour)
        faint.setAlphaF(share * 0.9)
        gradient.setColorAt(begin + at * by, faint)
    return gradient
