"""The voice: says a line when it is told to, and is silent where there is none. Nobody ever waits for it."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.sound.engine import SpeechEngine, Tone
from desktop.sound.speaker import NO_ENGINE, NO_LIBRARY

OPENING_MS = 20_000
"""An engine that has not answered by then hangs."""
PACKAGES = "speech-dispatcher speech-dispatcher-espeak-ng"
_UNHURRIED = -0.4 if sys.platform == "linux" else -0.1
"""A calm rate: eSpeak says 200 words a minute when left alone, and 155 so (measured)."""
_QUIET_SLOWER, _QUIET_PITCH, _QUIET_VOLUME = 0.2, -0.1, 0.5
_NOTCH = 0.08
_SPARE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """As a person sets them: `rate` -5 slower to 5 faster, `volume` 0 to 100, a `quiet` voice is softer, lower and
    slower (content sheet S1-1); `name` is empty for the system's own choice."""

    name: str = ""
    rate: int = 0
    volume: int = 80
    quiet: bool = False

    @property
    def tone(self) -> Tone:
        rate = _UNHURRIED + self.rate * _NOTCH - (_QUIET_SLOWER if self.quiet else 0.0)
        return Tone(self.name, max(rate, -1.0), _QUIET_PITCH if self.quiet else 0.0)

    @property
    def loudness(self) -> float:
        return self.volume / 100 * (_QUIET_VOLUME if self.quiet else 1.0)


class Voice(QObject):
    """Signals: `ready()` once its voices are known, `speaking(bool)`, `unavailable(str)` once: why, and what helps."""

    ready = Signal()
    speaking = Signal(bool)
    unavailable = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: SpeechEngine | None = None
        self._settings = VoiceSettings()
        self._told = False
        self._works = self._speaks = self._muted = False
        self._first: tuple[str, float, float] | None = None
        self._opening = QTimer(self, singleShot=True, interval=OPENING_MS)
        self._opening.timeout.connect(self._on_no_answer)
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self._on_silence)

    @property
    def voices(self) -> tuple[str, ...]:
        """Names to choose from, none until it is ready."""
        return self._engine.voices if self._engine else ()

    @property
    def speaks(self) -> bool:
        """Whether words are being said, or will be as soon as there is an engine."""
        return self._speaks or self._first is not None

    def prepare(self) -> None:
        """Looks for the engine ahead of the first word; takes seconds, which nobody notices. One that failed is looked
        for anew."""
        if self._engine is not None:
            return
        engine = self._engine = SpeechEngine(self)
        engine.opened.connect(self._on_opened)
        engine.failed.connect(self._on_failed)
        engine.spoke.connect(self._on_spoke)
        self._opening.start()
        engine.open()

    def change(self, settings: VoiceSettings) -> None:
        """From the next line on."""
        self._settings = settings
        if self._engine and self._works:
            self._engine.set_tone(settings.tone)

    def say(self, text: str, seconds: float, loudness: float = 1.0) -> None:
        """Says it now, instead of what is being said; `seconds` it takes about, `loudness` is a share of the volume.
        While the engine is being looked for the last wish is kept for when it is there."""
        if self._muted:
            return
        if self._engine is None or not self._works:
            self._first = (text, seconds, loudness) if self._opening.isActive() else None
            return
        self._silence.start(round((seconds * 1.5 + _SPARE_SECONDS) * 1000))
        self._engine.say(text, self._settings.loudness * loudness)

    def hush(self) -> None:
        self._first = None
        if self._engine and self._works:
            self._engine.stop()
        self._on_silence()

    def mute(self, muted: bool) -> None:
        """Says nothing until told otherwise; what is not said meanwhile is not made up for."""
        self._muted = muted
        if muted:
            self.hush()

    def close(self) -> None:
        """Ends the engine; `prepare` may open it again."""
        self._opening.stop()
        self._on_silence()
        if self._engine is not None:
            self._engine.close()
            self._engine.deleteLater()
        self._engine, self._works, self._first = None, False, None

    def _on_opened(self) -> None:
        if self._engine is None:
            return
        self._opening.stop()
        self._works = True
        self._engine.set_tone(self._settings.tone)
        self.ready.emit()
        if self._first is not None:
            self.say(*self._first)
            self._first = None

    def _on_spoke(self, speaks: bool) -> None:
        if not speaks:
            self._silence.stop()
        if speaks != self._speaks:
            self._speaks = speaks
            self.speaking.emit(speaks)

    def _on_silence(self) -> None:
        """What cannot be heard never ends by itself: without a device an engine speaks for ever."""
        self._silence.stop()
        self._on_spoke(False)

    def _on_no_answer(self) -> None:
        self._on_failed("no answer")

    def _on_failed(self, reason: str) -> None:
        self.close()
        if not self._told:
            self._told = True
            self.unavailable.emit(advice(reason, sys.platform))


def advice(reason: str, platform: str) -> str:
    """Why nothing is spoken and what to do about it, in a sentence or two."""
    if platform != "linux":
        return "No voice of this system could be used. Voices are added in the system's own settings, under speech."
    if reason == NO_LIBRARY:
        return f"The system's sound library is missing. On Debian and Ubuntu:\nsudo apt install libpulse0 {PACKAGES}"
    if reason == NO_ENGINE:
        return f"No voice is installed on this system. On Debian and Ubuntu:\nsudo apt install {PACKAGES}"
    return (
        f"The system's speech service does not answer. On Debian and Ubuntu it comes with:\nsudo apt install {PACKAGES}"
    )
