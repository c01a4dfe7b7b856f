"""What a technique may do, and where (content sheet 2.4, 2.7, 3, 3.1): a step held against the guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.domain.body import Landmark
from desktop.domain.guide import Guide
from desktop.domain.places import NECK, NECK_MOVES, TURNS, trunk
from desktop.domain.routine import Giver, Step, StepKind
from desktop.domain.rules import FIRM, Rule
from desktop.domain.step_rules import Found, waypoints
from desktop.domain.technique import Motion

_LIGHT, _DEEP = 2, 4
_SPINE = "spine_line"
_NEVER_PRESSED = frozenset({_SPINE, "collarbone_hollow", "kidney_zone"})
GENTLE = frozenset({Motion.GLIDE, Motion.REST, Motion.STRETCH_SKIN, Motion.CIRCLE})
"""What may lead over a place where nothing is pressed: the hand lightens there to the ceiling of the place."""

_PRESSES = frozenset({Motion.HOLD, Motion.POINT, Motion.LEAN})
_TRUNK_BLOWS = frozenset({Motion.HACK, Motion.CUP, Motion.POUND, Motion.PLUCK})
_POINTED = frozenset({"thumb_pad", "finger_pads", "finger_pad", "pincer", "knuckles"})
_COLUMN = (
    "paraspinal_t2", "paraspinal_t5", "paraspinal_t8", "paraspinal_t10", "paraspinal_t12", "paraspinal_l2",
    "paraspinal_l4", "sacrum_side",
)  # fmt: skip


def broken(step: Step, guide: Guide) -> Found:
    """Every rule of places and techniques the step breaks. All names in it must be known."""
    for rule in _RULES:
        yield from rule(step, guide)


def _pressure(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    low, high = technique.pressure
    if not low <= step.pressure <= high:
        yield Rule.RANGE, "pressure", f"{step.pressure} is outside {low} to {high}, the range of {technique.name}"
    for slug in step.regions:
        region = guide.regions[slug]
        if step.pressure > region.ceiling:
            yield Rule.CEILING, "pressure", f"{step.pressure} is above {region.ceiling}, the ceiling of {region.name}"


def _rate(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    if (step.rate is None) == (step.hold is None):
        yield Rule.COUNT, "rate", "a step has either a rate or a hold"
    elif step.rate is not None and technique.rate is None:
        yield Rule.RANGE, "rate", f"{technique.name} is held; it has no rate"
    elif step.rate is not None and technique.rate and not technique.rate[0] <= step.rate <= technique.rate[1]:
        low, high = technique.rate
        yield Rule.RANGE, "rate", f"{step.rate:g} is outside {low:g} to {high:g}, the range of {technique.name}"


def _dose(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    if technique.most_seconds and step.seconds > technique.most_seconds:
        reason = f"{step.seconds:g} s are more than the {technique.most_seconds:g} s of {technique.name}"
        yield Rule.DOSE, "seconds", reason
    if technique.longest_hold and step.hold and step.hold.hold > technique.longest_hold:
        reason = f"{step.hold.hold:g} s are more than the {technique.longest_hold:g} s of {technique.name}"
        yield Rule.DOSE, "hold", reason


def _technique_place(step: Step, guide: Guide) -> Found:
    technique = guide.techniques[step.technique]
    for slug in step.regions:
        if slug not in technique.allowed_regions:
            yield Rule.ALLOWED, "technique", f"{technique.name} is not allowed on {guide.regions[slug].name}"


def _path_places(step: Step, guide: Guide) -> Found:
    """Every landmark lies in the step's regions or on their border, and no no-go mark is used. Hands that only go with
    a move, and the one that rests beside the working one, may lie elsewhere: they do not work there."""
    for field, point in waypoints(step):
        mark = guide.landmarks[point.landmark]
        if mark.no_go or guide.regions[mark.region].ceiling == 0:
            yield Rule.SPARED_PLACES, field, f"“{point.landmark}” is a no-go mark"
        elif step.kind is not StepKind.MOVE and field != "other_at" and not _borders(mark, step, guide):
            places = ", ".join(guide.regions[region].name for region in step.regions)
            yield Rule.ALLOWED, field, f"“{point.landmark}” does not lie on {places}"


def _borders(mark: Landmark, step: Step, guide: Guide) -> bool:
    allowed = guide.parts_of(step.regions)
    return bool(allowed & {mark.region, *mark.borders})


def _spared(step: Step, guide: Guide) -> Found:
    motion = guide.techniques[step.technique].motion
    for slug in step.regions:
        region = guide.regions[slug]
        if region.ceiling == 0:
            yield Rule.SPARED_PLACES, "regions", f"{region.name} is never touched"
        elif slug == _SPINE and motion is not Motion.REST:
            yield Rule.SPARED_PLACES, "regions", "only resting hands may lie on the spine line"
        elif slug in _NEVER_PRESSED and motion not in GENTLE:
            yield Rule.SPARED_PLACES, "regions", f"{region.name} is never pressed and never tapped"


def _direction(step: Step, guide: Guide) -> Found:
    """Beside the spine weight goes up; the way down is light."""
    stroked = guide.techniques[step.technique].motion is Motion.GLIDE and step.path and not step.path.spots
    if not stroked or step.path is None or step.pressure <= _LIGHT:
        return
    for number, passing in enumerate(step.path.passes):
        levels = [_COLUMN.index(point.landmark) for point in passing if point.landmark in _COLUMN]
        if levels and levels[-1] > levels[0]:
            yield Rule.DIRECTION, f"path.passes[{number}]", "a stroke with weight runs up the back"


def _tags(step: Step, guide: Guide) -> Found:
    for tag in sorted(set(_due_tags(step, guide)) - step.tags):
        yield Rule.TAGS, "tags", f"“{tag}” is missing"


def _due_tags(step: Step, guide: Guide) -> Iterator[str]:
    """The tags by which the safety check must find the step."""
    technique, places = guide.techniques[step.technique], set(step.regions)
    marks = {point.landmark for field, point in waypoints(step) if field != "other_at"}
    motion = technique.motion
    due = {
        "firm": step.pressure >= FIRM,
        "neck_press": motion in _PRESSES and bool(places & NECK),
        "neck_movement": step.move in NECK_MOVES,
        "head_turn": step.move in TURNS,
        "head_lift": step.technique == "supported_head_lift",
        "percussion": motion in _TRUNK_BLOWS or motion is Motion.TAP,
        "percussion_trunk": motion in _TRUNK_BLOWS or (motion is Motion.TAP and trunk(step)),
        "vibration": motion in (Motion.TREMBLE, Motion.SHAKE),
        "tool": step.technique in ("soft_brush", "massage_ball", "foam_roller"),
        "heat": step.technique == "warm_stone",
        "deep_low_back": "lower_back" in places and step.pressure >= _DEEP,
        "pregnancy_point": "hand_web" in places
        or (motion in _PRESSES and step.hand in _POINTED and "shoulder_mid" in marks),
        "face_down": step.giver is Giver.HIP,
    }
    return (tag for tag, is_due in due.items() if is_due)


_RULES: tuple[Callable[[Step, Guide], Found], ...] = (
    _pressure, _rate, _dose, _technique_place, _path_places, _spared, _direction, _tags,
)  # fmt: skip
