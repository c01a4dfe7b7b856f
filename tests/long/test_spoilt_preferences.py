"""Thousands of spoilt settings files: the app opens with settings that it can use, and no file is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path

import pytest

from desktop import start
from desktop.preferences import Preferences, load_preferences, save_preferences
from desktop.sound.voice import VoiceSettings
from tests.long.spoiling import OF_TEXT, SEED, VALUES, not_for_ever, spoilt

COPIES = 2000
CHOSEN = Preferences(
    theme="dark",
    window="AdnQywADAAAAAAAA",
    voice_name="Ada",
    voice_rate=-2,
    ambient="rain",
    pace="calm",
    change_over=5,
    viewpoint="mirror",
    firmness={"nape": -1, "jaw": 2},
)

pytestmark = pytest.mark.long


def test_spoilt_settings(tmp_path: Path) -> None:
    whole = json.dumps(asdict(CHOSEN), indent=1).encode()
    for what, data in chain(spoilt(whole, OF_TEXT, COPIES, SEED), with_strange_values()):
        load(data, what, tmp_path)


def with_strange_values() -> Iterator[tuple[str, bytes]]:
    """Every setting with every value that it should not have."""
    for name in asdict(CHOSEN):
        for value in VALUES:
            yield f"{name} = {value[:20]!r}", b'{"%s": %s}' % (name.encode(), value)


def load(data: bytes, what: str, folder: Path) -> None:
    file, broken = folder / "settings.json", folder / "settings.broken"
    broken.unlink(missing_ok=True)
    file.write_bytes(data)
    with not_for_ever(what):
        found = load_preferences(file)
        use(found)
    assert (broken if broken.exists() else file).read_bytes() == data, what
    assert not (broken.exists() and file.exists()), what
    save_preferences(file, found)
    assert load_preferences(file) == found, what


def use(found: Preferences) -> None:
    """What the start, the voice and the speaking process make of them."""
    assert start._picture(found.view, found.build).exists()
    start._geometry(found.window)
    voice = VoiceSettings(found.voice_name, found.voice_rate, found.voice_volume, found.quiet_voice)
    assert -1 <= voice.tone.rate <= 1
    json.dumps(asdict(voice.tone)).encode()
    assert all(isinstance(value, type(getattr(CHOSEN, name))) for name, value in asdict(found).items())
