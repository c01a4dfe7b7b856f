"""Where people write down how it is, and read what they wrote."""
