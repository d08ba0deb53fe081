"""Turning the words for times and quantities into values; this room knows no document."""
