"""The app led through by itself, with the real windows: the whole job first, then the other places."""

from desktop.tour.driver import TourError
from desktop.tour.tour import Tour

__all__ = ["Tour", "TourError"]
