"""Keeps what happens: hands everything to the recorder's thread and brings back what is asked for."""

from desktop.journal.desk import Undo as Undo
from desktop.journal.journal import Journal as Journal
from desktop.journal.journal import Memory as Memory
