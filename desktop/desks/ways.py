"""Remembers the way somebody wants to be guided, and lays every session out in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.chart import Atlas
from desktop.domain.firmness import Firmness
from desktop.domain.guide import Guide
from desktop.domain.pace import Pace
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from desktop.preferences import Preferences

if TYPE_CHECKING:
    from desktop.domain.screening import Plan
    from desktop.domain.timeline import Timeline
    from desktop.ui.player.player_place import PlayerPlace


class WayDesk(QObject):
    """Between the player and the preferences. How firm a place is wished is one's own: of a partner nothing is kept."""

    def __init__(
        self, preferences: Preferences, save: Callable[[], None], guide: Guide, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences, self._save, self._guide = preferences, save, guide
        self._player: PlayerPlace | None = None
        self._plan: Plan | None = None
        self._atlas: Atlas | None = None

    @property
    def way(self) -> Way:
        chosen = self._preferences
        return Way(
            Pace(chosen.pace),
            chosen.change_over,
            chosen.untimed,
            Viewpoint(chosen.viewpoint),
            Viewpoint(chosen.partner_viewpoint),
        )

    def lay(self, plan: Plan, atlas: Atlas, player: PlayerPlace) -> tuple[Plan, Timeline]:
        """The plan in the way that was chosen. The player learns of it, and of how firm places are wished."""
        self._plan, self._atlas = plan, atlas
        if player is not self._player:
            self._player = player
            player.way_chosen.connect(self._on_way)
            player.firmness_changed.connect(self._on_firmness)
        own = plan.routine.mode != "partner"
        player.set_way(self.way, Firmness(self._preferences.firmness) if own else Firmness())
        return self.way.laid(plan, self._guide, atlas)

    def _on_way(self, way: Way) -> None:
        before, chosen = self.way, self._preferences
        chosen.pace, chosen.change_over, chosen.untimed = way.pace.value, way.change_over, way.untimed
        chosen.viewpoint, chosen.partner_viewpoint = way.alone.value, way.with_partner.value
        self._save()
        if self._player is None or self._plan is None or self._atlas is None:
            return
        if (before.pace, before.change_over, before.untimed) != (way.pace, way.change_over, way.untimed):
            self._player.continue_with(*way.laid(self._plan, self._guide, self._atlas))

    def _on_firmness(self, firmness: Firmness) -> None:
        if self._plan is not None and self._plan.routine.mode != "partner":
            self._preferences.firmness = dict(firmness.later().by_place)
            self._save()
