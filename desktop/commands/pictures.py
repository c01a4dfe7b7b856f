"""Pictures without a window: one moment of a routine, or the whole job."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.assets.catalog import load_guide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.domain.guide import Guide
    from desktop.domain.routine import Routine


def frame(routine_id: str, at: float, out: Path, size: tuple[int, int], scale: float, theme: str) -> int:
    """Draws one moment of a routine, as the player shows it, into a PNG."""
    guide = load_guide()
    routine = find_routine(guide, routine_id)
    if routine is None:
        return _refuse(f"there is no routine {routine_id!r}; `unknot routines list` names them")
    if not -5 <= at <= routine.total_seconds:
        return _refuse(f"{routine.id} runs from -5 (get ready) to {routine.total_seconds:g} seconds")
    application(scale)
    from desktop.snapshot import Snapshots

    snapshots = Snapshots(guide, routine, size, theme)
    return _save(snapshots.at(at).save(str(out)), out)


def tour(out: Path, data_dir: Path | None, size: tuple[int, int], scale: float, theme: str) -> int:
    """Does the whole job by itself; 0 only if the session is in the database and the chart shows it."""
    from desktop.data_folder import DataFolderError, open_data_folder

    try:
        out.mkdir(parents=True, exist_ok=True)
        chosen = data_dir or (None if os.environ.get("UNKNOT_DATA_DIR") else out / "data")
        folder = open_data_folder(chosen)
    except (OSError, DataFolderError) as error:
        return _refuse(str(error))
    application(scale)
    from desktop.tour import Tour, TourError

    try:
        Tour(folder, out, size, theme).run()
    except TourError as error:
        return _refuse(f"the tour failed: {error}")
    _say(f"The whole job was done; the pictures are in {out.resolve()}")
    return 0


def find_routine(guide: Guide, name: str) -> Routine | None:
    """A routine by id or slug, in any spelling of capitals."""
    wanted = name.casefold()
    return next((r for r in guide.routines.values() if wanted in (r.id.casefold(), r.slug.casefold())), None)


def application(scale: float) -> QApplication:
    """The application at a scale, offscreen where there is no display."""
    os.environ["QT_SCALE_FACTOR"] = f"{scale:g}"
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.start import make_application

    return make_application()


def _save(saved: bool, out: Path) -> int:
    return 0 if saved else _refuse(f"{out} cannot be written; name a PNG file in a folder that exists")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _refuse(reason: str) -> int:
    sys.stderr.write(f"unknot: {reason}\n")
    return 1
