"""Times in running text: dates, intervals, durations and recurrences, with a grammar that each language's lexicon gives."""
