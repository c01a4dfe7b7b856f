"""How well the ticks in a long recording keep to the guide's time."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.sounds import Sound, sound_cues
from desktop.domain.timeline import Timeline
from desktop.sound.mixer import Block
from desktop.sound.samples import RATE
from tests.sound.listening import TICK

_ALIKE = 0.5
"""From this likeness to the tick's own samples on (1 at most) it is one."""
_ROUGH, _FINE = 0.3, 0.12
"""Seconds about where a tick should be in which it is looked for, before and after the recording's start is known."""


def planned_ticks(routine: str) -> NDArray[np.float64]:
    """Guide seconds of the ticks. Shape (n,)."""
    guide = load_guide()
    timeline = Timeline(guide.routines[routine].steps, guide, load_atlas())
    return np.array([cue.t for cue in sound_cues(timeline) if cue.sound is Sound.TICK])


def rhythm_figures(heard: Block, planned: NDArray[np.float64], zero: float, fast: float) -> dict[str, Any]:
    """`heard` is a recording; `zero` is about where guide second 0 is in it, and a second of it lasts 1 / (1 + `fast`)
    seconds: a sound server that plays for nobody rounds its time.

    The drift is how much later the ticks of the last minute are than those of the first, by their middle ones."""
    planned = planned * (1 + fast)
    start = planned[planned < planned[0] + 60]
    rough = _late(heard, start[_alone(start)], zero, _ROUGH)
    found = _late(heard, planned, zero + float(np.nanmedian(rough)), _FINE)
    minutes = [found[(planned >= minute * 60) & (planned < minute * 60 + 60)] for minute in range(10)]
    middles = [float(np.nanmedian(late)) for late in minutes if np.isfinite(late).any()]
    return {
        "recording_fast_ms_a_minute": round(60_000 * fast, 2),
        "ticks_planned": len(planned),
        "ticks_found": int(np.isfinite(found).sum()),
        "late_ms_by_minute": [round(1000 * (late - middles[0]), 2) for late in middles],
        "drift_ms": round(1000 * (middles[-1] - middles[0]), 2),
        "late_ms_p5_p95": [round(1000 * float(np.nanpercentile(found, mark)), 2) for mark in (5, 95)],
        "farthest_ms": round(1000 * float(np.nanmax(np.abs(found - np.nanmedian(found)))), 2),
    }


def _alone(ticks: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of them have no other within twice the rough reach."""
    before = np.diff(ticks, prepend=-np.inf)
    after = np.diff(ticks, append=np.inf)
    return np.asarray(np.minimum(before, after) > 2 * _ROUGH)


def _late(heard: Block, ticks: NDArray[np.float64], zero: float, reach: float) -> NDArray[np.float64]:
    """Seconds each tick is later than it should be; NaN where none is found. Shape as `ticks`."""
    return np.array([_nearest(heard, zero + float(t), reach) for t in ticks])


def _nearest(heard: Block, at: float, reach: float) -> float:
    """Seconds from `at` to what is most like a tick there; NaN where nothing is."""
    first = max(round((at - reach) * RATE), 0)
    piece = heard[first : round((at + reach) * RATE) + len(TICK)].sum(axis=1, dtype=np.float64)
    if len(piece) <= len(TICK):
        return math.nan
    likeness = correlate(piece, TICK, "valid", "fft")
    place = int(likeness.argmax())
    loud = np.linalg.norm(piece[place : place + len(TICK)]) * np.linalg.norm(TICK)
    return (first + place) / RATE - at if likeness[place] > _ALIKE * loud > 0 else math.nan
