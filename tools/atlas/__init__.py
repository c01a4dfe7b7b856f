"""Renders everything in `desktop/assets/body/` from a CC0 human mesh. Build time only; the app never imports it."""
