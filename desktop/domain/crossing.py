"""The regions a step's hands come over besides its own: the safety check looks at all of them (content sheet 5.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.domain.chart import Atlas, Point
from desktop.domain.guide import Guide
from desktop.domain.outlines import RegionMap
from desktop.domain.routine import Step
from desktop.domain.score import Score
from desktop.domain.staging import POSE, Staging

GRAZED_CM = 0.5
"""A place is crossed where the middle of the hand comes deeper into it than this; at its edge it is only grazed."""

_MOMENTS = 24
"""Looked at so often a pass, and never twice at the same phase."""
_ON_THE_SKIN = 0.05
_HALF_FULL = 0.5


def crossed(score: Score, staging: Staging, guide: Guide, atlas: Atlas) -> Mapping[str, float]:
    """How deep, in cm from its edge, the hands of a step come into each region that is not one of its own.

    A hand that rests beside the working one counts too, by the region of its landmark: the view may not show it."""
    step = score.step
    maps = {view: RegionMap(atlas.chart(view)) for view in _views(step) if view != POSE}
    own = guide.parts_of(step.regions)
    deepest: dict[str, float] = {}
    for view, point in {*staging.contacts(), *_touches(score, staging)}:
        slug = maps[view].region_at(point)
        if slug is not None and slug not in own:
            deep = maps[view].depth(point, slug) / atlas.chart(view).px_per_cm
            deepest[slug] = max(deep, deepest.get(slug, 0.0))
    if step.other_at is not None and (resting := guide.landmarks[step.other_at.landmark].region) not in own:
        deepest[resting] = max(GRAZED_CM * 2, deepest.get(resting, 0.0))
    return deepest


def _views(step: Step) -> set[str]:
    return {step.view, *(step.path.views if step.path else ())}


def _touches(score: Score, staging: Staging) -> Iterator[tuple[str, Point]]:
    """Where the hands lie on the skin at moments all through a step, with the view."""
    step = score.step
    count = _MOMENTS * (step.path.rounds if step.path else 1) * len(score.tempo.sides)
    for moment in range(count):
        beat = score.tempo.beat(step.seconds * (moment + moment % 7 / 7) / (count + 1))
        view, showing = staging.show(beat)
        if view != POSE:
            hands = showing.scene(beat, _HALF_FULL, staging.away(beat, 0.0)).hands
            yield from ((view, hand.at) for hand in hands if hand.lift < _ON_THE_SKIN)
