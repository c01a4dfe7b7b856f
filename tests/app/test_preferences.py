"""Preferences survive a round trip, and a bad file costs nothing but itself."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from desktop.preferences import OF_THE_MACHINE, Preferences, load_preferences, save_preferences


def test_round_trip(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    save_preferences(file, Preferences(theme="dark", text_percent=150, window="abc"))
    assert load_preferences(file) == Preferences(theme="dark", text_percent=150, window="abc")
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\x00"])
def test_a_broken_file_is_put_aside(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert load_preferences(file) == Preferences()
    assert file.with_suffix(".broken").read_text() == text


def test_wrong_kinds_and_ranges_fall_back(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"theme": "pink", "text_percent": 9000, "window": 3, "welcomed": 1, "unknown": {}, "build": "../x"})
    )
    assert load_preferences(file) == Preferences(text_percent=200)
    file.write_text(json.dumps({"skin_tone": "green", "build": "masculine"}))
    assert load_preferences(file) == Preferences(build="masculine")
    file.write_text("[1, 2]")
    assert load_preferences(file) == Preferences()


def test_the_way_somebody_is_guided_keeps_what_can_be(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    firmness = {"nape": -2, "jaw": 1}
    chosen = Preferences(pace="calm", change_over=10, untimed=True, viewpoint="mirror", firmness=firmness)
    save_preferences(file, chosen)
    assert load_preferences(file) == chosen
    strange = {"pace": "frantic", "change_over": 7, "viewpoint": "above", "partner_viewpoint": 3, "untimed": "yes"}
    places = {"nape": 40, "jaw": 0, "crown": True, "temple": "2", "occiput": -3}
    file.write_text(json.dumps({**strange, "firmness": places}))
    assert load_preferences(file) == Preferences(firmness={"occiput": -3})
    file.write_text(json.dumps({"firmness": {f"place_{number}": 1 for number in range(3000)}}))
    assert len(load_preferences(file).firmness) == 100


def test_missing_file_gives_first_values(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "settings.json") == Preferences()


def test_what_is_a_persons_own_goes_and_comes_whole() -> None:
    mine = Preferences(theme="dark", text_percent=150, firmness={"nape": -1}, window="abc", stay=True, profile=2)
    assert json.loads(json.dumps(mine.own)) == mine.own
    assert mine.own.keys().isdisjoint(OF_THE_MACHINE)
    other = Preferences(pace="calm", firmness={"jaw": 2}, window="xyz", profile=3)
    other.take_over(mine.own)
    assert other == Preferences(theme="dark", text_percent=150, firmness={"nape": -1}, window="xyz", profile=3)


def test_somebody_new_begins_with_first_values_and_leaves_the_machines_alone() -> None:
    preferences = Preferences(theme="dark", voice=False, firmness={"jaw": 2}, window="xyz", stay=True, profile=2)
    preferences.take_over({})
    assert preferences == Preferences(window="xyz", stay=True, profile=2)


def test_a_spoilt_own_value_becomes_a_first_one() -> None:
    preferences = Preferences(theme="dark", text_percent=150)
    preferences.take_over({"theme": 3, "text_percent": 9000, "pace": "frantic", "window": "theirs", "strange": 1})
    assert preferences == Preferences(text_percent=200)
