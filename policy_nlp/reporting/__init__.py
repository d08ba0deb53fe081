"""Showing results to people: task tables, CSV, scores, rules, and why a field is what it is."""
