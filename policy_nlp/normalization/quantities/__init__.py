"""Quantities in running text: numbers, percentages and comparisons."""
