"""What answers to the safety check add up to: the lowest cap wins, locks and removals add up (content sheet 5.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.screening import Asked, Effects, Question, Safety

NOT_SURE = "not_sure"
"""May stand for an option of any question; it counts as every other answer at once, so as the strictest."""

LOCKED = "locked_places"
"""Kept like an answer: the regions somebody marked to be left alone, where an answer asked for them."""

Answers = Mapping[str, Collection[str]]
"""Options chosen, by question; several may be true. Under `LOCKED` stand regions."""

_URGENCY = ("emergency", "same_day", "appointment", "")


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything the answers limit, added up. `card` is the most urgent one asked for."""

    block_all: bool
    cap: int | None
    block_regions: frozenset[str]
    cap_regions: Mapping[str, int]
    remove_techniques: frozenset[str]
    remove_tags: frozenset[str]
    block_routines: frozenset[str]
    max_minutes: int | None
    hide_pages: frozenset[str]
    card: str
    notes: tuple[str, ...]


def due_questions(safety: Safety, last_answered: Mapping[str, datetime], now: datetime) -> tuple[Question, ...]:
    """The questions to ask before a session; `last_answered` by question, both aware times."""
    renew = timedelta(days=safety.repeat_days)

    def is_due(question: Question) -> bool:
        last = last_answered.get(question.id)
        return question.asked is Asked.EVERY_SESSION or last is None or now - last >= renew

    return tuple(question for question in safety.questions if is_due(question))


def known_answers(safety: Safety, remembered: Answers) -> dict[str, frozenset[str]]:
    """The remembered answers that still answer one of today's questions; the others have to be asked again."""
    options = {q.id: {NOT_SURE, *(option.id for option in q.options)} for q in safety.questions}
    return {
        question: frozenset(chosen)
        for question, chosen in remembered.items()
        if chosen and (question == LOCKED or (question in options and set(chosen) <= options[question]))
    }


def asks_for_places(safety: Safety, answers: Answers) -> bool:
    """Whether an answer wants places marked on the map that are then left alone."""
    effects = _effects(safety, answers)
    return any(effect.lock_tapped for effect in effects) and not any(effect.block_all for effect in effects)


def limits(safety: Safety, answers: Answers) -> Limits:
    """What the answers add up to. An unknown option raises KeyError: an answer is never passed over."""
    effects = _effects(safety, answers)
    blocking = [effect for effect in effects if effect.block_all]
    told = blocking or effects
    return Limits(
        block_all=bool(blocking),
        cap=_least(effect.cap for effect in effects),
        block_regions=_union(effect.block_regions for effect in effects) | frozenset(answers.get(LOCKED, ())),
        cap_regions=_lowest_caps(effects),
        remove_techniques=_union(effect.remove_techniques for effect in effects),
        remove_tags=_union(effect.remove_tags for effect in effects),
        block_routines=_union(effect.block_routines for effect in effects),
        max_minutes=_least(effect.max_minutes for effect in effects),
        hide_pages=_union(effect.hide_pages for effect in effects),
        card=min((effect.card for effect in told), key=_URGENCY.index, default=""),
        notes=tuple(dict.fromkeys(effect.note for effect in told if effect.note)),
    )


def _effects(safety: Safety, answers: Answers) -> list[Effects]:
    return [effect for question in safety.questions for effect in _chosen(question, answers.get(question.id, ()))]


def _chosen(question: Question, options: Collection[str]) -> list[Effects]:
    if NOT_SURE in options:
        return [option.effects for option in question.options[1:]]
    known = {option.id: option.effects for option in question.options}
    return [known[option] for option in options]


def _least(values: Iterable[int | None]) -> int | None:
    return min((value for value in values if value is not None), default=None)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _lowest_caps(effects: Iterable[Effects]) -> Mapping[str, int]:
    lowest: dict[str, int] = {}
    for effect in effects:
        for region, cap in (effect.cap_regions or {}).items():
            lowest[region] = min(cap, lowest.get(region, cap))
    return lowest
