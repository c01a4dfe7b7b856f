"""Ways in without a window, for the `unknot` command."""
