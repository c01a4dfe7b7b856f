"""The `unknot` command: opens the app; its sub-commands do headless work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction

    from desktop.domain.span import Span


def main(arguments: list[str] | None = None) -> int:
    """Runs the command and gives its exit code: 0 done, 1 refused or failed, 2 wrong use."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given:
        return _open(None)  # the usual start does not pay for a parser
    chosen = _parser().parse_args(given)
    try:
        return _run(chosen)
    except BrokenPipeError:  # `unknot routines list --json | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(chosen: Namespace) -> int:
    if chosen.verb is None:
        return _open(chosen.data_dir)
    if chosen.verb == "speak":
        from desktop.sound.speaker import speak

        return speak()
    if chosen.verb in ("export", "import"):
        return _carry(chosen)
    if chosen.verb in ("tour", "frame"):
        return _draw(chosen)
    from desktop.commands import checking, listing

    return checking.check(chosen.file) if chosen.action == "check" else listing.show(chosen.verb, chosen.json)


def _draw(chosen: Namespace) -> int:
    from desktop.commands import pictures

    if chosen.verb == "tour":
        return pictures.tour(chosen.out, chosen.data_dir, chosen.size, chosen.scale, chosen.theme)
    return pictures.frame(chosen.routine, chosen.at, chosen.out, chosen.size, chosen.scale, chosen.theme)


def _carry(chosen: Namespace) -> int:
    from desktop.commands import carrying
    from desktop.desks.handover import Wish

    whose = carrying.Whose(chosen.data_dir, chosen.profile)
    if chosen.verb == "import":
        return carrying.take_in(whose, chosen.file, chosen.dry_run)
    return carrying.send(whose, Wish(chosen.format, chosen.out, chosen.period, chosen.paper), chosen.force)


def _open(data_dir: Path | None) -> int:
    if not _has_display():
        print("unknot: there is no display here; `unknot tour --out DIR` does the whole job without.", file=sys.stderr)
        return 1
    from desktop.start import run

    return run(data_dir)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _parser() -> ArgumentParser:
    from argparse import SUPPRESS, ArgumentParser

    about = "Click where it is tight, follow the hands, see what helps."
    parser = ArgumentParser(prog="unknot", description=about)
    parser.add_argument("--data-dir", type=Path, help="folder for everything that is yours")
    verbs = parser.add_subparsers(dest="verb", title="without a window")

    tour = verbs.add_parser("tour", help="do the whole job by itself and save pictures")
    tour.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    tour.add_argument("--data-dir", type=Path, default=SUPPRESS, help="not the data folder inside OUT")
    _add_picture_options(tour, "1280x800")

    frame = verbs.add_parser("frame", help="draw one moment of a routine")
    frame.add_argument("routine", help="id or slug, such as RT01")
    frame.add_argument("--at", type=float, required=True, metavar="SECONDS")
    frame.add_argument("--out", type=Path, required=True, help="PNG file")
    _add_picture_options(frame, "1200x900")

    _add_carrying(verbs)
    verbs.add_parser("speak")  # the app's own use: see desktop/sound/speaker.py

    routines = verbs.add_parser("routines", help="list or check routines").add_subparsers(dest="action", required=True)
    _add_list(routines, "every routine", "with all steps")
    routines.add_parser("check", help="say what is wrong with a routine file").add_argument("file", type=Path)
    for what in ("regions", "techniques"):
        named = verbs.add_parser(what, help=f"list {what}").add_subparsers(dest="action", required=True)
        _add_list(named, f"all {what}", "with all they know")
    return parser


def _add_carrying(verbs: _SubParsersAction[ArgumentParser]) -> None:
    from argparse import SUPPRESS

    out = verbs.add_parser("export", help="write a profile's data to a file")
    out.add_argument("--format", choices=("csv", "json", "ics", "pdf"), required=True)
    out.add_argument("--out", type=Path, required=True, metavar="PATH", help="file; for csv a folder or a .zip")
    out.add_argument("--period", type=_period, default=_period("all"), help="of the pdf: all, days back, or FROM..TO")
    out.add_argument("--paper", choices=("a4", "letter"), help="of the pdf; where not given, as is usual here")
    out.add_argument("--force", action="store_true", help="replace what is there")
    into = verbs.add_parser("import", help="add what a JSON export holds and is not there yet")
    into.add_argument("file", type=Path)
    into.add_argument("--dry-run", action="store_true", help="only say what would be added")
    for parser in (out, into):
        parser.add_argument("--profile", metavar="P", help="name or number; the first one where not given")
        parser.add_argument("--data-dir", type=Path, default=SUPPRESS, help="folder for everything that is yours")


def _add_list(verbs: _SubParsersAction[ArgumentParser], help_: str, json_help: str) -> None:
    verbs.add_parser("list", help=help_).add_argument("--json", action="store_true", help=json_help)


def _add_picture_options(parser: ArgumentParser, size: str) -> None:
    parser.add_argument("--size", type=_size, default=_size(size), metavar="WxH", help=f"window size ({size})")
    parser.add_argument("--scale", type=_scale, default=1.0, help="pixels a point (1 to 4)")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    try:
        size = int(width), int(height)
    except ValueError:
        raise _wrong(f"{text!r} is not a size such as 1280x800") from None
    if not (320 <= size[0] <= 8000 and 240 <= size[1] <= 8000):
        raise _wrong("a size lies between 320x240 and 8000x8000")
    return size


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        raise _wrong(f"{text!r} is not a number") from None
    if not 1 <= scale <= 4:
        raise _wrong("a scale lies between 1 and 4")
    return scale


def _period(text: str) -> Span:
    """All, so many days back, or two days with two dots between."""
    from datetime import date

    from desktop.domain.progress import Period
    from desktop.domain.span import Span

    first, dots, last = text.partition("..")
    try:
        if dots:
            return Span(own=Period(date.fromisoformat(first), date.fromisoformat(last)))
        days = 0 if text == "all" else int(text)
    except ValueError as error:
        raise _wrong(f"{text!r} is not a period such as all, 28 or 2026-01-01..2026-03-31 ({error})") from None
    if not 0 <= days <= 40_000:
        raise _wrong("a period goes 1 to 40000 days back")
    return Span(days)


def _wrong(reason: str) -> Exception:
    from argparse import ArgumentTypeError

    return ArgumentTypeError(reason)


if __name__ == "__main__":
    sys.exit(main())
