"""The engine that reads lexicons: word lists, and rules that carry their own examples."""

from policy_nlp.lexicon.load import words
from policy_nlp.lexicon.rules import Example, Hit, Rule, RuleSet, rule_set

__all__ = ["Example", "Hit", "Rule", "RuleSet", "rule_set", "words"]
