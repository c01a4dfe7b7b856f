"""No text that is shown promises what a doctor would, asks for a held breath, or leaks an internal code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop
from desktop.assets.catalog import FOLDER, load_guide
from desktop.domain.step_rules import BANNED

CODE = re.compile(r"\b(S[0-4]-\d+|P\d{1,2}[a-e]?|D\d{1,2}|GK|DES|T\d{2}[a-e]?|R\d{2}|RT\d{2}b?|O\d{1,2}|§)\b")
PULSE = re.compile(r"\b(pulse|carotid|throat pressure)\b", re.IGNORECASE)
"""Places and pressures that must never be instructed; what is told about them is listed below."""

DISCLAIMERS = (
    "It does not diagnose, treat, cure or prevent any disease and is not a medical device.",
    "Tap tumour, port and treated areas on the map: they are locked.",
)
"""The only sentences in which the words to avoid may stand: they say what the app does not do, or what a doctor did."""


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
    import tomllib

    for path in sorted(FOLDER.rglob("*.toml")):
        for text in shown(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.name, text


def literals() -> Iterator[tuple[str, str]]:
    """Texts in the code of the window: every literal with a space that is no docstring."""
    root = Path(desktop.__file__).parent
    for path in sorted(root.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        comments = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) and id(node) not in comments else None
            if isinstance(text, str) and " " in text and path.name != "step_rules.py":
                yield path.name, text


TABLES, LITERALS = list(tables()), list(literals())


def test_there_is_something_to_scan() -> None:
    assert len(TABLES) > 1500
    assert len(LITERALS) > 200


@pytest.mark.parametrize("texts", [TABLES, LITERALS], ids=["guide", "window"])
def test_nothing_is_promised(texts: list[tuple[str, str]]) -> None:
    rest = [(file, _without_disclaimers(text)) for file, text in texts]
    assert [(file, text) for file, text in rest if BANNED.search(text)] == []


def _without_disclaimers(text: str) -> str:
    for sentence in DISCLAIMERS:
        text = text.replace(sentence, "")
    return text


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
