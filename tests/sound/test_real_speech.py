"""Real speech, recorded: a voice is heard, blocks nobody while it is made, and may go at any moment."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from desktop.sound.samples import RATE
from desktop.sound.voice import Voice, VoiceSettings
from tests.sound.speech import MISSING, SpeechService, speech_service

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
WORDS = "Let your shoulders drop, and breathe out slowly."
READY_MS = 15_000


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechService]:
    with speech_service() as service:
        monkeypatch.setenv("SPEECHD_ADDRESS", service.address)
        yield service


@pytest.fixture
def voice(service: SpeechService, qtbot: QtBot) -> Iterator[Voice]:
    voice = Voice()
    yield voice
    voice.close()


class Longest(QObject):
    """The longest time in which nothing else came to pass in this thread."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds, self._last = 0.0, time.monotonic()
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def end(self) -> float:
        self._timer.stop()
        return self.seconds

    def _tick(self) -> None:
        now = time.monotonic()
        self.seconds, self._last = max(self.seconds, now - self._last), now


def loudness(service: SpeechService, since: float) -> float:
    """The loudest tenth of a second heard since a second of the recording, 0 to 1."""
    sound = service.sound.heard()[int(since * RATE) :].mean(axis=1)
    tenths = sound[: len(sound) // (RATE // 10) * (RATE // 10)].reshape(-1, RATE // 10)
    return float(np.sqrt((tenths**2).mean(axis=1)).max())


def say(qtbot: QtBot, voice: Voice) -> None:
    """Until it has been said."""
    with qtbot.waitSignals([voice.speaking, voice.speaking], timeout=READY_MS):
        voice.say(WORDS, 4.0)


def test_a_voice_is_heard_and_holds_up_nobody(qtbot: QtBot, service: SpeechService, voice: Voice) -> None:
    longest = Longest()
    with qtbot.waitSignal(voice.ready, timeout=READY_MS):
        voice.prepare()
    assert any(name.startswith("English") for name in voice.voices)
    assert loudness(service, 0.0) < 0.001
    begun = service.sound.seconds()
    say(qtbot, voice)
    assert longest.end() < 0.25, "its constructor takes a second and more; none of it is felt here"
    assert loudness(service, begun) > 0.02


def test_a_quiet_voice_is_softer(qtbot: QtBot, service: SpeechService, voice: Voice) -> None:
    voice.prepare()
    qtbot.waitSignal(voice.ready, timeout=READY_MS).wait()
    say(qtbot, voice)
    middle = service.sound.seconds()
    plain = loudness(service, 0.0)
    voice.change(VoiceSettings(quiet=True))
    say(qtbot, voice)
    assert 0.005 < loudness(service, middle) < 0.75 * plain


def test_hush_is_heard(qtbot: QtBot, service: SpeechService, voice: Voice) -> None:
    voice.prepare()
    qtbot.waitSignal(voice.ready, timeout=READY_MS).wait()
    with qtbot.waitSignal(voice.speaking, timeout=READY_MS):
        voice.say(f"{WORDS} {WORDS} {WORDS}", 12.0)
    qtbot.wait(1000)
    voice.hush()
    assert not voice.speaks
    qtbot.wait(1200)
    begun = service.sound.seconds()
    qtbot.wait(800)
    assert loudness(service, begun - 0.2) < 0.005


def test_a_service_that_goes_is_said_once_and_takes_nobody_along(
    qtbot: QtBot, service: SpeechService, voice: Voice
) -> None:
    told: list[str] = []
    voice.unavailable.connect(told.append)
    voice.prepare()
    qtbot.waitSignal(voice.ready, timeout=READY_MS).wait()
    service.kill()
    with qtbot.waitSignal(voice.unavailable, timeout=READY_MS):
        voice.say(WORDS, 4.0)
    for _ in range(3):
        voice.say(WORDS, 4.0)
        voice.hush()
    voice.prepare()  # the next routine looks again, and finds it gone
    qtbot.waitUntil(lambda: voice.voices == () and not voice.speaks)
    qtbot.wait(1500)
    assert len(told) == 1
    assert "speech-dispatcher" in told[0]
