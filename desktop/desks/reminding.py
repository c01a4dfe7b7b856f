"""Reminds: one look at the clock a minute while there is a reminder, a quiet sentence, and a tray to stay in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.guide import Guide
from desktop.domain.reminder import Reminder, Snooze, due, looked_until, next_due, snooze_end, snoozed
from desktop.domain.reminder_words import gentle_words, next_words
from desktop.journal import Journal, Undo
from desktop.preferences import Preferences
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import LIGHT
from desktop.ui.tray import SNOOZES, Tray, has_tray
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.ui.settings.reminders_panel import RemindersPanel

_STAYS = "Unknot goes on here, so that it can remind you. To end it, choose Quit from this menu."


def wall_clock() -> datetime:
    """Now, aware, as the clock on the wall shows it."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What reminders are shown in. `busy`: a session runs, which is not disturbed; `save` keeps the preferences."""

    window: MainWindow
    notice: NoticeBar
    preferences: Preferences
    save: Callable[[], None]
    busy: Callable[[], bool]


class Reminding(QObject):
    """The reminders of the person who uses the app. The tray is there only while one of them is active.

    Signal: `routine_wanted(str)`, its id."""

    routine_wanted = Signal(str)

    def __init__(
        self,
        journal: Journal,
        guide: Guide,
        around: Surroundings,
        parent: QObject | None = None,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        super().__init__(parent)
        self._journal, self._guide, self._around, self._clock = journal, guide, around, clock
        self._looked = clock()
        self._quitting = False
        self._panel: RemindersPanel | None = None
        self.reminders: tuple[Reminder, ...] = ()
        self.waiting: Reminder | None = None
        self.tray: Tray | None = None
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self.look_at_clock)
        journal.changed.connect(self.look)
        QApplication.instance().commitDataRequest.connect(self._on_session_ends)  # type: ignore[union-attr]

    def look(self) -> None:
        """Reads what this person wants to be reminded of."""
        self._journal.ask(_all, self._on_known)

    def forget(self) -> None:
        """Somebody else uses the app now."""
        self._settle()
        self._on_known(())
        self.look()

    def show_in(self, panel: RemindersPanel) -> None:
        self._panel = panel
        panel.set_routines({routine.id: routine.title for routine in self._guide.routines.values()})
        panel.wished.connect(self._keep)
        panel.removed.connect(self._remove)
        panel.stay_chosen.connect(self._on_stay)
        panel.show_stay(self._around.preferences.stay)
        panel.show_tray(has_tray())
        self.look()

    def look_at_clock(self) -> None:
        """Tells of what is due. While a session runs it waits for its end, but not for longer than an hour."""
        now = self._clock()
        if not self._around.busy():
            told = due(self.reminders, self._looked, now)
            self._looked = looked_until(self._looked, now)
            if told is not None:
                self._tell(told)
        self._show_coming(now)
        self._wait(now)

    def may_close(self) -> bool:
        """Whether closing the window ends the app; where it stays in the tray the window is only hidden."""
        if self._quitting or self.tray is None or not self._around.preferences.stay:
            return True
        self._around.window.hide()
        if not self._around.preferences.stay_told:
            self._around.preferences.stay_told = True
            self._around.save()
            self.tray.tell("Unknot", _STAYS)
        return False

    def close(self) -> None:
        self._minute.stop()
        self._close_tray()

    # what is known

    def _on_known(self, reminders: tuple[Reminder, ...]) -> None:
        """Of a routine that is not there any more nothing is told, but it is still in the list."""
        now = self._clock()
        self.reminders = tuple(known for known in reminders if known.routine in self._guide.routines)
        if self._panel is not None:
            self._panel.show_reminders(reminders)
        self._show_coming(now)
        if next_due(self.reminders, now) is None:
            self._minute.stop()
            self._close_tray()
        elif not self._minute.isActive():
            self._looked = now
            self._wait(now)

    def _show_coming(self, now: datetime) -> None:
        coming = next_due(self.reminders, now)
        if self._panel is not None:
            self._panel.show_coming(next_words(coming[0], now) if coming else "")

    def _wait(self, now: datetime) -> None:
        if next_due(self.reminders, now) is not None:
            if self.tray is None and has_tray():
                self._open_tray()
            self._minute.start(60_000 - now.second * 1000 - now.microsecond // 1000)

    # telling

    def _tell(self, reminder: Reminder) -> None:
        self.waiting = reminder
        if reminder.snoozed_until is not None:
            self._put_off((reminder,), None)
        routine = self._guide.routines[reminder.routine]
        words = gentle_words(routine.short_title, max(1, round(routine.total_seconds / 60)))
        later = [(name, partial(self.snooze, kind)) for kind, name in SNOOZES.items()]
        self._around.notice.tell(words, [("Open", self.take_up), *later])
        if self.tray is not None:
            self.tray.set_waiting(True)
        if self._around.window.isActiveWindow():
            return
        if self.tray is not None:
            self.tray.tell("Unknot", words)
        else:
            QApplication.alert(self._around.window)

    def take_up(self) -> None:
        """Opens what was told of last."""
        reminder = self.waiting
        self.open_window()
        self._settle()
        if reminder is not None:
            self.routine_wanted.emit(reminder.routine)

    def snooze(self, kind: Snooze) -> None:
        """Tells of it later; for today, of none of them any more."""
        if self.waiting is not None:
            active = tuple(reminder for reminder in self.reminders if reminder.active)
            chosen = active if kind is Snooze.TODAY else (self.waiting,)
            self._put_off(chosen, snooze_end(kind, self._clock()))
        self._settle()

    def _put_off(self, chosen: tuple[Reminder, ...], until: datetime | None) -> None:
        ids = {reminder.id for reminder in chosen}
        put_off = {reminder.id: snoozed(reminder, until) for reminder in self.reminders if reminder.id in ids}
        self.reminders = tuple(put_off.get(reminder.id, reminder) for reminder in self.reminders)
        for reminder in put_off.values():
            self._journal.keep(reminder)

    def _settle(self) -> None:
        """Nothing is waiting any more."""
        if self.waiting is not None:
            self.waiting = None
            self._around.notice.hide()
        if self.tray is not None:
            self.tray.set_waiting(False)

    # what the panel wishes

    def _keep(self, reminder: Reminder) -> None:
        self._journal.keep(reminder if reminder.id else replace(reminder, id=uuid4().hex))

    def _remove(self, reminder: Reminder) -> None:
        self._journal.remove(reminder, self._offer_back)

    def _offer_back(self, undo: Undo) -> None:
        self._around.notice.tell("The reminder was removed.", [("Undo", undo)])

    def _on_stay(self, stays: bool) -> None:
        self._around.preferences.stay = stays
        self._around.save()

    # the tray and the window

    def open_window(self) -> None:
        window = self._around.window
        window.showNormal() if window.isMinimized() else window.show()
        window.activateWindow()

    def quit(self) -> None:
        """Ends the app; a session that runs asks first, in the window."""
        self._quitting = True
        if self._around.window.close():
            QApplication.quit()
        else:
            self._quitting = False
            self.open_window()

    def _open_tray(self) -> None:
        self.tray = Tray(LIGHT.accent, self)
        self.tray.opened.connect(self.open_window)
        self.tray.taken_up.connect(self.take_up)
        self.tray.snoozed.connect(self.snooze)
        self.tray.quit_wished.connect(self.quit)

    def _close_tray(self) -> None:
        if self.tray is not None:
            self.tray.close()
            self.tray = None
            if self._around.window.isHidden() and not self._quitting:
                self.open_window()

    def _on_session_ends(self, _manager: object) -> None:
        """The desktop is logging out: staying would hold it up."""
        self._quitting = True


def _all(repository: Repository) -> tuple[Reminder, ...]:
    return repository.records.all(Reminder)
