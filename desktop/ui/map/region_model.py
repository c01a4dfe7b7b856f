"""All regions as a list that mirrors the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from desktop.domain.body import Region
from desktop.domain.guide import Guide
from desktop.ui import words
from desktop.ui.map.selection import Selection

SLUG = Qt.ItemDataRole.UserRole
NOTE = Qt.ItemDataRole.UserRole + 1
CHOSEN = Qt.ItemDataRole.UserRole + 2
_SOUGHT = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex


class RegionModel(QAbstractListModel):
    """A row a region, in the content sheet's order, saying whether and on which side it is chosen."""

    def __init__(self, guide: Guide, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selection, self._guide = selection, guide
        self._regions = tuple(guide.regions.values())
        self._answers: dict[int, Callable[[Region], object]] = {
            Qt.ItemDataRole.DisplayRole: _name,
            Qt.ItemDataRole.ToolTipRole: _anatomical_name,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._described,
            SLUG: _slug,
            NOTE: self._note,
            CHOSEN: self._is_chosen,
            _SOUGHT: _sought,
        }
        selection.changed.connect(self._on_selection_changed)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._regions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        return None if answer is None else answer(self._regions[index.row()])

    def row(self, slug: str) -> int:
        """The row of a region. Raises KeyError for a slug there is none of."""
        for row, region in enumerate(self._regions):
            if region.slug == slug:
                return row
        raise KeyError(slug)

    def _is_chosen(self, region: Region) -> bool:
        return region.slug in self._selection.regions

    def _spoken(self, region: Region) -> str:
        return ", ".join(part for part in (region.name, self._note(region)) if part)

    def _described(self, region: Region) -> str:
        return words.muscles_said(region, self._guide.muscles)

    def _note(self, region: Region) -> str:
        if self._selection.barred(region.slug):
            return "not pressed"
        sides = [words.SIDE_NAMES[side] for side in sorted(self._selection.sides(region.slug))]
        return {0: "", 1: sides[0] if sides else "", 2: "both"}[len(sides)]

    def _on_selection_changed(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self._regions) - 1))


def found_regions(model: RegionModel, parent: QObject | None = None) -> QSortFilterProxyModel:
    """The rows a search keeps: by name, anatomical name, muscle beneath or complaint."""
    proxy = QSortFilterProxyModel(parent)
    proxy.setSourceModel(model)
    proxy.setFilterRole(_SOUGHT)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return proxy


def _name(region: Region) -> str:
    return region.name


def _anatomical_name(region: Region) -> str:
    return region.anatomical_name


def _slug(region: Region) -> str:
    return region.slug


def _sought(region: Region) -> str:
    return " ".join((region.name, region.anatomical_name, *region.beneath, *region.complaints))
