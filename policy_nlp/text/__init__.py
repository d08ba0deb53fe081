"""Text as characters: folding and spans, with offsets that never move."""
