"""The voice with an engine that is only acted: one that works, one that never ends, one that dies, and none."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QProcessEnvironment
from pytestqt.qtbot import QtBot

from desktop.sound import engine, voice
from desktop.sound.speaker import NO_ENGINE, NO_LIBRARY
from desktop.sound.voice import Voice, VoiceSettings, advice

ACTED = """
import json, sys
manner = sys.argv[1]
def answer(**words): print(json.dumps(words), flush=True)
if manner != "hangs":
    answer(opened=["Ada", "Bo"])
for line in sys.stdin:
    order = json.loads(line)
    print(line, end="", file=sys.stderr, flush=True)
    if order["do"] == "say" and manner == "dies":
        sys.exit(3)
    if order["do"] == "say":
        answer(spoke=True)
    if order["do"] == "stop" or order["do"] == "say" and manner == "works":
        answer(spoke=False)
"""


@pytest.fixture
def manner(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    def command() -> tuple[str, list[str], QProcessEnvironment]:
        return sys.executable, ["-c", ACTED, request.param], QProcessEnvironment.systemEnvironment()

    monkeypatch.setattr(engine, "_command", command)
    return str(request.param)


@pytest.fixture
def spoken(manner: str, qtbot: QtBot) -> Iterator[Voice]:
    voice = Voice()
    yield voice
    voice.close()


works = pytest.mark.parametrize("manner", ["works"], indirect=True)


@works
def test_what_is_wished_before_the_engine_is_there_is_said_then(spoken: Voice, qtbot: QtBot) -> None:
    said: list[bool] = []
    spoken.speaking.connect(said.append)
    spoken.prepare()
    spoken.say("Too early", 1.0)
    spoken.say("Get ready", 1.0)
    assert spoken.speaks
    qtbot.waitUntil(lambda: said == [True, False])
    assert spoken.voices == ("Ada", "Bo")


@works
def test_a_muted_voice_says_nothing(spoken: Voice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(spoken.ready):
        spoken.prepare()
    spoken.mute(True)
    with qtbot.assertNotEmitted(spoken.speaking, wait=100):
        spoken.say("Nothing", 1.0)
    spoken.mute(False)
    with qtbot.waitSignal(spoken.speaking):
        spoken.say("Something", 1.0)


@works
def test_tone_and_volume_are_what_was_chosen(spoken: Voice, qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    spoken.change(VoiceSettings("Bo", rate=-5, volume=60, quiet=True))
    with qtbot.waitSignal(spoken.ready):
        spoken.prepare()
    with qtbot.waitSignals([spoken.speaking, spoken.speaking]):
        spoken.say("Softly", 1.0, loudness=0.5)
    orders = capfd.readouterr().err
    assert '"voice": "Bo"' in orders
    assert '"volume": 0.15' in orders


def test_a_quiet_voice_is_softer_lower_and_slower() -> None:
    plain, quiet = VoiceSettings(), VoiceSettings(quiet=True)
    assert quiet.loudness < plain.loudness
    assert quiet.tone.pitch < plain.tone.pitch
    assert -1 <= quiet.tone.rate < plain.tone.rate
    assert VoiceSettings(rate=-5, quiet=True).tone.rate >= -1


@pytest.mark.parametrize("manner", ["never ends"], indirect=True)
def test_words_that_never_end_count_as_said_after_a_while(
    spoken: Voice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "_SPARE_SECONDS", 0.2)
    with qtbot.waitSignal(spoken.ready):
        spoken.prepare()
    with qtbot.waitSignals([spoken.speaking, spoken.speaking], timeout=2000):
        spoken.say("For ever", 0.1)
    assert not spoken.speaks


@pytest.mark.parametrize("manner", ["dies"], indirect=True)
def test_an_engine_that_dies_is_told_once_and_looked_for_again(spoken: Voice, qtbot: QtBot) -> None:
    told: list[str] = []
    spoken.unavailable.connect(told.append)
    for _ in range(2):
        with qtbot.waitSignal(spoken.ready):
            spoken.prepare()
        spoken.say("The last words", 1.0)
        qtbot.waitUntil(lambda: spoken.voices == ())
    assert len(told) == 1
    assert not spoken.speaks


@pytest.mark.parametrize("manner", ["hangs"], indirect=True)
def test_an_engine_that_hangs_is_given_up(spoken: Voice, qtbot: QtBot) -> None:
    spoken._opening.setInterval(100)
    with qtbot.waitSignal(spoken.unavailable):
        spoken.prepare()
        spoken.say("Never", 1.0)
    assert not spoken.speaks


def test_a_program_that_is_not_there_is_no_voice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = ("/nowhere/speaker", list[str](), QProcessEnvironment.systemEnvironment())
    monkeypatch.setattr(engine, "_command", lambda: nothing)
    voice = Voice()
    with qtbot.waitSignal(voice.unavailable):
        voice.prepare()
    voice.close()


@pytest.mark.parametrize("reason", [NO_LIBRARY, NO_ENGINE, "Connection failed"])
def test_what_to_install_is_told(reason: str) -> None:
    assert "sudo apt install" in advice(reason, "linux")
    assert "speech-dispatcher-espeak-ng" in advice(reason, "linux")
    assert "apt" not in advice(reason, "win32")
