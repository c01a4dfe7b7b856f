"""The view of the receiver's own hands, for the one place that lies on them: the web between thumb and index finger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.chart_depth import STEP
from tools.atlas.chart_depth import pack as pack_surface
from tools.atlas.hand_contact import Touch
from tools.atlas.hand_fit import Coarse
from tools.atlas.hand_grips import four
from tools.atlas.hand_mesh import METACARPAL, load_hand, phalanx
from tools.atlas.hand_pose import Finger, HandAngles, Thumb, solve
from tools.atlas.hand_scene import FineHand, Kit, scene
from tools.atlas.hand_sprite import draw
from tools.atlas.hand_surface import Surface
from tools.atlas.pack import write_thumb, write_view
from tools.atlas.shade import over
from tools.atlas.source import open_source
from tools.atlas.views import BESIDE, View

if TYPE_CHECKING:
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.hand_mesh import HandMesh
    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Singles

NAME = "hand"
SHARP = 2
SIZE, PX_PER_CM = BESIDE[NAME]
WEB_AT = (0.62, 0.58)  # where the right hand's web lies, as shares of the picture
WEB_CM = (1.5, 2.1)  # half axes of the region
WEB_TURN = -24.0  # degrees its long axis leans, clockwise from up, on the right hand
LAID_DOWN = HandAngles(
    four(Finger(-6, 5, 10, 6), Finger(0, 4, 10, 6), Finger(6, 5, 11, 6), Finger(13, 7, 12, 7)),
    Thumb(aside=46, down=8, nail=40, middle=8, end=8),
    cup={4: 2, 5: 4},
    wrist=(2, -2),
)
TABLE = Surface((0.0, 7.0, -1.9), 400.0)


def run(body: Body, out: Path) -> None:  # noqa: ARG001 - one signature for all parts
    """Write the picture, the chart and the flat surface map of the view."""
    hand = load_hand(open_source())
    kit = Kit(FineHand.of(hand), Coarse.of(hand))
    web = _web(hand)
    spots = np.stack(np.meshgrid(np.linspace(-1, 1, 20), np.linspace(-1, 1, 20), [0.0]), axis=-1).reshape(-1, 3)
    pad = web + spots
    laid = kit.fine.part(kit.fine.posed(LAID_DOWN))
    sprite = draw(scene([laid], TABLE, Touch(web, (pad,), (pad,)), kit), 12.0, PX_PER_CM * SHARP)
    picture = _both(sprite.picture, sprite.contact.point)
    write_view(picture, out / "skin", NAME)
    write_thumb(picture, out / "thumb", View(NAME, SIZE, PX_PER_CM, 0, (0, 0, 0), ()), SHARP)
    chart = json.dumps(_chart(), separators=(",", ":"))
    (out / "views" / f"{NAME}.json").write_text(chart + "\n", encoding="utf-8")
    (out / "surface" / f"{NAME}.bin").write_bytes(_surface(picture))


def _web(hand: HandMesh) -> Floats:
    """(3,) the muscle mound beside the middle of the index finger's metacarpal."""
    joints, motions = hand.joints, solve(hand, LAID_DOWN)
    turned, shift = motions[METACARPAL[2]]
    metacarpal = turned @ (joints["wrist"] + 0.72 * (joints["2-1"] - joints["wrist"])) + shift
    turned, shift = motions[phalanx(1, 2)]
    return np.asarray(0.62 * metacarpal + 0.38 * (turned @ joints["1-2"] + shift))


def _both(hand: Singles, web: Floats) -> Singles:
    """(h, w, 4) both hands, each with its web in its place."""
    width, height = SIZE[0] * SHARP, SIZE[1] * SHARP
    right = np.zeros((height, width, 4), np.float32)
    left, top = (np.array(WEB_AT) * (width, height) - web).round().astype(int)
    rows = slice(max(top, 0), min(top + hand.shape[0], height))
    columns = slice(max(left, 0), min(left + hand.shape[1], width))
    right[rows, columns] = hand[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    return over(right, right[:, ::-1])


def _chart() -> dict[str, object]:
    """The view's chart: one region a hand, one landmark."""
    sides = {"left": 1 - WEB_AT[0], "right": WEB_AT[0]}
    webs = {side: (round(x * SIZE[0], 1), round(WEB_AT[1] * SIZE[1], 1)) for side, x in sides.items()}
    return {
        "view": NAME,
        "size": SIZE,
        "px_per_cm": PX_PER_CM,
        "camera": {"yaw": 0, "pitch": 90, "centre_cm": [0, 0, 0]},
        "labels": {side: [round(x, 1), 40.0] for side, (x, _) in webs.items()},
        "regions": [
            {"region": "hand_web", "side": side, "path": _oval(at, side == "right"), "anchor": at}
            for side, at in webs.items()
        ],
        "zones": [],
        "landmarks": {"hand_web": {side: [*at, 1] for side, at in webs.items()}},
    }


def _oval(at: tuple[float, float], right: bool) -> str:
    """An ellipse of four Béziers."""
    turn = np.radians(WEB_TURN if right else -WEB_TURN)
    across = WEB_CM[0] * PX_PER_CM * np.array([np.cos(turn), np.sin(turn)])
    along = WEB_CM[1] * PX_PER_CM * np.array([np.sin(turn), -np.cos(turn)])
    corners = [across, along, -across, -along]
    points = [np.array(at) + corner for corner in corners]
    path = "M{:.1f} {:.1f}".format(*points[0])
    for i in range(4):
        first, second = corners[i], corners[(i + 1) % 4]
        curve = (first + 0.5523 * second, second + 0.5523 * first, second)
        path += "C" + " ".join("{:.1f} {:.1f}".format(*(np.array(at) + corner)) for corner in curve)
    return path + "Z"


def _surface(picture: Singles) -> bytes:
    """A flat map: the hands lie before the viewer, and nothing on them is steep where they are touched."""
    hands = picture[:: STEP * SHARP, :: STEP * SHARP, 3] > 0.5
    flat = np.zeros(hands.shape, np.float32)
    return pack_surface(flat, np.zeros((*hands.shape, 2), np.float32), hands, STEP)
