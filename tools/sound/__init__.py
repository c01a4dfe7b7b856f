"""Makes all sounds of the app from nothing but sines and noise; the same on every machine."""
