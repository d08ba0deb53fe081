"""Times in running text: dates, intervals, durations and recurrences, by the grammar of each language."""
