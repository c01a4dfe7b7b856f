"""Everybody who uses Unknot here, and their reminders: what the app needs of both, in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.desks.people import People
from desktop.desks.reminding import Reminding, Surroundings
from desktop.desks.settings import SettingsDesk
from desktop.domain.guide import Guide
from desktop.domain.profile import name_words
from desktop.domain.session import GUEST
from desktop.journal import Journal
from desktop.ui.main_window import MainWindow
from desktop.ui.profile_switch import ProfileSwitch
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from desktop.ui.settings.settings_place import SettingsPlace


class Household(QObject):
    """Signals: `switched()` somebody else uses the app now, `routine_wanted(str)` the id of one somebody was reminded
    of, `settings_wished()`."""

    switched = Signal()
    routine_wanted = Signal(str)
    settings_wished = Signal()

    def __init__(
        self,
        journal: Journal,
        desk: SettingsDesk,
        guide: Guide,
        window: MainWindow,
        notice: NoticeBar,
        may_switch: Callable[[], bool],
        busy: Callable[[], bool],
    ) -> None:
        """`may_switch` asks where a session runs; `busy` says whether one does."""
        super().__init__(window)
        self.people = People(journal, desk, may_switch, self)
        around = Surroundings(window, notice, desk.preferences, desk.save, busy)
        self.reminding = Reminding(journal, guide, around, self)
        self.switch = ProfileSwitch(window.rail)
        self.people.show_on_rail(self.switch)
        self.people.switched.connect(self.reminding.forget)
        self.people.switched.connect(self.switched)
        self.reminding.routine_wanted.connect(self.routine_wanted)
        self.switch.settings_wished.connect(self.settings_wished)

    def look(self) -> None:
        """Reads who there is and what they want to be reminded of."""
        self.people.look()
        self.reminding.look()

    def show_in(self, place: SettingsPlace) -> None:
        self.people.show_in(place.people)
        self.reminding.show_in(place.reminders)

    def others_or_guest(self) -> tuple[tuple[str, str], ...]:
        """Who can be massaged by the person who uses the app: as a session names them, and their names; nothing where
        there is nobody to choose from."""
        others = [(str(profile.id), name_words(profile, self.people.active)) for profile in self.people.others]
        return ((GUEST, "A guest"), *others) if others else ()

    def may_close(self) -> bool:
        """Whether closing the window ends the app."""
        return self.reminding.may_close()

    def close(self) -> None:
        self.reminding.close()
