"""A routine over time: `frame_at(t)` says everything that can be seen at a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from desktop.domain.chart import Atlas
from desktop.domain.easing import between, smooth
from desktop.domain.frame import Breath, Frame, Phase
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.score import Score
from desktop.domain.staging import Staging, view_at

LEAD_IN = 5.0
"""Seconds to get ready before the first step, t from -5 to 0."""
HOVER = 0.5
"""How far away the hands wait before a step."""
_COMING_SECONDS = 1.0
"""So long the hands take to their waiting places."""
_TAKING_UP_SECONDS = 1.5
_IN_SHARE = 0.4


class Timeline:
    """The steps of a plan over time, in seconds from the start of the first step.

    Between two steps the hands rest for `change_over` seconds, in which the next one is announced already. Where the
    steps are `untimed` each is gone through in rounds until somebody ends it: a clock then goes from `end_of` a step
    back to its start, and counts the rounds.

    Frames depend on nothing but `t` and the round. A step's ways are laid when it is first shown; `prepare` lays them
    beforehand. Showing a step raises `paths.PathError` where its path cannot be drawn; `checker` finds that out
    before."""

    lead_in = LEAD_IN

    def __init__(
        self, steps: Sequence[Step], guide: Guide, atlas: Atlas, change_over: float = 0.0, untimed: bool = False
    ) -> None:
        if not steps:
            raise ValueError("a timeline needs at least one step")
        self._steps = tuple(steps)
        self.change_over, self.untimed = change_over, untimed
        self._worked = tuple(accumulate((step.seconds for step in steps), initial=0.0))
        self._starts = tuple(worked + change_over * index for index, worked in enumerate(self._worked[:-1]))
        self._announced = (-LEAD_IN, *(start - change_over for start in self._starts[1:]))
        self._guide, self._atlas = guide, atlas
        self._scores = tuple(Score(step, guide.techniques[step.technique]) for step in steps)
        self._fills = tuple(score.fill_at_end() for score in self._scores)
        self._ready: dict[int, Staging] = {}

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._steps

    @property
    def scores(self) -> tuple[Score, ...]:
        return self._scores

    @property
    def duration(self) -> float:
        return self.end_of(len(self._steps) - 1)

    def announced(self, index: int) -> float:
        """When the wait for a step begins: its start, where there is none."""
        return self._announced[index]

    def start_of(self, index: int) -> float:
        """When a step begins."""
        return self._starts[index]

    def end_of(self, index: int) -> float:
        """When a step is over."""
        return self._starts[index] + self._steps[index].seconds

    def step_at(self, t: float) -> int:
        """The index of the step being done or waited for at `t`; the last after the end."""
        return max(bisect_right(self._announced, t) - 1, 0)

    def view_at(self, t: float) -> str:
        """The view shown at `t`."""
        index = self.step_at(t)
        score = self._scores[index]
        elapsed = min(max(t - self._starts[index], 0.0), self._steps[index].seconds)
        return view_at(score, score.tempo.beat(elapsed))

    def worked(self, t: float) -> float:
        """The seconds of steps that lie before `t`, without the waits between them."""
        index = self.step_at(t)
        return self._worked[index] + min(max(t - self._starts[index], 0.0), self._steps[index].seconds)

    def prepare(self, index: int) -> None:
        """Lay a step's ways now, so that its first frame is as quick as the others."""
        self._staging(index)

    def frame_at(self, t: float, gone: int = 0) -> Frame:
        """What is seen at `t`, after `gone` rounds of its step; before -5 as at -5, after the end as at the end."""
        if t >= self.duration:
            return self._done()
        index = self.step_at(t)
        if t < self._starts[index]:
            return self._waiting(max(t, -LEAD_IN), index)
        return self._in_step(t, index, gone)

    def _staging(self, index: int) -> Staging:
        if index not in self._ready:
            atlas = self._atlas.moving if self._steps[index].move else self._atlas
            self._ready[index] = Staging(self._scores[index], self._guide, atlas)
        return self._ready[index]

    def _in_step(self, t: float, index: int, gone: int) -> Frame:
        step, score = self._steps[index], self._scores[index]
        elapsed = t - self._starts[index]
        waited = (index == 0 or self.change_over > 0) and gone == 0 and elapsed < score.tempo.side_seconds
        moment = _Moment(index, elapsed, self._fill_before(index, gone), HOVER if waited else 1.0, gone)
        return replace(self._frame(t, Phase.STEP, moment), elapsed=elapsed, remaining=step.seconds - elapsed)

    def _fill_before(self, index: int, gone: int) -> float:
        """How full the breath is as a step or a further round of it begins."""
        if gone:
            return self._fills[index]
        return 0.0 if index == 0 or self.change_over > 0 else self._fills[index - 1]

    def _waiting(self, t: float, index: int) -> Frame:
        """The hands wait over their first places, for the length of one breath."""
        begun, seconds = self._announced[index], self._starts[index] - self._announced[index]
        since, first = t - begun, index == 0
        away = HOVER if first else between(1.0, HOVER, smooth(since / _COMING_SECONDS))
        phase = Phase.GET_READY if first else Phase.CHANGE_OVER
        frame = self._frame(t, phase, _Moment(index, 0.0, 0.0, away, 0))
        breath = _one_breath(since, seconds, 0.0 if first else self._fills[index - 1])
        return replace(frame, elapsed=since, remaining=self._starts[index] - t, breath=breath)

    def _done(self) -> Frame:
        last = len(self._steps) - 1
        seconds = self._steps[last].seconds
        frame = self._frame(self.duration, Phase.DONE, _Moment(last, seconds, self._fill_before(last, 0), 1.0, 0))
        gone = replace(frame, elapsed=seconds, remaining=0.0)
        return replace(gone, hands=(), skin=(), folds=(), ripples=(), traces=(), spot_ways=())

    def _frame(self, t: float, phase: Phase, moment: _Moment) -> Frame:
        index, elapsed = moment.step, moment.elapsed
        score, staging = self._scores[index], self._staging(index)
        beat = score.tempo.beat(elapsed)
        ring = score.ring(beat, elapsed, moment.fill_before)
        view, showing = staging.show(beat)
        scene = showing.scene(beat, ring.fill, staging.away(beat, moment.away_before))
        return Frame(
            t=t,
            phase=phase,
            step=index,
            view=view,
            elapsed=elapsed,
            remaining=0.0,
            progress=self.worked(t) / self._worked[-1],
            side=beat.side,
            cycle=beat.cycle + 1,
            cycles=score.tempo.cycles,
            holding=score.holding(beat),
            hands=scene.hands,
            skin=scene.skin,
            folds=scene.folds,
            ripples=scene.ripples,
            traces=scene.traces,
            spot_ways=scene.spot_ways,
            breath=ring,
            move=showing.move(beat, ring.fill),
            focus=showing.focus,
            pressure=max((hand.pressure for hand in scene.hands), default=0.0),
            held=score.held(beat),
            done=score.tempo.done(elapsed) + moment.gone * score.tempo.all_cycles,
            untimed=self.untimed,
        )


class _Moment(NamedTuple):
    """A moment of a step: how full the breath and how far away the hands were before it, and the rounds `gone`."""

    step: int
    elapsed: float
    fill_before: float
    away_before: float
    gone: int


def _one_breath(since: float, seconds: float, fill_before: float) -> Breath:
    """In and the longer way out, taking up what is left of the breath before."""
    inhale = _IN_SHARE * seconds
    fill = smooth(since / inhale) if since < inhale else 1 - smooth((since - inhale) / (seconds - inhale))
    return Breath(since < inhale, between(fill_before, fill, smooth(since / _TAKING_UP_SECONDS)))
