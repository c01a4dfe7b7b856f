"""Good to know: a list of pages beside the one that is read."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.guide import Guide
from desktop.domain.page import Page, help_page, sources_page
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_XL, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.reading_page import WIDTH, ReadingPage

_LIST_WIDTH = 300
BREATH = "breath"
"""The page that offers to breathe along."""


class PagesPlace(QWidget):
    """Signal: `breathing_wished()` from the page about breath."""

    breathing_wished = Signal()

    def __init__(self, guide: Guide, theme: Theme) -> None:
        super().__init__()
        self._guide, self._theme = guide, theme
        own = help_page(guide.safety.cards.values()), sources_page(guide.sources)
        self._listed = {**guide.pages, **{page.slug: page for page in own}}
        self._pages: dict[QAbstractButton, Page] = {}
        self._group = QButtonGroup(self)
        self._title, self._lines = Paragraph(), QVBoxLayout()
        set_kind(self._title, "display")
        self._lines.setSpacing(SPACE_M)
        self._told: list[Paragraph] = []
        self.breathe = QPushButton("Breathe along")
        self.breathe.setProperty("role", "primary")
        self.breathe.clicked.connect(self.breathing_wished)
        self._text = ReadingPage()
        self._lay_out()
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._fit_width)
        self.show_page(next(iter(guide.pages)))

    @property
    def told(self) -> str:
        """All that is said on the page that is shown."""
        return "\n".join([self._title.text(), *(line.text() for line in self._told)])

    def show_page(self, slug: str) -> None:
        """Raises KeyError for a page there is none of."""
        page = self._listed[slug]
        for button, listed in self._pages.items():
            button.setChecked(listed is page)
        self._tell(page)

    def hide_pages(self, slugs: Collection[str]) -> None:
        """Takes these out of the list, and puts all others back."""
        for button, page in self._pages.items():
            button.setVisible(page.slug not in slugs)
            if button.isChecked() and page.slug in slugs:
                self.show_page(next(slug for slug in self._listed if slug not in slugs))

    def _lay_out(self) -> None:
        heading = QLabel("Good to know")
        set_kind(heading, "display")
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACE_XS)
        side.addWidget(heading)
        side.addSpacing(SPACE_M)
        for page in self._listed.values():
            button = QPushButton(page.title)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setCheckable(True)
            button.setProperty("role", "entry")
            self._pages[button] = page
            self._group.addButton(button)
            side.addWidget(button)
        side.addStretch(1)
        panel = Panel(self._theme, margin=SPACE_XL)
        panel.column.addWidget(self._title)
        panel.column.addLayout(self._lines)
        panel.column.addWidget(self.breathe, 0, Qt.AlignmentFlag.AlignLeft)
        self._text.setMaximumWidth(WIDTH + SPACE_XL)
        self._text.column.setContentsMargins(0, 0, SPACE_XL, SPACE_XL)
        self._text.column.addWidget(panel)
        self._text.column.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE_XL, SPACE_XL, 0, 0)
        across.setSpacing(SPACE_L)
        across.addWidget(self._side)
        across.addWidget(self._text, 1000)
        across.addStretch(1)
        self._fit_width()

    def _fit_width(self) -> None:
        """Wide enough for the longest title, whatever the size of the text."""
        longest = max(button.sizeHint().width() for button in self._pages)
        self._side.setFixedWidth(max(self._theme.room(_LIST_WIDTH), longest))

    def _on_clicked(self, button: QAbstractButton) -> None:
        self._tell(self._pages[button])

    def _tell(self, page: Page) -> None:
        for line in self._told:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._title.setText(page.title)
        self._told = [_line(text) for text in page.lines]
        if page.sources:
            source = Paragraph("Where this comes from: " + "; ".join(self._guide.sources.told(page.sources)))
            set_kind(source, "small", soft=True)
            self._told.append(source)
        for line in self._told:
            self._lines.addWidget(line)
        self.breathe.setVisible(page.slug == BREATH)
        self._text.verticalScrollBar().setValue(0)
        self._text.setAccessibleName(page.title)


def _line(text: str) -> Paragraph:
    line = Paragraph(text)
    if text.endswith(":"):
        set_kind(line, "strong")
    return line
