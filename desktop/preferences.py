"""What the user prefers: a small file of its own, so that the first paint need not wait for the database."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

_LIMIT = 64 * 1024
"""Bytes; a settings file is a few hundred."""

THEMES = ("system", "light", "dark")
BUILDS = ("feminine", "neutral", "masculine")
AMBIENTS = ("", "rain", "brown", "pad")
SKIN_TONES = ("very_light", "light", "medium", "tan", "brown", "deep")
PACES = ("neutral", "calm", "energise")
CHANGE_OVERS = (0, 5, 10)
VIEWPOINTS = ("as_on_me", "mirror", "partner")
_LONGEST_NAME = 60
_MOST_PLACES, _MOST_LEVELS, _MOST_PROFILES = 100, 9, 2**31
OF_THE_MACHINE = ("profile", "window", "welcomed", "stay", "stay_told")
"""What everybody here shares; all other settings are a person's own."""


@dataclass(slots=True)
class Preferences:
    """All settings with their first values. `profile` says whose they are; `window` is the remembered geometry, base64;
    `stay`: goes on in the tray once the window is closed, `stay_told`: that this was said; `firmness` how many levels
    above the planned pressure each region is wished, by slug."""

    profile: int = 1
    stay: bool = False
    stay_told: bool = False
    theme: str = "system"
    text_percent: int = 100
    reduced_motion: bool = False
    build: str = "neutral"
    skin_tone: str = "light"
    view: str = "head_back"
    window: str = ""
    welcomed: bool = False
    voice: bool = True
    voice_name: str = ""
    voice_rate: int = 0
    voice_volume: int = 80
    quiet_voice: bool = False
    tell_half_time: bool = False
    tell_last_seconds: bool = False
    rhythm: bool = True
    rhythm_volume: int = 70
    ambient: str = ""
    ambient_volume: int = 40
    pace: str = "neutral"
    change_over: int = 0
    untimed: bool = False
    viewpoint: str = "as_on_me"
    partner_viewpoint: str = "partner"
    firmness: dict[str, int] = field(default_factory=dict)

    @property
    def own(self) -> dict[str, Any]:
        """What is a person's own of it, as JSON knows it."""
        return {name: value for name, value in asdict(self).items() if name not in OF_THE_MACHINE}

    def take_over(self, own: Mapping[str, Any]) -> None:
        """Makes these another person's; what `own` lacks, or has of the wrong kind, gets its first value."""
        self.fill({**Preferences().own, **{name: own[name] for name in self.own.keys() & own.keys()}})

    def fill(self, values: Mapping[str, Any]) -> None:
        """Takes values of the right kind, by name; others get their first value."""
        first = Preferences()
        for name in values.keys() & asdict(first).keys():
            fits = type(values[name]) is type(getattr(first, name))
            setattr(self, name, values[name] if fits else getattr(first, name))
        self.tidy()

    def tidy(self) -> None:
        """Puts values out of range back to what they are at first."""
        first = Preferences()
        self.view = self.view if len(self.view) <= _LONGEST_NAME else first.view  # it becomes a file's name
        self.profile = min(max(1, self.profile), _MOST_PROFILES)
        self.theme = self.theme if self.theme in THEMES else first.theme
        self.build = self.build if self.build in BUILDS else first.build
        self.skin_tone = self.skin_tone if self.skin_tone in SKIN_TONES else first.skin_tone
        self.text_percent = min(200, max(80, self.text_percent))
        self.ambient = self.ambient if self.ambient in AMBIENTS else first.ambient
        self.voice_rate = min(5, max(-5, self.voice_rate))
        self.voice_volume = min(100, max(0, self.voice_volume))
        self.rhythm_volume = min(100, max(0, self.rhythm_volume))
        self.ambient_volume = min(100, max(0, self.ambient_volume))
        self.pace = self.pace if self.pace in PACES else first.pace
        self.change_over = self.change_over if self.change_over in CHANGE_OVERS else first.change_over
        self.viewpoint = self.viewpoint if self.viewpoint in VIEWPOINTS else first.viewpoint
        known = self.partner_viewpoint in VIEWPOINTS
        self.partner_viewpoint = self.partner_viewpoint if known else first.partner_viewpoint
        self.firmness = _tidy_firmness(self.firmness)


def _tidy_firmness(firmness: dict[str, int]) -> dict[str, int]:
    kept = [
        (place, levels)
        for place, levels in firmness.items()
        if isinstance(place, str) and type(levels) is int and 0 < abs(levels) <= _MOST_LEVELS
    ]
    return dict(kept[-_MOST_PLACES:])


def load_preferences(file: Path) -> Preferences:
    """The settings in `file`; what is missing or of the wrong kind keeps its first value.

    A file that cannot be read as settings is put aside as `*.broken`, never overwritten."""
    try:
        with file.open("rb") as stream:
            found = json.loads(stream.read(_LIMIT))
    except FileNotFoundError:
        return Preferences()
    except (ValueError, RecursionError):
        file.replace(file.with_suffix(".broken"))
        return Preferences()
    kept = Preferences()
    if isinstance(found, dict):
        kept.fill(found)
    return kept


def save_preferences(file: Path, preferences: Preferences) -> None:
    """Written whole or not at all (0600). Raises OSError where the disk refuses."""
    draft = file.with_suffix(".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(asdict(preferences), stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(file)
