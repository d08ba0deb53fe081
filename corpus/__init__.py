"""The annotated corpus: marked-up plans, and what turns them into texts, gold files and a manifest."""
