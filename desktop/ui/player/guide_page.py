"""A running session as it is seen: the stage with all that is said over it, and the column beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.check_ins import Answer, check_ins
from desktop.domain.frame import Frame, Phase
from desktop.domain.session import State
from desktop.domain.sounds import sound_cues
from desktop.domain.spoken import spoken_lines
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from desktop.ui.player.caption_strip import CaptionStrip
from desktop.ui.player.check_in import CheckIn
from desktop.ui.player.conductor import Conductor
from desktop.ui.player.controls import Controls
from desktop.ui.player.corner_sign import CornerSign
from desktop.ui.player.guide_panel import GuidePanel
from desktop.ui.player.pressure import Pressure
from desktop.ui.player.receiver_bar import ReceiverBar
from desktop.ui.player.stage import Stage
from desktop.ui.player.stage_note import StageNote
from desktop.ui.player.step_bar import StepBar
from desktop.ui.player.stepped import SteppedFrames
from desktop.ui.player.way_panel import WayPanel
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme

LEAST_COLUMN, MOST_COLUMN = 340, 640
COLUMN_SHARE = 0.31


class GuidePage(QWidget):
    """Shows frames and what a session's state is. Its signals are what somebody wishes, by button, key or click:
    `paused()` also goes on, `back()`, `forward()`, `step_chosen(int)`, `lighter()`, `firmer()`, `frozen()`, `ended()`
    of an untimed step, `mute_wished()`, `full_screen_wished()`; `answered(Answer)` to the question how it is,
    by a partner also without being asked."""

    paused = Signal()
    back = Signal()
    forward = Signal()
    step_chosen = Signal(int)
    lighter = Signal()
    firmer = Signal()
    frozen = Signal()
    ended = Signal()
    mute_wished = Signal()
    full_screen_wished = Signal()
    answered = Signal(object)

    def __init__(self, atlas: Atlas, theme: Theme, no_press: Collection[str]) -> None:
        super().__init__()
        self._theme = theme
        self._state: State | None = None
        self._frame: Frame | None = None
        self._stepped: SteppedFrames | None = None
        self._in_motion = not theme.reduced_motion
        self.stage = Stage(atlas, theme, no_press)
        self.captions = CaptionStrip(theme, self.stage)
        self.muted_sign = CornerSign(theme, self.stage, icon="mute")
        self.position = CornerSign(theme, self.stage, at_right=True)
        self.note = StageNote(theme, self.stage)
        self.check_in = CheckIn(theme, self.stage)
        self.way = WayPanel(theme, self.stage, self)
        self.panel = GuidePanel(atlas, theme)
        self.receiver = ReceiverBar(theme)
        self.receiver.hide()
        self.bar = StepBar(theme)
        self.controls = Controls(theme)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._on_theme)

    def begin(self, conductor: Conductor, way: Way, mode: str) -> None:
        """Shows the session of a conductor, who does what is wished as long as it lasts; `mode` as in Routine."""
        for wish, obey in (
            (self.paused, conductor.pause_or_go_on), (self.back, conductor.previous_step),
            (self.forward, conductor.next_step), (self.step_chosen, conductor.go_to_step),
            (self.lighter, conductor.lighter), (self.firmer, conductor.firmer), (self.frozen, conductor.freeze),
            (self.ended, conductor.end_step), (self.answered, conductor.answer),
        ):  # fmt: skip
            wish.connect(obey)
        conductor.pressed.connect(self._on_pressed)
        self._in_motion = not self._theme.reduced_motion
        self.panel.show_pressure(conductor.pressure)
        with_partner = mode == "partner"
        self.receiver.setVisible(with_partner)
        self.receiver.setEnabled(with_partner)
        self.check_in.begin(with_partner)
        self.way.begin(way, mode)

    def show_timeline(self, timeline: Timeline, viewpoint: Viewpoint, frame_at: Callable[[float], Frame]) -> None:
        """What is to come, and from where it is seen; either may change while a session runs. `frame_at` tells what
        will be seen at a guide second."""
        self._stepped = SteppedFrames(timeline, frame_at)
        self.stage.foresee(frame_at if self._in_motion else self._stepped.frame_at)
        self.stage.set_viewpoint(viewpoint)
        self.stage.glow.set_cues(sound_cues(timeline))
        self.captions.set_lines(spoken_lines(timeline, viewpoint))
        self.bar.set_steps(timeline.steps)
        self.panel.set_steps(timeline.steps)
        self.check_in.set_moments(check_ins(timeline.steps, timeline.change_over))

    def show_frame(self, frame: Frame) -> None:
        self._frame = frame
        self._show_on_stage(frame)
        self.panel.show_frame(frame)
        self.bar.show_frame(frame)
        self.check_in.follow(frame.t)
        self.captions.follow(frame.t)
        if self.stage.glow.follow(frame, self.stage.viewpoint):
            self.stage.update()
        self.way.follow(frame)
        self._say(frame)

    def show_in_motion(self) -> None:
        """Shows every moment as it is, even where less motion is wished: for pictures."""
        self._in_motion = True

    def show_muted(self, muted: bool) -> None:
        self.controls.set_muted(muted)
        self.muted_sign.say("Muted" if muted else "")

    def show_state(self, state: State) -> None:
        self._state = state
        self.controls.set_running(state is State.RUNNING)
        if self._frame is not None:
            self._say(self._frame)

    def release(self) -> None:
        """Gives back what was kept for painting a session."""
        self.note.say("")
        self._frame = self._stepped = None
        self.stage.release()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.paused.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_column()
        super().resizeEvent(event)

    def _show_on_stage(self, frame: Frame) -> None:
        if self._in_motion or self._stepped is None:
            self.stage.show_frame(frame)
            self.position.say("")
        elif (still := self._stepped.go_to(frame.t)) is not None:
            self.stage.show_frame(still)
            self.position.say(self._stepped.words)

    def _on_pressed(self, pressure: Pressure) -> None:
        self.panel.show_pressure(pressure)
        if self._stepped is not None:
            self._stepped.forget()

    def _on_theme(self) -> None:
        self._in_motion = not self._theme.reduced_motion
        self._fit_column()

    def _fit_column(self) -> None:
        """Larger text gets a wider column: the stage gives way, not the words."""
        share = COLUMN_SHARE * max(self._theme.text_percent, 100) / 100
        wanted = min(max(self.width() * share, LEAST_COLUMN), MOST_COLUMN)
        width = round(min(wanted, max(self.width() / 2, LEAST_COLUMN)))
        self.panel.setFixedWidth(width)
        self.controls.setFixedWidth(width - 2 * SPACE_L)

    def _on_answer(self, answer: str) -> None:
        self.check_in.answer()
        self.answered.emit(Answer(answer))

    def _say(self, frame: Frame) -> None:
        """The note over the stage: the count before the start, or that it is paused."""
        if self._state is State.PAUSED:
            self.note.say("Paused", "Space or a click goes on")
        elif frame.phase.waits:
            first = frame.phase is Phase.GET_READY
            self.note.say(f"{'Starts' if first else 'Next'} in {ceil(frame.remaining)}")
        else:
            self.note.say("")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE_M, SPACE_M, 0, SPACE_S)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(SPACE_S)
        grid.addWidget(self.stage, 0, 0)
        grid.addWidget(self.panel, 0, 1, 2, 1)
        grid.addWidget(self.receiver, 1, 0)
        grid.addWidget(self.bar, 2, 0)
        grid.addWidget(self.controls, 2, 1, Qt.AlignmentFlag.AlignHCenter)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 1)

    def _connect(self) -> None:
        for source, wish in (
            (self.stage.clicked, self.paused), (self.bar.chosen, self.step_chosen),
            (self.check_in.chosen, self._on_answer), (self.receiver.chosen, self._on_answer),
            (self.check_in.asked, self.receiver.set_asked),
            (self.panel.pressure.lighter, self.lighter), (self.panel.pressure.firmer, self.firmer),
            (self.controls.back, self.back), (self.controls.paused, self.paused),
            (self.controls.forward, self.forward), (self.controls.stopped, self.frozen),
            (self.controls.way, self.way.toggle),
            (self.controls.muted, self.mute_wished), (self.controls.full_screen, self.full_screen_wished),
        ):  # fmt: skip
            source.connect(wish)
