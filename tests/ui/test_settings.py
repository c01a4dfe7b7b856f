"""The settings page: every choice by mouse and keyboard, and telling only what a person chose."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.assets import BUILDS
from desktop.preferences import BUILDS as KNOWN_BUILDS
from desktop.ui.settings.settings_place import SettingsPlace
from desktop.ui.skin_tone import TONES
from desktop.ui.theme import Theme


@pytest.fixture
def thumb(tmp_path: Path) -> Path:
    file = tmp_path / "thumb.png"
    image = QImage(84, 84, QImage.Format.Format_ARGB32)
    image.fill(QColor(212, 180, 157))
    image.save(str(file))
    return file


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 900)
    return window


@pytest.fixture
def place(window: QWidget, theme: Theme, thumb: Path, qtbot: QtBot) -> SettingsPlace:
    place = SettingsPlace(theme, "/home/somebody", ("Not a doctor.",), dict.fromkeys(BUILDS, thumb))
    place.setParent(window)
    place.resize(900, 900)
    place.show_values("light", 100, reduced_motion=True)
    place.body.show_values("neutral", "light")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return place


def test_the_preferences_know_the_same_builds() -> None:
    assert KNOWN_BUILDS == BUILDS


def test_showing_values_tells_nobody(place: SettingsPlace, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(place.body.build_chosen), qtbot.assertNotEmitted(place.body.skin_tone_chosen):
        place.body.show_values("masculine", "deep")
    assert place.body.build("masculine").isChecked()
    assert place.body.tone("deep").isChecked()


@pytest.mark.parametrize("build", BUILDS[::2])
def test_a_build_is_chosen_and_undone_by_choosing_again(place: SettingsPlace, qtbot: QtBot, build: str) -> None:
    for wanted in (build, "neutral"):
        with qtbot.waitSignal(place.body.build_chosen) as told:
            qtbot.mouseClick(place.body.build(wanted), Qt.MouseButton.LeftButton)
        assert told.args == [wanted]


def test_tones_are_walked_through_with_the_arrow_keys(place: SettingsPlace, qtbot: QtBot) -> None:
    place.body.tone("light").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(place.body.skin_tone_chosen) as told:
        qtbot.keyClick(place.body.tone("light"), Qt.Key.Key_Right)
    assert told.args == [TONES[TONES.index("light") + 1]]
    assert place.body.tone(TONES[TONES.index("light") + 1]).hasFocus()


def test_a_screen_reader_hears_what_a_choice_is_of(place: SettingsPlace) -> None:
    names = [place.body.build(name).accessibleName() for name in BUILDS]
    names += [place.body.tone(name).accessibleName() for name in TONES]
    assert len(set(names)) == len(BUILDS) + len(TONES)
    assert names[0] == "Build: Feminine"
    assert names[-1] == "Skin tone: Deep"


def test_the_pictures_of_the_builds_take_the_skin_tone(place: SettingsPlace, theme: Theme) -> None:
    button = place.body.build("neutral")
    before = button.grab().toImage().pixelColor(button.width() // 2, 40)
    theme.set_skin_tone("deep")
    after = button.grab().toImage().pixelColor(button.width() // 2, 40)
    assert after.lightness() < before.lightness() / 2


@pytest.mark.parametrize("percent", [80, 200])
def test_no_name_is_cut_off(place: SettingsPlace, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    QApplication.processEvents()
    for name in TONES:
        button = place.body.tone(name)
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= place.body.width()
