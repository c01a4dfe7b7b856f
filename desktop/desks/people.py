"""Who uses Unknot here: going over from one person to another, with everything that is theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.desks.settings import SettingsDesk
from desktop.domain.profile import Profile, is_taken, tidy_name
from desktop.journal import Journal

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.ui.profile_switch import ProfileSwitch
    from desktop.ui.settings.profiles_panel import ProfilesPanel


class People(QObject):
    """The profiles there are, and which of them is used.

    The settings file belongs to the person it names; each change of it is copied into the record, from where it is
    taken when that person comes back. Signal: `switched()` once somebody else uses the app: their settings hold and the
    journal is theirs."""

    switched = Signal()

    def __init__(
        self, journal: Journal, desk: SettingsDesk, may_switch: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """`may_switch` is asked before, as a session may run."""
        super().__init__(parent)
        self._journal, self._desk, self._may_switch = journal, desk, may_switch
        self._copied: Mapping[str, Any] = {}
        self._panel: ProfilesPanel | None = None
        self._shown: ProfileSwitch | None = None
        self.profiles: tuple[Profile, ...] = ()
        desk.saved.connect(self._copy)

    @property
    def active(self) -> int:
        return self._journal.profile

    @property
    def others(self) -> tuple[Profile, ...]:
        """Everybody but the person who uses the app now."""
        return tuple(profile for profile in self.profiles if profile.id != self.active)

    def look(self) -> None:
        """Reads who there is; where the person the settings file names is gone, the first one is there instead."""
        self._journal.ask(_all, self._on_known)

    def show_in(self, panel: ProfilesPanel) -> None:
        self._panel = panel
        panel.added.connect(self.add)
        panel.renamed.connect(self.rename)
        panel.switch_wished.connect(self.switch)
        self._show()

    def show_on_rail(self, switch: ProfileSwitch) -> None:
        self._shown = switch
        switch.chosen.connect(self.switch)
        self._show()

    def add(self, name: str) -> None:
        """A new person with a name that nobody has yet."""
        name = tidy_name(name)
        if self._may_be_called(name, self.profiles):
            self._journal.ask(partial(_add, name), self._on_written)

    def rename(self, profile: int, name: str) -> None:
        name = tidy_name(name)
        if self._may_be_called(name, [other for other in self.profiles if other.id != profile]):
            self._journal.ask(partial(_rename, profile, name), self._on_written)

    def switch(self, profile: int) -> None:
        """Goes over to somebody else: what is theirs is read first, then all changes at once."""
        if profile != self.active and self._may_switch():
            self._journal.ask(partial(_leave_for, profile, self._desk.preferences.own), self._go_over)

    def forget_erased(self) -> None:
        """After the person who used the app was erased: goes on with the first one that is left."""
        self._journal.ask(_first, self._go_on_after)

    def _may_be_called(self, name: str, others: tuple[Profile, ...] | list[Profile]) -> bool:
        if name and is_taken(name, others):
            self._tell(f"{name} is there already. Choose another name, so that you can be told apart.")
        return bool(name) and not is_taken(name, others)

    def _on_known(self, profiles: tuple[Profile, ...]) -> None:
        self.profiles = profiles
        mine = next((profile for profile in profiles if profile.id == self.active), None)
        if mine is None:
            first = profiles[0]
            self._take(replace(first, preferences=first.preferences or self._desk.preferences.own))
        else:
            self._copied = mine.preferences
            self._copy()
        self._show()

    def _go_over(self, profile: Profile) -> None:
        """A slow disk leaves time to begin a session, which is asked about too."""
        if self._may_switch():
            self._copy()
            self._take(profile)

    def _go_on_after(self, profile: Profile) -> None:
        self._take(profile)

    def _take(self, profile: Profile) -> None:
        """The settings file is replaced in one go: a crash leaves it with the one person or the other, whole."""
        self._journal.use_profile(profile.id)
        self._copied = profile.preferences
        self._desk.hand_over(profile.id, profile.preferences)
        self.switched.emit()
        self.look()

    def _copy(self) -> None:
        """Keeps in the record what the settings file says, where that is new."""
        own = self._desk.preferences.own
        if own != self._copied and self.profiles and self._desk.preferences.profile == self.active:
            self._copied = own
            self._journal.ask(partial(_keep_preferences, own), self._kept)

    def _kept(self, _nothing: None) -> None:
        """Nobody needs to know."""

    def _on_written(self, _nothing: None) -> None:
        self.look()

    def _tell(self, words: str) -> None:
        if self._panel is not None:
            self._panel.tell(words)

    def _show(self) -> None:
        if self._panel is not None:
            self._panel.show_profiles(self.profiles, self.active)
        if self._shown is not None:
            self._shown.show_profiles(self.profiles, self.active)


def _all(repository: Repository) -> tuple[Profile, ...]:
    return repository.profiles.all()


def _first(repository: Repository) -> Profile:
    return repository.profiles.all()[0]


def _add(name: str, repository: Repository) -> None:
    repository.profiles.add(name)


def _rename(profile: int, name: str, repository: Repository) -> None:
    profiles = repository.of(profile).profiles
    with repository.together():
        profiles.keep(replace(profiles.mine(), name=name))


def _keep_preferences(own: Mapping[str, Any], repository: Repository) -> None:
    with repository.together():
        repository.profiles.keep(replace(repository.profiles.mine(), preferences=own))


def _leave_for(profile: int, own: Mapping[str, Any], repository: Repository) -> Profile:
    """Keeps the settings of who goes, and brings whoever comes. Raises UnknownProfile where one of them is gone."""
    with repository.together():
        _keep_preferences(own, repository)
        return repository.of(profile).profiles.mine()
