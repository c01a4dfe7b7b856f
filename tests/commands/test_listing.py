"""What `list --json` gives to programs adds up to the content sheet's totals."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop.__main__ import main

Rows = list[dict[str, Any]]


def listed(what: str, capsys: pytest.CaptureFixture[str]) -> Rows:
    assert main([what, "list", "--json"]) == 0
    rows: Rows = json.loads(capsys.readouterr().out)
    return rows


def test_routines_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    routines = listed("routines", capsys)
    assert len(routines) == 21
    assert sum(len(routine["steps"]) for routine in routines) == 220
    assert sum(routine["total_seconds"] for routine in routines) == 192 * 60
    for routine in routines:
        assert sum(step["seconds"] for step in routine["steps"]) == routine["total_seconds"]


def test_regions_and_techniques_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    regions, techniques = listed("regions", capsys), listed("techniques", capsys)
    assert [region["id"] for region in regions] == [f"R{number:02}" for number in range(1, 36)]
    assert len(techniques) == 32
    assert len({technique["id"].rstrip("abcde") for technique in techniques}) == 28
    assert {technique["id"] for technique in techniques if technique["id"].startswith("T11")} == {
        "T11a", "T11b", "T11c", "T11d", "T11e"
    }  # fmt: skip
    slugs = {region["slug"] for region in regions}
    assert all(set(technique["allowed_regions"]) <= slugs for technique in techniques)


@pytest.mark.parametrize(("what", "count"), [("routines", 21), ("regions", 35), ("techniques", 32)])
def test_people_get_a_line_each(what: str, count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([what, "list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == count
