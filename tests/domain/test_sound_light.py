"""Lights come with their sounds, swell softly, and never flash."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.domain.body import Side
from desktop.domain.sound_light import APART, CHIME, PULSE, SoundLights
from desktop.domain.sounds import Sound, SoundCue


def brightness(lights: SoundLights, t: float) -> float:
    return sum(light.brightness for light in lights.at(t))


@pytest.mark.parametrize(("sound", "seconds"), [(Sound.TICK, PULSE), (Sound.PRESS, PULSE), (Sound.END, CHIME)])
def test_a_light_begins_with_its_sound_and_is_gone_after_it(sound: Sound, seconds: float) -> None:
    lights = SoundLights([SoundCue(10.0, sound, Side.LEFT)])
    assert brightness(lights, 9.99) == 0
    assert brightness(lights, 10 + 0.15 * seconds) == pytest.approx(1.0)
    assert brightness(lights, 10 + seconds) == 0


def test_it_swells_and_fades_without_a_jump() -> None:
    lights = SoundLights([SoundCue(0.0, Sound.NEXT_STEP), SoundCue(0.0, Sound.TICK, Side.LEFT)])
    seen = [brightness(lights, frame / 60) for frame in range(120)]
    assert max(abs(after - before) for before, after in pairwise(seen)) < 0.5


def test_fast_beats_light_up_less_than_three_times_a_second() -> None:
    lights = SoundLights([SoundCue(0.3 * beat, Sound.TICK, Side.LEFT) for beat in range(40)])
    lit = sorted({light.cue.t for frame in range(720) for light in lights.at(frame / 60)})
    assert len(lit) >= 18
    assert min(after - before for before, after in pairwise(lit)) >= APART > 1 / 3


def test_the_same_second_gives_the_same_light() -> None:
    lights = SoundLights([SoundCue(beat, Sound.TICK, Side.RIGHT) for beat in range(5)])
    assert list(lights.at(3.2)) == list(lights.at(3.2))
