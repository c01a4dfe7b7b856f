"""Data out of the app and into it without a window: `unknot export` and `unknot import`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.assets.catalog import load_guide
from desktop.data_folder import DataFolderError, open_data_folder
from desktop.desks import handover
from desktop.desks.handover import Wish, export, look_into

if TYPE_CHECKING:
    from desktop.db.repository import Repository


class Refused(Exception):
    """The command cannot do what it was asked; the message says why and what helps."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Where the data lies, and the name or number of a profile (None: the first one)."""

    data_dir: Path | None
    profile: str | None


def send(whose: Whose, wish: Wish, force: bool) -> int:
    """Writes a profile's data to a file. Gives the exit code."""
    return _told(whose, lambda repository: _send(repository, wish, force))


def take_in(whose: Whose, file: Path, only_look: bool) -> int:
    """Adds what a file holds and is not there yet. Gives the exit code."""
    return _told(whose, lambda repository: _take_in(repository, file, only_look), make=True)


def _told(whose: Whose, work: Callable[[Repository], str], make: bool = False) -> int:
    """Does the work and says what came of it, or why nothing did. Only with `make` a record that is not there is
    made."""
    from desktop.db.errors import StoreError
    from desktop.db.repository import open_repository
    from desktop.out.json_file import UnsoundFile

    try:
        repository = open_repository(_database(whose.data_dir, make))
        try:
            told = work(repository.of(_profile(repository, whose.profile)))
        finally:
            repository.close()
    except (DataFolderError, StoreError, UnsoundFile, Refused) as error:
        sys.stderr.write(f"unknot: {error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"unknot: {error.filename or 'the file'} cannot be written ({error.strerror})\n")
        return 1
    sys.stdout.write(f"{told}\n")
    return 0


def _database(data_dir: Path | None, make: bool) -> Path:
    """The file in the data folder. Raises Refused where it is not there and is not to be made."""
    folder = open_data_folder(data_dir)
    if not make and not folder.database.exists():
        raise Refused(f"there is nothing in {folder.root} yet; name another folder with --data-dir")
    return folder.database


def _profile(repository: Repository, wanted: str | None) -> int:
    """The profile of that name or number. Raises Refused where there is none, or more than one."""
    there = repository.profiles.all()
    if wanted is None:
        return there[0].id
    found = [profile.id for profile in there if wanted in (profile.name, str(profile.id))]
    if len(found) != 1:
        names = ", ".join(f"{profile.id} {profile.name}".strip() for profile in there)
        reason = "is no profile" if not found else "means more than one profile"
        raise Refused(f"{wanted!r} {reason}; there are: {names}")
    return found[0]


def _send(repository: Repository, wish: Wish, force: bool) -> str:
    if not wish.out.parent.is_dir():
        raise Refused(f"there is no folder {wish.out.parent}")
    if not force and wish.out.exists() and not _is_empty_folder(wish.out):
        raise Refused(f"{wish.out} is there already; --force replaces it")
    if wish.out.is_dir() and wish.kind != "csv":
        raise Refused(f"{wish.out} is a folder; name a file")
    if wish.kind == "pdf":
        from desktop.commands.pictures import application
        from desktop.ui.theme import Theme

        Theme("light").apply(application(1.0))
    for _ in export(wish, repository, load_guide()):
        pass
    return f"Written to {wish.out.resolve()}"


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _take_in(repository: Repository, file: Path, only_look: bool) -> str:
    from desktop.domain.dossier import counts_words

    found = look_into(file, repository, load_guide())
    holds = f"{file} holds {counts_words(found.dossier.counts)}."
    if only_look:
        return f"{holds} New here: {counts_words(found.new)}."
    return f"{holds} Added: {counts_words(handover.take_in(found, repository).counts)}."
