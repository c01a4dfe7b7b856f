"""The guide itself: no Qt, no database, no files, no clock."""
