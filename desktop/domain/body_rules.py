"""A step laid on the body: can it be shown, and does it keep off what is never touched (content sheet 2.4 O7, 3)?"""

from __future__ import annotations

from desktop.domain.chart import Atlas
from desktop.domain.crossing import GRAZED_CM, crossed
from desktop.domain.guide import Guide
from desktop.domain.hand_parts import RESTING, picture_of
from desktop.domain.outlines import RegionMap
from desktop.domain.paths import PathError
from desktop.domain.place_rules import GENTLE
from desktop.domain.routine import OtherHand, Step
from desktop.domain.rules import Rule
from desktop.domain.score import Score
from desktop.domain.staging import POSE, Staging
from desktop.domain.step_rules import Found

_SPINE = "spine_line"
_ACROSS_THE_SPINE = frozenset({"roller", "forearm", "two_fingers"})
"""Hand parts whose middle lies over the spine while their weight lies on the muscles beside it."""


def broken(step: Step, guide: Guide, atlas: Atlas) -> Found:
    """What the player could not show, or would show on a place that must be left alone."""
    known = {name for name, _ in atlas.hands().sprites}
    if missing := _pictures(step) - known:
        yield Rule.DRAWN, "hand", f"the hand part “{step.hand}” cannot be shown yet: {', '.join(sorted(missing))}"
    elif step.view == POSE and atlas.figure(step.move) is None:
        yield Rule.DRAWN, "move", f"the figure “{step.move}” cannot be shown yet"
    elif step.view not in (POSE, *atlas.drawn):
        yield Rule.DRAWN, "view", f"the view “{step.view}” cannot be shown yet"
    elif step.view != POSE and step.move and atlas.move(step.move, step.view) is None:
        yield Rule.DRAWN, "move", f"the move “{step.move}” cannot be shown in the view “{step.view}” yet"
    else:
        yield from _staged(step, guide, atlas)


def _staged(step: Step, guide: Guide, atlas: Atlas) -> Found:
    field = "path" if step.path else "at"
    score = Score(step, guide.techniques[step.technique])
    try:
        staging = Staging(score, guide, atlas)
    except PathError as error:
        yield Rule.DRAWN, field, str(error)
    else:
        yield from _spares(step, field, staging, guide, atlas)
        for slug, deep in crossed(score, staging, guide, atlas).items():
            if deep > GRAZED_CM and slug not in step.crosses:
                yield Rule.CROSSED, "crosses", f"the hands come over “{slug}”"


def _pictures(step: Step) -> set[str]:
    """The hand pictures a step needs."""
    if step.hand == "none" or step.view == POSE:
        return set()
    return {picture_of(step), *((RESTING,) if step.other_hand is OtherHand.RESTS else ())}


def _spares(step: Step, field: str, staging: Staging, guide: Guide, atlas: Atlas) -> Found:
    """The hands keep off what is never touched, and press nothing that may only be stroked."""
    maps: dict[str, RegionMap] = {}
    touched: set[str] = set()
    for view, point in staging.contacts():
        if view not in maps:
            maps[view] = RegionMap(atlas.chart(view))
        places = maps[view]
        if places.in_zone(point):
            yield Rule.SPARED_PLACES, field, "the way leads over a place that is never pressed (eye, hollow of the ear)"
            return
        if slug := places.region_at(point):
            touched.add(slug)
    gentle = guide.techniques[step.technique].motion in GENTLE
    for slug in sorted(touched):
        region = guide.regions[slug]
        spine = slug == _SPINE and step.pressure > region.ceiling and step.hand not in _ACROSS_THE_SPINE
        pressed = region.no_press and slug != _SPINE and not gentle and step.pressure > region.ceiling
        if region.ceiling == 0 or spine or pressed:
            yield Rule.SPARED_PLACES, field, f"the way leads over {region.name}"
