"""The shop: one simulated company whose truth is known."""
