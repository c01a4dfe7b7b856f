"""The report on paper: two pages on either paper, fonts in it, and its words say what the record says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from benchmarks.years import write_years
from desktop.assets.atlas import load_atlas
from desktop.db.repository import Repository, open_repository
from desktop.desks.paper import body_pictures
from desktop.domain.body import Place, Side
from desktop.domain.profile import Profile
from desktop.domain.records import DailyCheckIn
from desktop.domain.report import STANDING_LINE, Report
from desktop.domain.routine import StepSide
from desktop.domain.session import SELF, Moment, Rating, SessionRecord, StepDone
from desktop.domain.span import Span
from desktop.out.report.pdf import PAPERS, pdf_bytes, usual_paper
from tests.db.record_samples import DAY, RECORDS, whole_session
from tests.db.samples import AT
from tests.out.samples import GUIDE

POINTS = {"a4": (595, 842), "letter": (612, 792)}
LEFT, RIGHT = Place("shoulder_top", Side.LEFT), Place("shoulder_top", Side.RIGHT)


@pytest.fixture
def repository(tmp_path: Path, qapp: QApplication) -> Repository:
    return open_repository(tmp_path / "unknot.sqlite3")


def session(number: int) -> SessionRecord:
    """Only the left side was worked on, and the left is the one that gets looser."""
    felt = ((LEFT, 8, 3), (RIGHT, 5, 5))
    return replace(
        whole_session(str(number)),
        started_at=AT - timedelta(days=number),
        receiver=SELF,
        done_seconds=600.0,
        places=(LEFT, RIGHT),
        ratings=tuple(
            Rating(place, moment, value)
            for place, before, after in felt
            for moment, value in ((Moment.BEFORE, before), (Moment.AFTER, after))
        ),
        steps=(StepDone(1, "petrissage", (LEFT.region,), StepSide.LEFT_THEN_RIGHT, 1200.0, 4, 600.0),),
        note=f"note number {number}",
    )


def filled(repository: Repository, sessions: int = 8) -> Report:
    repository.profiles.keep(Profile(1, "Marie Lindqvist"))
    for number in range(sessions):
        repository.sessions.keep(session(number))
    for record in RECORDS:
        repository.records.keep(record)
    return read(repository)


def read(repository: Repository, span: Span = Span(28)) -> Report:  # noqa: B008 - frozen
    report = repository.reports.read(span, DAY)
    repository.close()
    return report


def written(report: Report, paper: str = "a4") -> bytes:
    return pdf_bytes(report, GUIDE, body_pictures(load_atlas(), report.where.places()), paper)


def opened(data: bytes) -> QPdfDocument:
    document = QPdfDocument()
    buffer = QBuffer(document)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def words(document: QPdfDocument, page: int) -> str:
    return " ".join(document.getAllText(page).text().split())


def picture(document: QPdfDocument, page: int) -> QImage:
    size = document.pagePointSize(page)
    return document.render(page, QSize(round(size.width()), round(size.height())))


@pytest.mark.parametrize("paper", PAPERS)
def test_two_pages_on_either_paper(repository: Repository, paper: str) -> None:
    document = opened(written(filled(repository), paper))
    assert document.pageCount() == 2
    for page in range(2):
        size = document.pagePointSize(page)
        assert (round(size.width()), round(size.height())) == POINTS[paper]
        assert STANDING_LINE in words(document, page)
        assert margins_are_free(picture(document, page))


def margins_are_free(image: QImage) -> bool:
    """Nothing is painted in the outer 12 mm."""
    edge = 34
    columns = [*range(edge), *range(image.width() - edge, image.width())]
    return all(image.pixelColor(x, y).alpha() == 0 for x in columns for y in range(0, image.height(), 3))


def test_its_words_say_what_the_record_says(repository: Repository) -> None:
    document = opened(written(filled(repository)))
    first, second = words(document, 0), words(document, 1)
    assert "Marie Lindqvist, 26 Oct to 2 Nov 2026" in first
    assert "1 h 20 min of massage altogether" in first
    assert "8 of 8 days had a session" in first
    assert "After sessions tension was on average 2.5 lower (95 % interval 2.5 to 2.5, 8 sessions)" in first
    assert "This shows what happened, not why." in first
    assert re.search(r"left 1 h 20 min 8\.0 to 3\.0 8 sessions", first)
    assert re.search(r"right none 5\.0 to 5\.0 8 sessions", first)
    assert "Kneading 1 h 20 min" in second
    assert "Turning left 60 degrees" in second
    assert "Chin to chest 1 finger Middle" in second
    assert "Asked once. Nothing unpleasant: 0. Soreness 1 ×; unusual tiredness 1 ×." in second
    assert "A little better (2 Nov 2026)." in second
    assert "Of 1 day with an answer, 1 with headache and 0 with a painkiller." in second
    assert "life event moved house ☀" in second
    assert "note number 0" in second


def test_fonts_are_in_it(repository: Repository) -> None:
    data = written(filled(repository))
    assert data.count(b"/Type /FontDescriptor") == data.count(b"/FontFile2") > 0


def test_few_sessions_say_too_little(repository: Repository) -> None:
    first = words(opened(written(filled(repository, 3))), 0)
    assert "too few to say tension after sessions, on average; 3 sessions" in first
    assert "3 sessions rated before and after: too few to say more than the dots show." in first


def test_an_empty_record_is_two_plain_pages(repository: Repository) -> None:
    document = opened(written(read(repository)))
    assert document.pageCount() == 2
    assert "No place was worked on in this period." in words(document, 0)
    assert "No session was rated before and after." in words(document, 0)
    for told in ("Nothing was done", "No daily check-in", "Not done", "Not asked", "Not answered", "No notes"):
        assert f"{told} in this period." in words(document, 1)


def test_many_years_fit(tmp_path: Path, qapp: QApplication) -> None:
    """On the shorter of the two papers."""
    file = tmp_path / "unknot.sqlite3"
    write_years(file, 1500)
    repository = open_repository(file)
    repository.records.keep(DailyCheckIn(date(2016, 1, 1), AT, tension=5))
    report = repository.reports.read(Span(0), DAY)
    notes = tuple(replace(note, text="long " * 300) for note in filled(repository).notes)
    document = opened(written(replace(report, notes=notes * 20, notes_there=700), "letter"))
    assert document.pageCount() == 2
    assert re.search(r"and \d+ more places", words(document, 0))
    assert re.search(r"6\d\d older notes not shown", words(document, 1))
    assert all(margins_are_free(picture(document, page)) for page in range(2))


WARM_HUES = range(5, 30)


def warm_columns(image: QImage, x0: float, x1: float) -> int:
    """Marked pixels between two columns, given as shares of the width, where the bodies are."""
    rows = range(round(image.height() * 0.25), round(image.height() * 0.44), 2)
    columns = range(round(image.width() * x0), round(image.width() * x1), 2)
    return sum(is_warm(image.pixelColor(x, y)) for x in columns for y in rows)


def is_warm(colour: QColor) -> bool:
    return colour.alpha() > 0 and colour.hsvSaturation() > 60 and colour.hsvHue() in WARM_HUES


def test_left_is_marked_where_left_is(repository: Repository) -> None:
    """From behind one's own left is on the left, from the front on the right."""
    report = filled(repository)
    image = picture(opened(written(report)), 0)
    views = [body.name for body in body_pictures(load_atlas(), report.where.places())]
    for number, view in enumerate(views):
        margin, width = 17 / 210, (210 - 34) / 210 / len(views)
        left = margin + number * width
        halves = (warm_columns(image, left, left + width / 2), warm_columns(image, left + width / 2, left + width))
        behind = view in ("Neck and shoulders", "Back of the head", "Whole back")
        assert (halves[0] > halves[1]) is behind, view


def test_the_usual_paper_is_one_of_them() -> None:
    assert usual_paper() in PAPERS
