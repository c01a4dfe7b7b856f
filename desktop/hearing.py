"""What is heard of a session: a voice and what accompanies it, both made when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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

SAMPLE = "Let your shoulders drop, and breathe out slowly."
_SAMPLE_SECONDS = 4.0


class Hearing(QObject):
    """Follows one player at a time, and does what the preferences say.

    Signals: `voices_known()` once there are voices to choose from, `trouble_changed()` where something cannot be
    heard."""

    voices_known = Signal()
    trouble_changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._voice_trouble = self._sound_trouble = ""
        self._fades = self._playing = False
        self._timeline: Timeline | None = None
        self._player: PlayerPlace | None = None
        self._accompaniment: Accompaniment | None = None
        self._voice = Voice(self)
        self._voice.ready.connect(self.voices_known)
        self._voice.unavailable.connect(self._on_no_voice)
        self._voice.speaking.connect(self._on_speaking)
        self._reader = Reader(self._voice)

    @property
    def voices(self) -> tuple[str, ...]:
        return self._voice.voices

    @property
    def trouble(self) -> tuple[str, ...]:
        """What cannot be heard and what helps, a sentence each."""
        return tuple(words for words in (self._voice_trouble, self._sound_trouble) if words)

    def prepare(self, mood: Mood = Mood.CALM) -> None:
        """Looks for a voice ahead of time: a routine of this mood is going to be done."""
        self._fades = mood is Mood.SLEEP
        if self._preferences.voice:
            self._voice.change(self._voice_settings())
            self._voice.prepare()

    def watch(self, player: PlayerPlace) -> None:
        """Makes heard what this player plays from now on."""
        self._player = player
        player.began.connect(self._on_began)
        player.moved.connect(self._on_moved)
        player.state_changed.connect(self._on_state)
        player.muted.connect(self._on_muted)
        player.left.connect(self._on_left)

    def apply(self) -> None:
        """The preferences have changed."""
        chosen = self._preferences
        self._voice.change(self._voice_settings())
        if not chosen.voice:
            self._voice.hush()
        if self._accompaniment is not None:
            self._accompaniment.set_rhythm_volume(chosen.rhythm_volume / 100 if chosen.rhythm else 0.0)
            self._accompaniment.set_ambient(chosen.ambient, chosen.ambient_volume / 100)

    def try_voice(self) -> None:
        """Says a sentence as the preferences stand."""
        self._voice.change(self._voice_settings())
        self._voice.prepare()
        self._voice.say(SAMPLE, _SAMPLE_SECONDS)

    def close(self) -> None:
        self._voice.close()
        if self._accompaniment is not None:
            self._accompaniment.close()

    # what the player does

    def _on_began(self, timeline: Timeline) -> None:
        self._timeline = timeline
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

    def _on_muted(self, muted: bool) -> None:
        self._voice.mute(muted)
        self._sound().mute(muted)

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

    def _on_no_voice(self, words: str) -> None:
        self._voice_trouble = words
        self.trouble_changed.emit()

    def _on_no_sound(self, words: str) -> None:
        self._sound_trouble = words
        self.trouble_changed.emit()
