"""From characters to outline: paragraphs, numbering, plans, sections, and what may be a task."""
