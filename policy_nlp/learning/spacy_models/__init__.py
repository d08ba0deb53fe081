"""Small spaCy pipelines that read a plan block by block: what stands in each, and what it is for."""
