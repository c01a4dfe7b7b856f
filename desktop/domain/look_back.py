"""The four questions of Progress, in their order (content sheet 6)."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """What is looked back at."""

    DOING = "doing"
    FEELING = "feeling"
    WHERE = "where"
    WORKING = "working"
