"""Ticks, the tones of a hold, and chimes: damped sines that begin and end in silence."""

from __future__ import annotations

import numpy as np

from tools.sound.level import Samples

RATE = 12000
_A3, _D5, _E5, _FIS5, _A5, _B5, _D6 = (440 * 2 ** (step / 12) for step in (-12, 5, 7, 9, 12, 14, 17))
_BELL = ((0.5, 0.25, 1.3), (1.0, 1.0, 1.0), (2.0, 0.45, 0.55), (2.99, 0.16, 0.35), (4.21, 0.06, 0.2))
"""Partials of a small, soft bell: multiple, strength, and how long it rings compared with the note."""


def tick() -> Samples:
    """Fingertips on wood, far away."""
    t = _seconds(0.16)
    knock = np.sin(2 * np.pi * 540 * t) * np.exp(-t / 0.022) + 0.35 * np.sin(2 * np.pi * 1130 * t) * np.exp(-t / 0.009)
    return _shaped(knock, rise=0.004, fall=0.04)


def press() -> Samples:
    """A note that comes up from a little below and stays: A3, for the lightest pressure."""
    return _hum(_glide(0.9, -2.0, 0.07), 0.9, rise=0.05, decay=0.4)


def release() -> Samples:
    """The same note sinking away."""
    return _hum(_glide(0.9, 0.0, 0.3, after=-5.0), 0.9, rise=0.03, decay=0.26)


def next_step() -> Samples:
    """Two notes upwards."""
    return _chime((0.0, _D5, 0.8), (0.17, _A5, 1.0), seconds=1.6, ring=0.36)


def switch_side() -> Samples:
    """Two notes down and up again, like something carried over."""
    return _chime((0.0, _B5, 0.8), (0.15, _E5, 0.9), (0.3, _B5, 1.0), seconds=1.7, ring=0.3)


def end() -> Samples:
    """A chord that opens slowly."""
    return _chime((0.0, _D5, 0.7), (0.32, _FIS5, 0.75), (0.64, _A5, 0.85), (0.96, _D6, 1.0), seconds=3.6, ring=0.75)


def _seconds(length: float) -> Samples:
    return np.arange(int(length * RATE)) / RATE


def _shaped(samples: Samples, rise: float, fall: float) -> Samples:
    """Raised and lowered by half a cosine each, so that nothing clicks."""
    shape = np.ones(len(samples))
    up, down = int(rise * RATE), int(fall * RATE)
    shape[:up] = 0.5 - 0.5 * np.cos(np.pi * np.arange(up) / up)
    shape[-down:] = 0.5 + 0.5 * np.cos(np.pi * (np.arange(down) + 1) / down)
    return samples * shape


def _glide(seconds: float, before: float, pace: float, after: float = 0.0) -> Samples:
    """Hertz over time: from `before` to `after` semitones beside A3, most of the way within `pace` seconds."""
    semitones = after + (before - after) * np.exp(-_seconds(seconds) / pace)
    return _A3 * 2 ** (semitones / 12)


def _hum(hertz: Samples, seconds: float, rise: float, decay: float) -> Samples:
    """A flute-like note: few harmonics, the upper ones gone first."""
    phase, t = 2 * np.pi * np.cumsum(hertz) / RATE, _seconds(seconds)
    note = sum(
        weight * np.sin(n * phase) * np.exp(-n * t / (2 * decay)) for n, weight in ((1, 1.0), (2, 0.4), (3, 0.16))
    )
    return _shaped(np.asarray(note) * np.exp(-t / (2 * decay)), rise=rise, fall=0.2)


def _bell(hertz: float, seconds: float, ring: float) -> Samples:
    t = _seconds(seconds)
    note = sum(weight * np.sin(2 * np.pi * hertz * m * t) * np.exp(-t / (ring * rings)) for m, weight, rings in _BELL)
    return _shaped(np.asarray(note), rise=0.008, fall=0.15)


def _chime(*notes: tuple[float, float, float], seconds: float, ring: float) -> Samples:
    """Notes as (start, hertz, strength), ringing on into each other."""
    chime = np.zeros(int(seconds * RATE))
    for start, hertz, strength in notes:
        first = int(start * RATE)
        chime[first:] += strength * _bell(hertz, (len(chime) - first) / RATE, ring)
    return _shaped(chime, rise=0.002, fall=0.25)
