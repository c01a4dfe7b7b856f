"""How somebody wants to be guided survives a restart; of a partner nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.desks.ways import WayDesk
from desktop.domain.firmness import Firmness
from desktop.domain.guide import Guide
from desktop.domain.pace import Pace
from desktop.domain.screen import screen
from desktop.domain.screening import Plan
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from desktop.preferences import Preferences
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


@pytest.fixture
def player(qtbot: QtBot, guide: Guide) -> Iterator[PlayerPlace]:
    player = PlayerPlace(load_atlas(), Theme("light"), guide)
    qtbot.addWidget(player)
    yield player
    player.clock.pause()


class Desk:
    """A desk over preferences, and how often they were saved."""

    def __init__(self, guide: Guide, preferences: Preferences | None = None) -> None:
        self.guide, self.preferences, self.saved = guide, preferences or Preferences(), 0
        self.desk = WayDesk(self.preferences, self._save, guide)

    def _save(self) -> None:
        self.saved += 1

    def open(self, player: PlayerPlace, routine: str) -> Plan:
        whole = self.guide.routines[routine]
        plan = screen(self.guide, replace(whole, steps=whole.steps[:3], core=frozenset()), {}, 9)
        assert isinstance(plan, Plan)
        laid, timeline = self.desk.lay(plan, load_atlas(), player)
        player.open("session", laid, timeline, ())
        return laid


def test_a_choice_is_saved_and_goes_on_at_once(guide: Guide, player: PlayerPlace) -> None:
    desk = Desk(guide)
    plan = desk.open(player, "RT01")
    player.clock.seek(8.0)
    way = Way(Pace.CALM, 10, alone=Viewpoint.MIRROR)
    player.way_chosen.emit(way)
    assert desk.saved == 1
    assert desk.desk.way == way
    assert player.steps[1].pressure == plan.routine.steps[1].pressure - 1


def test_the_next_session_begins_in_the_way_chosen_before(guide: Guide, player: PlayerPlace) -> None:
    chosen = Preferences(pace="calm", change_over=5, viewpoint="mirror", firmness={"occiput": -1})
    laid = Desk(guide, chosen).open(player, "RT01")
    assert laid.routine.steps[1].pressure == guide.routines["RT01"].steps[1].pressure - 1
    assert player.viewpoint is Viewpoint.MIRROR


def test_what_is_learned_of_ones_own_places_is_kept(guide: Guide, player: PlayerPlace) -> None:
    desk = Desk(guide)
    desk.open(player, "RT01")
    player.firmness_changed.emit(Firmness({"nape": -1, "jaw": 0}, elsewhere=-1))
    assert desk.preferences.firmness == {"nape": -1}
    assert desk.saved == 1


def test_of_a_partner_nothing_is_kept_and_ones_own_wishes_do_not_count(guide: Guide, player: PlayerPlace) -> None:
    desk = Desk(guide, Preferences(firmness=dict.fromkeys(guide.regions, -1)))
    laid = desk.open(player, "RT09")
    assert player._conductor is not None
    assert player._conductor.pressure.level == laid.routine.steps[0].pressure
    player.firmness_changed.emit(Firmness({"nape": 2}))
    assert desk.saved == 0
    assert player.viewpoint is Viewpoint.PARTNER
