"""Puts together the report on paper: what the record says, and the body with its places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from desktop.assets.atlas import load_atlas
from desktop.domain.body import Place, Side
from desktop.domain.where import PlaceFelt
from desktop.out.report.body import BodyPicture
from desktop.out.report.pdf import pdf_bytes, usual_paper, write_pdf
from desktop.ui.outline import painter_path
from desktop.ui.picture_file import read_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.db.repository import Repository
    from desktop.domain.chart import Atlas
    from desktop.domain.guide import Guide
    from desktop.domain.span import Span

VIEWS = {
    "neck_shoulders": "Neck and shoulders",
    "head_back": "Back of the head",
    "whole_back": "Whole back",
    "face": "Face",
    "head_left": "Left side of the head",
    "head_right": "Right side of the head",
    "head_top": "Top of the head",
    "throat_chest": "Throat and chest",
    "hand": "Hand",
}
"""Views and what they are called on paper; the first that show most are taken."""
_MOST_VIEWS = 3
_WIDTH = 900
"""Pixels of a printed picture."""
_PALE = 0.72


def write_report(out: Path, span: Span, paper: str | None, repository: Repository, guide: Guide) -> None:
    """Raises OSError where the file cannot be written, a StoreError where the record cannot be read."""
    today = date.today()  # noqa: DTZ011 - the report speaks of the user's own days
    report = repository.reports.read(span, today)
    pictures = body_pictures(load_atlas(), report.where.places())
    write_pdf(out, pdf_bytes(report, guide, pictures, paper or usual_paper()))


def body_pictures(atlas: Atlas, places: Mapping[Place, PlaceFelt]) -> list[BodyPicture]:
    """At most three views that together show most of what was worked on; none where nothing was."""
    waiting = {place: felt.seconds for place, felt in places.items() if felt.seconds}
    chosen: list[str] = []
    while waiting and len(chosen) < _MOST_VIEWS:
        gains = {view: sum(waiting.get(place, 0.0) for place in _shown(atlas, view)) for view in VIEWS}
        best = max(gains, key=lambda view: gains[view])
        if not gains[best]:
            break
        chosen.append(best)
        for place in _shown(atlas, best):
            waiting.pop(place, None)
    return [_picture(atlas, view) for view in chosen]


def _shown(atlas: Atlas, view: str) -> Iterable[Place]:
    """The places of a view, and both sides at once of those it shows one side of."""
    for outline in atlas.chart(view).outlines:
        yield outline.place
        yield Place(outline.place.region, Side.MIDDLE)


def _picture(atlas: Atlas, view: str) -> BodyPicture:
    chart = atlas.chart(view)
    file = atlas.picture("skin", view, 2)
    if file is None:
        raise FileNotFoundError(f"there is no picture of {view}")
    return BodyPicture(
        VIEWS[view],
        _on_white(read_picture(file)),
        chart.size,
        {outline.place: painter_path(outline.path) for outline in chart.outlines},
        {side: at.x for side, at in chart.labels.items() if side is not Side.MIDDLE},
    )


def _on_white(picture: QImage) -> QImage:
    """In pale grey, so that what is marked stands out; without transparency, so that the file stays small."""
    picture.setDevicePixelRatio(1.0)
    scaled = picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    flat = QImage(scaled.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.setOpacity(_PALE)
    painter.drawImage(0, 0, scaled)
    painter.end()
    return flat.convertToFormat(QImage.Format.Format_Grayscale8)
