"""What is said in a routine, line by line: the voice speaks these words and the captions show them.

Lines never run into each other: one that would come too early waits, and one that came too late is left out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from desktop.domain.body import Side
from desktop.domain.check_ins import QUESTION, check_ins
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint

UNHURRIED = 130.0
"""Words a minute. Engines read faster when left alone, so that a line is over before its time."""
QUIET = 105.0
"""The same for a quiet voice, which is slower too (content sheet S1-1)."""
_NOTCH = 0.05
AFTER_CHIME = 0.8
"""Seconds a line leaves to the chime it comes with."""
BREATHER = 0.4
"""Seconds between one line and the next."""
LINGER = 1.5
"""Seconds a caption can still be read once its words are said."""
LAST = 5.0
"""Seconds before a step's end at which the end is told."""
_LEAST_HALF = 15.0
"""Seconds; a shorter half is not worth a word."""


class LineKind(StrEnum):
    """What a line is for. Of lines due at the same moment the one written first is said first."""

    GET_READY = "get_ready"
    CHECK_IN = "check_in"
    CUE = "cue"
    SIDE = "side"
    HALF_TIME = "half_time"
    LAST_SECONDS = "last_seconds"
    REST = "rest"


_PATIENCE = {
    LineKind.GET_READY: 0.0,
    LineKind.CHECK_IN: 6.0,
    LineKind.CUE: 8.0,
    LineKind.SIDE: 4.0,
    LineKind.HALF_TIME: 3.0,
    LineKind.LAST_SECONDS: 1.0,
    LineKind.REST: 4.0,
}
"""Seconds a line may come late and still be true."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How much is said and how fast. `half_time` and `last_seconds` tell the middle and the end of each step;
    `fades` lets the voice become softer towards the end, for falling asleep."""

    half_time: bool = False
    last_seconds: bool = False
    words_a_minute: float = UNHURRIED
    fades: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is said from guide second `t` on and takes about `seconds`; `step` is the index of the step it belongs to;
    `again` is said instead of it in later rounds of an untimed step; `loudness` is 1 for the chosen volume."""

    t: float
    text: str
    kind: LineKind
    step: int
    seconds: float
    again: str = ""
    loudness: float = 1.0


def spoken_lines(timeline: Timeline, viewpoint: Viewpoint, manner: Manner | None = None) -> tuple[Line, ...]:
    """All lines of a timeline in order, the first at the start of the lead-in."""
    manner = manner or Manner()
    return tuple(_one_after_the_other(_wanted(timeline, viewpoint, manner), manner, timeline.duration))


def line_at(lines: Sequence[Line], t: float) -> Line | None:
    """The line that is a caption at guide second `t`; it stays a little longer than it is heard."""
    index = bisect_right(lines, t, key=attrgetter("t")) - 1
    if index < 0 or t >= lines[index].t + lines[index].seconds + LINGER:
        return None
    return lines[index]


def words_a_minute(rate: int, *, quiet: bool) -> float:
    """What to reckon with at a chosen rate, -5 slower to 5 faster."""
    return (QUIET if quiet else UNHURRIED) * (1 + rate * _NOTCH)


def speaking_seconds(text: str, words_a_minute: float) -> float:
    """About how long it takes to say something."""
    return len(text.replace("-", " ").split()) * 60 / words_a_minute


def _wanted(timeline: Timeline, viewpoint: Viewpoint, manner: Manner) -> list[Line]:
    """Every line at the moment it is meant for, in order."""
    moments = check_ins(timeline.steps, timeline.change_over)
    asked = [(moment + AFTER_CHIME, QUESTION, LineKind.CHECK_IN) for moment in moments]
    rest = "That was the last step. Let your hands sink, and rest a while."
    wanted = [
        (-timeline.lead_in, f"Get ready. {_name(timeline, 0)}.", LineKind.GET_READY),
        *asked,
        *(line for index in range(len(timeline.steps)) for line in _of_step(timeline, index, viewpoint, manner)),
        (timeline.duration + AFTER_CHIME, rest, LineKind.REST),
    ]
    order = list(LineKind)
    wanted.sort(key=lambda line: (line[0], order.index(line[2])))
    return [_line(timeline, viewpoint, manner, *line) for line in wanted]


def _of_step(
    timeline: Timeline, index: int, viewpoint: Viewpoint, manner: Manner
) -> Iterator[tuple[float, str, LineKind]]:
    tempo, start, end = timeline.scores[index].tempo, timeline.start_of(index), timeline.end_of(index)
    begins = timeline.announced(index) if timeline.change_over and index else start
    yield begins + AFTER_CHIME, _cue(timeline, index, viewpoint, manner), LineKind.CUE
    if tempo.sides[0] is not None:
        yield start + tempo.side_seconds + AFTER_CHIME, _switch(viewpoint, tempo.sides[1]), LineKind.SIDE
    elif manner.half_time and not timeline.untimed and end - start >= 2 * _LEAST_HALF:
        yield (start + end) / 2, "Half-way.", LineKind.HALF_TIME
    if manner.last_seconds and not timeline.untimed and end - start >= 2 * LAST:
        yield end - LAST, "Five seconds.", LineKind.LAST_SECONDS


def _cue(timeline: Timeline, index: int, viewpoint: Viewpoint, manner: Manner) -> str:
    """The cue after the step's name and the side it begins on. The name goes where it was said a moment ago, where the
    cue begins with the same word, and where all of it would fill half the time of a side."""
    step, tempo, name = timeline.steps[index], timeline.scores[index].tempo, _name(timeline, index)
    begins = f"First {viewpoint.words(tempo.sides[0])}. " if tempo.sides[0] else ""
    whole = f"{name}. {begins}{step.cue}"
    said = index == 0 or step.cue.partition(" ")[0].strip(",") == name.partition(" ")[0]
    too_long = speaking_seconds(whole, manner.words_a_minute) > tempo.side_seconds / 2
    return f"{begins}{step.cue}" if said or too_long else whole


def _name(timeline: Timeline, index: int) -> str:
    """A step's name without what stands in brackets."""
    return timeline.steps[index].name.partition(" (")[0]


def _switch(viewpoint: Viewpoint, side: Side | None) -> str:
    return f"Now the other side: {viewpoint.words(side)}." if side else ""


def _line(timeline: Timeline, viewpoint: Viewpoint, manner: Manner, t: float, text: str, kind: LineKind) -> Line:
    """In later rounds a cue is not read again, but the switch back to the first side is told."""
    index = timeline.step_at(t)
    again = text
    if kind is LineKind.CUE:
        again = _switch(viewpoint, timeline.scores[index].tempo.sides[0])
    return Line(t, text, kind, index, speaking_seconds(text, manner.words_a_minute), again)


def _one_after_the_other(lines: Iterable[Line], manner: Manner, duration: float) -> Iterator[Line]:
    free = float("-inf")
    for line in lines:
        t = max(line.t, free)
        if t - line.t <= _PATIENCE[line.kind]:
            yield replace(line, t=t, loudness=_loudness(t / duration) if manner.fades else 1.0)
            free = t + line.seconds + BREATHER


def _loudness(progress: float) -> float:
    """A voice that fades: full for the first third, 40 % at the end."""
    return 1.0 - 0.6 * min(max(progress - 1 / 3, 0.0) * 1.5, 1.0)
