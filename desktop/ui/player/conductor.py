"""Runs one session: the clock moves the timeline, and whatever happens becomes an event of the session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from desktop.domain.check_ins import Answer
from desktop.domain.firmness import Firmness
from desktop.domain.frame import Frame
from desktop.domain.routine import Step
from desktop.domain.screening import Plan
from desktop.domain.session import Event, EventKind, Session, State
from desktop.domain.timeline import Timeline
from desktop.ui.player.clock import Clock
from desktop.ui.player.pressure import Pressure

PROGRESS_SECONDS = 0.5
RESTART_SECONDS = 2.0
"""Going back within the first seconds of a step leads to the step before it, later to the step's own start."""


def aware_now() -> datetime:
    return datetime.now(UTC).astimezone()


class Conductor(QObject):
    """One session from the lead-in to its end.

    Signals: `happened(Event)`; `moved(Frame)` at each tick and seek; `stepped(int)` with the index of the step
    that has begun or is waited for; `state_changed(State)`; `pressed(Pressure)`; `firmness_changed(Firmness)` with what
    was learned of the places; `progressed(float)` seconds really guided."""

    happened = Signal(object)
    moved = Signal(object)
    stepped = Signal(int)
    state_changed = Signal(object)
    pressed = Signal(object)
    firmness_changed = Signal(object)
    progressed = Signal(float)

    def __init__(
        self,
        plan: Plan,
        timeline: Timeline,
        clock: Clock,
        now: Callable[[], datetime] = aware_now,
        firmness: Firmness | None = None,
    ) -> None:
        """`firmness` is what is known of the places from before."""
        super().__init__()
        self._steps = plan.routine.steps
        self._timeline = timeline
        self._clock = clock
        self._now = now
        self._ceilings = plan.ceilings
        self._session = Session()
        self._index = -1
        self._firmness = firmness or Firmness()
        self._gone = 0
        self._done = 0.0
        self._unreported = 0.0
        clock.pause()
        clock.seek(-timeline.lead_in)
        clock.ticked.connect(self._on_tick)
        clock.gapped.connect(self._on_gap)

    @property
    def state(self) -> State:
        return self._session.state

    @property
    def step(self) -> Step:
        """The step being done; during the lead-in the first one."""
        return self._steps[self.index]

    @property
    def index(self) -> int:
        return max(self._index, 0)

    @property
    def done_seconds(self) -> float:
        return self._done

    @property
    def pressure(self) -> Pressure:
        planned = self.step.pressure
        ceiling = self._ceilings.get(self.step.number, planned)
        return Pressure(planned, ceiling, planned).changed(self._firmness.offset(self.step.regions))

    def frame(self) -> Frame:
        return self.frame_at(self._clock.t)

    def frame_at(self, t: float) -> Frame:
        """What is seen at guide second `t`, as firm as wished now."""
        return self.pressure.adjust(self._timeline.frame_at(t, self._gone))

    def look_at(self, t: float) -> None:
        """Shows guide second `t` and stands still there; nothing of it is kept."""
        self._clock.pause()
        self._clock.seek(t)
        self._index = self._timeline.step_at(t)
        self.pressed.emit(self.pressure)
        self.moved.emit(self.frame())

    def release(self) -> None:
        """Lets go of the clock: this session hears no more of it."""
        self._clock.ticked.disconnect(self._on_tick)
        self._clock.gapped.disconnect(self._on_gap)

    def start(self) -> None:
        self._happen(EventKind.STARTED)
        self._clock.start()
        self.moved.emit(self.frame())

    def pause(self) -> None:
        if self._session.allows(EventKind.PAUSED):
            self._clock.pause()
            self._happen(EventKind.PAUSED)

    def go_on(self) -> None:
        if self._session.allows(EventKind.RESUMED):
            self._happen(EventKind.RESUMED)
            self._clock.start()

    def pause_or_go_on(self) -> None:
        if self.state is State.RUNNING:
            self.pause()
        elif self.state is State.PAUSED:
            self.go_on()

    def freeze(self) -> None:
        """The stop key: everything stands still until `go_on` or `stop`."""
        if self._session.allows(EventKind.FROZEN):
            self._clock.pause()
            self._happen(EventKind.FROZEN)

    def felt_wrong(self, sign: str) -> None:
        self._happen(EventKind.FELT_WRONG, sign)

    def stop(self) -> None:
        self._clock.pause()
        self._happen(EventKind.STOPPED)

    def next_step(self) -> None:
        """Skips the rest of the step, or ends an untimed one; after the last one the session is finished."""
        if not self._session.allows(EventKind.STEP_SKIPPED):
            return
        if self._waits:
            self._enter(self.index)
        else:
            self._leave_step(EventKind.STEP_DONE if self._timeline.untimed else EventKind.STEP_SKIPPED)

    def end_step(self) -> None:
        """An untimed step is done when somebody says so. A timed one goes on to its own end."""
        if self._timeline.untimed:
            self.next_step()

    def previous_step(self) -> None:
        elapsed = self._clock.t - self._timeline.start_of(self.index)
        self.go_to_step(self.index if elapsed > RESTART_SECONDS else max(self.index - 1, 0))

    def go_to_step(self, index: int) -> None:
        if self._session.allows(EventKind.SOUGHT):
            self._happen(EventKind.SOUGHT, str(self._steps[index].number))
            self._enter(index)

    def press(self, by: int) -> None:
        """One level firmer (1) or lighter (-1) from now on, within each step's ceiling."""
        before = self.pressure
        after = before.changed(by)
        if after == before or not self._session.allows(EventKind.PRESSURE):
            return
        self._firmness = self._firmness.wished(self.step.regions, after.level - after.planned)
        self._happen(EventKind.PRESSURE, str(after.level))
        self.pressed.emit(after)
        self.firmness_changed.emit(self._firmness)
        self.moved.emit(self.frame())

    def answer(self, answer: Answer) -> None:
        """What the one who is massaged says; it is done at once, as far as the ceiling allows."""
        if not self._session.allows(EventKind.ANSWERED):
            return
        self._happen(EventKind.ANSWERED, answer)
        if answer is Answer.STOP:
            self.freeze()
        elif answer is not Answer.SAME:
            self.press(1 if answer is Answer.FIRMER else -1)

    def continue_with(self, plan: Plan, timeline: Timeline) -> None:
        """The same steps at another pace, or with other waits between them: goes on where it is in its step."""
        within = self._clock.t - self._timeline.start_of(self.index)
        t = max(timeline.start_of(self.index) + min(within, self.step.seconds), timeline.announced(self.index))
        shifted = self._index >= 0 and t != self._clock.t and self._session.allows(EventKind.SOUGHT)
        if shifted:
            self._happen(EventKind.SOUGHT, str(self.step.number))
        self._steps, self._ceilings, self._timeline = plan.routine.steps, plan.ceilings, timeline
        self._gone = self._gone if timeline.untimed else 0
        self._clock.seek(t)
        if shifted:
            self._happen(EventKind.STEP_STARTED)
        self.pressed.emit(self.pressure)
        self.moved.emit(self.frame())

    def lighter(self) -> None:
        self.press(-1)

    def firmer(self) -> None:
        self.press(1)

    @property
    def _waits(self) -> bool:
        """Whether the hands still wait for the step."""
        return self._clock.t < self._timeline.start_of(self.index)

    def _leave_step(self, how: EventKind) -> None:
        self._happen(how)
        if self._index + 1 < len(self._steps):
            self._enter(self._index + 1)
        else:
            self._finish()

    def _enter(self, index: int) -> None:
        self._clock.seek(self._timeline.start_of(index))
        self._begin(index)
        self.moved.emit(self.frame())

    def _begin(self, index: int) -> None:
        self._index, self._gone = index, 0
        self._happen(EventKind.STEP_STARTED, t=self._timeline.start_of(index))
        if self.pressure.level != self.pressure.planned:
            self._happen(EventKind.PRESSURE, str(self.pressure.level))
        self.stepped.emit(index)
        self.pressed.emit(self.pressure)

    def _finish(self) -> None:
        self._clock.pause()
        self._clock.seek(self._timeline.duration)
        self._happen(EventKind.FINISHED)

    def _on_tick(self, t: float, advance: float) -> None:
        timeline = self._timeline
        self._done += timeline.worked(t) - timeline.worked(t - advance)
        if timeline.untimed and self._index >= 0:
            t = self._go_round(t)
        current = len(self._steps) if t >= timeline.duration else timeline.step_at(t) if t >= 0 else -1
        while self._index < current:
            if self._index >= 0:
                self._happen(EventKind.STEP_DONE, t=timeline.end_of(self._index))
            if self._index + 1 == len(self._steps):
                self._finish()
                return
            self._begin(self._index + 1)
        self._report(advance / self._clock.speed)
        self.moved.emit(self.frame())

    def _go_round(self, t: float) -> float:
        """Begins an untimed step anew that is over, as often as it takes. Returns the guide second it then is."""
        start, end = self._timeline.start_of(self._index), self._timeline.end_of(self._index)
        while t >= end:
            t -= end - start
            self._happen(EventKind.STEP_DONE, t=end)
            self._clock.seek(t)
            self._gone += 1
            self._happen(EventKind.STEP_STARTED, t=start)
        return t

    def _on_gap(self) -> None:
        self.pause()

    def _report(self, passed: float) -> None:
        self._unreported += passed
        if self._unreported >= PROGRESS_SECONDS:
            self._unreported = 0.0
            self.progressed.emit(self._done)

    def _happen(self, kind: EventKind, detail: str = "", t: float | None = None) -> None:
        number = self._steps[self._index].number if self._index >= 0 else 0
        before = self.state
        event = Event(kind, self._now(), self._clock.t if t is None else t, number, detail)
        self._session = self._session.after(event)
        self.happened.emit(event)
        self.progressed.emit(self._done)
        if self.state is not before:
            self.state_changed.emit(self.state)
