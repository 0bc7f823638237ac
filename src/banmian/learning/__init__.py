"""Weights that learn from pages that people corrected."""
