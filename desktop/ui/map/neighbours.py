"""From place to place with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt

from desktop.ui.map.hit_map import Spot

_DIRECTIONS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ASTRAY = 2.0
"""How much a distance across the direction counts against one along it."""


def next_spot(current: Spot | None, spots: Sequence[Spot], key: Qt.Key) -> Spot | None:
    """The nearest spot in the direction of an arrow key, `current` itself at the edge; None for any other key."""
    direction = _DIRECTIONS.get(key)
    if direction is None or not spots:
        return None
    if current is None:
        return spots[0]
    ahead = [(_cost(spot.anchor - current.anchor, direction), index) for index, spot in enumerate(spots)]
    reachable = [(cost, index) for cost, index in ahead if cost is not None]
    return spots[min(reachable)[1]] if reachable else current


def _cost(way: QPointF, direction: QPointF) -> float | None:
    """None for what does not lie ahead."""
    along = QPointF.dotProduct(way, direction)
    across = abs(way.x() * direction.y() - way.y() * direction.x())
    return along + _ASTRAY * across if along > 1.0 and across < 2.5 * along else None
