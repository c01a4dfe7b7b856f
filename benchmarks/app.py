"""Unknot itself up to its first paint; `--map`: up to that of the whole map; `--loaded`: through the whole job."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figures import report, so_far
from desktop.__main__ import main as unknot

if TYPE_CHECKING:
    from desktop.journal import Memory

STARTED = float(sys.argv[1])


def report_first_paint(seen: type[QWidget]) -> None:
    """Makes the first paint of a widget of this class report and end the app."""
    paint = seen.paintEvent

    def paint_and_report(self: QWidget, event: QPaintEvent) -> None:
        paint(self, event)
        seen.paintEvent = paint  # type: ignore[method-assign]
        report(so_far(STARTED))
        QTimer.singleShot(0, QApplication.quit)

    seen.paintEvent = paint_and_report  # type: ignore[method-assign]


def first_paint_of_the_map() -> type[QWidget]:
    """The map's own class, imported only where it is measured: before the first sight it would count against it."""
    from desktop.ui.map.body_map import BodyMap

    return BodyMap


def first_sight() -> type[QWidget]:
    from desktop.ui.first_sight import FirstSight

    return FirstSight


def report_data_loaded() -> None:
    """Makes the app report and end once the map stands and everything it wants of the database has arrived."""
    from desktop.app import Unknot

    recalled = Unknot._on_recalled  # noqa: SLF001 - the last thing the start does

    def recall_and_report(self: Unknot, memory: Memory) -> None:
        recalled(self, memory)
        report(so_far(STARTED))
        QTimer.singleShot(0, QApplication.quit)

    Unknot._on_recalled = recall_and_report  # type: ignore[method-assign]  # noqa: SLF001


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="unknot-bench-") as folder:
        if "--loaded" in sys.argv:
            code = unknot(["tour", "--out", folder])
            report(so_far(STARTED))
            return code
        if "--data" in sys.argv:
            report_data_loaded()
            return unknot(["--data-dir", sys.argv[sys.argv.index("--data") + 1]])
        report_first_paint(first_paint_of_the_map() if "--map" in sys.argv else first_sight())
        os.environ["UNKNOT_DATA_DIR"] = folder
        return unknot([])


if __name__ == "__main__":
    sys.exit(main())
