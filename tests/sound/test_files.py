"""The sounds themselves, listened to with numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from desktop.domain.sounds import Sound
from desktop.sound.accompaniment import AMBIENTS
from desktop.sound.samples import FOLDER, RATE, SampleBank, read
from tests.sound.listening import pitch
from tools.sound.__main__ import sounds, write
from tools.sound.level import loudest

STRUCK = [str(sound) for sound in Sound]
MADE = sounds()


def test_the_files_are_what_the_script_makes() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(MADE) == {*STRUCK, *AMBIENTS}
    for name, (samples, rate) in MADE.items():
        kept = read(FOLDER / f"{name}.wav")[:: RATE // rate]
        assert np.abs(kept - samples).max() < 2 / 32768, name


def test_they_are_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 1_100_000


@pytest.mark.parametrize("name", STRUCK)
def test_a_struck_sound_begins_and_ends_in_silence(name: str) -> None:
    samples = read(FOLDER / f"{name}.wav")
    assert np.abs(samples[:2]).max() < 1e-3
    assert np.abs(samples[-2:]).max() < 1e-3
    assert np.abs(np.diff(samples)).max() < 0.05  # no click within either
    assert np.abs(samples).max() < 0.4


@pytest.mark.parametrize("name", AMBIENTS)
def test_a_loop_has_no_seam(name: str) -> None:
    """What happens at the seam happens everywhere: its step and its bend are no greater than elsewhere."""
    samples = read(FOLDER / f"{name}.wav").astype(np.float64)
    around = np.concatenate([samples[-2000:], samples[:2000]])
    for times in (1, 2):
        elsewhere = np.abs(np.diff(samples, times))
        assert np.abs(np.diff(around, times))[1990:2010].max() <= np.quantile(elsewhere, 0.9999)


@pytest.mark.parametrize("name", AMBIENTS)
def test_a_loop_stays_even(name: str) -> None:
    """Calm: no tenth of a second stands out."""
    samples = read(FOLDER / f"{name}.wav").astype(np.float64)
    pieces = samples[: len(samples) // 4800 * 4800].reshape(-1, 4800).std(axis=1)
    assert 20 * np.log10(pieces.max() / np.median(pieces)) < 6


def test_what_belongs_together_is_equally_loud() -> None:
    level = {name: loudest(read(FOLDER / f"{name}.wav").astype(np.float64), RATE) for name in MADE}
    for group in (("rain", "brown", "pad"), ("press", "release"), ("next_step", "switch_side", "end")):
        assert max(level[name] for name in group) - min(level[name] for name in group) < 1, group
    assert level["rain"] < level["tick"] < level["press"] < level["next_step"]


def test_the_tones_of_a_hold_rise_with_the_pressure() -> None:
    bank = SampleBank()
    for sound in (Sound.PRESS, Sound.RELEASE):
        pitches = [pitch(bank.sound(sound, pressure)) for pressure in range(1, 7)]
        assert pitches == sorted(set(pitches)), sound
    assert bank.sound(Sound.PRESS, 0) is bank.sound(Sound.PRESS, 1)
    assert bank.sound(Sound.PRESS, 10) is bank.sound(Sound.PRESS, 6)
    assert bank.sound(Sound.TICK, 1) is bank.sound(Sound.TICK, 6)


def test_writing_and_reading_keeps_the_samples(tmp_path: Path) -> None:
    file = tmp_path / "sine.wav"
    write(file, np.sin(np.arange(1200) * 2 * np.pi * 440 / 12000) * 0.5, 12000)
    assert np.abs(read(file) - np.sin(np.arange(4800) * 2 * np.pi * 440 / RATE) * 0.5).max() < 1e-3
