"""The shop: one simulated world, and what one computes on it."""
