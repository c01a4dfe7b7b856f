"""Progress with ten years of sessions: opening it and changing the range, against the raw SQL and an empty plot.

    python -m benchmarks.progress 0 [--sessions 36500] [--pairs 7] [--file FILE]

Each ratio is the median of pairs measured one right after the other: Progress asked and painted, and the very same
statements read through sqlite3 with an empty pyqtgraph plot made and painted."""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from benchmarks.figures import Figures, peak_mib, report
from benchmarks.years import SESSIONS, write_years
from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.look_back import Section
from desktop.domain.span import Span
from desktop.journal import Journal
from desktop.ui.progress.progress_place import QUESTIONS, ProgressPlace
from desktop.ui.progress.skeleton import Skeleton
from desktop.ui.theme import Theme
from desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from desktop.db.repository import Repository

SIZE = (1280, 800)
SPANS = {"28": "4_weeks", "91": "3_months", "365": "year", "0": "all"}


class Bench:
    """Progress wired as the app does, and the floor it is measured against."""

    def __init__(self, file: Path, pairs: int) -> None:
        self._pairs = pairs
        self._theme = Theme("light", reduced_motion=True)
        self._atlas, self._guide = load_atlas(), load_guide()
        self._journal = Journal(file)
        self._journal.failed.connect(lambda error: _give_up(type(error), error, error.__traceback__))
        self._raw = sqlite3.connect(file)
        self._statements: list[tuple[str, Any]] = []
        self._arrived = QEventLoop()
        self._journal.ask(self._listen, lambda _: self._arrived.quit())
        self._arrived.exec()

    def run(self) -> Figures:
        """Milliseconds and ratios. The first opening is alone: it imports pyqtgraph."""
        started = time.perf_counter()
        place = self._make_place()
        seen: list[float] = []
        for skeleton in place.findChildren(Skeleton):
            skeleton.painted.connect(lambda: seen.append(time.perf_counter()))
        self._look(place)
        figures = {"skeleton_ms": (seen[0] - started) * 1000, "first_opening_ms": _since(started)}
        figures |= self._compared("open", self._open)
        for section, _ in QUESTIONS:
            place.choose(section)
            self._arrived.exec()
            for key, name in SPANS.items():
                figures |= self._compared(f"{section}_{name}", lambda key=key: self._change(place, key))  # type: ignore[misc]
        self._journal.close()
        worst = max(value for name, value in figures.items() if name.startswith("ratio"))
        return {**figures, "worst_ratio": worst, "peak_mib": peak_mib()}

    def _compared(self, name: str, ours: Callable[[], None]) -> Figures:
        """Medians of both sides and of their ratio. Once unmeasured, which says what the raw side has to read."""
        self._statements.clear()
        ours()
        wanted = list(self._statements)
        pairs = [(_timed(lambda: self._floor(wanted)), _timed(ours)) for _ in range(self._pairs)]
        return {
            f"floor_{name}_ms": median(floor for floor, _ in pairs),
            f"{name}_ms": median(mine for _, mine in pairs),
            f"ratio_{name}": median(mine / floor for floor, mine in pairs),
        }

    def _open(self) -> None:
        place = self._make_place()
        self._look(place)
        place.close()
        place.deleteLater()

    def _change(self, place: ProgressPlace, key: str) -> None:
        """Chooses a range; back and forth would be the same work, so it is asked for again where it is chosen."""
        segments = next(s for s in place.findChildren(Segments) if s.accessibleName() == "Period")
        segments.button(key).click()
        self._arrived.exec()
        place.repaint()

    def _look(self, place: ProgressPlace) -> None:
        place.look()
        while place.charted is None:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        place.repaint()

    def _make_place(self) -> ProgressPlace:
        place = ProgressPlace(self._theme, self._atlas, self._guide)
        place.resize(*SIZE)
        place.wanted.connect(lambda section, span: self._look_back(place, section, span))
        place.show()
        return place

    def _look_back(self, place: ProgressPlace, section: Section, span: Span) -> None:
        def present(found: object) -> None:
            place.present(section, found)
            self._arrived.quit()

        self._journal.look_back(section, span, present)

    def _floor(self, statements: list[tuple[str, Any]]) -> None:
        import pyqtgraph

        for statement, parameters in statements:
            self._raw.execute(statement, parameters).fetchall()
        plot = pyqtgraph.PlotWidget()
        plot.resize(*SIZE)
        plot.show()
        QApplication.processEvents()
        plot.repaint()
        plot.close()
        plot.deleteLater()

    def _listen(self, repository: Repository) -> None:
        """Notes what the recorder's thread reads."""
        engine = repository._store.connection.engine  # noqa: SLF001 - nobody else needs to know the engine

        def note(_c: object, _k: object, statement: str, parameters: Any, *_more: object) -> None:
            if statement.startswith("SELECT"):
                self._statements.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", note)


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Ends at the first error: what it was waited for will not come."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def _timed(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return _since(started)


def _since(started: float) -> float:
    return (time.perf_counter() - started) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("started", type=float, help="the parent's clock; not used here")
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--file", type=Path, help="a file made before by benchmarks.years")
    options = parser.parse_args()
    application = QApplication([])
    sys.excepthook = _give_up
    with tempfile.TemporaryDirectory(prefix="unknot-bench-") as folder:
        file = options.file or Path(folder) / "unknot.sqlite3"
        if not file.exists():
            write_years(file, options.sessions)
        report(Bench(file, options.pairs).run())
    application.quit()


if __name__ == "__main__":
    main()
