"""What a hand does within one cycle, apart from travelling: small pure functions of phase (content sheet 2.0)."""
