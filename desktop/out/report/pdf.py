"""The two pages as a PDF, with the fonts in it and text that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.domain.guide import Guide
from desktop.domain.report import STANDING_LINE, Report
from desktop.out.draft import draft
from desktop.out.report.body import BodyPicture
from desktop.out.report.first_page import draw_first_page
from desktop.out.report.second_page import draw_second_page
from desktop.out.report.sheet import LABEL, RIGHT, UNITS, Sheet

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_MARGIN, _ABOVE, _BELOW = 17.0, 15.0, 18.0
_FOOT = 8.0
"""From the last line of a page to the line at its foot."""
_ON_LETTER = frozenset(
    {
        QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico, QLocale.Country.Philippines,
        QLocale.Country.Colombia, QLocale.Country.Chile, QLocale.Country.Venezuela, QLocale.Country.Guatemala,
    }
)  # fmt: skip


def usual_paper() -> str:
    """The paper of the country the system is set to."""
    return "letter" if QLocale.system().territory() in _ON_LETTER else "a4"


def pdf_bytes(report: Report, guide: Guide, pictures: Sequence[BodyPicture], paper: str) -> bytes:
    """The report as a file's bytes. Needs a QGuiApplication, whose font it is set in."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(round(25.4 * UNITS))
    writer.setPageLayout(QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setTitle("Self-massage record")
    writer.setCreator("Unknot")
    size = QPageSize(PAPERS[paper]).size(QPageSize.Unit.Millimeter)
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_MARGIN * UNITS, _ABOVE * UNITS)
    sheet = Sheet(painter, size.width() - 2 * _MARGIN, size.height() - _ABOVE - _BELOW)
    draw_first_page(sheet, report, guide, pictures)
    _draw_foot(sheet, 1)
    writer.newPage()
    draw_second_page(sheet, report, guide)
    _draw_foot(sheet, 2)
    painter.end()
    return bytes(buffer.data().data())


def write_pdf(out: Path, data: bytes) -> None:
    """Raises OSError."""
    with draft(out) as stream:
        stream.write(data)


def _draw_foot(sheet: Sheet, page: int) -> None:
    base = sheet.height + _FOOT
    sheet.rule(0, base - 4.2, sheet.width)
    sheet.text(0, base, STANDING_LINE, LABEL)
    sheet.text(sheet.width, base, f"Page {page} of 2", LABEL, RIGHT)
