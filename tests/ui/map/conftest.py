"""The real atlas and guide, and a map in a window of the size it is designed for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.ui.map.map_place import MapPlace
from desktop.ui.theme import Theme


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return load_atlas()


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide()


@pytest.fixture
def place(qtbot: QtBot, atlas: Atlas, guide: Guide, theme: Theme) -> Iterator[MapPlace]:
    place = MapPlace(atlas, guide, theme)
    qtbot.addWidget(place)
    place.resize(1200, 800)
    with qtbot.waitActive(place):
        place.show()
        place.activateWindow()
    yield place
    place.hide()
