"""The place where people look back: four questions, a page for each, over the days somebody chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.look_back import Section
from desktop.domain.span import Span
from desktop.ui.progress.current_stack import CurrentStack
from desktop.ui.progress.fetcher import Fetcher
from desktop.ui.progress.invitation import Invitation
from desktop.ui.progress.place_head import PlaceHead
from desktop.ui.progress.skeleton import Skeleton
from desktop.ui.progress.span_picker import SpanPicker
from desktop.ui.theme import SPACE_L, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from desktop.domain.chart import Atlas
    from desktop.domain.guide import Guide
    from desktop.ui.progress.section_page import SectionPage

QUESTIONS = (
    (Section.DOING, "Am I doing it?"),
    (Section.FEELING, "How did it feel?"),
    (Section.WHERE, "Where?"),
    (Section.WORKING, "What works for me?"),
)


class ProgressPlace(QWidget):
    """A page asks for its findings when it is looked at, and again when the days change. Until they are there, and
    while pyqtgraph is imported, grey shapes are seen; afterwards the old ones stay until the new ones come.

    Signals: `wanted(Section, Span)` what is to be presented; `map_wanted()` from the invitation; `diary_wanted()`;
    `check_in_wanted()` and `neck_check_wanted()`, also from a card they would fill; `target_chosen(int | None)` minutes
    a week; `routine_wanted(str)` its id; `experiment_wanted(str, str)` what is to be compared;
    `experiment_changed(Experiment, str)` to be kept, and what was done to it; `told(str)` a sentence for the user."""

    wanted = Signal(object, object)
    map_wanted = Signal()
    diary_wanted = Signal()
    check_in_wanted = Signal()
    target_chosen = Signal(object)
    neck_check_wanted = Signal()
    routine_wanted = Signal(str)
    experiment_wanted = Signal(str, str)
    experiment_changed = Signal(object, str)
    told = Signal(str)

    def __init__(self, theme: Theme, atlas: Atlas, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._atlas, self._guide = theme, atlas, guide
        self._pages: dict[Section, SectionPage] = {}
        self._found: dict[Section, Any] = {}
        self._presented: dict[Section, Any] = {}
        self._questions = Segments(theme, QUESTIONS, "Question")
        self._questions.set_key(Section.DOING)
        self._questions.chosen.connect(self.look)
        self._spans = SpanPicker(theme, date.today())  # noqa: DTZ011 - the charts speak of the user's own days
        self._spans.chosen.connect(self.look)
        self._skeleton, self._invitation = Skeleton(theme), Invitation(theme)
        self._skeleton.painted.connect(self._on_skeleton_painted)
        self._invitation.accepted.connect(self.map_wanted)
        self._fetcher = Fetcher()
        self._fetcher.fetched.connect(self._on_fetched)
        self._fetched = False
        self._stack = CurrentStack()
        self._stack.add_page(self._skeleton)
        self._stack.add_page(self._invitation)
        self._lay_out()

    @property
    def section(self) -> Section:
        return Section(self._questions.key)

    @property
    def span(self) -> Span:
        return self._spans.span

    def choose(self, section: Section) -> None:
        """Goes to a question's page."""
        self._questions.set_key(section)
        self.look()

    def look(self) -> None:
        """Asks for what the page that is chosen shows: it may have changed since."""
        self._spans.set_today(date.today())  # noqa: DTZ011
        self._show_page()
        self.wanted.emit(self.section, self.span)

    def look_again(self) -> None:
        """Something was written down: what is seen of it may be old."""
        if self.isVisible():
            self.look()

    def present(self, section: Section, found: Any) -> None:
        """Shows what was found for a section; its `first_day` is None where nothing has been kept yet."""
        self._found[section] = found
        started = found.first_day is not None
        self._questions.setVisible(started)
        self._spans.setVisible(started)
        if section is self.section:
            self._show_page()

    @property
    def charted(self) -> Any:
        """What the page that is seen shows; None while there is none."""
        return self._found[self.section] if self._stack.page is self._pages.get(self.section) else None

    def _show_page(self) -> None:
        found = self._found.get(self.section)
        if found is None:
            self._stack.show_page(self._skeleton)
        elif found.first_day is None:
            self._stack.show_page(self._invitation)
        elif not self._fetched:
            self._stack.show_page(self._skeleton)
            self._skeleton.update()
        else:
            page = self._page()
            if self._presented.get(self.section) is not found:
                self._presented[self.section] = found
                page.present(found)
            if self._stack.page is not page:
                self._scroll.verticalScrollBar().setValue(0)
                self._stack.show_page(page)

    def _page(self) -> SectionPage:
        """The page of the section, made when it is first looked at."""
        if self.section not in self._pages:
            self._pages[self.section] = page = self._makers()[self.section]()
            page.told.connect(self.told)
            page.check_in_wanted.connect(self.check_in_wanted)
            self._stack.add_page(page)
        return self._pages[self.section]

    def _makers(self) -> Mapping[Section, Callable[[], SectionPage]]:
        return {
            Section.DOING: self._make_doing,
            Section.FEELING: self._make_feeling,
            Section.WHERE: self._make_where,
            Section.WORKING: self._make_working,
        }

    def _make_doing(self) -> SectionPage:
        from desktop.ui.progress.doing_page import DoingPage

        page = DoingPage(self._theme)
        page.target_chosen.connect(self.target_chosen)
        return page

    def _make_feeling(self) -> SectionPage:
        from desktop.ui.progress.feeling_page import FeelingPage

        return FeelingPage(self._theme, self._guide.safety.cards["appointment"])

    def _make_where(self) -> SectionPage:
        from desktop.ui.progress.where_page import WherePage

        page = WherePage(self._theme, self._atlas, self._guide)
        page.neck_check_wanted.connect(self.neck_check_wanted)
        return page

    def _make_working(self) -> SectionPage:
        from desktop.ui.progress.working_page import WorkingPage

        page = WorkingPage(self._theme, self._guide)
        page.routine_wanted.connect(self.routine_wanted)
        page.experiment_wanted.connect(self.experiment_wanted)
        page.experiment_changed.connect(self.experiment_changed)
        return page

    def _lay_out(self) -> None:
        title = QLabel("Progress")
        set_kind(title, "display")
        diary, check_in = QPushButton("Diary"), QPushButton("Check in")
        diary.clicked.connect(self.diary_wanted)
        check_in.clicked.connect(self.check_in_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        column.addWidget(PlaceHead(title, (diary, check_in), self._spans))
        column.addWidget(self._questions)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._stack)
        column.addWidget(scroll, 1)

    def _on_skeleton_painted(self) -> None:
        if self._found:
            self._fetcher.start()

    def _on_fetched(self) -> None:
        self._fetched = True
        self._show_page()
