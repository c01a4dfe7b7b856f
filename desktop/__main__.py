"""The `unknot` command: opens the app; its sub-commands do headless work."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction


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
    from desktop import headless, listing

    if chosen.verb == "tour":
        return headless.tour(chosen.out, chosen.data_dir, chosen.size, chosen.scale, chosen.theme)
    if chosen.verb == "frame":
        return headless.frame(chosen.routine, chosen.at, chosen.out, chosen.size, chosen.scale, chosen.theme)
    if chosen.action == "check":
        return headless.check(chosen.file)
    return listing.show(chosen.verb, chosen.json)


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

    verbs.add_parser("speak")  # the app's own use: see desktop/sound/speaker.py

    routines = verbs.add_parser("routines", help="list or check routines").add_subparsers(dest="action", required=True)
    _add_list(routines, "every routine", "with all steps")
    routines.add_parser("check", help="say what is wrong with a routine file").add_argument("file", type=Path)
    for what in ("regions", "techniques"):
        named = verbs.add_parser(what, help=f"list {what}").add_subparsers(dest="action", required=True)
        _add_list(named, f"all {what}", "with all they know")
    return parser


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


def _wrong(reason: str) -> Exception:
    from argparse import ArgumentTypeError

    return ArgumentTypeError(reason)


if __name__ == "__main__":
    sys.exit(main())
