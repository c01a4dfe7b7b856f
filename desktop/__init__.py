"""Unknot: click where it is tight, follow the hands, see what helps."""

__version__ = "0.1.0"
