"""Finding ticks in what was heard."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.domain.sounds import Sound
from desktop.sound.samples import RATE, SampleBank

TICK = SampleBank().sound(Sound.TICK, 1)


def ticks_in(sound: NDArray[np.float32]) -> list[tuple[float, float]]:
    """Ticks found in a recording (shape (n, 2)) by their shape: (second, share of the right channel's energy)."""
    size = len(sound) + len(TICK)
    likeness = np.fft.irfft(np.fft.rfft(sound.sum(axis=1), size) * np.fft.rfft(TICK, size).conj(), size)
    found, strong = [], 0.5 * likeness.max()
    while (place := int(likeness.argmax())) < len(sound) and likeness[place] > strong:
        energy = (sound[place : place + len(TICK)] ** 2).sum(axis=0)
        found.append((place / RATE, float(energy[1] / energy.sum())))
        likeness[max(place - RATE // 8, 0) : place + RATE // 8] = 0
    return sorted(found)


def pitch(samples: NDArray[np.float32]) -> float:
    """Hertz of the strongest line."""
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples))))
    return float(np.fft.rfftfreq(len(samples), 1 / RATE)[power.argmax()])
