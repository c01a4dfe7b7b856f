"""Where everything that belongs to the user lies: one folder, closed to others."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = "UNKNOT_DATA_DIR"


class DataFolderError(Exception):
    """The folder cannot be used; the message says what the user can do."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder and the files in it."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "unknot.sqlite3"

    @property
    def preferences(self) -> Path:
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        return self.root / "unknot.log"


def open_data_folder(chosen: Path | None = None) -> DataFolder:
    """The folder chosen by hand, by the environment or by the system's custom, made if need be (0700).

    Raises DataFolderError where it cannot be made or written to."""
    root = chosen or _from_environment() or _by_custom()
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            root.chmod(0o700)
    except OSError as error:
        raise DataFolderError(
            f"The data folder {root} cannot be used ({error.strerror}). Choose another with --data-dir."
        ) from error
    if not os.access(root, os.W_OK | os.X_OK):
        raise DataFolderError(f"The data folder {root} cannot be written to. Choose another with --data-dir.")
    return DataFolder(root.resolve())


def _from_environment() -> Path | None:
    value = os.environ.get(ENVIRONMENT, "")
    return Path(value) if value else None


def _by_custom() -> Path:
    from platformdirs import user_data_path

    return user_data_path("unknot", appauthor=False)
