"""Start-up, painting, hit test and memory: `python3 dev.py bench`. Ratios to a bare window, never asserted in tests."""
