"""The one style sheet of the application: what a palette alone cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from desktop.ui.theme import Theme

_TEMPLATE = """
*[kind="display"] {{ font-size: {display}pt; font-weight: 600; }}
*[kind="title"] {{ font-size: {title}pt; font-weight: 600; }}
*[kind="strong"] {{ font-weight: 600; }}
*[kind="small"] {{ font-size: {small}pt; }}
QLabel[soft="true"] {{ color: {text_soft}; }}
QPushButton {{ background: {surface_soft}; color: {text}; border: 2px solid transparent; border-radius: 10px;
    padding: 6px 14px; }}
QPushButton:hover {{ background: {line}; }}
QPushButton:disabled {{ color: {text_soft}; }}
QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; font-weight: 600; border-radius: 12px;
    padding: 10px 18px; }}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:disabled {{ background: {surface_soft}; color: {text_soft}; }}
QPushButton[role="plain"] {{ background: transparent; color: {accent_ink}; padding: 4px 8px; }}
QPushButton[role="plain"]:hover {{ background: {surface_soft}; }}
QPushButton[role="day"] {{ padding: 6px 4px; }}
QPushButton[role="choice"]:checked, QPushButton[role="day"]:checked {{ background: {accent}; color: {on_accent}; }}
QPushButton[role="entry"] {{ background: transparent; text-align: left; padding: 8px 12px; }}
QPushButton[role="entry"]:hover {{ background: {surface_soft}; }}
QPushButton[role="entry"]:checked {{ background: {surface}; color: {accent_ink}; font-weight: 600; }}
QPushButton[role="segment"] {{ background: transparent; color: {text_soft}; border-radius: 8px; padding: 4px 10px; }}
QPushButton[role="segment"]:hover {{ color: {text}; }}
QPushButton[role="segment"]:checked {{ background: {segment}; color: {text}; font-weight: 600; }}
QPushButton[role="icon"] {{ background: transparent; border-radius: 10px; padding: 5px; }}
QPushButton[role="floating"] {{ background: {surface}; border-radius: 10px; padding: 5px; }}
QPushButton[role="icon"]:hover {{ background: {surface_soft}; }}
QPushButton[role="receiver"] {{ border-radius: 12px; padding: 6px 8px; }}
QPushButton[role="receiver"][lit="true"] {{ background: {accent}; color: {on_accent}; }}
QPushButton:focus {{ border-color: {text}; }}
QLineEdit {{ background: {surface_soft}; border: 2px solid transparent; border-radius: 10px; padding: 6px 10px; }}
QLineEdit:focus {{ border-color: {accent}; }}
QPlainTextEdit, QTimeEdit, QSpinBox {{ background: {surface_soft}; border: 2px solid transparent;
    border-radius: 10px; padding: 5px 8px; }}
QPlainTextEdit:focus, QTimeEdit:focus, QSpinBox:focus {{ border-color: {accent}; }}
QTimeEdit::up-button, QTimeEdit::down-button, QSpinBox::up-button, QSpinBox::down-button {{ width: 0; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 8px; padding: 4px; }}
QMenu::item {{ padding: 6px 18px; border-radius: 6px; }}
QMenu::item:selected {{ background: {surface_soft}; }}
QMenu::indicator {{ width: 0; }}
QCalendarWidget QWidget {{ background: {surface}; color: {text}; alternate-background-color: {surface}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {accent}; selection-color: {on_accent}; outline: 0; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {line}; }}
QCalendarWidget QToolButton {{ border: 0; border-radius: 8px; padding: 4px 8px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {surface_soft}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QSlider:horizontal {{ min-height: 22px; }}
QSlider::groove:horizontal {{ background: {line}; height: 6px; border-radius: 3px; }}
QSlider::sub-page:horizontal {{ background: {accent}; height: 6px; border-radius: 3px; }}
QSlider::sub-page:horizontal:disabled {{ background: {line}; }}
QSlider::handle:horizontal {{ background: {accent}; width: 18px; margin: -6px 0; border-radius: 9px; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {text}; width: 14px; }}
QSlider::handle:horizontal:disabled {{ background: {line}; }}
QListView {{ background: transparent; border: 0; outline: 0; }}
QToolTip {{ background: {bubble}; color: {bubble_text}; border: 0; padding: 6px 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {line}; border-radius: 3px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
"""


def style_sheet(theme: Theme) -> str:
    """The sheet for the theme's palette and text scale."""
    palette = theme.palette
    colours = {name: getattr(palette, name) for name in palette.__slots__}
    names = {name: value.name() for name, value in colours.items() if isinstance(value, QColor)}
    names["segment"] = (palette.line if palette.dark else palette.surface).name()
    sizes = {kind: f"{theme.points(kind):.2f}" for kind in ("display", "title", "small")}
    return _TEMPLATE.format(**names, **sizes)
