"""What every single step must keep (content sheet 2.4, 2.7, 3.1, 5.7): small rules that yield field and reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from desktop.domain import breath
from desktop.domain.body import Landmark
from desktop.domain.guide import Guide
from desktop.domain.routine import Hands, Step, StepKind
from desktop.domain.technique import Motion
from desktop.domain.tempo import Tempo

CUE_WORDS = 20
POSE = "pose"
"""The view of a step that shows a figure instead of a place on the body."""

BANNED = re.compile(
    r"\b(treat(s|ed|ing|ments?)?|cures?|cured|therap\w*|heal(s|ed|ing)?|diagnos\w*|detox\w*|toxins?"
    r"|relieves? \w+|clinically proven|medical[- ]grade|risk score)\b",
    re.IGNORECASE,
)
_HOLDS_BREATH = re.compile(r"\bhold\b.{0,15}\bbreath", re.IGNORECASE)
_SPINE, _NEVER_PRESSED = "spine_line", frozenset({"spine_line", "collarbone_hollow", "kidney_zone"})


Found = Iterator[tuple[str, str]]
"""Field and reason."""


def unknown_names(step: Step, guide: Guide) -> Found:
    for region in step.regions:
        if region not in guide.regions:
            yield "regions", f"unknown region “{region}”"
    if step.technique not in guide.techniques:
        yield "technique", f"unknown technique “{step.technique}”"
    for field, name in _landmark_names(step):
        if name not in guide.landmarks:
            yield field, f"unknown landmark “{name}”"


def _landmark_names(step: Step) -> Found:
    for number, passing in enumerate(step.path.passes if step.path else ()):
        for point in passing:
            yield f"path.passes[{number}]", point.landmark
    if step.at:
        yield "at", step.at.landmark


def _pressure(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    low, high = technique.pressure
    if not low <= step.pressure <= high:
        yield "pressure", f"{step.pressure} is outside {low} to {high}, the range of {technique.name}"
    for slug in step.regions:
        region = guide.regions[slug]
        if step.pressure > region.ceiling:
            yield "pressure", f"{step.pressure} is above {region.ceiling}, the ceiling of {region.name}"


def _technique_place(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    for slug in step.regions:
        if slug not in technique.allowed_regions:
            yield "technique", f"{technique.name} is not allowed on {guide.regions[slug].name}"


def _rate(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    if (step.rate is None) == (step.hold is None):
        yield "rate", "a step has either a rate or a hold"
    elif step.rate is not None and technique.rate is None:
        yield "rate", f"{technique.name} is held; it has no rate"
    elif step.rate is not None and technique.rate and not technique.rate[0] <= step.rate <= technique.rate[1]:
        yield (
            "rate",
            f"{step.rate:g} is outside {technique.rate[0]:g} to {technique.rate[1]:g}, the range of {technique.name}",
        )


def _whole_cycles(step: Step) -> Found:
    seconds = Tempo(step).side_seconds
    if step.hold:
        held = step.hold.count * (step.hold.hold + step.hold.release)
        if abs(held - seconds) > 0.01:
            yield "seconds", f"the holds take {held:g} s of {seconds:g} s a side"
    elif step.rate:
        cycles = seconds * step.rate / 60
        if abs(cycles - round(cycles)) > 0.01 or round(cycles) < 1:
            yield "seconds", f"{seconds:g} s at {step.rate:g} a minute are {cycles:g} cycles, not a whole number"
        elif step.reps is not None and step.reps != round(cycles):
            yield "reps", f"{seconds:g} s at {step.rate:g} a minute are {round(cycles)} cycles, not {step.reps}"


def _path_count(step: Step) -> Found:
    path = step.path
    if path is None:
        return
    if (path.spots is None) != (path.cycles_per_spot is None):
        yield "path", "spots and cycles_per_spot belong together"
    elif path.spots and path.cycles_per_spot and path.spots * path.cycles_per_spot != path.cycles_per_pass:
        yield "path", f"{path.spots} spots of {path.cycles_per_spot} are not {path.cycles_per_pass} cycles a pass"
    rounds = len(path.passes) // (2 if path.hands is Hands.TOGETHER else 1)
    cycles = Tempo(step).cycles
    if cycles != rounds * path.cycles_per_pass:
        yield "path", f"the passes take {rounds * path.cycles_per_pass} cycles, the step has {cycles}"


def _path_places(step: Step, guide: Guide) -> Found:
    """Every landmark lies in the step's regions or on their border, and no no-go mark is used. Hands that only go with
    a move may rest elsewhere: they do not work there."""
    for field, name in _landmark_names(step):
        mark = guide.landmarks[name]
        if mark.no_go or guide.regions[mark.region].ceiling == 0:
            yield field, f"“{name}” is a no-go mark"
        elif step.kind is not StepKind.MOVE and not _borders(mark, step, guide):
            yield field, f"“{name}” does not lie on {', '.join(guide.regions[r].name for r in step.regions)}"


def _borders(mark: Landmark, step: Step, guide: Guide) -> bool:
    allowed = {part for region in step.regions for part in (region, *guide.regions[region].members)}
    return bool(allowed & {mark.region, *mark.borders})


def _no_press(step: Step, guide: Guide) -> Found:
    for slug in step.regions:
        region = guide.regions[slug]
        if region.ceiling == 0:
            yield "regions", f"{region.name} is never touched"
        elif slug == _SPINE and guide.techniques[step.technique].motion is not Motion.REST:
            yield "regions", "only resting hands may lie on the spine line"
        elif slug in _NEVER_PRESSED and "firm" in step.tags:
            yield "regions", f"{region.name} is never pressed"


def _complete(step: Step) -> Found:
    if step.kind is StepKind.STROKE and step.path is None:
        yield "path", "a stroke needs a path"
    if step.kind in (StepKind.MOVE, StepKind.POSE) and not step.move:
        yield "move", "a step that moves or poses names its move or figure"
    if step.kind is not StepKind.POSE and not step.regions:
        yield "regions", "a step on the body names its regions"
    if step.view != POSE and step.path is None and step.at is None and step.hand != "none":
        yield "at", "a step without a path says where the hands lie"


def _words(step: Step) -> Found:
    if len(step.cue.split()) > CUE_WORDS:
        yield "cue", f"{len(step.cue.split())} words are more than {CUE_WORDS}"
    for field in ("name", "cue", "caution", "breath", "path_text", "hand_note"):
        if found := BANNED.search(getattr(step, field)):
            yield field, f"“{found.group()}” promises more than a massage can"
    for field in ("cue", "breath"):
        if _HOLDS_BREATH.search(getattr(step, field)):
            yield field, "nobody is asked to hold the breath"


def _breath(step: Step) -> Found:
    shortest = breath.shortest_breath(step, Tempo(step).period)
    if shortest < breath.SHORTEST:
        yield "breathing", f"a breath of {shortest:.1f} s is too quick"


_PLAIN_RULES: tuple[Callable[[Step], Found], ...] = (_complete, _whole_cycles, _path_count, _words, _breath)
_GUIDE_RULES: tuple[Callable[[Step, Guide], Found], ...] = (_pressure, _technique_place, _rate, _path_places, _no_press)


def broken(step: Step, guide: Guide) -> Found:
    """Every rule the step breaks. All names in it must be known (`unknown_names`)."""
    for plain in _PLAIN_RULES:
        yield from plain(step)
    for rule in _GUIDE_RULES:
        yield from rule(step, guide)
