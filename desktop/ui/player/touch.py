"""Everything that touches the body, and how the body answers: hands, warmth, pulled skin, folds, marks and holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from desktop.domain.chart import Atlas
from desktop.domain.frame import Frame, HandPose
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.player.folds import FoldPainter
from desktop.ui.player.hands import HandPainter
from desktop.ui.player.hold_ring import HoldPainter
from desktop.ui.player.ripples import RipplePainter
from desktop.ui.player.skin_pull import SkinPainter
from desktop.ui.player.spot_ways import SpotWayPainter
from desktop.ui.player.surround import SurroundPainter
from desktop.ui.player.tremble_mark import TremblePainter
from desktop.ui.theme import Theme

LIFTED: Final = 0.5
"""A hand further away than this holds nothing."""


class TouchPainter:
    """Paints what a Frame says of touch, through a camera. `ratio` is device pixels a logical one throughout."""

    def __init__(self, atlas: Atlas, theme: Theme, camera: Camera) -> None:
        self._atlas = atlas
        self._theme = theme
        self._camera = camera
        self._skin = SkinPainter(camera)
        self._folds = FoldPainter(camera, theme)
        self._ripples = RipplePainter(camera)
        self._holds = HoldPainter(theme)
        self._surround = SurroundPainter()
        self._tremble = TremblePainter(theme)
        self._spot_ways = SpotWayPainter(theme, camera)
        self._hands: HandPainter | None = None
        self._tone = ""

    def clear(self) -> None:
        """Gives back the memory of everything kept for painting."""
        self._hands = None
        for painter in (self._skin, self._folds, self._ripples, self._holds, self._tremble, self._surround):
            painter.clear()
        self._spot_ways.clear()

    def prepare(self, frame: Frame, ratio: float) -> bool:
        """Makes at most one picture that a frame needs, now or soon. Returns whether there was one to make."""
        return (
            self._painter().prepare(frame.hands)
            or self._skin.prepare(frame.skin, ratio)
            or self._folds.prepare(frame.folds, ratio)
            or self._holds.prepare(frame.held, ratio)
        )

    def paint_skin(self, painter: QPainter, frame: Frame, body: BodyPainter, ratio: float) -> None:
        """How the skin answers, over the body that has just been painted; the ground beside it stays as it is.

        A body that moves or that the camera is gliding over is only warmed."""
        still = frame.move is None and not self._camera.moving
        painted = []
        if still:
            self._skin.paint(painter, frame.skin, body, ratio)
            painted = self._folds.paint(painter, frame.folds, ratio)
        hands, px_per_cm = self._painter(), body.chart.px_per_cm * self._camera.scale
        if not self._camera.moving:
            hands.set_scale(px_per_cm, ratio)
        painted += [
            hands.paint_below(painter, hand, self._camera.to_widget(hand.at), px_per_cm) for hand in frame.hands
        ]
        painted += self._ripples.paint(painter, frame.ripples, px_per_cm, ratio)
        if still:
            self._surround.paint(painter, painted, body, ratio)

    def paint_hands(self, painter: QPainter, frame: Frame, body: BodyPainter, ratio: float) -> None:
        """Comes after `paint_skin`. Of a hand from the front only what lies over the body is seen, and nothing while
        the camera is gliding."""
        px_per_cm = body.chart.px_per_cm * self._camera.scale
        for hand in on_top_last(frame.hands):
            if hand.from_front and self._camera.moving:
                continue
            swing = QPointF(*hand.echo) * self._camera.scale
            painted = self._painter().paint_hand(painter, hand, self._camera.to_widget(hand.at), px_per_cm, swing)
            if hand.from_front:
                self._surround.paint(painter, [painted], body, ratio)

    def paint_signs(self, painter: QPainter, frame: Frame, ratio: float) -> None:
        """Over the hands: what they do on the spot, how long they have held, and that they tremble."""
        self._spot_ways.paint(painter, frame.spot_ways, ratio)
        for hand in frame.hands:
            at = self._camera.to_widget(hand.at)
            if frame.held > 0 and hand.lift < LIFTED:
                self._holds.paint(painter, at, frame.held, ratio)
            if hand.echo != (0, 0):
                self._tremble.paint(painter, at, hand.echo, ratio)

    def _painter(self) -> HandPainter:
        if self._hands is None or self._tone != self._theme.skin_tone:
            self._tone = self._theme.skin_tone
            self._hands = HandPainter(self._atlas.hands(), tone=self._tone)
        return self._hands


def on_top_last(hands: Sequence[HandPose]) -> list[HandPose]:
    """A hand that only rests lies below the one that works; otherwise the frame's own order holds."""
    return sorted(hands, key=is_at_work)


def is_at_work(hand: HandPose) -> bool:
    return hand.pose != "resting"
