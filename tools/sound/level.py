"""How loud something is to an ear, and making sounds equally loud."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]
"""Shape (n,): one channel, -1 to 1."""

_WINDOW_SECONDS = 0.1


def weighted(samples: Samples, rate: int) -> Samples:
    """The samples as an ear weighs them: A-weighting (IEC 61672), so low notes count for less."""
    spectrum, f2 = np.fft.rfft(samples), np.fft.rfftfreq(len(samples), 1 / rate) ** 2
    gain = 12194.0**2 * f2**2 / ((f2 + 20.6**2) * np.sqrt((f2 + 107.7**2) * (f2 + 737.9**2)) * (f2 + 12194.0**2))
    return np.fft.irfft(spectrum * gain * 10 ** (2.0 / 20), len(samples))


def loudest(samples: Samples, rate: int) -> float:
    """The weighted level of the loudest tenth of a second, dB below full scale."""
    window = min(int(_WINDOW_SECONDS * rate), len(samples))
    power = np.convolve(weighted(samples, rate) ** 2, np.full(window, 1 / window), "valid")
    return float(10 * np.log10(power.max()))


def at_level(samples: Samples, rate: int, decibels: float) -> Samples:
    """The samples with their loudest tenth of a second at a level. Raises ValueError where a peak would be cut off."""
    scaled = samples * 10 ** ((decibels - loudest(samples, rate)) / 20)
    if np.abs(scaled).max() >= 1:
        raise ValueError(f"at {decibels} dB the peak is {np.abs(scaled).max():.2f}")
    return scaled
