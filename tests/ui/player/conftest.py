"""The first three steps of the real routine, played on a clock that the test moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.screen import screen
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.player.clock import Clock
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window

PLACES = (Place("occiput", Side.LEFT), Place("occiput", Side.RIGHT))


class Seconds:
    """A source of time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def walk(clock: Clock, seconds: Seconds, by: float, step: float = 0.5) -> None:
    """Lets `by` real seconds go past in ticks that are no gap."""
    for _ in range(round(by / step)):
        seconds.now += step
        clock.tick()


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return load_atlas()


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide()


@pytest.fixture(scope="session")
def plan(guide: Guide) -> Plan:
    whole = guide.routines["RT01"]
    short = replace(whole, steps=whole.steps[:3], core=frozenset({2}), optional=frozenset())
    plan = screen(guide, short, {}, sessions_done=0)
    assert isinstance(plan, Plan)
    return plan


@pytest.fixture(scope="session")
def timeline(plan: Plan, guide: Guide, atlas: Atlas) -> Timeline:
    return Timeline(plan.routine.steps, guide, atlas)


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def clock(qapp: QApplication, seconds: Seconds) -> Iterator[Clock]:
    clock = Clock(seconds)
    yield clock
    clock.pause()


@pytest.fixture
def player(qtbot: QtBot, atlas: Atlas, guide: Guide, theme: Theme, clock: Clock) -> Iterator[PlayerPlace]:
    player = PlayerPlace(atlas, theme, guide, clock)
    window = in_window(qtbot, player)
    player.setFocus()
    yield player
    clock.pause()
    window.close()
