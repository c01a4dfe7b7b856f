"""What leaves the app as a file, and comes back: tables, JSON, a calendar, a report on paper. Knows only the domain."""
