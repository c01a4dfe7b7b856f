"""What accompanies a routine: ticks, tones, chimes and an ambient loop, always where the guide's clock is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.firmness import Firmness
from desktop.domain.frame import Frame
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.sound.device import Device
from desktop.sound.performance import Performance
from desktop.sound.samples import SampleBank
from desktop.sound.stream import Stream

AMBIENTS: Final = ("rain", "brown", "pad")
"""Names of the loops."""


class Accompaniment(QObject):
    """Every call returns at once; what is slow happens in a thread that begins with the first routine.

    Signal: `unavailable(str)` says once why nothing can be heard, and "" when it can be heard again."""

    unavailable = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._performance = Performance(SampleBank())
        self._stream = Stream(self._performance, Device(), self.unavailable.emit)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def begin(self, timeline: Timeline, viewpoint: Viewpoint = Viewpoint.AS_ON_ME) -> None:
        """A routine begins, or goes on with another timeline or seen from elsewhere."""
        self._wake()
        self._stream.forget()
        self._stream.order(self._performance.begin, timeline, viewpoint)

    def follow(self, frame: Frame, running: bool) -> None:
        """To be called at each tick of the guide's clock."""
        self._stream.tell(frame.t, running=running)

    def pause(self) -> None:
        """The guide stands still where it was last."""
        self._stream.stand_still()

    def end(self) -> None:
        """The routine is over or left: what rings at its very end may ring on."""
        self._stream.order(self._performance.end)

    def close(self) -> None:
        """Nothing is heard any more, ever."""
        self._stream.close()

    def mute(self, muted: bool) -> None:
        self._stream.order(self._performance.mute, muted)

    def duck(self, ducked: bool) -> None:
        """Make room for speech."""
        self._stream.order(self._performance.duck, ducked)

    def set_firmness(self, firmness: Firmness) -> None:
        """How firm each place is wished: the tones of a hold go with it."""
        self._stream.order(self._performance.set_firmness, firmness)

    def set_rhythm_volume(self, volume: float) -> None:
        """Ticks, tones and chimes, 0 to 1."""
        self._stream.order(self._performance.set_rhythm, volume)

    def set_ambient(self, name: str, volume: float) -> None:
        """One of `AMBIENTS` or "" for none, and its volume, 0 to 1. Raises ValueError for another name."""
        if name not in ("", *AMBIENTS):
            raise ValueError(f"there is no ambient sound {name!r}")
        self._stream.order(self._performance.set_ambient, name, volume)

    def try_ambient(self, trying: bool) -> None:
        """Lets the ambient sound be heard, or no longer, though no routine runs."""
        self._wake()
        self._stream.order(self._performance.try_ambient, trying)

    def _wake(self) -> None:
        if not self._stream.is_alive():
            self._stream.start()
