"""Unknot itself, up to the first paint of its map; with `--loaded` through the whole job, everything in memory."""

from __future__ import annotations

import sys
import tempfile

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from benchmarks.figures import report, so_far
from desktop.__main__ import main as unknot
from desktop.ui.map.body_map import BodyMap

STARTED = float(sys.argv[1])


def report_first_paint() -> None:
    """Makes the first paint of the map report and end the app."""
    paint = BodyMap.paintEvent

    def paint_and_report(self: BodyMap, _event: QPaintEvent) -> None:
        paint(self, _event)
        BodyMap.paintEvent = paint  # type: ignore[method-assign]
        report(so_far(STARTED))
        QTimer.singleShot(0, QApplication.quit)

    BodyMap.paintEvent = paint_and_report  # type: ignore[method-assign]


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="unknot-bench-") as folder:
        if "--loaded" not in sys.argv:
            report_first_paint()
            return unknot(["--data-dir", folder])
        code = unknot(["tour", "--out", folder])
        report(so_far(STARTED))
        return code


if __name__ == "__main__":
    sys.exit(main())
