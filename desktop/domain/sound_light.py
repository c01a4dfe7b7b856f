"""Every sound has a light: how bright the stage's edges are while it is heard, or would be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.domain.easing import smooth
from desktop.domain.sounds import Sound, SoundCue, between

PULSE, CHIME = 0.5, 1.6
"""Seconds until the light of a beat or tone, and that of a chime, is gone."""
_RISE: Final = 0.15
"""The share of it in which it becomes bright: lights swell, they do not flash."""
APART: Final = 0.35
"""Seconds from one beat's light to the next at least: fewer than three a second."""


@dataclass(frozen=True, slots=True)
class Light:
    """The light of a sound: `brightness` 0 to 1."""

    cue: SoundCue
    brightness: float


class SoundLights:
    """The lights of a list of cues, a function of the guide second alone."""

    def __init__(self, cues: Iterable[SoundCue] = ()) -> None:
        self._cues: Sequence[SoundCue] = tuple(_unhurried(cues))

    def at(self, t: float) -> Iterator[Light]:
        """What is lit at guide second `t`, later ones last."""
        for cue in between(self._cues, t - CHIME, t + 1e-9):
            brightness = _brightness((t - cue.t) / (CHIME if cue.sound.is_chime else PULSE))
            if brightness > 0:
                yield Light(cue, brightness)


def _brightness(age: float) -> float:
    """Swells and fades, `age` 0 to 1."""
    if age < _RISE:
        return smooth(max(age, 0.0) / _RISE)
    return 1 - smooth((age - _RISE) / (1 - _RISE)) if age < 1 else 0.0


def _unhurried(cues: Iterable[SoundCue]) -> Iterator[SoundCue]:
    """Without beats that come too soon after another light of theirs."""
    last = float("-inf")
    for cue in cues:
        if cue.sound is Sound.TICK and cue.t - last < APART:
            continue
        if not cue.sound.is_chime:
            last = cue.t
        yield cue
