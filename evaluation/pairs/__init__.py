"""Local plans with known changes, and how many of them a comparison finds."""
