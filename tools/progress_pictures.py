"""Every page of Progress as pictures: empty, three sessions, three months, ten years; light and dark, in two sizes.

    python -m tools.progress_pictures --out DIR [--state three_months] [--section feeling] [--mode light]

A page is as high as all its cards, so that none is left out."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.look_back import Section
from desktop.domain.span import Span
from desktop.journal import Journal
from desktop.ui.progress.progress_place import QUESTIONS, ProgressPlace
from desktop.ui.progress.span_picker import SPANS
from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.segments import Segments
from tools.histories import HISTORIES, History, write_history

SIZES = ((1166, 800), (1670, 1000))
"""Windows of 1280 x 800 and 1784 x 1000 pixels without what lies beside the place."""

_PATIENCE = 20.0
"""Seconds after which a page that shows nothing is a failure."""


class Photographer:
    """One history, seen through the journal as the app does."""

    def __init__(self, theme: Theme, file: Path, folder: Path, history: History) -> None:
        self._theme, self._folder, self._history = theme, folder, history
        self._journal = Journal(file)
        self._arrived = QEventLoop()
        self._journal.failed.connect(self._arrived.quit)

    def take(self, size: tuple[int, int], sections: list[Section]) -> None:
        place = ProgressPlace(self._theme, load_atlas(), load_guide())
        place.wanted.connect(partial(self._look_back, place))
        place.resize(*size)
        place.show()
        self._choose_span(place)
        for section in sections:
            place.choose(section)
            self._arrived.exec()
            self._settle(place, size)
            mode = "dark" if self._theme.palette.dark else "light"
            file = self._folder / f"{section}_{self._history.name}_{mode}_{size[0]}.png"
            place.grab().save(str(file))
            print(file)
        place.close()
        place.deleteLater()

    def close(self) -> None:
        self._journal.close()

    def _look_back(self, place: ProgressPlace, section: Section, span: Span) -> None:
        def present(found: object) -> None:
            self._arrived.quit()
            place.present(section, found)

        self._journal.look_back(section, span, present)

    def _choose_span(self, place: ProgressPlace) -> None:
        segments = next(s for s in place.findChildren(Segments) if s.keys == tuple(key for key, _ in SPANS))
        segments.button(str(self._history.span.days)).click()
        self._arrived.exec()

    def _settle(self, place: ProgressPlace, size: tuple[int, int]) -> None:
        """Waits for pyqtgraph, then makes the window as high as what is in it."""
        place.resize(*size)
        until = time.monotonic() + _PATIENCE
        while self._history.days and place.charted is None:
            QApplication.processEvents()
            if time.monotonic() > until:
                raise TimeoutError(f"{place.section} of {self._history.name} shows nothing")
        for _ in range(3):
            QApplication.processEvents()
        if (focused := QApplication.focusWidget()) is not None:
            focused.clearFocus()
        (scroll,) = place.findChildren(QScrollArea)
        place.resize(size[0], place.height() + scroll.verticalScrollBar().maximum())
        QApplication.processEvents()


def main() -> None:
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    sections = [Section(name) for name in options.section or [section for section, _ in QUESTIONS]]
    with tempfile.TemporaryDirectory(prefix="unknot-pictures-") as scratch:
        for history in HISTORIES:
            if options.state and history.name not in options.state:
                continue
            file = (options.data or Path(scratch)) / f"{history.name}.sqlite3"
            if not file.exists():
                write_history(file, history, date.today())  # noqa: DTZ011 - the charts speak of the user's own days
            for mode in options.mode:
                _take(application, mode, file, options.out, history, sections)


def _take(
    application: QApplication, mode: Mode, file: Path, out: Path, history: History, sections: list[Section]
) -> None:
    theme = Theme(mode, reduced_motion=True)
    theme.apply(application)
    photographer = Photographer(theme, file, out, history)
    for size in SIZES:
        photographer.take(size, sections)
    photographer.close()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the folder the pictures are put into")
    parser.add_argument("--data", type=Path, help="a folder in which the histories are kept for the next time")
    parser.add_argument("--state", action="append", choices=[history.name for history in HISTORIES])
    parser.add_argument("--section", action="append", choices=[section.value for section in Section])
    parser.add_argument("--mode", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    return parser.parse_args()


if __name__ == "__main__":
    main()
