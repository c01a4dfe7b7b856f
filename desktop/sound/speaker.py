"""The process that speaks: the system's own speech, told what to do line by line on its standard input.

It is a process of its own because the system's speech can hang (without a sound device) and can take a program down
with it (libspeechd 0.11 once its service is gone). Opening it takes up to two seconds besides.

Orders and answers are JSON objects, one a line. Orders: `tone` with the fields of Tone, `say` with `text` and `volume`
(0 to 1), `stop`. Answers: `opened` with the names of the voices, `failed` with the reason, `spoke` with whether it
speaks now. The process ends with its standard input."""

from __future__ import annotations

import json
import os
import sys
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QCoreApplication, QGenericArgumentHolder, QLocale, QMetaObject, QObject, Qt

from desktop.sound.qt_log import calm_log

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

ENGINES = ("speechd", "darwin", "winrt", "sapi")
"""Of Linux, macOS and Windows, the better one first. Qt's `mock` speaks to nobody."""
NO_LIBRARY, NO_ENGINE = "no library", "no engine"
"""Reasons besides the engine's own words."""
_GRACE_SECONDS = 0.5
_LATER = Qt.ConnectionType.QueuedConnection
_LOCALES = ("en_GB", "en_US")
_COMMON = ("English (Great Britain)", "English (America)")
"""eSpeak sorts its voices by name; these are not dialects."""
_VARIANT = "+"
"""eSpeak offers every voice a hundred times over, in variants."""


def speak() -> int:
    """Runs until the standard input ends; gives the exit code."""
    qt = QCoreApplication(sys.argv[:1])
    calm_log()
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        _answer(failed=NO_LIBRARY)
        return 1
    engine = next((name for name in ENGINES if name in QTextToSpeech.availableEngines()), None)
    if engine is None:
        _answer(failed=NO_ENGINE)
        return 1
    speaker = Speaker(QTextToSpeech("none"))
    speaker.open(engine)
    Thread(target=_listen, args=(speaker, qt), name="orders", daemon=True).start()
    return qt.exec()


class Speaker(QObject):
    """Asks the engine for things by name, so that Qt alone does them: a call from Python would hold the interpreter,
    and with it the thread that hears of the end, for as long as the engine takes."""

    def __init__(self, speech: QTextToSpeech) -> None:
        super().__init__()
        self._speech = speech
        self._voices: dict[str, QVoice] = {}
        speech.engineChanged.connect(self._on_opened)
        speech.stateChanged.connect(self._on_state)
        speech.errorOccurred.connect(self._on_error)

    def open(self, engine: str) -> None:
        self._ask("setEngine", Q_ARG("QString", engine))

    def obey(self, order: dict[str, object]) -> None:
        """Does what one line says. May be called from any thread. Raises KeyError for an unknown order."""
        match order["do"]:
            case "tone":
                self._set_tone(order)
            case "say":
                self._ask("setVolume", Q_ARG("double", order["volume"]))
                self._ask("say", Q_ARG("QString", order["text"]))
            case "stop":
                self._ask("stop")
            case unknown:
                raise KeyError(unknown)

    def _set_tone(self, tone: dict[str, object]) -> None:
        if voice := self._voices.get(str(tone["voice"])) or next(iter(self._voices.values()), None):
            self._ask("setVoice", Q_ARG("QVoice", voice))
        self._ask("setRate", Q_ARG("double", tone["rate"]))
        self._ask("setPitch", Q_ARG("double", tone["pitch"]))

    def _ask(self, slot: str, *arguments: QGenericArgumentHolder) -> None:
        QMetaObject.invokeMethod(self._speech, slot, _LATER, *arguments)

    def _on_opened(self, _engine: str) -> None:
        if self._speech.state() == type(self._speech).State.Error:
            _answer(failed=self._speech.errorString())
        else:
            self._voices = _english(self._speech)
            _answer(opened=list(self._voices))

    def _on_state(self, state: QTextToSpeech.State) -> None:
        states = type(self._speech).State
        if self._voices:
            _answer(spoke=state in (states.Speaking, states.Synthesizing))

    def _on_error(self, _reason: object, words: str) -> None:
        _answer(failed=words)


def _english(speech: QTextToSpeech) -> dict[str, QVoice]:
    """The English voices by name: those of the system's own English first, and the common before dialects."""
    wanted = (QLocale.system().name(), *_LOCALES)
    locales = [locale for locale in speech.availableLocales() if locale.language() == QLocale.Language.English]
    locales.sort(key=lambda locale: wanted.index(locale.name()) if locale.name() in wanted else len(wanted))
    voices = [voice for locale in locales for voice in speech.allVoices(locale) if _VARIANT not in voice.name()]
    voices.sort(key=lambda voice: voice.name() not in _COMMON)
    return {voice.name(): voice for voice in voices}


def _listen(speaker: Speaker, qt: QCoreApplication) -> None:
    """Hands over the orders. At their end the process ends, even where the engine hangs."""
    for line in sys.stdin:
        speaker.obey(json.loads(line))
    QMetaObject.invokeMethod(qt, "quit", _LATER)
    sleep(_GRACE_SECONDS)
    os._exit(0)


def _answer(**words: object) -> None:
    sys.stdout.write(f"{json.dumps(words)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(speak())
