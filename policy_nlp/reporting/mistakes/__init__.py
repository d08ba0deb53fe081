"""The error reports as pages: of extractions, and of comparisons."""
