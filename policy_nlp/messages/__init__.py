"""What the program says to people, in Chinese and in English."""

from policy_nlp.messages.catalogue import LANGUAGES, both, catalogue, text
from policy_nlp.messages.choice import choose_language
from policy_nlp.messages.failure import error_text

__all__ = ["LANGUAGES", "both", "catalogue", "choose_language", "error_text", "text"]
