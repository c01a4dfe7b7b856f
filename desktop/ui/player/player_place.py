"""The player's place: one session after another, each from its lead-in to the rating."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.chart import Atlas
from desktop.domain.check_ins import QUESTION
from desktop.domain.firmness import Firmness
from desktop.domain.frame import Frame
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.screening import Plan
from desktop.domain.session import State
from desktop.domain.spoken import Line
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from desktop.ui.player.afterwards import Afterwards
from desktop.ui.player.clock import Clock
from desktop.ui.player.conductor import Conductor
from desktop.ui.player.guide_page import GuidePage
from desktop.ui.player.player_keys import PlayerKeys
from desktop.ui.player.stopping import Stopping
from desktop.ui.theme import Theme


class PlayerPlace(QWidget):
    """Plays one session at a time, in the way that was chosen and as firm as was wished before (`set_way`).

    Signals: `happened(Event)` at each transition; `progressed(float)` seconds really guided, about twice a second and
    at each event; `rated(ratings, note)` once after the end; `left()` when the map may come back;
    `full_screen_wished()` for the whole screen, or back from it; `way_chosen(Way)`, of which `continue_with` makes
    another pace or other waits; `firmness_changed(Firmness)`.

    For what is heard: `began(Timeline)`, again where the way has changed (see `viewpoint`); `moved(Frame)` at each
    tick and seek, `state_changed(State)`, `asked(str)` a question that is to be spoken, `muted(bool)`."""

    happened = Signal(object)
    progressed = Signal(float)
    rated = Signal(object, str)
    left = Signal()
    full_screen_wished = Signal()
    way_chosen = Signal(object)
    firmness_changed = Signal(object)
    began = Signal(object)
    moved = Signal(object)
    state_changed = Signal(object)
    asked = Signal(str)
    muted = Signal(bool)

    def __init__(
        self,
        atlas: Atlas,
        theme: Theme,
        guide: Guide,
        clock: Clock | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session_id = ""
        self._places: Sequence[Place] = ()
        self._conductor: Conductor | None = None
        self._steps: Sequence[Step] = ()
        self._timeline: Timeline | None = None
        self._way, self._firmness = Way(), Firmness()
        self._silent = False
        self.clock = clock or Clock()
        self.clock.setParent(self)
        no_press = frozenset(slug for slug, region in guide.regions.items() if region.no_press)
        self.guide = GuidePage(atlas, theme, no_press)
        self.afterwards = Afterwards(theme, guide.regions, guide.pages["after"].lines)
        self.rest, self.rating = self.afterwards.rest, self.afterwards.rating
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.guide)
        self._pages.addWidget(self.afterwards)
        self._stopping = Stopping(theme, guide.safety.signs, self)
        self.card = self._stopping.card
        self._keys = PlayerKeys(self, self.guide)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Player")
        self._connect()

    @property
    def session_id(self) -> str:
        return self._session_id

    @property
    def viewpoint(self) -> Viewpoint:
        """From where the body of this session is seen."""
        return self.guide.way.viewpoint

    @property
    def steps(self) -> Sequence[Step]:
        """The steps of the session, none before the first."""
        return self._steps

    @property
    def state(self) -> State | None:
        """Where the session stands; None before the first."""
        return self._conductor.state if self._conductor else None

    def set_way(self, way: Way, firmness: Firmness) -> None:
        """How the next session is guided, and what is known of the places of the one who is massaged in it."""
        self._way, self._firmness = way, firmness

    def open(self, session_id: str, plan: Plan, timeline: Timeline, places: Sequence[Place]) -> None:
        """Starts a session with its lead-in. Raises RuntimeError while another one is running."""
        if self._conductor is not None and not self._conductor.state.ended:
            raise RuntimeError("a session is still running")
        self._put_away()
        self._session_id, self._places, self._steps = session_id, places, plan.routine.steps
        conductor = self._conductor = Conductor(plan, timeline, self.clock, firmness=self._firmness)
        self._stopping.follow(conductor)
        self._listen_to(conductor)
        self.guide.begin(conductor, self._way, plan.routine.mode)
        self._show_page(self.guide)
        self._announce(f"Get ready. {conductor.step.name}. {conductor.step.cue}")
        self._show_timeline(timeline)
        conductor.start()

    def continue_with(self, plan: Plan, timeline: Timeline) -> None:
        """The same steps at another pace, or with other waits between them, from where the session is."""
        if self._conductor is not None:
            self._steps = plan.routine.steps
            self._show_timeline(timeline)
            self._conductor.continue_with(plan, timeline)

    def wait_at(self, number: int) -> None:
        """Waits, paused, at the step of that number; where the plan has left it out, at the one after it."""
        index = next((index for index, step in enumerate(self._steps) if step.number >= number), None)
        if self._conductor is not None and index is not None:
            self._conductor.go_to_step(index)
            self._conductor.pause()

    def show_moment(self, t: float) -> None:
        """Stands still at guide second `t`, for a picture; nothing of it is kept."""
        if self._conductor is not None:
            self.guide.show_in_motion()
            self._conductor.look_at(t)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """What is said in this session: the captions."""
        self.guide.captions.set_lines(lines)

    def show_speaking(self, speaking: bool) -> None:
        """Whether a voice is heard right now: the caption waits for it."""
        self.guide.captions.set_speaking(speaking)

    def request_close(self) -> bool:
        """Whether the window may close now. A running session is frozen and asks first, as with the stop key."""
        if self._conductor is None:
            return True
        if self._conductor.state.ended:
            if self._pages.currentWidget() is self.afterwards:
                self._on_rated(*self.afterwards.answer)
            return True
        self._conductor.freeze()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.card.setGeometry(QRect(0, 0, self.width(), self.height()))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.clock.set_seen(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.clock.set_seen(False)
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.palette.surface)

    def _connect(self) -> None:
        self.guide.mute_wished.connect(self._mute_or_not)
        self.guide.way.chosen.connect(self._on_way)
        self.guide.way.busy.connect(self._wait_for_choice)
        self.guide.full_screen_wished.connect(self.full_screen_wished)
        self.guide.check_in.asked.connect(self._on_asked)
        self._stopping.ended.connect(self._on_ended_here)
        self._stopping.left.connect(self._leave)
        self.afterwards.done.connect(self._on_rated)
        self._theme.changed.connect(self.update)

    def _listen_to(self, conductor: Conductor) -> None:
        conductor.happened.connect(self.happened)
        conductor.progressed.connect(self.progressed)
        conductor.firmness_changed.connect(self.firmness_changed)
        conductor.moved.connect(self._on_moved)
        conductor.stepped.connect(self._on_stepped)
        conductor.state_changed.connect(self._on_state)

    def _on_moved(self, frame: Frame) -> None:
        self.guide.show_frame(frame)
        self.moved.emit(frame)

    def _on_stepped(self, index: int) -> None:
        step = self._steps[index]
        self._announce(f"{step.name}. {step.cue}")

    def _on_asked(self, asked: bool) -> None:
        if asked:
            self._announce(f"{QUESTION} Down makes it lighter, Escape stops.")
            self.asked.emit(QUESTION)

    def _on_state(self, state: State) -> None:
        self.guide.show_state(state)
        frozen = state is State.FROZEN
        if not state.ended:
            self._show_card(frozen)
        if frozen:
            self.card.ask()
        self.state_changed.emit(state)
        if state is State.FINISHED:
            self._come_to_end(finished=True)

    def _on_way(self, way: Way) -> None:
        self._way = way
        if self._timeline is not None and self.guide.stage.viewpoint is not self.viewpoint:
            self._show_timeline(self._timeline)
        self.way_chosen.emit(way)

    def _show_timeline(self, timeline: Timeline) -> None:
        self._timeline = timeline
        if self._conductor is not None:
            self.guide.show_timeline(timeline, self.viewpoint, self._conductor.frame_at)
        self.began.emit(timeline)

    def _wait_for_choice(self) -> None:
        """The lead-in begins anew while somebody chooses."""
        if self._conductor is not None and self.clock.t < 0:
            self.clock.seek(-Timeline.lead_in)

    def _mute_or_not(self) -> None:
        self._silent = not self._silent
        self.guide.show_muted(self._silent)
        self.muted.emit(self._silent)

    def _on_ended_here(self) -> None:
        self._come_to_end(finished=False)

    def _come_to_end(self, *, finished: bool) -> None:
        self._show_page(self.afterwards)
        self.afterwards.open(self._places, finished)
        rest = "That was the last step. Rest a few minutes; Enter goes on to the rating."
        self._announce(rest if finished else "The session has ended. How tense is it now?")

    def _on_rated(self, ratings: object, note: str) -> None:
        self.rated.emit(ratings, note)
        self._leave()

    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def _put_away(self) -> None:
        if self._conductor is not None:
            self._conductor.release()
            self._conductor.deleteLater()
        self._conductor = None
        self._stopping.follow(None)
        self._show_card(False)
        self.guide.release()

    def _show_page(self, page: QWidget) -> None:
        self._show_card(False)
        self._pages.setCurrentWidget(page)
        self._keys.listen(page is self.guide)
        self.setFocus()

    def _show_card(self, shown: bool) -> None:
        """The keys of the player rest while the card or the rating page is there."""
        self.card.setVisible(shown)
        self._keys.listen(not shown and self._pages.currentWidget() is self.guide)
        if shown:
            self.card.raise_()
        elif self.isVisible():
            self.setFocus()

    def _announce(self, words: str) -> None:
        """Said by a screen reader; the place's own description carries it too."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
