from __future__ import annotations

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.timeline import Timeline
from tests.domain.plain_atlas import PlainAtlas


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide()


@pytest.fixture(scope="session")
def rt01(guide: Guide) -> Routine:
    return guide.routines["RT01"]


@pytest.fixture(scope="session")
def timeline(guide: Guide, rt01: Routine) -> Timeline:
    """RT01 on a body of plain shapes."""
    return Timeline(rt01.steps, guide, PlainAtlas())
