"""The player's place: stage, column, bar, stop card and rating page, and how they follow one session."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QStackedLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.chart import Atlas
from desktop.domain.check_ins import check_ins
from desktop.domain.frame import Frame, Phase
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.screening import Plan
from desktop.domain.session import State
from desktop.domain.signs import Reaction, sign
from desktop.domain.timeline import Timeline
from desktop.ui.player.check_in import QUESTION, CheckIn
from desktop.ui.player.clock import Clock
from desktop.ui.player.conductor import Conductor
from desktop.ui.player.controls import Controls
from desktop.ui.player.guide_panel import GuidePanel
from desktop.ui.player.rating_page import RatingPage
from desktop.ui.player.stage import Stage
from desktop.ui.player.stage_note import StageNote
from desktop.ui.player.step_bar import StepBar
from desktop.ui.player.stop_card import StopCard
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme

LEAST_COLUMN, MOST_COLUMN = 340, 640
COLUMN_SHARE = 0.29
LIGHTER_AFTER_PAIN = -2


class PlayerPlace(QWidget):
    """Plays one session at a time.

    Signals: `happened(Event)` at each transition; `progressed(float)` seconds really guided, about twice a second and
    at each event; `rated(ratings, note)` once after the end; `left()` when the map may come back;
    `full_screen_wished()` for the whole screen, or back from it.

    For what is heard: `began(Timeline)`, `moved(Frame)` at each tick and seek, `state_changed(State)`, `asked(str)` a
    question that is to be spoken, `muted(bool)`."""

    happened = Signal(object)
    progressed = Signal(float)
    rated = Signal(object, str)
    left = Signal()
    full_screen_wished = Signal()
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
        self._pains = 0
        self._silent = False
        self.clock = clock or Clock()
        self.clock.setParent(self)
        self._signs = guide.safety.signs
        no_press = frozenset(slug for slug, region in guide.regions.items() if region.no_press)
        self._guide = QWidget()
        self.stage = Stage(atlas, theme, no_press)
        self.note = StageNote(theme, self.stage)
        self.check_in = CheckIn(theme, self.stage)
        self.panel = GuidePanel(atlas, theme)
        self.bar = StepBar(theme)
        self.controls = Controls(theme)
        self.rating = RatingPage(theme, guide.regions, guide.pages["after"].lines)
        self.card = StopCard(theme, self._signs, self)
        self.card.hide()
        self._shortcuts: list[QShortcut] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Player")
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit_column)
        theme.changed.connect(self.update)

    @property
    def session_id(self) -> str:
        return self._session_id

    @property
    def steps(self) -> Sequence[Step]:
        """The steps of the session, none before the first."""
        return self._steps

    @property
    def state(self) -> State | None:
        """Where the session stands; None before the first."""
        return self._conductor.state if self._conductor else None

    def open(self, session_id: str, plan: Plan, timeline: Timeline, places: Sequence[Place]) -> None:
        """Starts a session with its lead-in. Raises RuntimeError while another one is running."""
        if self._conductor is not None and not self._conductor.state.ended:
            raise RuntimeError("a session is still running")
        self._put_away()
        self._session_id, self._places, self._pains = session_id, places, 0
        self._steps = plan.routine.steps
        self.bar.set_steps(plan.routine.steps)
        self.panel.set_steps(plan.routine.steps)
        self.check_in.set_moments(check_ins(plan.routine.steps))
        conductor = self._conductor = Conductor(plan, timeline, self.clock)
        conductor.happened.connect(self.happened)
        conductor.progressed.connect(self.progressed)
        conductor.moved.connect(self._on_moved)
        conductor.stepped.connect(self._on_stepped)
        conductor.state_changed.connect(self._on_state)
        conductor.pressed.connect(self.panel.show_pressure)
        self.panel.show_pressure(conductor.pressure)
        self.stage.foresee(conductor.frame_at)
        self._show_page(self._guide)
        self._announce(f"Get ready. {conductor.step.name}. {conductor.step.cue}")
        self.began.emit(timeline)
        conductor.start()

    def show_moment(self, t: float) -> None:
        """Stands still at guide second `t`, for a picture; nothing of it is kept."""
        if self._conductor is not None:
            self._conductor.look_at(t)

    def request_close(self) -> bool:
        """Whether the window may close now. A running session is frozen and asks first, as with the stop key."""
        if self._conductor is None:
            return True
        if self._conductor.state.ended:
            if self._pages.currentWidget() is self.rating:
                self._on_rated(self.rating.ratings, self.rating.note)
            return True
        self._freeze()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pages.currentWidget() is self._guide:
            self._pause_or_go_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_column()
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

    def _fit_column(self) -> None:
        """Larger text gets a wider column: the stage gives way, not the words."""
        share = COLUMN_SHARE * max(self._theme.text_percent, 100) / 100
        wanted = min(max(self.width() * share, LEAST_COLUMN), MOST_COLUMN)
        width = round(min(wanted, max(self.width() / 2, LEAST_COLUMN)))
        self.panel.setFixedWidth(width)
        self.controls.setFixedWidth(width - 2 * SPACE_L)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._guide)
        grid.setContentsMargins(SPACE_M, SPACE_M, 0, SPACE_S)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(SPACE_S)
        grid.addWidget(self.stage, 0, 0)
        grid.addWidget(self.panel, 0, 1)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.controls, 1, 1, Qt.AlignmentFlag.AlignHCenter)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._guide)
        self._pages.addWidget(self.rating)

    def _connect(self) -> None:
        self.stage.clicked.connect(self._pause_or_go_on)
        self.bar.chosen.connect(self._on_step_chosen)
        self.check_in.lighter.connect(self._lighter)
        self.check_in.stopped.connect(self._freeze)
        self.check_in.asked.connect(self._on_asked)
        self.panel.pressure.lighter.connect(self._lighter)
        self.panel.pressure.firmer.connect(self._firmer)
        self.controls.back.connect(self._back)
        self.controls.paused.connect(self._pause_or_go_on)
        self.controls.forward.connect(self._forward)
        self.controls.stopped.connect(self._freeze)
        self.controls.full_screen.connect(self.full_screen_wished)
        self.card.go_on_wished.connect(self._on_go_on)
        self.card.end_wished.connect(self._on_end)
        self.card.sign_told.connect(self._on_sign)
        self.card.lighter_wished.connect(self._on_lighter_wished)
        self.card.skip_wished.connect(self._on_skip_wished)
        self.card.left.connect(self._leave)
        self.rating.done.connect(self._on_rated)
        for key, slot in (
            (Qt.Key.Key_Space, self._pause_or_go_on), (Qt.Key.Key_Left, self._back), (Qt.Key.Key_Right, self._forward),
            (Qt.Key.Key_Up, self._firmer), (Qt.Key.Key_Down, self._lighter), (Qt.Key.Key_Escape, self._freeze),
            (Qt.Key.Key_M, self._mute_or_not),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)
            self._shortcuts.append(shortcut)

    def _on_moved(self, frame: Frame) -> None:
        self.stage.show_frame(frame)
        self.panel.show_frame(frame)
        self.bar.show_frame(frame)
        self.check_in.follow(frame.t)
        self._say(frame)
        self.moved.emit(frame)

    def _say(self, frame: Frame) -> None:
        """The note over the stage: the count before the start, or that it is paused."""
        if self.state is State.PAUSED:
            self.note.say("Paused", "Space or a click goes on")
        elif frame.phase is Phase.GET_READY:
            self.note.say(f"Starts in {ceil(frame.remaining)}")
        else:
            self.note.say("")

    def _on_stepped(self, _index: int) -> None:
        if self._conductor is not None:
            step = self._conductor.step
            self._announce(f"{step.name}. {step.cue}")

    def _on_asked(self) -> None:
        self._announce(f"{QUESTION} Down makes it lighter, Escape stops.")
        self.asked.emit(QUESTION)

    def _on_state(self, state: State) -> None:
        self.controls.set_running(state is State.RUNNING)
        if self.stage.frame is not None:
            self._say(self.stage.frame)
        frozen = state is State.FROZEN
        if not state.ended:
            self._show_card(frozen)
        if frozen:
            self.card.ask()
        self.state_changed.emit(state)
        if state is State.FINISHED:
            self._rate(finished=True)

    def _pause_or_go_on(self) -> None:
        if self._conductor is not None:
            self._conductor.pause_or_go_on()

    def _back(self) -> None:
        if self._conductor is not None:
            self._conductor.previous_step()

    def _forward(self) -> None:
        if self._conductor is not None:
            self._conductor.next_step()

    def _on_step_chosen(self, index: int) -> None:
        if self._conductor is not None:
            self._conductor.go_to_step(index)

    def _mute_or_not(self) -> None:
        self._silent = not self._silent
        self.muted.emit(self._silent)

    def _firmer(self) -> None:
        self._press(1)

    def _lighter(self) -> None:
        self._press(-1)

    def _press(self, by: int) -> None:
        if self._conductor is not None:
            self._conductor.press(by)

    def _freeze(self) -> None:
        if self._conductor is not None:
            self._conductor.freeze()

    def _on_go_on(self) -> None:
        if self._conductor is not None:
            self._conductor.go_on()

    def _on_lighter_wished(self) -> None:
        self._on_go_on()
        self._press(LIGHTER_AFTER_PAIN)

    def _on_skip_wished(self) -> None:
        self._on_go_on()
        self._forward()

    def _on_end(self) -> None:
        if self._conductor is not None:
            self._conductor.stop()
            self._rate(finished=False)

    def _on_sign(self, sign_id: str) -> None:
        """Something felt wrong: it is kept, and the sign says whether the session can go on (content sheet 5.5)."""
        if self._conductor is None:
            return
        told = sign(self._signs, sign_id)
        self._conductor.felt_wrong(sign_id)
        if told.reaction is Reaction.LIGHTEN:
            self._pains += 1
            told = told.then if told.then and self._pains > 1 else told
        if told.reaction is Reaction.END:
            self._conductor.stop()
        self.card.advise(told)

    def _rate(self, *, finished: bool) -> None:
        self._show_page(self.rating)
        self.rating.open(self._places, finished)
        self._announce("The session has ended. Rest, then rate how tense it is now.")

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
        self._show_card(False)
        self.note.say("")
        self.stage.release()

    def _show_page(self, page: QWidget) -> None:
        self._show_card(False)
        self._pages.setCurrentWidget(page)
        self._listen(page is self._guide)
        self.setFocus()

    def _show_card(self, shown: bool) -> None:
        self.card.setVisible(shown)
        self._listen(not shown and self._pages.currentWidget() is self._guide)
        if shown:
            self.card.raise_()
        elif self.isVisible():
            self.setFocus()

    def _listen(self, listening: bool) -> None:
        """The keys of the player rest while the card or the rating page is there."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(listening)

    def _announce(self, words: str) -> None:
        """Said by a screen reader; the place's own description carries it too."""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
