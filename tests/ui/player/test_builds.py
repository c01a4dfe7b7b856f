"""A further build at rest is itself; while the body moves, the one that the moves are drawn of is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.chart import Atlas
from desktop.domain.frame import Frame, Move
from desktop.domain.timeline import Timeline
from desktop.ui.player.stage import Stage
from desktop.ui.theme import Theme


@pytest.fixture
def resting(timeline: Timeline) -> Frame:
    """The body alone."""
    return replace(timeline.frame_at(33.0), view="head_back", hands=(), skin=(), folds=(), traces=(), move=None)


@pytest.fixture
def seen(qtbot: QtBot, theme: Theme) -> Callable[[Atlas, list[Frame]], list[QImage]]:
    """Pictures of frames shown one after another on a stage of an atlas."""

    def seen(atlas: Atlas, frames: list[Frame]) -> list[QImage]:
        stage = Stage(atlas, theme)
        qtbot.addWidget(stage)
        stage.resize(500, 400)
        pictures = []
        for frame in frames:
            stage.show_frame(frame)
            pictures.append(stage.grab().toImage())
        return pictures

    return seen


def test_the_body_that_moves_stands_in_for_the_build(
    seen: Callable[[Atlas, list[Frame]], list[QImage]], resting: Frame
) -> None:
    moving = replace(resting, move=Move("nod", 0.0))
    masculine = seen(load_atlas("masculine"), [resting, moving, resting])
    neutral = seen(load_atlas(), [resting, moving, resting])
    assert masculine[1] == neutral[1]
    assert masculine[0] != neutral[0]
    assert masculine[2] == masculine[0]


def test_a_step_with_a_move_is_laid_on_the_body_that_moves() -> None:

    guide, build = load_guide(), load_atlas("masculine")
    steps = guide.routines["RT01"].steps
    on_build, on_neutral = Timeline(steps, guide, build), Timeline(steps, guide, load_atlas())
    for index, step in enumerate(steps):
        t = on_build.start_of(index) + step.seconds / 2
        one, other = on_build.frame_at(t), on_neutral.frame_at(t)
        if step.move:
            assert one == other, step.name
        elif one.hands:
            assert one.hands != other.hands, step.name
