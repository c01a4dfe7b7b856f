"""What is run by hand, never by the app."""
