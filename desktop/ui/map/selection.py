"""What is chosen on the map: the picture, the list and the card all look at this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.body import Place, Side
from desktop.domain.guide import Guide


@dataclass(frozen=True, slots=True)
class Refused:
    """A place somebody pointed at that must not be worked on. `region` is empty where it is no region."""

    name: str
    reason: str
    region: str = ""
    side: Side = Side.MIDDLE


class Selection(QObject):
    """The chosen places in the order they were chosen, or the one place that was refused.

    `changed` follows every change; choosing a place that must not be pressed chooses nothing and says why."""

    changed = Signal()

    def __init__(self, guide: Guide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._locked: Mapping[str, str] = {}
        self._places: tuple[Place, ...] = ()
        self._refused: Refused | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        return self._places

    @property
    def refused(self) -> Refused | None:
        return self._refused

    @property
    def regions(self) -> tuple[str, ...]:
        """The chosen regions, each once."""
        return tuple(dict.fromkeys(place.region for place in self._places))

    @property
    def locked(self) -> Mapping[str, str]:
        return self._locked

    def sides(self, region: str) -> frozenset[Side]:
        return frozenset(place.side for place in self._places if place.region == region)

    def barred(self, region: str) -> str:
        """Why a region must not be worked on now; empty where it may."""
        return self._guide.regions[region].no_press or self._locked.get(region, "")

    def set_locked(self, regions: Mapping[str, str]) -> None:
        """Regions shut by safety answers, with the reason; those chosen are let go."""
        self._locked = dict(regions)
        self._set(tuple(place for place in self._places if not self.barred(place.region)), self._refused)

    def choose(self, places: Iterable[Place], add: bool = False) -> None:
        """Chooses these places alone; with `add` each one more, or one less where it was chosen."""
        wanted = tuple(dict.fromkeys(places))
        shut = next((place for place in wanted if self.barred(place.region)), None)
        if shut is not None:
            name = self._guide.regions[shut.region].name
            self._set((), Refused(name, self.barred(shut.region), shut.region, shut.side))
        elif add:
            kept = tuple(place for place in self._places if place not in wanted)
            self._set(kept + tuple(place for place in wanted if place not in self._places), None)
        else:
            self._set(wanted, None)

    def set_sides(self, region: str, sides: Iterable[Side]) -> None:
        """Works on these sides of a chosen region instead."""
        wanted = [Place(region, side) for side in sides]
        at = next((index for index, place in enumerate(self._places) if place.region == region), len(self._places))
        others = [place for place in self._places if place.region != region]
        self._set((*others[:at], *wanted, *others[at:]), None)

    def refuse(self, refused: Refused) -> None:
        self._set((), refused)

    def clear(self) -> None:
        self._set((), None)

    def _set(self, places: tuple[Place, ...], refused: Refused | None) -> None:
        if (places, refused) != (self._places, self._refused):
            self._places, self._refused = places, refused
            self.changed.emit()
