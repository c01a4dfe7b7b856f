"""The card of the two bodies: minutes and median tension of every place, over a time that can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.where import PlaceFelt, Where
from desktop.domain.where_map import TENSION_SCALE, Scale, laid_out, minutes_scale, most_minutes
from desktop.domain.where_words import HOW_COUNTED, body_caption, place_rows, slice_words
from desktop.ui import words
from desktop.ui.body_view import PictureShelf
from desktop.ui.map.view_strip import ViewStrip
from desktop.ui.progress.body_heat import BodyHeat
from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.heat import MINUTES, TENSION, HeatLegend
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.time_slider import TimeSlider
from desktop.ui.theme import SPACE_S, Theme, set_kind

_HEADINGS = ("Place", "Side", "Minutes", "Median tension", "Ratings")
_HEIGHT, _STRIP = 470, 180
_SHELF_BYTES = 12 * 1024 * 1024
_EMPTY = "No minutes and no ratings in this time. After a session every place that was worked on is coloured here."


class BodyCard(ChartCard):
    """Signal: `time_changed()` another time is shown; `laid` is what there is of each outlined place in it."""

    time_changed = Signal()

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme) -> None:
        super().__init__(
            theme, "Where the minutes and the tension were", ReadingTable(theme, "Places, table", _HEADINGS)
        )
        self._atlas, self._guide = atlas, guide
        self._where: Where | None = None
        self._view = ""
        self._most_of_slices: float | None = None
        self.laid: Mapping[Place, PlaceFelt] = {}
        shelf = PictureShelf(_SHELF_BYTES)
        self.minutes = BodyHeat(atlas, guide, theme, "minutes", shelf)
        self.tension = BodyHeat(atlas, guide, theme, "tension", shelf)
        self._minutes_legend = HeatLegend(theme, MINUTES, "min")
        tension_legend = HeatLegend(theme, TENSION, "", ("loose", "very tense"))
        tension_legend.show_scale(TENSION_SCALE)
        self._strip = ViewStrip(atlas, theme)
        self._strip.chosen.connect(self.show_view)
        self.time = TimeSlider(theme)
        self.time.moved.connect(self._on_moved)
        self.set_subtitle("Minutes of work, and the median of your ratings before sessions")
        self.set_height(_HEIGHT)
        theme.changed.connect(self._fit_strip)
        self._fit_strip()
        self.pictures.addWidget(self._strip)
        self.pictures.addWidget(_titled("Minutes", self.minutes, self._minutes_legend), 1)
        self.pictures.addWidget(_titled("Median tension", self.tension, tension_legend), 1)
        self.column.insertWidget(2, self.time)

    @property
    def view(self) -> str:
        return self._view

    def present(self, where: Where) -> None:
        self._where, self._most_of_slices = where, None
        self.time.present([slice_words(where.unit, slice_.start) for slice_ in where.slices], where.unit.value)
        self.set_empty("" if any(slice_.places for slice_ in where.slices) else _EMPTY)
        self._show_time(where)
        self._choose_view()

    def show_view(self, view: str) -> None:
        """Raises KeyError for one the atlas does not have."""
        self._view = view
        self._strip.set_view(view)
        for body in (self.minutes, self.tension):
            body.set_view(view)

    def _fit_strip(self) -> None:
        self._strip.setFixedWidth(self._theme.room(_STRIP))

    def _on_moved(self) -> None:
        if self._where is not None:
            self._show_time(self._where)
            self.time_changed.emit()

    def _show_time(self, where: Where) -> None:
        index = self.time.index
        places = where.places() if index is None else where.slices[index].places
        self.laid = laid_out(places, self._outlined, self._guide)
        scale = self._scale(where)
        self._minutes_legend.show_scale(scale)
        self.minutes.present(self.laid, scale)
        self.tension.present(self.laid, TENSION_SCALE)
        self.table.fill_later(self._rows)
        self.set_caption(body_caption(where, self.laid, index), HOW_COUNTED)

    def _scale(self, where: Where) -> Scale:
        """One for the whole time; one for all weeks or months, so that they can be compared."""
        if self.time.index is None:
            return minutes_scale(max((felt.seconds / 60 for felt in self.laid.values()), default=0.0))
        if self._most_of_slices is None:
            maps = (slice_.places for slice_ in where.slices)
            self._most_of_slices = most_minutes(maps, self._outlined, self._guide)
        return minutes_scale(self._most_of_slices)

    def _choose_view(self) -> None:
        """Offers the views that show something; goes to the one that shows most if the one seen is not among them."""
        shown = {view: self._seconds_in(view) for view in self._strip.views}
        for view, seconds in shown.items():
            self._strip.button(view).setVisible(seconds > 0)
        if not shown.get(self._view):
            self.show_view(max(shown, key=shown.__getitem__))

    def _seconds_in(self, view: str) -> float:
        """Seconds of work on the places of a view; a place that was only rated counts a little."""
        felt = [self.laid[place] for place in self._places[view] if place in self.laid]
        return sum(one.seconds + one.tension.n for one in felt)

    def _rows(self) -> list[tuple[str, str, str, str, str]]:
        regions = list(self._guide.regions)
        laid = sorted(self.laid.items(), key=lambda entry: (regions.index(entry[0].region), entry[0].side.value))
        return place_rows([(self._guide.regions[p.region].name, words.SIDE_NAMES[p.side], felt) for p, felt in laid])

    @cached_property
    def _places(self) -> Mapping[str, frozenset[Place]]:
        """The outlined places of every view."""
        return {
            view: frozenset(outline.place for outline in self._atlas.chart(view).outlines) for view in self._atlas.views
        }

    @cached_property
    def _outlined(self) -> frozenset[Place]:
        return frozenset().union(*self._places.values())


def _titled(title: str, body: QWidget, legend: QWidget) -> QWidget:
    part = QWidget()
    label = QLabel(title)
    set_kind(label, "strong")
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_S)
    column.addWidget(label)
    column.addWidget(body, 1)
    column.addWidget(legend)
    return part
