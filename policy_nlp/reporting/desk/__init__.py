"""A desk of comparisons as people need it: a page to work on, a workbook, a letter for each county, Markdown."""
