"""Tables of the guide turned into domain objects: strict, for our own files and for anybody's.

Kept apart from `catalog` so that msgspec is imported when the first of them is needed, not at the start."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from desktop.assets import schema
from desktop.assets.files import CatalogError, read_toml
from desktop.domain import notation
from desktop.domain.body import Landmark, Muscle
from desktop.domain.page import Page
from desktop.domain.reference import Reference, Sources
from desktop.domain.routine import Breathing, Giver, Hold, Routine, Step, StrokePath, Waypoint
from desktop.domain.screening import Card, Effects, Option, Question, Safety
from desktop.domain.signs import Sign
from desktop.domain.technique import Technique

T = TypeVar("T")


def muscles(path: Path) -> dict[str, Muscle]:
    """Muscles by slug. Raises CatalogError."""
    tables = _read(path, dict[str, schema.MuscleTable])
    return {slug: Muscle(slug, table.name, table.plain, tuple(table.fma)) for slug, table in tables.items()}


def landmarks(path: Path) -> dict[str, Landmark]:
    """Landmarks by name. Raises CatalogError."""
    return {name: _landmark(name, table) for name, table in _read(path, dict[str, schema.LandmarkTable]).items()}


def techniques(path: Path, regions: frozenset[str]) -> dict[str, Technique]:
    """Techniques by slug; `regions` are all there are. Raises CatalogError."""
    tables = _read(path, dict[str, schema.TechniqueTable])
    return {slug: _technique(slug, table, regions) for slug, table in tables.items()}


def pages(path: Path) -> dict[str, Page]:
    """Pages to read, by slug. Raises CatalogError."""
    tables = _read(path, dict[str, schema.PageTable])
    return {slug: Page(slug, page.title, tuple(page.lines), tuple(page.sources)) for slug, page in tables.items()}


def sources(path: Path) -> Sources:
    """What the guide comes from. Raises CatalogError."""
    table = _read(path, schema.ReferencesFile)
    references = {slug: Reference(slug, page.what, page.kind, page.address) for slug, page in table.references.items()}
    return Sources(references, tuple(table.awaiting_review))


def safety(path: Path) -> Safety:
    """The safety check. Raises CatalogError."""
    table = _read(path, schema.SafetyFile)
    try:
        return _safety(table)
    except ValueError as error:
        raise CatalogError(path.name, "$.signs", str(error)) from error


def routine(path: Path) -> Routine:
    """A routine from anybody's file: its shape is checked here, its sense by `domain.checker`. Raises CatalogError."""
    table = _read(path, schema.RoutineFile)
    return Routine(
        id=table.id,
        slug=table.slug,
        title=table.title,
        mode=table.mode,
        position=table.position,
        kit=table.kit,
        purpose=table.purpose,
        caution=table.caution,
        core=frozenset(table.core),
        optional=frozenset(table.optional),
        replacement=table.replacement,
        steps=tuple(_step(path, index, step, table.giver) for index, step in enumerate(table.steps)),
        sources=tuple(table.sources),
        mood=table.mood,
        every_second_day=table.every_second_day,
    )


def _read(path: Path, shape: type[T]) -> T:
    try:
        return msgspec.convert(read_toml(path), shape)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `")
        raise CatalogError(path.name, place.rstrip("`") or "$", reason) from error


def _landmark(name: str, table: schema.LandmarkTable) -> Landmark:
    return Landmark(name, table.region, frozenset(table.borders), table.definition, table.no_go)


def _technique(slug: str, table: schema.TechniqueTable, regions: frozenset[str]) -> Technique:
    but = table.all_regions_but
    return Technique(
        id=table.id,
        slug=slug,
        name=table.name,
        classical_name=table.classical_name,
        motion=table.motion,
        pressure=table.pressure,
        rate=table.rate,
        dose=table.dose,
        fallback=table.fallback,
        allowed_regions=frozenset(table.regions) if but is None else regions - frozenset(but),
        hand_parts=table.hand_parts,
        form=table.form,
        alone=table.alone,
        with_partner=table.with_partner,
        sources=tuple(table.sources),
        most_seconds=table.most_seconds,
        longest_hold=table.longest_hold,
    )


def _step(path: Path, index: int, table: schema.StepTable, giver: Giver) -> Step:
    place = f"$.steps[{index}]"
    return Step(
        number=index + 1,
        name=table.name,
        kind=table.kind,
        view=table.view,
        seconds=table.seconds,
        regions=tuple(table.regions),
        side=table.side,
        technique=table.technique,
        hand=table.hand,
        hand_note=table.hand_note,
        path=_path(path, f"{place}.path", table.path) if table.path else None,
        path_text=table.path_text,
        rate=table.rate,
        reps=table.reps,
        hold=Hold(table.hold.count, table.hold.hold, table.hold.release) if table.hold else None,
        pressure=table.pressure,
        breath=table.breath,
        cue=table.cue,
        caution=table.caution,
        tags=frozenset(table.tags),
        move=table.move,
        at=_words(path, f"{place}.at", table.at)[0] if table.at else None,
        breathing=Breathing(table.breathing.pattern, table.breathing.breaths) if table.breathing else Breathing(),
        giver=table.giver or giver,
        one_hand=table.one_hand,
        other_hand=table.other_hand,
        other_at=_words(path, f"{place}.other_at", table.other_at)[0] if table.other_at else None,
        crosses=tuple(table.crosses),
    )


def _path(file: Path, place: str, table: schema.PathTable) -> StrokePath:
    return StrokePath(
        passes=tuple(_words(file, f"{place}.passes[{i}]", words) for i, words in enumerate(table.passes)),
        spots=table.spots,
        cycles_per_spot=table.cycles_per_spot,
        cycles_per_pass=table.cycles_per_pass,
        return_=table.return_,
        hands=table.hands,
        views=tuple(table.views),
    )


def _words(file: Path, place: str, words: str) -> tuple[Waypoint, ...]:
    try:
        return notation.stroke(words)
    except ValueError as error:
        raise CatalogError(file.name, place, str(error)) from error


def _safety(table: schema.SafetyFile) -> Safety:
    return Safety(
        questions=tuple(_question(question) for question in table.questions),
        cards={id_: Card(id_, card.title, tuple(card.lines)) for id_, card in table.cards.items()},
        signs=tuple(map(_sign, table.signs)),
        standing_line=table.standing_line,
        about=tuple(table.about),
        replace_over=table.replace_over,
        first_sessions=table.first_sessions,
        first_sessions_cap=table.first_sessions_cap,
        repeat_days=table.repeat_days,
        consent=tuple(table.consent),
        light_cue=table.light_cue,
        light_breath=table.light_breath,
    )


def _sign(table: schema.SignTable) -> Sign:
    then = _sign(table.then) if table.then else None
    return Sign(table.id, table.words, table.reaction, table.title, tuple(table.lines), then)


def _question(table: schema.QuestionTable) -> Question:
    options = tuple(Option(option.id, option.text, _effects(option.effects)) for option in table.options)
    return Question(table.id, table.text, table.asked, options)


def _effects(table: schema.EffectsTable | None) -> Effects:
    if table is None:
        return Effects()
    return Effects(
        block_all=table.block_all,
        cap=table.cap,
        block_regions=frozenset(table.block_regions),
        cap_regions={slug: int(cap) for cap, slugs in table.cap_regions.items() for slug in slugs},
        remove_techniques=frozenset(table.remove_techniques),
        remove_tags=frozenset(table.remove_tags),
        block_routines=frozenset(table.block_routines),
        max_minutes=table.max_minutes,
        lock_tapped=table.lock_tapped,
        hide_pages=frozenset(table.hide_pages),
        card=table.card,
        note=table.note,
    )
