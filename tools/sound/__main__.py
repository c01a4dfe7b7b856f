"""Writes desktop/assets/sound anew: `python -m tools.sound`."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from tools.sound import ambient, tones
from tools.sound.level import Samples, at_level

FOLDER = Path(__file__).resolve().parents[2] / "desktop" / "assets" / "sound"
_TICK, _TONE, _CHIME, _AMBIENT = -30.0, -27.0, -25.0, -32.0
"""Levels in dB: chimes are heard over ticks, and ticks over what lies below everything."""


def sounds() -> dict[str, tuple[Samples, int]]:
    """All sounds by name, as loud as they shall be, with their samples a second."""
    level = at_level
    struck = {
        "tick": (tones.tick(), _TICK),
        "press": (tones.press(), _TONE),
        "release": (tones.release(), _TONE),
        "next_step": (tones.next_step(), _CHIME),
        "switch_side": (tones.switch_side(), _CHIME),
        "end": (tones.end(), _CHIME),
    }
    made = {name: (level(samples, tones.RATE, loud), tones.RATE) for name, (samples, loud) in struck.items()}
    for name, samples, rate in (
        ("rain", ambient.rain(), ambient.RAIN_RATE),
        ("brown", ambient.brown(), ambient.LOW_RATE),
        ("pad", ambient.pad(), ambient.LOW_RATE),
    ):
        made[name] = (level(samples, rate, _AMBIENT), rate)
    return made


def write(file: Path, samples: Samples, rate: int) -> None:
    """One channel, 16 bits."""
    with wave.open(str(file), "wb") as stream:
        stream.setnchannels(1)
        stream.setsampwidth(2)
        stream.setframerate(rate)
        stream.writeframes(np.round(samples * 32767).astype("<i2").tobytes())


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (samples, rate) in sounds().items():
        file = FOLDER / f"{name}.wav"
        write(file, samples, rate)
        print(f"{file.name:16} {len(samples) / rate:5.2f} s {file.stat().st_size // 1024:5} KB")


if __name__ == "__main__":
    main()
