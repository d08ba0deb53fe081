"""Reading, checking and building the corpus."""
