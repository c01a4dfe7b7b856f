"""The composition root: the only place that knows every layer and connects them.

region chosen > routine > screening > Timeline > player > events > record > repository > series > chart"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide, read_ahead
from desktop.data_folder import DataFolder
from desktop.desks.screening import ScreeningDesk, Wish, still_true
from desktop.desks.settings import SettingsDesk
from desktop.domain.body import Place
from desktop.domain.session import Moment, Rating, SessionRecord
from desktop.journal import Journal, Memory
from desktop.memory import give_back, share_one_heap
from desktop.preferences import Preferences
from desktop.ui.main_window import LIBRARY, MAP, PAGES, PROGRESS, SETTINGS, MainWindow
from desktop.ui.map.map_place import MapPlace
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from desktop.awake import Awake
    from desktop.desks.data import DataDesk
    from desktop.desks.diary import DiaryDesk
    from desktop.desks.hearing import Hearing
    from desktop.desks.household import Household
    from desktop.desks.progress import ProgressDesk
    from desktop.desks.ways import WayDesk
    from desktop.domain.look_back import Section
    from desktop.domain.span import Span
    from desktop.ui.library.library_place import LibraryPlace
    from desktop.ui.pages.pages_place import PagesPlace
    from desktop.ui.player.player_place import PlayerPlace
    from desktop.ui.progress.progress_place import ProgressPlace
    from desktop.ui.safety.safety_place import SafetyPlace

PLAYER, SAFETY = "player", "safety"
_AFTER_FIRST_PAINT_MS = 50
_SHUT = "Left out after your answers to the safety check. If something has changed, answer again in the settings."


class Unknot(QObject):
    """The running app. What the first paint does not need is made when it is first asked for."""

    def __init__(self, folder: DataFolder, preferences: Preferences, window: MainWindow) -> None:
        super().__init__()
        self._atlas, self._guide = load_atlas(preferences.build), load_guide()
        self._folder = folder
        self.desk = SettingsDesk(folder, preferences, self)
        self.theme = self.desk.theme
        self.window = window
        self.window.furnish(self.theme)
        self.notice = NoticeBar(self.window, self.theme)
        self.map = self._make_map()
        share_one_heap()
        self.journal = Journal(folder.database, self)
        self.journal.use_profile(preferences.profile)
        self.player: PlayerPlace | None = None
        self.data: DataDesk | None = None
        self.ways: WayDesk | None = None
        self.diary: DiaryDesk | None = None
        self.library: LibraryPlace | None = None
        self.progress: ProgressPlace | None = None
        self.looking: ProgressDesk | None = None
        self.safety: SafetyPlace | None = None
        self.pages: PagesPlace | None = None
        self.hearing: Hearing | None = None
        self.awake: Awake | None = None
        self.household: Household | None = None
        self.screening = ScreeningDesk(self.journal, self._guide, self._safety_place, self)
        self._hidden_pages: frozenset[str] = frozenset()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._wake)
        self._connect()

    def open(self) -> None:
        """Shows the map; the database is opened once it has been painted."""
        self.window.add_place(MAP, self.map)
        self.window.show_place(MAP)
        self.window.show()
        self._soon.start(_AFTER_FIRST_PAINT_MS)

    # region chosen > routine

    def _on_start(self, routine: str, places: tuple[Place, ...], ratings: tuple[Rating, ...]) -> None:
        self._on_row_start((routine,), places, ratings)

    def _on_row_start(
        self, routines: tuple[str, ...], places: tuple[Place, ...], ratings: tuple[Rating, ...], first_step: int = 0
    ) -> None:
        from desktop.domain.library import chained

        row = chained([self._guide.routines[routine] for routine in routines])
        self.screening.ask(Wish(row, places, ratings, first_step))

    # > screening

    def _on_asked(self) -> None:
        self.window.show_place(SAFETY)
        wish = self.screening.wish
        if wish is not None and self.household is not None:
            self._safety_place().offer_receivers(self.household.others_or_guest(), self.screening.receiver)
        if wish is not None:
            self._hear().prepare(wish.routine.mood)

    # > Timeline > player

    def _play(self) -> None:
        wish, screened = self.screening.wish, self.screening.plan
        if wish is None or screened is None:
            return
        self.notice.hide()
        player = self._player_place()
        plan, timeline = self._way_desk().lay(screened, self._atlas, player)
        session = self.journal.begin(plan, wish.places, wish.ratings, self.screening.receiver)
        player.open(session, plan, timeline, wish.places)
        self.window.show_place(PLAYER)
        if wish.first_step and plan.routine.id == wish.routine.id:
            player.wait_at(wish.first_step)

    # > events > record > repository: journal.happened, journal.progressed and journal.rated

    def _on_left(self) -> None:
        self.map.begin_anew()
        self.journal.last_places(self._mark_last)
        self._show_map()
        give_back()

    # > series > chart

    def _show_progress(self) -> None:
        place = self._progress_place()
        self.window.show_place(PROGRESS)
        place.look()

    def _look_back(self, section: Section, span: Span) -> None:
        self.journal.look_back(section, span, partial(self._progress_place().present, section))

    # around it

    def _connect(self) -> None:
        self.journal.failed.connect(self._on_failed)
        self.window.place_wanted.connect(self._on_place_wanted)
        self.window.closing.connect(self._on_closing)
        self.window.check_in_wanted.connect(self._check_in)
        self.window.may_close = self._may_end
        self.desk.failed.connect(self.notice.tell)
        self.desk.build_chosen.connect(self._on_build)
        self.desk.sound_changed.connect(self._on_sound)
        self.desk.answers_wished.connect(self.screening.ask_again)
        self.screening.asked.connect(self._on_asked)
        self.screening.passed.connect(self._play)
        self.screening.told.connect(self._lock_places)
        self.screening.left.connect(self._show_map)

    def _wake(self) -> None:
        from desktop.motion_wish import MotionWish

        self._take_up()
        self._open_household()
        wish = MotionWish(self)
        wish.known.connect(self.desk.follow_desktop)
        wish.ask()
        self.journal.back_up()

    def _take_up(self) -> None:
        """What the person who uses the app left off, and what is known of them."""
        from desktop.desks.next_opening import NextOpening

        opening = NextOpening(self.journal, self.notice, self.map, self.theme, self._guide)
        opening.go_on_wished.connect(self._go_on_with)
        opening.look()
        self._remember_on_map()

    def _open_household(self) -> None:
        from desktop.desks.household import Household

        asked = self._may_close, self._in_session
        self.household = Household(self.journal, self.desk, self._guide, self.window, self.notice, *asked)
        self.household.switched.connect(self._on_switched)
        self.household.routine_wanted.connect(self._open_routine)
        self.household.settings_wished.connect(self.window.want_settings)
        if self.desk.settings is not None:  # somebody was quick
            self.household.show_in(self.desk.settings)
        self.household.look()

    def _remember_on_map(self) -> None:
        """Marks on the map what the database knows."""
        self.journal.last_places(self._mark_last)
        self.journal.recall(self._on_recalled)

    def _mark_last(self, places: tuple[Place, ...]) -> None:
        self.map.mark_last(places)

    def _on_recalled(self, memory: Memory) -> None:
        if memory.answers:
            self._lock_places(still_true(self._guide, memory))
        Thread(target=read_ahead, args=(self._guide,), name="guide", daemon=True).start()

    def _lock_places(self, answers: Mapping[str, frozenset[str]]) -> None:
        """Shuts on the map what the answers shut, with the reason, and hides the pages they hide."""
        from desktop.domain.answers import limits

        found = limits(self._guide.safety, answers)
        self.map.set_locked(dict.fromkeys(found.block_regions, _SHUT))
        self._hidden_pages = found.hide_pages
        if self.pages is not None:
            self.pages.hide_pages(self._hidden_pages)

    def _go_on_with(self, session: SessionRecord) -> None:
        """A session that was cut off, from the step it was in; the safety check comes before it as always."""
        from desktop.desks.next_opening import last_step, routines_of

        felt = tuple(rating for rating in session.ratings if rating.moment is Moment.BEFORE)
        self._on_row_start(routines_of(session, self._guide.routines), session.places, felt, last_step(session))

    def _on_place_wanted(self, place: str) -> None:
        if not self._may_close():
            return
        if place == PROGRESS:
            self._show_progress()
        elif place == SETTINGS:
            self._show_settings()
        elif place == PAGES:
            self._show_pages()
        elif place == LIBRARY:
            self._library_place()
            self.window.show_place(LIBRARY)
        else:
            self._show_map()

    def _show_map(self) -> None:
        self.window.show_place(MAP)

    def _may_close(self) -> bool:
        """A running session is frozen and asked about first, whatever leads away from it."""
        return self.player is None or self.window.shown != PLAYER or self.player.request_close()

    def _in_session(self) -> bool:
        return self.window.shown == PLAYER

    def _may_end(self) -> bool:
        """Closing the window may also only hide it, where somebody wants to be reminded from the tray."""
        return self._may_close() and (self.household is None or self.household.may_close())

    def _on_failed(self, error: Exception) -> None:
        from desktop.db.errors import StoreError

        if isinstance(error, StoreError):
            self.notice.tell(str(error))
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_sound(self) -> None:
        self._hear().apply()

    def _on_drowsy(self, error: Exception) -> None:
        """The screen may go dark during a session here: no reason to disturb anybody."""
        self.desk.log(error)

    def _on_closing(self) -> None:
        self._soon.stop()
        self.desk.keep_window(self.window.geometry_bytes())
        if self.household is not None:
            self.household.close()
        if self.hearing is not None:
            self.hearing.close()
        if self.awake is not None:
            self.awake.close()
        self.journal.close()

    # places, made when first asked for; the map and the player anew for another body

    def _make_map(self) -> MapPlace:
        place = MapPlace(self._atlas, self._guide, self.theme)
        if self.desk.preferences.view in self._atlas.views:
            place.set_view(self.desk.preferences.view)
        place.start_requested.connect(self._on_start)
        place.view_changed.connect(self.desk.keep_view)
        return place

    def _safety_place(self) -> SafetyPlace:
        if self.safety is None:
            from desktop.ui.safety.safety_place import SafetyPlace

            self.safety = SafetyPlace(self.theme, self._guide, self._atlas)
            self.safety.answered.connect(self.screening.answer)
            self.safety.receiver_chosen.connect(self.screening.receive)
            self.safety.accepted.connect(self._play)
            self.safety.instead_accepted.connect(self._play)
            self.safety.left.connect(self._show_map)
            self.window.add_place(SAFETY, self.safety)
        return self.safety

    def _player_place(self) -> PlayerPlace:
        if self.player is None:
            from desktop.ui.player.player_place import PlayerPlace

            self.player = PlayerPlace(self._atlas, self.theme, self._guide)
            self.player.happened.connect(self.journal.happened)
            self.player.progressed.connect(self.journal.progressed)
            self.player.rated.connect(self.journal.rated)
            self.player.left.connect(self._on_left)
            self.player.full_screen_wished.connect(self.window.toggle_full_screen)
            self._hear().watch(self.player)
            self.player.state_changed.connect(self._keep_awake().follow)
            self.window.add_place(PLAYER, self.player, with_rail=False)
        return self.player

    def _way_desk(self) -> WayDesk:
        if self.ways is None:
            from desktop.desks.ways import WayDesk

            self.ways = WayDesk(self.desk.preferences, self.desk.save, self._guide, self)
        return self.ways

    def _hear(self) -> Hearing:
        if self.hearing is None:
            from desktop.desks.hearing import Hearing

            self.hearing = Hearing(self.desk.preferences, self)
        return self.hearing

    def _keep_awake(self) -> Awake:
        if self.awake is None:
            from desktop.awake import Awake

            self.awake = Awake(self)
            self.awake.failed.connect(self._on_drowsy)
        return self.awake

    def _library_place(self) -> LibraryPlace:
        if self.library is None:
            from desktop.ui.library.library_place import LibraryPlace

            self.library = LibraryPlace(self._atlas, self._guide, self.theme)
            self.library.start_requested.connect(self._on_row_start)
            self.window.add_place(LIBRARY, self.library)
        return self.library

    def _open_routine(self, routine: str) -> None:
        """In the library, where it can be read about, rated before and started."""
        if self._may_close():
            self._library_place().open_routine(routine)
            self.window.show_place(LIBRARY)

    def _progress_place(self) -> ProgressPlace:
        if self.progress is None:
            from desktop.ui.progress.progress_place import ProgressPlace

            self.progress = ProgressPlace(self.theme, self._atlas, self._guide)
            self.progress.wanted.connect(self._look_back)
            self.progress.map_wanted.connect(self._show_map)
            self.progress.told.connect(self.notice.tell)
            self._progress_desk().attend(self.progress)
            self._diary_desk().attend(self.progress, self._atlas)
            self.window.add_place(PROGRESS, self.progress)
        return self.progress

    def _check_in(self) -> None:
        """Not while hands are at work."""
        if self.window.shown != PLAYER:
            self._diary_desk().forms.check_in()

    def _diary_desk(self) -> DiaryDesk:
        if self.diary is None:
            from desktop.desks.diary import DiaryDesk

            self.diary = DiaryDesk(self.journal, self.notice, self.theme, self._guide, self.window)
            self.diary.answered.connect(self._remember_on_map)
            self.diary.charts_wanted.connect(self._show_progress)
        return self.diary

    def _progress_desk(self) -> ProgressDesk:
        if self.looking is None:
            from desktop.desks.progress import ProgressDesk

            self.looking = ProgressDesk(self.journal, self._guide, self.notice.tell, self)
            self.looking.start_requested.connect(self._on_row_start)
        return self.looking

    def _show_pages(self) -> None:
        if self.pages is None:
            from desktop.ui.pages.pages_place import PagesPlace

            self.pages = PagesPlace(self._guide, self.theme)
            self.pages.breathing_wished.connect(self._breathe)
            self.pages.hide_pages(self._hidden_pages)
            self.window.add_place(PAGES, self.pages)
        self.window.show_place(PAGES)

    def _breathe(self) -> None:
        self._safety_place().breathe()
        self.window.show_place(SAFETY)

    def _show_settings(self) -> None:
        first_time = self.desk.settings is None
        place = self.desk.place(self._guide.safety.about)
        if first_time:
            self.window.add_place(SETTINGS, place)
            self._hear().show_in(place.sound)
            self._data_desk().show_in(place.data)
            if self.household is not None:
                self.household.show_in(place)
        self._data_desk().look()
        self.window.show_place(SETTINGS)

    def _data_desk(self) -> DataDesk:
        if self.data is None:
            from desktop.desks.data import DataDesk

            self.data = DataDesk(self.journal, self._guide, self._folder.root, self.notice.tell, self)
            self.data.replaced.connect(self._on_replaced)
            self.data.erased.connect(self._on_erased)
        return self.data

    def _on_erased(self) -> None:
        if self.household is not None:
            self.household.people.forget_erased()

    def _on_replaced(self) -> None:
        """Other records are there now: what the map remembers of the old ones goes."""
        if self.household is not None:
            self.household.look()
        self._lock_places({})
        self._remember_on_map()

    def _on_build(self) -> None:
        """Another body: map and player are made anew from its atlas. No session runs while the settings are shown."""
        chosen = self.map.selection.places
        self._renew_places()
        self.map.select(chosen)
        self._remember_on_map()

    def _on_switched(self) -> None:
        """Somebody else uses the app: nothing of what was chosen, answered or shown is left."""
        shown = self.window.shown
        self.screening.forget()
        self.notice.hide()
        self._renew_places()
        self._lock_places({})
        self.window.show_place(SETTINGS if shown == SETTINGS else MAP)
        self._take_up()
        self.journal.changed.emit()

    def _renew_places(self) -> None:
        self._atlas = load_atlas(self.desk.preferences.build)
        self.window.remove_place(PLAYER)
        self.window.remove_place(MAP)
        self.window.remove_place(LIBRARY)
        self.window.remove_place(SAFETY)
        self.window.remove_place(PROGRESS)
        self.player, self.library, self.safety, self.progress, self.map = None, None, None, None, self._make_map()
        self.window.add_place(MAP, self.map)
