"""The player: a running session over the body, from the get-ready seconds to the rating after it."""
