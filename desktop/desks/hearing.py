"""What is heard of a session: a voice and what accompanies it, both made when they are first needed."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain.firmness import Firmness
from desktop.domain.frame import Frame
from desktop.domain.routine import Mood
from desktop.domain.session import State
from desktop.domain.spoken import Manner, spoken_lines, words_a_minute
from desktop.domain.timeline import Timeline
from desktop.preferences import Preferences
from desktop.sound.reader import Reader
from desktop.sound.voice import Voice, VoiceSettings

if TYPE_CHECKING:
    from desktop.sound.accompaniment import Accompaniment
    from desktop.ui.player.player_place import PlayerPlace
    from desktop.ui.settings.sound_panel import SoundPanel

SAMPLE = "Let your shoulders drop, and breathe out slowly."
_SAMPLE_SECONDS = 4.0
TRY_MS = 8000
"""An ambient sound is tried for so long."""


class Hearing(QObject):
    """Follows one player at a time, and does what the preferences say."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._voice_trouble = self._sound_trouble = ""
        self._fades = self._playing = False
        self._panel: SoundPanel | None = None
        self._player: PlayerPlace | None = None
        self._accompaniment: Accompaniment | None = None
        self.voice = Voice(self)
        self.voice.ready.connect(self._show)
        self.voice.unavailable.connect(self._on_no_voice)
        self.voice.speaking.connect(self._on_speaking)
        self._reader = Reader(self.voice)
        self._trying = QTimer(self, singleShot=True, interval=TRY_MS)
        self._trying.timeout.connect(self._on_tried)

    def prepare(self, mood: Mood = Mood.CALM) -> None:
        """A routine of this mood is going to be done: looks for a voice and loads the sounds ahead of time."""
        self._fades = mood is Mood.SLEEP
        if self._preferences.voice:
            self.voice.change(self._voice_settings())
            self.voice.prepare()
        if self._accompaniment is None:
            Thread(target=_load_sounds, name="sounds", daemon=True).start()

    def watch(self, player: PlayerPlace) -> None:
        """Makes heard what this player plays from now on; a new player is not muted."""
        self._player = player
        self.voice.mute(False)
        if self._accompaniment is not None:
            self._accompaniment.mute(False)
        player.began.connect(self._on_began)
        player.moved.connect(self._on_moved)
        player.state_changed.connect(self._on_state)
        player.muted.connect(self._on_muted)
        player.left.connect(self._on_left)
        player.firmness_changed.connect(self._on_firmness)

    def show_in(self, panel: SoundPanel) -> None:
        """Lets this part of the settings know what can be heard here, and try it."""
        self._panel = panel
        panel.voice_wished.connect(self.try_voice)
        panel.ambient_wished.connect(self.try_ambient)
        self._show()
        self.prepare()

    def apply(self) -> None:
        """The preferences have changed."""
        chosen = self._preferences
        self.voice.change(self._voice_settings())
        if not chosen.voice:
            self.voice.hush()
        if self._accompaniment is not None:
            self._accompaniment.set_rhythm_volume(chosen.rhythm_volume / 100 if chosen.rhythm else 0.0)
            self._accompaniment.set_ambient(chosen.ambient, chosen.ambient_volume / 100)

    def try_voice(self) -> None:
        """Says a sentence as the preferences stand."""
        self.voice.change(self._voice_settings())
        self.voice.prepare()
        self.voice.say(SAMPLE, _SAMPLE_SECONDS)

    def try_ambient(self) -> None:
        """Lets the chosen ambient sound be heard for some seconds."""
        self._sound().try_ambient(True)
        self._trying.start()

    def close(self) -> None:
        self._trying.stop()
        self.voice.close()
        if self._accompaniment is not None:
            self._accompaniment.close()

    # what the player does

    def _on_began(self, timeline: Timeline) -> None:
        if self._player is None:
            return
        lines = spoken_lines(timeline, self._player.viewpoint, self._manner())
        self._player.show_lines(lines)
        self._reader.begin(lines if self._preferences.voice else ())
        self._sound().begin(timeline, self._player.viewpoint)

    def _on_moved(self, frame: Frame) -> None:
        self._reader.follow(frame)
        if self._accompaniment is not None:
            self._accompaniment.follow(frame, self._playing)

    def _on_state(self, state: State) -> None:
        self._playing = state is State.RUNNING
        if self._playing:
            self._reader.go_on()
        elif state is State.FINISHED:
            self._reader.finish()
        else:
            self._reader.pause()
        if self._accompaniment is not None and state.ended:
            self._accompaniment.end()
        elif self._accompaniment is not None and not self._playing:
            self._accompaniment.pause()

    def _on_muted(self, muted: bool) -> None:
        self.voice.mute(muted)
        self._sound().mute(muted)

    def _on_firmness(self, firmness: Firmness) -> None:
        self._sound().set_firmness(firmness)

    def _on_left(self) -> None:
        self._reader.hush()

    # around it

    def _sound(self) -> Accompaniment:
        if self._accompaniment is None:
            from desktop.sound.accompaniment import Accompaniment

            self._accompaniment = Accompaniment(self)
            self._accompaniment.unavailable.connect(self._on_no_sound)
            self.apply()
        return self._accompaniment

    def _voice_settings(self) -> VoiceSettings:
        chosen = self._preferences
        return VoiceSettings(chosen.voice_name, chosen.voice_rate, chosen.voice_volume, chosen.quiet_voice)

    def _manner(self) -> Manner:
        chosen = self._preferences
        pace = words_a_minute(chosen.voice_rate, quiet=chosen.quiet_voice)
        return Manner(chosen.tell_half_time, chosen.tell_last_seconds, pace, self._fades)

    def _on_speaking(self, speaking: bool) -> None:
        if self._accompaniment is not None:
            self._accompaniment.duck(speaking)
        if self._player is not None:
            self._player.show_speaking(speaking)

    def _on_tried(self) -> None:
        self._sound().try_ambient(False)

    def _on_no_voice(self, words: str) -> None:
        self._voice_trouble = words
        self._show()

    def _on_no_sound(self, words: str) -> None:
        self._sound_trouble = words
        self._show()

    def _show(self) -> None:
        if self._panel is not None:
            self._panel.show_voices(self.voice.voices)
            voice_trouble = "" if self.voice.voices else self._voice_trouble
            self._panel.show_trouble([words for words in (voice_trouble, self._sound_trouble) if words])


def _load_sounds() -> None:
    """Imports what takes a third of a second, beside the screen's thread."""
    import desktop.sound.accompaniment  # noqa: F401
