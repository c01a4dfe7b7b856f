"""Everything that is heard, added up: struck sounds at their place between left and right, and a loop below them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.sound.samples import RATE, Samples

Block = NDArray[np.float32]
"""Shape (n, 2): left and right, -1 to 1."""

FADE_SECONDS = 0.04
"""How quickly everything goes silent."""
_WIDTH = 0.8
"""Never wholly in one ear, which is unpleasant with headphones."""
_DUCKED = 0.25
"""The share of the loop's volume that is left under speech (-12 dB)."""
_SLOW_SECONDS = 0.6
"""How quickly the loop comes, goes and makes room for speech."""


class Fader:
    """A volume that never jumps."""

    def __init__(self, value: float, seconds: float) -> None:
        self.value = self.target = value
        self.seconds = seconds

    def next(self, n: int) -> Samples | float:
        """The volume over the next `n` samples: one number while it stays."""
        if self.value == self.target:
            return self.value
        start, most = self.value, n / (RATE * self.seconds)
        self.value += min(max(self.target - start, -most), most)
        return np.linspace(start, self.value, n, dtype=np.float32)


@dataclass(slots=True)
class _Struck:
    """A sound being played: `at` is its next sample; below 0 it is that far ahead."""

    samples: Samples
    left: float
    right: float
    at: int


class Mixer:
    """Blocks of sound, one after the other. Knows no device and no clock.

    `rhythm` and `volume` (of the loop) are 0 to 1 as a person sets them; both are squared, as ears want it."""

    def __init__(self) -> None:
        self._struck: list[_Struck] = []
        self._rhythm = 1.0
        self._hush = Fader(1.0, FADE_SECONDS)
        self._loop: Samples | None = None
        self._wanted: Samples | None = None
        self._at = 0
        self._volume, self._ducked, self._playing = 0.5, False, False
        self._below = Fader(0.0, _SLOW_SECONDS)

    @property
    def silent(self) -> bool:
        """Whether blocks hold nothing until something is asked for."""
        return not self._struck and self._below.value == 0.0

    def strike(self, samples: Samples, pan: float, after: int = 0) -> None:
        """Play a sound from `after` samples into the next block; `pan` is -1 left to 1 right, equally loud anywhere."""
        angle = (pan * _WIDTH + 1) * math.pi / 4
        self._hush.value = self._hush.target = 1.0
        loud = self._rhythm**2 * math.sqrt(2)
        self._struck.append(_Struck(samples, loud * math.cos(angle), loud * math.sin(angle), -after))

    def hush(self) -> None:
        """Let what is being played fade away at once."""
        if self._struck:
            self._hush.target = 0.0

    def set_rhythm(self, volume: float) -> None:
        self._rhythm = volume

    def set_loop(self, samples: Samples | None) -> None:
        """Another loop, or none; the one that plays fades away first."""
        self._wanted = samples
        self._aim()

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        self._aim()

    def duck(self, ducked: bool) -> None:
        """Make room for speech."""
        self._ducked = ducked
        self._aim()

    def play_loop(self, playing: bool, *, at_once: bool) -> None:
        """Let the loop come, slowly, or go, slowly or at once."""
        if playing != self._playing:
            self._playing = playing
            self._aim()
            if at_once and not playing:
                self._below.seconds = FADE_SECONDS

    def block(self, n: int) -> Block:
        """The next `n` samples."""
        out = np.zeros((n, 2), np.float32)
        hush = self._hush.next(n)
        for struck in self._struck:
            self._add(out, struck)
        if not isinstance(hush, float) or hush != 1.0:
            out *= hush[:, None] if isinstance(hush, np.ndarray) else hush
        self._struck = [] if self._hush.value == 0.0 else [s for s in self._struck if s.at < len(s.samples)]
        if self._below.value == 0.0 and self._loop is not self._wanted:
            self._loop, self._at = self._wanted, 0
            self._aim()
        if self._loop is not None and (self._below.value or self._below.target):
            self._add_loop(out, self._loop)
        return np.clip(out, -1.0, 1.0, out=out)

    def _aim(self) -> None:
        audible = self._playing and self._loop is not None and self._loop is self._wanted
        self._below.target = self._volume**2 * (_DUCKED if self._ducked else 1.0) if audible else 0.0
        self._below.seconds = _SLOW_SECONDS

    def _add(self, out: Block, struck: _Struck) -> None:
        first = max(-struck.at, 0)
        piece = struck.samples[max(struck.at, 0) : max(struck.at + len(out), 0)]
        out[first : first + len(piece), 0] += struck.left * piece
        out[first : first + len(piece), 1] += struck.right * piece
        struck.at += len(out)

    def _add_loop(self, out: Block, loop: Samples) -> None:
        """The right ear hears the loop half a turn later, which makes it wide."""
        below = self._below.next(len(out))
        places = self._at + np.arange(len(out))
        out[:, 0] += below * loop.take(places, mode="wrap")
        out[:, 1] += below * loop.take(places + len(loop) // 2, mode="wrap")
        self._at = (self._at + len(out)) % len(loop)
