"""A PySide6 window with nothing in it: what everything is measured against."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figures import report, so_far


class Bare(QWidget):
    """Reports at its first paint and goes."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        report(so_far(float(sys.argv[1])))
        QTimer.singleShot(0, QApplication.quit)


def main() -> None:
    application = QApplication([])
    window = Bare()
    window.resize(1280, 800)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
