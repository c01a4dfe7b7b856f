"""What every single step must keep in itself (content sheet 2.4, 2.7, 5.7): small rules that say field and reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desktop.domain import breath
from desktop.domain.guide import Guide
from desktop.domain.routine import Hands, OtherHand, Step, StepKind, StepSide, Waypoint
from desktop.domain.rules import Rule
from desktop.domain.tempo import Tempo

CUE_WORDS = 20
BANNED = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cures?|cured|therap\w*|heal(s|ed|ing)?|diagnos\w*|detox\w*|toxins?"
    r"|relieves? \w+|clinically proven|medical[- ]grade|risk score)\b",
    re.IGNORECASE,
)
_HOLDS_BREATH = re.compile(r"\bhold\b.{0,15}\bbreath", re.IGNORECASE)
_MOST_PLANNED = 6

Found = Iterator[tuple[Rule, str, str]]
"""Rule, field and reason."""


def unknown_names(step: Step, guide: Guide) -> Found:
    for field, regions in (("regions", step.regions), ("crosses", step.crosses)):
        for region in regions:
            if region not in guide.regions:
                yield Rule.NAMES, field, f"unknown region “{region}”"
    if step.technique not in guide.techniques:
        yield Rule.NAMES, "technique", f"unknown technique “{step.technique}”"
    for field, point in waypoints(step):
        if point.landmark not in guide.landmarks:
            yield Rule.NAMES, field, f"unknown landmark “{point.landmark}”"


def waypoints(step: Step) -> Iterator[tuple[str, Waypoint]]:
    """Every waypoint of a step with the field it stands in."""
    for number, passing in enumerate(step.path.passes if step.path else ()):
        for point in passing:
            yield f"path.passes[{number}]", point
    for field, at in (("at", step.at), ("other_at", step.other_at)):
        if at:
            yield field, at


def _complete(step: Step) -> Found:
    if step.kind is StepKind.STROKE and step.path is None:
        yield Rule.COMPLETE, "path", "a stroke needs a path"
    if step.kind in (StepKind.MOVE, StepKind.POSE) and not step.move:
        yield Rule.COMPLETE, "move", "a step that moves or poses names its move or figure"
    if step.kind is not StepKind.POSE and not step.regions:
        yield Rule.COMPLETE, "regions", "a step on the body names its regions"
    if step.view != "pose" and step.path is None and step.at is None and step.hand != "none":
        yield Rule.COMPLETE, "at", "a step without a path says where the hands lie"
    if step.other_hand is OtherHand.RESTS and step.other_at is None:
        yield Rule.COMPLETE, "other_at", "a hand that rests says where"


def _whole_cycles(step: Step) -> Found:
    seconds = Tempo(step).side_seconds
    if step.hold:
        held = step.hold.count * (step.hold.hold + step.hold.release)
        if abs(held - seconds) > 0.01:
            yield Rule.COUNT, "seconds", f"the holds take {held:g} s of {seconds:g} s a side"
    elif step.rate:
        cycles = seconds * step.rate / 60
        counted = f"{seconds:g} s at {step.rate:g} a minute are"
        if abs(cycles - round(cycles)) > 0.01 or round(cycles) < 1:
            yield Rule.COUNT, "seconds", f"{counted} {cycles:g} cycles, not a whole number"
        elif step.reps is not None and step.reps != round(cycles):
            yield Rule.COUNT, "reps", f"{counted} {round(cycles)} cycles, not {step.reps}"


def _path_count(step: Step) -> Found:
    path = step.path
    if path is None:
        return
    if (path.spots is None) != (path.cycles_per_spot is None):
        yield Rule.COUNT, "path", "spots and cycles_per_spot belong together"
    elif path.spots and path.cycles_per_spot and path.spots * path.cycles_per_spot != path.cycles_per_pass:
        spent = f"{path.spots} spots of {path.cycles_per_spot} are not {path.cycles_per_pass} cycles a pass"
        yield Rule.COUNT, "path", spent
    cycles = Tempo(step).cycles
    if cycles != path.rounds * path.cycles_per_pass:
        taken = path.rounds * path.cycles_per_pass
        yield Rule.COUNT, "path", f"the passes take {taken} cycles, the step has {cycles}"
    if path.views and len(path.views) != len(path.passes):
        yield Rule.COUNT, "path.views", f"{len(path.views)} views for {len(path.passes)} passes"


def _sides(step: Step) -> Found:
    """Both sides get the same time."""
    path = step.path
    if step.side is StepSide.ALTERNATING and Tempo(step).cycles % 2:
        yield Rule.BOTH_SIDES, "side", f"{Tempo(step).cycles} turns cannot be shared by two sides"
    if path is None:
        return
    if path.hands is Hands.SINGLE and step.side is StepSide.BOTH:
        yield Rule.BOTH_SIDES, "side", "one hand cannot work on both sides at once"
    if path.hands is Hands.TOGETHER and len(path.passes) % 2:
        yield Rule.BOTH_SIDES, "path.passes", "passes that run together come in pairs, one a hand"


def _painless(step: Step) -> Found:
    if step.pressure > _MOST_PLANNED:
        yield Rule.NO_PAIN, "pressure", f"{step.pressure} is more than is ever planned"


def _words(step: Step) -> Found:
    if len(step.cue.split()) > CUE_WORDS:
        yield Rule.WORDS, "cue", f"{len(step.cue.split())} words are more than {CUE_WORDS}"
    for field in ("name", "cue", "caution", "breath", "path_text", "hand_note"):
        if found := BANNED.search(getattr(step, field)):
            yield Rule.WORDS, field, f"“{found.group()}” promises more than a massage can"


def _breath(step: Step) -> Found:
    if not step.breath.strip():
        yield Rule.BREATH, "breath", "a step says how to breathe"
    for field in ("cue", "breath"):
        if _HOLDS_BREATH.search(getattr(step, field)):
            yield Rule.BREATH, field, "nobody is asked to hold the breath"
    shortest = breath.shortest_breath(step, Tempo(step).period)
    if shortest < breath.SHORTEST:
        yield Rule.BREATH, "breathing", f"a breath of {shortest:.1f} s is too quick"


_RULES: tuple[Callable[[Step], Found], ...] = (
    _complete, _whole_cycles, _path_count, _sides, _painless, _words, _breath,
)  # fmt: skip


def broken(step: Step) -> Found:
    """Every rule the step breaks in itself."""
    for rule in _RULES:
        yield from rule(step)
