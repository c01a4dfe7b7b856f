"""Every one of the 207 things the content sheet lists has its place in the product, or a reason why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.rules import Rule

ROOT = Path(__file__).resolve().parents[2]
GUIDE = load_guide()
ROWS = re.findall(
    r"^\| (S\d-\d+) \| (.+?) \| (.+) \|$", (ROOT / "docs" / "coverage.md").read_text("utf-8"), re.MULTILINE
)
LISTED = {"S0": 40, "S1": 18, "S2": 82, "S3": 27, "S4": 40}
NAMED = {
    "region": set(GUIDE.regions),
    "technique": set(GUIDE.techniques),
    "page": set(GUIDE.pages),
    "question": {question.id for question in GUIDE.safety.questions},
    "card": set(GUIDE.safety.cards),
    "sign": {sign.id for sign in GUIDE.safety.signs},
    "rule": {rule.value for rule in Rule},
    "reference": set(GUIDE.sources.references),
}
KEYS = {"position", "hand_parts", "mood", "mode", "purpose"}
"""Words of a routine or a technique that a row may speak of."""


def test_all_are_there_once() -> None:
    ids = [row[0] for row in ROWS]
    assert ids == [f"{part}-{number}" for part, count in LISTED.items() for number in range(1, count + 1)]
    assert len(ids) == 207


@pytest.mark.parametrize(("id_", "what", "where"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_row_names_exists(id_: str, what: str, where: str) -> None:
    assert what
    names = re.findall(r"`([^`]+)`", where)
    assert names or where.startswith("Left out: "), "a row says where, or why not"
    assert [name for name in names if not _exists(name)] == []


def _exists(name: str) -> bool:
    if step := re.fullmatch(r"(RT\d\db?)(?:\.(\d+))?", name):
        routine = GUIDE.routines.get(step[1])
        return routine is not None and int(step[2] or 1) <= len(routine.steps)
    kind, colon, entry = name.partition(":")
    if colon:
        return entry in NAMED[kind]
    return name in KEYS or name.startswith("side = ") or (ROOT / name).is_file()
