"""The reader follows the guide's clock: each line once, whatever is paused, skipped, gone back to or gone round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.frame import Frame
from desktop.domain.spoken import Line, LineKind, spoken_lines
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.sound.reader import Reader
from desktop.sound.voice import Voice
from tests.domain.plain_atlas import PlainAtlas

TICK = 0.1


class Noted(Voice):
    """Writes down what it is told instead of speaking; what it says goes on until it is hushed."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.busy = False

    @property
    def speaks(self) -> bool:
        return self.busy

    def say(self, text: str, seconds: float, loudness: float = 1.0) -> None:
        self.said.append(text)
        self.busy = True

    def hush(self) -> None:
        self.busy = False


class Guided:
    """RT16 read at a clock that is moved by hand."""

    def __init__(self, *, untimed: bool = False) -> None:
        guide = load_guide()
        self.timeline = Timeline(guide.routines["RT16"].steps, guide, PlainAtlas(), untimed=untimed)
        self.lines = spoken_lines(self.timeline, Viewpoint.AS_ON_ME)
        self.voice = Noted()
        self.reader = Reader(self.voice)
        self.reader.begin(self.lines)
        self._frame = Timeline(guide.routines["RT01"].steps, guide, PlainAtlas()).frame_at(60.0)

    def at(self, t: float, done: int = 0) -> None:
        self.reader.follow(self.frame(t, done))

    def play(self, start: float, end: float, done: int = 0) -> None:
        for tick in range(round((end - start) / TICK) + 1):
            self.at(start + tick * TICK, done)

    def frame(self, t: float, done: int) -> Frame:
        """Only what a reader looks at: a frame's picture takes long."""
        step = self.timeline.step_at(t)
        elapsed = t - self.timeline.start_of(step)
        return replace(self._frame, t=t, step=step, elapsed=elapsed, done=done, untimed=self.timeline.untimed)

    def of(self, kind: LineKind, step: int) -> Line:
        return next(line for line in self.lines if line.kind is kind and line.step == step)


@pytest.fixture
def guided(qapp: object) -> Guided:
    return Guided()


def test_everything_is_said_once_and_in_order(guided: Guided) -> None:
    guided.play(-5.0, guided.timeline.duration - TICK)
    guided.reader.finish()
    assert guided.voice.said == [line.text for line in guided.lines]


def test_a_cue_that_is_cut_off_by_a_pause_is_read_again(guided: Guided) -> None:
    guided.play(18.0, 22.0)
    cue = guided.of(LineKind.CUE, 1).text
    guided.reader.pause()
    assert not guided.voice.busy
    guided.reader.go_on()
    assert guided.voice.said == [cue, cue]


def test_what_was_said_to_its_end_is_not_said_again_after_a_pause(guided: Guided) -> None:
    guided.play(18.0, 22.0)
    guided.voice.busy = False
    guided.reader.pause()
    guided.reader.pause()  # frozen while it is paused
    guided.reader.go_on()
    assert len(guided.voice.said) == 1


def test_a_skip_silences_and_reads_the_cue_of_where_it_leads(guided: Guided) -> None:
    guided.play(18.0, 22.0)
    start = guided.timeline.start_of(7)
    guided.at(start)
    assert not guided.voice.busy
    guided.play(start, start + 4)
    assert guided.voice.said == [guided.of(LineKind.CUE, 1).text, guided.of(LineKind.CUE, 7).text]


def test_going_back_to_a_step_reads_its_cue_again(guided: Guided) -> None:
    guided.play(18.0, 30.0)
    guided.at(20.0)
    guided.play(20.0, 24.0)
    assert guided.voice.said == [guided.of(LineKind.CUE, 1).text] * 2


def test_a_skip_while_it_is_paused_is_silent_until_it_goes_on(guided: Guided) -> None:
    guided.play(18.0, 22.0)
    guided.voice.busy = False
    guided.reader.pause()
    start = guided.timeline.start_of(7)
    guided.at(start + 1.5)
    assert len(guided.voice.said) == 1
    guided.reader.go_on()
    assert guided.voice.said[1:] == [guided.of(LineKind.CUE, 7).text]


def test_other_lines_in_the_middle_repeat_nothing(guided: Guided) -> None:
    guided.play(18.0, 24.0)
    guided.reader.begin(spoken_lines(guided.timeline, Viewpoint.PARTNER))
    guided.play(24.0, 30.0)
    assert len(guided.voice.said) == 1
    guided.play(30.0, 72.0)
    assert guided.voice.said[1] == "Now the other side: their right."


def test_a_round_tells_the_side_and_not_the_cue(qapp: object) -> None:
    guided = Guided(untimed=True)
    start, end = guided.timeline.start_of(1), guided.timeline.end_of(1)
    guided.play(start, end - TICK, done=20)
    guided.play(start, end - TICK, done=40)
    cue, side = guided.of(LineKind.CUE, 1).text, guided.of(LineKind.SIDE, 1).text
    assert guided.voice.said == [cue, side, "Now the other side: your left.", side]
