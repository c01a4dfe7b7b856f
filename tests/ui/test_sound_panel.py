"""What is heard, in the settings: every choice tells its value, and what is off cannot be set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.preferences import AMBIENTS as KNOWN_AMBIENTS
from desktop.preferences import Preferences
from desktop.sound.accompaniment import AMBIENTS as MADE_AMBIENTS
from desktop.ui.settings.sound_panel import AMBIENTS, SoundPanel
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window

VOICES = ("Ada", "Bo")


class Silent:
    """Nothing is told meanwhile."""

    def __init__(self, panel: SoundPanel) -> None:
        self._panel, self.told = panel, list[object]()

    def __enter__(self) -> None:
        self._panel.changed.connect(self.told.append)

    def __exit__(self, *_: object) -> None:
        self._panel.changed.disconnect(self.told.append)
        assert not self.told


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[SoundPanel]:
    panel = SoundPanel(theme)
    window = in_window(qtbot, panel, 700, 760)
    panel.show_values(asdict(Preferences()))
    panel.show_voices(VOICES)
    yield panel
    window.close()


def test_everybody_knows_the_same_sounds() -> None:
    assert tuple(key for key, _ in AMBIENTS) == KNOWN_AMBIENTS == ("", *MADE_AMBIENTS)


def test_values_are_preferences(panel: SoundPanel) -> None:
    first = asdict(Preferences())
    assert panel.values.items() <= first.items()
    changed = first | {"voice_rate": -3, "ambient": "pad", "tell_half_time": True, "voice_name": "Bo"}
    with Silent(panel):
        panel.show_values(changed)
    assert panel.values.items() <= changed.items()


@pytest.mark.parametrize("name", ["voice", "quiet_voice", "tell_half_time", "tell_last_seconds", "rhythm"])
def test_a_tick_tells_its_value(panel: SoundPanel, qtbot: QtBot, name: str) -> None:
    wanted = not panel.values[name]
    with qtbot.waitSignal(panel.changed) as told:
        qtbot.keyClick(panel.ticks[name], Qt.Key.Key_Space)
    assert told.args
    assert told.args[0][name] is wanted


@pytest.mark.parametrize("name", ["voice_rate", "voice_volume", "rhythm_volume"])
def test_a_slider_tells_its_value(panel: SoundPanel, qtbot: QtBot, name: str) -> None:
    before = panel.values[name]
    with qtbot.waitSignal(panel.changed) as told:
        qtbot.keyClick(panel.levels[name].slider, Qt.Key.Key_Left)
    assert told.args
    assert told.args[0][name] < before
    assert panel.levels[name].slider.accessibleDescription()


def test_what_is_off_has_nothing_to_be_set(panel: SoundPanel, qtbot: QtBot) -> None:
    assert not panel.listen_button.isEnabled()
    qtbot.mouseClick(panel.ambient.button("rain"), Qt.MouseButton.LeftButton)
    assert panel.values["ambient"] == "rain"
    assert panel.listen_button.isEnabled()
    panel.ticks["voice"].setChecked(False)
    assert not panel.say_button.isEnabled()
    assert not panel.levels["voice_rate"].isEnabled()
    assert panel.levels["rhythm_volume"].isEnabled()


def test_a_voice_is_chosen_from_the_menu(panel: SoundPanel, qtbot: QtBot) -> None:
    assert panel.voice_button.text() == "Ada"
    with qtbot.waitSignal(panel.changed) as told:
        panel.voice_menu.actions()[1].trigger()
    assert told.args
    assert told.args[0]["voice_name"] == "Bo"
    assert [action.isChecked() for action in panel.voice_menu.actions()] == [False, True]
    assert panel.voice_button.accessibleName() == "Voice: Bo"


def test_trouble_is_seen_only_where_there_is_some(panel: SoundPanel) -> None:
    assert not panel.trouble.isVisible()
    panel.show_trouble(["No voice is installed."])
    panel.show_voices(())
    assert panel.trouble.isVisible()
    assert not panel.voice_button.isEnabled()
    assert panel.say_button.isEnabled(), "another try may find one"
