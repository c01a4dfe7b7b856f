"""A routine as a stream of sound: what is due, at the side where it is seen, above an ambient loop."""

from __future__ import annotations

from desktop.domain.firmness import Firmness
from desktop.domain.sounds import SoundCue
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.sound.mixer import Block, Mixer
from desktop.sound.samples import SampleBank
from desktop.sound.schedule import Schedule


class Performance:
    """Blocks of sound that go with a guide's clock. Knows no device; `now` and `heard_at` are of one steady clock."""

    def __init__(self, bank: SampleBank) -> None:
        self._bank = bank
        self._mixer = Mixer()
        self._schedule: Schedule | None = None
        self._timeline: Timeline | None = None
        self._viewpoint = Viewpoint.AS_ON_ME
        self._firmness = Firmness()
        self._muted = self._trying = False
        self._ambient = ""

    def begin(self, timeline: Timeline, viewpoint: Viewpoint) -> None:
        self._timeline, self._viewpoint = timeline, viewpoint
        self._schedule = Schedule(timeline)

    def follow(self, t: float, at: float, running: bool) -> None:
        if self._schedule is None:
            return
        self._schedule.follow(t, at, running=running)
        if not running and not self._schedule.over:
            self._mixer.hush()

    def end(self) -> None:
        """Whatever rings may ring on where the routine came to its end."""
        if self._schedule is not None and not self._schedule.over:
            self._mixer.hush()
        self._schedule = None

    def mute(self, muted: bool) -> None:
        self._muted = muted
        if muted:
            self._mixer.hush()

    def duck(self, ducked: bool) -> None:
        self._mixer.duck(ducked)

    def set_firmness(self, firmness: Firmness) -> None:
        """How firm each place is wished: the tones of a hold go with it."""
        self._firmness = firmness

    def set_rhythm(self, volume: float) -> None:
        self._mixer.set_rhythm(volume)

    def set_ambient(self, name: str, volume: float) -> None:
        """Which loop, "" for none, and how loud (0 to 1). Raises OSError and wave.Error as the bank does."""
        self._mixer.set_volume(volume)
        if name != self._ambient:
            self._ambient = name
            self._mixer.set_loop(self._bank.load(name) if name else None)

    def try_ambient(self, trying: bool) -> None:
        """Whether the loop is to be heard though no routine runs."""
        self._trying = trying

    def silent(self, now: float) -> bool:
        """Whether there is nothing to hear until something new is asked for."""
        return self._mixer.silent and not (self._trying or self._sounds(now))

    def block(self, n: int, heard_at: float, now: float) -> Block:
        """The next `n` samples, of which the first is heard at `heard_at`."""
        broken_off = self._schedule is not None and not self._schedule.over
        self._mixer.play_loop(self._trying or self._sounds(now), at_once=broken_off)
        if self._schedule is not None:
            for after, cue in self._schedule.due(n, heard_at, now):
                if not self._muted:
                    self._strike(cue, after)
        return self._mixer.block(n)

    def _sounds(self, now: float) -> bool:
        runs = self._schedule is not None and not self._muted and self._schedule.runs(now)
        return runs or self._trying

    def _strike(self, cue: SoundCue, after: int) -> None:
        if self._timeline is None:
            return
        step = self._timeline.steps[self._timeline.step_at(cue.t)]
        samples = self._bank.sound(cue.sound, cue.pressure + self._firmness.offset(step.regions))
        self._mixer.strike(samples, self._viewpoint.pan(cue.side, self._timeline.view_at(cue.t)), after)
