"""Sounds as they lie in memory: one channel, 48000 samples a second, what every device plays."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.domain.sounds import Sound

RATE = 48000
Samples = NDArray[np.float32]
"""Shape (n,), -1 to 1."""
FOLDER = Path(__file__).resolve().parents[1] / "assets" / "sound"

_SCALE = (0, 2, 5, 7, 9, 12)
"""Semitones above A3 for the pressures 1 to 6 and above: any two of these notes sound well together."""


class SampleBank:
    """The struck sounds, each read when it is first needed. Raises OSError and wave.Error where a file is no sound."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, int], Samples] = {}

    def sound(self, sound: Sound, pressure: float) -> Samples:
        """A sound; the tones of a hold the higher the firmer (pressure 0 to 10)."""
        note = _note(pressure) if sound in (Sound.PRESS, Sound.RELEASE) else 0
        if (sound, note) not in self._kept:
            self._kept[sound, note] = _raised(read(self._folder / f"{sound}.wav"), note)
        return self._kept[sound, note]

    def load(self, ambient: str) -> Samples:
        """A loop of ambient sound, by name."""
        return read(self._folder / f"{ambient}.wav")


def read(file: Path) -> Samples:
    """A file's samples at `RATE`, at least as they were: taken to be a loop, so that loops stay seamless."""
    with wave.open(str(file), "rb") as stream:
        rate, frames = stream.getframerate(), stream.readframes(stream.getnframes())
    samples = np.frombuffer(frames, "<i2").astype(np.float64) / 32768
    times = RATE // rate
    return np.asarray(np.fft.irfft(np.fft.rfft(samples), len(samples) * times) * times, np.float32)


def _note(pressure: float) -> int:
    return _SCALE[min(max(round(pressure), 1), len(_SCALE)) - 1]


def _raised(samples: Samples, semitones: int) -> Samples:
    """Played faster, so that it is higher and a little shorter."""
    places = np.arange(0, len(samples) - 1, 2 ** (semitones / 12))
    return np.interp(places, np.arange(len(samples)), samples).astype(np.float32) if semitones else samples
