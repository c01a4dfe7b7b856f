"""The whole tour: the main job first and proved from outside, then every other place."""

from __future__ import annotations

from pathlib import Path

from desktop.app import Unknot
from desktop.data_folder import DataFolder
from desktop.preferences import Preferences
from desktop.tour.driver import Driver
from desktop.tour.main_job import MainJob
from desktop.tour.visits import Visits
from desktop.ui.main_window import MainWindow


class Tour:
    """Drives one run of the app. `run` raises TourError where something does not come to its end."""

    def __init__(self, folder: DataFolder, out: Path, size: tuple[int, int], theme: str) -> None:
        self.app = Unknot(folder, Preferences(theme=theme), MainWindow())
        self.app.window.resize(*size)
        driver = Driver(self.app, out)
        self._job, self._visits = MainJob(driver, folder), Visits(driver)

    def run(self) -> None:
        self.app.open()
        self._job.run()
        self._visits.run()
        self.app.window.close()
        self._job.prove()
