"""Keeps the preferences: what the settings choose takes effect at once and is saved."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.assets import BUILDS
from desktop.assets.atlas import load_atlas
from desktop.data_folder import DataFolder
from desktop.faults import FaultLog
from desktop.preferences import Preferences, save_preferences
from desktop.ui.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.ui.settings.settings_place import SettingsPlace


class SettingsDesk(QObject):
    """The theme as preferred, and the settings place, made when it is first asked for.

    Signals: `saved()` after every change, `build_chosen()` once the preferences name another body, `sound_changed()`
    once they say something else of what is heard, `answers_wished()` to answer the safety check again, `failed(str)` a
    sentence for the user."""

    saved = Signal()
    build_chosen = Signal()
    sound_changed = Signal()
    answers_wished = Signal()
    failed = Signal(str)

    def __init__(self, folder: DataFolder, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self.preferences = folder, preferences
        self._desktop_still = False
        self.settings: SettingsPlace | None = None
        self.theme = Theme(cast(Mode, preferences.theme), preferences.text_percent, preferences.reduced_motion)
        self.theme.set_skin_tone(preferences.skin_tone)
        self.theme.apply(cast(QApplication, QApplication.instance()))

    def place(self, about: Sequence[str]) -> SettingsPlace:
        """The settings with their controls where the preferences stand; `about` is what Unknot is and is not."""
        if self.settings is None:
            self.settings = self._make_place(about)
        self._show_values(self.settings)
        return self.settings

    def hand_over(self, profile: int, own: Mapping[str, Any]) -> None:
        """Makes these the preferences of somebody else, which hold at once; another body is left to the caller."""
        chosen = self.preferences
        chosen.profile = profile
        chosen.take_over(own)
        self.save()
        if chosen.theme != self.theme.mode:  # each of these dresses every widget anew
            self.theme.set_mode(cast(Mode, chosen.theme))
        if chosen.text_percent != self.theme.text_percent:
            self.theme.set_text_percent(chosen.text_percent)
        self.theme.set_reduced_motion(chosen.reduced_motion or self._desktop_still)
        self.theme.set_skin_tone(chosen.skin_tone)
        if self.settings is not None:
            self._show_values(self.settings)
        self.sound_changed.emit()

    def keep_view(self, view: str) -> None:
        """The view of the map, saved with the next change or at the end."""
        self.preferences.view = view

    def keep_window(self, geometry: bytes) -> None:
        self.preferences.window = b64encode(geometry).decode()
        self.save()

    def save(self) -> None:
        try:
            save_preferences(self._folder.preferences, self.preferences)
        except OSError as error:
            self.failed.emit(f"Your settings could not be saved ({error.strerror}).")
        self.saved.emit()

    def log(self, error: Exception) -> None:
        """Writes an error down that nobody needs to hear of."""
        FaultLog(self._folder.log, _nobody).write(type(error), error.__traceback__)

    def _make_place(self, about: Sequence[str]) -> SettingsPlace:
        from desktop.ui.settings.settings_place import SettingsPlace

        place = SettingsPlace(self.theme, str(self._folder.root), about, _builds())
        place.theme_chosen.connect(self._on_theme)
        place.text_percent_chosen.connect(self._on_text_percent)
        place.reduced_motion_chosen.connect(self._on_reduced_motion)
        place.body.build_chosen.connect(self._on_build)
        place.body.skin_tone_chosen.connect(self._on_skin_tone)
        place.sound.changed.connect(self._on_sound)
        place.answers_wished.connect(self.answers_wished)
        return place

    def _show_values(self, place: SettingsPlace) -> None:
        chosen = self.preferences
        place.show_values(chosen.theme, chosen.text_percent, chosen.reduced_motion)
        place.body.show_values(chosen.build, chosen.skin_tone)
        place.sound.show_values(asdict(chosen))

    def _on_build(self, build: str) -> None:
        self.preferences.build = build
        self.save()
        self.build_chosen.emit()

    def _on_skin_tone(self, tone: str) -> None:
        self.preferences.skin_tone = tone
        self.theme.set_skin_tone(tone)
        self.save()

    def _on_sound(self, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            setattr(self.preferences, name, value)
        self.save()
        self.sound_changed.emit()

    def _on_theme(self, theme: str) -> None:
        self.preferences.theme = theme
        self.theme.set_mode(cast(Mode, theme))
        self.save()

    def _on_text_percent(self, percent: int) -> None:
        self.preferences.text_percent = percent
        self.theme.set_text_percent(percent)
        self.save()

    def follow_desktop(self, less_motion: bool) -> None:
        """Less motion where the desktop itself is set to it, whatever is chosen here."""
        self._desktop_still = less_motion
        if less_motion:
            self.theme.set_reduced_motion(True)

    def _on_reduced_motion(self, reduced: bool) -> None:
        self.preferences.reduced_motion = reduced
        self.theme.set_reduced_motion(reduced or self._desktop_still)
        self.save()


def _nobody() -> None:
    """Is told."""


def _builds() -> dict[str, Path]:
    """A small picture of each build."""
    return {build: load_atlas(build).thumb("neck_shoulders") for build in BUILDS}
