"""Pages to read: room, hands, oil, breath, aroma, what to expect, when a professional is the better choice."""
