"""Moments of a routine as the player shows them, drawn without waiting for them."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.assets.atlas import load_atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.screen import screen
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
        self._window = QWidget()
        self._window.resize(*size)
        self._player = PlayerPlace(atlas, self._theme, guide, parent=self._window)
        self._player.resize(*size)
        self._window.show()
        self._player.open("", _whole(guide, routine), Timeline(routine.steps, guide, atlas), ())
        self._player.clock.pause()

    def at(self, t: float) -> QPixmap:
        """What is seen `t` seconds into the routine."""
        self._player.show_moment(t)
        QApplication.processEvents()
        return self._player.grab()


def _whole(guide: Guide, routine: Routine) -> Plan:
    """The routine as it is done when no answer takes anything away. Raises TypeError where there is no such plan."""
    plan = screen(guide, routine, {}, guide.safety.first_sessions)
    if not isinstance(plan, Plan):
        raise TypeError(f"{routine.id} is refused without any answer")
    return plan
