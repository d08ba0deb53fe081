"""policy_nlp inside other pipelines: a component for spaCy, found by its entry points, and a dictionary for jieba."""
