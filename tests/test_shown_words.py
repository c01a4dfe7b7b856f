"""No text of the guide leaks an internal code or presses a pulse (promises: tests/test_house.py)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from desktop.assets.catalog import FOLDER, load_guide

CODE = re.compile(r"\b(S[0-4]-\d+|P\d{1,2}[a-e]?|D\d{1,2}|GK|DES|T\d{2}[a-e]?|R\d{2}|RT\d{2}b?|O\d{1,2}|§)\b")
PULSE = re.compile(r"\b(pulse|carotid|throat pressure)\b", re.IGNORECASE)
"""Places and pressures that must never be instructed; what is told about them is listed below."""


def shown(value: object) -> Iterator[str]:
    """Every text in a table that is not the name of something."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"id", "core", "replacement", "sources", "address", "card", "block_routines", "passes"}:
                yield from shown(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from shown(inner)
    elif isinstance(value, str) and " " in value:
        yield value


def tables() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.rglob("*.toml")):
        for text in shown(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, text


TABLES = list(tables())


def test_there_is_something_to_scan() -> None:
    assert len(TABLES) > 1500


def test_no_internal_code_is_shown() -> None:
    assert [(file, text) for file, text in TABLES if CODE.search(text)] == []


def test_nothing_presses_a_pulse() -> None:
    about = {"references.toml", "safety.toml"}
    warned = [(file, text) for file, text in TABLES if PULSE.search(text) and file not in about]
    assert [text for _, text in warned] == ["Not over the pulse, not both sides with any pressure."]


def test_the_guide_is_what_was_scanned() -> None:
    texts = {text for _, text in TABLES}
    for routine in load_guide().routines.values():
        assert all({step.cue, step.caution} <= texts for step in routine.steps if " " in step.cue)
