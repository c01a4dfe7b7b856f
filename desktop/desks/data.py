"""Does what the settings offer for one's data: copies out and in, going back to a backup, erasing a profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from desktop.desks.handover import Preview, Wish, export, look_into, take_in
from desktop.journal import Journal, Undo

if TYPE_CHECKING:
    from desktop.db.dossiers import Added
    from desktop.db.repository import Repository
    from desktop.db.rotation import Backup
    from desktop.domain.dossier import Counts
    from desktop.domain.guide import Guide
    from desktop.domain.profile import Profile
    from desktop.ui.settings.data_panel import DataPanel

Tell = Callable[[str, Sequence[tuple[str, Undo]]], None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something could not be done, in a sentence for the user."""

    words: str


class DataDesk(QObject):
    """Between the data panel and the journal. Signals: `replaced()` when the records are others than before (brought
    in, gone back to, or erased): whatever is remembered of them is old; `erased()` besides, once
    the journal has gone over to the first profile that is left."""

    replaced = Signal()
    erased = Signal()

    def __init__(self, journal: Journal, guide: Guide, folder: Path, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal, self._guide, self._folder, self._tell = journal, guide, folder, tell
        self._panel: DataPanel | None = None
        self._backups: tuple[Backup, ...] = ()
        self._found: Preview | None = None

    def show_in(self, panel: DataPanel) -> None:
        """Takes over a panel."""
        from desktop.out.report.pdf import usual_paper

        self._panel = panel
        panel.out.set_paper(usual_paper())
        panel.folder_wanted.connect(self._open_folder)
        panel.out.wanted.connect(self._write)
        panel.into.chosen.connect(self._look_into)
        panel.into.accepted.connect(self._add)
        panel.into.declined.connect(self._leave)
        panel.backups.wanted.connect(self._restore)
        panel.erase_wanted.connect(self._ask_to_erase)
        panel.erase_accepted.connect(self._erase)

    def look(self) -> None:
        """Shows which backups there are today."""
        self._journal.ask(lambda repository: repository.backups.all(), self._show_backups)

    @property
    def panel(self) -> DataPanel:
        if self._panel is None:
            raise RuntimeError("no panel is shown yet")
        return self._panel

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    # out: piece by piece, so that other work can come between

    def _write(self, kind: str, out: Path) -> None:
        wish = Wish(kind, out, self.panel.out.span, self.panel.out.paper)
        self.panel.out.show_progress(f"Writing {out.name} ...")
        self._go_on(_Writing(wish, self._guide))

    def _go_on(self, writing: _Writing) -> None:
        self._journal.ask(writing.step, partial(self._on_step, writing), self._on_not_written)

    def _on_step(self, writing: _Writing, came: float | Trouble | None) -> None:
        if isinstance(came, float):
            self.panel.out.show_progress(f"Writing {writing.wish.out.name}: {came:.0%}")
            self._go_on(writing)
            return
        self.panel.out.show_progress("")
        self._tell(came.words if came else f"Written to {writing.wish.out}.", ())

    def _on_not_written(self) -> None:
        self.panel.out.show_progress("")

    # in

    def _look_into(self, file: Path) -> None:
        self.panel.into.tell(f"Looking into {file.name} ...")
        look = partial(_looked_into, file, self._guide)
        self._journal.ask(look, partial(self._on_looked, file), partial(self.panel.into.tell, ""))

    def _on_looked(self, file: Path, found: Preview | Trouble) -> None:
        from desktop.domain.dossier import counts_words

        if isinstance(found, Trouble):
            self.panel.into.tell(found.words)
            return
        self.panel.into.tell("")
        holds = f"{file.name} holds {counts_words(found.dossier.counts)}{_of(found.dossier.profile)}."
        if not any(found.new.values()):
            self.panel.into.tell(f"{holds} All of it is here already.")
            return
        self._found = found
        self.panel.into.preview.ask(f"{holds} New here: {counts_words(found.new)}.")

    def _add(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self.panel.into.tell("Adding ...")
            self._journal.ask(partial(take_in, found), self._on_added, partial(self.panel.into.tell, ""))

    def _leave(self) -> None:
        self._found = None

    def _on_added(self, added: Added) -> None:
        from desktop.domain.dossier import counts_words

        self.panel.into.tell("")
        self._replace()
        self._tell(f"Added: {counts_words(added.counts)}.", [("Undo", partial(self._take_back, added))])

    def _take_back(self, added: Added) -> None:
        self._journal.ask(lambda repository: repository.dossiers.take_back(added), self._on_taken_back)

    def _on_taken_back(self, _nothing: None) -> None:
        self._replace()

    # backups

    def _show_backups(self, backups: tuple[Backup, ...]) -> None:
        self._backups = backups
        self.panel.backups.show_backups([_backup_words(backup) for backup in backups])

    def _restore(self, number: int) -> None:
        chosen = self._backups[number]
        self._journal.do_apart(partial(_restored, chosen.file), partial(self._on_restored, chosen))

    def _on_restored(self, chosen: Backup, kept: Path) -> None:
        self._replace()
        said = f"The record is as it was on {_backup_words(chosen)}."
        self._tell(said, [("Undo", partial(self._go_back, kept))])

    def _go_back(self, kept: Path) -> None:
        self._journal.do_apart(partial(_restored, kept), self._on_gone_back)

    def _on_gone_back(self, _kept: Path) -> None:
        self._replace()

    # erasing

    def _ask_to_erase(self) -> None:
        self._journal.ask(_what_there_is, self._on_counted)

    def _on_counted(self, found: tuple[Profile, Counts, int]) -> None:
        from desktop.domain.captions import first_upper
        from desktop.domain.dossier import counts_words

        profile, counts, others = found
        what = f"{first_upper(counts_words(counts))} would be gone for good. " if any(counts.values()) else ""
        shared = " Other people's records stay; their backups are made anew." if others else ""
        self.panel.question.ask(
            f"Erase everything{_of(profile)}, with all backups? {what}This cannot be undone.{shared}"
        )

    def _erase(self) -> None:
        self._journal.ask(_erase, self._on_erased)

    def _on_erased(self, profile: int) -> None:
        self._journal.use_profile(profile)
        self._replace()
        self.erased.emit()
        self._tell("Everything was erased, backups too.", ())

    def _replace(self) -> None:
        self._journal.changed.emit()
        self.replaced.emit()
        self.look()


class _Writing:
    """An export that goes on with each step. Its steps run where the repository lives."""

    def __init__(self, wish: Wish, guide: Guide) -> None:
        self.wish, self._guide = wish, guide
        self._rest: Iterator[float] | None = None

    def step(self, repository: Repository) -> float | Trouble | None:
        """How much is done, why it cannot be, or None once all of it is."""
        try:
            if self._rest is None:
                self._rest = export(self.wish, repository, self._guide)
            return next(self._rest, None)
        except OSError as error:
            return Trouble(f"{self.wish.out} cannot be written ({error.strerror}). Choose another place.")


def _looked_into(file: Path, guide: Guide, repository: Repository) -> Preview | Trouble:
    from desktop.out.json_file import UnsoundFile

    try:
        return look_into(file, repository, guide)
    except UnsoundFile as error:
        return Trouble(str(error))


def _restored(backup: Path, file: Path) -> Path:
    from desktop.db.rotation import restore

    return restore(file, backup)


def _what_there_is(repository: Repository) -> tuple[Profile, Counts, int]:
    """The profile, how many of each kind there are of it, and how many other profiles there are."""
    counts = {**repository.dossiers.without_sessions().counts, "sessions": len(repository.dossiers.session_ids())}
    return repository.profiles.mine(), counts, len(repository.profiles.all()) - 1


def _erase(repository: Repository) -> int:
    """Erases the profile; gives the first one that is left, a new and empty one where it was the last."""
    repository.profiles.erase(repository.profile)
    return repository.profiles.all()[0].id


def _of(profile: Profile) -> str:
    return f" of {profile.name}" if profile.name else ""


def _backup_words(backup: Backup) -> str:
    from desktop.domain.captions import day_words

    made = backup.made
    why = {"daily": "", "before-restoring": ", before going back", "after-erasing": ", after erasing"}
    label = why.get(backup.label, ", before an update")
    return f"{day_words(made.date())} {made.year}, {made:%H:%M}{label}"
