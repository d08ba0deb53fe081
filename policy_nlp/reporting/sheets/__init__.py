"""What an official's workbook holds, as sheets of plain cells: tasks, due dates, who does what, targets, notes."""

from policy_nlp.reporting.sheets.book import sheets
from policy_nlp.reporting.sheets.record import Cell, Column, Sheet

__all__ = ["Cell", "Column", "Sheet", "sheets"]
