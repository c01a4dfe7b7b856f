"""The report on paper: two pages, drawn with Qt and readable as text."""
