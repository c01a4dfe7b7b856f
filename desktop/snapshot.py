"""Moments of a routine as the player shows them, drawn without waiting for them."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from desktop.assets.atlas import load_atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Mode, Theme


class Snapshots:
    """The player with one routine in it, standing still wherever it is asked to."""

    def __init__(self, guide: Guide, routine: Routine, size: tuple[int, int], theme: str) -> None:
        """`size` in logical pixels; `theme` light or dark."""
        atlas = load_atlas()
        self._theme = Theme(cast(Mode, theme), reduced_motion=True)
        self._theme.apply(cast(QApplication, QApplication.instance()))
        self._player = PlayerPlace(atlas, self._theme, guide.regions)
        self._player.resize(*size)
        self._player.show()
        plan = Plan(routine, (), None, ())
        self._player.open("", plan, Timeline(routine.steps, guide, atlas), ())
        self._player.clock.pause()

    def at(self, t: float) -> QPixmap:
        """What is seen `t` seconds into the routine."""
        self._player.show_moment(t)
        return self._player.grab()
