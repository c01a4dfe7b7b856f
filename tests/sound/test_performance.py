"""What is heard without any device: rendered into memory and looked through."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.assets.catalog import load_guide
from desktop.domain.firmness import Firmness
from desktop.domain.sounds import Sound, SoundCue, between, sound_cues
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.sound.mixer import Mixer
from desktop.sound.performance import Performance
from desktop.sound.samples import RATE, SampleBank
from desktop.sound.schedule import Schedule
from tests.domain.plain_atlas import PlainAtlas
from tests.sound.listening import pitch, ticks_in

GUIDE, BANK = load_guide(), SampleBank()
START = 1000.0
"""The steady clock at the guide's second 0."""
N = 960


def timeline_of(routine: str, *, untimed: bool = False) -> Timeline:
    return Timeline(GUIDE.routines[routine].steps, GUIDE, PlainAtlas(), untimed=untimed)


def begun(timeline: Timeline, viewpoint: Viewpoint = Viewpoint.AS_ON_ME) -> Performance:
    performance = Performance(BANK)
    performance.begin(timeline, viewpoint)
    return performance


def played(performance: Performance, start: float, end: float) -> NDArray[np.float32]:
    """From guide second `start` to `end`, told the time with every block. Shape (n, 2)."""
    blocks = []
    for place in range(int((end - start) * RATE) // N):
        now = START + start + place * N / RATE
        performance.follow(now - START, now, True)
        blocks.append(performance.block(N, now, now))
    return np.concatenate(blocks)


def still(performance: Performance, t: float, seconds: float) -> NDArray[np.float32]:
    """The guide stands still at `t`."""
    performance.follow(t, START + t, False)
    count = int(seconds * RATE) // N
    return np.concatenate([performance.block(N, START + t, START + t) for _ in range(count)])


def rhythm(timeline: Timeline, start: float, end: float) -> list[SoundCue]:
    return [cue for cue in between(sound_cues(timeline), start, end) if cue.sound is Sound.TICK]


def test_ticks_are_heard_to_the_millisecond() -> None:
    timeline = timeline_of("RT03")
    start = timeline.start_of(8) + 2
    found = ticks_in(played(begun(timeline), start, start + 6))
    expected = rhythm(timeline, start, start + 5.9)
    assert [t for t, _ in found][: len(expected)] == pytest.approx([cue.t - start for cue in expected], abs=0.001)


@pytest.mark.parametrize("viewpoint", Viewpoint)
def test_ticks_are_heard_where_the_hand_is_seen(viewpoint: Viewpoint) -> None:
    """Back and front views, sides one after the other and in turns."""
    for routine, index in (("RT09", 3), ("RT01", 7), ("RT07", 1)):
        timeline = timeline_of(routine)
        view = timeline.steps[index].view
        for start in (timeline.start_of(index) + 0.5, timeline.end_of(index) - 9):
            expected = rhythm(timeline, start, start + 8)
            found = ticks_in(played(begun(timeline, viewpoint), start, start + 8.5))[: len(expected)]
            pans = [viewpoint.pan(cue.side, view) for cue in expected]
            assert [np.sign(round(share - 0.5, 2)) for _, share in found] == pans


def test_both_hands_at_once_are_heard_in_the_middle() -> None:
    timeline = timeline_of("RT02")
    start = timeline.start_of(3) + 2.5
    assert [share for _, share in ticks_in(played(begun(timeline), start, start + 4))] == pytest.approx([0.5, 0.5])


def test_a_sound_is_equally_loud_anywhere() -> None:
    power = []
    for pan in (-1, -0.5, 0, 0.5, 1):
        mixer = Mixer()
        mixer.strike(BANK.sound(Sound.TICK, 1), pan)
        power.append(float((mixer.block(RATE) ** 2).sum()))
    assert power == pytest.approx([power[0]] * 5, rel=1e-4)


def test_a_pause_is_silent_at_once_and_without_a_click() -> None:
    timeline = timeline_of("RT01")
    performance = begun(timeline)
    performance.set_ambient("rain", 1.0)
    before = played(performance, -1, 0.1)
    after = still(performance, 0.1, 1.0)
    assert np.abs(before[-N:]).max() > 0.01
    assert np.abs(after[int(0.06 * RATE) :]).max() == 0
    joined = np.concatenate([before, after])
    assert np.abs(np.diff(joined[-RATE - 4 * N :], axis=0)).max() <= np.abs(np.diff(before, axis=0)).max() * 1.1
    assert performance.silent(START + 0.2)


def test_a_seek_goes_on_at_the_new_place_with_its_chime() -> None:
    timeline = timeline_of("RT02")
    performance = begun(timeline)
    played(performance, 31.0, 33.0)
    struck: list[SoundCue] = []
    performance._strike = lambda cue, after: struck.append(cue)  # type: ignore[method-assign]
    start = timeline.start_of(3)
    for place in range(200):  # heard a tenth of a second later, as with a device
        now = START + place * N / RATE
        performance.follow(start + place * N / RATE, now, True)
        performance.block(N, now + 0.1, now)
    assert [cue.sound for cue in struck[:2]] == [Sound.NEXT_STEP, Sound.TICK]
    assert [cue.t - start for cue in struck] == pytest.approx([0, 2, 4])


def test_a_guide_that_says_nothing_any_more_is_not_run_ahead_of() -> None:
    performance = begun(timeline_of("RT04"))
    performance.set_ambient("pad", 1.0)
    played(performance, 90, 92)
    silence = [performance.block(N, now := START + 92 + i * N / RATE, now) for i in range(150)]
    assert np.abs(np.concatenate(silence[100:])).max() == 0
    assert performance.silent(START + 96)


def test_mute_and_volumes() -> None:
    timeline = timeline_of("RT04")
    performance = begun(timeline)
    loud = np.abs(played(performance, 90, 93)).max()
    performance.set_rhythm(0.5)
    assert np.abs(played(performance, 93, 96)).max() == pytest.approx(loud / 4, rel=0.02)
    performance.mute(True)
    assert np.abs(played(performance, 96, 99)[3 * N :]).max() == 0
    performance.mute(False)
    assert np.abs(played(performance, 99, 102)).max() > 0


def test_the_loop_makes_room_for_speech_smoothly() -> None:
    performance = begun(timeline_of("RT11"))
    performance.set_ambient("brown", 1.0)
    start = 2.0
    plain = played(performance, start, start + 3)[RATE:].std()
    performance.duck(True)
    ducking = played(performance, start + 3, start + 6)
    assert ducking[: RATE // 5].std() > 0.5 * plain
    assert ducking[RATE:].std() == pytest.approx(plain * 0.25, rel=0.15)


def test_the_end_rings_on_after_the_clock_has_stopped() -> None:
    timeline = timeline_of("RT01")
    performance = begun(timeline)
    end = timeline.duration
    played(performance, end - 1, end + 0.1)
    rest = still(performance, end, 1.0)
    performance.end()
    assert np.abs(rest).max() > 0.02
    assert not performance.silent(START + end + 1)
    tail = np.concatenate([performance.block(N, 0, 0) for _ in range(200)])
    assert np.abs(tail[-N:]).max() == 0
    assert performance.silent(START + end + 5)


def test_the_last_chime_is_not_cut_off_by_a_clock_that_stops_a_moment_before() -> None:
    """What is heard is written a tenth of a second ahead; the guide's last word comes before its very end."""
    timeline = timeline_of("RT01")
    performance, end = begun(timeline), timeline.duration
    for place in range(50):
        now = START + end - 1.01 + place * N / RATE
        performance.follow(now - START, now, True)
        performance.block(N, now + 0.1, now)
    performance.follow(now - START, now, False)
    performance.end()
    assert np.abs(np.concatenate([performance.block(N, now + 0.1, now) for _ in range(50)])).max() > 0.02


def test_a_routine_left_in_the_middle_is_silent_at_once() -> None:
    performance = begun(timeline_of("RT01"))
    played(performance, -1, 0.2)
    performance.end()
    assert np.abs(np.concatenate([performance.block(N, 0, 0) for _ in range(20)])[3 * N :]).max() == 0


def test_the_tones_of_a_hold_follow_what_is_wished() -> None:
    timeline = timeline_of("RT02")
    index = next(i for i, step in enumerate(timeline.steps) if step.hold and step.technique == "static_compression")
    start, regions = timeline.start_of(index) + timeline.scores[index].tempo.period, timeline.steps[index].regions
    heard = []
    for levels in (0, -1):
        performance = begun(timeline)
        performance.set_firmness(Firmness().wished(regions, levels))
        heard.append(pitch(played(performance, start - 0.05, start + 1)[:, 0]))
    assert heard[1] < heard[0]


def test_another_ambient_sound_takes_over_without_a_click() -> None:
    performance = begun(timeline_of("RT11"))
    performance.set_ambient("brown", 1.0)
    first = played(performance, 2, 4)
    performance.set_ambient("pad", 1.0)
    joined = np.concatenate([first, played(performance, 4, 7)])
    assert np.abs(np.diff(joined, axis=0)).max() <= np.abs(np.diff(first, axis=0)).max() * 1.1
    performance.set_ambient("", 1.0)
    assert np.abs(played(performance, 7, 9)[RATE:]).max() == 0


def test_an_ambient_sound_can_be_tried_without_a_routine() -> None:
    performance = Performance(BANK)
    performance.set_ambient("rain", 0.5)
    assert performance.silent(START)
    performance.try_ambient(True)
    assert not performance.silent(START)
    assert np.abs(np.concatenate([performance.block(N, 0, 0) for _ in range(20)])).max() > 0
    performance.try_ambient(False)
    for _ in range(60):
        performance.block(N, 0, 0)
    assert performance.silent(START)


class SkewedDevice:
    """A device whose clock is off, and that tells what it has taken in steps of 10 ms."""

    def __init__(self, skew: float) -> None:
        self.rate, self.written = RATE * (1 + skew), 0

    def ahead(self, now: float) -> float:
        taken = int((now - START) * self.rate) // 480 * 480
        return max(self.written - taken, 0) / RATE

    def heard(self, sample: int) -> float:
        return START + sample / self.rate


@pytest.mark.parametrize("skew", [-3e-4, 0.0, 3e-4])
def test_ten_minutes_gather_no_drift(skew: float) -> None:
    """A clock 300 millionths off would be 180 ms away by then."""
    timeline, device = timeline_of("RT09"), SkewedDevice(skew)
    schedule, dice, late = Schedule(timeline), np.random.default_rng(5), []
    now, heard = START, 0
    while now < START + 600:
        now += 0.02 + dice.uniform(-0.008, 0.008)
        schedule.follow(now - START, now, running=True)
        ahead = device.ahead(now)
        n = max(int(0.1 * RATE) - round(ahead * RATE), 0)
        for after, cue in schedule.due(n, now + ahead, now) if n else ():
            heard += 1
            late.append(device.heard(device.written + after) - START - cue.t)
        device.written += n
    assert heard == len(between(sound_cues(timeline), 0.0, 600.0))
    assert np.abs(late[5:]).max() < 0.02
    assert abs(np.mean(late[-100:]) - np.mean(late[5:105])) < 0.002


def test_an_untimed_step_goes_round() -> None:
    """No beat is left out or doubled at the turn, and nothing chimes."""
    timeline = timeline_of("RT02", untimed=True)
    index = 3
    start, end = timeline.start_of(index), timeline.end_of(index)
    schedule, heard = Schedule(timeline), []
    for place in range(int((end - start + 10) * RATE) // N):
        since = place * N / RATE
        schedule.follow(start + since % (end - start), START + since, running=True)
        for after, cue in schedule.due(N, START + since + 0.1, START + since):
            heard.append((since + 0.1 + after / RATE, cue))
    assert [t for t, cue in heard if cue.sound is Sound.TICK] == pytest.approx(
        [2.0 * i for i in range(1, 36)], abs=0.005
    )
    assert not [cue for _, cue in heard if cue.sound.is_chime]
