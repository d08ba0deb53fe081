"""What ties documents together: local plans to their templates, plans to their translations."""
