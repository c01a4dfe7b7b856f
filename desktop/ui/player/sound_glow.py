"""What is heard as light on the stage's edges: a beat or a tone glows at the hand's side, a chime all around."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGradient, QLinearGradient, QPainter, QRadialGradient

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


class SoundGlow:
    """The same cue list as for the ear, so that both say the same. The stage paints it over all that lies on it: a
    widget of its own there would have the stage painted twice whenever it comes.

    Its pictures are kept until stage, screen or theme change."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lights = SoundLights()
        self._lit: tuple[Light, ...] = ()
        self._around: list[Sticker] = []
        self._beside: dict[tuple[bool, bool], Sticker] = {}
        self._key: tuple[object, ...] = ()
        self._view = ""
        self._viewpoint = Viewpoint.AS_ON_ME

    @property
    def lit(self) -> tuple[Light, ...]:
        return self._lit

    def set_cues(self, cues: Sequence[SoundCue]) -> None:
        self._lights, self._lit = SoundLights(cues), ()

    def follow(self, frame: Frame, viewpoint: Viewpoint) -> bool:
        """Returns whether it is another light now that is to be painted."""
        before, self._lit = self._lit, tuple(self._lights.at(frame.t))
        self._view, self._viewpoint = frame.view, viewpoint
        return self._lit != before

    def clear(self) -> None:
        """Gives back the memory of its pictures; nothing is lit."""
        self._lit, self._key = (), ()
        self._around.clear()
        self._beside.clear()

    def paint(self, painter: QPainter, stage: QSize, ratio: float) -> None:
        """`stage` in logical pixels, `ratio` device pixels a logical one."""
        key = (stage.width(), stage.height(), ratio, self._theme.palette.dark)
        if key != self._key:
            self._key = key
            self._around.clear()
            self._beside.clear()
        for light in self._lit:
            if light.cue.sound.is_chime:
                painter.setOpacity(light.brightness * _CHIME)
                self._paint_around(painter, stage, ratio)
            else:
                painter.setOpacity(light.brightness * _BRIGHTEST[light.cue.sound])
                self._paint_beside(painter, light.cue, stage, ratio)
        painter.setOpacity(1.0)

    def _paint_beside(self, painter: QPainter, cue: SoundCue, stage: QSize, ratio: float) -> None:
        """At the side where the hand is seen; at both where it is in the middle or there are two."""
        beat = cue.sound is Sound.TICK
        colour = self._theme.palette.accent if beat else self._theme.palette.chosen
        pan = self._viewpoint.pan(cue.side, self._view)
        for left, seen in ((True, pan <= 0), (False, pan >= 0)):
            if seen:
                if (beat, left) not in self._beside:
                    self._beside[beat, left] = _beside(0 if left else stage.width(), stage.height() / 2, colour, ratio)
                self._beside[beat, left].paint(painter)

    def _paint_around(self, painter: QPainter, stage: QSize, ratio: float) -> None:
        if not self._around:
            width, height, deep = stage.width(), stage.height(), DEEP + CORNER
            between = height - 2 * deep
            bands = (
                QRectF(0, 0, width, deep), QRectF(0, height - deep, width, deep),
                QRectF(0, deep, DEEP, between), QRectF(width - DEEP, deep, DEEP, between),
            )  # fmt: skip
            draw = partial(_draw_around, stage=stage, colour=self._theme.palette.accent)
            self._around = [sticker(band, ratio, draw) for band in bands]
        for picture in self._around:
            picture.paint(painter)


def _beside(x: float, y: float, colour: QColor, ratio: float) -> Sticker:
    """The light about a point of the stage's edge."""

    def draw(painter: QPainter) -> None:
        painter.translate(x, y)
        painter.scale(FAR, HIGH / 2)
        painter.fillRect(QRectF(-1, -1, 2, 2), _fading(QRadialGradient(QPointF(0, 0), 1.0), colour))

    return sticker(QRectF(max(x - FAR, 0.0), y - HIGH / 2, FAR, HIGH), ratio, draw)


def _draw_around(painter: QPainter, stage: QSize, colour: QColor) -> None:
    """Each side with the round corner it begins at; all four are the upper one, turned."""
    width, height, deep = stage.width(), stage.height(), DEEP + CORNER
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
