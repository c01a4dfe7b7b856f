"""What was really done of a session's steps and places, worked out from its events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.domain.body import Place, Side
from desktop.domain.routine import Step, StepSide
from desktop.domain.session import Event, EventKind, StepDone

_FIRST = {StepSide.LEFT_THEN_RIGHT: Side.LEFT, StepSide.RIGHT_THEN_LEFT: Side.RIGHT}
_LEAVES = frozenset(
    {EventKind.STEP_DONE, EventKind.STEP_SKIPPED, EventKind.SOUGHT, EventKind.STOPPED, EventKind.FINISHED}
)
"""After these the step that ran runs no more."""


def planned_work(steps: Iterable[Step]) -> tuple[StepDone, ...]:
    """The steps of a plan, nothing done of them yet."""
    return tuple(
        StepDone(step.number, step.technique, step.regions, step.side, step.seconds, step.pressure) for step in steps
    )


def work_of(planned: Sequence[StepDone], events: Sequence[Event], done_seconds: float) -> tuple[StepDone, ...]:
    """The planned steps with the seconds done of each; a step done twice counts twice.

    Where a session was cut off and nothing says when its last step ended, that gets what is left of `done_seconds`."""
    done: defaultdict[int, float] = defaultdict(float)
    pressure: dict[int, int] = {}
    skipped: set[int] = set()
    lasts = {step.number: step.planned_seconds for step in planned}
    for step, seconds, left_by in _stays(events, done_seconds):
        done[step] += min(max(seconds, 0.0), lasts.get(step, 0.0))
        if left_by is EventKind.STEP_SKIPPED:
            skipped.add(step)
    for event in events:
        if event.kind is EventKind.PRESSURE:
            pressure[event.step] = int(event.detail)
    return tuple(
        replace(
            step,
            seconds=done[step.number],
            skipped=step.number in skipped,
            pressure=pressure.get(step.number, step.pressure),
        )
        for step in planned
    )


def work_in_order(planned: Sequence[StepDone], seconds: float) -> tuple[StepDone, ...]:
    """The planned steps of a session written down by hand: done one after the other for so many seconds."""
    left, done = seconds, []
    for step in planned:
        done.append(replace(step, seconds=min(step.planned_seconds, max(left, 0.0))))
        left -= step.planned_seconds
    return tuple(done)


def seconds_by_place(steps: Iterable[StepDone]) -> Mapping[Place, float]:
    """Seconds on each region and side. MIDDLE is what was worked on both sides at once, or has no sides.

    One side after the other: the first side comes first, so a step that was cut short may have had no second one."""
    found: defaultdict[Place, float] = defaultdict(float)
    for step in steps:
        for side, seconds in _sides(step):
            for region in step.regions if seconds else ():
                found[Place(region, side)] += seconds
    return found


def seconds_by_technique(steps: Iterable[StepDone]) -> Mapping[str, float]:
    """Seconds of each technique that was done at all."""
    found: defaultdict[str, float] = defaultdict(float)
    for step in steps:
        if step.seconds:
            found[step.technique] += step.seconds
    return found


def _sides(step: StepDone) -> Iterator[tuple[Side, float]]:
    first = _FIRST.get(step.side)
    if first is None:
        yield Side.MIDDLE, step.seconds
        return
    rounds, rest = divmod(step.seconds, step.planned_seconds or 1.0)
    half = step.planned_seconds / 2
    on_first = rounds * half + min(rest, half)
    yield first, on_first
    yield first.other, step.seconds - on_first


def _stays(events: Iterable[Event], done_seconds: float) -> Iterator[tuple[int, float, EventKind | None]]:
    """Each time a step ran: its number, for how many seconds, and what ended it (None: nothing did)."""
    running: Event | None = None
    left = done_seconds
    for event in events:
        if running is not None and (event.kind in _LEAVES or event.kind is EventKind.STEP_STARTED):
            left -= event.t - running.t
            yield running.step, event.t - running.t, event.kind
            running = None
        if event.kind is EventKind.STEP_STARTED:
            running = event
    if running is not None:
        yield running.step, left, None
