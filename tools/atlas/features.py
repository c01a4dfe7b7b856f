"""Our own edits of the face and ears on the coarse mesh: lips closed, eyelids lowered, ear lobes freed of their hook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats

HELPERS_FROM = 13380  # vertices from here on are helper shapes, not skin
MOUTH_LINE_CM = 71.75


def close_lips(vertices: Floats) -> Floats:
    """Pull both lip rims a little past each other, so that no gap is seen."""
    x, y, z = np.abs(vertices[:, 0]), vertices[:, 1], vertices[:, 2]
    skin = (np.arange(len(vertices)) < HELPERS_FROM) & (x < 2.72) & (z > 14.44)
    fading = np.clip((2.72 - x) / 0.63, 0, 1)
    lower = skin & (y <= MOUTH_LINE_CM) & (y > 71.16)
    upper = skin & (y > MOUTH_LINE_CM) & (y < 72.26)
    lifted = 0.178 * fading * np.clip((y - 71.16) / 0.42, 0, 1) * lower
    lowered = 0.126 * fading * np.clip((72.26 - y) / 0.37, 0, 1) * upper
    return vertices + np.stack([np.zeros_like(x), lifted - lowered, np.zeros_like(x)], axis=1)
