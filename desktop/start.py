"""Shows the body at once and loads the rest of the app while it is already seen.

Everything imported here is paid for before the first paint, so it is next to nothing."""

from __future__ import annotations

import sys
from base64 import b64decode
from binascii import Error as NotBase64
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.assets import NEUTRAL, body_folder
from desktop.data_folder import DataFolder, DataFolderError, open_data_folder
from desktop.faults import FaultLog
from desktop.preferences import Preferences, load_preferences
from desktop.ui.first_sight import FirstSight
from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.app import Unknot

_OUR_FAULT = "Something went wrong inside Unknot. It was written to the log; you can go on."


class Start(QObject):
    """The window with its first sight; `app` is there once that has been painted."""

    def __init__(self, folder: DataFolder, preferences: Preferences) -> None:
        super().__init__()
        self._folder, self._preferences = folder, preferences
        self.app: Unknot | None = None
        FaultLog(folder.log, self._tell_fault).install()
        self.window = MainWindow(_geometry(preferences.window))
        picture = _picture(preferences.view, preferences.build)
        tone = "" if preferences.skin_tone == Preferences().skin_tone else preferences.skin_tone
        sight = FirstSight(picture, preferences.theme, preferences.text_percent, tone)
        sight.painted.connect(self.complete)
        self.window.setCentralWidget(sight)  # which keeps it, until the app takes its place
        self.window.show()

    def complete(self) -> None:
        """Loads everything else into the window."""
        from desktop.app import Unknot

        self.app = Unknot(self._folder, self._preferences, self.window)
        self.app.open()

    def _tell_fault(self) -> None:
        if self.app is not None:
            self.app.notice.tell(_OUR_FAULT)


def run(data_dir: Path | None) -> int:
    """Opens the window and stays until it is closed; gives the exit code."""
    try:
        folder = open_data_folder(data_dir)
    except DataFolderError as error:
        sys.stderr.write(f"unknot: {error}\n")
        return 1
    qt = make_application()
    start = Start(folder, load_preferences(folder.preferences))
    code = qt.exec()
    del start
    return code


def make_application() -> QApplication:
    """Qt's application object under our name."""
    qt = QApplication(sys.argv[:1])
    qt.setApplicationName("unknot")
    qt.setApplicationDisplayName("Unknot")
    qt.setDesktopFileName("unknot")
    return qt


def _geometry(remembered: str) -> bytes:
    """The remembered geometry; a spoilt one counts as none."""
    try:
        return b64decode(remembered)
    except (NotBase64, ValueError):
        return b""


def _picture(view: str, build: str) -> Path:
    """The body as the map will show it; a view that does not exist any more gives the first."""
    picture = body_folder(build) / "skin" / f"{Path(view).name}.webp"
    return picture if picture.exists() else body_folder(NEUTRAL) / "skin" / f"{Preferences().view}.webp"
