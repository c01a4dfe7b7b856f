"""Every sound is seen too: glow, captions and the sign that sound is off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.screening import Plan
from desktop.domain.sound_light import PULSE
from desktop.domain.sounds import Sound, sound_cues
from desktop.domain.spoken import spoken_lines
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.ui.player.player_place import PlayerPlace
from tests.ui.player.conftest import PLACES


@pytest.fixture
def still(player: PlayerPlace, plan: Plan, timeline: Timeline) -> PlayerPlace:
    """A session that stands still wherever it is looked at."""
    player.open("session-1", plan, timeline, PLACES)
    player.clock.pause()
    return player


def picture(player: PlayerPlace) -> QImage:
    return player.guide.stage.grab().toImage()


def test_what_is_lit_is_what_is_heard(still: PlayerPlace, timeline: Timeline) -> None:
    glow = still.guide.stage.glow
    for cue in sound_cues(timeline)[:-1]:  # the end is seen as another page
        still.show_moment(cue.t + 0.1)
        lit = {light.cue for light in glow.lit}
        assert cue in lit or cue.sound is Sound.TICK


def test_a_chime_lights_up_the_edge_of_the_stage_and_lets_it_go(still: PlayerPlace, timeline: Timeline) -> None:
    start = timeline.start_of(1)
    still.show_moment(start + 0.25)
    glow = still.guide.stage.glow
    assert any(light.cue.sound is Sound.NEXT_STEP for light in glow.lit)
    lit = picture(still)
    glow.clear()
    dark = picture(still)
    middle = lit.width() // 2
    assert lit.pixelColor(middle, 2) != dark.pixelColor(middle, 2)
    assert lit.pixelColor(middle, lit.height() // 3) == dark.pixelColor(middle, lit.height() // 3)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_a_light_that_comes_or_goes_has_the_stage_painted_once(still: PlayerPlace, timeline: Timeline) -> None:
    stage = still.guide.stage
    paints = Paints(stage)
    beat = next(cue for cue in sound_cues(timeline) if cue.sound is Sound.TICK and cue.t > timeline.start_of(0) + 12)
    counts, lit = [], []
    for t in (beat.t - 0.05, beat.t + 0.1, beat.t + PULSE + 0.01):
        paints.count = 0
        still.show_moment(t)
        QCoreApplication.sendPostedEvents()
        counts.append(paints.count)
        lit.append(bool(stage.glow.lit))
    assert (counts, lit) == ([1, 1, 1], [False, True, False])


def test_captions_are_the_lines_of_the_voice_while_they_are_said(still: PlayerPlace, timeline: Timeline) -> None:
    captions = still.guide.captions
    lines = spoken_lines(timeline, Viewpoint.AS_ON_ME)
    assert len(lines) > len(timeline.steps)
    for line in lines[:-1]:  # the last is said while the page to rest is there
        still.show_moment(line.t + 0.1)
        assert (captions.isVisible(), captions.text, captions.accessibleName()) == (True, line.text, line.text)
    still.show_moment(25.0)
    assert not captions.isVisible()


def test_a_caption_stays_as_long_as_its_words_are_heard(still: PlayerPlace, timeline: Timeline) -> None:
    line = spoken_lines(timeline, Viewpoint.AS_ON_ME)[1]
    still.show_moment(line.t + 0.1)
    still.show_speaking(True)
    still.show_moment(25.0)
    assert still.guide.captions.text == line.text
    still.show_speaking(False)
    still.show_moment(25.1)
    assert still.guide.captions.text == ""


def test_m_turns_sound_off_and_says_so(qtbot: QtBot, still: PlayerPlace) -> None:
    muted = QSignalSpy(still.muted)
    for wanted in (True, False):
        qtbot.keyClick(still, Qt.Key.Key_M)
        assert muted.at(muted.count() - 1) == [wanted]
        assert still.guide.muted_sign.isVisible() is wanted
