"""Rain, brown noise and a slow pad as loops. They are built from whole turns of a circle, so that no seam exists."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tools.sound.level import Samples

RAIN_RATE, LOW_RATE = 24000, 8000
"""Samples a second; brown noise and pad hold nothing above 3 kHz."""
_RAIN_SECONDS, _BROWN_SECONDS, _PAD_SECONDS = 8, 12, 16
_SEED = 20


def rain() -> Samples:
    """A steady fall on leaves: a broad hiss, fine drops in it, and now and then a larger one."""
    dice, n = np.random.default_rng(_SEED), _RAIN_SECONDS * RAIN_RATE
    hiss = _noise(dice, n, RAIN_RATE, _rain_shape)
    gusts = 1 + 0.12 * _turns(n, 1, 0.3) + 0.08 * _turns(n, 3, 2.1) + 0.05 * _turns(n, 7, 4.0)
    fine = _drops(dice, n, count=1500, hertz=(1800, 6500), decay=(0.0008, 0.003))
    large = _drops(dice, n, count=90, hertz=(700, 1900), decay=(0.004, 0.012))
    return hiss * gusts + 0.55 * fine + 0.5 * large


def brown() -> Samples:
    """A far waterfall: the lower, the stronger."""
    dice, n = np.random.default_rng(_SEED + 1), _BROWN_SECONDS * LOW_RATE
    return _noise(dice, n, LOW_RATE, _brown_shape)


def pad() -> Samples:
    """An open chord whose notes come and go like slow breaths."""
    dice, n = np.random.default_rng(_SEED + 2), _PAD_SECONDS * LOW_RATE
    chord = np.zeros(n)
    for place, note in enumerate((73.42, 110.0, 146.83, 220.0, 329.63, 369.99)):
        swell = 0.72 + 0.28 * _turns(n, 1 + place % 3, place * 2.4)
        chord += swell * _string(dice, n, note) / (1 + 0.45 * place)
    return chord


def _turns(n: int, times: int, start: float) -> Samples:
    """A sine that turns a whole number of times within the loop."""
    return np.asarray(np.sin(2 * np.pi * times * np.arange(n) / n + start))


def _string(dice: np.random.Generator, n: int, hertz: float) -> Samples:
    """A few harmonics, each with a fainter line close by on either side, so that it shimmers."""
    tone = np.zeros(n)
    for harmonic in range(1, 6):
        turns = round(hertz * harmonic * n / LOW_RATE)
        for beside, share in ((-harmonic, 0.3), (0, 1.0), (harmonic, 0.3)):
            tone += share * _turns(n, turns + beside, dice.uniform(0, 2 * np.pi)) / harmonic**1.9
    return tone


def _noise(dice: np.random.Generator, n: int, rate: int, shape: Callable[[Samples], Samples]) -> Samples:
    """Noise of a spectrum, periodic over its whole length, at unit power."""
    hertz: Samples = np.fft.rfftfreq(n, 1 / rate).astype(np.float64)
    samples = np.fft.irfft(shape(hertz) * np.exp(2j * np.pi * dice.random(len(hertz))), n)
    return np.asarray(samples / samples.std())


def _rain_shape(hertz: Samples) -> Samples:
    """Most between 600 Hz and 5 kHz, none of the rumble below."""
    rise = hertz**2 / (hertz**2 + 450.0**2)
    return np.asarray(rise / np.sqrt(1 + (hertz / 2600) ** 2) / (1 + (hertz / 9000) ** 4))


def _brown_shape(hertz: Samples) -> Samples:
    safe = np.maximum(hertz, 1.0)
    return np.asarray(hertz**2 / (hertz**2 + 45.0**2) / safe / (1 + (hertz / 1800) ** 2))


def _drops(
    dice: np.random.Generator, n: int, count: int, hertz: tuple[float, float], decay: tuple[float, float]
) -> Samples:
    """Short damped sines at any place of the circle, most of them faint."""
    loop = np.zeros(n)
    for _ in range(count):
        length = dice.uniform(*decay)
        t = np.arange(int(8 * length * RAIN_RATE)) / RAIN_RATE
        grain = np.sin(2 * np.pi * dice.uniform(*hertz) * t) * np.exp(-t / length) * np.minimum(t / 0.0004, 1)
        places: NDArray[np.intp] = (dice.integers(n) + np.arange(len(t))) % n
        loop[places] += dice.exponential(1.0) * dice.choice((-1, 1)) * grain
    return loop
